"""Which of many texts hold something, as masks: numbers with one byte for each text.

Masks combine at once, and a longer word is looked for only where the shorter one was found, so
that a search answers while it is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress

from caseviewer.search.slices import Slices

Mask = int

_KEPT = 64
_SLICE = 4_000


class RowMasks:
    """Masks over the folded texts of rows, the latest of which are kept."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts` may grow until the first question; a changed one needs new masks."""
        self._texts = texts
        self._known: dict[str, Mask] = {}
        self.all: Mask = int.from_bytes(b"\x01" * len(texts), "little")

    def of_rows(self, rows: Iterable[int]) -> Mask:
        """The mask of some rows."""
        made = bytearray(len(self._texts))
        for row in rows:
            made[row] = 1
        return int.from_bytes(made, "little")

    def rows(self, mask: Mask) -> list[int]:
        """The rows of a mask, from top to bottom."""
        count = len(self._texts)
        return list(compress(range(count), mask.to_bytes(count, "little")))

    def holding(self, needle: str, among: Mask) -> Slices[Mask]:
        """Of some rows those whose texts hold a needle."""
        known = self._known.get(needle)
        if known is not None:
            return known & among
        base = self._narrowest(needle)
        if base is None and among != self.all:
            return (yield from self._looked_up(needle, among))
        found = yield from self._looked_up(needle, self.all if base is None else base)
        self._keep(needle, found)
        return found & among

    def where(self, key: str, is_so: Callable[[int], bool]) -> Slices[Mask]:
        """The rows of which something is so; kept under a key that is no needle."""
        if key not in self._known:
            made = bytearray()
            for rows in _sliced(range(len(self._texts))):
                made.extend(map(is_so, rows))
                yield
            self._keep(key, int.from_bytes(made, "little"))
        return self._known[key]

    def _narrowest(self, needle: str) -> Mask | None:
        """The mask of the longest known needle that this one begins with."""
        for end in range(len(needle) - 1, 1, -1):
            if (found := self._known.get(needle[:end])) is not None:
                return found
        return None

    def _looked_up(self, needle: str, among: Mask) -> Slices[Mask]:
        if not among:
            return 0
        made, texts = bytearray(len(self._texts)), self._texts
        for rows in _sliced(self.rows(among)):
            for row in rows:
                if needle in texts[row]:
                    made[row] = 1
            yield
        return int.from_bytes(made, "little")

    def _keep(self, key: str, mask: Mask) -> None:
        while len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[key] = mask


def _sliced(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    return (rows[at : at + _SLICE] for at in range(0, len(rows), _SLICE))
