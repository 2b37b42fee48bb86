"""The page of a case in the library: what its file says, without opening it; and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseviewer.formatting.dates import years_words
from caseviewer.formatting.deadline_page import exact_day_words
from caseviewer.formatting.page import BlockKind, Look, Page, PageBuilder, Span, Spans, Target
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import civil
from caseviewer.model.visible import cut
from caseviewer.search.hits import Hit
from caseviewer.search.library.case_columns import case_title
from caseviewer.search.library.case_hit_words import beneath_words, place_words
from caseviewer.search.library.moments import moment_words
from caseviewer.search.library.values import (
    CaseDetails,
    CaseRow,
    DeadlineRow,
    PartyRow,
    ProceedingRow,
    Reach,
    RecordName,
    SameBy,
    SameParty,
)

_HEAD = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE})
_LISTED = 40
"""How many lines of a list the page shows; the case itself has the rest."""
_SUMMARY_LIMIT = 1_200
_LINE_LIMIT = 300


class Lead(StrEnum):
    """Where a link on a page of the library leads.

    OPEN: into the case, at a record if one is named. SAME: to the same party in other cases.
    SHOW: to the row of another case. BACK: to the page of the case.
    """

    OPEN = "open"
    SAME = "same"
    SHOW = "show"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the library: where it leads, to which case, and to which record of it."""

    lead: Lead
    key: int
    record: str = ""

    @property
    def target(self) -> Target:
        """The way as a link carries it."""
        return Target(f"{self.lead.value} {self.key} {self.record}")

    @classmethod
    def of(cls, target: Target) -> Way:
        """The way that a link carries."""
        lead, key, record = target.record.split(" ", 2)
        return cls(Lead(lead), int(key), record)


def case_page(details: CaseDetails) -> Page:
    """What the preview shows of a case."""
    row = details.row
    builder = PageBuilder()
    builder.title(cut(case_title(row), _LINE_LIMIT))
    if row.proceeding:
        builder.subtitle(cut(row.proceeding, _LINE_LIMIT))
    _reach(builder, row)
    if details.fiction:
        builder.note((Span(tr("An invented case: fiction."), None, Look.STRONG),))
    builder.field(tr("Handling"), details.handling)
    builder.text(cut(details.summary, _SUMMARY_LIMIT))
    builder.text(_open_link(row))
    _deadlines(builder, row, details.deadlines)
    _proceedings(builder, row, details.proceedings)
    _parties(builder, row, details.parties)
    _dates(builder, row)
    _problems(builder, details)
    _file(builder, details)
    return builder.page()


def hit_page(hit: Hit, name: RecordName | None, page: Page) -> Page:
    """The page of a case with a hit in it, whole, beneath its title; `name` is the record's."""
    builder = PageBuilder()
    builder.heading(tr("Found in {place}", place=place_words(hit, name)))
    words = tuple(
        Span(piece, None, Look.STRONG if marked else Look.PLAIN)
        for piece, marked in hit.snippet.pieces()
    )
    before = (Span("…"),) if hit.snippet.cut_before else ()
    after = (Span("…"),) if hit.snippet.cut_after else ()
    builder.quote((*before, *words, *after))
    builder.note(beneath_words(hit))
    head = tuple(block for block in page.blocks if block.kind in _HEAD)
    return Page((*head, *builder.page().blocks, *page.blocks[len(head) :]))


def gone_page(row: CaseRow) -> Page:
    """What the preview shows of a case of which the index knows no more than its row."""
    builder = PageBuilder()
    builder.title(cut(case_title(row), _LINE_LIMIT))
    _reach(builder, row)
    builder.text(_open_link(row))
    builder.heading(tr("The file"))
    builder.field(tr("Lies at"), row.path)
    return builder.page()


def same_party_page(row: CaseRow, party: PartyRow, found: Sequence[SameParty]) -> Page:
    """In which other cases a party is, and why it may be the same, the surest first."""
    builder = PageBuilder()
    builder.title(cut(party.name, _LINE_LIMIT))
    builder.subtitle(tr("the same party in other cases"))
    back = tr("Back to {title}", title=cut(case_title(row), _LINE_LIMIT))
    builder.text((Span(back, Way(Lead.BACK, row.key).target),))
    if not found:
        builder.text(
            tr(
                "No other case in the library has this party: none by the code of its State, by"
                " its name, by a variant of it, or by its id."
            )
        )
    for by, words in _BY.items():
        builder.heading(tr(words))
        for one in found:
            if one.by is by:
                _same(builder, one)
    return builder.page()


