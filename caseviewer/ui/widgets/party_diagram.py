"""The picture of the parties, to look at and to walk through: with keys, pointer and wheel."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.pictures.party_boxes import Face
from caseviewer.pictures.party_network import PartyNetwork
from caseviewer.pictures.party_picture import PartyPicture
from caseviewer.pictures.party_steps import beside
from caseviewer.ui import theme
from caseviewer.ui.safe_text import short
from caseviewer.ui.theme import Colours
from caseviewer.ui.widgets.party_paint import Emphasis, FontMeasure, PartyPainter
from caseviewer.ui.widgets.picture_file import PaintedPicture

_STEP = 1.2
_SMALLEST, _LARGEST = 0.1, 4.0
_READABLE = 0.75
"""A picture that would have to be smaller than so to be seen begins in the size of the text."""

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PartyDiagram(QAbstractScrollArea):
    """Shows a network of parties; one of them is selected, and its links stand out."""

    party_selected = Signal(str)
    party_followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            tr("Arrows lead from party to party, Enter to its page, + and − to another size.")
        )
        self.network, self.picture = PartyNetwork(), PartyPicture()
        self.selected = ""
        self._scale, self._chosen = 1.0, False
        self._measure = FontMeasure(self.font())
        self._pressed: QPoint | None = None
        self._moved = False
        self._name()

    def show_network(self, network: PartyNetwork) -> None:
        """Show these parties; the selected one stays so if it is among them."""
        self.network = network
        self._lay_out()

    def select(self, party: str) -> None:
        """Let a party and its links stand out, and bring it into view."""
        self.selected = party
        self._name()
        if party in self.picture.left_out and party in self.network.linked:
            self._lay_out()
        self._bring_into_view()
        self.viewport().update()

    @property
    def scale(self) -> float:
        """How large the picture is; 1 is the size of the text elsewhere."""
        return self._scale

    def fit(self) -> None:
        """Show the picture whole, however small."""
        self._chosen = True
        self._set_scale(self._whole())

    def zoom(self, factor: float) -> None:
        """Show it larger or smaller, about the selected party."""
        self._chosen = True
        self._set_scale(self._scale * factor)
        self._bring_into_view()

    def margin(self) -> float:
        """The room around the picture."""
        return self._measure.height(Face.NAME)

    def place_of(self, party: str) -> QPoint:
        """Where on the viewport the number of a party stands."""
        box = self.picture.box_of(party)
        if box is None:
            return QPoint(-1, -1)
        spot = QPointF(box.x + self.margin() / 2, box.y + self.margin() / 2)
        return (spot * self._scale + self._offset()).toPoint()

    def on_paper(self, title: str) -> PaintedPicture:
        """The picture as it is, for paper: nothing is selected there."""

        def paint(painter: QPainter) -> None:
            painter.translate(self.margin(), self.margin())
            self._paint(painter, theme.LIGHT, Emphasis())

        return PaintedPicture(tr("parties"), title, self._size(), paint)

    def _paint(self, painter: QPainter, colours: Colours, emphasis: Emphasis) -> None:
        """Paint what is to be said of the picture, and the picture below it."""
        made = PartyPainter(self.network, self.picture, self._measure, colours)
        if self.picture.remark:
            room = QRectF(0, 0, max(self.picture.w, 30 * self.margin()), self._top())
            made.remark(painter, room, self.picture.remark)
        painter.translate(0, self._top())
        made.paint(painter, emphasis)

    def _lay_out(self) -> None:
        from caseviewer.pictures.party_layout import party_picture

        self._measure = FontMeasure(self.font())
        self.picture = party_picture(self.network, self._measure, self.selected)
        self._name()
        self._chosen = False
        self._set_scale(self._best())
        self._bring_into_view()

    def _name(self) -> None:
        """Tell a screen reader what is selected."""
        words = tr("Picture of the parties")
        if self.selected in self.network.by_id:
            words = f"{words}. {self.network.sentence(self.selected)}"
        self.setAccessibleName(short(words, 2_000))

    def _size(self) -> QSizeF:
        """The size of the picture with its margins, in its own units."""
        margin = 2 * self.margin()
        return QSizeF(self.picture.w + margin, self.picture.h + self._top() + margin)

    def _top(self) -> float:
        """The room above the picture for what is to be said of it."""
        return 3 * self.margin() if self.picture.remark else 0.0

    def _best(self) -> float:
        """The size to begin with: all is seen, or nothing beside the view, if that is readable."""
        sizes = (self._whole(), self._as_wide())
        return next((size for size in sizes if size >= _READABLE), 1.0)

    def _whole(self) -> float:
        """The size in which all is seen, if it is no larger than the text elsewhere."""
        return min(self._as_wide(), self.viewport().height() / self._size().height())

    def _as_wide(self) -> float:
        """The size in which nothing is beyond the left and right, no larger than the text."""
        return min(1.0, self.viewport().width() / self._size().width())

    def _set_scale(self, scale: float) -> None:
        self._scale = max(_SMALLEST, min(scale, _LARGEST))
        size, view = self._size() * self._scale, self.viewport().size()
        for bar, length, page in (
            (self.horizontalScrollBar(), size.width(), view.width()),
            (self.verticalScrollBar(), size.height(), view.height()),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(round(2 * self.margin()))
            bar.setRange(0, max(0, round(length) - page))
        self.viewport().update()

    def _offset(self) -> QPointF:
        """Where the picture's own (0, 0) is on the viewport; a small one is centred."""
        free = self.viewport().width() - self._size().width() * self._scale
        x = free / 2 if free > 0 else -self.horizontalScrollBar().value()
        y = -self.verticalScrollBar().value()
        margin = self.margin() * self._scale
        return QPointF(x + margin, y + margin + self._top() * self._scale)

    def _bring_into_view(self) -> None:
        box = self.picture.box_of(self.selected)
        if box is None:
            return
        offset, room = self._offset(), self.margin()
        area = QRectF(box.x, box.y, box.w, box.h).adjusted(-room, -room, room, room)
        view = self.viewport().rect()
        for bar, low, high, page in (
            (
                self.horizontalScrollBar(),
                area.left() * self._scale + offset.x(),
                area.right() * self._scale + offset.x(),
                view.width(),
            ),
            (
                self.verticalScrollBar(),
                area.top() * self._scale + offset.y(),
                area.bottom() * self._scale + offset.y(),
                view.height(),
            ),
        ):
            if low < 0:
                bar.setValue(bar.value() + round(low))
            elif high > page:
                bar.setValue(bar.value() + round(min(high - page, low)))

    def _choose(self, party: str) -> None:
        if party and party != self.selected:
            self.party_selected.emit(party)

    # Qt's side ---------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.page))
        painter.translate(self._offset() - QPointF(0, self._top() * self._scale))
        painter.scale(self._scale, self._scale)
        self._paint(painter, colours, Emphasis(self.selected, self.hasFocus()))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_scale(self._scale if self._chosen else self._best())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._choose(beside(self.picture, self.selected, _WAYS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.party_followed.emit(self.selected)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_STEP)
        elif key is Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif key is Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_about(event.position(), _STEP ** (event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    def _zoom_about(self, spot: QPointF, factor: float) -> None:
        """Another size; what is under the pointer stays there, as far as there is room."""
        at = (spot - self._offset()) / self._scale
        self._chosen = True
        self._set_scale(self._scale * factor)
        away = at * self._scale + self._offset() - spot
        for bar, step in (
            (self.horizontalScrollBar(), away.x()),
            (self.verticalScrollBar(), away.y()),
        ):
            bar.setValue(bar.value() + round(step))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._moved = event.position().toPoint(), False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        step = event.position().toPoint() - self._pressed
        if self._moved or step.manhattanLength() >= QApplication.startDragDistance():
            self._moved = True
            self._pressed = event.position().toPoint()
            for bar, by in (
                (self.horizontalScrollBar(), step.x()),
                (self.verticalScrollBar(), step.y()),
            ):
                bar.setValue(bar.value() - by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._moved:
            at = (event.position() - self._offset()) / self._scale
            self._choose(self.picture.at(at.x(), at.y()))
        self._pressed = None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
