"""Looks passages up in the text of their document: to the letter, never by likeness.

A passage is found where its words stand exactly at its position, or, without one,
exactly once, with the words that it gives before and after. Words that stand elsewhere
only are moved, never taken to be the same place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from caseviewer.bundle.report import Remark
from caseviewer.documents.text import Paragraph, Paragraphs
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import PassageState
from caseviewer.model.sources import Passage, Selector

_RANGE = re.compile(r"([0-9]{1,6})\s*[-–—]\s*([0-9]{1,6})")
_LONGEST_RANGE = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a passage: its state, where it stands, and what is wrong with it."""

    state: PassageState
    start: int | None = None
    end: int | None = None
    remarks: tuple[Remark, ...] = ()


def look_up(passage: Passage, text: str, paragraphs: Paragraphs) -> Found:
    """Look one passage up in a text and its numbered paragraphs."""
    if passage.selector is None:
        found = _unworded(passage, text)
    else:
        found = _by_words(passage, passage.selector, text)
    remarks = (*found.remarks, *_locator_remarks(passage, found, paragraphs))
    return Found(found.state, found.start, found.end, remarks)


def _unworded(passage: Passage, text: str) -> Found:
    """A passage without words: only its offsets can be looked at."""
    position = passage.position
    if position is None:
        return Found(PassageState.UNCHECKED)
    if position.end > len(text):
        message = f"it ends at character {position.end:,}, but the text has {len(text):,}"
        remark = Remark(("position",), "passage.outside", message)
        return Found(PassageState.NOT_FOUND, remarks=(remark,))
    return Found(PassageState.UNCHECKED, position.start, position.end)


def _by_words(passage: Passage, selector: Selector, text: str) -> Found:
    position = passage.position
    if position is not None and text[position.start : position.end] == selector.exact:
        return _at_its_position(selector, text, position.start)
    places = _first_two(text, selector)
    if not places:
        message = "these words do not stand in the document"
        remark = Remark(("selector", "exact"), "passage.not_found", message, selector.exact)
        return Found(PassageState.NOT_FOUND, remarks=(remark,))
    if len(places) > 1:
        message = "these words stand in the document more than once"
        hint = "Give more of the words before or after them, or a position."
        remark = Remark(("selector", "exact"), "passage.twice", message, selector.exact, hint=hint)
        return Found(PassageState.AMBIGUOUS, remarks=(remark,))
    start, end = places[0], places[0] + len(selector.exact)
    if position is None:
        return Found(PassageState.FOUND, start, end)
    message = f"the words stand from character {start:,}, not {position.start:,}"
    remark = Remark(("position",), "passage.moved", message)
    return Found(PassageState.MOVED, start, end, (remark,))


def _at_its_position(selector: Selector, text: str, start: int) -> Found:
    end = start + len(selector.exact)
    remarks = []
    if not text.startswith(selector.prefix, start - len(selector.prefix)):
        message = "other words stand before it in the document"
        remarks.append(Remark(("selector", "prefix"), "passage.around", message, selector.prefix))
    if not text.startswith(selector.suffix, end):
        message = "other words stand after it in the document"
        remarks.append(Remark(("selector", "suffix"), "passage.around", message, selector.suffix))
    return Found(PassageState.FOUND, start, end, tuple(remarks))


def _first_two(text: str, selector: Selector) -> list[int]:
    """Where the words stand with those around them: at most two places."""
    words = selector.prefix + selector.exact + selector.suffix
    first = text.find(words)
    if first < 0:
        return []
    second = text.find(words, first + 1)
    return [at + len(selector.prefix) for at in (first, second) if at >= 0]


# Paragraph numbers


def _locator_remarks(passage: Passage, found: Found, paragraphs: Paragraphs) -> Iterator[Remark]:
    """Whether the paragraph that is cited is the one in which the words stand."""
    locator = passage.locator
    if locator is None or locator.label is not LocatorLabel.PARAGRAPH or not paragraphs.numbers:
        return
    cited = cited_numbers(locator.value)
    if found.start is not None and found.end is not None:
        stands = [block.number or "" for block in _covering(paragraphs, found.start, found.end)]
        if not cited.issuperset(stands):
            message = f"it stands in {_in_words(stands)}, not in paragraph {locator.value}"
            yield Remark(("locator",), "passage.paragraph", message)
    elif not cited <= paragraphs.numbers:
        message = "the document has no paragraph of this number"
        yield Remark(("locator",), "passage.paragraph", message, locator.value)


def _in_words(numbers: list[str]) -> str:
    known = [number for number in numbers if number]
    return f"paragraph {', '.join(known)}" if known else "no numbered paragraph"


def cited_numbers(value: str) -> frozenset[str]:
    """The paragraphs that a locator names: "7, 9" or "7–9" or "2.1"."""
    numbers: set[str] = set()
    for part in re.split(r"[,;]|\band\b|&", value):
        match = _RANGE.fullmatch(part.strip())
        if match and int(match[1]) <= int(match[2]) < int(match[1]) + _LONGEST_RANGE:
            numbers.update(map(str, range(int(match[1]), int(match[2]) + 1)))
        else:
            numbers.add(part.strip())
    return frozenset(numbers)


def _covering(paragraphs: Paragraphs, start: int, end: int) -> list[Paragraph]:
    """The blocks in which a stretch of the text lies."""
    blocks = paragraphs.blocks
    first = bisect_right(blocks, start, key=lambda block: block.end)
    covering = takewhile(lambda block: block.start < end, islice(blocks, first, None))
    return list(covering)
