"""What `caseviewer library` understands."""

import re

import pytest

from caseviewer.library_arguments import library_parser
from caseviewer.search.library.library_lines import answer_values, list_values, refreshed_values
from caseviewer.search.library.values import Ending, Refreshed, State
from tests.search.library.test_library_lines import ANSWER, FULL

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["add"],
        ["odd"],
        ["search"],
        ["search", "x", "--most", "0"],
        ["search", "x", "--most", "many"],
        ["list", "--deadline", "tomorrow"],
        ["erase", "--force"],
    ],
)
def test_what_is_not_understood_is_refused(given: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as refusal:
        library_parser().parse_args(given)
    assert refusal.value.code == 2
    assert "usage: caseviewer library" in capsys.readouterr().err


def test_filters_may_be_given_several_times() -> None:
    asked = library_parser().parse_args(["list", "--state", "a", "--state", "b", "--text", "c"])
    assert (asked.what, asked.state, asked.text, asked.json) == ("list", ["a", "b"], "c", False)


def test_help_tells_every_key(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        library_parser().parse_args(["--help"])
    told = set(re.findall(r"[a-z_]+", capsys.readouterr().out))
    state = State(True, (), 0, 0, 0, "", 0)
    case, found = list_values(state, [FULL])["cases"][0], answer_values(ANSWER)  # type: ignore[index]
    deadline = case["deadline"]
    done = refreshed_values(Refreshed(Ending.DONE))
    keys = {*list_values(state, []), *case, *deadline, *done, *found, *found["cases"][0]}  # type: ignore[index]
    assert keys <= told, keys - told
