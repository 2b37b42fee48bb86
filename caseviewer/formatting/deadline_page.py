"""The page of a deadline: the window, and each step of the count in words."""

from collections.abc import Iterator

from caseviewer.formatting.as_at_words import fulfilment_words
from caseviewer.formatting.assumption_words import assumption_words
from caseviewer.formatting.counting_words import (
    duration_words,
    holiday_lines,
    rule_lines,
    step_lines,
)
from caseviewer.formatting.dates import day_words, years_words
from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.page import Page, PageBuilder, Span, Spans
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.record_titles import link, name_link, stated
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.counting_rules import Count
from caseviewer.model.dates import civil, day_number
from caseviewer.model.deadlines import DeadlineState, Ending, Window, state_on
from caseviewer.model.events import Deadline, Trigger
from caseviewer.model.followed import passed_over
from caseviewer.model.kinds import Fulfilment
from caseviewer.model.months import calendar_span
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import (
    Reckoning,
    deadline_state,
    deadline_window,
    file_day,
    file_window,
    judged_on,
    reckon,
)


def deadline_words(opened: OpenedCase, deadline: Deadline) -> str:
    """When a deadline ends, as the reader counts it; what he assumes is marked as his."""
    return reckoned_words(opened, reckon(opened, deadline))


def reckoned_words(opened: OpenedCase, reckoning: Reckoning, *, for_others: bool = False) -> str:
    """When a period ends; an assumption is the reader's own, told to him or to others."""
    assumed = assumption_words(opened, reckoning)
    if not assumed:
        return window_words(reckoning.window)
    words = _range_words(reckoning.window)
    if not reckoning.start_assumed:
        words = window_words(reckoning.window)
    if for_others:
        return tr("{window}; the reader’s assumption: {assumed}", window=words, assumed=assumed)
    return tr("{window}; your assumption: {assumed}", window=words, assumed=assumed)


def window_words(span: Window) -> str:
    """When the period ends: "30 August to 24 September 2012; start not stated"."""
    words = _range_words(span)
    if span.start_hidden:
        return tr("{window}; a possible start is not shown", window=words)
    return words if span.start_stated else tr("{window}; start not stated", window=words)


def _range_words(span: Window) -> str:
    """The days of a window, as sure as the dates that it is counted from."""
    words = _bounds_words(span.earliest, span.latest)
    if span.earliest is None and span.latest is None:
        return words
    if span.approximate:
        words = tr("about {date}", date=words)
    return tr("{date} (uncertain)", date=words) if span.uncertain else words


def _bounds_words(earliest: int | None, latest: int | None) -> str:
    if earliest is None and latest is None:
        return tr("end not known")
    if earliest is None:
        return tr("{day} at the latest", day=day_words(latest or 0))
    if latest is None:
        return tr("{day} at the earliest", day=day_words(earliest))
    if earliest == latest:
        return day_words(earliest)
    first, year = day_words(earliest), civil(earliest)[0]
    if year == civil(latest)[0]:
        first = first.removesuffix(f" {years_words(year, year)}")
    return tr("{first} to {last}", first=first, last=day_words(latest))


def state_words(opened: OpenedCase, deadline: Deadline) -> str:
    """Where the deadline stands on the day it is judged on: "window over; no reply recorded…"."""
    span, state = deadline_window(opened, deadline), deadline_state(opened, deadline)
    words = tr(_STATES[state])
    if state is not DeadlineState.UNKNOWN:
        words = _as_sure_as(span, words)
    words = f"{words}; {fulfilment_words(opened, deadline)}"
    return _as_far_as_told(opened, judged_on(opened), words)


def _as_sure_as(span: Window, words: str) -> str:
    """Words about a window, with the mark that it is no more than a guide."""
    return tr("{words} (only a guide)", words=words) if span.is_guide else words


def _as_far_as_told(opened: OpenedCase, day: int, words: str) -> str:
    """Words about a day, and that the file ends before it where it does."""
    if day <= file_day(opened):
        return words
    return tr(
        "{words}; this file says nothing of what came after {day}",
        words=words,
        day=exact_day_words(opened.case.as_of),
    )


