"""How a period is counted, in words: each step, what the rule says, whose holidays count."""

from collections.abc import Iterable

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.names import country_name
from caseviewer.formatting.translate import tr
from caseviewer.model.counting_rules import (
    RULES,
    Count,
    DayOff,
    HolidaySource,
    Provision,
    Step,
    StepKind,
    holiday_places,
)
from caseviewer.model.dates import civil
from caseviewer.model.deadlines import Window
from caseviewer.model.events import Deadline, Holidays, Period
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.public_holidays import Cover, cover, covers_year, library_version, years

_UNITS = {"D": ("day", "days"), "W": ("week", "weeks"), "M": ("month", "months")}
_YEARS = ("year", "years")


def duration_words(period: Period) -> str:
    """A period in words: "90 days", "1 year 6 months"."""
    parts: list[str] = []
    number = ""
    for sign in period.duration[1:]:
        if sign.isdigit():
            number += sign
            continue
        one, many = _UNITS.get(sign, _YEARS)
        count = int(number)
        parts.append(f"{count} {tr(one) if count == 1 else tr(many)}")
        number = ""
    return " ".join(parts)


# Steps --------------------------------------------------------------------------------------


def step_lines(count: Count, period: Period) -> tuple[str, ...]:
    """The steps of one count: the sum first, then each that moves its end."""
    return tuple(_STEP_WORDS[step.kind](step, period) for step in count.steps)


def _added(step: Step, period: Period) -> str:
    words = tr(
        "{start} + {length} = {end}",
        start=day_words(step.start),
        length=duration_words(period),
        end=_weekday(step.end),
    )
    if step.end == step.start:
        return words
    return tr("{sum} (day 1 is {first})", sum=words, first=day_words(step.start + 1))


def _act_left_out(step: Step, _: Period) -> str:
    return tr(
        "the day of the act is left out too: {last} is the last clear day, {act} the first day"
        " after it",
        last=day_words(step.start),
        act=_weekday(step.end),
    )


def _run_on(step: Step, _: Period) -> str:
    return tr(
        "no period ends on {days}: it runs on to {end}",
        days=_days_off(step.skipped),
        end=_weekday(step.end),
    )


def _two_working_days(step: Step, _: Period) -> str:
    return tr(
        "at least two working days: it runs on to {end}, as these are none: {days}",
        end=_weekday(step.end),
        days=_days_off(step.skipped),
    )


_STEP_WORDS = {
    StepKind.ADDED: _added,
    StepKind.ACT_LEFT_OUT: _act_left_out,
    StepKind.RUN_ON: _run_on,
    StepKind.TWO_WORKING_DAYS: _two_working_days,
}


def _days_off(days: Iterable[DayOff]) -> str:
    """Days off in words: "Saturday 1 September 2007, Monday 3 September 2007 (Labor Day)"."""
    return ", ".join(
        tr("{day} ({holiday})", day=_weekday(off.day), holiday=off.holiday)
        if off.holiday
        else _weekday(off.day)
        for off in days
    )


def _weekday(day: int) -> str:
    return day_words(day, weekday=True)


# The rule -----------------------------------------------------------------------------------

_SAYS = {
    Provision.START_LEFT_OUT: "The day of the start is left out",
    Provision.ACT_LEFT_OUT: (
        "The day of the act is left out too, so the day told here is the one after the clear"
        " days: the first day for what must leave so many days clear, the last day for what must"
        " be done within them"
    ),
    Provision.EVERY_DAY_COUNTS: "Every day counts, Saturdays, Sundays and holidays too",
    Provision.SAME_DATE: (
        "Weeks end on the same day of the week, months and years on the same date, or on the last"
        " day of a month that has no such date"
    ),
    Provision.RUNS_ON: (
        "A period that ends on a Saturday, a Sunday or a holiday runs on to the next day that is"
        " none of them"
    ),
    Provision.TWO_WORKING_DAYS: "A period of two days or more has at least two working days",
}


def rule_lines(rule: CountingRule) -> tuple[str, ...]:
    """What a rule says, sentence by sentence, each with its article."""
    return tuple(
        tr("{article}: {says}.", says=tr(_SAYS[says]), article=article)
        if article
        else tr("{says}.", says=tr(_SAYS[says]))
        for says, article in RULES[rule].provisions
    )


# Holidays -----------------------------------------------------------------------------------


def holiday_lines(opened: OpenedCase, deadline: Deadline, span: Window) -> tuple[str, ...]:
    """Whose public holidays count, by what they are told, and what is not known of them."""
    places = holiday_places(deadline.rule, deadline.holidays)
    lines = [*_unasked(opened, deadline, places)]
    if not places:
        return tuple(lines)
    known = [place for place in places if cover(place) is not Cover.UNKNOWN]
    if known:
        names = tr(" and ").join(_place_words(opened, place) for place in known)
        words = tr(
            "Public holidays: {places}, as the holidays library, version {version}, lists"
            " them. A list can be wrong: check the day that matters.",
            places=names,
            version=library_version(),
        )
        lines.insert(0, words)
    for place in places:
        lines += _unknown(opened, place, span)
    return tuple(dict.fromkeys(lines))


def _unasked(opened: OpenedCase, deadline: Deadline, places: tuple[Holidays, ...]) -> Iterable[str]:
    """What the rule asks for and the file does not give, or the other way round."""
    says, named = RULES[deadline.rule], deadline.holidays
    if says.holidays is HolidaySource.NAMED and named is None:
        yield tr(
            "Public holidays, which {article} asks for, are not considered: the file does not say"
            " of which Member State or institution. Weekends are skipped.",
            article=says.holidays_article,
        )
    if says.holidays is HolidaySource.FEDERAL and len(places) == 1:
        yield tr(
            "Holidays of the State where the court sits are not considered, as the file names no"
            " such State: {article}(C).",
            article=says.holidays_article,
        )
    if named is not None and named not in places:
        yield tr(
            "The file names the holidays of {place}; this rule does not ask for them.",
            place=_place_words(opened, named),
        )


def _unknown(opened: OpenedCase, place: Holidays, span: Window) -> Iterable[str]:
    """What the library does not know of a place and of the years in question."""
    name, known = country_name(place.country, opened.case), cover(place)
    if known is Cover.UNKNOWN:
        yield tr(
            "The holidays library lists no holidays of {country}: they are not considered.",
            country=name,
        )
        return
    if known is Cover.WHOLE_COUNTRY:
        yield tr(
            "The holidays library knows no part “{part}” of {country}: the holidays of the whole"
            " country count.",
            part=place.subdivision or "",
            country=name,
        )
    missing = [year for year in _years(span) if not covers_year(place, year)]
    covered = years(place.country)
    if missing and covered is not None:
        yield tr(
            "The holidays of {country} in {years} are not considered: the library lists them from"
            " {first} to {last}.",
            country=name,
            years=", ".join(map(str, missing)),
            first=covered[0],
            last=covered[1],
        )


def _years(span: Window) -> list[int]:
    """The years in which a holiday could move an end."""
    counts = [count for ending in span.endings for count in (ending.first, ending.last) if count]
    days = [day for count in counts for step in count.steps[:1] for day in (step.end, count.end)]
    return sorted({civil(day)[0] for day in days})


def _place_words(opened: OpenedCase, place: Holidays) -> str:
    """Whose holidays: "United States (federal)", "Germany (BY)"."""
    name = country_name(place.country, opened.case)
    if place.country == "USA" and place.subdivision is None:
        return tr("{country} (federal)", country=name)
    if place.subdivision is None:
        return name
    return tr("{country} ({part})", country=name, part=place.subdivision)
