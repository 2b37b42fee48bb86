"""When a period ends: a window over everything that its start may be.

Under each rule the day of the trigger is left out of the count (Fed. R. Civ. P. 6(a)(1)(A);
Regulation (EEC, Euratom) 1182/71, Article 3(1)). Months and years end on the day of the
same number, or on the last day of a shorter month (Regulation 1182/71, Article 3(2)(c)).
Two rules let a period run on from a Saturday or Sunday to the next working day
(Fed. R. Civ. P. 6(a)(1)(C); Regulation 1182/71, Article 3(4)), and the Regulation gives
a period of two days or more at least two working days (Article 3(5)). Public holidays,
which both also skip, are not known here, and the words for a window say so.
"""

from dataclasses import dataclass
from enum import StrEnum

from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dates import EdtfDate, civil, day_number, days_in_month, parse, weekday
from caseviewer.model.events import Deadline, Event, Trigger
from caseviewer.model.kinds import CountingRule

_SATURDAY = 5
_SKIPS_WEEKENDS = frozenset({CountingRule.FRCP_6A, CountingRule.EU_1182_71})


class DeadlineState(StrEnum):
    """Where a window stands on a given day."""

    OPEN = "open"
    ENDING = "ending"
    OVER = "over"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of the period for one trigger, in day numbers; None where it has no bound.

    `start_earliest` and `start_latest` bound the trigger, `earliest` and `latest` the
    last day of the period.
    """

    trigger: Trigger
    start_earliest: int | None
    start_latest: int | None
    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """The last day of a period as a window, and how each trigger leads to it.

    `start_stated` tells whether the source names the trigger; only then is the window
    made from that one alone.
    """

    endings: tuple[Ending, ...]
    start_stated: bool
    earliest: int | None
    latest: int | None


def trigger_date(trigger: Trigger, index: CaseIndex) -> EdtfDate | None:
    """The date of a trigger: its own, or that of its event."""
    if trigger.date is not None:
        return trigger.date.value
    event = index.get(trigger.event)
    if isinstance(event, Event) and event.date is not None:
        return event.date.value
    return None


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
    year, month, monthday = civil(day)
    total = (year + years) * 12 + (month - 1) + months
    year, month = total // 12, total % 12 + 1
    return day_number(year, month, min(monthday, days_in_month(year, month)))


def next_working_day(day: int) -> int:
    """The day itself, or the Monday after it when it is a Saturday or Sunday."""
    over = weekday(day) - _SATURDAY
    return day if over < 0 else day + 2 - over


def last_day(day: int, duration: str, rule: CountingRule) -> int:
    """The last day of a period that starts from `day`, as the rule counts it."""
    end = add(day, duration)
    if rule not in _SKIPS_WEEKENDS:
        return end
    if rule is CountingRule.EU_1182_71 and end - day >= 2:
        first = next_working_day(day + 1)
        end = max(end, next_working_day(first + 1))
    return next_working_day(end)


def _end(day: int | None, deadline: Deadline) -> int | None:
    return None if day is None else last_day(day, deadline.period.duration, deadline.rule)


def _ending(trigger: Trigger, deadline: Deadline, index: CaseIndex) -> Ending:
    date = trigger_date(trigger, index)
    first = None if date is None else date.earliest
    last = None if date is None else date.latest
    return Ending(trigger, first, last, _end(first, deadline), _end(last, deadline))


def window(deadline: Deadline, index: CaseIndex) -> Window:
    """The window in which the period ends, over the stated trigger or else over all."""
    endings = tuple(_ending(trigger, deadline, index) for trigger in deadline.triggers)
    stated = tuple(ending for ending in endings if ending.trigger.stated)
    counted = stated or endings
    firsts = [ending.earliest for ending in counted]
    lasts = [ending.latest for ending in counted]
    return Window(
        endings=endings,
        start_stated=bool(stated),
        earliest=_least(firsts),
        latest=_greatest(lasts),
    )


def _least(days: list[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return min(known) if days and len(known) == len(days) else None


def _greatest(days: list[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return max(known) if days and len(known) == len(days) else None


def state(span: Window, as_of: str) -> DeadlineState:
    """Where a window stands on the day up to which the file speaks (YYYY-MM-DD)."""
    today = parse(as_of).latest
    if today is None or (span.earliest is None and span.latest is None):
        return DeadlineState.UNKNOWN
    if span.latest is not None and span.latest < today:
        return DeadlineState.OVER
    if span.earliest is not None and span.earliest >= today:
        return DeadlineState.OPEN
    return DeadlineState.ENDING
