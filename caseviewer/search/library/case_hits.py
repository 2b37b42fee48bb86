"""The hits in one case of the library, made of the texts that the index keeps of it.

Records and documents are looked through as those of an open case are, by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from caseviewer.formatting.page import Tab
from caseviewer.model.labels import words_for
from caseviewer.model.opened import OpenedCase
from caseviewer.search.dated import Dates
from caseviewer.search.hit_making import HitMaking
from caseviewer.search.hits import Because, Hit, Place, Reach, Reason
from caseviewer.search.library.conditions import Condition, meets, perhaps
from caseviewer.search.library.texts import (
    PackedTexts,
    StoredDate,
    StoredDocument,
    StoredRow,
    tags_of,
    tags_of_document,
)
from caseviewer.search.matching import DocumentMatching
from caseviewer.search.snippets import snippet
from caseviewer.search.wanted import Group, Wanted


class CaseHits:
    """Looks through the texts of one case."""

    def __init__(
        self, texts: PackedTexts, title: str, wanted: Wanted, conditions: Sequence[Condition]
    ) -> None:
        """`title` is that of the case, shown where nothing in it is marked."""
        self._texts = texts
        self._title = title
        self._wanted = wanted
        self._conditions = conditions
        # `HitMaking` asks a case for titles, which the index does not keep: none is known there.
        nothing = SimpleNamespace(get=lambda _: None)
        case = SimpleNamespace(title=title)
        opened = cast("OpenedCase", SimpleNamespace(case=case, index=nothing))
        self._making = HitMaking(opened, wanted, cast("Dates", None))
        self._dated = [one for one in conditions if one.asked.date is not None]

    def found(self, most: int, places: Sequence[int] | None = None) -> tuple[tuple[Hit, ...], int]:
        """The first hits, and how many there are.

        places: those of the records that match, and of the documents that may; all are looked
        through where they are not told.
        """
        hits: list[Hit] = []
        count = 0
        for at in self._rows() if places is None else self._rows_at(places):
            count += 1
            if len(hits) < most:
                hits.append(self._of_row(at, self._texts.row(at)))
        first = self._texts.count
        documents: Iterable[int] = range(self._texts.document_count)
        if places is not None:
            documents = [at - first for at in places if at >= first]
        for at in documents:
            made, more = self._in_document(self._texts.document(at), most - len(hits))
            hits += made
            count += more
        hits.sort(key=lambda hit: _ORDER[hit.tab])
        return tuple(hits), count

    def _rows(self) -> Iterator[int]:
        """The records that are found."""
        positive, negative = self._wanted.positive, self._wanted.negative
        for at, text in enumerate(self._texts.searched()):
            if (
                all(_stands_in(group, text) for group in positive)
                and not any(_stands_in(group, text) for group in negative)
                and self._meets(at)
            ):
                yield at

    def _rows_at(self, places: Sequence[int]) -> Iterator[int]:
        """The records at some places, if the dates that are asked for are theirs."""
        rows = (at for at in places if at < self._texts.count)
        return filter(self._meets, rows) if self._dated else rows

    def _meets(self, at: int) -> bool:
        if not self._conditions:
            return True
        row = self._texts.row(at)
        tags = frozenset(tags_of(row, self._texts.names).split())
        return meets(tags, row.dates, self._conditions)

    def _of_row(self, at: int, row: StoredRow) -> Hit:
        place = Place(row.tab, row.record, at)
        hit = replace(self._making.of_record(place, None, row.fields), kind=row.kind)
        if not hit.snippet.marks and row.record:
            hit = replace(hit, snippet=snippet(title_of(row), ()))
        return replace(hit, reasons=(*hit.reasons, *self._doubts(row.dates)))

    def _doubts(self, dates: Sequence[StoredDate]) -> Iterator[Reason]:
        for typed, date in perhaps(dates, self._dated):
            yield Reason(Because.DATE, typed, date)

    def _in_document(self, document: StoredDocument, most: int) -> tuple[list[Hit], int]:
        if document.reach is not Reach.SEARCHED:
            return [], 0
        tags = frozenset(tags_of_document(document, self._texts.names).split())
        if not meets(tags, document.dates, self._conditions):
            return [], 0
        read = document.searched()
        run = DocumentMatching(read).run(self._wanted, ())
        hits = []
        for block in run.rows[: max(0, most)]:
            place = Place(Tab.DOCUMENTS, document.source, -1, block, run.apart)
            if not self._wanted.positive:
                name = snippet(document.title, ())
                changed = document.changed
                hit = Hit(Tab.DOCUMENTS, document.source, None, "", name, changed=changed)
            else:
                hit = self._making.of_block(place, read)
            hits.append(replace(hit, reasons=(*hit.reasons, *self._doubts(document.dates))))
        return hits, len(run.rows)


def _stands_in(group: Group, text: str) -> bool:
    """Whether a folded text holds one of the alternatives of a group."""
    return any(all(needle in text for needle in one.needles) for one in group.alternatives)


_ORDER = {tab: at for at, tab in enumerate(Tab)}


def title_of(row: StoredRow) -> str:
    """What a record is called, as far as its words tell it."""
    named = dict(reversed(row.fields))
    return next((named[label] for label in _TITLES if label in named), row.fields[0][1])


_TITLES = tuple(
    map(words_for, ("fragments", "title", "name", "exact", "summary", "missing", "text"))
)
