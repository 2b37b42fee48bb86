"""When a period ends: a window over everything that its start may be.

How days are counted stands in `counting_rules`, whose holidays count in `public_holidays`.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from caseviewer.model.case_index import CaseIndex
from caseviewer.model.counting_rules import Count, HolidayOn, count, holiday_places, no_holidays
from caseviewer.model.dates import EdtfDate, parse
from caseviewer.model.events import Deadline, Event, Holidays, Trigger


class DeadlineState(StrEnum):
    """Where a window stands on a given day."""

    OPEN = "open"
    ENDING = "ending"
    OVER = "over"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of the period for one trigger: the counts from its bounds, None where it has none.

    approximate, uncertain: whether the date of the trigger is so marked; the counts are then a
    guide, and no limit.
    """

    trigger: Trigger
    first: Count | None
    last: Count | None
    approximate: bool = False
    uncertain: bool = False

    @property
    def earliest(self) -> int | None:
        """The earliest end, as a day number."""
        return None if self.first is None else self.first.end

    @property
    def latest(self) -> int | None:
        """The latest end, as a day number."""
        return None if self.last is None else self.last.end


@dataclass(frozen=True, slots=True)
class Window:
    """The last day of a period as a window, and how each trigger leads to it.

    `start_stated` tells whether the source names the trigger; only then is the window
    made from that one alone. `approximate` and `uncertain` tell whether the date of a start
    that counts is so marked: the window is then only a guide.
    """

    endings: tuple[Ending, ...]
    start_stated: bool
    earliest: int | None
    latest: int | None
    approximate: bool = False
    uncertain: bool = False

    @property
    def is_guide(self) -> bool:
        """Whether its bounds are no limits, as a start that counts is in doubt."""
        return self.approximate or self.uncertain


def trigger_date(trigger: Trigger, index: CaseIndex) -> EdtfDate | None:
    """The date of a trigger: its own, or that of its event."""
    if trigger.date is not None:
        return trigger.date.value
    event = index.get(trigger.event)
    if isinstance(event, Event) and event.date is not None:
        return event.date.value
    return None


def holidays_of(deadline: Deadline) -> HolidayOn:
    """Tells the holidays that count for a deadline."""
    places = holiday_places(deadline.rule, deadline.holidays)
    return partial(_first_holiday, places) if places else no_holidays


def _first_holiday(places: tuple[Holidays, ...], day: int) -> str:
    from caseviewer.model.public_holidays import holiday_on

    return next(filter(None, (holiday_on(place, day) for place in places)), "")


def _ending(trigger: Trigger, deadline: Deadline, index: CaseIndex) -> Ending:
    date, holiday_on = trigger_date(trigger, index), holidays_of(deadline)

    def counted(day: int | None) -> Count | None:
        if day is None:
            return None
        return count(day, deadline.period.duration, deadline.rule, holiday_on)

    if date is None:
        return Ending(trigger, None, None)
    return Ending(
        trigger,
        counted(date.earliest),
        counted(date.latest),
        approximate=date.approximate,
        uncertain=date.uncertain,
    )


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
        approximate=any(ending.approximate for ending in counted),
        uncertain=any(ending.uncertain for ending in counted),
    )


def _least(days: list[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return min(known) if days and len(known) == len(days) else None


def _greatest(days: list[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return max(known) if days and len(known) == len(days) else None


def state(span: Window, as_of: str) -> DeadlineState:
    """Where a window stands on the day up to which the file speaks (YYYY-MM-DD)."""
    return state_on(span, parse(as_of).latest)


def state_on(span: Window, day: int | None) -> DeadlineState:
    """Where a window stands on a day, told by its number."""
    if day is None or (span.earliest is None and span.latest is None):
        return DeadlineState.UNKNOWN
    if span.latest is not None and span.latest < day:
        return DeadlineState.OVER
    if span.earliest is not None and span.earliest >= day:
        return DeadlineState.OPEN
    return DeadlineState.ENDING
