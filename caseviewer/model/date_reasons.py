"""Why a date was refused: sentences for people, which say what was expected."""

from __future__ import annotations

import re

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

LIKE = "a date is written like 2011-06-09, 2011-06 or 2011"
_HINTS = (
    (
        re.compile(r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}"),
        "could be misread; dates are written like 2011-06-09 (year, month, day)",
    ),
    (re.compile(r".*/.*/.*", re.DOTALL), "has more than one “/”; an interval has one"),
    (re.compile(r"\s.*|.*\s", re.DOTALL), "has a space before or after it; write the date alone"),
    (
        re.compile(r"-?[0-9]{4}-(?:[0-9](?:-[0-9]{1,2})?|[0-9]{2}-[0-9])"),
        "has a single digit for the month or the day; both have two, as in 2011-06-09",
    ),
    (
        re.compile(r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?"),
        (
            "uses X for more than the last digits; X is read in"
            " 201X, 20XX, 2004-XX, 1985-04-XX or 1985-XX-XX"
        ),
    ),
    (
        re.compile(r"Y.*", re.DOTALL),
        (
            "is not a year that can be read; after Y stands a year of 5 to 12 digits"
            " and nothing else, as in Y17000 or Y-17000"
        ),
    ),
    (
        re.compile(r".*[0-9]T[0-9].*", re.DOTALL),
        (
            "is not a time that can be read; a time is written after its day, like"
            " 2011-06-09T12:04:00, 2011-06-09T12:04:00Z or 2011-06-09T12:04:00+05:00"
        ),
    ),
)


def unreadable(text: str) -> str:
    """Why a text has none of the forms of a date."""
    if not text:
        return f"The date is empty; {LIKE}."
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    for pattern, hint in _HINTS:
        if pattern.fullmatch(text):
            return f"“{shown}” {hint}."
    return f"“{shown}” is not a date that can be read; {LIKE}."


def too_long(length: int, limit: int) -> str:
    """Why a text is not even looked at."""
    return f"The date is {length} characters long; at most {limit} are read, and {LIKE}."


def no_year(text: str) -> str:
    """Why “-0000” is refused."""
    return f"“{text}” has no year; the year before 0001 is written 0000."


def no_month(text: str, month: int) -> str:
    """Why a number is neither a month nor a season."""
    return (
        f"“{text}” has no month {month:02}; months are 01 to 12,"
        " and 21 to 24 after a year are spring, summer, autumn and winter."
    )


def season_with_day(text: str) -> str:
    """Why a day after a season is refused."""
    return f"“{text}” gives a day within a season; a season has no days."


def no_day(text: str, day: int, *, year: int, month: int, last: int) -> str:
    """Why a month, whose `last` day is given, has no such day."""
    name = MONTH_NAMES[month - 1]
    return f"“{text}” has no day {day:02}: {name} {year} has {last} days."


def no_time(text: str, unit: str, value: str, last: int) -> str:
    """Why there is no such hour, minute or second."""
    return f"“{text}” has no {unit} {value}; it lies between 00 and {last}."


def no_offset(text: str) -> str:
    """Why a time zone is refused."""
    return (
        f"“{text}” has no time zone that can be read; it is written Z for UTC,"
        " or lies between -14:00 and +14:00."
    )


def time_in_interval(text: str) -> str:
    """Why a date-time is refused as a side of an interval."""
    return (
        f"“{text}” has a time of day, which an interval cannot have;"
        " an interval is written like 2011-06-09/2012-06-26."
    )


def boundless(text: str) -> str:
    """Why an interval without start and end is refused."""
    return (
        f"“{text}” says neither when it begins nor when it ends; give at least one of the two,"
        " as in 2012-06-01/.. or ../2012-06-01."
    )


def reversed_interval(text: str) -> str:
    """Why an interval whose end lies before its start is refused."""
    return f"“{text}” ends before it begins; the earlier date is written first."
