"""The command line for quotations."""

import json
from pathlib import Path

import pytest

from caseviewer import cli
from caseviewer.citations import engine
from tests.commands import SAMPLES
from tests.formatting.test_brief import EXPECTED

Captured = pytest.CaptureFixture[str]
FIRST = next(str(path) for path in SAMPLES if path.name.startswith("abdussamatov"))


def quoted(capsys: Captured, *options: str, code: int = 0) -> tuple[str, str]:
    assert cli.main(["quote", FIRST, *options]) == code
    printed = capsys.readouterr()
    return printed.out, printed.err


def test_all_quotations_or_some_of_them_are_printed(capsys: Captured) -> None:
    out, told = quoted(capsys)
    assert out == "\n\n".join(EXPECTED.values()) + "\n"
    assert told.startswith("To know: no web address, paragraphs counted; 5 places: not checked")
    out, _ = quoted(capsys, "--quotation", "q3", "--quotation", "q-mother-appeal")
    assert out == f"{EXPECTED['Q3']}\n\n{EXPECTED['Q1']}\n"


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (("--format", "html"), "<blockquote><p>“When"),
        (("--format", "rtf"), "{\\rtf1\\ansi"),
        (("--without", "marks", "--without", "sic"), '"When'),
        (("--style", "oscola"), "“When"),
    ],
)
def test_every_format_and_part(options: tuple[str, ...], start: str, capsys: Captured) -> None:
    assert quoted(capsys, "--quotation", "Q1", *options)[0].startswith(start)


def test_parts_are_added_and_left_out(capsys: Captured) -> None:
    out, told = quoted(capsys, "--quotation", "Q1", "--with", "disclaimer", "--without", "citation")
    assert "Disclaimer of UNHCR" in out
    assert "para. 10" not in out
    assert told == "To know: S1, paragraph 10: not checked against the document.\n"
    with pytest.raises(SystemExit):
        cli.main(["quote", FIRST, "--without", "everything"])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--quotation", "Q9"), "No quotation is called “Q9”. There are: Q1, Q2,"),
        (("--quotation", "S1"), "No quotation is called “S1”."),
        (("--style", "gone"), "The style “gone” cannot be used. There is no such file."),
    ],
)
def test_what_cannot_be_done_is_told(
    options: tuple[str, ...], words: str, capsys: Captured
) -> None:
    out, told = quoted(capsys, *options, code=2)
    assert out == ""
    assert words in told


def test_without_the_engine_the_own_citation_is_used_and_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    out, told = quoted(capsys, "--quotation", "Q1")
    assert "[accessed 29 November 2015], paragraph 10 (paragraphs counted)" in out
    assert "is not installed" in told
    assert "S1: the source’s own citation" in told


def test_words_cannot_steer_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    raw = json.loads((Path(FIRST) / "case.json").read_text("utf-8"))
    raw["quotations"][3]["text"] = "A \u202eB"
    path = tmp_path / "case.json"
    path.write_text(json.dumps(raw), "utf-8")
    assert cli.main(["quote", str(path), "--quotation", "Q4"]) == 0
    assert "A ⟨U+202E⟩B" in capsys.readouterr().out
    raw["quotations"] = []
    path.write_text(json.dumps(raw), "utf-8")
    assert cli.main(["quote", str(path)]) == 0
    assert capsys.readouterr() == ("\n", "")


def test_a_case_that_cannot_be_opened_is_told(capsys: Captured) -> None:
    assert cli.main(["quote", "gone.json"]) == 2
    assert capsys.readouterr().out == ""
