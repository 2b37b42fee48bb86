"""What records that were found in the library are called, as far as the index keeps their words."""

from __future__ import annotations

from collections.abc import Iterable

from caseviewer.search.hits import Hit
from caseviewer.search.library.case_hits import title_of
from caseviewer.search.library.texts import PackedTexts
from caseviewer.search.library.values import RecordName


def record_names(texts: PackedTexts, hits: Iterable[Hit]) -> dict[str, RecordName]:
    """What the records of some hits are called, by their ids."""
    wanted = {hit.record for hit in hits if hit.record}
    return {row.record: RecordName(row.short, title_of(row)) for row in texts.rows_of(wanted)}
