"""The page of a deadline: the window, and each step of the count in words."""

from caseviewer.formatting.as_at_words import fulfilment_words
from caseviewer.formatting.dates import day_words
from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.page import Page, PageBuilder, Span, Spans
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.record_titles import link, name_link, stated
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.dates import day_number
from caseviewer.model.deadlines import DeadlineState, Ending, Window, add, state, window
from caseviewer.model.events import Deadline, Period, Trigger
from caseviewer.model.kinds import CountingRule, Fulfilment
from caseviewer.model.opened import OpenedCase

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


def window_words(span: Window) -> str:
    """When the period ends: "30 August to 24 September 2012; start not stated"."""
    words = _range_words(span.earliest, span.latest)
    return words if span.start_stated else tr("{window}; start not stated", window=words)


def _range_words(earliest: int | None, latest: int | None) -> str:
    if earliest is None and latest is None:
        return tr("end not known")
    if earliest is None:
        return tr("{day} at the latest", day=day_words(latest or 0))
    if latest is None:
        return tr("{day} at the earliest", day=day_words(earliest))
    if earliest == latest:
        return day_words(earliest)
    first, last = day_words(earliest), day_words(latest)
    year = first.rsplit(" ", 1)[-1]
    if last.endswith(f" {year}"):
        first = first.removesuffix(f" {year}")
    return tr("{first} to {last}", first=first, last=last)


def state_words(opened: OpenedCase, deadline: Deadline) -> str:
    """Where the deadline stands on the day of the file: "window over; no reply recorded…"."""
    as_of = opened.judged_on
    words = {
        DeadlineState.OPEN: tr("window open"),
        DeadlineState.ENDING: tr("window may be over"),
        DeadlineState.OVER: tr("window over"),
        DeadlineState.UNKNOWN: tr("end not known"),
    }[state(window(deadline, opened.index), as_of)]
    return f"{words}; {fulfilment_words(opened, deadline)}"


def is_unanswered(deadline: Deadline) -> bool:
    """Whether the file records no fulfilment, so that the window matters."""
    return deadline.fulfilment.status in {Fulfilment.NOT_RECORDED, Fulfilment.NOT_FULFILLED}


def deadline_page(opened: OpenedCase, deadline: Deadline) -> Page:
    """Everything that the case says about a deadline, and how its window is counted."""
    span = window(deadline, opened.index)
    builder = PageBuilder()
    builder.title(deadline.title)
    builder.subtitle(f"{opened.index.short(deadline.id)} · {tr('deadline')}")
    builder.field(tr("Ends"), window_words(span))
    as_at = tr("As at {day}", day=exact_day_words(opened.judged_on))
    builder.field(as_at, state_words(opened, deadline))
    builder.field(tr("Owed by"), name_link(opened, deadline.owed_by))
    builder.field(tr("Owed to"), name_link(opened, deadline.owed_to))
    if deadline.proceeding is not None:
        builder.field(tr("Proceeding"), link(opened, deadline.proceeding))
    builder.field(tr("Period"), duration_words(deadline.period))
    if deadline.period.verbatim is not None:
        words = tr("“{words}”", words=deadline.period.verbatim)
        builder.field(tr("In the source’s words"), words)
    builder.field(tr("Counted by"), word(deadline.rule))
    _steps(builder, opened, deadline, span)
    _fulfilment(builder, opened, deadline)
    add_basis(builder, opened, tr("Written in"), deadline.basis)
    add_mentions(builder, opened, deadline)
    return builder.page()


def exact_day_words(day: str) -> str:
    """A day of the file (YYYY-MM-DD) in words: "29 November 2015"."""
    year, month, number = (int(part) for part in day.split("-"))
    return day_words(day_number(year, month, number))


def _steps(builder: PageBuilder, opened: OpenedCase, deadline: Deadline, span: Window) -> None:
    builder.heading(tr("How it is counted"))
    for ending in span.endings:
        builder.item(_start_line(opened, ending.trigger))
        builder.item(_step_words(ending, deadline), level=1)
    if not span.start_stated and len(span.endings) > 1:
        builder.note(
            tr(
                "The source does not say which of these the period starts from. The window"
                " reaches from the earliest end to the latest."
            )
        )
    if deadline.rule in _RULE_NOTES:
        builder.note(tr(_RULE_NOTES[deadline.rule]))


_RULE_NOTES = {
    CountingRule.FRCP_6A: (
        "Weekends are skipped as the rule says; public holidays are not considered."
    ),
    CountingRule.EU_1182_71: (
        "Weekends are skipped as the rule says, and a period of two days or more has at least"
        " two working days; public holidays are not considered."
    ),
}


def _start_line(opened: OpenedCase, trigger: Trigger) -> Spans:
    named = tr(" (named by the source)") if trigger.stated else ""
    spans = [Span(tr("From {label}{named}", label=trigger.label, named=named))]
    if trigger.date is not None:
        spans.append(Span(f": {stated(trigger.date)}"))
    if trigger.event is not None:
        spans += [Span(": " if trigger.date is None else "; "), *link(opened, trigger.event)]
    return tuple(spans)


def _step_words(ending: Ending, deadline: Deadline) -> str:
    steps = [_step(start, end, deadline.period) for start, end in _steps_of(ending)]
    if not steps:
        return tr("the start has no date, so no end can be counted")
    return tr("; at the latest ").join(steps)


def _step(start: int, end: int, period: Period) -> str:
    """One count, and how the rule moves its end: "… = Sunday 27 March 2016, moved on to …"."""
    counted = add(start, period.duration)
    words = tr(
        "{start} + {length} = {end}",
        start=day_words(start),
        length=duration_words(period),
        end=_weekday(counted),
    )
    if counted == end:
        return words
    return tr("{count}, moved on to {end}", count=words, end=_weekday(end))


def _steps_of(ending: Ending) -> list[tuple[int, int]]:
    pairs = [
        (ending.start_earliest, ending.earliest),
        (ending.start_latest, ending.latest),
    ]
    known = [(start, end) for start, end in pairs if start is not None and end is not None]
    return list(dict.fromkeys(known))


def _weekday(day: int) -> str:
    return day_words(day, weekday=True)


def _fulfilment(builder: PageBuilder, opened: OpenedCase, deadline: Deadline) -> None:
    builder.heading(tr("Fulfilment"))
    builder.item(fulfilment_words(opened, deadline))
    if deadline.fulfilment.event is not None:
        builder.item(link(opened, deadline.fulfilment.event))
    builder.text(deadline.fulfilment.note)
