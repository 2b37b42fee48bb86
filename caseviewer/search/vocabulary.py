"""The words that occur in some texts: which begin like a typed one, and which are near to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property

from caseviewer.search.transliteration import Transliterations

_FEWEST, _MORE = 4, 6
"""From so many letters on, words that differ by one are near; from so many on, by two."""

_LONGEST = 64
"""What is longer is no word of any language."""


class Vocabulary:
    """The different words of some folded texts, in order."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` may hold the same one several times; borders of fields are none."""
        self.words = tuple(sorted({word for word in words if word.strip()}))

    def has_beginning(self, start: str) -> bool:
        """Whether a word begins like this."""
        at = bisect_left(self.words, start)
        return at < len(self.words) and self.words[at].startswith(start)

    def may_hold(self, needle: str) -> bool:
        """Whether what is looked for could stand in the texts, by its words."""
        *whole, last = needle[1:].split(" ")
        return (not last or self.has_beginning(last)) and all(map(self._has, whole))

    def near(self, word: str) -> Mapping[str, int]:
        """Words that differ from one by a letter or two, and by how many."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not _FEWEST <= len(word) <= _LONGEST or not word.isalpha():
            return {}
        most = 1 if len(word) < _MORE else 2
        found = process.extract(word, self.words, scorer=OSA.distance, score_cutoff=most, limit=10)
        return {near: int(distance) for near, distance, _ in found}

    def with_more(self, words: Iterable[str]) -> Vocabulary:
        """These words and others."""
        return Vocabulary((*self.words, *words))

    @cached_property
    def transliterations(self) -> Transliterations:
        """The words by what they sound like."""
        return Transliterations(word for word in self.words if len(word) <= _LONGEST)

    def _has(self, word: str) -> bool:
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word
