import sys
from pathlib import Path

import pytest

from caseviewer import saying
from tests.commands import sound

Captured = pytest.CaptureFixture[str]


def test_what_went_wrong_stands_beside_the_output(capsys: Captured) -> None:
    assert saying.fail("No \x1b[31m.") == saying.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "No ⟨U+001B⟩[31m.\n"


def test_lines_and_values_go_to_the_output(capsys: Captured) -> None:
    saying.print_lines(iter(["a", "b"]))
    saying.print_json({"ü": "\x1b"})
    printed = capsys.readouterr()
    assert printed.out.startswith("a\nb\n{")
    assert "\x1b" not in printed.out


def test_a_case_that_cannot_be_opened_is_none(tmp_path: Path, capsys: Captured) -> None:
    assert saying.opened_case(str(tmp_path / "gone")) is None
    assert capsys.readouterr().err.count("\n") == 1
    opened = saying.opened_case(sound(tmp_path))
    assert opened is not None
    assert opened.case.id == "small-case"


def test_what_is_not_a_terminal_has_no_width(capsys: Captured) -> None:
    assert saying.width() is None


def test_bold_is_for_terminals_that_write_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert saying.writes_bold()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not saying.writes_bold()
