"""How days are counted: each rule as a row of data, and the count step by step.

Every rule here leaves the day of the start out. Months and years end on the day of the same
number, or on the last day of a shorter month. What else a rule says stands in its row, with the
article that says so; the rows follow

- the Civil Procedure Rules of England and Wales, rule 2.8, for clear days,
- the US Federal Rules of Civil Procedure, rule 6(a),
- Regulation (EEC, Euratom) No 1182/71, Articles 2 and 3.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from caseviewer.model.dates import weekday
from caseviewer.model.events import Holidays
from caseviewer.model.kinds import CountingRule
from caseviewer.model.months import add_months

_SATURDAY = 5

HolidayOn = Callable[[int], str]
"""The name of the holiday on a day; empty where it is none."""


class Provision(StrEnum):
    """One thing that a rule says."""

    START_LEFT_OUT = "start_left_out"
    ACT_LEFT_OUT = "act_left_out"
    EVERY_DAY_COUNTS = "every_day_counts"
    SAME_DATE = "same_date"
    SHORT_MONTH = "short_month"
    RUNS_ON = "runs_on"
    TWO_WORKING_DAYS = "two_working_days"


class HolidaySource(StrEnum):
    """Whose holidays a rule asks for.

    FEDERAL: those of the United States, and those of the State or territory that the file names.
    NAMED: those of the country that the file names.
    """

    NONE = "none"
    FEDERAL = "federal"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule says.

    clear: the day of the act is left out too. runs_on: a period that ends on a Saturday, Sunday
    or holiday ends on the next day that is none. working_days: how many a period of two days or
    more holds at least. provisions: what it says, each with its article (empty where the rule is
    no law's). holidays_article: where it says what a holiday is.
    """

    provisions: tuple[tuple[Provision, str], ...]
    clear: bool = False
    runs_on: bool = False
    working_days: int = 0
    holidays: HolidaySource = HolidaySource.NONE
    holidays_article: str = ""


RULES: dict[CountingRule, Rule] = {
    CountingRule.CALENDAR_DAYS: Rule(
        ((Provision.START_LEFT_OUT, ""), (Provision.EVERY_DAY_COUNTS, ""))
    ),
    CountingRule.CLEAR_DAYS: Rule(
        (
            (Provision.START_LEFT_OUT, "As in CPR 2.8(3)(a) of England and Wales"),
            (Provision.ACT_LEFT_OUT, "CPR 2.8(3)(b)"),
            (Provision.EVERY_DAY_COUNTS, ""),
        ),
        clear=True,
    ),
    CountingRule.FRCP_6A: Rule(
        (
            (Provision.START_LEFT_OUT, "Fed. R. Civ. P. 6(a)(1)(A)"),
            (Provision.EVERY_DAY_COUNTS, "6(a)(1)(B)"),
            (Provision.RUNS_ON, "6(a)(1)(C)"),
        ),
        runs_on=True,
        holidays=HolidaySource.FEDERAL,
        holidays_article="6(a)(6)",
    ),
    CountingRule.EU_1182_71: Rule(
        (
            (Provision.START_LEFT_OUT, "Regulation 1182/71, Article 3(1)"),
            (Provision.SAME_DATE, "Article 3(2)(c)"),
            (Provision.EVERY_DAY_COUNTS, "Article 3(3)"),
            (Provision.RUNS_ON, "Article 3(4)"),
            (Provision.TWO_WORKING_DAYS, "Article 3(5)"),
        ),
        runs_on=True,
        working_days=2,
        holidays=HolidaySource.NAMED,
        holidays_article="Article 2(1)",
    ),
}

UNITED_STATES = Holidays(country="USA")
_UNDER_US_LAW = frozenset({"USA", "ASM", "GUM", "MNP", "PRI", "VIR"})
"""Rule 6(a)(6) reads “state” as the District of Columbia and every territory too."""


def holiday_places(rule: CountingRule, named: Holidays | None) -> tuple[Holidays, ...]:
    """Whose holidays count: what the rule asks for, given those that the file names."""
    source = RULES[rule].holidays
    if source is HolidaySource.NONE:
        return ()
    if source is HolidaySource.NAMED:
        return () if named is None else (named,)
    inside = named is not None and named.country in _UNDER_US_LAW and named != UNITED_STATES
    return (UNITED_STATES, named) if named is not None and inside else (UNITED_STATES,)


class StepKind(StrEnum):
    """What one step of a count does."""

    ADDED = "added"
    ACT_LEFT_OUT = "act_left_out"
    RUN_ON = "run_on"
    TWO_WORKING_DAYS = "two_working_days"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which no period ends: a holiday by its name, else a Saturday or Sunday."""

    day: int
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count, from a day to a day; `skipped` are the days off on the way."""

    kind: StepKind
    start: int
    end: int
    skipped: tuple[DayOff, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How a period that starts from a day ends: the first step adds it, others move its end."""

    steps: tuple[Step, ...]

    @property
    def start(self) -> int:
        """The day from which it was counted."""
        return self.steps[0].start

    @property
    def end(self) -> int:
        """The last day of the period; for clear days the day after them."""
        return self.steps[-1].end


def add(day: int, duration: str) -> int:
    """The day on which a period that starts from `day` ends, by the calendar alone."""
    years = months = 0
    number = ""
    for sign in duration[1:]:
        if sign.isdigit():
            number += sign
        elif sign == "D":
            return day + int(number)
        elif sign == "W":
            return day + 7 * int(number)
        elif sign == "Y":
            years, number = int(number), ""
        else:
            months, number = int(number), ""
    return add_months(day, years * 12 + months)


def no_holidays(_day: int) -> str:
    """No day is a holiday."""
    return ""


def count(
    start: int, duration: str, rule: CountingRule, holiday_on: HolidayOn = no_holidays
) -> Count:
    """Count a period step by step, as the rule says."""
    says = RULES[rule]
    end = add(start, duration)
    steps = [Step(StepKind.ADDED, start, end)]
    if says.clear:
        steps.append(Step(StepKind.ACT_LEFT_OUT, end, end + 1))
    if says.runs_on:
        steps += _moved(start, end, says, holiday_on)
    return Count(tuple(steps))


def _moved(start: int, end: int, says: Rule, holiday_on: HolidayOn) -> list[Step]:
    """The step that moves an end to a later day, if one does."""
    last, skipped = _working_day(end, holiday_on)
    if says.working_days and end - start >= 2:
        enough, off = _working_days(start, says.working_days, holiday_on)
        if enough > last:
            return [Step(StepKind.TWO_WORKING_DAYS, end, enough, off)]
    return [Step(StepKind.RUN_ON, end, last, skipped)] if last > end else []


def _working_days(start: int, number: int, holiday_on: HolidayOn) -> tuple[int, tuple[DayOff, ...]]:
    """The last of so many working days after a start, and the days off among them."""
    day = start
    off: list[DayOff] = []
    for _ in range(number):
        day, skipped = _working_day(day + 1, holiday_on)
        off += skipped
    return day, tuple(off)


def _working_day(day: int, holiday_on: HolidayOn) -> tuple[int, tuple[DayOff, ...]]:
    """The day itself, or the next that is no Saturday, Sunday or holiday; and what was skipped."""
    off = []
    while (holiday := holiday_on(day)) or weekday(day) >= _SATURDAY:
        off.append(DayOff(day, holiday))
        day += 1
    return day, tuple(off)
