"""The command line for citations: what it prints, what it tells, what it ends with."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from caseviewer import cli
from caseviewer.citations import engine
from caseviewer.model.sources import Source
from tests.citations.small import small_xml
from tests.commands import SAMPLES, run

Captured = pytest.CaptureFixture[str]
FIRST = next(str(path) for path in SAMPLES if path.name.startswith("abdussamatov"))
REPORT = (
    "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
    " 26 June 2012, CRS Issue 647, available at: [accessed 29 November 2015]"
)
DECISION = (
    "Committee against Torture, Toirjon Abdussamatov and 28 other complainants v. Kazakhstan,"
    " 1 June 2012, Communication No. 444/2010, UN Doc CAT/C/48/D/444/2010"
)
SEED = Path(__file__).parents[2] / "shared" / "seed" / "refworld-iwpr-2012.txt"


def cited(capsys: Captured, *options: str, code: int = 0) -> tuple[str, str]:
    assert cli.main(["cite", FIRST, *options]) == code
    printed = capsys.readouterr()
    return printed.out, printed.err


def test_the_exact_strings_come_out(capsys: Captured) -> None:
    out, told = cited(capsys)
    assert out == f"{REPORT}\n{DECISION}\n"
    assert told == "S1: no web address\n"
    out, told = cited(capsys, "--source", "decision", "--pinpoint", "paragraph 9")
    assert (out, told) == (f"{DECISION}, para. 9\n", "")
    out, told = cited(capsys, "--source", "s1", "--pinpoint", "10")
    assert out == f"{REPORT}, para. 10\n"
    assert told == "S1: no web address, paragraphs counted\n"


def test_the_own_string_to_the_letter_and_clean(capsys: Captured) -> None:
    out, told = cited(capsys, "--source", "S1", "--form", "verbatim")
    assert out.count("\u00a0") == 3
    assert out.replace("\u00a0", " ") == f"{REPORT}\n"
    assert "3 no-break spaces" in told
    assert cited(capsys, "--source", "S1", "--form", "clean")[0] == f"{REPORT}\n"
    out, told = cited(capsys, "--form", "clean")
    assert out == f"{REPORT}\n"
    assert "S2: the source gives no citation of its own." in told
    assert cited(capsys, "--source", "S2", "--form", "clean", code=2)[0] == ""


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (("--format", "html"), "Committee against Torture, <i>Toirjon"),
        (("--format", "markdown"), "Committee against Torture, *Toirjon"),
        (("--format", "rtf"), "{\\rtf1\\ansi"),
        (("--format", "ris"), "TY  - CASE\n"),
        (("--format", "biblatex"), "@jurisdiction{decision,"),
        (("--format", "csl-json"), "[\n  {\n"),
        (("--style", "oscola"), "Toirjon Abdussamatov and 28 other complainants v Kazakhstan"),
        (("--style", "mcgill", "--form", "short"), "Toirjon Abdussamatov"),
        (("--form", "bibliography"), "Committee against Torture, Toirjon"),
    ],
)
def test_every_form_and_format(options: tuple[str, ...], start: str, capsys: Captured) -> None:
    assert cited(capsys, "--source", "S2", *options)[0].startswith(start)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--source", "S9"), "No source is called “S9”. There are: S1, S2."),
        (("--source", "P1"), "No source is called “P1”."),
        (("--pinpoint", "9"), "A place needs one source"),
        (("--source", "S1", "--pinpoint", "verse 9"), "“verse” is no label of a place."),
        (("--style", "gone"), "The style “gone” cannot be used. There is no such file."),
    ],
)
def test_what_cannot_be_done_is_told(
    options: tuple[str, ...], words: str, capsys: Captured
) -> None:
    out, told = cited(capsys, *options, code=2)
    assert out == ""
    assert words in told
    assert told.count("\n") == 1


def test_any_style_can_be_used_and_lacks_what_it_lacks(tmp_path: Path, capsys: Captured) -> None:
    style = tmp_path / "mine.csl"
    style.write_bytes(small_xml("in-text"))
    out, _ = cited(capsys, "--style", str(style), "--source", "S2")
    assert out == (
        "Committee against Torture, Toirjon Abdussamatov and 28 other complainants v. Kazakhstan,"
        " 1 June 2012\n"
    )
    out, told = cited(capsys, "--style", str(style), "--source", "S2", "--form", "short", code=2)
    assert (out, told) == ("", "S2: the style has no such form.\n")
    _, told = cited(capsys, "--style", str(style), "--form", "bibliography", code=2)
    assert told == "The style A small style has no bibliography.\n"
    style.write_bytes(small_xml(options=' disambiguate-add-names="true"'))
    assert cited(capsys, "--style", str(style), "--source", "S2")[0].startswith("Committee")


def test_without_the_engine_the_own_string_remains(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    _, told = cited(capsys, code=2)
    assert "is not installed" in told
    assert cited(capsys, "--source", "S1", "--form", "clean")[0] == f"{REPORT}\n"


def test_styles_are_listed_and_a_case_is_asked_for(capsys: Captured) -> None:
    assert cli.main(["cite", "--list-styles"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert lines[2] == "oscola        OSCOLA (4th edition, 2012)"
    assert cli.main(["cite"]) == 2
    assert "caseviewer cite PATH" in capsys.readouterr().err
    assert cli.main(["cite", "gone.json"]) == 2


def test_a_title_cannot_steer_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    raw = json.loads((Path(FIRST) / "case.json").read_text("utf-8"))
    raw["sources"][1]["csl"]["title"] = "A \u202eB"
    path = tmp_path / "case.json"
    path.write_text(json.dumps(raw), "utf-8")
    assert cli.main(["cite", str(path), "--source", "S2"]) == 0
    assert "A ⟨U+202E⟩B" in capsys.readouterr().out


def test_no_window_is_needed() -> None:
    done = run("cite", FIRST, "--source", "S2", DISPLAY="", QT_QPA_PLATFORM="nonsense")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{DECISION}\n", "")


RIS = "TY  - BOOK\nTI  - A Title\nAU  - Odrin, Vera\nPY  - 2019\nER  - \n"


def test_files_of_other_programs_become_a_block(tmp_path: Path, capsys: Captured) -> None:
    for name in ("a.ris", "b.ris"):
        (tmp_path / name).write_text(RIS, "utf-8")
    assert cli.main(["source", str(tmp_path / "a.ris"), str(tmp_path / "b.ris")]) == 0
    printed = capsys.readouterr()
    block: Any = json.loads(printed.out)
    assert list(block) == ["sources"]
    assert len({one["id"] for one in block["sources"]}) == 2
    for one in block["sources"]:
        TypeAdapter(Source).validate_python(one)
    assert "a.ris: " in printed.err


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[" * 10_000])
def test_what_cannot_be_read_is_told(content: bytes, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "x.ris"
    path.write_bytes(content)
    assert cli.main(["source", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "x.ris" in printed.err
    assert cli.main(["source", str(tmp_path / "gone.ris")]) == 2
    assert "cannot be read: No such file or directory" in capsys.readouterr().err


@pytest.mark.skipif(not SEED.is_file(), reason="the page that the sample comes from is not here")
def test_the_page_of_the_first_sample_becomes_its_source(capsys: Captured) -> None:
    assert cli.main(["source", str(SEED)]) == 0
    (found,) = json.loads(capsys.readouterr().out)["sources"]
    raw = json.loads((Path(FIRST) / "case.json").read_text("utf-8"))["sources"][0]
    for key in ("cite_as", "nature", "published", "last_updated", "accessed", "url_status"):
        assert found[key] == raw[key]
