"""A long text in blocks, folded, with the way from folded words back to the text as it is."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from caseviewer.search.words import raw_words, words_at

Span = tuple[int, int]

_LONGEST = 3_000
"""A block that is longer is parted, so that what is looked at for one hit stays small."""

_SPACES = re.compile(r"\s+")


class Blocks:
    """The blocks of a text, in order; what stands between them is not searched.

    folded: " word word … " over all blocks, so that a phrase may cross them. begins, ends: where
    the blocks stand in `text`; starts: where each begins in `folded`. A block without words is
    none.
    """

    def __init__(self, text: str) -> None:
        """No block yet; see `add`."""
        self.text = text
        self.folded = " "
        self.begins, self.ends, self.starts = array("q"), array("q"), array("q")
        self._made: list[str] = []
        self._length = 0
        self._in_word_to = -1

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self.starts)

    def add(self, start: int, end: int) -> int:
        """Add a stretch of the text behind those before, in one block or several; how many."""
        before = len(self)
        for first, last in _parts(self.text, start, end):
            self._add(first, last)
        return len(self) - before

    def _add(self, start: int, end: int) -> None:
        raw = raw_words(self.text[start:end])
        words = " ".join(raw.split())
        goes_on = start == self._in_word_to and not raw.startswith(" ")
        self._in_word_to = end if raw and not raw.endswith(" ") else -1
        if words:
            made = words if goes_on else f" {words}"
            self._made.append(made)
            self.begins.append(start)
            self.ends.append(end)
            self.starts.append(self._length)
            self._length += len(made)

    def close(self) -> None:
        """Make the folded text; nothing is added after this."""
        self.folded = "".join((*self._made, " "))
        self._made.clear()

    def with_words(self, needle: str) -> Iterator[int]:
        """The blocks in which what is looked for begins, each once."""
        at = self.folded.find(needle)
        while at >= 0:
            block = bisect_right(self.starts, at) - 1
            yield block
            if block + 1 == len(self):
                return
            at = self.folded.find(needle, self.starts[block + 1])

    def around(self, block: int, longest: int) -> str:
        """A block and what follows, as far as so many folded signs that begin in it may go on."""
        end = self.starts[block + 1] if block + 1 < len(self) else len(self.folded)
        last = min(bisect_left(self.starts, end + longest), len(self) - 1)
        return self.text[self.begins[block] : self.ends[last]]

    def marks(self, block: int, needles: Sequence[str]) -> list[Span]:
        """Where what is looked for stands in the text, as far as it begins in a block."""
        begin, length = self.begins[block], self.ends[block] - self.begins[block]
        text = self.around(block, max(map(len, needles), default=0))
        return [(a + begin, b + begin) for a, b in marks_in(text, needles) if a < length]


def blocks_of(text: str) -> Blocks:
    """The blocks of a text without paragraphs."""
    made = Blocks(text)
    made.add(0, len(text))
    made.close()
    return made


class MarkedText:
    """A text that is not long, folded once for whatever is looked for in it then."""

    def __init__(self, text: str) -> None:
        """Fold a text."""
        self._words = list(words_at(text))
        self._starts = array("q")
        length = 0
        for word in self._words:
            self._starts.append(length)
            length += len(word.word) + 1
        self._folded = " ".join(["", *(word.word for word in self._words), ""])

    def marks(self, needles: Iterable[str]) -> list[Span]:
        """Where needles stand, in their order; overlapping ones are joined."""
        joined: list[Span] = []
        for start, end in sorted(span for needle in needles for span in self._standing(needle)):
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    def _standing(self, needle: str) -> Iterator[Span]:
        step = max(1, len(needle.rstrip()))
        at = self._folded.find(needle)
        while at >= 0:
            first = bisect_left(self._starts, at)
            last = bisect_left(self._starts, at + step) - 1
            yield self._words[first].start, self._words[last].end
            at = self._folded.find(needle, at + step)


def marks_in(text: str, needles: Iterable[str]) -> list[Span]:
    """Where what is looked for stands in a text that is not long; overlapping ones are joined."""
    return MarkedText(text).marks(needles)


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """A stretch, in parts where it is long; they end behind spaces, where there are any."""
    while end - start > 2 * _LONGEST:
        space = _SPACES.search(text, start + _LONGEST, start + 2 * _LONGEST)
        cut = start + 2 * _LONGEST if space is None else space.end()
        yield start, cut
        start = cut
    yield start, end
