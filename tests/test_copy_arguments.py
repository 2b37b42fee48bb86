"""What the commands understand whose output is used elsewhere."""

import argparse
from collections.abc import Callable

import pytest

from caseviewer import copy_arguments

PARSERS = [
    copy_arguments.anchor_parser,
    copy_arguments.cite_parser,
    copy_arguments.quote_parser,
    copy_arguments.export_parser,
    copy_arguments.notes_parser,
    copy_arguments.source_parser,
]


@pytest.mark.parametrize("parser", PARSERS)
def test_help_fits_the_page_and_names_every_option(
    parser: Callable[[], argparse.ArgumentParser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    made = parser()
    text = made.format_help()
    assert max(map(len, text.splitlines())) <= 100
    for action in made._actions:
        assert action.help
        assert all(option in text for option in action.option_strings)


@pytest.mark.parametrize("given", [["case.json"], ["case.json", "--what", "chronology"]])
def test_an_export_needs_to_be_told_what_and_how(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        copy_arguments.export_parser().parse_args(given)
    assert "--to" in capsys.readouterr().err
