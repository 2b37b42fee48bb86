"""The whole picture as plain geometry: lanes one below the other, marks, clusters, columns.

What comes out says for each lane which marks stand where; a lane with too many of them in view
shows a column for each stretch of the calendar instead, as high as there are marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseviewer.pictures.timeline_index import DayIndex
from caseviewer.pictures.timeline_lanes import Lane, shared_rows
from caseviewer.pictures.timeline_marks import End, Mark, Marks, Shape
from caseviewer.pictures.timeline_packing import Placed, Rooms, packed, rows_needed
from caseviewer.pictures.timeline_scale import Scale, Tick, ticks

MOST_MARKS = 600
"""With more marks in view columns are drawn: nobody could tell the marks apart."""
STILL_RIGHT = 0.25
_MOST_AROUND = 1_000
_MOST_ROWS = 30
_LEAST_ROWS_OF_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of marks in pixels; they grow with the font.

    radius: of a point. bar: the least width of a bar. tail: how far an open or unknown end
    reaches. soft: the same for an end that is only about there. gap: between a mark and its
    words, and between two marks. apart: between two ticks of the calendar, at least.
    """

    radius: float
    bar: float
    tail: float
    soft: float
    gap: float
    apart: float
    rooms: Rooms


@dataclass(frozen=True, slots=True)
class Column:
    """So many marks that begin within a stretch of days; where they stand in the lane's order."""

    left: float
    right: float
    low: int
    high: int
    days: tuple[int, int]

    @property
    def count(self) -> int:
        """How many marks it stands for."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class LaidLane:
    """A lane with its rows: first of them, how many, and what stands there."""

    lane: Lane
    row: int
    rows: int
    placed: tuple[Placed, ...] = ()
    columns: tuple[Column, ...] = ()

    def at(self, x: float, row: int) -> Placed | None:
        """The mark or cluster at a place."""
        return next(
            (one for one in self.placed if one.row == row and one.left <= x <= one.right), None
        )

    def with_place(self, place: int) -> Placed | None:
        """The mark or cluster that shows a row of the list."""
        return next((one for one in self.placed if place in one.places), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a picture shows of lanes at a scale.

    Moved sideways by up to `STILL_RIGHT` of its width, it is right; if `whole`, always.
    """

    lanes: tuple[LaidLane, ...]
    rows: int
    scale: Scale
    whole: bool


def bar_of(mark: Mark, days: tuple[int, int], scale: Scale, sizes: Sizes) -> tuple[float, float]:
    """Where the drawn shape of a dated mark begins and ends, in pixels."""
    left, right = scale.x(days[0]), scale.x(days[1] + 1)
    if mark.shape is Shape.POINT:
        middle = (left + right) / 2
        return middle - sizes.radius, middle + sizes.radius
    if right - left < sizes.bar:
        middle = (left + right) / 2
        left, right = middle - sizes.bar / 2, middle + sizes.bar / 2
    return left - _beyond(mark.left, sizes), right + _beyond(mark.right, sizes)


def with_own(
    mark: Mark, bar: tuple[float, float], scale: Scale, sizes: Sizes
) -> tuple[float, float]:
    """Where a shape begins and ends together with what the file says in its place."""
    own = own_bar(mark, scale, sizes)
    return bar if own is None else (min(bar[0], own[0]), max(bar[1], own[1]))


def own_bar(mark: Mark, scale: Scale, sizes: Sizes) -> tuple[float, float] | None:
    """Where what the file says is drawn, beside what the reader assumes."""
    days = None if mark.own is None else mark.own.days
    return None if mark.own is None or days is None else bar_of(mark.own, days, scale, sizes)


def words_after(
    mark: Mark, bar: tuple[float, float], width: float, scale: Scale, sizes: Sizes
) -> float:
    """Where words begin behind a mark: before what the file says, if they fit there."""
    own, start = own_bar(mark, scale, sizes), bar[1] + sizes.gap
    if own is None or start + width + sizes.gap <= own[0]:
        return start
    return max(start, own[1] + sizes.gap)


def _beyond(end: End, sizes: Sizes) -> float:
    if end is End.FIRM:
        return 0.0
    return sizes.soft if end is End.SOFT else sizes.tail


def stands_inside(width: float, words: float, sizes: Sizes) -> bool:
    """Whether words stand in a bar so wide: where they fit, or there is room for many of them."""
    rooms = sizes.rooms
    return min(words, rooms.words[rooms.crowded]) + 2 * sizes.gap <= width


