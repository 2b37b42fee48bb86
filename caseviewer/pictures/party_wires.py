"""The lines of a layered picture, from port to port."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseviewer.pictures.layers import apart
from caseviewer.pictures.party_boxes import Box
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_picture import Label, Point, Wire

_PORTS_APART = 0.8
_CORNER = 0.5


@dataclass(frozen=True, slots=True)
class Joint:
    """A line between a cluster and a label, which stands for links of `party` in the cluster."""

    source: int
    target: int
    party: str
    links: tuple[PartyLink, ...]
    arrow: bool

    @property
    def cluster(self) -> int:
        """The end that is a cluster: an arrow leads to one."""
        return self.target if self.arrow else self.source

    @property
    def label(self) -> int:
        """The end that is a label."""
        return self.source if self.arrow else self.target


@dataclass(frozen=True, slots=True)
class Stage:
    """Where rows and things are.

    rows: the row of each thing. middles: from left to right. bends: of each edge, in the rows
    between, from top to bottom. spans: top and bottom of each row.
    """

    rows: tuple[int, ...]
    middles: tuple[float, ...]
    bends: Mapping[tuple[int, int], tuple[float, ...]]
    spans: tuple[tuple[float, float], ...]
    unit: float

    def between(self, high: int, low: int) -> tuple[float, ...]:
        """The bends between a thing and one in a lower row."""
        return self.bends[high, low]


def routed(
    joints: Sequence[Joint],
    stage: Stage,
    boxes: Mapping[str, Box],
    lanes: Mapping[str, Sequence[float]],
    labels: Mapping[int, Label],
) -> list[Wire]:
    """The lines of all joints, each from its source to its target.

    lanes: for each inner box a place beside its cluster for each of its joints.
    """
    ports = _ports(joints, stage, boxes, lanes)
    found: list[Wire] = []
    for joint, port in zip(joints, ports, strict=True):
        way = _way(
            joint, port, stage, boxes[joint.party], labels[joint.label], lane=joint.party in lanes
        )
        found.append(Wire(way if joint.arrow else way[::-1], joint.links, joint.arrow))
    return found


def _is_above(joint: Joint, stage: Stage) -> bool:
    """Whether the label stands above the cluster."""
    return stage.rows[joint.label] < stage.rows[joint.cluster]


def _ports(
    joints: Sequence[Joint],
    stage: Stage,
    boxes: Mapping[str, Box],
    lanes: Mapping[str, Sequence[float]],
) -> list[Point]:
    """Where each line comes to its box, near to where it comes from.

    That is above or below the box, or on the lane beside it, at the height where it turns to it.
    """
    found: list[Point] = [(0.0, 0.0)] * len(joints)
    sides: dict[tuple[str, bool], list[tuple[float, int]]] = {}
    for at, joint in enumerate(joints):
        above = _is_above(joint, stage) or joint.party in lanes
        sides.setdefault((joint.party, above), []).append((_nearest(joint, stage), at))
    for (party, above), ends in sides.items():
        ends.sort()
        box = boxes[party]
        if party in lanes:
            heights = _turns(box, [_is_above(joints[at], stage) for _, at in ends])
            ports = list(zip(sorted(lanes[party]), heights, strict=True))
        else:
            places = _spread([wanted for wanted, _ in ends], box, stage.unit)
            ports = [(place, box.y if above else box.bottom) for place in places]
        for (_, at), port in zip(ends, ports, strict=True):
            found[at] = port
    return found


def _turns(box: Box, from_above: Sequence[bool]) -> list[float]:
    """The heights at which lines on lanes, from left to right, turn to a box and do not cross.

    Of those from above the one on the left goes lowest, of those from below highest.
    """
    downwards, step = sum(from_above), box.head / (len(from_above) + 1)
    high, low = downwards, downwards
    found: list[float] = []
    for above in from_above:
        low += not above
        found.append(box.y + step * (high if above else low))
        high -= above
    return found


def _nearest(joint: Joint, stage: Stage) -> float:
    """Where a line is in the row next to its cluster."""
    if _is_above(joint, stage):
        between = stage.between(joint.label, joint.cluster)
        return (stage.middles[joint.label], *between)[-1]
    return (*stage.between(joint.cluster, joint.label), stage.middles[joint.label])[0]


def _spread(wanted: Sequence[float], box: Box, unit: float) -> list[float]:
    """Places on one side of a box, apart from each other and from its corners."""
    left, right = box.x + _CORNER * unit, box.right - _CORNER * unit
    gap = min(_PORTS_APART * unit, (right - left) / max(1, len(wanted) - 1))
    kept = [min(max(place, left), right) for place in wanted]
    places = apart(kept, [0.0] * len(kept), gap)
    last = len(places) - 1
    return [
        max(left + at * gap, min(place, right - (last - at) * gap))
        for at, place in enumerate(places)
    ]


def _way(
    joint: Joint, port: Point, stage: Stage, box: Box, label: Label, *, lane: bool
) -> tuple[Point, ...]:
    """From the label to the box."""
    above = _is_above(joint, stage)
    rows = stage.rows[joint.label], stage.rows[joint.cluster]
    middle = label.x + label.w / 2
    if above:
        bends = stage.between(joint.label, joint.cluster)
        crossed = range(rows[0] + 1, rows[1])
    else:
        bends = stage.between(joint.cluster, joint.label)[::-1]
        crossed = range(rows[0] - 1, rows[1], -1)
    near, far = (0, 1) if above else (1, 0)  # the sides of a row, as the line comes to them
    points: list[Point] = [
        (middle, label.y + label.h if above else label.y),
        (middle, stage.spans[rows[0]][far]),
    ]
    for row, bend in zip(crossed, bends, strict=True):
        points += [(bend, stage.spans[row][near]), (bend, stage.spans[row][far])]
    points += [(port[0], stage.spans[rows[1]][near]), port]
    return (*points, (box.x, port[1])) if lane else tuple(points)
