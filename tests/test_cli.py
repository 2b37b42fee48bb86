"""The command line: what it prints, what it ends with, and what it does not load."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from caseviewer import cli
from tests.builders import TEXT, bundle, write
from tests.commands import SAMPLES, run, sound

Captured = pytest.CaptureFixture[str]


def with_records_set_aside(folder: Path) -> str:
    made = bundle()
    made["chronology"][0]["kind"] = "celebration"
    return str(write(folder, made))


def with_warnings(folder: Path) -> str:
    made = bundle()
    made["parties"][2]["country"] = "ABC"
    return str(write(folder, made))


def not_json(folder: Path) -> str:
    path = folder / "case.json"
    path.write_text('{"format": \x1b nothing', "utf-8")
    return str(path)


# check


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_valid(sample: Path, capsys: Captured) -> None:
    assert cli.main(["check", str(sample)]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("as of ")
    assert " · valid · " in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (sound, 0, " · valid · "),
        (with_warnings, 0, "1 warning"),
        (with_records_set_aside, 1, "– E1 is set aside: "),
    ],
)
def test_a_check_ends_with_what_it_found(
    make: Any, code: int, words: str, tmp_path: Path, capsys: Captured
) -> None:
    assert cli.main(["check", make(tmp_path)]) == code
    printed = capsys.readouterr()
    assert words in printed.out
    assert printed.err == ""


@pytest.mark.parametrize("command", ["check", "show"])
def test_what_cannot_be_opened_is_told_in_a_sentence(
    command: str, tmp_path: Path, capsys: Captured
) -> None:
    assert cli.main([command, not_json(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "line 1, column 12" in printed.err
    assert "\x1b" not in printed.err
    assert printed.err.count("\n") == 1


def test_a_name_cannot_steer_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["check", str(tmp_path / "\x1b[31m.json")]) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("make", "code", "valid"),
    [(sound, 0, True), (with_records_set_aside, 1, False), (not_json, 2, False)],
)
def test_a_check_answers_as_json(
    make: Any, code: int, valid: bool, tmp_path: Path, capsys: Captured
) -> None:
    assert cli.main(["check", make(tmp_path), "--json"]) == code
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert (found["opened"], found["valid"]) == (code < 2, valid)
    severities = [problem["severity"] for problem in found["problems"]]
    assert severities[:1] == [[], ["set_aside"], ["stop"]][code]
    assert printed.err == ""


# show


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_case_is_shown_as_text(sample: Path, capsys: Captured) -> None:
    assert cli.main(["show", str(sample)]) == 0
    printed = capsys.readouterr()
    title = json.loads((sample / "case.json").read_text("utf-8"))["title"]
    assert printed.out.startswith(f"{title}\n===")
    assert "\nReview " in printed.out
    assert printed.err == ""


def test_one_tab_is_shown_alone(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["show", sound(tmp_path), "--tab", "Parties"]) == 0
    assert capsys.readouterr().out.startswith("Parties 5\n=========\n")


def test_the_time_between_two_records_is_shown(capsys: Captured) -> None:
    path = str(SAMPLES[0])
    assert cli.main(["show", path, "--between", "e3", "E2"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Between E2 and E3\n")
    assert "E2 to E3: between 160 and 190 days" in text
    assert cli.main(["show", path, "--json", "--between", "E2", "E3"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert list(values) == ["case", "as_at", "elapsed", "page"]
    assert values["elapsed"] == "E2 to E3: between 160 and 190 days"
    assert values["page"][0]["text"] == "Between E2 and E3"


def test_a_record_that_could_not_be_known_then_is_not_said_to_be_missing(
    capsys: Captured,
) -> None:
    path = str(next(path for path in SAMPLES if path.name.startswith("abd")))
    assert cli.main(["show", path, "--between", "E2", "E7", "--as-at", "2012-06-10"]) == 2
    assert capsys.readouterr().err.startswith("“E7” is in this file, but")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("E2", "P1"), "No event or deadline is called “P1”."),
        (("E2", "e2"), "These are one and the same record; name two of them."),
    ],
)
def test_what_no_time_lies_between_is_refused(
    names: tuple[str, str], words: str, capsys: Captured
) -> None:
    assert cli.main(["show", str(SAMPLES[0]), "--between", *names]) == 2
    out, told = capsys.readouterr()
    assert out == ""
    assert words in told


def test_a_case_is_shown_as_json(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["show", sound(tmp_path), "--json", "--tab", "parties"]) == 0
    out = capsys.readouterr().out
    assert [tab["tab"] for tab in json.loads(out)["tabs"]] == ["parties"]
    assert "Одна женщина" in out


def test_no_plugin_of_another_program_looks_at_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "")
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS")
    assert cli.main(["--version"]) == 0
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"


def test_lines_are_wrapped_in_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    path = str(write(tmp_path, bundle(summary="word " * 50 + "end")))
    cli.main(["show", path, "--tab", "overview"])
    assert max(map(len, capsys.readouterr().out.splitlines())) > 200
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    cli.main(["show", path, "--tab", "overview"])
    texts = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  word")]
    assert len(texts) > 3
    assert max(map(len, texts)) <= 60


# Encodings and pipes


def test_a_narrow_encoding_loses_nothing(tmp_path: Path) -> None:
    path = sound(tmp_path)
    narrow = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    shown = run("show", path, "--tab", "parties", **narrow)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert r"\u041e\u0434\u043d\u0430" in shown.stdout
    listed = run("show", path, "--json", **narrow)
    assert "Одна женщина" in json.dumps(json.loads(listed.stdout), ensure_ascii=False)


def test_where_the_output_goes_does_not_matter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gathered = io.StringIO()
    monkeypatch.setattr(sys, "stdout", gathered)
    assert cli.main(["check", sound(tmp_path), "--json"]) == 0
    assert json.loads(gathered.getvalue())["valid"]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "caseviewer", "show", str(SAMPLES[1])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        assert ran.stdout.readline()
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait(60) == 0


def test_the_pipe_is_let_go(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with io.TextIOWrapper(os.fdopen(writing, "wb")) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert cli.main(["show", sound(tmp_path)]) == 0


def test_an_interruption_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "print_lines", interrupt)
    assert cli.main(["check", sound(tmp_path)]) == 130
    assert capsys.readouterr() == ("", "")


# render: what it draws is tested with caseviewer/ui/render.py


@pytest.mark.skipif(sys.platform == "win32", reason="a folder's name on Windows is not any bytes")
def test_pictures_are_drawn_without_a_screen(tmp_path: Path, home: Path) -> None:
    out = tmp_path / "pictures"
    nothing = {"DISPLAY": "", "QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": ""}
    ran = run("render", sound(tmp_path), "--out", str(out), "--size", "800x600", **nothing)
    assert (ran.returncode, ran.stderr) == (0, "")
    written = ran.stdout.splitlines()
    assert written == [
        str(out / f"{name}.png")
        for name in (
            "overview",
            "parties",
            "chronology",
            "quotations",
            "citations",
            "documents",
            "review",
        )
    ]
    assert {str(path) for path in out.iterdir()} == set(written)
    assert not [path for path in home.rglob("*") if "caseviewer" in path.name]


def test_there_are_no_pictures_of_what_cannot_be_opened(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "pictures"
    assert cli.main(["render", not_json(tmp_path), "--out", str(out)]) == 2
    assert "line 1, column 12" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileExistsError(17, "File exists"), "could not be written to “out”: File exists."),
        (MemoryError(), "not enough memory"),
    ],
)
def test_pictures_that_cannot_be_had_are_explained(
    error: BaseException,
    words: str,
    tmp_path: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("caseviewer.ui.render.render", fail)
    assert cli.main(["render", sound(tmp_path), "--out", "out"]) == 2
    assert words in capsys.readouterr().err


def test_a_reader_of_the_pictures_names_may_go_away(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("caseviewer.ui.render.render", fail)
    monkeypatch.setattr(cli, "_let_go_of_the_pipe", lambda: None)
    assert cli.main(["render", sound(tmp_path), "--out", "out"]) == 0
    assert capsys.readouterr().err == ""


def test_a_copy_of_the_readers_is_checked_with_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, bundle())
    copy = tmp_path / "mine.txt"
    copy.write_bytes(TEXT.encode())
    assert cli.main(["check", str(path), "--document", str(copy)]) == 0
    assert "1 of 1 documents here, hash matches · 3 of 3 passages found" in capsys.readouterr().out
    copy.write_bytes(b"other")
    assert cli.main(["check", str(path), "--document", str(copy)]) == 0
    told = capsys.readouterr()
    assert "0 of 1 documents here" in told.out
    assert told.err == "“mine.txt” is none of the documents of this case, by its hash.\n"


def test_a_case_is_shown_as_at_a_day(capsys: Captured) -> None:
    given = ["show", str(SAMPLES[0]), "--as-at", "10 June 2012", "--tab", "chronology"]
    assert cli.main(given) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("As at 10 June 2012: what could be known on that day. 1 of 2")
    assert "Chronology 2" in lines
    assert cli.main([*given, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["as_at"]["day"] == "2012-06-10"
    assert len(values["tabs"][0]["rows"]) == 2