class Arranger:
    """Lays marks out; `width_of` measures the words that a mark has for so much room, in pixels."""

    def __init__(self, marks: Marks, sizes: Sizes, width_of: Callable[[int, float], float]) -> None:
        """Work on these marks."""
        self._marks = marks
        self._sizes = sizes
        self._width_of = width_of

    def bar(self, place: int, scale: Scale) -> tuple[float, float]:
        """Where the shape of a row begins and ends."""
        days = self._marks.firsts[place], self._marks.lasts[place]
        return bar_of(self._marks.mark(place), days, scale, self._sizes)

    def extent(self, place: int, room: float, scale: Scale) -> tuple[float, float]:
        """Where a mark with its words begins and ends; words stand in the bar if they fit."""
        left, right = self.bar(place, scale)
        mark, gap = self._marks.mark(place), self._sizes.gap
        words = self._width_of(place, room)
        first, last = with_own(mark, (left, right), scale, self._sizes)
        if mark.shape is not Shape.POINT and stands_inside(right - left, words, self._sizes):
            return first, last + gap
        width = min(words, room)
        start = words_after(mark, (left, right), width, scale, self._sizes)
        return first, max(last, start + width) + gap

    def layout(self, lanes: Sequence[Lane], scale: Scale, width: float, room: int) -> Layout:
        """Lay lanes out in `room` rows, or more where there are many lanes."""
        ends, around = (scale.day(0), scale.day(width)), self._around(scale, width)
        dense = _dense(
            [lane.index.count_within(*ends) for lane in lanes],
            [lane.index.count_within(*around) for lane in lanes],
        )
        near = [
            [] if many else _near(lane.index, around)
            for lane, many in zip(lanes, dense, strict=True)
        ]

        def extent(place: int, words: float) -> tuple[float, float]:
            return self.extent(place, words, scale)

        needed = [
            _LEAST_ROWS_OF_COLUMNS
            if many or len(lanes) == 1
            else rows_needed(places, extent, self._sizes.rooms.words[0], _MOST_ROWS)
            for places, many in zip(near, dense, strict=True)
        ]
        rows = [max(room, 1)] if len(lanes) == 1 else shared_rows(needed, room)
        wide = ticks(scale.moved(width / 2), 2 * width, self._sizes.apart) if any(dense) else []
        laid: list[LaidLane] = []
        row = 0
        for lane, places, many, count in zip(lanes, near, dense, rows, strict=True):
            if many:
                columns = tuple(_columns(lane.index, scale, wide))
                laid.append(LaidLane(lane, row, count, columns=columns))
            else:
                placed = packed(places, extent, count, self._sizes.rooms)
                laid.append(LaidLane(lane, row, count, tuple(placed)))
            row += count
        whole = all(len(lane.index) <= MOST_MARKS for lane in lanes)
        return Layout(tuple(laid), row, scale, whole)

    @property
    def _margin(self) -> float:
        """How far a mark with its words reaches beyond its days, at most."""
        sizes = self._sizes
        return sizes.rooms.words[0] + 2 * sizes.tail + 4 * sizes.gap

    def _around(self, scale: Scale, width: float) -> tuple[float, float]:
        """The days whose marks may be seen, wherever the picture is moved while it is right."""
        around = self._margin + width * STILL_RIGHT
        return scale.day(-around), scale.day(width + around)


def _near(index: DayIndex, around: tuple[float, float]) -> Sequence[int]:
    """All marks where they are few, so that nothing changes as the picture is moved."""
    return index.order if len(index) <= MOST_MARKS else index.within(*around)


def _dense(in_view: Sequence[int], around: Sequence[int]) -> list[bool]:
    """Which lanes hold too many marks, in view or just beside it, to be drawn one by one."""
    share = 1 / max(len(in_view), 1)
    crowded = sum(in_view) > MOST_MARKS
    crowded_around = sum(around) > _MOST_AROUND
    return [
        (crowded and seen > MOST_MARKS * share) or (crowded_around and near > _MOST_AROUND * share)
        for seen, near in zip(in_view, around, strict=True)
    ]


def _columns(index: DayIndex, scale: Scale, calendar: Sequence[Tick]) -> list[Column]:
    """A column for each stretch between two ticks in which marks begin."""
    found: list[Column] = []
    starts = index.starts
    low = bisect_left(starts, calendar[0].day)
    for tick, following in pairwise(calendar):
        high = bisect_left(starts, following.day, low)
        if high > low:
            days = tick.day, following.day - 1
            left, right = scale.x(tick.day), scale.x(following.day)
            found.append(Column(left, right, low, high, days))
        low = high
    return found
