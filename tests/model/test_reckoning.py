"""Deadlines as the reader wants them counted."""

from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.dates import iso_day
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
    file_window,
    fitting,
    has_start,
    judged_on,
    reckon,
    start_places,
)
from caseviewer.model.standpoint import Assumption, Standpoint
from tests import generator
from tests.formatting.making import changed, opened
from tests.model.known import day, event, values_of
from tests.model.known import deadline as deadline_of

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


# As at a day on which not every start is known.

LATE = event("late", "t-new", date={"edtf": "2015-05-02"})
ONE = event("one", "t-old", date={"edtf": "2012-05-01"})
TWO = event("two", "t-old", date={"edtf": "2012-08-01"})
THREE: list[dict[str, object]] = [{"label": name, "event": name} for name in ("late", "one", "two")]
KNOWN_DAY = day("2018-06-01")


def staged(*triggers: dict[str, object]) -> OpenedCase:
    """A case whose source "new", of 2019, alone tells of the late event."""
    made = deadline_of("d", "t-old", triggers=list(triggers) or THREE)
    return opened(**values_of(deadlines=[made], chronology=[LATE, ONE, TWO]))


def at(made: OpenedCase, as_at: int | None, **assumed: Any) -> OpenedCase:
    standpoint = Standpoint(as_at).assuming(Assumption("d", **assumed))
    return made.seen_from(standpoint)


def span_of(made: OpenedCase) -> tuple[str, bool]:
    found = reckon(made, deadline(made))
    days = [found.window.earliest, found.window.latest]
    return " ".join(map(iso_day, days)), found.window.start_hidden


@pytest.mark.parametrize("as_at", [None, KNOWN_DAY])
@pytest.mark.parametrize(
    ("place", "end"), [(1, "2012-07-30 2012-07-30"), (2, "2012-10-30 2012-10-30")]
)
def test_an_assumed_start_is_the_same_one_on_every_day(
    as_at: int | None, place: int, end: str
) -> None:
    made = at(staged(), as_at, trigger=place)
    assert span_of(made) == (end, False)
    assert reckon(made, deadline(made)).start_assumed


def test_a_start_that_was_not_known_cannot_be_assumed() -> None:
    assert span_of(at(staged(), None, trigger=0)) == ("2015-07-31 2015-07-31", False)
    earlier = at(staged(), KNOWN_DAY, trigger=0)
    assert reckon(earlier, deadline(earlier)).assumption is None
    assert start_places(earlier, deadline(earlier)) == (1, 2)
    assert start_places(staged(), deadline(staged())) == (0, 1, 2)


def test_the_only_start_that_is_shown_can_be_assumed_where_another_is_not() -> None:
    made = staged(THREE[0], THREE[1])
    assert span_of(at(made, KNOWN_DAY)) == (" ", True)
    assert span_of(at(made, KNOWN_DAY, trigger=1)) == ("2012-07-30 2012-07-30", False)
    stated = staged(THREE[0], THREE[1] | {"stated": True})
    assert span_of(at(stated, KNOWN_DAY, trigger=1)) == ("2012-07-30 2012-07-30", False)
    assert reckon(stated, deadline(stated)).assumption is None


@pytest.mark.parametrize("rule", [None, CLEAR])
def test_a_window_has_no_bounds_where_a_start_that_counts_was_not_known(
    rule: CountingRule | None,
) -> None:
    made = at(staged(), KNOWN_DAY, rule=rule)
    assert span_of(made) == (" ", True)
    assert file_window(made, deadline(made)).start_hidden
    assert deadline_state(made, deadline(made)) is DeadlineState.UNKNOWN
    assert not file_window(staged(), deadline(staged())).start_hidden
    ends_then = staged(THREE[0], THREE[1] | {"stated": True})
    assert span_of(at(ends_then, KNOWN_DAY)) == ("2012-07-30 2012-07-30", False)


GENERATED = [opened(**generator.bundle(200, seed)) for seed in range(4)]


@given(st.sampled_from(GENERATED), st.integers(day("1985"), day("2032")))
def test_no_window_is_narrower_on_a_day_than_in_the_whole_file(
    whole: OpenedCase, as_at: int
) -> None:
    """Starts that are not shown may end the period on any day, earlier or later."""
    seen = whole.seen_from(Standpoint(as_at))
    for item in seen.case.deadlines:
        own = whole.index.get(item.id)
        assert isinstance(own, Deadline)
        narrow, wide = deadline_window(whole, own), deadline_window(seen, item)
        assert _or(wide.earliest, -inf) <= _or(narrow.earliest, -inf)
        assert _or(wide.latest, inf) >= _or(narrow.latest, inf)
        assert wide.start_hidden or (wide.approximate, wide.uncertain) == (
            narrow.approximate,
            narrow.uncertain,
        )
        places = start_places(seen, item)
        assert [one.label for one in item.triggers] == [own.triggers[at].label for at in places]


def _or(bound: int | None, otherwise: float) -> float:
    return otherwise if bound is None else bound


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
