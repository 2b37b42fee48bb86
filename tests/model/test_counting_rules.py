"""How days are counted: published examples of each rule, and what always holds."""

import calendar
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.counting_rules import (
    RULES,
    UNITED_STATES,
    HolidayOn,
    Provision,
    StepKind,
    add,
    count,
    holiday_places,
    no_holidays,
)
from caseviewer.model.dates import day_number, weekday
from caseviewer.model.events import Holidays
from caseviewer.model.kinds import CountingRule
from caseviewer.model.public_holidays import holiday_on
from tests.model.periods import DAYS, DURATIONS, number

EPOCH = day_number(1970, 1, 1)
CALENDAR, CLEAR, FRCP, EU = CountingRule


def written(day: int) -> str:
    return (date(1970, 1, 1) + timedelta(day - EPOCH)).isoformat()


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


def last_day(day: int, duration: str, rule: CountingRule, off: HolidayOn = no_holidays) -> int:
    return count(day, duration, rule, off).end


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
    assert written(last_day(number(day), "P0D", FRCP)) == working


@pytest.mark.parametrize(
    ("start", "duration", "rule", "end"),
    [
        ("2016-02-26", "P30D", CALENDAR, "2016-03-27"),  # a Sunday
        ("2016-02-26", "P30D", CLEAR, "2016-03-28"),
        # CPR 2.8(3), examples: three clear days before a hearing on Friday 20 October; a notice of
        # 28 days given on 1 October; 14 days from service on 2 October, whose end is no event.
        ("2017-10-16", "P3D", CLEAR, "2017-10-20"),
        ("2017-10-01", "P28D", CLEAR, "2017-10-30"),
        ("2017-10-02", "P14D", CALENDAR, "2017-10-16"),
        # Committee note of 2009 on Rule 6(a)(1): days between count, even of a short period.
        ("2009-12-02", "P14D", FRCP, "2009-12-16"),
        # The check values of the sample: 90 days from the decision, the report, the distribution.
        ("2012-06-01", "P90D", CALENDAR, "2012-08-30"),
        ("2012-06-26", "P90D", CALENDAR, "2012-09-24"),
        ("2012-07-11", "P90D", CALENDAR, "2012-10-09"),
        ("2016-02-26", "P30D", FRCP, "2016-03-28"),
        ("2016-02-26", "P30D", EU, "2016-03-28"),
        ("2026-06-07", "P14D", FRCP, "2026-06-22"),
        ("2012-06-01", "P90D", FRCP, "2012-08-30"),
        ("2012-06-01", "P90D", EU, "2012-08-30"),
        ("1985-02-18", "P3M", EU, "1985-05-20"),  # 18 May 1985 is a Saturday
        ("1998-03-13", "P3W", EU, "1998-04-03"),
        # Committee note of 2009 on Rule 6(a): ten days end on Saturday, 1 September 2007. Its
        # Tuesday is one day more, as that Monday is Labor Day: see below.
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


ANY_RULE = st.sampled_from(CountingRule)


@given(DAYS, DURATIONS)
def test_rules_that_skip_weekends_end_on_working_days(day: int, duration: str) -> None:
    plain = add(day, duration)
    for rule in (FRCP, EU):
        end = last_day(day, duration, rule)
        assert weekday(end) < 5
        assert plain <= end <= plain + 3
    assert last_day(day, duration, CALENDAR) == plain
    assert last_day(day, duration, CLEAR) == plain + 1


@given(DAYS, st.integers(2, 40))
def test_the_regulation_gives_two_working_days(day: int, length: int) -> None:
    end = last_day(day, f"P{length}D", EU)
    assert sum(weekday(at) < 5 for at in range(day + 1, end + 1)) >= 2


OFF = st.frozensets(st.integers(0, 30), max_size=12)


def off_from(day: int, offsets: frozenset[int]) -> HolidayOn:
    """Holidays so many days after a day."""
    return lambda at: "Feast" if at - day in offsets else ""


@given(DAYS, st.integers(0, 20), OFF)
def test_a_period_runs_on_over_holidays_and_never_back(
    day: int, length: int, offsets: frozenset[int]
) -> None:
    holiday = off_from(day, offsets)
    for rule in (FRCP, EU):
        found = count(day, f"P{length}D", rule, holiday)
        assert found.start == day
        assert found.end >= day + length
        assert weekday(found.end) < 5
        assert not holiday(found.end)
        assert [step.start for step in found.steps[1:]] == [step.end for step in found.steps[:-1]]
    working = [
        at
        for at in range(day + 1, last_day(day, f"P{length}D", EU, holiday) + 1)
        if weekday(at) < 5 and not holiday(at)
    ]
    assert len(working) >= 2 or length < 2


@given(DAYS, st.integers(0, 20), OFF)
def test_rule_6_ends_on_the_first_day_that_is_open(
    day: int, length: int, offsets: frozenset[int]
) -> None:
    holiday = off_from(day, offsets)
    found = count(day, f"P{length}D", FRCP, holiday)
    assert all(weekday(at) >= 5 or holiday(at) for at in range(day + length, found.end))


@given(DAYS, st.integers(0, 60), DURATIONS, ANY_RULE, OFF)
def test_a_later_start_never_ends_earlier(
    day: int, later: int, duration: str, rule: CountingRule, offsets: frozenset[int]
) -> None:
    holiday = off_from(add(day, duration), offsets)
    first = last_day(day, duration, rule, holiday)
    assert first <= last_day(day + later, duration, rule, holiday)


def test_days_off_are_told_by_name() -> None:
    found = count(number("2007-08-22"), "P10D", FRCP, partial(holiday_on, UNITED_STATES))
    assert [step.kind for step in found.steps] == [StepKind.ADDED, StepKind.RUN_ON]
    assert [(written(off.day), off.holiday) for off in found.steps[1].skipped] == [
        ("2007-09-01", ""),
        ("2007-09-02", ""),
        ("2007-09-03", "Labor Day"),
    ]
    assert written(found.end) == "2007-09-04"


def test_the_two_working_days_of_the_regulation_are_a_step_of_their_own() -> None:
    found = count(number("2012-08-31"), "P2D", EU)
    assert [step.kind for step in found.steps] == [StepKind.ADDED, StepKind.TWO_WORKING_DAYS]
    assert [written(off.day) for off in found.steps[1].skipped] == ["2012-09-01", "2012-09-02"]


GERMANY, PUERTO_RICO = Holidays(country="DEU"), Holidays(country="PRI")
BAVARIA = Holidays(country="DEU", subdivision="BY")
CALIFORNIA = Holidays(country="USA", subdivision="CA")


@pytest.mark.parametrize(
    ("rule", "named", "places"),
    [
        (CALENDAR, GERMANY, ()),
        (CLEAR, UNITED_STATES, ()),
        (FRCP, None, (UNITED_STATES,)),
        (FRCP, UNITED_STATES, (UNITED_STATES,)),
        (FRCP, CALIFORNIA, (UNITED_STATES, CALIFORNIA)),
        (FRCP, PUERTO_RICO, (UNITED_STATES, PUERTO_RICO)),
        (FRCP, GERMANY, (UNITED_STATES,)),
        (EU, None, ()),
        (EU, BAVARIA, (BAVARIA,)),
    ],
)
def test_whose_holidays_count(
    rule: CountingRule, named: Holidays | None, places: tuple[Holidays, ...]
) -> None:
    assert holiday_places(rule, named) == places


def test_every_rule_has_its_row() -> None:
    assert list(RULES) == list(CountingRule)
    assert all(says.provisions[0][0] is Provision.START_LEFT_OUT for says in RULES.values())
