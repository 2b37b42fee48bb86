"""Dates as sources give them: EDTF (ISO 8601-2:2019) levels 0 and 1, bounds and order.

Days are counted in the proleptic Gregorian calendar with astronomical years (0 is 1 BC); day
number 1 is 1 January of the year 1. Nothing is padded: a date keeps the precision it was written
with, and its bounds are the first and the last day that the writing allows.

Bounds that need a word:

- Seasons. The format names neither the hemisphere nor the year that a season across New Year
  belongs to. Spring and autumn are bounded by their calendar year; summer and winter, either of
  which may run across New Year, by 1 December of the year before and the end of February of the
  year after.
- Approximate and uncertain dates are bounded by their written digits: a guide, not a limit.
- A date-time is bounded by its day as written, in its own time zone.
- An interval runs from the earliest day of its start to the latest day of its end.

Three choices within the standard: an interval joins dates without times (as level 0 says), an
interval that gives neither start nor end is refused, and so is the hour 24.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache

from caseviewer.model import date_reasons

MAX_LENGTH = 64

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_400_YEARS = 146_097
_DAYS_IN_100_YEARS = 36_524
_DAYS_IN_4_YEARS = 1_461
_DAYS_IN_YEAR = 365
_MAX_OFFSET = 14 * 60

_PLAIN = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,11})[?~%]?")
_DIGITS_UNSPECIFIED = re.compile(r"(-?)([0-9]{1,3})(X{1,3})[?~%]?")
_PARTS_UNSPECIFIED = re.compile(r"(-?[0-9]{4})-(?:XX|([0-9]{2}))(?:-XX)?[?~%]?")
_DATE_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_UNITS = ("hour", "minute", "second")


class DateError(ValueError):
    """A date that cannot be read; its text is a sentence for people."""


class Limit(Enum):
    """A side of an interval that is not a date: left open (“..”) or not known (empty)."""

    OPEN = ".."
    UNKNOWN = ""


class Precision(StrEnum):
    """How exactly a date is given, from the finest to the coarsest."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_FINENESS = tuple(Precision)
_YEAR_PRECISIONS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written, never padded: what is not given is None.

    year: astronomical; where its last digits are unspecified, the first of the years meant.
    season: 21 spring, 22 summer, 23 autumn, 24 winter. time: seconds after midnight as written.
    offset: minutes ahead of UTC, None where no time zone is given.
    """

    text: str
    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    unspecified_year_digits: int = 0
    time: int | None = None
    offset: int | None = None

    @property
    def approximate(self) -> bool:
        """Whether it is marked as approximate (“~” or “%”)."""
        return self.text.endswith(("~", "%"))

    @property
    def uncertain(self) -> bool:
        """Whether it is marked as uncertain (“?” or “%”)."""
        return self.text.endswith(("?", "%"))

    @property
    def month_unspecified(self) -> bool:
        """Whether the month was written XX."""
        return self.month is None and "-XX" in self.text

    @property
    def day_unspecified(self) -> bool:
        """Whether the day was written XX."""
        return "-XX-XX" in self.text or (self.month is not None and "-XX" in self.text)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year meant; “-000X” ends with -1, as there is no year -0."""
        last = self.year + 10**self.unspecified_year_digits - 1
        return self.year, min(last, -1) if self.year < 0 else last

    @property
    def precision(self) -> Precision:
        """How exactly the date is given; a date-time counts as a day."""
        if self.season is not None:
            return Precision.SEASON
        if self.month is None:
            return _YEAR_PRECISIONS[self.unspecified_year_digits]
        return Precision.MONTH if self.day is None else Precision.DAY


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date or an interval with its bounds: day numbers, both inclusive, None where unbounded.

    A date that is not an interval has the same point as start and end.
    """

    text: str
    start: Point | Limit
    end: Point | Limit
    earliest: int | None
    latest: int | None

    @property
    def is_interval(self) -> bool:
        """Whether a start and an end were written."""
        return "/" in self.text

    @property
    def points(self) -> tuple[Point, ...]:
        """The dates given: one or two."""
        sides = (self.start, self.end) if self.is_interval else (self.start,)
        return tuple(side for side in sides if isinstance(side, Point))

    @property
    def approximate(self) -> bool:
        """Whether a side is marked as approximate (“~” or “%”)."""
        return any(point.approximate for point in self.points)

    @property
    def uncertain(self) -> bool:
        """Whether a side is marked as uncertain (“?” or “%”)."""
        return any(point.uncertain for point in self.points)

    @property
    def precision(self) -> Precision:
        """How exactly the date is given; an interval is as coarse as its coarser side."""
        return max((point.precision for point in self.points), key=_FINENESS.index)

    @property
    def is_exact_day(self) -> bool:
        """Whether it is one day and no other, with no mark of doubt."""
        one_day = self.earliest is not None and self.earliest == self.latest
        return one_day and not self.approximate and not self.uncertain


def is_leap_year(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month from 1 to 12."""
    return _DAYS_IN_MONTH[month - 1] + (month == 2 and is_leap_year(year))


