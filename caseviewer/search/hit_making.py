"""What is shown of a place: where it was found, the words around it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from caseviewer.formatting.record_titles import record_title
from caseviewer.model.case import Record
from caseviewer.model.case_index import kind_of
from caseviewer.model.labels import words_for
from caseviewer.model.opened import OpenedCase
from caseviewer.search.blocks import Span, blocks_of, marks_in
from caseviewer.search.dated import Dates, on_dates
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.hits import Because, Hit, Place, Reason
from caseviewer.search.record_fields import FieldWords
from caseviewer.search.snippets import snippet
from caseviewer.search.wanted import Alternative, Group, Wanted
from caseviewer.search.words import fold_words

_LONG = 6_000
"""Of a text that is longer, what is found first is marked, and the rest is counted."""


_CALLED = ("title", "name")
"""The fields by which a record is called in a list of hits."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text in which something was found: its name, itself, and its words."""

    label: str
    text: str
    folded: str

    def holds(self, alternative: Alternative) -> bool:
        """Whether one of the needles stands in it."""
        return any(needle in self.folded for needle in alternative.needles)

    def groups(self, wanted: Wanted) -> int:
        """How many groups stand in it."""
        return sum(any(map(self.holds, group.alternatives)) for group in wanted.positive)

    def marks(self, needles: Sequence[str]) -> list[Span]:
        """Where needles stand, from the first on; not to the end of a long text."""
        if len(self.text) <= _LONG:
            return marks_in(self.text, needles)
        blocks = blocks_of(self.text)
        first = (next(blocks.with_words(needle), None) for needle in needles)
        found = [block for block in first if block is not None]
        return blocks.marks(min(found), needles) if found else []

    def count(self, needles: Sequence[str], marks: Sequence[Span] | None = None) -> int:
        """How many places in it are marked; of a long text about so many.

        marks: those of `marks`, where they are known.
        """
        if len(self.text) <= _LONG:
            return len(self.marks(needles) if marks is None else marks)
        return sum(self.folded.count(needle) for needle in needles)


def stretch(label: str, text: str) -> Stretch:
    """A text with its words."""
    return Stretch(label, text, f" {fold_words(text)} ")


class HitMaking:
    """Makes the hits of one search."""

    def __init__(self, opened: OpenedCase, wanted: Wanted, dates: Dates) -> None:
        """Make hits of what was looked for in `opened`."""
        self._opened = opened
        self.wanted = wanted
        self._dates = dates
        self._needles = tuple(wanted.needles())

    def of_record(self, place: Place, item: Record | None, fields: Sequence[FieldWords]) -> Hit:
        """The field that holds most of what was looked for; a title where none holds any.

        Of fields that hold as much, it is the one by which the record is called, else the first.
        """
        kind = None if item is None else kind_of(item)
        held = [one for one in (stretch(*words) for words in fields) if self._is_held(one)]
        if not held:
            reasons = tuple(self._reasons(place, item, held))
            title = self._opened.case.title if item is None else record_title(self._opened, item)
            return Hit(place.tab, place.record, kind, "", snippet(title, ()), reasons)
        called = {words_for(name) for name in _CALLED}
        best = max(held, key=lambda one: (one.groups(self.wanted), one.label in called))
        held.sort(key=lambda one: one is not best)
        marks = best.marks(self._needles)
        shown = snippet(best.text, marks)
        others = sum(one.count(self._needles) for one in held[1:])
        more = best.count(self._needles, marks) + others - len(shown.marks)
        reasons = tuple(self._reasons(place, item, held))
        return Hit(place.tab, place.record, kind, best.label, shown, reasons, max(0, more))

    def of_block(self, place: Place, document: DocumentText) -> Hit:
        """A block of a document, or the title of the document where no words are wanted."""
        source, blocks = self._opened.index.get(place.record), document.blocks
        if not self._needles and source is not None:
            title = snippet(record_title(self._opened, source), ())
            reasons = tuple(self._reasons(place, source, ()))
            return Hit(
                place.tab, place.record, None, "", title, reasons, changed=document.reach.changed
            )
        marks = blocks.marks(place.block, self._needles)
        begin = blocks.begins[place.block]
        end = max(blocks.ends[place.block], marks[-1][1])
        text = blocks.text[begin:end]
        shown = snippet(text, [(first - begin, last - begin) for first, last in marks])
        where = document.where[place.block]
        held = [stretch(where, text)]
        if place.apart:
            held += self._elsewhere(document)
        reasons = tuple(self._reasons(place, source, held))
        return Hit(
            place.tab,
            place.record,
            None,
            where,
            shown,
            reasons,
            more=len(marks) - len(shown.marks),
            span=marks[0],
            apart=place.apart,
            changed=document.reach.changed,
        )

    def _elsewhere(self, document: DocumentText) -> Iterator[Stretch]:
        """The first block with each thing that was looked for."""
        for needle in self._needles:
            for block in islice(document.blocks.with_words(needle), 1):
                yield stretch(document.where[block], document.blocks.around(block, len(needle)))

    def _is_held(self, one: Stretch) -> bool:
        return any(needle in one.folded for needle in self._needles)

    def _reasons(
        self, place: Place, item: Record | None, held: Sequence[Stretch]
    ) -> Iterator[Reason]:
        """Why it was found; `held` is what holds something of it, that which is shown first."""
        for group in self.wanted.positive:
            if group.record is not None and group.record == place.record:
                number = self._opened.index.short(place.record)
                yield Reason(Because.NUMBER, group.typed, number)
            else:
                yield from _of_group(group, held)
        if item is None:
            return
        for conditions in on_dates(self.wanted.conditions):
            if date := self._dates.doubtful(item, *conditions):
                typed = " ".join(f"{one.field}:{one.typed}" for one in conditions)
                yield Reason(Because.DATE, typed, date)


def _of_group(group: Group, held: Sequence[Stretch]) -> Iterator[Reason]:
    """The words as typed; what stands for them, where they are not there or it is shown too."""
    told = False
    for alternative in group.alternatives:
        places = [one for one in held if one.holds(alternative)]
        if places and (not told or places[0] is held[0]):
            told = True
            yield _matched(alternative, places[0])


def _matched(alternative: Alternative, place: Stretch) -> Reason:
    """Why an alternative was found, with the words that it matched as they stand there."""
    if alternative.reason.because is Because.WORDS:
        return alternative.reason
    start, end = place.marks(alternative.needles)[0]
    return replace(alternative.reason, matched=place.text[start:end])
