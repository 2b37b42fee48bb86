"""Looks passages up in the text of their document: by what reading folds, never by likeness.

The place of a passage is its position where it has one that counts, else the paragraph or
page that it cites, else the whole document. Its words are found where they stand there exactly
once. Words that stand elsewhere only are moved, never taken to be the same place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from caseviewer.bundle.report import Remark
from caseviewer.documents.matching import Folded, fold, folded, what_was_folded
from caseviewer.documents.text import Paragraph, Paragraphs
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import Folding, PassageState
from caseviewer.model.sources import Locator, Passage, Position, Selector

_RANGE = re.compile(r"([0-9]{1,6})\s*[-–—]\s*([0-9]{1,6})")
_LONGEST_RANGE = 1_000
_SLACK = 16


@dataclass(frozen=True)
class Readable:
    """The words of a document, ready for passages to be looked up.

    places: the parts of the text by what locators call them, paragraphs or pages, where these
    are numbered. offsets_hold: whether positions count the characters of just this text.
    """

    text: str
    places: Mapping[LocatorLabel, Paragraphs]
    offsets_hold: bool = True

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a passage: its state, where it stands, and what is wrong with it.

    folded: what had to be folded for its words to be the same.
    """

    state: PassageState
    start: int | None = None
    end: int | None = None
    remarks: tuple[Remark, ...] = ()
    folded: frozenset[Folding] = frozenset()


_NO_WORDS = Remark(("selector", "exact"), "passage.no_words", "there are no words to look up")


def look_up(passage: Passage, readable: Readable) -> Found:
    """Look one passage up in a document."""
    if passage.selector is None:
        found = _unworded(passage.position, readable)
    elif not folded(passage.selector.exact).strip():
        found = Found(PassageState.NOT_FOUND, remarks=(_NO_WORDS,))
    else:
        found = _Search(passage, passage.selector, readable).found()
    remarks = (*found.remarks, *_locator_remarks(passage, found, readable))
    return Found(found.state, found.start, found.end, remarks, found.folded)


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

    def found(self) -> Found:
        """Where the words stand, and whether that is their place."""
        position = self._position
        if position is not None and self._stands_at(position):
            remarks = tuple(self._around(position))
            return self._at(PassageState.FOUND, position.start, position.end, remarks)
        if position is None or not self._readable.offsets_hold:
            return self._by_locator()
        return self._elsewhere(f"not {position.start:,}")

    def _stands_at(self, position: Position) -> bool:
        return folded(self._readable.text[position.start : position.end]) == self._exact

    def _by_locator(self) -> Found:
        """The place is what the locator names, if that is known; else it is the document."""
        ranges = self._cited_ranges()
        if not ranges:
            places = self._places(0, len(self._readable.folded.text))
            return self._one_of(places, PassageState.FOUND)
        within = [place for first, last in ranges for place in self._places(first, last)]
        if within:
            return self._one_of(within, PassageState.FOUND)
        return self._elsewhere("")

    def _cited_ranges(self) -> list[tuple[int, int]]:
        """The stretches of the folded text that the locator names."""
        locator, compared = self._locator, self._readable.folded
        parts = None if locator is None else self._readable.places.get(locator.label)
        if locator is None or parts is None:
            return []
        cited = cited_numbers(locator.value)
        # What begins on a page is cited by it, also where it runs on over its end.
        more = len(self._exact) if locator.label is LocatorLabel.PAGE else 0
        return [
            (compared.folded_at(first), compared.folded_at(last) + more)
            for first, last in _stretches(parts.blocks, cited)
        ]

    def _elsewhere(self, instead: str) -> Found:
        places = self._places(0, len(self._readable.folded.text))
        found = self._one_of(places, PassageState.MOVED)
        if found.state is PassageState.MOVED and instead and found.start is not None:
            message = f"the words stand from character {found.start:,}, {instead}"
            remark = Remark(("position",), "passage.moved", message)
            return Found(found.state, found.start, found.end, (remark,), found.folded)
        return found

    def _one_of(self, places: list[tuple[int, int]], state: PassageState) -> Found:
        exact = self._selector.exact
        if not places:
            message = "these words do not stand in the document"
            if self._has_context() and self._exact in self._readable.folded.text:
                message = "these words stand in the document, but not between those around them"
            remark = Remark(("selector", "exact"), "passage.not_found", message, exact)
            return Found(PassageState.NOT_FOUND, remarks=(remark,))
        if len(places) > 1:
            message = "these words stand in the document more than once"
            hint = "Give more of the words before or after them, or a position."
            remark = Remark(("selector", "exact"), "passage.twice", message, exact, hint=hint)
            return Found(PassageState.AMBIGUOUS, remarks=(remark,))
        return self._at(state, *places[0], ())

    def _has_context(self) -> bool:
        return bool(self._selector.prefix or self._selector.suffix)

    def _at(self, state: PassageState, start: int, end: int, remarks: tuple[Remark, ...]) -> Found:
        there, exact = self._readable.text[start:end], self._selector.exact
        kinds = frozenset[Folding]() if there == exact else what_was_folded(exact, there)
        return Found(state, start, end, remarks, kinds)

    def _places(self, first: int, last: int) -> list[tuple[int, int]]:
        """Where the words stand with those around them: at most two places."""
        selector, compared = self._selector, self._readable.folded
        whole = fold(selector.prefix + selector.exact + selector.suffix)
        begin = whole.folded_at(len(selector.prefix))
        end = whole.folded_at(len(selector.prefix) + len(selector.exact))
        # The words themselves must lie in the stretch, those around them need not.
        low, high = max(0, first - begin), last + len(whole.text) - end
        found = occurrences(whole.text, compared.text, low, high, 2)
        return [compared.span(at + begin, at + end) for at in found]

    def _around(self, position: Position) -> Iterator[Remark]:
        selector, text = self._selector, self._readable.text
        start, end = position.start, position.end
        before = folded(text[max(0, start - 2 * len(selector.prefix) - _SLACK) : start])
        if not before.endswith(folded(selector.prefix)):
            message = "other words stand before it in the document"
            yield Remark(("selector", "prefix"), "passage.around", message, selector.prefix)
        after = folded(text[end : end + 2 * len(selector.suffix) + _SLACK])
        if not after.startswith(folded(selector.suffix)):
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


