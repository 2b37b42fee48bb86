"""Parties that are linked, laid out in rows: boxes, the words on links, the lines between.

Labels stand in rows of their own, as boxes do. In a row lines go straight down at a place that is
theirs; they bend between rows only, where nothing stands. So no line crosses a box or a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseviewer.pictures.layers import place_in_rows
from caseviewer.pictures.party_boxes import Box, Face, Line, Measure, block
from caseviewer.pictures.party_bundles import Bundle
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_loops import NO_LOOPS, Loops, loop_wires, loops_beside
from caseviewer.pictures.party_picture import Label, PartyPicture
from caseviewer.pictures.party_ranks import ranks, without_circles
from caseviewer.pictures.party_wires import Joint, Stage, routed

_SLOPE = 0.04
_LANE = 0.6


@dataclass(frozen=True, slots=True)
class Cluster:
    """A box with the boxes in it, its top left corner at (0, 0).

    loops: links between boxes of this cluster, which are drawn beside it. lanes: its inner boxes
    that have other links, each as often as lines lead there; each leads down on the left. top:
    whether it stands on top.
    """

    boxes: tuple[Box, ...]
    loops: tuple[PartyLink, ...] = ()
    lanes: tuple[str, ...] = ()
    top: bool = False


@dataclass(frozen=True, slots=True)
class _Thing:
    """What stands in a row: a cluster with what is beside it, or a label."""

    w: float
    h: float
    top: bool = False
    cluster: Cluster | None = None
    loops: Loops = NO_LOOPS
    lines: tuple[Line, ...] = ()


def island(
    clusters: Sequence[Cluster], bundles: Sequence[Bundle], measure: Measure
) -> PartyPicture:
    """The picture of clusters that bundles of links join."""
    unit = measure.height(Face.NAME)
    things = [
        *(_cluster(cluster, measure) for cluster in clusters),
        *(_label(bundle, measure) for bundle in bundles),
    ]
    joints = list(_joints(clusters, bundles))
    pairs = dict.fromkeys((joint.source, joint.target) for joint in joints)
    edges = list(dict.fromkeys(without_circles(len(things), list(pairs))))
    top = {at for at, thing in enumerate(things) if thing.top}
    rows = ranks(len(things), edges, top)
    placed = place_in_rows([thing.w for thing in things], rows, edges, unit)
    heights = [0.0] * (max(rows) + 1)
    for thing, row in zip(things, rows, strict=True):
        heights[row] = max(heights[row], thing.h)
    bends = dict(zip(edges, placed.bends, strict=True))
    spans = _spans(heights, _gaps(len(heights), rows, placed.middles, bends, unit))
    stage = Stage(tuple(rows), placed.middles, bends, spans, unit)
    return _drawn(things, joints, stage, measure, placed.width)


def _cluster(cluster: Cluster, measure: Measure) -> _Thing:
    loops = loops_beside(cluster.loops, measure)
    lanes = _LANE * measure.height(Face.NAME) * len(cluster.lanes)
    box = cluster.boxes[0]
    return _Thing(lanes + box.w + loops.w, max(box.h, loops.h), cluster.top, cluster, loops)


def _label(bundle: Bundle, measure: Measure) -> _Thing:
    lines = bundle.lines(measure)
    width, height = block(lines, measure)
    return _Thing(width, height, lines=lines)


def _joints(clusters: Sequence[Cluster], bundles: Sequence[Bundle]) -> Iterator[Joint]:
    """The lines to and from each label; labels are numbered behind the clusters."""
    of = {box.party: at for at, cluster in enumerate(clusters) for box in cluster.boxes}
    for label, bundle in enumerate(bundles, start=len(clusters)):
        for party in bundle.sources:
            links = tuple(link for link in bundle.links if link.source == party)
            yield Joint(of[party], label, party, links, arrow=False)
        for party in bundle.targets:
            links = tuple(link for link in bundle.links if link.target == party)
            yield Joint(label, of[party], party, links, arrow=True)


def _gaps(
    count: int,
    rows: Sequence[int],
    middles: Sequence[float],
    bends: dict[tuple[int, int], tuple[float, ...]],
    unit: float,
) -> list[float]:
    """The height between rows: more where lines lead far to the side."""
    found = [0.0] * count
    for (source, target), between in bends.items():
        way = (middles[source], *between, middles[target])
        for step in range(len(way) - 1):
            row = rows[source] + step
            found[row] = max(found[row], abs(way[step + 1] - way[step]))
    return [unit * 1.2 + min(_SLOPE * side, 2 * unit) for side in found]


def _spans(heights: Sequence[float], gaps: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Top and bottom of each row."""
    found: list[tuple[float, float]] = []
    y = 0.0
    for height, gap in zip(heights, gaps, strict=True):
        found.append((y, y + height))
        y += height + gap
    return tuple(found)


def _drawn(
    things: Sequence[_Thing],
    joints: Sequence[Joint],
    stage: Stage,
    measure: Measure,
    width: float,
) -> PartyPicture:
    """Everything in its place."""
    boxes: list[Box] = []
    labels: list[Label] = []
    lanes: dict[str, list[float]] = {}
    loops: list[tuple[list[Label], float]] = []
    for at, thing in enumerate(things):
        left, top, bottom = stage.middles[at] - thing.w / 2, *stage.spans[stage.rows[at]]
        if thing.cluster is None:
            y = (top + bottom - thing.h) / 2
            links = tuple(link for joint in joints if joint.source == at for link in joint.links)
            labels.append(Label(left, y, thing.w, thing.h, thing.lines, links))
            continue
        box, step = thing.cluster.boxes[0], _LANE * stage.unit
        for place, party in enumerate(thing.cluster.lanes):
            lanes.setdefault(party, []).append(left + step * (place + 0.5))
        left += step * len(thing.cluster.lanes)
        y = (top + bottom - box.h) / 2
        boxes += [inner.moved(left, y) for inner in thing.cluster.boxes]
        beside = (top + bottom - thing.loops.h) / 2
        loops.append(
            ([one.moved(left + box.w, beside) for one in thing.loops.labels], left + box.w)
        )
    found = {box.party: box for box in boxes}
    wires = routed(joints, stage, found, lanes, dict(enumerate(labels, len(loops))))
    for beside_it, edge in loops:
        labels += beside_it
        wires += loop_wires(beside_it, found, edge, measure)
    return PartyPicture(width, stage.spans[-1][1], tuple(boxes), tuple(labels), tuple(wires))
