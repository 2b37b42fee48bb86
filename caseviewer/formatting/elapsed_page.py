"""How long it was between two records of the chronology: the answer, and each step to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from caseviewer.formatting.as_at_words import marked_clip, marked_page
from caseviewer.formatting.chronology_table import basis_text, date_key
from caseviewer.formatting.clip import ClipText, page_clip
from caseviewer.formatting.dates import day_words
from caseviewer.formatting.deadline_page import deadline_words
from caseviewer.formatting.elapsed_notes import are_ranked, elapsed_notes, is_guide
from caseviewer.formatting.page import Page, PageBuilder
from caseviewer.formatting.record_titles import link, record_title
from caseviewer.formatting.table import Item
from caseviewer.formatting.translate import tr
from caseviewer.model.elapsed import Elapsed, Moment, Order, Side, between, moments
from caseviewer.model.events import Deadline, Event
from caseviewer.model.months import add_months, calendar_span
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import deadline_window, reckon

Dated = Event | Deadline


@dataclass(frozen=True, slots=True)
class _End:
    """One end of what is counted: its name within a sentence, and its day.

    doubtful: whether that day is only a guide. assumed: whether it rests on the reader's
    assumption.
    """

    name: str
    moment: Moment
    doubtful: bool
    assumed: bool


@dataclass(frozen=True, slots=True)
class _Count:
    """One count, from the end that comes first where that is known.

    ranked: whether the file puts the two in an order that their dates do not tell.
    """

    start: _End
    end: _End
    found: Elapsed
    ranked: bool


def pair_of(items: list[Item]) -> tuple[Dated, Dated] | None:
    """The two records to count between, where there are two and both can have a date."""
    if len(items) != 2:
        return None
    one, other = items
    if isinstance(one, Event | Deadline) and isinstance(other, Event | Deadline):
        return one, other
    return None


def elapsed_page(opened: OpenedCase, one: Dated, other: Dated) -> Page:
    """The time between two records, whichever is named first, with every step in words."""
    first, second = _in_order(opened, one, other)
    builder = PageBuilder()
    builder.title(
        tr(
            "Between {first} and {second}",
            first=opened.index.short(first.id),
            second=opened.index.short(second.id),
        )
    )
    builder.subtitle(tr("elapsed time"))
    counts = _counts(opened, first, second)
    for count in counts:
        label = tr("{start} to {end}", start=count.start.name, end=count.end.name)
        builder.field(label, _answer(count))
    if not counts:
        builder.text(_why_not(opened, first, second))
    builder.heading(tr("The dates"))
    for item in (first, second):
        builder.item(link(opened, item.id))
        for words in _date_lines(opened, item):
            builder.item(words, level=1)
    builder.heading(tr("How it is counted"))
    for words in _steps(counts):
        builder.item(words)
    for words in elapsed_notes(opened, first, second, counted=bool(counts)):
        builder.note(words)
    return marked_page(opened, builder.page())


def elapsed_words(opened: OpenedCase, one: Dated, other: Dated) -> str:
    """The time between two records in one line: "E2 to E3: between 160 and 190 days"."""
    first, second = _in_order(opened, one, other)
    counts = _counts(opened, first, second)
    if not counts:
        return _why_not(opened, first, second)
    return "; ".join(
        tr("{start} to {end}: {days}", start=one.start.name, end=one.end.name, days=_answer(one))
        for one in counts
    )


def elapsed_clip(opened: OpenedCase, one: Dated, other: Dated) -> ClipText:
    """A copy of the time between two records: one line, then the dates, steps and notes."""
    first, second = _in_order(opened, one, other)
    builder = PageBuilder()
    builder.text(elapsed_words(opened, one, other))
    counts = _counts(opened, first, second)
    for item in (first, second):
        title = f"{opened.index.short(item.id)} {record_title(opened, item)}"
        builder.item("; ".join((title, *_date_lines(opened, item))))
    notes = elapsed_notes(opened, first, second, counted=bool(counts))
    for words in (*_steps(counts), *notes):
        builder.item(words)
    return marked_clip(opened, page_clip(builder.page()))


def _in_order(opened: OpenedCase, one: Dated, other: Dated) -> tuple[Dated, Dated]:
    """Two records in the order of the list, so that it is one page whichever came first."""
    first, second = sorted((one, other), key=lambda item: (date_key(opened, item), item.id))
    return first, second


# The days ----------------------------------------------------------------------------------


def _moments(opened: OpenedCase, item: Dated) -> tuple[Moment, ...]:
    """What can be counted from a record: of a deadline, the day on which its period ends."""
    if isinstance(item, Event):
        return moments(item.date)
    span = deadline_window(opened, item)
    if span.earliest is None and span.latest is None:
        return ()
    return (Moment(span.earliest, span.latest),)


def _ends(opened: OpenedCase, item: Dated) -> list[_End]:
    assumed = isinstance(item, Deadline) and reckon(opened, item).assumption is not None
    return [
        _End(_end_name(opened, item, moment.side), moment, is_guide(opened, item), assumed)
        for moment in _moments(opened, item)
    ]


def _end_name(opened: OpenedCase, item: Dated, side: Side) -> str:
    number = opened.index.short(item.id)
    if isinstance(item, Deadline):
        return tr("the end of {number}", number=number)
    if side is Side.WHOLE:
        return number
    words = "the start of {number}" if side is Side.START else "the end of {number}"
    return tr(words, number=number)


def _counts(opened: OpenedCase, first: Dated, second: Dated) -> list[_Count]:
    """Each way to count between two records; each count starts at what comes first."""
    found: list[_Count] = []
    ranked = are_ranked(first, second)
    for start in _ends(opened, first):
        for end in _ends(opened, second):
            days = between(start.moment, end.moment)
            if days.order is Order.SECOND:
                found.append(_Count(end, start, between(end.moment, start.moment), ranked))
            else:
                found.append(_Count(start, end, days, ranked))
    return found


# The words ---------------------------------------------------------------------------------


def _answer(count: _Count) -> str:
    """The days, and what keeps them from being certain."""
    words = [_range_words(count)]
    if count.found.order is Order.UNKNOWN:
        known = tr("order not told by the dates") if count.ranked else tr("order not known")
        words.append(known)
    if count.start.doubtful or count.end.doubtful:
        words.append(tr("only a guide"))
    if count.start.assumed or count.end.assumed:
        words.append(tr("by your assumption"))
    return ", ".join(words)


def _range_words(count: _Count) -> str:
    found = count.found
    if found.order is Order.SAME_DAY:
        return tr("0 days: the same day")
    if found.most is None:
        return tr("{days} or more, with no upper limit", days=_days(found.least))
    if not found.is_exact:
        return tr("between {least} and {most}", least=found.least, most=_days(found.most))
    start, end = count.start.moment, count.end.moment
    calendar = _calendar_words(start.earliest or 0, end.earliest or 0)
    return f"{_days(found.least)} ({calendar})" if calendar else _days(found.least)


def _days(count: int) -> str:
    return tr("1 day") if count == 1 else tr("{count} days", count=count)


def _calendar_words(start: int, end: int) -> str:
    """Years, months and days; empty where that says no more than the days alone."""
    years, months, days = calendar_span(start, end)
    if not (years or months):
        return ""
    parts = (
        _counted(years, tr("year"), tr("years")),
        _counted(months, tr("month"), tr("months")),
        _counted(days, tr("day"), tr("days")),
    )
    return " ".join(filter(None, parts))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def _why_not(opened: OpenedCase, first: Dated, second: Dated) -> str:
    lacking = [
        opened.index.short(item.id)
        for item in dict.fromkeys((first, second))
        if not _moments(opened, item)
    ]
    numbers = tr(" and ").join(lacking)
    words = (
        "The time cannot be counted, as {numbers} has no date that can be put on a calendar."
        if len(lacking) == 1
        else "The time cannot be counted, as {numbers} have no dates that can be put on a calendar."
    )
    return tr(words, numbers=numbers)


def _date_lines(opened: OpenedCase, item: Dated) -> Iterator[str]:
    """What of a date is counted, and what it rests on; of a deadline, its window."""
    basis = basis_text(opened, item)
    if isinstance(item, Deadline):
        yield " · ".join(filter(None, (deadline_words(opened, item), basis)))
        return
    for end in _ends(opened, item):
        words = _moment_words(end.moment)
        if end.moment.side is not Side.WHOLE:
            words = f"{end.name}: {words}"
        yield f"{words} · {basis}"


def _moment_words(moment: Moment) -> str:
    first, last = moment.earliest, moment.latest
    if first is not None and first == last:
        return day_words(first)
    return tr(
        "earliest possible day {earliest}, latest possible day {latest}",
        earliest=tr("not given") if first is None else day_words(first),
        latest=tr("not given") if last is None else day_words(last),
    )


def _steps(counts: list[_Count]) -> Iterator[str]:
    for count in counts:
        if count.found.order is Order.UNKNOWN:
            yield from _steps_either_way(count)
        elif count.found.order is not Order.SAME_DAY:
            yield from _steps_one_way(count)


def _steps_one_way(count: _Count) -> Iterator[str]:
    start, end, found = count.start.moment, count.end.moment, count.found
    if found.is_exact:
        yield _exact_step(start.earliest or 0, end.earliest or 0)
        return
    names = {"start": count.start.name, "end": count.end.name}
    yield tr(
        "At least, from the latest day of {start} to the earliest of {end}: {step}",
        step=_step(start.latest, end.earliest),
        **names,
    )
    yield tr(
        "At most, from the earliest day of {start} to the latest of {end}: {step}",
        step=_step(start.earliest, end.latest),
        **names,
    )


def _steps_either_way(count: _Count) -> Iterator[str]:
    one, other = count.start, count.end
    yield tr(
        "{one} may be before or after {other}; they may be on the same day, which is 0 days",
        one=other.name,
        other=one.name,
    )
    for first, second in ((one, other), (other, one)):
        yield tr(
            "At most, if {first} comes first, from its earliest day to the latest of {second}:"
            " {step}",
            first=first.name,
            second=second.name,
            step=_step(first.moment.earliest, second.moment.latest),
        )


def _step(start: int | None, end: int | None) -> str:
    if start is None or end is None:
        return tr("without limit, as no such day is given")
    return tr(
        "{start} to {end}, {days}",
        start=day_words(start),
        end=day_words(end),
        days=_days(end - start),
    )


def _exact_step(start: int, end: int) -> str:
    """One count of days, and how it makes months: the whole months come first."""
    words = _step(start, end)
    years, months, days = calendar_span(start, end)
    if not (years or months) or not days:
        return words
    return tr(
        "{count}: whole months to {day}, then {days}",
        count=words,
        day=day_words(add_months(start, years * 12 + months)),
        days=_days(days),
    )
