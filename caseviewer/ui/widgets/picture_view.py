"""A picture, or the page of a PDF, as wide as the pane; larger ones scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from caseviewer.ui import theme

_SETTLE_MS = 200

Marks = Sequence[tuple[float, float, float, float, bool]]
"""Left, top, right and bottom as parts of the picture, from 0 to 1, and whether it is marked."""


class PictureView(QAbstractScrollArea):
    """Shows pixels; asks for sharper ones when its width has changed and stays so."""

    width_changed = Signal(int)
    """The width in pixels of the screen that a picture should have."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the view."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image = QImage()
        self._marks: Marks = ()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(lambda: self.width_changed.emit(self.wanted_width()))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return self._image.isNull()

    def show_pixels(self, width: int, height: int, rgb: bytes) -> None:
        """Show a picture from its pixels, three bytes each, row by row."""
        image = QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._image = image.copy()  # Qt does not keep the bytes
        self._marks = ()
        self._fit()
        self.viewport().update()

    def show_marks(self, marks: Marks) -> None:
        """Mark parts of the picture; what is marked for the reader comes into view."""
        self._marks = marks
        wanted = [mark for mark in marks if mark[4]]
        if wanted:
            area, bar = self._area(), self.verticalScrollBar()
            top = min(mark[1] for mark in wanted) * area.height()
            bar.setValue(round(top - self.viewport().height() / 3))
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = QImage()
        self._marks = ()
        self._fit()
        self.viewport().update()

    def wanted_width(self) -> int:
        """The width in pixels at which a picture fills the view."""
        margin = 4 * theme.unit(self.font())
        return max(100, round((self.viewport().width() - margin) * self.devicePixelRatioF()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if not self._image.isNull() and event.oldSize().width() != event.size().width():
            self._settle.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = self._area()
            painter.drawImage(area, self._image)
            self._paint_marks(painter, area)
        painter.end()

    def _paint_marks(self, painter: QPainter, area: QRect) -> None:
        """Underline what is cited, and tint what is marked as a pen would; a page is white."""
        line = max(1.0, self.fontMetrics().height() / 16)
        for left, top, right, bottom, strong in self._marks:
            box = QRectF(
                area.left() + left * area.width(),
                area.top() + top * area.height(),
                (right - left) * area.width(),
                (bottom - top) * area.height(),
            )
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            if strong:
                painter.fillRect(box, QColor(theme.LIGHT.mark))
            style = Qt.PenStyle.SolidLine if strong else Qt.PenStyle.DotLine
            painter.setPen(QPen(QColor(theme.LIGHT.muted), line, style))
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _area(self) -> QRect:
        """Where the picture stands: centred, never larger than it is or than the view is wide."""
        ratio, margin = self.devicePixelRatioF(), 2 * theme.unit(self.font())
        room = max(1, self.viewport().width() - 2 * margin)
        width = min(room, max(1, round(self._image.width() / ratio)))
        height = max(1, round(width * self._image.height() / max(1, self._image.width())))
        left = margin + (room - width) // 2
        return QRect(left, margin - self.verticalScrollBar().value(), width, height)

    def _fit(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        high = 0 if self._image.isNull() else self._area().height()
        bar.setPageStep(page)
        bar.setSingleStep(3 * self.fontMetrics().height())
        bar.setRange(0, max(0, high + 4 * theme.unit(self.font()) - page))
