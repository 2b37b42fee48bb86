"""The boxes of parties: their words in lines, and groups that hold boxes of smaller groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from caseviewer.pictures.party_network import PartyNode

_NAME_LINES = 3
_NOTE_LINES = 2


class Face(StrEnum):
    """How words look: names, the words on links, and what is said beside both."""

    NAME = "name"
    LINK = "link"
    NOTE = "note"


class Measure(Protocol):
    """How large words are; the picture's units are those of the measure."""

    def width(self, text: str, face: Face) -> float:
        """The width of a line."""

    def height(self, face: Face) -> float:
        """The height of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Box:
    """A party in the picture: `depth` tells in how many other boxes it stands.

    head: the height of its own part, above the boxes that it holds.
    """

    party: str
    x: float
    y: float
    w: float
    h: float
    head: float
    lines: tuple[Line, ...]
    depth: int = 0

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> float:
        """Half way down its own part."""
        return self.y + self.head / 2

    def moved(self, x: float, y: float) -> "Box":
        """The same box elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)


def wrapped(text: str, face: Face, room: float, most: int, measure: Measure) -> tuple[Line, ...]:
    """A text in lines that fit into a room; what is over is told by "…"."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure.width(longer, face) <= room:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] += " …"
            break
        else:
            lines.append(word)
    return tuple(Line(_fitting(line, face, room, measure), face) for line in lines)


def _fitting(line: str, face: Face, room: float, measure: Measure) -> str:
    """A line, or as much of it as fits with "…"."""
    if measure.width(line, face) <= room:
        return line
    least, most = 0, len(line)
    while least < most:
        half = (least + most + 1) // 2
        if measure.width(line[:half] + "…", face) <= room:
            least = half
        else:
            most = half - 1
    return line[:least].rstrip() + "…"


def block(lines: Sequence[Line], measure: Measure) -> tuple[float, float]:
    """The size of lines one below the other."""
    width = max((measure.width(line.text, line.face) for line in lines), default=0.0)
    return width, sum(measure.height(line.face) for line in lines)


def words_of(node: PartyNode, measure: Measure) -> tuple[Line, ...]:
    """What stands in the box of a party."""
    room = 11 * measure.height(Face.NAME)
    return (
        *wrapped(node.head, Face.NOTE, room, 1, measure),
        *wrapped(node.name, Face.NAME, room, _NAME_LINES, measure),
        *wrapped(node.roles, Face.NOTE, room, _NOTE_LINES, measure),
        *wrapped(node.within_words, Face.NOTE, room, 1, measure),
    )


def nested(
    node: PartyNode, inside: Mapping[str, Sequence[PartyNode]], measure: Measure, depth: int = 0
) -> tuple[Box, ...]:
    """The box of a party at (0, 0), and behind it the boxes that it holds, one below the other."""
    pad = measure.height(Face.NAME) / 2
    lines = words_of(node, measure)
    width, height = block(lines, measure)
    y = head = pad + height + pad
    held: list[Box] = []
    for smaller in inside.get(node.id, ()):
        boxes = nested(smaller, inside, measure, depth + 1)
        held += [box.moved(pad, y) for box in boxes]
        width = max(width, boxes[0].w)
        y += boxes[0].h + pad
    return (Box(node.id, 0.0, 0.0, width + 2 * pad, y, head, lines, depth), *held)
