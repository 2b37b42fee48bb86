"""How many days lie between two dates: a number, or a range where the dates are ranges.

The day that is counted from is left out: from one day to the next is one day. A date that may
be several days gives the least and the most days that are possible; where the dates do not say
which of the two comes first, the days are counted either way.

An event that filled its time is counted from its start and from its end, as far as these are
given. Any other event is counted as one day that lies somewhere between its bounds.
"""

from dataclasses import dataclass
from enum import StrEnum

from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate, Point, Precision, point_bounds
from caseviewer.model.kinds import Sense


class Side(StrEnum):
    """What of an event is counted from or to."""

    WHOLE = "whole"
    START = "start"
    END = "end"


class Order(StrEnum):
    """Which of two moments comes first, as far as their bounds say."""

    SAME_DAY = "same_day"
    FIRST = "first"
    SECOND = "second"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that may be any from `earliest` to `latest`: day numbers, None where unbounded."""

    earliest: int | None
    latest: int | None
    side: Side = Side.WHOLE


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The days between two moments: at least `least`, at most `most`; None is without limit.

    order: which comes first; FIRST and SECOND allow for the same day where `least` is 0. ahead
    and behind: the most days by which the first may come before the second, and after it; None
    is without limit, 0 where it cannot.
    """

    least: int
    most: int | None
    order: Order
    ahead: int | None
    behind: int | None

    @property
    def is_exact(self) -> bool:
        """Whether it is one number of days and no other."""
        return self.least == self.most


def moments(date: Date | None) -> tuple[Moment, ...]:
    """What can be counted from and to: the day of an event, or its start and its end.

    Empty where the date cannot be put on a calendar. A start or an end that is open or unknown
    is left out.
    """
    value = None if date is None else date.value
    if date is None or value is None:
        return ()
    if date.sense is not Sense.THROUGHOUT or value.earliest == value.latest:
        return (Moment(value.earliest, value.latest),)
    if value.is_interval:
        sides = ((Side.START, value.start), (Side.END, value.end))
        return tuple(
            Moment(*point_bounds(point), side) for side, point in sides if isinstance(point, Point)
        )
    if _has_plain_edges(value):
        return (
            Moment(value.earliest, value.earliest, Side.START),
            Moment(value.latest, value.latest, Side.END),
        )
    return tuple(Moment(value.earliest, value.latest, side) for side in (Side.START, Side.END))


def _has_plain_edges(value: EdtfDate) -> bool:
    """Whether filling a date means its first and its last day: a month or a year as written.

    Seasons have no first day that all agree on, and digits written as X say that more is meant
    than is known.
    """
    (point,) = value.points
    unspecified = point.month_unspecified or point.day_unspecified
    return point.precision in {Precision.MONTH, Precision.YEAR} and not unspecified


def between(first: Moment, second: Moment) -> Elapsed:
    """The days between two moments, whichever comes first."""
    lead = _difference(second.earliest, first.latest)
    reach = _difference(second.latest, first.earliest)
    behind = None if lead is None else max(-lead, 0)
    ahead = None if reach is None else max(reach, 0)
    if lead is not None and lead >= 0:
        order = Order.SAME_DAY if reach == 0 else Order.FIRST
        return Elapsed(lead, reach, order, ahead, behind)
    if reach is not None and reach <= 0:
        return Elapsed(-reach, behind, Order.SECOND, ahead, behind)
    most = None if ahead is None or behind is None else max(ahead, behind)
    return Elapsed(0, most, Order.UNKNOWN, ahead, behind)


def _difference(later: int | None, earlier: int | None) -> int | None:
    return None if later is None or earlier is None else later - earlier
