"""The command line for exports: what is written where, and what is told."""

import csv
import io
import json
import stat
import sys
from pathlib import Path

import pytest

from caseviewer import cli
from caseviewer.citations import engine
from tests.builders import bundle, write
from tests.commands import SAMPLES, run, sound

Captured = pytest.CaptureFixture[str]
FIRST, SECOND = sorted(map(str, SAMPLES))[:2]
CHRONOLOGY = ("--what", "chronology", "--to")


def exported(path: str, form: str, *options: str) -> int:
    return cli.main(["export", path, *CHRONOLOGY, form, *options])


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("csv", '"E3","9 June 2011 (stated)"'),
        ("html", "<!DOCTYPE html>"),
        ("md", "| E3 | 9 June 2011 | stated: “on June 9, 2011” |"),
    ],
)
def test_a_table_goes_to_the_output(form: str, words: str, capsys: Captured) -> None:
    assert exported(FIRST, form) == 0
    printed = capsys.readouterr()
    assert words in printed.out
    assert printed.err == ""


def test_the_output_of_a_process_is_the_file_byte_for_byte(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    done = run("export", SECOND, *CHRONOLOGY, "csv", "--out", str(target))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "Exported: 68 events and 9 deadlines to “a.csv”.\nAn invented case: fiction.\n"
    )
    piped = run("export", SECOND, *CHRONOLOGY, "csv")
    assert piped.stdout.encode() == target.read_bytes().replace(b"\r\n", b"\n")
    assert len(list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))) > 78


def test_a_table_of_a_day_holds_what_could_be_known_then(capsys: Captured) -> None:
    assert exported(FIRST, "md", "--as-at", "2012-06-10") == 0
    printed = capsys.readouterr().out
    assert "10 June 2012" in printed
    assert "2 events and 0 deadlines" in printed
    assert "| E2 |" in printed
    assert "| E3 |" not in printed


def test_word_goes_into_a_file_or_a_pipe(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    target = tmp_path / "a.docx"
    assert exported(FIRST, "docx", "--out", str(target)) == 0
    capsysbinary.readouterr()
    assert exported(FIRST, "docx") == 0
    assert capsysbinary.readouterr().out[:2] == target.read_bytes()[:2] == b"PK"


def test_word_does_not_go_to_a_terminal(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert exported(FIRST, "docx") == 2
    printed = capsys.readouterr()
    assert printed == ("", "A Word file is no text for a terminal. Name a file: --out FILE\n")


def test_a_file_is_written_over_only_where_that_is_asked_for(
    tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "a.md"
    target.write_text("before", "utf-8")
    assert exported(FIRST, "md", "--out", str(target)) == 2
    assert capsys.readouterr().err == (
        "“a.md” is there already and was left as it is. To write over it: --force\n"
    )
    assert target.read_text("utf-8") == "before"
    assert exported(FIRST, "md", "--out", str(target), "--force") == 0
    assert target.read_text("utf-8").startswith("# Extradition")


def test_nothing_is_written_into_the_case(capsys: Captured) -> None:
    before = {path: path.stat().st_mtime_ns for path in Path(SECOND).rglob("*")}
    for name in ("case.json", "a.csv", "documents/a.csv"):
        assert exported(SECOND, "csv", "--force", "--out", str(Path(SECOND) / name)) == 2
        assert "nothing is ever written" in capsys.readouterr().err
    assert before == {path: path.stat().st_mtime_ns for path in Path(SECOND).rglob("*")}


def test_records_that_were_set_aside_are_told(tmp_path: Path, capsys: Captured) -> None:
    value = bundle()
    value["chronology"][0]["standing"] = "certain"
    path = str(write(tmp_path, value))
    target = tmp_path / "out.md"
    assert exported(path, "md", "--out", str(target)) == 0
    told = capsys.readouterr().err
    assert "Incomplete: 1 record of the file could not be read and was set aside." in told
    assert "**Incomplete" in target.read_text("utf-8")
    assert "12 people" not in target.read_text("utf-8")


def test_an_engine_that_is_missing_or_fails_is_a_sentence(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    broken = tmp_path / "pandoc"
    broken.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    broken.chmod(stat.S_IRWXU)
    monkeypatch.setattr(engine, "pandoc_path", lambda: broken)
    assert exported(FIRST, "docx", "--out", str(target)) == 2
    assert "No Word file was made" in capsys.readouterr().err
    assert not target.exists()
    assert exported(FIRST, "csv") == 0


def test_what_cannot_be_opened_or_written_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert exported(str(tmp_path / "gone.json"), "csv") == 2
    assert exported(FIRST, "csv", "--out", str(tmp_path / "gone" / "a.csv")) == 2
    assert "could not be written: No such file or directory." in capsys.readouterr().err


def test_words_of_a_case_cannot_steer_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    path = Path(sound(tmp_path))
    value = json.loads(path.read_text("utf-8"))
    value["chronology"][0]["title"] = "a\u001b[2Jb\u202ec"
    path.write_text(json.dumps(value), "utf-8")
    for form in ("csv", "html", "md"):
        assert exported(str(path), form) == 0
        out = capsys.readouterr().out
        assert "\u001b" not in out
        assert "\u202e" not in out
        assert "⟨U+202E⟩c" in out


@pytest.mark.parametrize("missing", ["--what", "--to"])
def test_what_and_how_have_to_be_named(missing: str, capsys: Captured) -> None:
    options = {"--what": "chronology", "--to": "csv"}
    del options[missing]
    with pytest.raises(SystemExit):
        cli.main(["export", FIRST, *(part for pair in options.items() for part in pair)])
    assert missing in capsys.readouterr().err
