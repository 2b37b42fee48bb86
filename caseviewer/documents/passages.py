"""Looks passages up in the text of their document: by what reading folds, never by likeness.

The place of a passage is its position where it has one that counts, else the paragraph or
page that it cites, else the whole document. Its words are found where they stand there exactly
once. Words that stand elsewhere only are moved, never taken to be the same place.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, groupby, islice, takewhile

from caseviewer.bundle.report import Remark
from caseviewer.documents.cited_places import Cited, cited
from caseviewer.documents.matching import Folded, fold, folded, what_was_folded
from caseviewer.documents.text import Paragraph, Paragraphs
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import Folding, PassageState
from caseviewer.model.problems import FOUND_LIMIT
from caseviewer.model.sources import Locator, Passage, Position, Selector
from caseviewer.model.visible import visible

_MOST_HYPHENS = 4
_SOFT_HYPHEN = "\u00ad"

Ranges = list[tuple[int, int]]


@dataclass(frozen=True)
class Readable:
    """The words of a document, ready for passages to be looked up.

    places: the parts of the text by what locators call them, paragraphs or pages, where these
    are numbered. offsets_hold: whether positions count the characters of just this text.
    """

    text: str
    places: Mapping[LocatorLabel, Paragraphs]
    offsets_hold: bool = True
    _known: dict[Locator, tuple[Cited, Ranges]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return fold(self.text)

    def parts(self, locator: Locator | None) -> Paragraphs | None:
        """The numbered parts that a locator speaks of, if the document has such."""
        parts = None if locator is None else self.places.get(locator.label)
        return parts if parts is not None and parts.numbers else None

    def cited(self, locator: Locator) -> tuple[Cited, Ranges]:
        """What a locator names, and the stretches of the folded text that this is."""
        if locator not in self._known:
            parts = self.parts(locator)
            names = Cited(frozenset()) if parts is None else cited(locator.value, parts)
            stretches = () if parts is None else self._stretches(parts, locator.label, names)
            ranges = [
                (self.folded.folded_at(first), self.folded.folded_at(last))
                for first, last in stretches
            ]
            self._known[locator] = names, ranges
        return self._known[locator]

    @cached_property
    def _belonging(self) -> dict[tuple[LocatorLabel, str | None], list[int]]:
        """The places, among the blocks, of those that belong to a number."""
        found: dict[tuple[LocatorLabel, str | None], list[int]] = {}
        for label, parts in self.places.items():
            for at, block in enumerate(parts.blocks):
                found.setdefault((label, block.within), []).append(at)
        return found

    def _stretches(
        self, parts: Paragraphs, label: LocatorLabel, names: Cited
    ) -> Iterator[tuple[int, int]]:
        """The stretches of the text that cited blocks make up; neighbours are one stretch."""
        belonging = self._belonging
        places = sorted(at for number in names.numbers for at in belonging.get((label, number), ()))
        # What lies behind as many others as stand before it is a neighbour of those.
        for _, run in groupby(enumerate(places), key=lambda item: item[1] - item[0]):
            neighbours = [at for _, at in run]
            yield parts.blocks[neighbours[0]].start, parts.blocks[neighbours[-1]].end


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a passage: its state, where it stands, and what is wrong with it.

    folded: what had to be folded for its words to be the same. among_others: whether the words
    stand in the document, but not between those that the passage gives around them.
    """

    state: PassageState
    start: int | None = None
    end: int | None = None
    remarks: tuple[Remark, ...] = ()
    folded: frozenset[Folding] = frozenset()
    among_others: bool = False


_NO_WORDS = Remark(("selector", "exact"), "passage.no_words", "there are no words to look up")


def look_up(passage: Passage, readable: Readable) -> Found:
    """Look one passage up in a document."""
    if passage.selector is None:
        found = _unworded(passage.position, readable)
    elif not folded(passage.selector.exact).strip():
        found = Found(PassageState.NOT_FOUND, remarks=(_NO_WORDS,))
    else:
        found = _Search(passage, passage.selector, readable).found()
    remarks = (*found.remarks, *_locator_remarks(passage.locator, found, readable))
    return Found(found.state, found.start, found.end, remarks, found.folded, found.among_others)


