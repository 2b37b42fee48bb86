"""Links between boxes of one cluster, such as a group and one of its members: drawn beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseviewer.pictures.party_boxes import Box, Face, Measure, block
from caseviewer.pictures.party_bundles import Bundle
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_picture import Label, Wire

_LANE = 0.5
_APART = 0.15


@dataclass(frozen=True, slots=True)
class Loops:
    """Labels one below the other, and the lanes on their left; sizes of the whole."""

    labels: tuple[Label, ...] = ()
    w: float = 0.0
    h: float = 0.0


NO_LOOPS = Loops()


def loops_beside(links: Sequence[PartyLink], measure: Measure) -> Loops:
    """Where the labels of such links stand, from the right edge of the cluster."""
    unit = measure.height(Face.NAME)
    x, y = unit * _LANE * (len(links) + 2), 0.0
    labels: list[Label] = []
    for link in links:
        lines = Bundle((link,)).lines(measure)
        width, height = block(lines, measure)
        labels.append(Label(x, y, width, height, lines, (link,)))
        y += height + unit / 2
    if not labels:
        return NO_LOOPS
    return Loops(tuple(labels), x + max(label.w for label in labels), y - unit / 2)


def loop_wires(
    labels: Sequence[Label], boxes: Mapping[str, Box], edge: float, measure: Measure
) -> list[Wire]:
    """The lines from a box to each label and back to a box, on the right of `edge`."""
    unit = measure.height(Face.NAME)
    found: list[Wire] = []
    for at, label in enumerate(labels):
        link = label.links[0]
        source, target = boxes[link.source], boxes[link.target]
        lane, beside = edge + unit * _LANE * (at + 1), label.x - unit / 4
        middle, part = label.y + label.h / 2, unit * _APART
        leaves, enters = _heights(source, at), _heights(target, at) + 2 * part
        out = (
            (source.right, leaves),
            (lane, leaves),
            (lane, middle - part),
            (beside, middle - part),
        )
        back = (
            (beside, middle + part),
            (lane, middle + part),
            (lane, enters),
            (target.right, enters),
        )
        found.append(Wire(out, (link,), arrow=False))
        found.append(Wire(back, (link,), arrow=True))
    return found


def _heights(box: Box, at: int) -> float:
    """Where a line meets the right side of a box: beside its own words, not beside inner boxes."""
    return box.y + box.head * (0.3 + 0.15 * (at % 3))
