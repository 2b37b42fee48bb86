"""All that a reader keeps on a case, as one page and as plain values for other programs."""

from collections.abc import Iterator
from typing import Any

from caseviewer.formatting.note_words import called, counts_words
from caseviewer.formatting.own_page import add_notes, marks_spans
from caseviewer.formatting.page import Page, PageBuilder
from caseviewer.formatting.record_titles import record_title
from caseviewer.formatting.translate import tr
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import CaseNotes, OfRecord

Values = dict[str, Any]


def notes_page(opened: OpenedCase, notes: CaseNotes) -> Page:
    """Record by record in the order of the file; then what is kept on records that are gone."""
    builder = PageBuilder()
    builder.title(tr("Your notes on: {case}", case=opened.case.title))
    builder.subtitle(counts_words(notes.notes))
    for kept in _in_order(opened, notes):
        builder.heading(_name(opened, kept))
        if kept.gone:
            builder.note(tr("This record is no longer in the file."))
        builder.text(marks_spans(kept))
        add_notes(builder, opened, kept)
    return builder.page()


def notes_values(opened: OpenedCase, notes: CaseNotes) -> list[Values]:
    """What is kept, a record each, in the same order."""
    return [_values(opened, kept) for kept in _in_order(opened, notes)]


def _in_order(opened: OpenedCase, notes: CaseNotes) -> Iterator[OfRecord]:
    for item in all_records(opened.case):
        kept = notes.of(item.id)
        if kept.kept:
            yield kept
    yield from sorted((one for one in notes if one.gone), key=lambda one: one.record)


def _name(opened: OpenedCase, kept: OfRecord) -> str:
    item = opened.index.get(kept.record)
    if item is None:
        return called(kept)
    return f"{opened.index.short(kept.record)} {record_title(opened, item)}"


def _values(opened: OpenedCase, kept: OfRecord) -> Values:
    return {
        "record": kept.record,
        "number": opened.index.short(kept.record),
        "name": _name(opened, kept),
        "gone": kept.gone,
        "starred": kept.is_starred,
        "read": kept.is_read,
        "changed_since": kept.is_outdated,
        "notes": [
            {
                "id": one.id,
                "text": one.text,
                "created": one.created.isoformat(),
                "modified": one.modified.isoformat(),
                "changed_since": one.id in kept.changed,
            }
            for one in kept.notes
        ],
    }
