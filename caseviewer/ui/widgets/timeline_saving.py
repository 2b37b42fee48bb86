"""A timeline on a sheet of its own: with its title above and its key beneath."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from caseviewer.formatting.translate import tr
from caseviewer.ui.safe_text import short
from caseviewer.ui.theme import LIGHT, NAME_SCALE, scaled
from caseviewer.ui.widgets.painted_words import paint_words
from caseviewer.ui.widgets.picture_file import PaintedPicture
from caseviewer.ui.widgets.timeline_key import Key
from caseviewer.ui.widgets.timeline_paint import ScenePainter
from caseviewer.ui.widgets.timeline_scene import Scene

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is saved: a scene, its title, and a line of what it shows. Always dark on light."""

    scene: Scene
    title: str
    note: str
    key: Key
    size: QSizeF

    @classmethod
    def of(cls, scene: Scene, title: str, note: str) -> Self:
        """Put a scene onto a sheet."""
        measures = scene.measures
        key = Key(measures, scene.width)
        height = scene.height + key.height + 2 * measures.row + 4 * measures.unit
        return cls(scene, title, note, key, QSizeF(scene.width, height))

    def picture(self) -> PaintedPicture:
        """The sheet, to be painted into a file."""
        return PaintedPicture(tr("timeline"), self.title, self.size, self.draw, self.note)

    def draw(self, painter: QPainter) -> None:
        """Draw title, picture and key."""
        measures = self.scene.measures
        unit, row, width = measures.unit, measures.row, self.scene.width - 2 * measures.unit
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), QColor(LIGHT.page))
        painter.setPen(QColor(LIGHT.text))
        painter.setFont(_bold(scaled(measures.font, NAME_SCALE)))
        paint_words(painter, QRectF(unit, unit, width, row), _LEFT, short(self.title))
        painter.setFont(measures.font)
        painter.setPen(QColor(LIGHT.muted))
        paint_words(painter, QRectF(unit, unit + row, width, row), _LEFT, short(self.note))
        painter.save()
        painter.translate(0, 2 * row + 2 * unit)
        ScenePainter(painter, self.scene, LIGHT).draw()
        painter.restore()
        self.key.draw(painter, 2 * row + 3 * unit + self.scene.height, LIGHT)


def _bold(font: QFont) -> QFont:
    font.setBold(True)
    return font
