"""The undated rows of a timeline in their own place: side by side, a page of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caseviewer.pictures.timeline_packing import Placed


def strip(
    places: Sequence[int],
    width_of: Callable[[int], float],
    room: float,
    more: float,
    chosen: int | None,
) -> list[Placed]:
    """The page of undated rows that holds `chosen`, or the first one; the others as clusters.

    room: the width of the strip in pixels. more: that of the words for those before and behind.
    """
    first = last = 0
    for first, last in _pages(places, width_of, room - 2 * more):
        if chosen is None or chosen in places[first:last] or chosen not in places:
            break
    found: list[Placed] = []
    x = 0.0
    if first:
        found.append(Placed(tuple(places[:first]), x, x + more, 0, more, is_rest=True))
        x += more
    for place in places[first:last]:
        width = width_of(place)
        found.append(Placed((place,), x, x + width, 0, width))
        x += width
    if last < len(places):
        found.append(Placed(tuple(places[last:]), x, x + more, 0, more, is_rest=True))
    return found


def _pages(
    places: Sequence[int], width_of: Callable[[int], float], room: float
) -> list[tuple[int, int]]:
    """The first place of each page, and the one behind its last; a page has at least one."""
    pages: list[tuple[int, int]] = []
    first, x = 0, 0.0
    for at, place in enumerate(places):
        width = width_of(place)
        if at > first and x + width > room:
            pages.append((first, at))
            first, x = at, 0.0
        x += width
    return [*pages, (first, len(places))] if places else []