def _unworded(position: Position | None, readable: Readable) -> Found:
    """A passage without words: only its offsets can be looked at."""
    if position is None or not readable.offsets_hold:
        return Found(PassageState.UNCHECKED)
    if position.end > len(readable.text):
        message = f"it ends at character {position.end:,}, but the text has {len(readable.text):,}"
        remark = Remark(("position",), "passage.outside", message)
        return Found(PassageState.NOT_FOUND, remarks=(remark,))
    return Found(PassageState.UNCHECKED, position.start, position.end)


class _Search:
    """The search for the words of one passage."""

    def __init__(self, passage: Passage, selector: Selector, readable: Readable) -> None:
        self._locator = passage.locator
        self._position = passage.position
        self._selector = selector
        self._readable = readable
        self._exact = folded(selector.exact)
        self._whole = fold(selector.prefix + selector.exact + selector.suffix)
        self._begin = self._whole.folded_at(len(selector.prefix))
        self._end = self._whole.folded_at(len(selector.prefix) + len(selector.exact))

    def found(self) -> Found:
        """Where the words stand, and whether that is their place."""
        position = self._position
        if position is not None and self._stands_at(position):
            remarks = tuple(self._around(position))
            return self._at(PassageState.FOUND, position.start, position.end, remarks)
        if position is None or not self._readable.offsets_hold:
            return self._by_locator()
        return self._elsewhere(f"not {position.start + 1:,}")

    def _stands_at(self, position: Position) -> bool:
        text, start, end = self._readable.text, position.start, position.end
        cut = any(
            unicodedata.combining(sign) for sign in (text[start : start + 1] + text[end : end + 1])
        )
        return not cut and folded(text[start:end]) == self._exact

    def _by_locator(self) -> Found:
        """The place is what the locator names, where the document numbers such; else all of it."""
        locator, readable = self._locator, self._readable
        if locator is None or readable.parts(locator) is None:
            return self._one_of(self._places(0, len(readable.folded.text)), PassageState.FOUND)
        _, ranges = readable.cited(locator)
        # What begins on a page is cited by it, also where it runs on over its end.
        more = len(self._exact) if locator.label is LocatorLabel.PAGE else 0
        within = [place for low, high in ranges for place in self._places(low, high + more)]
        return self._one_of(within, PassageState.FOUND) if within else self._elsewhere("")

    def _elsewhere(self, instead: str) -> Found:
        places = self._places(0, len(self._readable.folded.text))
        found = self._one_of(places, PassageState.MOVED)
        if found.state is PassageState.MOVED and instead and found.start is not None:
            message = f"the words stand from character {found.start + 1:,}, {instead}"
            remark = Remark(("position",), "passage.moved", message)
            return Found(found.state, found.start, found.end, (remark,), found.folded)
        return found

    def _one_of(self, places: list[tuple[int, int]], state: PassageState) -> Found:
        exact = self._selector.exact
        if not places:
            among_others = (
                self._whole.text != self._exact and self._exact in self._readable.folded.text
            )
            message = "these words do not stand in the document"
            if among_others:
                message = "these words stand in the document, but not between those around them"
            expected = f"“{visible(exact, FOUND_LIMIT)}”"
            remark = Remark(("selector", "exact"), "passage.not_found", message, expected=expected)
            return Found(PassageState.NOT_FOUND, remarks=(remark,), among_others=among_others)
        if len(places) > 1:
            message = "these words stand in the document more than once"
            hint = "Give more of the words before or after them, or a position."
            remark = Remark(("selector", "exact"), "passage.twice", message, exact, hint=hint)
            return Found(PassageState.AMBIGUOUS, remarks=(remark,))
        return self._at(state, *places[0], ())

    def _at(self, state: PassageState, start: int, end: int, remarks: tuple[Remark, ...]) -> Found:
        there, exact = self._readable.text[start:end], self._selector.exact
        kinds = frozenset[Folding]() if there == exact else what_was_folded(exact, there)
        return Found(state, start, end, remarks, kinds)

    def _places(self, low: int, high: int) -> list[tuple[int, int]]:
        """Where the words stand with those around them: at most two places."""
        found = self._occurrences(self._whole.text, self._begin, self._end, low, high)
        return found or self._across_hyphens(low, high)

    def _occurrences(
        self, whole: str, begin: int, end: int, low: int, high: int
    ) -> list[tuple[int, int]]:
        # The words themselves must lie in the stretch, those around them need not.
        compared = self._readable.folded
        first, last = max(0, low - begin), high + len(whole) - end
        return [
            compared.span(at + begin, at + end)
            for at in occurrences(whole, compared.text, first, last, 2)
        ]

    def _across_hyphens(self, low: int, high: int) -> list[tuple[int, int]]:
        """The words, where a hyphen of theirs stands at the end of a line of the document.

        There it cannot be told from one that divides a word, and is folded as such.
        """
        if _SOFT_HYPHEN not in self._readable.text:
            return []
        whole = self._whole.text
        hyphens = [at for at in range(1, len(whole) - 1) if whole[at] == "-"][:_MOST_HYPHENS]
        for count in range(1, len(hyphens) + 1):
            for left_out in combinations(hyphens, count):
                places = self._without(left_out, low, high)
                if places:
                    return places
        return []

    def _without(self, left_out: tuple[int, ...], low: int, high: int) -> list[tuple[int, int]]:
        """Where the words stand without some hyphens, each at the end of a line there."""
        whole = self._whole.text
        kept = "".join(sign for at, sign in enumerate(whole) if at not in left_out)
        begin, end = (at - sum(one < at for one in left_out) for at in (self._begin, self._end))
        gaps = [at - sum(one < at for one in left_out) for at in left_out]
        compared, text = self._readable.folded, self._readable.text
        first, last = max(0, low - begin), high + len(kept) - end

        def is_broken(at: int) -> bool:
            before, after = compared.span(at - 1, at)[1], compared.span(at, at + 1)[0]
            return _SOFT_HYPHEN in text[before:after]

        return [
            compared.span(at + begin, at + end)
            for at in occurrences(kept, compared.text, first, last, 2)
            if all(is_broken(at + gap) for gap in gaps)
        ]

    def _around(self, position: Position) -> Iterator[Remark]:
        """Whether the words before and after a position are those that the passage gives."""
        compared, selector = self._readable.folded, self._selector
        start, end = compared.folded_at(position.start), compared.folded_at(position.end)
        before = compared.text[max(0, start - self._begin) : start]
        if before != self._whole.text[: self._begin]:
            message = "other words stand before it in the document"
            yield Remark(("selector", "prefix"), "passage.around", message, selector.prefix)
        after = self._whole.text[self._end :]
        if not compared.text.startswith(after, end):
            message = "other words stand after it in the document"
            yield Remark(("selector", "suffix"), "passage.around", message, selector.suffix)


