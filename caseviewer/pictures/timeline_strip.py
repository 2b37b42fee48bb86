"""The undated rows of a timeline in their own place: side by side, a page of them at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from caseviewer.pictures.timeline_packing import Placed


def strip(
    places: Sequence[int],
    width_of: Callable[[int], float],
    room: float,
    most: float,
    chosen: int | None,
) -> list[Placed]:
    """All undated rows if they fit; else the page that holds `chosen`, or the first one.

    places: in ascending order. room: the width of the strip in pixels. most: how wide a row is
    at most, and the words for the rows that are left out. Only rows that are shown are measured.
    """
    if len(places) * most <= room or _all_fit(places, width_of, room):
        return _side_by_side(places, width_of, 0.0)
    page = max(int((room - 2 * most) // most), 1)
    at = 0 if chosen is None else bisect_left(places, chosen)
    first = at // page * page if at < len(places) and places[at] == chosen else 0
    last = min(first + page, len(places))
    found: list[Placed] = []
    if first:
        found.append(Placed(tuple(places[:first]), 0.0, most, 0, most, is_rest=True))
    found += _side_by_side(places[first:last], width_of, most if first else 0.0)
    if last < len(places):
        left = found[-1].right
        found.append(Placed(tuple(places[last:]), left, left + most, 0, most, is_rest=True))
    return found


def _all_fit(places: Sequence[int], width_of: Callable[[int], float], room: float) -> bool:
    for place in places:
        room -= width_of(place)
        if room < 0:
            return False
    return True


def _side_by_side(
    places: Sequence[int], width_of: Callable[[int], float], x: float
) -> list[Placed]:
    found: list[Placed] = []
    for place in places:
        width = width_of(place)
        found.append(Placed((place,), x, x + width, 0, width))
        x += width
    return found