_STATES = {
    DeadlineState.OPEN: "window open",
    DeadlineState.ENDING: "window may be over",
    DeadlineState.OVER: "window over",
    DeadlineState.UNKNOWN: "end not known",
}


def today_words(opened: OpenedCase, span: Window, today: int) -> str:
    """Where a window stands today; empty where nothing can be said."""
    found = state_on(span, today)
    if found is DeadlineState.UNKNOWN:
        return ""
    words = tr(_STATES[found])
    if found is DeadlineState.OVER and span.latest is not None:
        words = tr("window over for {length}", length=_length(span.latest, today))
    elif found is DeadlineState.OPEN and span.earliest is not None:
        words = _left(span, span.earliest - today)
    return _as_far_as_told(opened, today, _as_sure_as(span, words))


def _left(span: Window, days: int) -> str:
    if days == 0:
        return (
            tr("last day of the window")
            if span.latest == span.earliest
            else tr("window open; it may end today")
        )
    left = _counted(days, tr("day"), tr("days"))
    if span.latest == span.earliest:
        return tr("window open for another {length}", length=left)
    return tr("window open for another {length} at least", length=left)


def _length(start: int, end: int) -> str:
    """How long it is from a day to a later one, in whole years, else months, else days."""
    years, months, _ = calendar_span(start, end)
    if years:
        return _counted(years, tr("year"), tr("years"))
    if months:
        return _counted(months, tr("month"), tr("months"))
    return _counted(end - start, tr("day"), tr("days"))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def is_unanswered(deadline: Deadline) -> bool:
    """Whether the file records no fulfilment, so that the window matters."""
    return deadline.fulfilment.status in {Fulfilment.NOT_RECORDED, Fulfilment.NOT_FULFILLED}


def is_fulfilled(deadline: Deadline) -> bool:
    """Whether the file says that all was done, in time or late, so that nothing runs any more."""
    return deadline.fulfilment.status in {Fulfilment.FULFILLED, Fulfilment.FULFILLED_LATE}


def deadline_page(opened: OpenedCase, deadline: Deadline) -> Page:
    """Everything that the case says about a deadline, and how its window is counted."""
    reckoning = reckon(opened, deadline)
    builder = PageBuilder()
    builder.title(deadline.title)
    builder.subtitle(f"{opened.index.short(deadline.id)} · {tr('deadline')}")
    _window(builder, opened, deadline, reckoning)
    builder.field(tr("Owed by"), name_link(opened, deadline.owed_by))
    builder.field(tr("Owed to"), name_link(opened, deadline.owed_to))
    if deadline.proceeding is not None:
        builder.field(tr("Proceeding"), link(opened, deadline.proceeding))
    builder.field(tr("Period"), duration_words(deadline.period))
    if deadline.period.verbatim is not None:
        words = tr("“{words}”", words=deadline.period.verbatim)
        builder.field(tr("In the source’s words"), words)
    builder.field(tr("Counted by"), word(reckoning.deadline.rule))
    _steps(builder, opened, deadline, reckoning)
    _fulfilment(builder, opened, deadline)
    add_basis(builder, opened, tr("Written in"), deadline.basis)
    add_mentions(builder, opened, deadline)
    return builder.page()


def _window(
    builder: PageBuilder, opened: OpenedCase, deadline: Deadline, reckoning: Reckoning
) -> None:
    """When it ends: as the reader counts, beside it what the file says; and where that stands."""
    builder.field(tr("Ends"), reckoned_words(opened, reckoning))
    if reckoning.assumption is not None:
        own = window_words(file_window(opened, deadline))
        words = tr("{window}, counted by {rule}", window=own, rule=word(deadline.rule))
        builder.field(tr("As the file says"), words)
    as_at = tr("As at {day}", day=day_words(judged_on(opened)))
    builder.field(as_at, state_words(opened, deadline))
    today = opened.standpoint.today
    told = opened.account is None and not is_fulfilled(deadline)
    if today is not None and told:
        label = tr("Today, {day}", day=day_words(today))
        builder.field(label, today_words(opened, reckoning.window, today))