def occurrences(words: str, text: str, first: int, last: int, most: int) -> list[int]:
    """Where words stand between two offsets of a text, at most so many places."""
    places: list[int] = []
    at = text.find(words, first, last)
    while at >= 0 and len(places) < most:
        places.append(at)
        at = text.find(words, at + 1, last)
    return places


# Paragraph and page numbers


def _locator_remarks(locator: Locator | None, found: Found, readable: Readable) -> Iterator[Remark]:
    """Whether the paragraph or page that is cited is the one in which the words stand."""
    parts = readable.parts(locator)
    if locator is None or parts is None:
        return
    names, _ = readable.cited(locator)
    if found.start is not None and found.end is not None:
        end = found.start + 1 if locator.label is LocatorLabel.PAGE else found.end
        stands = dict.fromkeys(block.within for block in _covering(parts, found.start, end))
        numbers = [number for number in stands if number is not None]
        if not names.numbers.issuperset(numbers) or not numbers:
            message = f"it stands {_in_words(locator, numbers)}, not {_at(locator)} {locator.value}"
            yield Remark(("locator",), "passage.paragraph", message)
            return
    if names.missing:
        message = f"the document has no {locator.label} of this number"
        yield Remark(("locator",), "passage.paragraph", message, ", ".join(names.missing))


def _in_words(locator: Locator, numbers: list[str]) -> str:
    if numbers:
        return f"{_at(locator)} {', '.join(numbers)}"
    return f"{_at(locator).split()[0]} no numbered {locator.label}"


def _at(locator: Locator) -> str:
    return f"{'on' if locator.label is LocatorLabel.PAGE else 'in'} {locator.label}"


def block_at(paragraphs: Paragraphs, offset: int) -> Paragraph | None:
    """The block in which a character of the text stands."""
    return next(iter(_covering(paragraphs, offset, offset + 1)), None)


def _covering(paragraphs: Paragraphs, start: int, end: int) -> list[Paragraph]:
    """The blocks in which a stretch of the text lies."""
    blocks = paragraphs.blocks
    first = bisect_right(blocks, start, key=lambda block: block.end)
    covering = takewhile(lambda block: block.start < end, islice(blocks, first, None))
    return list(covering)
