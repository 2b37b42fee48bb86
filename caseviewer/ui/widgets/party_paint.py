"""How the picture of parties is painted: each kind of party has its own outline, beside its word.

A person has round corners, a group a second outline behind it, a State a double border, a body
cut corners, an organization a plain box. Where the name is withheld or not known, it is dashed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from typing_extensions import override

from caseviewer.model.kinds import PartyKind
from caseviewer.pictures.party_boxes import Box, Face, Line, Measure
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_network import PartyNetwork
from caseviewer.pictures.party_picture import Label, PartyPicture, Point, Wire
from caseviewer.ui import theme
from caseviewer.ui.theme import Colours
from caseviewer.ui.widgets.painted_words import paint_line, paint_words


class FontMeasure(Measure):
    """Sizes of words in the fonts that paint them."""

    def __init__(self, font: QFont) -> None:
        """`font` is that of the names."""
        note = theme.scaled(font, theme.NOTE_SCALE)
        self.fonts = {Face.NAME: font, Face.LINK: note, Face.NOTE: note}
        self._metrics = {face: QFontMetricsF(made) for face, made in self.fonts.items()}

    @override
    def width(self, text: str, face: Face) -> float:
        return self._metrics[face].horizontalAdvance(text)

    @override
    def height(self, face: Face) -> float:
        return self._metrics[face].lineSpacing()

    def ascent(self, face: Face) -> float:
        """From the top of a line to where its letters stand."""
        return self._metrics[face].ascent()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out: the selected party, and whether the keys are here."""

    selected: str = ""
    has_keys: bool = False


