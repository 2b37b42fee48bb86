"""A chronology as it is handed over: rows of plain values, and what has to be known of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from caseviewer.exporting.basis_words import basis_words, cited_sources, passages
from caseviewer.exporting.head import Chosen, Made, facts, holds_words, warnings
from caseviewer.exporting.paper import Fact, Words
from caseviewer.formatting.as_at_words import standing_words
from caseviewer.formatting.chronology_table import asserted_text
from caseviewer.formatting.dates import iso_day
from caseviewer.formatting.deadline_page import reckoned_words, state_words
from caseviewer.formatting.names import party_name
from caseviewer.formatting.page import Tab
from caseviewer.formatting.passage_lines import is_counted
from caseviewer.formatting.record_titles import source_title, stated
from caseviewer.formatting.side_by_side import source_date_words
from caseviewer.formatting.tables import table_for
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.chronology import is_dated
from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline, Event
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.reckoning import judged_on, reckon
from caseviewer.model.sources import Source


@dataclass(frozen=True, slots=True)
class Days:
    """A date for programs: EDTF as written, and its bounds (YYYY-MM-DD), empty where unbounded.

    A date that is approximate or uncertain has no bounds that could be relied on.
    """

    edtf: str = ""
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event: its date as exact as it is given, who says so, where, and with what standing.

    verbatim: the source's own words for the date, where `date` does not say them already.
    """

    number: str
    date: str
    basis: str
    verbatim: str
    event: str
    who: str
    source: str
    standing: str
    days: Days

    @property
    def rests_on(self) -> str:
        """What the date rests on, with the source's words: "stated: “on June 9, 2011”"."""
        if not self.verbatim:
            return self.basis
        return tr("{basis}: “{words}”", basis=self.basis, words=self.verbatim)


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline: its window, where it stands, and how it is counted.

    assumed: whether the reader counts it otherwise than the file says.
    """

    number: str
    what: str
    owed_by: str
    owed_to: str
    window: str
    state: str
    rule: str
    source: str
    days: Days
    assumed: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that rows name: its number, and how it is cited without a style."""

    number: str
    citation: Words


@dataclass(frozen=True, slots=True)
class Chronology:
    """The rows in their order, and the head above them; `holds` says how many they are.

    counted: whether a row leads to paragraphs that the source does not number itself.
    """

    title: Words
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    events: tuple[EventRow, ...]
    undated: tuple[EventRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    sources: tuple[SourceRow, ...]
    judged: int
    holds: str
    counted: bool


def chronology(opened: OpenedCase, made: Made, chosen: Chosen | None = None) -> Chronology:
    """The chronology of a case: all that its list holds, or the rows that the reader chose."""
    every = [one for one in table_for(opened, Tab.CHRONOLOGY).rows if isinstance(one, _ROWS)]
    rows = [one for one in every if chosen is None or one.id in chosen.ids]
    events = [one for one in rows if isinstance(one, Event)]
    deadlines = [one for one in rows if isinstance(one, Deadline)]
    basis = [passage for one in rows for passage in one.basis]
    holds = _holds(rows, every)
    return Chronology(
        Words(opened.case.title, opened.case.language),
        warnings(opened),
        facts(opened, made, holds, chosen, _order_words()),
        tuple(_event(opened, one) for one in events if is_dated(one)),
        tuple(_event(opened, one) for one in events if not is_dated(one)),
        tuple(_deadline(opened, one) for one in deadlines),
        tuple(_source(opened, one) for one in cited_sources(opened, basis)),
        judged_on(opened),
        holds,
        any(is_counted(opened, one) for one in passages(opened, basis)),
    )


_ROWS = (Event, Deadline)


def _holds(rows: Sequence[Event | Deadline], every: Sequence[Event | Deadline]) -> str:
    shown, there = (
        [sum(isinstance(one, kind) for one in some) for kind in _ROWS] for some in (rows, every)
    )
    names = ((tr("event"), tr("events")), (tr("deadline"), tr("deadlines")))
    return holds_words(shown, there, names)


def _order_words() -> str:
    return tr(
        "by the earliest possible day, then by the latest; where the file ranks events that"
        " dates cannot tell apart, as it ranks them; undated events at the end"
    )


def _event(opened: OpenedCase, event: Event) -> EventRow:
    date = event.date
    told = date is not None and date.value is not None
    return EventRow(
        number=opened.index.short(event.id),
        date=stated(date),
        basis="" if date is None else word(date.basis),
        verbatim=date.verbatim or "" if date is not None and told else "",
        event=event.title,
        who=asserted_text(opened, event),
        source=basis_words(opened, event.basis),
        standing=standing_words(opened, event),
        days=_days(date),
    )


def _days(date: Date | None) -> Days:
    value = None if date is None else date.value
    if value is None:
        return Days()
    if value.approximate or value.uncertain:
        return Days(value.text)
    return Days(value.text, iso_day(value.earliest), iso_day(value.latest))


def _deadline(opened: OpenedCase, deadline: Deadline) -> DeadlineRow:
    reckoning = reckon(opened, deadline)
    span = reckoning.window
    return DeadlineRow(
        number=opened.index.short(deadline.id),
        what=deadline.title,
        owed_by=_name(opened, deadline.owed_by),
        owed_to=_name(opened, deadline.owed_to),
        window=reckoned_words(opened, reckoning, for_others=True),
        state=state_words(opened, deadline),
        rule=word(reckoning.deadline.rule),
        source=basis_words(opened, deadline.basis),
        days=Days() if span.is_guide else Days("", iso_day(span.earliest), iso_day(span.latest)),
        assumed=reckoning.assumption is not None,
    )


def _name(opened: OpenedCase, party_id: str) -> str:
    party = opened.index.get(party_id)
    return party_name(party) if isinstance(party, Party) else party_id


def _source(opened: OpenedCase, source: Source) -> SourceRow:
    """A source with its own citation, else with its title, publisher and date."""
    language = source.language or opened.case.language
    number = opened.index.short(source.id)
    if source.cite_as is not None:
        return SourceRow(number, Words(source.cite_as, language))
    publisher = opened.index.get(source.publisher)
    parts = [
        source_title(source),
        party_name(publisher) if isinstance(publisher, Party) else source.csl.publisher or "",
        source_date_words(source) or tr("no date given"),
    ]
    return SourceRow(number, Words(", ".join(filter(None, parts)), language))
