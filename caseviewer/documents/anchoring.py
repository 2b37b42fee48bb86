"""For compilers: the passage record for words in a document, or why there is none.

The words may be typed as they read; the record holds them to the letter, as the document has
them, with as few of the words around them as make their place the only one.
"""

import unicodedata
from dataclasses import dataclass

from caseviewer.documents.matching import fold
from caseviewer.documents.nearest import nearest
from caseviewer.documents.passages import Ranges, Readable, block_at, occurrences
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import Piece
from caseviewer.model.sources import Locator, Passage, Position, Selector

MOST_PLACES = 20
_CONTEXT_STEPS = (8, 16, 32, 64)
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a document: what is cited there, the span, and the words around."""

    locator: Locator | None
    start: int
    end: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """The passage for some words, or the several places or the nearest text that forbid one.

    elsewhere: whether the places are not where the words were looked for.
    """

    passage: Passage | None = None
    places: tuple[Place, ...] = ()
    elsewhere: bool = False
    nearest: tuple[Piece, ...] = ()


def anchor(
    words: str, readable: Readable, source: str, name: str, locator: Locator | None = None
) -> Anchored:
    """The passage of a source in which some words stand exactly once.

    name: the id that the passage gets. locator: the paragraph or page to which the search is
    held, where the words stand in several.
    """
    whole = [(0, len(readable.folded.text))]
    places = _places(words, readable, whole if locator is None else readable.cited(locator)[1])
    if not places:
        others = [] if locator is None else _places(words, readable, whole)
        if others:
            return Anchored(places=tuple(others), elsewhere=True)
        near = nearest(words, readable.text, readable.folded)
        return Anchored(nearest=() if near is None else near.pieces)
    if len(places) > 1:
        return Anchored(places=tuple(places))
    (place,) = places
    holds = readable.offsets_hold
    passage = Passage(
        id=name,
        source=source,
        locator=locator or place.locator,
        selector=_selector(readable, place.start, place.end),
        position=Position(start=place.start, end=place.end) if holds else None,
    )
    return Anchored(passage)


def _places(words: str, readable: Readable, ranges: Ranges) -> list[Place]:
    """Where words stand within some stretches of the folded text."""
    wanted = fold(words).text.strip()
    if not wanted:
        return []
    text, compared = readable.text, readable.folded
    found = [
        at
        for low, high in ranges
        for at in occurrences(wanted, compared.text, low, high, MOST_PLACES)
    ]
    return [
        Place(_locator(readable, start), start, end, _excerpt(text, start, end))
        for start, end in (compared.span(at, at + len(wanted)) for at in found[:MOST_PLACES])
    ]


def _locator(readable: Readable, start: int) -> Locator | None:
    """What is cited where a passage begins: its paragraph, else its page."""
    for label in (LocatorLabel.PARAGRAPH, LocatorLabel.PAGE):
        blocks = readable.places.get(label)
        block = None if blocks is None else block_at(blocks, start)
        if block is not None and block.within is not None:
            return Locator(label=label, value=block.within)
    return None


def _selector(readable: Readable, start: int, end: int) -> Selector:
    """The words, with as much around them as makes them the only ones."""
    text, compared = readable.text, readable.folded
    exact, prefix, suffix = text[start:end], "", ""
    for size in _CONTEXT_STEPS:
        whole = fold(prefix + exact + suffix).text
        if len(occurrences(whole, compared.text, 0, len(compared.text), 2)) == 1:
            break
        prefix = text[_not_in_a_letter(text, max(0, start - size)) : start]
        suffix = text[end : _not_in_a_letter(text, end + size)]
    return Selector(exact=exact, prefix=prefix, suffix=suffix)


def _not_in_a_letter(text: str, at: int) -> int:
    """The place, or the next that does not stand between a letter and its accent."""
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at


def _excerpt(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"…{before}[{text[start:end]}]{after}…".split())
