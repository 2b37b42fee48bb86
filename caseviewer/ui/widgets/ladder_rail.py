"""The picture of a ladder beside its words: a rail, with a knot at each rung.

A filled circle is a known party, a dashed ring an unknown one, a square the page that was
read; a small dot on a knee is speech inside speech. The words beside say the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import pi

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTextBlock, QTextDocument
from PySide6.QtWidgets import QApplication

from caseviewer.formatting.page import Block, BlockKind, Mark
from caseviewer.ui import theme

TEXT_INDENT = 4
"""Where the words of a rung begin, in units right of the page's margin; the same again a level."""

_RAIL_INDENT = 1.5
_RADIUS = 1.2
_DASHES = 6

_RINGS = frozenset({Mark.UNKNOWN, Mark.READ_UNKNOWN})
_SQUARES = frozenset({Mark.READ, Mark.READ_UNKNOWN})


@dataclass(frozen=True, slots=True)
class Rail:
    """What is drawn beside one rung: its knot, and the levels whose rails go on below it.

    `joined` tells that a rail comes from above: not so for the first rung of a ladder.
    """

    mark: Mark
    level: int = 0
    joined: bool = False
    below: frozenset[int] = frozenset()


def rails(blocks: Iterable[Block]) -> list[Rail]:
    """The rails of all rungs of a page, in its order; each run of rungs is a ladder."""
    found: list[Rail] = []
    for are_rungs, run in groupby(blocks, lambda block: block.kind is BlockKind.RUNG):
        if are_rungs:
            found += _rails_of(list(run))
    return found


def _rails_of(rungs: Sequence[Block]) -> list[Rail]:
    """From the last rung upwards: the rail that a rung hangs on reaches up to its carrier."""
    found: list[Rail] = []
    passing: frozenset[int] = frozenset()
    for at in range(len(rungs) - 1, -1, -1):
        level, below = rungs[at].level, passing
        passing = frozenset({*(other for other in passing if other < level), max(level - 1, 0)})
        found.append(Rail(rungs[at].mark or Mark.KNOWN, level, joined=at > 0, below=below))
    return found[::-1]


class LadderRail:
    """Draws the rails of a document whose rungs carry their place among `rails` as user state."""

    def __init__(self, font: QFont, document: QTextDocument, rails: Sequence[Rail]) -> None:
        """Measure in units of the font, so that the picture grows with the text."""
        self._document = document
        self._rails = rails
        self._unit = theme.unit(font)
        self.radius = _RADIUS * self._unit
        self._thickness = max(1, round(self._unit / 4))
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        self._page, self._line = QColor(colours.page), QColor(colours.muted)
        self._known, self._unknown = QColor(colours.text), QColor(colours.warning)

    def x(self, level: int) -> float:
        """Where the rail of a level is, from the left edge of the document."""
        indent = (_RAIL_INDENT + TEXT_INDENT * level) * self._unit
        return self._sharp(self._document.documentMargin() + indent)

    def _sharp(self, at: float) -> float:
        """In the middle of a pixel or between two, so that no edge of a line is blurred."""
        return int(at) + self._thickness % 2 / 2

    def knot(self, block: QTextBlock) -> QPointF:
        """Where the knot of a rung is: beside its first line."""
        rail, top = self._rails[block.userState()], self._top(block)
        line = block.layout().lineAt(0)
        return QPointF(self.x(rail.level), self._sharp(top + line.y() + line.height() / 2))

    def paint(self, painter: QPainter, start: QTextBlock, bottom: float) -> None:
        """Draw from the block before `start`, whose rail may reach it, down to `bottom`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = start.previous() if start.previous().isValid() else start
        knots = []
        while block.isValid() and self._top(block) <= bottom:
            if block.userState() >= 0:
                self._paint_rails(painter, block)
                knots.append(block)
            block = block.next()
        for block in knots:  # over the rails
            self._paint_knot(painter, self.knot(block), self._rails[block.userState()].mark)

    def _top(self, block: QTextBlock) -> float:
        return round(self._document.documentLayout().blockBoundingRect(block).top())

    def _paint_rails(self, painter: QPainter, block: QTextBlock) -> None:
        rail, knot, top = self._rails[block.userState()], self.knot(block), self._top(block)
        cap = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(self._line, self._thickness, Qt.PenStyle.SolidLine, cap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if rail.joined and rail.level:
            painter.drawPath(self._knee(self.x(rail.level - 1), top, knot))
        elif rail.joined:
            painter.drawLine(QPointF(knot.x(), top), knot)
        for level in rail.below:
            high = top if level < rail.level else knot.y()
            low = self._top(block.next())
            painter.drawLine(QPointF(self.x(level), high), QPointF(self.x(level), low))

    def _knee(self, x: float, top: float, knot: QPointF) -> QPainterPath:
        """From the rail of the carrier down and round to the knot."""
        bend = min(2 * self.radius, knot.y() - top)
        path = QPainterPath(QPointF(x, top))
        path.lineTo(x, knot.y() - bend)
        path.quadTo(x, knot.y(), x + bend, knot.y())
        path.lineTo(knot)
        return path

    def _paint_knot(self, painter: QPainter, at: QPointF, mark: Mark) -> None:
        radius = self.radius * (0.7 if mark is Mark.SPEECH else 1)
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(self._pen(mark))
        painter.setBrush(self._page if mark in _RINGS else self._known)
        if mark in _SQUARES:
            painter.drawRect(box)
        else:
            painter.drawEllipse(box)

    def _pen(self, mark: Mark) -> QPen:
        if mark not in _RINGS:
            return QPen(self._known, self._thickness)
        width = 2 * self._thickness  # thick enough for its full colour between its soft edges
        around = (8 if mark in _SQUARES else 2 * pi) * self.radius
        pen = QPen(self._unknown, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([around / (2 * _DASHES) / width] * 2)
        return pen