def day_number(year: int, month: int, day: int) -> int:
    """The number of an existing day; 1 is 1 January of the year 1."""
    before = year - 1
    days = before * _DAYS_IN_YEAR + before // 4 - before // 100 + before // 400
    days += _DAYS_BEFORE_MONTH[month - 1] + day
    return days + (month > 2 and is_leap_year(year))


def civil(day_number: int) -> tuple[int, int, int]:
    """The year, month and day of a day number."""
    cycles, rest = divmod(day_number - 1, _DAYS_IN_400_YEARS)
    # The last day of a leap cycle would open a fifth century, or a fifth year: hence min.
    centuries = min(rest // _DAYS_IN_100_YEARS, 3)
    fours, rest = divmod(rest - centuries * _DAYS_IN_100_YEARS, _DAYS_IN_4_YEARS)
    years = min(rest // _DAYS_IN_YEAR, 3)
    rest -= years * _DAYS_IN_YEAR
    year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    month = 1
    while rest >= (length := days_in_month(year, month)):
        rest -= length
        month += 1
    return year, month, rest + 1


def weekday(day_number: int) -> int:
    """The day of the week: 0 is Monday, 6 is Sunday."""
    return (day_number - 1) % 7


def sort_key(
    date: EdtfDate | None, order: int | None = None
) -> tuple[int, float, float, float, float]:
    """The place of a record in the chronology; all keys can be compared with each other.

    By earliest possible day, latest possible day, `order`, time of day. A side that is open or
    unknown lies infinitely far off. Of records with the same bounds, those without `order` come
    after those with one, and those without a time before those with one; times with a time zone
    are compared in UTC, others as written. Undated records come last, among them those with an
    `order` first.
    """
    rank = math.inf if order is None else order
    if date is None:
        return 1, 0, 0, rank, 0
    earliest = -math.inf if date.earliest is None else date.earliest
    latest = math.inf if date.latest is None else date.latest
    time = -math.inf
    if isinstance(date.start, Point) and date.start.time is not None:
        time = date.start.time - 60 * (date.start.offset or 0)
    return 0, earliest, latest, rank, time


@lru_cache(maxsize=8192)
def parse(text: str) -> EdtfDate:
    """Read a date or an interval; DateError says in words what is wrong and what is expected."""
    if len(text) > MAX_LENGTH:
        raise DateError(date_reasons.too_long(len(text), MAX_LENGTH))
    if "/" in text:
        return _interval(text)
    point = _point(text)
    earliest, latest = point_bounds(point)
    return EdtfDate(text, point, point, earliest, latest)


def _interval(text: str) -> EdtfDate:
    """Read a start and an end."""
    left, _, right = text.partition("/")
    if "/" in right:
        raise DateError(date_reasons.unreadable(text))
    start, end = _side(left), _side(right)
    earliest = point_bounds(start)[0] if isinstance(start, Point) else None
    latest = point_bounds(end)[1] if isinstance(end, Point) else None
    if earliest is None and latest is None:
        raise DateError(date_reasons.boundless(text))
    if earliest is not None and latest is not None and earliest > latest:
        raise DateError(date_reasons.reversed_interval(text))
    return EdtfDate(text, start, end, earliest, latest)


def _side(text: str) -> Point | Limit:
    """Read one side of an interval."""
    if text == Limit.UNKNOWN.value:
        return Limit.UNKNOWN
    if text == Limit.OPEN.value:
        return Limit.OPEN
    point = _point(text)
    if point.time is not None:
        raise DateError(date_reasons.time_in_interval(text))
    return point


def _point(text: str) -> Point:
    """Read one date; the plain forms, by far the most frequent, come first."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return _special(text)
    written_year, written_month, written_day = match.groups()
    year = int(written_year) or _year_zero(text, written_year)
    if written_month is None:
        return Point(text, year)
    month = int(written_month)
    if 21 <= month <= 24:
        if written_day is not None:
            raise DateError(date_reasons.season_with_day(text))
        return Point(text, year, None, None, month)
    if written_day is None:
        return Point(text, year, _existing_month(text, month))
    day = int(written_day)
    if not (1 <= month <= 12 and 1 <= day <= 28):
        day = _existing_day(text, year, _existing_month(text, month), day)
    return Point(text, year, month, day)


def _special(text: str) -> Point:
    """Read one date in one of the rarer forms."""
    for pattern, read in _SPECIAL_FORMS:
        if match := pattern.fullmatch(text):
            return read(match)
    raise DateError(date_reasons.unreadable(text))


def _long_year(match: re.Match[str]) -> Point:
    return Point(match[0], int(match[1]))


def _digits_unspecified(match: re.Match[str]) -> Point:
    minus, digits, unspecified = match.groups()
    if len(digits) + len(unspecified) != len("YYYY"):
        raise DateError(date_reasons.unreadable(match[0]))
    # Before the year 0 the first of the years is the one furthest from 0.
    year = int(minus + digits + ("9" if minus else "0") * len(unspecified))
    return Point(match[0], year, unspecified_year_digits=len(unspecified))


def _parts_unspecified(match: re.Match[str]) -> Point:
    text = match[0]
    year = int(match[1]) or _year_zero(text, match[1])
    return Point(text, year, None if match[2] is None else _existing_month(text, int(match[2])))


def _date_time(match: re.Match[str]) -> Point:
    text = match[0]
    date, clock, zone = match.groups()
    point = _point(date)
    time = 0
    for unit, value, last in zip(_UNITS, clock.split(":"), (23, 59, 59), strict=True):
        if int(value) > last:
            raise DateError(date_reasons.no_time(text, unit, value, last))
        time = time * 60 + int(value)
    offset = None if zone is None else _offset(text, zone)
    return Point(text, point.year, point.month, point.day, None, 0, time, offset)


_SPECIAL_FORMS = (
    (_DATE_TIME, _date_time),
    (_DIGITS_UNSPECIFIED, _digits_unspecified),
    (_PARTS_UNSPECIFIED, _parts_unspecified),
    (_LONG_YEAR, _long_year),
)


def _year_zero(text: str, written: str) -> int:
    """The year 0, which has no sign."""
    if written.startswith("-"):
        raise DateError(date_reasons.no_year(text))
    return 0


def _existing_month(text: str, month: int) -> int:
    if not 1 <= month <= 12:
        raise DateError(date_reasons.no_month(text, month))
    return month


def _existing_day(text: str, year: int, month: int, day: int) -> int:
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        raise DateError(date_reasons.no_day(text, day, year=year, month=month, last=last))
    return day


def _offset(text: str, zone: str) -> int:
    """The minutes ahead of UTC."""
    if zone == "Z":
        return 0
    minutes = int(zone[4:] or 0)
    offset = int(zone[1:3]) * 60 + minutes
    if minutes > 59 or offset > _MAX_OFFSET or (zone.startswith("-") and offset == 0):
        raise DateError(date_reasons.no_offset(text))
    return -offset if zone.startswith("-") else offset


def point_bounds(point: Point) -> tuple[int, int]:
    """The first and the last day that a date may mean; see the top for seasons and marks."""
    year, month, day = point.year, point.month, point.day
    if month is not None:
        first = day_number(year, month, day or 1)
        return first, first if day else first + days_in_month(year, month) - 1
    if point.season in (22, 24):
        end_of_february = day_number(year + 1, 2, days_in_month(year + 1, 2))
        return day_number(year - 1, 12, 1), end_of_february
    first_year, last_year = point.years
    return day_number(first_year, 1, 1), day_number(last_year, 12, 31)
