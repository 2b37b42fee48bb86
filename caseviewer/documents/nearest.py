"""The text of a document that comes nearest to words that are not found in it.

It is shown beside the words with the differences marked, so that a reader sees what was changed.
It never counts as found.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from caseviewer.documents.matching import Folded, folded
from caseviewer.model.opened import Change, Piece

LEAST_LIKENESS = 60.0
"""In per cent, of the words and the text: texts that have less in common are not shown."""

LONGEST_WORDS = 2_000
"""Of so many characters at most the nearest text is looked for."""

_SHINGLES = (12, 6, 4)
_STEP = 3
_SHORT = 60
_MOST_SHINGLES = 60
"""So many runs of long words are looked for, spread over them: each is a walk through the text."""
_LONG_TEXT = 1_000_000
"""In a text of so many characters only the longest runs are looked for."""
_MOST_HITS = 20
_EDGE = 24
_WORD = re.compile(r"\s*(?:\w+|[^\w\s])\s*")


@dataclass(frozen=True, slots=True)
class Nearest:
    """A stretch of a text, and how words differ from it, run by run."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def nearest(
    words: str, text: str, compared: Folded, pause: Callable[[], None] = lambda: None
) -> Nearest | None:
    """The stretch that comes nearest to some words, if any comes near.

    compared: the text as it is compared. pause: is called between two walks through the text.
    """
    wanted = folded(words[:LONGEST_WORDS]).strip()
    about = _where(wanted, compared.text, pause) if wanted else None
    if about is None:
        return None
    from rapidfuzz.fuzz import partial_ratio_alignment, ratio

    first = max(0, about - len(wanted) // 2)
    window = compared.text[first : about + len(wanted) + len(wanted) // 2 + _STEP]
    found = partial_ratio_alignment(wanted, window)
    if found is None or ratio(wanted, window[found.dest_start : found.dest_end]) < LEAST_LIKENESS:
        return None
    edge = min(_EDGE, _EDGE // 3 + len(wanted) // 8)
    low, high = first + found.dest_start - edge, first + found.dest_end + edge
    start, end = _whole_words(compared.text, max(0, low), min(high, len(compared.text)))
    begin, stop = compared.span(start, end)
    return _trimmed(begin, _steps(wanted, text[begin:stop]))


@dataclass(frozen=True, slots=True)
class _Step:
    """A run of words of the text and of the quotation, which are the same or not."""

    same: bool
    quoted: tuple[str, ...]
    there: tuple[str, ...]


def _steps(words: str, there: str) -> list[_Step]:
    """How two texts differ word by word; what reading folds is no difference."""
    from rapidfuzz.distance import Indel

    one, other = _WORD.findall(words), _WORD.findall(there)
    steps: list[_Step] = []
    same = ([folded(part).strip() for part in parts] for parts in (one, other))
    for step in Indel.opcodes(*same):
        made = _Step(
            step.tag == "equal",
            tuple(one[step.src_start : step.src_end]),
            tuple(other[step.dest_start : step.dest_end]),
        )
        if steps and not made.same and not steps[-1].same:
            last = steps.pop()
            made = _Step(False, last.quoted + made.quoted, last.there + made.there)
        steps.append(made)
    return steps


def _trimmed(begin: int, steps: list[_Step]) -> Nearest:
    """The steps without the words at both ends for which nothing in the quotation stands."""
    there = "".join(word for step in steps for word in step.there)
    end = begin + len(there)
    if not steps[0].same:
        kept = _last(steps[0].there, len(steps[0].quoted))
        begin += len("".join(steps[0].there)) - len("".join(kept))
        steps[0] = replace(steps[0], there=kept)
    if not steps[-1].same:
        kept = steps[-1].there[: len(steps[-1].quoted)]
        end -= len("".join(steps[-1].there)) - len("".join(kept))
        steps[-1] = replace(steps[-1], there=kept)
    steps = [step for step in steps if step.there or step.quoted]
    if steps and steps[-1].there:
        last = steps[-1].there[-1]
        end -= len(last) - len(last.rstrip())
        steps[-1] = replace(steps[-1], there=(*steps[-1].there[:-1], last.rstrip()))
    return Nearest(begin, end, tuple(piece for step in steps for piece in _pieces(step)))


def _last(words: tuple[str, ...], count: int) -> tuple[str, ...]:
    return words[len(words) - min(count, len(words)) :]


def _pieces(step: _Step) -> Iterator[Piece]:
    if step.same:
        yield Piece(Change.SAME, "".join(step.there))
        return
    for change, words in ((Change.ONLY_THERE, step.there), (Change.ONLY_QUOTED, step.quoted)):
        if words:
            yield Piece(change, "".join(words))


def _where(wanted: str, text: str, pause: Callable[[], None]) -> int | None:
    """About where the words would begin, by the short runs that they share with the text."""
    step = 1 if len(wanted) < _SHORT else max(_STEP, len(wanted) // _MOST_SHINGLES)
    for size in _SHINGLES if len(text) < _LONG_TEXT else _SHINGLES[:1]:
        votes: Counter[int] = Counter()
        grain = max(size, len(wanted) // 4)
        for at in range(0, max(1, len(wanted) - size + 1), step):
            pause()
            shingle = wanted[at : at + size]
            place = text.find(shingle)
            hits = 0
            while place >= 0 and hits < _MOST_HITS:
                votes[(place - at) // grain] += 1
                hits += 1
                place = text.find(shingle, place + 1)
        if votes:
            ((best, _),) = votes.most_common(1)
            return max(0, best * grain)
    return None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, widened to where its first and last words begin and end."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
