"""When a period ends: the window over everything that its start may be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dates import day_number
from caseviewer.model.deadlines import (
    DeadlineState,
    Window,
    state_on,
    trigger_date,
    window,
)
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import CountingRule
from tests.builders import bundle
from tests.model.periods import DAYS, DURATIONS, number

EPOCH = day_number(1970, 1, 1)

Trigger = dict[str, object]


def written(day: int | None) -> str | None:
    return None if day is None else (date(1970, 1, 1) + timedelta(day - EPOCH)).isoformat()


def deadline(
    *triggers: Trigger,
    duration: str = "P90D",
    rule: str = "calendar_days",
    holidays: dict[str, str] | None = None,
) -> tuple[Deadline, CaseIndex]:
    item = bundle()["deadlines"][0] | {
        "period": {"duration": duration},
        "triggers": list(triggers),
        "rule": rule,
        "holidays": holidays,
    }
    case = TypeAdapter(Case).validate_python(bundle(deadlines=[item]))
    return case.deadlines[0], CaseIndex(case)


def on(edtf: str, *, stated: bool = False) -> Trigger:
    return {"label": edtf, "date": {"edtf": edtf}, "stated": stated}


def ends(
    *triggers: Trigger,
    duration: str = "P90D",
    rule: str = "calendar_days",
    holidays: dict[str, str] | None = None,
) -> Window:
    return window(*deadline(*triggers, duration=duration, rule=rule, holidays=holidays))


# The window.


def test_one_exact_start_gives_one_day() -> None:
    span = ends(on("2012-06-01"))
    assert (written(span.earliest), written(span.latest)) == ("2012-08-30", "2012-08-30")
    assert not span.start_stated


def test_a_start_within_bounds_gives_a_window() -> None:
    span = ends(on("2012-06-01/2012-06-26"))
    (ending,) = span.endings
    assert ending.first is not None
    assert ending.last is not None
    assert (written(ending.first.start), written(ending.last.start)) == (
        "2012-06-01",
        "2012-06-26",
    )
    assert (written(span.earliest), written(span.latest)) == ("2012-08-30", "2012-09-24")


def test_several_starts_give_the_window_over_all() -> None:
    span = ends(on("2012-07-11"), on("2012-06-01"), on("2012-06"))
    assert (written(span.earliest), written(span.latest)) == ("2012-08-30", "2012-10-09")
    assert [written(ending.earliest) for ending in span.endings] == [
        "2012-10-09",
        "2012-08-30",
        "2012-08-30",
    ]


def test_the_start_that_the_source_states_counts_alone() -> None:
    span = ends(on("2012-06-01"), on("2012-06-26", stated=True), on("2012-07-11"))
    assert span.start_stated
    assert (written(span.earliest), written(span.latest)) == ("2012-09-24", "2012-09-24")
    assert len(span.endings) == 3


def test_a_start_that_is_not_shown_leaves_the_window_without_bounds() -> None:
    item, index = deadline(on("2012-06-01"), on("2012-06-26"))
    span = window(item, index, start_hidden=True)
    assert (span.earliest, span.latest, span.start_hidden) == (None, None, True)
    assert [written(ending.latest) for ending in span.endings] == ["2012-08-30", "2012-09-24"]
    assert not window(item, index).start_hidden


@pytest.mark.parametrize(
    ("triggers", "approximate", "uncertain"),
    [
        ([], False, False),
        ([on("2012-06-01")], False, False),
        ([{"label": "the letter"}], False, False),
        ([on("2012-06-01~")], True, False),
        ([on("2012-06-01?")], False, True),
        ([on("2012-06-01%")], True, True),
        ([on("2012-06-01/2012-06-26?")], False, True),
        ([on("2012-06-01"), on("2012-06-26~")], True, False),
        ([on("2012-06-01", stated=True), on("2012-06-26~")], False, False),
        ([on("2012-06-01~", stated=True), on("2012-06-26?")], True, False),
    ],
)
def test_a_window_is_a_guide_where_a_start_that_counts_is_in_doubt(
    triggers: list[Trigger], approximate: bool, uncertain: bool
) -> None:
    span = ends(*triggers)
    assert (span.approximate, span.uncertain) == (approximate, uncertain)
    assert span.is_guide is (approximate or uncertain)


@pytest.mark.parametrize(
    ("triggers", "earliest", "latest"),
    [
        ([], None, None),
        ([{"label": "the letter"}], None, None),
        ([on("2012-06-01"), {"label": "the letter"}], None, None),
        ([on("2012-06-01/..")], "2012-08-30", None),
        ([on("../2012-06-01")], None, "2012-08-30"),
        ([on("2012-06-01/.."), on("../2012-06-01")], None, None),
        ([on("2012-06-01/.."), on("2012-06-26")], "2012-08-30", None),
    ],
)
def test_a_start_without_bound_leaves_the_window_open(
    triggers: list[Trigger], earliest: str | None, latest: str | None
) -> None:
    span = ends(*triggers)
    assert (written(span.earliest), written(span.latest)) == (earliest, latest)


def test_a_trigger_is_dated_by_itself_or_by_its_event() -> None:
    item, index = deadline(
        {"label": "own", "event": "crossing", "date": {"edtf": "2019-07"}},
        {"label": "of the event", "event": "crossing"},
        {"label": "of an event that is not there", "event": "nowhere"},
        {"label": "of what is no event", "event": "press"},
        {"label": "in words only", "date": {"verbatim": "soon after"}},
        {"label": "of nothing"},
    )
    found = [trigger_date(trigger, index) for trigger in item.triggers]
    assert [None if value is None else value.text for value in found] == [
        "2019-07",
        "2019-05-03",
        None,
        None,
        None,
        None,
    ]


def test_an_event_without_a_date_starts_nothing() -> None:
    undated = [bundle()["chronology"][0] | {"date": {"verbatim": "one day"}}]
    item = bundle()["deadlines"][0] | {"triggers": [{"label": "it", "event": "crossing"}]}
    for event in (undated[0], {key: undated[0][key] for key in undated[0] if key != "date"}):
        made = TypeAdapter(Case).validate_python(bundle(chronology=[event], deadlines=[item]))
        span = window(made.deadlines[0], CaseIndex(made))
        assert (span.earliest, span.latest) == (None, None)


RULES = st.sampled_from(CountingRule)
INTERVALS = st.tuples(DAYS, st.integers(0, 40)).map(
    lambda parts: (int(parts[0]), int(parts[0] + parts[1]))
)


def between(first: int, last: int) -> Trigger:
    return on(f"{written(first)}/{written(last)}")


@given(st.lists(INTERVALS, min_size=1, max_size=4), DURATIONS, RULES)
def test_the_earliest_end_is_never_after_the_latest(
    starts: list[tuple[int, int]], duration: str, rule: CountingRule
) -> None:
    span = ends(*(between(*start) for start in starts), duration=duration, rule=rule)
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest <= span.latest
    assert all(span.earliest <= (ending.earliest or 0) for ending in span.endings)
    assert all((ending.latest or 0) <= span.latest for ending in span.endings)


@given(INTERVALS, st.integers(0, 40), st.integers(0, 40), DURATIONS, RULES)
def test_widening_a_start_never_narrows_the_window(
    start: tuple[int, int], before: int, after: int, duration: str, rule: CountingRule
) -> None:
    narrow = ends(between(*start), duration=duration, rule=rule)
    wide = ends(between(start[0] - before, start[1] + after), duration=duration, rule=rule)
    assert (wide.earliest or 0) <= (narrow.earliest or 0)
    assert (narrow.latest or 0) <= (wide.latest or 0)


@given(st.lists(INTERVALS, min_size=1, max_size=3), INTERVALS, DURATIONS, RULES)
def test_one_more_possible_start_never_narrows_the_window(
    starts: list[tuple[int, int]], more: tuple[int, int], duration: str, rule: CountingRule
) -> None:
    triggers = [between(*start) for start in starts]
    few = ends(*triggers, duration=duration, rule=rule)
    many = ends(*triggers, between(*more), duration=duration, rule=rule)
    assert (many.earliest or 0) <= (few.earliest or 0)
    assert (few.latest or 0) <= (many.latest or 0)


# Holidays.


@pytest.mark.parametrize(
    ("start", "duration", "rule", "holidays", "end"),
    [
        # Committee note of 2009 on Rule 6(a): Saturday, and the Monday after it is Labor Day.
        ("2007-08-22", "P10D", "frcp_6a", None, "2007-09-04"),
        ("2007-08-22", "P10D", "eu_1182_71", None, "2007-09-03"),
        ("2007-08-22", "P10D", "calendar_days", {"country": "USA"}, "2007-09-01"),
        # Cesar Chavez Day is a holiday of California alone; Columbus Day is none there.
        ("2026-03-24", "P7D", "frcp_6a", None, "2026-03-31"),
        ("2026-03-24", "P7D", "frcp_6a", {"country": "USA", "subdivision": "CA"}, "2026-04-01"),
        ("2024-10-07", "P7D", "frcp_6a", {"country": "USA", "subdivision": "CA"}, "2024-10-15"),
        # Rule 6(a) asks for no holidays of other countries: 3 October is one of Germany.
        ("2024-09-26", "P7D", "frcp_6a", {"country": "DEU"}, "2024-10-03"),
        ("2024-09-26", "P7D", "eu_1182_71", {"country": "DEU"}, "2024-10-04"),
        ("2024-05-23", "P1W", "eu_1182_71", {"country": "DEU", "subdivision": "BY"}, "2024-05-31"),
        ("2024-05-23", "P1W", "eu_1182_71", {"country": "DEU", "subdivision": "ZZ"}, "2024-05-30"),
        # Good Friday and Easter Monday: 2 working days after Maundy Thursday.
        ("2024-03-28", "P2D", "eu_1182_71", {"country": "DEU"}, "2024-04-03"),
        # Nothing is known of an invented country, and of a year that the library lacks.
        ("2024-09-26", "P7D", "eu_1182_71", {"country": "XVA"}, "2024-10-03"),
        ("1600-06-27", "P7D", "frcp_6a", None, "1600-07-04"),
    ],
)
def test_holidays_count_where_rule_and_country_ask_for_them(
    start: str, duration: str, rule: str, holidays: dict[str, str] | None, end: str
) -> None:
    span = ends(on(start), duration=duration, rule=rule, holidays=holidays)
    assert (written(span.earliest), written(span.latest)) == (end, end)


@pytest.mark.parametrize("rule", list(CountingRule))
@pytest.mark.parametrize("start", ["Y170000000", "Y-170000000", "-9999-12-31", "9999-12-31"])
def test_years_beyond_all_calendars_are_counted(start: str, rule: str) -> None:
    span = ends(on(start), duration="P99999Y99999M", rule=rule, holidays={"country": "FRA"})
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest <= span.latest


# Where it stands.


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2012-08-29", DeadlineState.OPEN),
        ("2012-08-30", DeadlineState.OPEN),  # the last day is still in time
        ("2012-08-31", DeadlineState.ENDING),
        ("2012-09-24", DeadlineState.ENDING),
        ("2012-09-25", DeadlineState.OVER),
        ("2015-11-29", DeadlineState.OVER),
    ],
)
def test_a_window_is_judged_against_the_day_of_the_file(
    as_of: str, expected: DeadlineState
) -> None:
    assert state_on(ends(on("2012-06-01"), on("2012-06-26")), number(as_of)) is expected


@pytest.mark.parametrize(
    ("start", "as_of", "expected"),
    [
        ("2012-06-01/..", "2012-08-30", DeadlineState.OPEN),
        ("2012-06-01/..", "2099-01-01", DeadlineState.ENDING),
        ("../2012-06-01", "2012-08-30", DeadlineState.ENDING),
        ("../2012-06-01", "2012-08-31", DeadlineState.OVER),
    ],
)
def test_a_window_with_one_bound_is_judged_by_it(
    start: str, as_of: str, expected: DeadlineState
) -> None:
    assert state_on(ends(on(start)), number(as_of)) is expected


def test_a_window_without_bounds_is_unknown() -> None:
    assert state_on(ends(), number("2012-08-30")) is DeadlineState.UNKNOWN
