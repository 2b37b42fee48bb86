import pytest

from caseviewer.formatting.found_rows import findings_here, found_at, found_id, sums_here
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import row_of, tab_of
from tests.formatting.making import opened
from tests.formatting.reviews import found


@pytest.mark.parametrize(
    "name", ["found:0", "found:2", "sum:0", "sum:1", "found:rules", "found:rules:symbol"]
)
def test_a_row_is_found_by_its_name(name: str) -> None:
    case = found()
    item = found_at(case, name)
    assert item is not None
    assert found_id(case, item) == name
    assert tab_of(case, Target(name)) is Tab.REVIEW


def test_before_the_program_has_looked_there_is_nothing() -> None:
    assert findings_here(opened()) == ()
    assert sums_here(opened()) == ()


def test_a_passage_has_a_row_of_its_own_in_the_review() -> None:
    assert row_of(found(), Target("t-heard", Tab.REVIEW)) == "t-heard"
    assert row_of(found(), Target("t-heard")) == "report"
