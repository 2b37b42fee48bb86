"""The lanes of a timeline: one for all rows, or one for each value of a facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseviewer.formatting.facets import Facet
from caseviewer.formatting.translate import tr
from caseviewer.pictures.timeline_index import DayIndex
from caseviewer.pictures.timeline_marks import Marks
from caseviewer.search.row_facets import RowValues
from caseviewer.search.slices import Slices

_SLICE = 250
MOST_LANES = 24
"""Nobody looks through more; and each takes its time to be laid out."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Rows that are drawn together under one name; empty where there is one lane alone."""

    name: str
    index: DayIndex


def whole_lane(marks: Marks, shown: Sequence[int] | None) -> Lane:
    """One lane with all dated rows, or those that are `shown`."""
    return Lane("", marks.index if shown is None else marks.index.kept(shown))


def undated(marks: Marks, shown: Sequence[int] | None) -> Sequence[int]:
    """The places of the undated rows; of those that are `shown`, if told."""
    if shown is None or not marks.undated:
        return marks.undated
    passing = set(shown)
    return [place for place in marks.undated if place in passing]


def lanes_by(
    marks: Marks, whole: Lane, facet: Facet, values: RowValues, other: str
) -> Slices[list[Lane]]:
    """A lane for each value that the rows of `whole` have, in the order of the facet; in slices.

    A row stands in the lane of each of its values; one that has none stands under `other`. Of many
    values those with the most rows have lanes; one more lane holds the rows that have another one.
    """
    order = whole.index.order
    counts = yield from _counted(order, values, other)
    kept = counts if len(counts) <= MOST_LANES + 1 else dict(counts.most_common(MOST_LANES))
    named = [value for value in facet.in_order(kept) if value != other]
    names = [*named, *(value for value in kept if value == other)]
    lanes = yield from _dealt(order, values, other, names)
    if lanes[-1]:
        names.append(tr("{count} others", count=len(counts) - len(kept)))
    made: list[Lane] = []
    for name, places in zip(names, lanes, strict=False):
        made.append(Lane(name, DayIndex(places, marks.firsts, marks.lasts)))
        made[-1].index.look_up()
        yield
    return made


def _counted(order: Sequence[int], values: RowValues, other: str) -> Slices[Counter[str]]:
    """How many rows have each value."""
    groups = Counter(map(values.places.__getitem__, order))
    counts: Counter[str] = Counter()
    for done, (at, rows) in enumerate(groups.items()):
        for value in _distinct(values.sets[at], other):
            counts[value] += rows
        if done % _SLICE == 0:
            yield
    return counts


def _dealt(
    order: Sequence[int], values: RowValues, other: str, names: Sequence[str]
) -> Slices[list[list[int]]]:
    """The rows of each lane; the last one has those of values that no lane is named by."""
    lane_of = {name: at for at, name in enumerate(names)}
    lanes: list[list[int]] = [[] for _ in range(len(names) + 1)]
    lanes_of: dict[int, list[list[int]]] = {}
    for done, place in enumerate(order):
        at = values.places[place]
        found = lanes_of.get(at)
        if found is None:
            distinct = _distinct(values.sets[at], other)
            numbers = dict.fromkeys(lane_of.get(value, -1) for value in distinct)
            found = lanes_of[at] = [lanes[number] for number in numbers]
        for lane in found:
            lane.append(place)
        if done % _SLICE == 0:
            yield
    return lanes


def _distinct(values: tuple[str, ...], other: str) -> Iterable[str]:
    return dict.fromkeys(values) if values else (other,)


def shared_rows(needed: Sequence[int], room: int) -> list[int]:
    """How many rows each lane gets of `room` rows: what it needs, or as much as all may have.

    No lane gets fewer than two where it needs them, even if the lanes then need more room.
    """
    for most in range(max(needed, default=1), 2, -1):
        rows = [min(need, most) for need in needed]
        if sum(rows) <= room:
            return rows
    return [min(need, 2) for need in needed]
