"""What a case has of each facet."""

from dataclasses import replace

import pytest

from caseviewer.model.deadlines import DeadlineState
from caseviewer.search.library.values import CaseRow, Facet, Reach

ROW = CaseRow(
    key=1,
    path="/cases/one",
    folder="/cases",
    reach=Reach.HERE,
    fault="",
    case_id="one",
    title="One",
    proceeding="",
    states=("Kazakhstan",),
    bodies=("Committee", "Court"),
    statuses=("decided",),
    year=2012,
    deadline=None,
    deadline_states=(DeadlineState.OVER,),
    first_day=None,
    last_day=None,
    set_aside=0,
    warnings=0,
    as_of="2015-11-29",
    revision="",
    opened="",
)


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        (Facet.STATE, ("Kazakhstan",)),
        (Facet.BODY, ("Committee", "Court")),
        (Facet.STATUS, ("decided",)),
        (Facet.YEAR, ("2012",)),
        (Facet.DEADLINE, ("over",)),
        (Facet.FOLDER, ("/cases",)),
    ],
)
def test_a_case_has_values_of_each_facet(facet: Facet, values: tuple[str, ...]) -> None:
    assert ROW.values(facet) == values


def test_a_case_without_a_decision_has_no_year() -> None:
    assert replace(ROW, year=None).values(Facet.YEAR) == ()
