"""A chronology as tables to be read: the head, the events, the deadlines, the sources."""

from collections.abc import Iterable

from caseviewer.exporting.chronology import Chronology, DeadlineRow, EventRow
from caseviewer.exporting.paper import Column, Fact, Grid, Paper, Part
from caseviewer.formatting.dates import day_words
from caseviewer.formatting.translate import tr


def chronology_paper(found: Chronology) -> Paper:
    """The chronology for formats that people read."""
    language = found.title.language
    parts = [
        Part(
            tr("Events"),
            () if found.events else (tr("No event with a date is in this table."),),
            _events(found.events, language),
        )
    ]
    if found.undated:
        parts.append(Part(tr("Undated events"), (), _events(found.undated, language)))
    if found.deadlines:
        parts.append(_deadlines(found, language))
    if found.sources:
        items = tuple(Fact(one.number, one.citation) for one in found.sources)
        notes = (counted_note(),) if found.counted else ()
        parts.append(Part(tr("Sources"), notes, None, items))
    return Paper(found.title, tr("Chronology"), found.warnings, found.facts, tuple(parts))


def counted_note() -> str:
    """What “counted” beside a paragraph means."""
    return tr("“counted”: the source prints no numbers of paragraphs; the compiler counted them.")


def _events(rows: Iterable[EventRow], language: str) -> Grid | None:
    columns = (
        Column(tr("No."), 5, strong=True),
        Column(tr("Date"), 13),
        Column(tr("Date rests on"), 14, language),
        Column(tr("Event"), 28, language),
        Column(tr("Who says so"), 15, language),
        Column(tr("Source and paragraph"), 14),
        Column(tr("Standing"), 11),
    )
    made = tuple(
        (one.number, one.date, one.rests_on, one.event, one.who, one.source, one.standing)
        for one in rows
    )
    return Grid(columns, made) if made else None


def _deadlines(found: Chronology, language: str) -> Part:
    columns = (
        Column(tr("No."), 5, strong=True),
        Column(tr("What"), 20, language),
        Column(tr("Owed by"), 11, language),
        Column(tr("Owed to"), 11, language),
        Column(tr("Ends"), 15),
        Column(tr("State"), 14),
        Column(tr("Counted by"), 13),
        Column(tr("Source and paragraph"), 11),
    )
    notes = [tr("State as at {day}.", day=day_words(found.judged))]
    if any(one.assumed for one in found.deadlines):
        notes.append(
            tr("What is marked as the reader’s assumption is counted otherwise than the file says.")
        )
    rows = tuple(
        (
            one.number,
            one.what,
            one.owed_by,
            one.owed_to,
            one.window,
            one.state,
            counted_by(one),
            one.source,
        )
        for one in found.deadlines
    )
    return Part(tr("Deadlines"), tuple(notes), Grid(columns, rows))


def counted_by(row: DeadlineRow) -> str:
    """The rule that a deadline is counted by, with a mark where the reader assumes something."""
    if row.assumed:
        return tr("{rule}; reader’s assumption", rule=row.rule)
    return row.rule