def _stretches(blocks: tuple[Paragraph, ...], cited: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that cited blocks make up; neighbours are one stretch."""
    first = last = -1
    for block in blocks:
        if block.number in cited:
            first = block.start if first < 0 else first
            last = block.end
        elif first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


# Paragraph and page numbers


def _locator_remarks(passage: Passage, found: Found, readable: Readable) -> Iterator[Remark]:
    """Whether the paragraph or page that is cited is the one in which the words stand."""
    locator = passage.locator
    parts = None if locator is None else readable.places.get(locator.label)
    if locator is None or parts is None or not parts.numbers:
        return
    cited = cited_numbers(locator.value)
    if found.start is not None and found.end is not None:
        end = found.start + 1 if locator.label is LocatorLabel.PAGE else found.end
        stands = [block.number or "" for block in _covering(parts, found.start, end)]
        if not cited.issuperset(stands):
            message = f"it stands {_in_words(locator, stands)}, not {_at(locator)} {locator.value}"
            yield Remark(("locator",), "passage.paragraph", message)
    elif not cited <= parts.numbers:
        message = f"the document has no {locator.label} of this number"
        yield Remark(("locator",), "passage.paragraph", message, locator.value)


def _in_words(locator: Locator, numbers: list[str]) -> str:
    known = [number for number in numbers if number]
    if known:
        return f"{_at(locator)} {', '.join(known)}"
    return f"{_at(locator).split()[0]} no numbered {locator.label}"


def _at(locator: Locator) -> str:
    return f"{'on' if locator.label is LocatorLabel.PAGE else 'in'} {locator.label}"


def cited_numbers(value: str) -> frozenset[str]:
    """The paragraphs or pages that a locator names: "7, 9" or "7–9" or "2.1"."""
    numbers: set[str] = set()
    for part in re.split(r"[,;]|\band\b|&", value):
        match = _RANGE.fullmatch(part.strip())
        if match and int(match[1]) <= int(match[2]) < int(match[1]) + _LONGEST_RANGE:
            numbers.update(map(str, range(int(match[1]), int(match[2]) + 1)))
        else:
            numbers.add(part.strip())
    return frozenset(numbers)


def block_at(paragraphs: Paragraphs, offset: int) -> Paragraph | None:
    """The block in which a character of the text stands."""
    return next(iter(_covering(paragraphs, offset, offset + 1)), None)


def _covering(paragraphs: Paragraphs, start: int, end: int) -> list[Paragraph]:
    """The blocks in which a stretch of the text lies."""
    blocks = paragraphs.blocks
    first = bisect_right(blocks, start, key=lambda block: block.end)
    covering = takewhile(lambda block: block.start < end, islice(blocks, first, None))
    return list(covering)
