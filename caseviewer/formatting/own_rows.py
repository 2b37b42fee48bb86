"""What stands in the rows of a list of the reader's own: a line beneath each, and a facet.

It is no part of the list itself, so that no copy and no export of rows can hold it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from caseviewer.formatting.facets import Facet, Values
from caseviewer.formatting.note_words import mark_words, yours
from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Passage
from caseviewer.notes.by_record import CaseNotes, OfRecord

FACET = "yours"
"""The name of the facet, which nothing else in the program may have."""

_OF_SOURCES = frozenset({Tab.CITATIONS, Tab.DOCUMENTS})
_NAMED = 2


@dataclass(frozen=True, slots=True)
class OwnRows:
    """The reader's words and values for the rows of a list, by the ids of records.

    A record that has none has the value `usual`. facet: what offers the values.
    """

    facet: Facet
    words: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Values] = field(default_factory=dict)
    usual: Values = ()


def own_rows(opened: OpenedCase, notes: CaseNotes, tab: Tab) -> OwnRows:
    """What is the reader's own in the list of a tab."""
    values = {kept.record: _values(kept) for kept in notes}
    parts = {kept.record: mark_words(kept) for kept in notes}
    if tab in _OF_SOURCES:
        for source, numbers in _noted_passages(opened, notes).items():
            more = ", …" if len(numbers) > _NAMED else ""
            words = tr("note on {passages}", passages=", ".join(numbers[:_NAMED]) + more)
            parts[source] = (*parts.get(source, ()), words)
            found = values.get(source, _usual())
            values[source] = (*found, *({tr("with a note")} - {*found}))
    return OwnRows(
        _facet(),
        {record: yours(found) for record, found in parts.items()},
        values,
        _usual(),
    )


def _usual() -> Values:
    return (tr("not read"),)


def _values(kept: OfRecord) -> Values:
    found = (
        tr("starred") if kept.is_starred else "",
        tr("with a note") if kept.notes else "",
        tr("read") if kept.is_read else tr("not read"),
        tr("changed since") if kept.is_outdated else "",
    )
    return tuple(filter(None, found))


def _facet() -> Facet:
    order = tuple(map(tr, ("starred", "with a note", "read", "not read", "changed since")))
    return Facet(FACET, tr("Yours"), lambda _, __: (), order)


def _noted_passages(opened: OpenedCase, notes: CaseNotes) -> Mapping[str, list[str]]:
    """The numbers of the passages that have notes, by the ids of their sources."""
    found = defaultdict[str, list[str]](list)
    for kept in notes:
        item = opened.index.get(kept.record)
        if isinstance(item, Passage) and kept.notes:
            found[item.source].append(opened.index.short(item.id))
    return found
