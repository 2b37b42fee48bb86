import pytest

from caseviewer.exporting.paper import one_line
from tests.exporting.papers import HOSTILE


@pytest.mark.parametrize(("text", "seen"), HOSTILE.items())
def test_a_text_is_one_line_in_which_all_can_be_seen(text: str, seen: str) -> None:
    assert one_line(text) == seen
    assert one_line(seen) == seen


def test_no_break_spaces_stay_even_at_the_ends() -> None:
    assert one_line(" \u00a0a\u00a0\n") == "\u00a0a\u00a0"
