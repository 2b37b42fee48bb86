"""The key of the picture of parties: each outline with what it means."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import PartyKind
from caseviewer.pictures.party_boxes import Face
from caseviewer.ui import theme
from caseviewer.ui.theme import Colours
from caseviewer.ui.widgets.painted_words import paint_words
from caseviewer.ui.widgets.party_paint import FontMeasure, draw_outline, outline_pen

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WIDE, _HIGH = 2.4, 1.1
_APART = 1.2


def samples() -> list[tuple[PartyKind, bool, str]]:
    """Each kind with its outline, and the one of those whose name is not told, with their words."""
    named = [(kind, False, word(kind)) for kind in PartyKind]
    inside = tr("broken line: the name is withheld, not given or not known")
    return [*named, (PartyKind.PERSON, True, inside)]


class PartyKeySheet:
    """The samples in lines that are as wide as the picture."""

    def __init__(self, measure: FontMeasure, width: float) -> None:
        """Lay the samples out."""
        self._measure = measure
        unit = self._unit = measure.height(Face.NOTE)
        self._row = (_HIGH + 0.5) * unit
        self._spots: list[tuple[float, float, PartyKind, bool, str]] = []
        x, y = 0.0, 0.0
        for kind, unnamed, words in samples():
            taken = (_WIDE + 0.5) * unit + measure.width(words, Face.NOTE) + _APART * unit
            if x and x + taken > width:
                x, y = 0.0, y + self._row
            self._spots.append((x, y, kind, unnamed, words))
            x += taken
        self.height = y + self._row

    def draw(self, painter: QPainter, left: float, top: float, colours: Colours) -> None:
        """Draw the samples from a place on."""
        unit, measure = self._unit, self._measure
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(measure.fonts[Face.NOTE])
        for x, y, kind, unnamed, words in self._spots:
            high = _HIGH * unit
            spot = (left + x + 1, top + y + (self._row - high) / 2)
            box = QRectF(*spot, _WIDE * unit, high)
            pen = outline_pen(QColor(colours.muted), max(1.0, unit / 16), broken=unnamed)
            painter.setPen(pen)
            draw_outline(painter, kind, box, unit * 0.8, QColor(colours.page))
            painter.setPen(QPen(QColor(colours.text)))
            room = measure.width(words, Face.NOTE) + unit
            start = box.right() + unit / 2
            paint_words(painter, QRectF(start, top + y, room, self._row), _LEFT, words)


class PartyKey(QWidget):
    """The key as a strip beneath the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell a screen reader what the outlines are."""
        super().__init__(parent)
        self.setAccessibleName(tr("Key of the picture"))
        self.setAccessibleDescription("; ".join(words for _, _, words in samples()))

    def sheet(self) -> PartyKeySheet:
        """The samples as they lie now."""
        return PartyKeySheet(FontMeasure(self.font()), self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self.sheet().height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        with QPainter(self) as painter:
            self.sheet().draw(painter, 0, 0, colours)
