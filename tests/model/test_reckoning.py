"""Deadlines as the reader wants them counted."""

from typing import Any

import pytest

from caseviewer.model.dated import Date
from caseviewer.model.dates import day_number
from caseviewer.model.deadlines import DeadlineState, window
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import (
    deadline_state,
    deadline_window,
    file_day,
    fitting,
    has_start,
    judged_on,
    reckon,
)
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.formatting.making import changed, opened

AUGUST_30, SEPTEMBER_24 = day_number(2012, 8, 30), day_number(2012, 9, 24)
OCTOBER_9 = day_number(2012, 10, 9)
JUNE_1: dict[str, object] = {"label": "the decision", "date": {"edtf": "2012-06-01"}}
JUNE_26: dict[str, object] = {"label": "the report", "date": {"edtf": "2012-06-26"}}
CLEAR = CountingRule.CLEAR_DAYS


def case(*triggers: dict[str, object], **fields: Any) -> OpenedCase:
    named = list(triggers) or [JUNE_1, JUNE_26]
    return opened(as_of="2015-11-29", **changed("deadlines", triggers=named, **fields))


def assuming(made: OpenedCase, **assumed: Any) -> OpenedCase:
    standpoint = made.standpoint.assuming(Assumption(deadline(made).id, **assumed))
    return made.seen_from(standpoint)


def deadline(made: OpenedCase) -> Deadline:
    return made.case.deadlines[0]


def ends(made: OpenedCase) -> tuple[int | None, int | None]:
    span = deadline_window(made, deadline(made))
    return span.earliest, span.latest


def test_without_an_assumption_the_file_is_counted() -> None:
    made = case()
    found = reckon(made, deadline(made))
    assert found.deadline is deadline(made)
    assert found.assumption is None
    assert not found.start_assumed
    assert found.window == window(deadline(made), made.index)
    assert ends(made) == (AUGUST_30, SEPTEMBER_24)


@pytest.mark.parametrize(
    ("assumed", "earliest", "latest", "start_assumed"),
    [
        ({"trigger": 0}, AUGUST_30, AUGUST_30, True),
        ({"trigger": 1}, SEPTEMBER_24, SEPTEMBER_24, True),
        ({"start": Date(edtf="2012-07-11")}, OCTOBER_9, OCTOBER_9, True),
        ({"start": Date(edtf="2012-06")}, AUGUST_30, day_number(2012, 9, 28), True),
        ({"start": Date(edtf="2012-07-11"), "trigger": 0, "event": "crossing"}, OCTOBER_9,
         OCTOBER_9, True),
        ({"event": "crossing", "trigger": 0}, day_number(2019, 8, 1), day_number(2019, 8, 1), True),
        ({"rule": CLEAR}, AUGUST_30 + 1, SEPTEMBER_24 + 1, False),
        ({"rule": CLEAR, "trigger": 1}, SEPTEMBER_24 + 1, SEPTEMBER_24 + 1, True),
    ],
)  # fmt: skip
def test_an_assumption_recomputes(
    assumed: dict[str, Any], earliest: int, latest: int, start_assumed: bool
) -> None:
    made = assuming(case(), **assumed)
    assert ends(made) == (earliest, latest)
    assert reckon(made, deadline(made)).start_assumed is start_assumed
    own = window(deadline(made), made.index)
    assert (own.earliest, own.latest) == (AUGUST_30, SEPTEMBER_24)


@pytest.mark.parametrize(
    ("triggers", "assumed"),
    [
        ((), {"trigger": 2}),
        ((), {"trigger": -1}),
        ((), {"event": "nowhere"}),
        ((), {"event": "press"}),
        ((), {"rule": CountingRule.CALENDAR_DAYS}),
        ((JUNE_1,), {"trigger": 0}),
        ((JUNE_1 | {"stated": True}, JUNE_26), {"trigger": 0}),
    ],
)
def test_what_the_file_says_itself_or_does_not_hold_is_no_assumption(
    triggers: tuple[dict[str, object], ...], assumed: dict[str, Any]
) -> None:
    made = assuming(case(*triggers), **assumed)
    assert reckon(made, deadline(made)).assumption is None
    assert ends(made) == ends(made.seen_from(Standpoint()))


def test_another_trigger_than_the_stated_one_can_be_assumed() -> None:
    made = assuming(case(JUNE_1 | {"stated": True}, JUNE_26), trigger=1)
    assert ends(made) == (SEPTEMBER_24, SEPTEMBER_24)


def test_an_assumption_of_another_deadline_is_none_of_this_one() -> None:
    made = case().seen_from(Standpoint().assuming(Assumption("other", trigger=0)))
    assert reckon(made, deadline(made)).assumption is None
    assert fitting(made, deadline(made), None) is None


def test_whether_an_assumption_names_a_start() -> None:
    assert not has_start(Assumption("d", rule=CLEAR))
    assert has_start(Assumption("d", trigger=0))
    assert has_start(Assumption("d", event="e"))
    assert has_start(Assumption("d", start=Date(edtf="2012")))


def test_the_day_of_the_reader_comes_before_that_of_the_file() -> None:
    made = case()
    assert judged_on(made) == file_day(made) == day_number(2015, 11, 29)
    assert deadline_state(made, deadline(made)) is DeadlineState.OVER
    earlier = made.seen_from(Standpoint(as_at=AUGUST_30))
    assert judged_on(earlier) == AUGUST_30
    assert deadline_state(earlier, deadline(earlier)) is DeadlineState.OPEN
