"""The lanes of a timeline: one for all rows, or one for each value of a facet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caseviewer.formatting.facets import Facet
from caseviewer.pictures.timeline_index import DayIndex
from caseviewer.pictures.timeline_marks import Marks
from caseviewer.search.row_facets import RowValues


@dataclass(frozen=True, slots=True)
class Lane:
    """Rows that are drawn together under one name; empty where there is one lane alone."""

    name: str
    index: DayIndex


def whole_lane(marks: Marks, shown: Sequence[int] | None) -> Lane:
    """One lane with all dated rows, or those that are `shown`."""
    return Lane("", DayIndex(dated(marks, shown), marks.firsts, marks.lasts))


def dated(marks: Marks, shown: Sequence[int] | None) -> Sequence[int]:
    """The places of the dated rows by their first days; of those that are `shown`, if told."""
    if shown is None or len(shown) == len(marks.rows):
        return marks.order
    passing = set(shown)
    return [place for place in marks.order if place in passing]


def undated(marks: Marks, shown: Sequence[int] | None) -> Sequence[int]:
    """The places of the undated rows; of those that are `shown`, if told."""
    if shown is None:
        return marks.undated
    passing = set(shown)
    return [place for place in marks.undated if place in passing]


def lanes_by(marks: Marks, whole: Lane, facet: Facet, values: RowValues, other: str) -> list[Lane]:
    """A lane for each value that the rows of `whole` have, in the order of the facet.

    A row stands in the lane of each of its values; one that has none stands under `other`.
    """
    groups: dict[int, list[int]] = {}
    for place in whole.index.order:
        groups.setdefault(values.places[place], []).append(place)
    by_value: dict[str, list[list[int]]] = {}
    for at, places in groups.items():
        for value in dict.fromkeys(values.sets[at]) or (other,):
            by_value.setdefault(value, []).append(places)
    named = [value for value in facet.in_order(by_value) if value != other]
    order = [*named, *(value for value in by_value if value == other)]
    return [Lane(value, _index_of(marks, by_value[value])) for value in order]


def _index_of(marks: Marks, parts: list[list[int]]) -> DayIndex:
    """The days of rows that are in order within each part."""
    if len(parts) == 1:
        return DayIndex(parts[0], marks.firsts, marks.lasts)
    places = [place for part in parts for place in part]
    places.sort(key=marks.lasts.__getitem__)
    places.sort(key=marks.firsts.__getitem__)
    return DayIndex(places, marks.firsts, marks.lasts)


def shared_rows(needed: Sequence[int], room: int) -> list[int]:
    """How many rows each lane gets of `room` rows: what it needs, or as much as all may have.

    No lane gets fewer than two where it needs them, even if the lanes then need more room.
    """
    for most in range(max(needed, default=1), 2, -1):
        rows = [min(need, most) for need in needed]
        if sum(rows) <= room:
            return rows
    return [min(need, 2) for need in needed]
