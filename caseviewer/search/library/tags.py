"""Tags: words that no text holds, by which records can be chosen in the full-text index.

Each is a mark, a letter for what it tells, and a value of letters and digits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from caseviewer.model.dates import civil

MARK = "¶"
"""What a tag begins with, so that it is no word of any text."""

OF_KIND, OF_STANDING, OF_YEAR = "k", "t", "y"
COUNTRY, PARTY_NAME, SOURCE_NAME = "c", "p", "s"
"""What a tag, or a form of a name, tells: the last two are names, the one before a code."""

ANY_YEAR = "any"
FILE = "file"
"""The kind of what a file says of itself."""

_MOST_YEARS = 30


@lru_cache(maxsize=1_024)
def tag(letter: str, value: str) -> str:
    """The word that stands for a value; `letter` tells which values they are."""
    return f"{MARK}{letter}{value.replace('_', '')}"


def name_tag(letter: str, name: str) -> str:
    """The tag for the name of a party, or all that a source is called: a digest of it."""
    return tag(letter, hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12])


def year_tags(spans: Iterable[tuple[int | None, int | None]]) -> Iterable[str]:
    """Of each year in which dates may lie; of any, where these are many or not known.

    spans: the earliest and the latest day of each date, as day numbers.
    """
    years: dict[str, None] = {}
    for earliest, latest in spans:
        years.update(dict.fromkeys(_years(earliest, latest)))
    return years


@lru_cache(maxsize=1_024)
def _years(earliest: int | None, latest: int | None) -> tuple[str, ...]:
    first = None if earliest is None else civil(earliest)[0]
    last = None if latest is None else civil(latest)[0]
    if first is None or last is None or last - first > _MOST_YEARS:
        return (tag(OF_YEAR, ANY_YEAR),)
    return tuple(year_tag(year) for year in range(first, last + 1))


def year_tag(year: int) -> str:
    """The tag for a year; those before the year 0 have an n for the sign."""
    return tag(OF_YEAR, str(year).replace("-", "n"))


def year_of(found: str) -> int | None:
    """The year of a tag; None for any."""
    try:
        return int(found.removeprefix(tag(OF_YEAR, "")).replace("n", "-"))
    except ValueError:
        return None
