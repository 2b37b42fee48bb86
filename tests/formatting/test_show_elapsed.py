"""The time between two records as lines and as values; the order that a list stands in."""

from caseviewer.formatting import show
from caseviewer.formatting.page import Tab
from tests.formatting.making import opened


def test_the_time_between_two_records_is_read_as_lines_and_as_values() -> None:
    case = opened()
    one, other = case.chronology
    written = list(show.elapsed_lines(case, one, other))
    assert written[0] == "Between E1 and E2"
    values = show.elapsed_values(case, one, other)
    assert list(values) == ["case", "as_at", "elapsed", "page"]
    assert f"  {values['elapsed']}" in written
    assert values["case"] == show.case_values(case, [])["case"]


def test_lines_are_wrapped_to_the_width() -> None:
    case = opened()
    one, other = case.chronology
    written = list(show.elapsed_lines(case, one, other, 40))
    assert max(map(len, written)) <= 40


def test_a_list_says_in_which_order_it_stands() -> None:
    written = list(show.case_lines(opened(), [Tab.CHRONOLOGY]))
    assert written[2] == "By earliest, then latest day; unknown start first"
