"""What records that were found in the library are called, as far as the index keeps their words."""

from __future__ import annotations

from collections.abc import Iterable

from caseviewer.model.labels import words_for
from caseviewer.search.hits import Hit
from caseviewer.search.library.texts import PackedTexts, StoredRow
from caseviewer.search.library.values import RecordName

_NAMING = ("title", "name", "summary")
"""The fields by which a record is called; one that has none of them by its first words."""


def record_names(texts: PackedTexts, hits: Iterable[Hit]) -> dict[str, RecordName]:
    """What the records of some hits are called, by their ids."""
    wanted = {hit.record for hit in hits if hit.record}
    naming = frozenset(map(words_for, _NAMING))
    return {row.record: RecordName(row.short, _title(row, naming)) for row in texts.rows_of(wanted)}


def _title(row: StoredRow, naming: frozenset[str]) -> str:
    first = row.fields[0][1] if row.fields else ""
    return next((text for label, text in row.fields if label in naming), first)
