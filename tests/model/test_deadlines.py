"""When a period ends: the window over everything that its start may be."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dates import day_number, weekday
from caseviewer.model.deadlines import (
    DeadlineState,
    Window,
    add,
    last_day,
    next_working_day,
    state,
    trigger_date,
    window,
)
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import CountingRule
from tests.builders import bundle

EPOCH = day_number(1970, 1, 1)
CALENDAR, CLEAR, FRCP, EU = CountingRule

Trigger = dict[str, object]


def number(day: str) -> int:
    """The number of a day that is written YYYY-MM-DD."""
    return EPOCH + (date.fromisoformat(day) - date(1970, 1, 1)).days


def written(day: int | None) -> str | None:
    return None if day is None else (date(1970, 1, 1) + timedelta(day - EPOCH)).isoformat()


def deadline(
    *triggers: Trigger, duration: str = "P90D", rule: str = "calendar_days"
) -> tuple[Deadline, CaseIndex]:
    item = bundle()["deadlines"][0] | {
        "period": {"duration": duration},
        "triggers": list(triggers),
        "rule": rule,
    }
    case = TypeAdapter(Case).validate_python(bundle(deadlines=[item]))
    return case.deadlines[0], CaseIndex(case)


def on(edtf: str, *, stated: bool = False) -> Trigger:
    return {"label": edtf, "date": {"edtf": edtf}, "stated": stated}


def ends(*triggers: Trigger, duration: str = "P90D", rule: str = "calendar_days") -> Window:
    return window(*deadline(*triggers, duration=duration, rule=rule))


# The calendar.


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2012-06-01", "P90D", "2012-08-30"),
        ("2012-06-26", "P90D", "2012-09-24"),
        ("2012-07-11", "P90D", "2012-10-09"),
        ("2012-06-01", "P0D", "2012-06-01"),
        ("2012-02-28", "P1D", "2012-02-29"),
        ("2013-02-28", "P1D", "2013-03-01"),
        ("2017-02-03", "P2W", "2017-02-17"),
        ("2017-02-03", "P6M", "2017-08-03"),
        # Months and years end on the last day of a month that is too short.
        ("2012-01-31", "P1M", "2012-02-29"),
        ("2013-01-31", "P1M", "2013-02-28"),
        ("2013-08-31", "P1M", "2013-09-30"),
        ("2013-10-31", "P4M", "2014-02-28"),
        ("2012-02-29", "P1Y", "2013-02-28"),
        ("2012-02-29", "P4Y", "2016-02-29"),
        ("2012-12-31", "P1M", "2013-01-31"),
        ("2012-12-31", "P14M", "2014-02-28"),
        ("2020-01-31", "P1Y6M", "2021-07-31"),
        ("2019-08-31", "P0Y6M", "2020-02-29"),
        # Court of Justice, 152/85 Misset: three months from 18 February 1985 end on 18 May.
        ("1985-02-18", "P3M", "1985-05-18"),
        # Court of Justice, C-171/03 Toeters: three weeks end on the weekday of the event.
        ("1998-03-12", "P3W", "1998-04-02"),
        ("1998-01-27", "P3W", "1998-02-17"),
    ],
)
def test_a_period_ends_by_the_calendar(start: str, duration: str, end: str) -> None:
    assert written(add(number(start), duration)) == end


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(0, 9_999))
def test_days_and_weeks_are_what_the_standard_library_adds(start: date, count: int) -> None:
    day = number(start.isoformat())
    assert add(day, f"P{count}D") == day + count
    assert add(day, f"P{count}W") == add(day, f"P{count * 7}D")


@given(
    st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(0, 50), st.integers(0, 99_999 // 99)
)
def test_months_keep_the_number_of_the_day_where_they_can(
    start: date, years: int, months: int
) -> None:
    end = date.fromisoformat(str(written(add(number(start.isoformat()), f"P{years}Y{months}M"))))
    assert (end.year - start.year) * 12 + end.month - start.month == 12 * years + months
    assert end.day == min(start.day, calendar.monthrange(end.year, end.month)[1])


@given(st.integers(1, 10**6), st.integers(0, 400))
def test_a_year_is_twelve_months(day: int, years: int) -> None:
    assert add(day, f"P{years}Y") == add(day, f"P{12 * years}M") == add(day, f"P{years}Y0M")


# The rules.


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2012-08-30", "2012-08-30"),  # Thursday
        ("2012-08-31", "2012-08-31"),  # Friday
        ("2012-09-01", "2012-09-03"),  # Saturday
        ("2012-09-02", "2012-09-03"),  # Sunday
        ("2012-09-03", "2012-09-03"),  # Monday
    ],
)
def test_a_weekend_gives_way_to_monday(day: str, working: str) -> None:
    assert written(next_working_day(number(day))) == working


@pytest.mark.parametrize(
    ("start", "duration", "rule", "end"),
    [
        ("2016-02-26", "P30D", CALENDAR, "2016-03-27"),  # a Sunday
        ("2016-02-26", "P30D", CLEAR, "2016-03-27"),
        ("2016-02-26", "P30D", FRCP, "2016-03-28"),
        ("2016-02-26", "P30D", EU, "2016-03-28"),
        ("2026-06-07", "P14D", FRCP, "2026-06-22"),
        ("2012-06-01", "P90D", FRCP, "2012-08-30"),
        ("2012-06-01", "P90D", EU, "2012-08-30"),
        ("1985-02-18", "P3M", EU, "1985-05-20"),  # 18 May 1985 is a Saturday
        ("1998-03-13", "P3W", EU, "1998-04-03"),
        # Committee note of 2009 on Rule 6(a): ten days end on Saturday, 1 September 2007. Its
        # Tuesday is one day more, as that Monday is Labor Day: holidays are not known here.
        ("2007-08-22", "P10D", FRCP, "2007-09-03"),
        # Regulation 1182/71, Article 3(5): two days or more hold two working days.
        ("2012-08-30", "P2D", EU, "2012-09-03"),  # Thursday: Friday and Monday
        ("2012-08-31", "P2D", EU, "2012-09-04"),  # Friday: Monday and Tuesday
        ("2012-08-31", "P3D", EU, "2012-09-04"),
        ("2012-08-31", "P4D", EU, "2012-09-04"),
        ("2012-09-01", "P2D", EU, "2012-09-04"),
        ("2012-09-02", "P2D", EU, "2012-09-04"),
        ("2012-08-31", "P1D", EU, "2012-09-03"),  # one day is left alone
        ("2012-08-31", "P2D", FRCP, "2012-09-03"),
        ("2012-08-31", "P3D", FRCP, "2012-09-03"),
    ],
)
def test_each_rule_has_its_last_day(
    start: str, duration: str, rule: CountingRule, end: str
) -> None:
    assert written(last_day(number(start), duration, rule)) == end


DAYS = st.integers(number("1900-01-01"), number("2100-01-01"))
DURATIONS = st.one_of(
    st.integers(0, 400).map("P{}D".format),
    st.integers(0, 60).map("P{}W".format),
    st.integers(0, 60).map("P{}M".format),
    st.tuples(st.integers(0, 9), st.integers(0, 20)).map(lambda parts: "P{}Y{}M".format(*parts)),
)
RULES = st.sampled_from(CountingRule)


@given(DAYS, DURATIONS)
def test_rules_that_skip_weekends_end_on_working_days(day: int, duration: str) -> None:
    plain = add(day, duration)
    for rule in (FRCP, EU):
        end = last_day(day, duration, rule)
        assert weekday(end) < 5
        assert plain <= end <= plain + 3
    assert last_day(day, duration, CALENDAR) == last_day(day, duration, CLEAR) == plain


@given(DAYS, st.integers(2, 40))
def test_the_regulation_gives_two_working_days(day: int, length: int) -> None:
    end = last_day(day, f"P{length}D", EU)
    assert sum(weekday(at) < 5 for at in range(day + 1, end + 1)) >= 2


@given(DAYS, st.integers(0, 60), DURATIONS, RULES)
def test_a_later_start_never_ends_earlier(
    day: int, later: int, duration: str, rule: CountingRule
) -> None:
    assert last_day(day, duration, rule) <= last_day(day + later, duration, rule)


# The window.


def test_one_exact_start_gives_one_day() -> None:
    span = ends(on("2012-06-01"))
    assert (written(span.earliest), written(span.latest)) == ("2012-08-30", "2012-08-30")
    assert not span.start_stated


def test_a_start_within_bounds_gives_a_window() -> None:
    span = ends(on("2012-06-01/2012-06-26"))
    (ending,) = span.endings
    assert (written(ending.start_earliest), written(ending.start_latest)) == (
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
        ("2015-11-29/..", DeadlineState.UNKNOWN),  # no day to judge by
    ],
)
def test_a_window_is_judged_against_the_day_of_the_file(
    as_of: str, expected: DeadlineState
) -> None:
    assert state(ends(on("2012-06-01"), on("2012-06-26")), as_of) is expected


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
    assert state(ends(on(start)), as_of) is expected


def test_a_window_without_bounds_is_unknown() -> None:
    assert state(ends(), "2012-08-30") is DeadlineState.UNKNOWN
