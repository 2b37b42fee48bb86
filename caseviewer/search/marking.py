"""Marks on texts that are shown; each text is folded once, whatever is marked in it then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from caseviewer.search.blocks import Span
from caseviewer.search.hits import Found
from caseviewer.search.wanted import Wanted
from caseviewer.search.words import words_at

_KEPT = 16


class Marking:
    """Finds in texts that are shown what a search looked for; the last texts are kept folded."""

    def __init__(self) -> None:
        """Start with no text."""
        self._kept: dict[str, _Folded] = {}

    def marks(self, found: Found, text: str) -> Sequence[Span]:
        """Where in a text stands what was looked for, in code points; what overlaps is joined."""
        wanted = found.wanted
        if not isinstance(wanted, Wanted):
            return ()
        known = self._kept.get(text)
        if known is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            known = self._kept[text] = _Folded(text)
        return known.marks(tuple(wanted.needles()))

    def forget(self) -> None:
        """Keep no text any more."""
        self._kept.clear()


class _Folded:
    """The words of a text, and where each of them stands."""

    def __init__(self, text: str) -> None:
        self._words = list(words_at(text))
        self._starts: list[int] = []
        length = 0
        for word in self._words:
            self._starts.append(length)
            length += len(word.word) + 1
        self._text = " ".join(["", *(word.word for word in self._words), ""])

    def marks(self, needles: Sequence[str]) -> list[Span]:
        """Where needles stand, in their order."""
        joined: list[Span] = []
        for start, end in sorted(span for needle in needles for span in self._standing(needle)):
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    def _standing(self, needle: str) -> Iterator[Span]:
        step = max(1, len(needle.rstrip()))
        at = self._text.find(needle)
        while at >= 0:
            first = bisect_left(self._starts, at)
            last = bisect_left(self._starts, at + step) - 1
            yield self._words[first].start, self._words[last].end
            at = self._text.find(needle, at + step)
