"""The picture of the parties as plain geometry, as a layered layout gives it."""

from dataclasses import dataclass, replace

from caseviewer.pictures.party_boxes import Box, Line
from caseviewer.pictures.party_links import PartyLink

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """The words on a line, and the links that it stands for."""

    x: float
    y: float
    w: float
    h: float
    lines: tuple[Line, ...]
    links: tuple[PartyLink, ...]

    def moved(self, x: float, y: float) -> "Label":
        """The same label elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)


@dataclass(frozen=True, slots=True)
class Wire:
    """A line from a box to a label, or from a label on to a box, where it ends in an arrow."""

    points: tuple[Point, ...]
    links: tuple[PartyLink, ...]
    arrow: bool

    def moved(self, x: float, y: float) -> "Wire":
        """The same line elsewhere."""
        return replace(self, points=tuple((at_x + x, at_y + y) for at_x, at_y in self.points))


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above a part of the picture."""

    x: float
    y: float
    line: Line


@dataclass(frozen=True, slots=True)
class PartyPicture:
    """Everything that is drawn; boxes that hold others come before these.

    left_out: parties for which there is no room. remark: what is said of that.
    """

    w: float = 0.0
    h: float = 0.0
    boxes: tuple[Box, ...] = ()
    labels: tuple[Label, ...] = ()
    wires: tuple[Wire, ...] = ()
    headings: tuple[Heading, ...] = ()
    left_out: tuple[str, ...] = ()
    remark: str = ""

    def moved(self, x: float, y: float) -> "PartyPicture":
        """The same picture elsewhere in a larger one."""
        return replace(
            self,
            boxes=tuple(box.moved(x, y) for box in self.boxes),
            labels=tuple(label.moved(x, y) for label in self.labels),
            wires=tuple(wire.moved(x, y) for wire in self.wires),
        )

    def box_of(self, party: str) -> Box | None:
        """The box of a party, if it is in the picture."""
        return next((box for box in self.boxes if box.party == party), None)

    def at(self, x: float, y: float) -> str:
        """The party whose box is at a place: the innermost; "" where there is none."""
        hit = [
            box.party
            for box in self.boxes
            if box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h
        ]
        return hit[-1] if hit else ""
