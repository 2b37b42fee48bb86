"""Which records, and which blocks of documents, hold what a query looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial, reduce
from itertools import compress
from operator import and_, or_

from caseviewer.formatting.page import Tab
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.filters import DATES, Field, Filter
from caseviewer.search.narrowing import Meeting
from caseviewer.search.places import Run
from caseviewer.search.record_texts import HEADER, RecordTexts
from caseviewer.search.row_masks import Mask, RowMasks
from caseviewer.search.slices import Slices
from caseviewer.search.wanted import Alternative, Group, Wanted

Conditions = Sequence[tuple[Filter, Meeting]]

_KEPT = 64
_TOGETHER = (frozenset({Field.KIND}), frozenset({Field.STANDING}), DATES)
"""Conditions that are looked at together where several are asked for.

Of kinds and standings one is enough, as a record has one of each; those on dates have one meeting.
"""


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
        if all(one.field not in DATES for one, _ in conditions):
            return 0
        mask = yield from self.found(wanted, _without_dates(conditions))
        names = (self._records.ids[row] for row in self._masks.rows(mask))
        return sum(name != HEADER and _is_undated(name, conditions) for name in names)

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
        return _meets_one(self._records.ids[row], several)


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

    def is_undated(self, wanted: Wanted, conditions: Conditions) -> bool:
        """Whether the document would be found but for a date that its source lacks."""
        if not _is_undated(self.document.source, conditions):
            return False
        return len(self.run(wanted, _without_dates(conditions)).rows) > 0

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
    """The conditions one by one; those that are looked at together side by side."""
    alone = list(conditions)
    for fields in _TOGETHER:
        several = [pair for pair in alone if pair[0].field in fields and not pair[0].without]
        if several:
            alone = [pair for pair in alone if pair[0].without or pair[0].field not in fields]
            yield several
    yield from ([pair] for pair in alone)


def _meets_one(name: str, several: Conditions) -> bool:
    """Whether a record meets one of some conditions."""
    return any(_meets(name, one, meeting, meeting.records) for one, meeting in several)


def _document_meets(source: str, conditions: Conditions) -> bool:
    """Whether the document of a source meets every condition."""
    return all(
        any(_meets(source, one, meeting, meeting.documents) for one, meeting in several)
        for several in _together(conditions)
    )


def _meets(name: str, condition: Filter, meeting: Meeting, held: AbstractSet[str]) -> bool:
    """Whether something is among what is held, or is not; where a date is asked for, it has one."""
    return (name in held) is not condition.without and name not in meeting.undated


def _is_undated(name: str, conditions: Conditions) -> bool:
    """Whether something lacks a date that was asked for."""
    return any(name in meeting.undated for _, meeting in conditions)


def _without_dates(conditions: Conditions) -> Conditions:
    return [pair for pair in conditions if pair[0].field not in DATES]
