"""Where a day lies in a timeline, and the calendar beneath it.

A day covers the stretch from its number to the next one. Ticks stand where a day, a month or a
year begins, and say no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TypeAlias

from caseviewer.formatting.dates import words
from caseviewer.formatting.translate import tr
from caseviewer.model.date_reasons import MONTH_NAMES
from caseviewer.model.dates import civil, day_number, parse

MOST_PIXELS_A_DAY = 90.0
LEAST_DAYS = 7.0
"""A picture of fewer days at its sides would show nothing but one day."""

_YEAR = 365.2425
_MONTH = _YEAR / 12
_MONTHS = tuple(name[:3] for name in MONTH_NAMES)


@dataclass(frozen=True, slots=True)
class Scale:
    """left: the day at the left edge, as a fraction too. pixels: the width of one day."""

    left: float
    pixels: float

    def x(self, day: float) -> float:
        """Where a day begins."""
        return (day - self.left) * self.pixels

    def day(self, x: float) -> float:
        """The day at a place, as a fraction too."""
        return self.left + x / self.pixels

    def moved(self, pixels: float) -> Scale:
        """The scale after the picture was moved to the right by so many pixels."""
        return Scale(self.left - pixels / self.pixels, self.pixels)

    def zoomed(self, factor: float, x: float) -> Scale:
        """The scale with days so many times as wide; what is at `x` stays there."""
        pixels = self.pixels * factor
        return Scale(self.day(x) - x / pixels, pixels)


Margins: TypeAlias = tuple[float, float]
"""What stays free before the first day and behind the last one, in pixels."""


def fitted(days: tuple[float, float], width: float, margins: Margins = (0.0, 0.0)) -> Scale:
    """The scale that shows the days from the first to the end of the last in so many pixels."""
    first, last = days
    before, behind = margins
    room = max(width - before - behind, 1.0)
    pixels = min(room / max(last + 1 - first, LEAST_DAYS), MOST_PIXELS_A_DAY)
    middle = (first + last + 1) / 2
    return Scale(middle - (before + room / 2) / pixels, pixels)


def held(scale: Scale, whole: tuple[int, int], width: float, margins: Margins) -> Scale:
    """The scale, kept between all days and single ones, and where there is something to see."""
    widest = fitted(whole, width, margins)
    if scale.pixels <= widest.pixels:
        return widest
    pixels = min(scale.pixels, MOST_PIXELS_A_DAY)
    middle = min(max(scale.day(width / 2), float(whole[0])), whole[1] + 1.0)
    return Scale(middle - width / 2 / pixels, pixels)


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a stretch of the calendar, and what the stretch is called there.

    above: what the larger stretch is called, where it begins here ("2016" beside "Jan").
    """

    day: int
    label: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """How far ticks lie apart: every so many days of a month, months, or years."""

    days: int = 0
    months: int = 0
    years: int = 0

    @property
    def length(self) -> float:
        """The length of a step in days, about."""
        return self.days or self.months * _MONTH or self.years * _YEAR


_FINE_STEPS = (Step(days=1), Step(days=5), Step(days=10), Step(months=1), Step(months=3))


def step_for(pixels: float, apart: float) -> Step:
    """The finest step whose ticks lie at least `apart` pixels from each other."""
    wanted = apart / pixels
    for step in _FINE_STEPS:
        if step.length >= wanted:
            return step
    exponent = max(0, floor(log10(wanted / _YEAR)))
    for factor in (1, 2, 5):
        years = Step(years=factor * 10**exponent)
        if years.length >= wanted:
            return years
    return Step(years=10 ** (exponent + 1))


def ticks(scale: Scale, width: float, apart: float) -> list[Tick]:
    """The ticks of a picture, from the last one before its left edge to the first behind it."""
    step = step_for(scale.pixels, apart)
    first, last = floor(scale.left), ceil(scale.day(width))
    if step.years:
        return list(_year_ticks(first, last, step.years))
    if step.months:
        return list(_month_ticks(first, last, step.months))
    return list(_day_ticks(first, last, step.days))


def _year_ticks(first: int, last: int, years: int) -> Iterator[Tick]:
    year = civil(first)[0] // years * years
    while True:
        day = day_number(year, 1, 1)
        yield Tick(day, year_words(year))
        if day > last:
            return
        year += years


def _month_ticks(first: int, last: int, months: int) -> Iterator[Tick]:
    year, month, _ = civil(first)
    at = (year * 12 + month - 1) // months * months
    above = True
    while True:
        year, month = at // 12, at % 12 + 1
        day = day_number(year, month, 1)
        yield Tick(day, tr(_MONTHS[month - 1]), year_words(year) if above or month == 1 else "")
        if day > last:
            return
        above = False
        at += months


def _day_ticks(first: int, last: int, days: int) -> Iterator[Tick]:
    """Each day, or the days 1, 6, 11… or 1, 11, 21 of each month."""
    year, month, monthday = civil(first)
    monthday = min(monthday - (monthday - 1) % days, _last_tick(days))
    above = True
    while True:
        day = day_number(year, month, 1) + monthday - 1
        large = month_words(year, month) if above or monthday == 1 else ""
        yield Tick(day, str(monthday), large)
        if day > last:
            return
        above = False
        year, month, monthday = _next_day(year, month, monthday, days)


def _last_tick(days: int) -> int:
    """The last day of a month that may have a tick."""
    return 31 if days == 1 else 31 - days


def _next_day(year: int, month: int, monthday: int, days: int) -> tuple[int, int, int]:
    """The next day with a tick; no tick stands so close to the next month that it crowds it."""
    following = monthday + days
    if following <= _last_tick(days):
        day = day_number(year, month, 1) + following - 1
        if civil(day)[1] == month:
            return year, month, following
    return (year + 1, 1, 1) if month == 12 else (year, month + 1, 1)


def year_words(year: int) -> str:
    """A year as people count: "2016", "AD 950", "44 BC"."""
    if abs(year) > 9999:
        return words(parse(f"Y{year}"))
    return words(parse(f"{'-' if year < 0 else ''}{abs(year):04}"))


def month_words(year: int, month: int) -> str:
    """A month and its year: "March 2016"."""
    return tr("{month} {year}", month=tr(MONTH_NAMES[month - 1]), year=year_words(year))
