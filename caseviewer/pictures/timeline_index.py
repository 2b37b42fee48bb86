"""Which marks lie in a stretch of days: found by bisecting, however many marks there are.

Marks are kept by their length: of those that are at most 2ⁿ days long, all that reach into a
stretch begin less than 2ⁿ days before it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import compress

_FEW = 5
"""So few marks are shown all at once."""
_MOST_OF_ALL = 0.8
_MUCH_SHORTER = 0.25
_NEAR = 0.25
_FEW_OF = 8


class DayIndex:
    """Some marks by their days.

    `order` has their places by first day; `firsts` and `lasts` are the days of all places.
    """

    def __init__(
        self,
        order: Sequence[int],
        firsts: array[int],
        lasts: array[int],
        starts: array[int] | None = None,
    ) -> None:
        """Take the days as they are; nothing is copied but what is looked up.

        starts: the first days in this order, if they are known.
        """
        self.order = order
        self._firsts = firsts
        self._lasts = lasts
        self._sieve: _Sieve | None = None
        self.starts = array("q", map(firsts.__getitem__, order)) if starts is None else starts

    def kept(self, shown: Sequence[int]) -> DayIndex:
        """The same with those of its marks alone that are `shown`.

        Many are sifted from what this one has looked up; few are put in order anew.
        """
        firsts, lasts = self._firsts, self._lasts
        if len(shown) * _FEW_OF < len(self.order):
            ranks = self._ranks
            dated = [place for place in shown if ranks[place] >= 0]
            return DayIndex(sorted(dated, key=ranks.__getitem__), firsts, lasts)
        mask = bytearray(len(firsts))
        for place in shown:
            mask[place] = 1
        chosen = _chosen(self.order, mask)
        made = DayIndex(
            list(compress(self.order, chosen)), firsts, lasts, _days(self.starts, chosen)
        )
        made._sieve = _Sieve(self, mask)
        return made

    @cached_property
    def _ranks(self) -> array[int]:
        """For each row its place in the order, −1 where it has none."""
        found = array("q", [-1]) * len(self._firsts)
        for rank, place in enumerate(self.order):
            found[place] = rank
        return found

    def __len__(self) -> int:
        return len(self.order)

    @cached_property
    def by_length(self) -> list[tuple[int, list[int], array[int]]]:
        """For each length that occurs: its limit in days, the places, and their first days."""
        firsts, lasts = self._firsts, self._lasts
        if self._sieve is not None:
            return self._sieve.by_length()
        found: dict[int, list[int]] = {}
        for place in self.order:
            found.setdefault((lasts[place] - firsts[place]).bit_length(), []).append(place)
        return [
            (1 << length, places, array("q", map(firsts.__getitem__, places)))
            for length, places in sorted(found.items())
        ]

    @cached_property
    def ends(self) -> array[int]:
        """The last days of all marks, in their order."""
        if self._sieve is not None:
            return self._sieve.ends()
        return array("q", map(self._lasts.__getitem__, self.by_end))

    @cached_property
    def by_end(self) -> Sequence[int]:
        """The places by last day."""
        return sorted(self.order, key=self._lasts.__getitem__)

    def look_up(self) -> None:
        """Look up now what is asked for later."""
        self.ends, self.by_length  # noqa: B018 # they are kept

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last day of all; there must be a mark."""
        return self.starts[0], self.ends[-1]

    def within(self, first: float, last: float) -> list[int]:
        """The places of the marks that touch the days from `first` to `last`, by first day."""
        found: list[int] = []
        lasts, parts = self._lasts, 0
        for limit, places, starts in self.by_length:
            low = bisect_left(starts, first - limit)
            high = bisect_right(starts, last, low)
            touching = [place for place in places[low:high] if lasts[place] >= first]
            parts += bool(touching)
            found += touching
        if parts > 1:
            found.sort(key=self._firsts.__getitem__)
        return found

    def count_within(self, first: float, last: float) -> int:
        """How many marks touch these days."""
        return len(self) - self.before(first) - self.after(last)

    def before(self, day: float) -> int:
        """How many marks end before a day."""
        return bisect_left(self.ends, day)

    def after(self, day: float) -> int:
        """How many marks begin after a day."""
        return len(self) - bisect_right(self.starts, day)

    def main_span(self) -> tuple[int, int]:
        """The days of most marks where the others lie far off, else those of all.

        A prison that was built in the 19th century must not press the case into a corner.
        """
        starts, whole = self.starts, self.span
        if len(starts) < _FEW:
            return whole
        most = max(1, int(len(starts) * _MOST_OF_ALL))
        late = array("q", starts[most - 1 :])
        gaps = [last - first for first, last in zip(starts, late, strict=False)]
        at = gaps.index(min(gaps))
        first, last = self._with_near(starts[at], late[at])
        if last - first >= _MUCH_SHORTER * (whole[1] - whole[0]):
            return whole
        return first, last

    def _with_near(self, first: int, last: int) -> tuple[int, int]:
        """A stretch together with the marks that begin not far from it."""
        while True:
            reach = _NEAR * (last - first)
            low = bisect_left(self.starts, first - reach)
            high = bisect_right(self.starts, last + reach)
            wider = self.starts[low], self.starts[high - 1]
            if wider == (first, last):
                return wider
            first, last = wider


class _Sieve:
    """Takes of what an index has looked up the marks that a mask has a 1 for."""

    def __init__(self, whole: DayIndex, mask: bytearray) -> None:
        """Sift nothing before it is asked for."""
        self._whole, self._mask = whole, mask

    def ends(self) -> array[int]:
        """The last days, in their order."""
        return _days(self._whole.ends, _chosen(self._whole.by_end, self._mask))

    def by_length(self) -> list[tuple[int, list[int], array[int]]]:
        """For each length its limit in days, the places, and their first days."""
        found: list[tuple[int, list[int], array[int]]] = []
        for limit, places, starts in self._whole.by_length:
            chosen = _chosen(places, self._mask)
            if any(chosen):
                found.append((limit, list(compress(places, chosen)), _days(starts, chosen)))
        return found


def _chosen(places: Sequence[int], mask: bytearray) -> bytes:
    """For each place what a mask has for it."""
    return bytes(map(mask.__getitem__, places))


def _days(days: array[int], chosen: bytes) -> array[int]:
    return array("q", compress(days, chosen))
