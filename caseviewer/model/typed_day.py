"""Dates as people type them: "10 June 2011", "June 2011", "2011" or "2011-06-10".

Dates in numbers, such as "27/6/2012", are read where only one of two can be the month; those
whose day and month could be taken for one another are refused.
"""

import re

from caseviewer.model.date_reasons import MONTH_NAMES
from caseviewer.model.dated import Date
from caseviewer.model.dates import DateError, EdtfDate, parse

_LIKE = "Write it like 10 June 2011, June 2011, 2011 or 2011-06-10."
_MISREAD = f"This could be misread, as the month is not told from the day. {_LIKE}"
_LONGEST = 40
_MONTHS = 12
_FEWEST_LETTERS = 3
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)? )?([a-z]+)\.? ([0-9]{4})", re.ASCII)
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)? ([0-9]{4})", re.ASCII)


def typed_day(text: str) -> EdtfDate:
    """Read a day, a month or a year; DateError says in a sentence why it cannot be read."""
    words = " ".join(text.replace(",", " ").split()).lower()
    if len(words) > _LONGEST:
        raise DateError(f"This is too long for a date. {_LIKE}")
    if _ISO.fullmatch(words):
        return parse(words)
    if found := _DAY_FIRST.fullmatch(words):
        return _date(found[3], found[2], found[1])
    if found := _MONTH_FIRST.fullmatch(words):
        return _date(found[3], found[1], found[2])
    if found := _NUMBERS.fullmatch(words):
        return _of_numbers(found[1], found[3], found[4])
    if re.fullmatch(r"[0-9]+([/.-])[0-9]+\1[0-9]+", words, re.ASCII):
        raise DateError(_MISREAD)
    raise DateError(f"This cannot be read as a date. {_LIKE}" if words else _LIKE)


def typed_date(text: str) -> Date:
    """Read a date of any kind: as `typed_day` does, or as EDTF, such as "2012~"; else DateError."""
    try:
        value = parse(" ".join(text.split()))
    except DateError:
        value = typed_day(text)
    return Date(edtf=value.text)


def _date(year: str, month: str, day: str | None) -> EdtfDate:
    written = f"{year}-{_month(month):02d}"
    return parse(written if day is None else f"{written}-{int(day):02d}")


def _of_numbers(first: str, second: str, year: str) -> EdtfDate:
    """A date whose two first numbers are a day and a month in an order that is not told."""
    numbers = {int(first), int(second)}
    if len(numbers) > 1 and max(numbers) <= _MONTHS:
        raise DateError(_MISREAD)
    return parse(f"{year}-{min(numbers):02d}-{max(numbers):02d}")


def _month(word: str) -> int:
    """The number of a month by its name, or by the first letters of it."""
    for number, name in enumerate(MONTH_NAMES, start=1):
        known = name.lower().startswith(word) and len(word) >= _FEWEST_LETTERS
        if known or (word, name) == ("sept", "September"):
            return number
    raise DateError(f"No month begins like this. {_LIKE}")