def exact_day_words(day: str) -> str:
    """A day of the file (YYYY-MM-DD) in words: "29 November 2015"."""
    year, month, number = (int(part) for part in day.split("-"))
    return day_words(day_number(year, month, number))


def _steps(
    builder: PageBuilder, opened: OpenedCase, deadline: Deadline, reckoning: Reckoning
) -> None:
    span, counted = reckoning.window, reckoning.deadline
    builder.heading(tr("How it is counted"))
    for ending in span.endings:
        builder.item(_start_line(opened, ending.trigger, reckoning))
        _counts(builder, ending, counted)
    for note in _window_notes(span):
        builder.note(note)
    event = passed_over(opened, deadline, reckoning)
    if event is not None:
        before = Span(tr("The start that you assume lies before "))
        after = Span(tr(". By this file the period starts then or later."))
        builder.note((before, *link(opened, event.id), after))
    builder.heading(tr("What the rule says"))
    for line in (*rule_lines(counted.rule), *holiday_lines(opened, counted, span)):
        builder.item(line)


def _window_notes(span: Window) -> Iterator[str]:
    """What keeps a window from being one certain day."""
    if span.start_hidden:
        yield tr(
            "A possible start is not shown, as it could not be known then. The period may end on"
            " another day than those that are counted here."
        )
    elif not span.start_stated and len(span.endings) > 1:
        yield tr(
            "The source does not say which of these the period starts from. The window"
            " reaches from the earliest end to the latest."
        )
    if span.is_guide:
        doubt = _DOUBTS[span.approximate, span.uncertain]
        yield tr("Only a guide: a start that it is counted from is {doubt}.", doubt=tr(doubt))


_DOUBTS = {
    (True, True): "approximate or uncertain",
    (True, False): "approximate",
    (False, True): "uncertain",
}


def _start_line(opened: OpenedCase, trigger: Trigger, reckoning: Reckoning) -> Spans:
    assumed = reckoning.assumption
    if assumed is not None and assumed.start is not None:
        spans = [Span(tr("From a date of your own"))]
    elif reckoning.start_assumed:
        spans = [Span(tr("From {label}, your assumption", label=trigger.label))]
    else:
        named = tr(" (named by the source)") if trigger.stated else ""
        spans = [Span(tr("From {label}{named}", label=trigger.label, named=named))]
    if trigger.date is not None:
        spans.append(Span(f": {stated(trigger.date)}"))
    if trigger.event is not None:
        spans += [Span(": " if trigger.date is None else "; "), *link(opened, trigger.event)]
    return tuple(spans)


def _counts(builder: PageBuilder, ending: Ending, deadline: Deadline) -> None:
    """The count from each bound of a start, each step in words."""
    counts = [count for count in (ending.first, ending.last) if count is not None]
    if not counts:
        builder.item(tr("the start has no date, so no end can be counted"), level=1)
        return
    for count in dict.fromkeys(counts):
        first, *more = step_lines(count, deadline.period)
        builder.item(_bound(ending, count, first), level=1)
        for line in more:
            builder.item(line, level=2)


def _bound(ending: Ending, count: Count, words: str) -> str:
    """Which bound of the start a count is from, where these are two."""
    if ending.first == ending.last:
        return words
    bound = tr("at the earliest") if count == ending.first else tr("at the latest")
    return tr("{bound}: {words}", bound=bound, words=words)


def _fulfilment(builder: PageBuilder, opened: OpenedCase, deadline: Deadline) -> None:
    builder.heading(tr("Fulfilment"))
    builder.item(fulfilment_words(opened, deadline))
    if deadline.fulfilment.event is not None:
        builder.item(link(opened, deadline.fulfilment.event))
    builder.text(deadline.fulfilment.note)