class PartyPainter:
    """Paints a picture of a network in one set of colours and fonts."""

    def __init__(
        self, network: PartyNetwork, picture: PartyPicture, measure: FontMeasure, colours: Colours
    ) -> None:
        """The picture is one of this network, laid out with this measure."""
        self._network, self._picture, self._measure = network, picture, measure
        self._unit = measure.height(Face.NAME)
        self._thin = max(1.0, self._unit / 16)
        self._page, self._text = QColor(colours.page), QColor(colours.text)
        self._muted, self._link = QColor(colours.muted), QColor(colours.link)
        self._selected, self._on_selected = QColor(colours.selected), QColor(colours.selected_text)
        self._fills = {0: QColor(colours.page), 1: QColor(colours.stripe)}
        self._line = QColor(colours.muted)

    def paint(self, painter: QPainter, emphasis: Emphasis) -> None:
        """Paint everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._picture.boxes:
            self._box(painter, box, emphasis)
        chosen = [wire for wire in self._picture.wires if _concerns(wire.links, emphasis.selected)]
        for wire in self._picture.wires:
            self._wire(painter, wire, strong=False)
        for wire in chosen:
            self._wire(painter, wire, strong=True)
        for label in self._picture.labels:
            self._label(painter, label, strong=_concerns(label.links, emphasis.selected))
        for heading in self._picture.headings:
            self._words(painter, (heading.line,), heading.x, heading.y, strong=False)

    def remark(self, painter: QPainter, room: QRectF, words: str) -> None:
        """Words above the picture, in lines that fit."""
        painter.setFont(self._measure.fonts[Face.NOTE])
        painter.setPen(self._text)
        paint_words(painter, room, int(Qt.TextFlag.TextWordWrap), words)

    def _box(self, painter: QPainter, box: Box, emphasis: Emphasis) -> None:
        node = self._network.by_id[box.party]
        chosen = box.party == emphasis.selected
        colour = self._link if chosen else self._line
        painter.setPen(outline_pen(colour, self._thin * (2 if chosen else 1), broken=node.unnamed))
        area, step = QRectF(box.x, box.y, box.w, box.h), self._unit / 5
        fill = self._selected if chosen else self._fills[box.depth % 2]
        draw_outline(painter, node.kind, area, self._unit, fill)
        if chosen and emphasis.has_keys:
            around = area.adjusted(-step, -step, step, step)
            painter.setPen(QPen(self._link, self._thin, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(around)
        left, top = box.x + self._unit / 2, box.y + self._unit / 2
        self._words(painter, box.lines, left, top, strong=chosen)

    def _words(
        self, painter: QPainter, lines: Sequence[Line], left: float, top: float, *, strong: bool
    ) -> None:
        """Lines one below the other, from the left."""
        for line in lines:
            self._line_of_words(painter, line, left, top, strong=strong)
            top += self._measure.height(line.face)

    def _line_of_words(
        self, painter: QPainter, line: Line, left: float, top: float, *, strong: bool
    ) -> None:
        colour = self._muted if line.face is Face.NOTE else self._text
        painter.setFont(self._measure.fonts[line.face])
        painter.setPen(self._on_selected if strong else colour)
        paint_line(painter, QPointF(left, top + self._measure.ascent(line.face)), line.text)

    def _wire(self, painter: QPainter, wire: Wire, *, strong: bool) -> None:
        colour = self._link if strong else self._line
        painter.setPen(QPen(colour, self._thin * (2 if strong else 1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_bent(wire.points))
        if wire.arrow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(_arrow(wire.points, self._unit / 2.2))

    def _label(self, painter: QPainter, label: Label, *, strong: bool) -> None:
        if strong:
            area = QRectF(label.x, label.y, label.w, label.h).adjusted(-3, 0, 3, 0)
            painter.fillRect(area, self._selected)
        top = label.y
        for line in label.lines:
            free = label.w - self._measure.width(line.text, line.face)
            self._line_of_words(painter, line, label.x + free / 2, top, strong=strong)
            top += self._measure.height(line.face)


def _concerns(links: Collection[PartyLink], party: str) -> bool:
    return any(party in link.ends or party in link.about for link in links)


def outline_pen(colour: QColor, wide: float, *, broken: bool) -> QPen:
    """The line around a party; broken where its name is not told."""
    pen = QPen(colour, wide)
    if broken:
        pen.setDashPattern([4, 3])
    return pen


def draw_outline(
    painter: QPainter, kind: PartyKind, area: QRectF, unit: float, fill: QColor
) -> None:
    """Draw the outline of a kind of party with the pen that is set."""
    step = unit / 5
    if kind is PartyKind.GROUP:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_behind(area, step, unit / 3))
    painter.setBrush(fill)
    painter.drawPath(outline(kind, area, unit))
    if kind is PartyKind.STATE:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(step, step, -step, -step))


def outline(kind: PartyKind, area: QRectF, unit: float) -> QPainterPath:
    """The shape of a kind of party."""
    path = QPainterPath()
    if kind is PartyKind.PERSON:
        path.addRoundedRect(area, unit * 0.7, unit * 0.7)
    elif kind is PartyKind.BODY:
        path.addPolygon(_cut_corners(area, unit * 0.45))
        path.closeSubpath()
    elif kind is PartyKind.GROUP:
        path.addRoundedRect(area, unit * 0.3, unit * 0.3)
    else:
        path.addRect(area)
    return path


def _cut_corners(area: QRectF, cut: float) -> QPolygonF:
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    return QPolygonF(
        [
            QPointF(left + cut, top),
            QPointF(right - cut, top),
            QPointF(right, top + cut),
            QPointF(right, bottom - cut),
            QPointF(right - cut, bottom),
            QPointF(left + cut, bottom),
            QPointF(left, bottom - cut),
            QPointF(left, top + cut),
        ]
    )


def _behind(area: QRectF, step: float, corner: float) -> QPainterPath:
    """What is seen of a second box behind the first, to the right and below."""
    path = QPainterPath(QPointF(area.left() + corner, area.bottom()))
    path.lineTo(area.left() + corner, area.bottom() + step)
    path.lineTo(area.right() + step, area.bottom() + step)
    path.lineTo(area.right() + step, area.top() + corner)
    path.lineTo(area.right(), area.top() + corner)
    return path


def _bent(points: Sequence[Point]) -> QPainterPath:
    """Straight where a line is level or upright; else a gentle bend from upright to upright."""
    path = QPainterPath(QPointF(*points[0]))
    for (x, y), (to_x, to_y) in pairwise(points):
        if x == to_x or y == to_y:
            path.lineTo(to_x, to_y)
        else:
            half = (y + to_y) / 2
            path.cubicTo(x, half, to_x, half, to_x, to_y)
    return path


def _arrow(points: Sequence[Point], size: float) -> QPolygonF:
    """The head of an arrow at the end of a line: bends end upright, so it is level or upright."""
    (x, y), end = points[-2], QPointF(*points[-1])
    if y == end.y() and x != end.x():
        along = QPointF(size if x < end.x() else -size, 0)
    else:
        above = next((at for _, at in points[::-1] if at != end.y()), end.y() - 1)
        along = QPointF(0, size if above < end.y() else -size)
    across = QPointF(-along.y(), along.x()) * 0.4
    return QPolygonF([end, end - along + across, end - along - across])
