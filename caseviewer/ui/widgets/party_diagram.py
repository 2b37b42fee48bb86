"""The picture of the parties, to look at and to walk through: with keys, pointer and wheel."""

from collections.abc import Sequence

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
from caseviewer.ui.widgets.painted_words import paint_words
from caseviewer.ui.widgets.party_key import PartyKeySheet
from caseviewer.ui.widgets.party_making import Laid, PictureMaking, Wish
from caseviewer.ui.widgets.party_paint import Emphasis, FontMeasure, PartyPainter
from caseviewer.ui.widgets.picture_file import PaintedPicture

ZOOM_STEP = 1.2
_LEAST_KEY = 30
_SMALLEST, _LARGEST = 0.1, 4.0
_LEAST_WHOLE = 0.55
"""A picture that would have to be smaller than so to be seen does not begin whole."""
_READABLE = 0.75
"""It begins so large, with the selected party in the middle."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)

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
        self._all: tuple[PartyNetwork, Sequence[str] | None] = (self.network, None)
        self._making = PictureMaking(self, self._take)
        self._words = ""
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.actionTriggered.connect(self._keep_place)
        self._pressed: QPoint | None = None
        self._moved = False
        self._name()

    def show_network(self, network: PartyNetwork, shown: Sequence[str] | None = None) -> None:
        """Show these parties, or some of them; the selected one stays so if it is among them."""
        self._all = (network, shown)
        self._lay_out()

    def show_waiting(self) -> None:
        """Show nothing of another case any more, and say that a picture is under way."""
        self.network, self.picture = PartyNetwork(), PartyPicture()
        self._all = (self.network, None)
        self._words = tr("The picture is being drawn…")
        self.viewport().update()

    def settle(self) -> None:
        """Lay out now what is laid out beside the window."""
        self._making.settle()

    def select(self, party: str) -> None:
        """Let a party and its links stand out, and bring it into view."""
        self.selected = party
        self._name()
        self._draw_around()
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

    def _keep_place(self, *_: object) -> None:
        """Choose no other size or place by itself any more, as the reader went somewhere."""
        self._chosen = True

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
        """The picture as it is, for paper, with its key: nothing is selected there."""
        margin, size = self.margin(), self._size()
        width = max(size.width(), _LEAST_KEY * margin)
        key = PartyKeySheet(self._measure, width - 2 * margin)

        def paint(painter: QPainter) -> None:
            painter.save()
            painter.translate(margin, margin)
            self._paint(painter, theme.LIGHT, Emphasis())
            painter.restore()
            key.draw(painter, margin, size.height(), theme.LIGHT)

        whole = QSizeF(width, size.height() + key.height + margin)
        return PaintedPicture(tr("parties"), title, whole, paint)

    def _paint(self, painter: QPainter, colours: Colours, emphasis: Emphasis) -> None:
        """Paint what is to be said of the picture, and the picture below it."""
        made = PartyPainter(self.network, self.picture, self._measure, colours)
        if self.picture.remark:
            room = QRectF(0, 0, max(self.picture.w, 30 * self.margin()), self._top())
            made.remark(painter, room, self.picture.remark)
        painter.translate(0, self._top())
        made.paint(painter, emphasis)

    def _lay_out(self) -> None:
        self._making.make(Wish(*self._all, self.font().toString(), self.selected))

    def _take(self, made: Laid) -> None:
        """Show what was laid out."""
        self._measure, self._words = FontMeasure(self.font()), ""
        self.network, self.picture = made.network, made.picture
        self._name()
        self._chosen = False
        self._set_scale(self._best())
        self._put_in_the_middle()
        self._draw_around()

    def _draw_around(self) -> None:
        """Draw what is around the selected party, if there was no room for it."""
        left_out = self.selected in self.picture.left_out
        if left_out and self.selected in self.network.linked and not self._making.busy:
            self._lay_out()

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
        """The size to begin with: all is seen, or nothing beside the view, if that can be read."""
        sizes = (self._whole(), self._as_wide())
        return next((size for size in sizes if size >= _LEAST_WHOLE), _READABLE)

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

    def _put_in_the_middle(self) -> None:
        """Bring the selected party into the middle, as far as the picture reaches around it."""
        box = self.picture.box_of(self.selected)
        if box is not None:
            middle = QPointF(box.x + box.w / 2, box.middle) * self._scale + self._offset()
            view = self.viewport().rect().center()
            for bar, by in (
                (self.horizontalScrollBar(), middle.x() - view.x()),
                (self.verticalScrollBar(), middle.y() - view.y()),
            ):
                bar.setValue(bar.value() + round(by))

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
        if self._words:
            painter.setPen(QColor(colours.muted))
            paint_words(painter, QRectF(self.viewport().rect()), _CENTRE, self._words)
        painter.translate(self._offset() - QPointF(0, self._top() * self._scale))
        painter.scale(self._scale, self._scale)
        self._paint(painter, colours, Emphasis(self.selected, self.hasFocus()))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chosen:
            self._set_scale(self._scale)
        else:
            self._set_scale(self._best())
            self._put_in_the_middle()

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
            self.zoom(ZOOM_STEP)
        elif key is Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP)
        elif key is Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_about(event.position(), ZOOM_STEP ** (event.angleDelta().y() / 120))
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
            self._keep_place()
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
