"""The key of a timeline: each shape with what it means."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.pictures.timeline_layout import bar_of
from caseviewer.pictures.timeline_marks import Mark
from caseviewer.pictures.timeline_scale import Scale
from caseviewer.pictures.timeline_words import key_marks
from caseviewer.ui import theme
from caseviewer.ui.theme import Colours
from caseviewer.ui.widgets.painted_words import paint_words
from caseviewer.ui.widgets.timeline_measure import Measures
from caseviewer.ui.widgets.timeline_shapes import Ink, draw_shape

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BAR_LETTERS = 5


class Key:
    """The samples in lines that are as wide as the picture."""

    def __init__(self, measures: Measures, width: float) -> None:
        """Lay the samples out."""
        self._measures = measures
        self._spots: list[tuple[float, float, Mark, str]] = []
        x = y = 0.0
        for mark, words in key_marks():
            taken = self._shape_width(mark) + measures.width(words) + 7 * measures.unit
            if x and x + taken > width:
                x, y = 0.0, y + measures.row
            self._spots.append((x, y, mark, words))
            x += taken
        self.height = y + measures.row

    def draw(self, painter: QPainter, top: float, colours: Colours) -> None:
        """Draw the samples from a height on."""
        m, ink = self._measures, Ink.of(colours)
        painter.setFont(m.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, y, mark, words in self._spots:
            width = self._shape_width(mark)
            box = QRectF(x + m.unit + 0.5, int(top + y + m.unit / 2) + 0.5, width, m.row - m.unit)
            draw_shape(painter, mark, box, m.sizes, ink)
            painter.setPen(ink.text)
            room = QRectF(box.right() + m.unit, top + y, m.width(words) + m.unit, m.row)
            paint_words(painter, room, _LEFT, words)

    def _shape_width(self, mark: Mark) -> float:
        scale = Scale(1, _BAR_LETTERS * self._measures.letter)
        left, right = bar_of(mark, (1, 1), scale, self._measures.sizes)
        return right - left


class TimelineKey(QWidget):
    """The key as a strip beneath the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell a screen reader what the shapes are."""
        super().__init__(parent)
        self.setAccessibleName(tr("Key of the timeline"))
        self.setAccessibleDescription("; ".join(words for _, words in key_marks()))

    def key(self) -> Key:
        """The samples as they lie now."""
        return Key(Measures(QFont(self.font())), self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self.key().height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        with QPainter(self) as painter:
            self.key().draw(painter, 0, colours)
