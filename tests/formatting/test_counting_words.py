"""How a period is counted, in words."""

from importlib.metadata import version
from typing import Any

import pytest

from caseviewer.formatting.counting_words import (
    duration_words,
    holiday_lines,
    rule_lines,
    step_lines,
)
from caseviewer.model.counting_rules import count
from caseviewer.model.dates import day_number
from caseviewer.model.deadlines import window
from caseviewer.model.events import Period
from caseviewer.model.kinds import CountingRule
from tests.formatting.making import changed, made, opened

LIBRARY = f"as the holidays library, version {version('holidays')}, lists them."
CHECK = "A list can be wrong: check the day that matters."
BOTH = "United States (federal) and United States (CA)"
LABOR_DAY = day_number(2007, 9, 3)


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P90D", "90 days"),
        ("P1D", "1 day"),
        ("P0D", "0 days"),
        ("P2W", "2 weeks"),
        ("P1W", "1 week"),
        ("P6M", "6 months"),
        ("P1M", "1 month"),
        ("P3Y", "3 years"),
        ("P1Y6M", "1 year 6 months"),
        ("P007D", "7 days"),
    ],
)
def test_periods_in_words(duration: str, words: str) -> None:
    assert duration_words(made(Period, duration=duration)) == words


def lines(start: str, rule: str, **fields: Any) -> tuple[str, ...]:
    """What is told of holidays for a period of ten days."""
    fields = {"period": {"duration": "P10D"}, "rule": rule} | fields
    triggers = [{"label": "it", "date": {"edtf": start}}]
    case = opened(**changed("deadlines", triggers=triggers, **fields))
    deadline = case.case.deadlines[0]
    return holiday_lines(case, deadline, window(deadline, case.index))


STATE = "Holidays of the State where the court sits are not considered, as the file names no such"


@pytest.mark.parametrize(
    ("start", "rule", "holidays", "told"),
    [
        ("2007-08-22", "calendar_days", None, []),
        (
            "2007-08-22",
            "calendar_days",
            {"country": "DEU"},
            ["The file names the holidays of Germany; this rule does not ask for them."],
        ),
        (
            "2007-08-22",
            "frcp_6a",
            None,
            [
                f"Public holidays: United States (federal), {LIBRARY} {CHECK}",
                f"{STATE} State: 6(a)(6)(C).",
            ],
        ),
        (
            "2007-08-22",
            "frcp_6a",
            {"country": "USA", "subdivision": "CA"},
            [f"Public holidays: {BOTH}, {LIBRARY} {CHECK}"],
        ),
        (
            "2007-08-22",
            "frcp_6a",
            {"country": "DEU"},
            [
                f"Public holidays: United States (federal), {LIBRARY} {CHECK}",
                f"{STATE} State: 6(a)(6)(C).",
                "The file names the holidays of Germany; this rule does not ask for them.",
            ],
        ),
        (
            "2007-08-22",
            "eu_1182_71",
            None,
            [
                (
                    "Public holidays, which Article 2(1) asks for, are not considered: the file"
                    " does not say of which Member State or institution. Weekends are skipped."
                )
            ],
        ),
        (
            "2007-08-22",
            "eu_1182_71",
            {"country": "DEU", "subdivision": "BY"},
            [f"Public holidays: Germany (BY), {LIBRARY} {CHECK}"],
        ),
        (
            "2007-08-22",
            "eu_1182_71",
            {"country": "DEU", "subdivision": "ZZ"},
            [
                f"Public holidays: Germany (ZZ), {LIBRARY} {CHECK}",
                (
                    "The holidays library knows no part “ZZ” of Germany: the holidays of the whole"
                    " country count."
                ),
            ],
        ),
        (
            "2007-08-22",
            "eu_1182_71",
            {"country": "XVA"},
            ["The holidays library lists no holidays of XVA: they are not considered."],
        ),
        (
            "1600-12-27/1602-01-01",
            "frcp_6a",
            {"country": "USA", "subdivision": "CA"},
            [
                f"Public holidays: {BOTH}, {LIBRARY} {CHECK}",
                (
                    "The holidays of United States in 1601, 1602 are not considered: the library"
                    " lists them from 1777 to 2100."
                ),
            ],
        ),
    ],
)
def test_whose_holidays_count_is_told(
    start: str, rule: str, holidays: dict[str, str] | None, told: list[str]
) -> None:
    assert list(lines(start, rule, holidays=holidays)) == told


def test_a_start_without_a_date_asks_for_no_year() -> None:
    triggers = [{"label": "it"}]
    case = opened(**changed("deadlines", triggers=triggers, rule="frcp_6a"))
    deadline = case.case.deadlines[0]
    assert len(holiday_lines(case, deadline, window(deadline, case.index))) == 2


@pytest.mark.parametrize(
    ("start", "duration", "rule", "told"),
    [
        (
            (2012, 6, 1),
            "P0D",
            CountingRule.CALENDAR_DAYS,
            ["1 June 2012 + 0 days = Friday 1 June 2012"],
        ),
        (
            (2017, 10, 16),
            "P3D",
            CountingRule.CLEAR_DAYS,
            [
                "16 October 2017 + 3 days = Thursday 19 October 2017 (day 1 is 17 October 2017)",
                (
                    "the day of the act is left out too: 19 October 2017 is the last clear day,"
                    " Friday 20 October 2017 the first day after it"
                ),
            ],
        ),
        (
            (2007, 8, 22),
            "P10D",
            CountingRule.FRCP_6A,
            [
                "22 August 2007 + 10 days = Saturday 1 September 2007 (day 1 is 23 August 2007)",
                (
                    "no period ends on Saturday 1 September 2007, Sunday 2 September 2007, Monday 3"
                    " September 2007 (Labor Day): it runs on to Tuesday 4 September 2007"
                ),
            ],
        ),
        (
            (2012, 8, 31),
            "P2D",
            CountingRule.EU_1182_71,
            [
                "31 August 2012 + 2 days = Sunday 2 September 2012 (day 1 is 1 September 2012)",
                (
                    "at least two working days: it runs on to Tuesday 4 September 2012, as these"
                    " are none: Saturday 1 September 2012, Sunday 2 September 2012"
                ),
            ],
        ),
    ],
)
def test_each_step_has_its_words(
    start: tuple[int, int, int], duration: str, rule: CountingRule, told: list[str]
) -> None:
    def holiday(day: int) -> str:
        return "Labor Day" if day == LABOR_DAY else ""

    found = count(day_number(*start), duration, rule, holiday)
    assert list(step_lines(found, made(Period, duration=duration))) == told


@pytest.mark.parametrize("rule", CountingRule)
def test_every_rule_says_what_it_does_and_where_that_is_written(rule: CountingRule) -> None:
    told = rule_lines(rule)
    assert "The day of the start is left out." in told[0]
    assert all(line.endswith(".") for line in told)
    if rule is not CountingRule.CALENDAR_DAYS:
        assert told[0].split(":")[0] in {
            "As in CPR 2.8(3)(a) of England and Wales",
            "Fed. R. Civ. P. 6(a)(1)(A)",
            "Regulation 1182/71, Article 3(1)",
        }
