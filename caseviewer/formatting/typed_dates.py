"""Dates that a reader types: "1 June 2012", "June 2012", "2012", or EDTF."""

import re

from caseviewer.model.date_reasons import MONTH_NAMES
from caseviewer.model.dated import Date
from caseviewer.model.dates import parse

_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\.? )?([^\W\d_]{3,})\.?,? ([0-9]{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


def typed_date(text: str) -> Date:
    """The date that was typed; raises DateError, whose text is for people, where it is none."""
    typed = " ".join(text.split())
    return Date(edtf=parse(_written(typed) or typed).text)


def _written(typed: str) -> str:
    """A date whose month is a word, as EDTF; empty where it is none."""
    if found := _DAY_FIRST.fullmatch(typed):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(typed):
        month, day, year = found.groups()
    else:
        return ""
    number = _month(month)
    if number is None:
        return ""
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _month(word: str) -> int | None:
    """The number of a month by its name, or by the first letters of it."""
    lower = word.lower()
    if lower == "sept":
        return 9
    for number, name in enumerate(MONTH_NAMES, 1):
        if lower in {name.lower(), name.lower()[:3]}:
            return number
    return None