_BY = {
    SameBy.COUNTRY: "By the code of the State",
    SameBy.NAME: "By the same name",
    SameBy.VARIANT: "By a variant of the name",
    SameBy.ID: "By the same id, which is a hint and no more",
}


def _same(builder: PageBuilder, found: SameParty) -> None:
    case, party = found.case, found.party
    way = Way(Lead.SHOW, case.key)
    builder.item((Span(cut(case_title(case), _LINE_LIMIT), way.target),))
    roles = f" ({', '.join(party.roles)})" if party.roles else ""
    name = Span(f"{party.short} {party.name}", Way(Lead.OPEN, case.key, party.record).target)
    builder.item((name, Span(roles)), level=1)
    builder.note(found.sentence, level=1)


def _reach(builder: PageBuilder, row: CaseRow) -> None:
    """The fault of a case that cannot be read now, and what is shown instead."""
    if row.reach is Reach.HERE:
        return
    builder.text((Span(row.fault or tr(_FAULTS[row.reach]), None, Look.WARNING),))
    builder.note(tr(_SHOWN_INSTEAD[row.reach]))


_FAULTS = {
    Reach.BROKEN: "This file cannot be opened.",
    Reach.AWAY: "The folder of this case is not there.",
}
_SHOWN_INSTEAD = {
    Reach.BROKEN: "Mend or replace the file, then refresh the library with F5.",
    Reach.AWAY: (
        "What is shown is what the file said when it was last read. Connect the disk or put the"
        " folder back, then refresh the library with F5."
    ),
}


def _open_link(row: CaseRow) -> Spans:
    return (Span(tr("Open the case"), Way(Lead.OPEN, row.key).target),)


def _proceedings(builder: PageBuilder, row: CaseRow, found: Sequence[ProceedingRow]) -> None:
    builder.heading(tr("Proceedings"))
    for one in found[:_LISTED]:
        builder.item((Span(one.title, Way(Lead.OPEN, row.key, one.record).target),))
        status = ": ".join(filter(None, (one.status, one.outcome)))
        words = " · ".join(filter(None, (one.body, *one.identifiers, status)))
        builder.note(words, level=1)
    _tell_rest(builder, len(found))


def _parties(builder: PageBuilder, row: CaseRow, found: Sequence[PartyRow]) -> None:
    builder.heading(tr("Parties"))
    for one in found[:_LISTED]:
        name = Span(one.name, Way(Lead.SAME, row.key, one.record).target)
        builder.item((name, Span(f", {', '.join(one.roles)}" if one.roles else "")))
    _tell_rest(builder, len(found))
    if found:
        builder.note(tr("A name leads to the same party in other cases."))


def _deadlines(builder: PageBuilder, row: CaseRow, found: Sequence[DeadlineRow]) -> None:
    builder.heading(tr("Deadlines"))
    for one in found[:_LISTED]:
        way = Way(Lead.OPEN, row.key, one.record)
        builder.item((Span(f"{one.short} {one.title}", way.target), Span(f": {one.ends}")))
        builder.note(one.state_words, level=1)
    _tell_rest(builder, len(found))


def _dates(builder: PageBuilder, row: CaseRow) -> None:
    builder.heading(tr("Dates"))
    if row.first_day is not None and row.last_day is not None:
        # By years: a day of these bounds may be one that the file does not give.
        first, last = civil(row.first_day)[0], civil(row.last_day)[0]
        builder.field(tr("Events"), years_words(first, last))
    if row.year is not None:
        builder.field(tr("Decided"), str(row.year))
    builder.field(tr("Speaks up to"), exact_day_words(row.as_of) if row.as_of else "")
    builder.field(tr("Revision"), row.revision)


def _problems(builder: PageBuilder, details: CaseDetails) -> None:
    builder.heading(tr("Problems"))
    _items(builder, details.problems)
    _items(builder, details.faults)


def _items(builder: PageBuilder, lines: Iterable[str]) -> None:
    for line in lines:
        builder.item(line)


def _file(builder: PageBuilder, details: CaseDetails) -> None:
    row = details.row
    builder.heading(tr("The file"))
    builder.field(tr("Lies at"), row.path)
    opened = moment_words(row.opened, time=True) if row.opened else tr("never from this computer")
    builder.field(tr("Last opened"), opened)
    if details.documents:
        words = tr("{here} of {all} here", here=details.documents_here, all=details.documents)
        builder.field(tr("Documents"), words)
    builder.field(tr("Id"), row.case_id)


def _tell_rest(builder: PageBuilder, count: int) -> None:
    if count > _LISTED:
        words = tr("and {count} more in the case", count=f"{count - _LISTED:,}")
        builder.note(words)
