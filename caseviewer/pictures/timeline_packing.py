"""Marks in rows so that none overlap; where the rows do not hold them, clusters.

Marks are packed run by run: a run ends where nothing reaches across. So a run looks the same
wherever the picture is moved to, and a crowded one takes no words from the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeAlias

_SURELY_TOO_MANY = 4
"""Words so many times as wide as all rows together will not fit, however short some are."""

Extent: TypeAlias = Callable[[int, float], tuple[float, float]]
"""Where a mark begins and ends in pixels, if its words may be so wide."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, or several as a cluster, in a row of a lane.

    left, right: the stretch of the row that it has to itself, in pixels. room: how wide its words
    may be. is_rest: whether it stands for marks that are left out, however few.
    """

    places: tuple[int, ...]
    left: float
    right: float
    row: int
    room: float
    is_rest: bool = False

    @property
    def is_cluster(self) -> bool:
        """Whether several marks stand together here."""
        return len(self.places) > 1


@dataclass(frozen=True, slots=True)
class Rooms:
    """How wide words may be, the widest first; `crowded` tells which where there are clusters.

    cluster: the width of a cluster's words.
    """

    words: tuple[float, ...]
    crowded: int
    cluster: float


def runs(places: Sequence[int], extent: Extent, room: float) -> Iterator[list[int]]:
    """Marks by their left ends, split where none reaches across."""
    ends = sorted(((*extent(place, room), place) for place in places), key=_left)
    run: list[int] = []
    reach = 0.0
    for left, right, place in ends:
        if run and left >= reach:
            yield run
            run = []
        reach = max(reach, right) if run else right
        run.append(place)
    if run:
        yield run


def _left(end: tuple[float, float, int]) -> float:
    return end[0]


def rows_needed(places: Sequence[int], extent: Extent, room: float, most: int) -> int:
    """How many rows hold all marks, or `most` where they need more."""
    needed = 1
    for run in runs(places, extent, room):
        ends: list[float] = []
        for place in run:
            left, right = extent(place, room)
            _take_row(ends, left, right)
        needed = max(needed, len(ends))
        if needed >= most:
            return most
    return needed


def _take_row(ends: list[float], left: float, right: float) -> int:
    """The first row that is free at `left`, a new one if need be."""
    for row, end in enumerate(ends):
        if end <= left:
            ends[row] = right
            return row
    ends.append(right)
    return len(ends) - 1


def packed(places: Sequence[int], extent: Extent, rows: int, rooms: Rooms) -> list[Placed]:
    """All marks in so many rows, by their left ends; each stands in one mark or one cluster."""
    found: list[Placed] = []
    for run in runs(places, extent, rooms.words[0]):
        found += _packed_run(run, extent, rows, rooms)
    return _with_free_room(found, extent, rooms.words[0])


def _with_free_room(placed: list[Placed], extent: Extent, most: float) -> list[Placed]:
    """The same; words may also take what is free to the right of them in their row."""
    limits: dict[int, float] = {}
    found: list[Placed] = []
    for one in reversed(placed):
        limit = limits.get(one.row, inf)
        limits[one.row] = one.left
        found.append(
            one if one.is_cluster or one.room >= most else _wider(one, extent, limit, most)
        )
    return found[::-1]


def _wider(one: Placed, extent: Extent, limit: float, most: float) -> Placed:
    """A mark with words as wide as it may have up to a place."""
    (place,) = one.places
    room = min(limit - extent(place, 0)[1], most)
    if room <= one.room:
        return one
    left, right = extent(place, room)
    return Placed(one.places, left, right, one.row, room) if right <= limit else one


def _packed_run(run: list[int], extent: Extent, rows: int, rooms: Rooms) -> list[Placed]:
    """A run with words as wide as its rows allow."""
    reach = extent(run[-1], 0)[0] - extent(run[0], 0)[0] + rooms.words[0]
    for room in rooms.words:
        if room > rooms.words[-1] and len(run) * room > _SURELY_TOO_MANY * rows * reach:
            continue  # only the last try is worth its time
        made = _without_clusters(run, extent, rows, room)
        if made is not None:
            return made
    return _with_clusters(run, extent, rows, rooms)


def _without_clusters(
    run: list[int], extent: Extent, rows: int, room: float
) -> list[Placed] | None:
    ends: list[float] = []
    made: list[Placed] = []
    for place in run:
        left, right = extent(place, room)
        row = _take_row(ends, left, right)
        if row >= rows:
            return None
        made.append(Placed((place,), left, right, row, room))
    return made


def _with_clusters(run: list[int], extent: Extent, rows: int, rooms: Rooms) -> list[Placed]:
    """Marks in all rows but the last, which holds clusters of those that find no place."""
    least = rooms.words[-1]
    room = rooms.words[rooms.crowded]
    ends = [float("-inf")] * (rows - 1)
    made: list[Placed] = []
    over: list[int] = []
    for place in run:
        left, right = extent(place, room)
        row = next((row for row, end in enumerate(ends) if end <= left), None)
        if row is None:
            over.append(place)
        else:
            ends[row] = right
            made.append(Placed((place,), left, right, row, room))
    made += _clusters(over, extent, rows - 1, least, rooms.cluster)
    made.sort(key=lambda one: one.left)
    return made


def _clusters(
    places: list[int], extent: Extent, row: int, room: float, width: float
) -> Iterator[Placed]:
    """Marks, at least one, in one row; those that would overlap become clusters."""
    members: list[int] = []
    left = right = 0.0
    for place in places:
        low, high = extent(place, room)
        if members and low < right:
            members.append(place)
            right = max(left + width, low)
            continue
        if members:
            yield Placed(tuple(members), left, right, row, room)
        members, left, right = [place], low, high
    yield Placed(tuple(members), left, right, row, room)
