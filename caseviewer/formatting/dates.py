"""Words for dates: never padded, and never a numeric form whose order could be misread."""

from __future__ import annotations

from caseviewer.formatting.translate import tr
from caseviewer.model.date_reasons import MONTH_NAMES
from caseviewer.model.dates import EdtfDate, Limit, Point, Precision, civil
from caseviewer.model.dates import weekday as day_of_week
from caseviewer.model.kinds import Sense

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {
    21: "spring {year}",
    22: "summer {year}",
    23: "autumn {year}",
    24: "winter {year}",
}


def words(date: EdtfDate, sense: Sense | None = None) -> str:
    """A date for people, such as “December 2010” or “between 9 June 2011 and 26 June 2012”.

    The sense tells, for more than one day, whether it was filled or only holds the event.
    """
    if date.is_interval:
        return _interval_words(date, sense)
    (point,) = date.points
    said = _point_words(point)
    if sense == Sense.THROUGHOUT and point.precision != Precision.DAY:
        return tr("throughout {date}", date=said)
    return said


def day_words(day_number: int, *, weekday: bool = False) -> str:
    """A day for people, such as “30 August 2012” or “Thursday 30 August 2012”."""
    said = _day(*civil(day_number))
    if weekday:
        return tr("{weekday} {date}", weekday=tr(_WEEKDAYS[day_of_week(day_number)]), date=said)
    return said


def iso_day(day: int | None) -> str:
    """A day as YYYY-MM-DD, before the year 0 with a minus; empty where its year has five digits."""
    if day is None:
        return ""
    year, month, number = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{number:02}" if abs(year) <= 9999 else ""


def bounds_words(date: EdtfDate) -> str:
    """The first and the last day that a date may mean; of a doubtful date they are a guide."""
    if date.earliest is not None and date.earliest == date.latest:
        said = day_words(date.earliest)
    else:
        said = tr(
            "earliest {earliest}, latest {latest}",
            earliest=_bound(date.earliest),
            latest=_bound(date.latest),
        )
    if date.approximate and date.uncertain:
        return tr("{bounds} (only a guide: approximate and uncertain)", bounds=said)
    if date.approximate:
        return tr("{bounds} (only a guide: approximate)", bounds=said)
    if date.uncertain:
        return tr("{bounds} (only a guide: uncertain)", bounds=said)
    return said


def years_words(first: int, last: int) -> str:
    """A run of years for people, such as “2011”, “the 2010s” or “the years 1900 to 1999”."""
    return _year(first) if first == last else _years(first, last)


def _bound(day_number: int | None) -> str:
    return tr("not given") if day_number is None else day_words(day_number)


def _interval_words(date: EdtfDate, sense: Sense | None) -> str:
    said = [_point_words(point) for point in date.points]
    if len(said) == 2:
        return _closed_words(said[0], said[1], sense)
    if date.end is Limit.UNKNOWN:
        return tr("from {date}, end unknown", date=said[0])
    if date.start is Limit.UNKNOWN:
        return tr("until {date}, start unknown", date=said[0])
    return (_open_end_words if date.end is Limit.OPEN else _open_start_words)(said[0], sense)


def _closed_words(start: str, end: str, sense: Sense | None) -> str:
    if sense == Sense.SOME_TIME_WITHIN:
        return tr("between {start} and {end}", start=start, end=end)
    if sense == Sense.THROUGHOUT:
        return tr("from {start} to {end}", start=start, end=end)
    return tr("{start} to {end}", start=start, end=end)


def _open_end_words(start: str, sense: Sense | None) -> str:
    if sense == Sense.SOME_TIME_WITHIN:
        return tr("after {date}", date=start)
    if sense == Sense.THROUGHOUT:
        return tr("from {date} on", date=start)
    return tr("{date} or later", date=start)


def _open_start_words(end: str, sense: Sense | None) -> str:
    if sense == Sense.SOME_TIME_WITHIN:
        return tr("before {date}", date=end)
    if sense == Sense.THROUGHOUT:
        return tr("until {date}", date=end)
    return tr("{date} or earlier", date=end)


def _point_words(point: Point) -> str:
    """One date with its notes: about, not given, uncertain."""
    said = _bare_words(point)
    if point.time is not None:
        said = _with_time(said, point.time, point.offset)
    if point.approximate:
        said = tr("about {date}", date=said)
    missing = _missing(point)
    if missing and point.uncertain:
        return tr("{date} ({missing}, uncertain)", date=said, missing=missing)
    if missing:
        return tr("{date} ({missing})", date=said, missing=missing)
    return tr("{date} (uncertain)", date=said) if point.uncertain else said


def _missing(point: Point) -> str:
    """What was written as XX."""
    if point.month_unspecified:
        return tr("month and day not given") if point.day_unspecified else tr("month not given")
    return tr("day not given") if point.day_unspecified else ""


def _bare_words(point: Point) -> str:
    """One date, only as exact as it was written."""
    if point.season is not None:
        return tr(_SEASONS[point.season], year=_year(point.year))
    if point.month is not None:
        if point.day is not None:
            return _day(point.year, point.month, point.day)
        return tr("{month} {year}", month=tr(MONTH_NAMES[point.month - 1]), year=_year(point.year))
    if point.unspecified_year_digits:
        return _years(*point.years)
    said = _year(point.year)
    return tr("the year {year}", year=said) if point.year > 9999 else said


def _years(first: int, last: int) -> str:
    """A decade by its name; a century’s first decade would be taken for the century."""
    if last - first == 9 and first >= 1000 and first % 100:
        return tr("the {decade}s", decade=first)
    return tr("the years {first} to {last}", first=_year(first), last=_year(last))


def _day(year: int, month: int, day: int) -> str:
    return tr("{day} {month} {year}", day=day, month=tr(MONTH_NAMES[month - 1]), year=_year(year))


def _year(year: int) -> str:
    """A year as people count: astronomical 0 is 1 BC, and a short year says that it is AD."""
    if year <= 0:
        return tr("{year} BC", year=1 - year)
    return tr("AD {year}", year=year) if year < 1000 else str(year)


def _with_time(day: str, time: int, offset: int | None) -> str:
    """A day and a time of day, with what is known of its time zone."""
    minutes, second = divmod(time, 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}:{second:02}"
    if offset is None:
        return tr("{date}, {time} (time zone not given)", date=day, time=clock)
    if offset == 0:
        return tr("{date}, {time} UTC", date=day, time=clock)
    sign = "\N{MINUS SIGN}" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset), 60)
    zone = f"{sign}{hours:02}:{minutes:02}"
    return tr("{date}, {time} (UTC{offset})", date=day, time=clock, offset=zone)
