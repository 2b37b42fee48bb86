"""The way of the keys through a timeline: along the marks of a lane, and from lane to lane."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


class Path:
    """The marks of each lane in the order of time; the undated ones come last.

    In a picture with one lane the way leads from its last mark on to the undated ones; where
    there are several lanes, the undated ones are a lane of their own.
    """

    def __init__(self, lanes: Sequence[Sequence[int]], undated: Sequence[int]) -> None:
        """Start in the first lane."""
        if len(lanes) == 1:
            ways: list[Sequence[int]] = [[*lanes[0], *undated]]
        else:
            ways = [*lanes, undated]
        self._ways = [way for way in ways if way]
        self._at = 0

    def step(self, place: int | None, by: int) -> int | None:
        """The mark so many further in the lane; the last one where there are no more."""
        way = self._way_of(place)
        if not way:
            return None
        at = way.index(place) + by if place in way else 0
        return way[min(max(at, 0), len(way) - 1)]

    def end(self, place: int | None, by: int) -> int | None:
        """The last mark of the lane, or the first where `by` is negative."""
        way = self._way_of(place)
        return way[-1 if by > 0 else 0] if way else None

    def across(self, place: int | None, by: int, firsts: Sequence[int]) -> int | None:
        """The mark in the lane so many below whose first day is nearest; None where none is."""
        self._way_of(place)
        if place is None or not 0 <= self._at + by < len(self._ways):
            return None
        self._at += by
        way = self._ways[self._at]
        day = firsts[place]
        after = min(bisect_left(way, day, key=firsts.__getitem__), len(way) - 1)
        return min(way[max(after - 1, 0) : after + 1], key=lambda one: abs(firsts[one] - day))

    def enter(self, lane: int) -> None:
        """Go on in a lane, told by its place among those that have marks."""
        self._at = min(max(lane, 0), max(len(self._ways) - 1, 0))

    def _way_of(self, place: int | None) -> Sequence[int]:
        """The lane that was gone along, if it has the mark; else the first that has it."""
        if not self._ways:
            return ()
        if place is not None and place not in self._ways[self._at]:
            found = (at for at, way in enumerate(self._ways) if place in way)
            self._at = next(found, self._at)
        return self._ways[self._at]
