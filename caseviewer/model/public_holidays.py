"""Public holidays, as the `holidays` library lists them.

The library is loaded when a holiday is first asked for, and not before: most cases need none. It
knows some countries and some years; where it knows nothing, no day is a holiday here, and
`cover` and `covers_year` tell so.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from caseviewer.model.dates import civil, day_number
from caseviewer.model.events import Holidays

if TYPE_CHECKING:
    from holidays import HolidayBase

_NO_DAYS: Mapping[int, str] = MappingProxyType({})
_LANGUAGE = "en_US"
"""The library turns to a country's own language where it lacks this one."""


class Cover(StrEnum):
    """How far the library knows the place whose holidays count."""

    KNOWN = "known"
    WHOLE_COUNTRY = "whole_country"
    UNKNOWN = "unknown"


def library_version() -> str:
    """The version of the library; loads it."""
    from holidays.version import __version__

    return str(__version__)


@lru_cache(maxsize=512)
def cover(place: Holidays) -> Cover:
    """How far a place is known; WHOLE_COUNTRY: not its subdivision, so the country's days count."""
    if place.country not in _countries():
        return Cover.UNKNOWN
    if place.subdivision is None:
        return Cover.KNOWN
    known = place.subdivision in _calendar(place.country, None).subdivisions
    return Cover.KNOWN if known else Cover.WHOLE_COUNTRY


@lru_cache(maxsize=512)
def years(country: str) -> tuple[int, int] | None:
    """The first and the last year that the library covers; None for a country it lacks."""
    if country not in _countries():
        return None
    calendar = _calendar(country, None)
    return calendar.start_year, calendar.end_year


def covers_year(place: Holidays, year: int) -> bool:
    """Whether the library knows the holidays of a year."""
    span = years(place.country)
    return span is not None and span[0] <= year <= span[1]


def holiday_on(place: Holidays, day: int) -> str:
    """The name of the holiday on a day; empty where it is none, or none is known."""
    return _year(place, civil(day)[0]).get(day, "")


@lru_cache(maxsize=2_048)
def _year(place: Holidays, year: int) -> Mapping[int, str]:
    """The holidays of a year by the numbers of their days."""
    if not covers_year(place, year):
        return _NO_DAYS
    inside = place.subdivision if cover(place) is Cover.KNOWN else None
    listed = _calendar(place.country, inside, year)
    return MappingProxyType(
        {day_number(day.year, day.month, day.day): str(name) for day, name in listed.items()}
    )


@cache
def _countries() -> frozenset[str]:
    """The codes of the countries that the library has; it would take other names for other things.

    Its own list of them loads every country, which takes longer than all else here.
    """
    from holidays.registry import COUNTRIES

    return frozenset(name for names in COUNTRIES.values() for name in names if len(name) == 3)


def _calendar(country: str, subdivision: str | None, year: int | None = None) -> "HolidayBase":
    import holidays

    return holidays.country_holidays(country, subdivision, years=year, language=_LANGUAGE)
