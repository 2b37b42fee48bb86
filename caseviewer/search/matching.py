"""Which records, and which blocks of documents, hold what a query looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, reduce
from itertools import compress
from operator import and_, or_

from caseviewer.formatting.page import Tab
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.filters import Field, Filter
from caseviewer.search.narrowing import Meeting
from caseviewer.search.places import Run
from caseviewer.search.record_texts import RecordTexts
from caseviewer.search.row_masks import Mask, RowMasks
from caseviewer.search.slices import Slices
from caseviewer.search.wanted import Alternative, Group, Wanted

Conditions = Sequence[tuple[Filter, Meeting]]

_KEPT = 64
_DATES = frozenset({Field.BEFORE, Field.AFTER})
_EITHER = frozenset({Field.KIND, Field.STANDING})
"""Conditions of which one is enough where several are asked for, as a record has one of each."""


class RecordMatching:
    """Looks through the records of a case."""

    def __init__(self, records: RecordTexts) -> None:
        """`records` have been read."""
        self._records = records
        self._masks = RowMasks(records.texts)
        self._foreign = self._masks.of_rows(
            row for row, text in enumerate(records.texts) if not text.isascii()
        )

    def found(self, wanted: Wanted, conditions: Conditions) -> Slices[Mask]:
        """The rows that hold everything and meet every condition."""
        mask = yield from self.meeting(conditions)
        for group in sorted(wanted.groups, key=self._effort):
            held = yield from self.group(group, mask)
            mask = mask & ~held if group.without else held
        return mask

    def undated(self, wanted: Wanted, conditions: Conditions) -> Slices[int]:
        """How many rows would be found but for a date that they lack."""
        lacking = [meeting.undated for one, meeting in conditions if one.field in _DATES]
        if not any(lacking):
            return 0
        others = [(one, meeting) for one, meeting in conditions if one.field not in _DATES]
        mask = yield from self.found(wanted, others)
        names = self._records.ids
        return sum(any(names[row] in some for some in lacking) for row in self._masks.rows(mask))

    def rows(self, mask: Mask) -> list[int]:
        """The rows of a mask."""
        return self._masks.rows(mask)

    def group(self, group: Group, among: Mask | None = None) -> Slices[Mask]:
        """Of some rows, or of all, those that hold a group."""
        wider = self._masks.all if among is None else among
        found = 0
        if group.record is not None and group.record in self._records.ids:
            found = self._masks.of_rows([self._records.ids.index(group.record)]) & wider
        for alternative in group.alternatives:
            found |= yield from self._alternative(alternative, wider)
        return found

    def _alternative(self, alternative: Alternative, among: Mask) -> Slices[Mask]:
        if not all(map(self._records.vocabulary.may_hold, alternative.needles)):
            return 0
        for needle in alternative.needles:
            if not needle.isascii():
                among &= self._foreign
            among = yield from self._masks.holding(needle, among)
        return among

    def _effort(self, group: Group) -> tuple[bool, int]:
        """What is likely to leave the fewest rows is looked for first."""
        longest = max(len(needle) for one in group.alternatives for needle in one.needles)
        return group.without, -longest

    def meeting(self, conditions: Conditions) -> Slices[Mask]:
        """The rows that meet every condition."""
        mask = self._masks.all
        for several in _together(conditions):
            key = repr([one for one, _ in several])
            mask &= yield from self._masks.where(key, partial(self._row_meets, several))
        return mask

    def _row_meets(self, several: Conditions, row: int) -> bool:
        return _meets(self._records.ids[row], several)


class DocumentMatching:
    """Looks through one document; what was looked for before is kept."""

    def __init__(self, document: DocumentText) -> None:
        """Look through `document`."""
        self.document = document
        self._known: dict[str, Mask] = {}

    def run(self, wanted: Wanted, conditions: Conditions) -> Run:
        """The blocks that hold everything; else one of them, where the document holds it all.

        A document of which no words are wanted is found as a whole, at its first block.
        """
        source = self.document.source
        nothing = Run(Tab.DOCUMENTS, (), source)
        if not len(self.document.blocks) or not _document_meets(source, conditions):
            return nothing
        held = [self.group(group) for group in wanted.positive]
        lacked = [self.group(group) for group in wanted.negative]
        if not held:
            return nothing if any(lacked) else Run(Tab.DOCUMENTS, (0,), source)
        together = reduce(and_, held) & ~reduce(or_, lacked, 0)
        if together or len(held) == 1 or not all(held) or any(lacked):
            return Run(Tab.DOCUMENTS, self._blocks(together), source)
        return Run(Tab.DOCUMENTS, self._blocks(held[0])[:1], source, apart=True)

    def group(self, group: Group) -> Mask:
        """The blocks that hold a group."""
        return reduce(or_, map(self._alternative, group.alternatives), 0)

    def _alternative(self, alternative: Alternative) -> Mask:
        if not all(map(self.document.vocabulary.may_hold, alternative.needles)):
            return 0
        return reduce(and_, map(self._holding, alternative.needles))

    def _holding(self, needle: str) -> Mask:
        if needle not in self._known:
            made = bytearray(len(self.document.blocks))
            for block in self.document.blocks.with_words(needle):
                made[block] = 1
            while len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            self._known[needle] = int.from_bytes(made, "little")
        return self._known[needle]

    def _blocks(self, mask: Mask) -> list[int]:
        count = len(self.document.blocks)
        return list(compress(range(count), mask.to_bytes(count, "little")))


def _together(conditions: Conditions) -> Iterator[Conditions]:
    """The conditions one by one; those of which one is enough side by side."""
    for field in _EITHER:
        several = [pair for pair in conditions if pair[0].field is field and not pair[0].without]
        if several:
            yield several
    yield from ([pair] for pair in conditions if pair[0].field not in _EITHER or pair[0].without)


def _meets(name: str, several: Conditions) -> bool:
    """Whether a record meets one of some conditions; where a date is asked for, it has one."""
    return any(
        name not in meeting.records and name not in meeting.undated
        if condition.without
        else name in meeting.records
        for condition, meeting in several
    )


def _document_meets(source: str, conditions: Conditions) -> bool:
    """Whether the document of a source meets every condition."""
    return all(
        any((source in meeting.documents) is not one.without for one, meeting in several)
        for several in _together(conditions)
    )
