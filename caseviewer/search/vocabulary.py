"""The words that occur in some texts: which begin like a typed one, and which are near to it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

_HIGHEST = "\U0010ffff"


class Vocabulary:
    """The different words of some folded texts, in order."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` may hold the same one several times."""
        self.words = tuple(sorted({word for word in words if word != "\n"}))

    def __len__(self) -> int:
        """How many different words there are."""
        return len(self.words)

    def __contains__(self, word: str) -> bool:
        """Whether a word occurs."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def beginning_with(self, start: str) -> Iterator[str]:
        """The words that begin like this."""
        first = bisect_left(self.words, start)
        last = bisect_left(self.words, start + _HIGHEST, first)
        return iter(self.words[first:last])

    def has_beginning(self, start: str) -> bool:
        """Whether a word begins like this."""
        at = bisect_left(self.words, start)
        return at < len(self.words) and self.words[at].startswith(start)

    @cached_property
    def foreign(self) -> tuple[str, ...]:
        """The words that are not written in Latin letters."""
        return tuple(word for word in self.words if not word.isascii())

    def with_more(self, words: Iterable[str]) -> "Vocabulary":
        """These words and others."""
        new = [word for word in words if word not in self]
        return Vocabulary((*self.words, *new)) if new else self
