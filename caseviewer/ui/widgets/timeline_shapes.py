"""The shapes of a timeline: what a mark looks like, so that no colour has to be told apart.

A dot is an exact day. A bar is filled where the event lasted throughout, hatched where it fell
some time within, empty where the source does not say which; a deadline has a double edge. An open
end fades into an arrow, an unknown one breaks off before a question mark, an approximate one is
soft. An uncertain date has a broken edge, and so has a deadline that the reader assumes.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from caseviewer.pictures.timeline_layout import Sizes
from caseviewer.pictures.timeline_marks import End, Mark, Shape
from caseviewer.ui.theme import Colours
from caseviewer.ui.widgets.painted_words import paint_words

_HATCHED = 110
_BROKEN = [3.0, 2.5]


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of shapes on a page."""

    page: QColor
    text: QColor
    muted: QColor
    line: QColor
    edge: QColor
    owed: QColor
    span: QColor
    chosen: QColor
    chosen_text: QColor
    button: QColor

    @staticmethod
    def of(colours: Colours) -> "Ink":
        """The colours of a scheme."""
        return Ink(
            page=QColor(colours.page),
            text=QColor(colours.text),
            muted=QColor(colours.muted),
            line=QColor(colours.line),
            edge=QColor(colours.link),
            owed=QColor(colours.warning),
            span=QColor(colours.span),
            chosen=QColor(colours.selected),
            chosen_text=QColor(colours.selected_text),
            button=QColor(colours.button),
        )


def draw_shape(painter: QPainter, mark: Mark, box: QRectF, sizes: Sizes, ink: Ink) -> None:
    """Draw the shape of a mark into a box."""
    colour = ink.owed if mark.shape is Shape.DEADLINE else ink.edge
    if mark.shape is Shape.POINT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(box.center(), sizes.radius, sizes.radius)
        return
    left, right = _tail(mark.left, sizes), _tail(mark.right, sizes)
    firm = box.adjusted(left, 0, -right, 0)
    plain = mark.left is End.FIRM and mark.right is End.FIRM
    if mark.shape is Shape.THROUGHOUT:
        painter.fillRect(box, ink.span if plain else _faded(ink.span, box, left, right))
    else:
        painter.fillRect(firm, ink.page)  # else the colour of a selection would look like filling
    if mark.shape is Shape.WITHIN:
        hatch = QColor(colour)
        hatch.setAlpha(_HATCHED)
        painter.fillRect(firm, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    _draw_edges(painter, mark, box, firm, colour)
    if mark.shape is Shape.DEADLINE:
        painter.setPen(QPen(colour, 1.0))
        for end, x in ((mark.left, firm.left() + 3), (mark.right, firm.right() - 3)):
            if end is End.FIRM:
                painter.drawLine(QLineF(x, firm.top(), x, firm.bottom()))
    _draw_end(painter, mark.left, box.left(), firm.left(), box, colour)
    _draw_end(painter, mark.right, box.right(), firm.right(), box, colour)


def draw_own(painter: QPainter, mark: Mark, box: QRectF, sizes: Sizes, ink: Ink) -> None:
    """Draw what the file says beside what the reader assumes: thin, in the colour of notes."""
    draw_shape(painter, mark, box, sizes, replace(ink, owed=ink.muted))


def _tail(end: End, sizes: Sizes) -> float:
    if end is End.FIRM:
        return 0.0
    return sizes.soft if end is End.SOFT else sizes.tail


def _faded(colour: QColor, box: QRectF, left: float, right: float) -> QBrush:
    """A colour that fades over the tails at both sides."""
    fade = QLinearGradient(box.left(), 0, box.right(), 0)
    clear = QColor(colour)
    clear.setAlpha(0)
    width = max(box.width(), 1.0)
    fade.setColorAt(0.0, clear if left else colour)
    fade.setColorAt(min(left / width, 0.5), colour)
    fade.setColorAt(max(1 - right / width, 0.5), colour)
    fade.setColorAt(1.0, clear if right else colour)
    return QBrush(fade)


def _draw_edges(painter: QPainter, mark: Mark, box: QRectF, firm: QRectF, colour: QColor) -> None:
    """The long edges, and the short ones where the date has an end."""
    pen = QPen(colour, 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.uncertain or mark.assumed:
        pen.setDashPattern(_BROKEN)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.left is End.FIRM and mark.right is End.FIRM:
        painter.drawRect(firm)
        return
    for end, x in ((mark.left, firm.left()), (mark.right, firm.right())):
        if end is End.FIRM:
            painter.drawLine(QLineF(x, firm.top(), x, firm.bottom()))
    left, right = firm.left() - box.left(), box.right() - firm.right()
    pen.setBrush(_faded(colour, box, left, right))
    painter.setPen(pen)
    painter.drawLine(QLineF(box.left(), firm.top(), box.right(), firm.top()))
    painter.drawLine(QLineF(box.left(), firm.bottom(), box.right(), firm.bottom()))


def _draw_end(
    painter: QPainter, end: End, tip: float, firm: float, box: QRectF, colour: QColor
) -> None:
    """An arrow beyond an open end, a question mark beyond an unknown one."""
    if end not in {End.OPEN, End.UNKNOWN}:
        return
    painter.setPen(QPen(colour, 1.4))
    half = box.height() / 4
    middle = box.center().y()
    if end is End.OPEN:
        back = half if tip < firm else -half
        arrow = [(tip + back, middle - half), (tip, middle), (tip + back, middle + half)]
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in arrow]))
        return
    around = QRectF(min(tip, firm), box.top(), abs(tip - firm), box.height())
    paint_words(painter, around, int(Qt.AlignmentFlag.AlignCenter), "?")


def draw_cluster(painter: QPainter, box: QRectF, ink: Ink, *, holds: bool, focused: bool) -> None:
    """A cluster: a few cards on a pile; `holds` tells that the selected mark is among them."""
    painter.setPen(QPen(ink.edge if holds else ink.muted, 2.0 if holds and focused else 1.0))
    painter.setBrush(ink.chosen if holds else ink.page)
    for shift in (4.0, 2.0, 0.0):
        card = box.adjusted(shift, shift / 2 - 1, shift - 4, shift / 2 - 1)
        painter.drawRoundedRect(card, 3, 3)
