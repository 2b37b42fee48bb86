"""A timeline as a picture in a file: with its title above and its key beneath."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from caseviewer.ui.safe_text import short
from caseviewer.ui.theme import LIGHT, NAME_SCALE, scaled
from caseviewer.ui.widgets.timeline_key import Key
from caseviewer.ui.widgets.timeline_paint import ScenePainter
from caseviewer.ui.widgets.timeline_scene import Scene

_SCALE = 2
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is saved: a scene, its title, and a line of what it shows. Always dark on light."""

    scene: Scene
    title: str
    note: str
    key: Key
    size: QSize

    @classmethod
    def of(cls, scene: Scene, title: str, note: str) -> Self:
        """Put a scene onto a sheet."""
        measures = scene.measures
        key = Key(measures, scene.width)
        height = scene.height + key.height + 2 * measures.row + 4 * measures.unit
        return cls(scene, title, note, key, QSize(round(scene.width), round(height)))

    def draw(self, painter: QPainter) -> None:
        """Draw title, picture and key."""
        measures = self.scene.measures
        unit, row, width = measures.unit, measures.row, self.scene.width - 2 * measures.unit
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), QColor(LIGHT.page))
        painter.setPen(QColor(LIGHT.text))
        painter.setFont(_bold(scaled(measures.font, NAME_SCALE)))
        painter.drawText(QRectF(unit, unit, width, row), _LEFT, short(self.title))
        painter.setFont(measures.font)
        painter.setPen(QColor(LIGHT.muted))
        painter.drawText(QRectF(unit, unit + row, width, row), _LEFT, short(self.note))
        painter.save()
        painter.translate(0, 2 * row + 2 * unit)
        ScenePainter(painter, self.scene, LIGHT).draw()
        painter.restore()
        self.key.draw(painter, 2 * row + 3 * unit + self.scene.height, LIGHT)


def save(sheet: Sheet, path: Path) -> None:
    """Write a sheet as SVG, or as PNG where the name does not end in ".svg"; raises OSError."""
    is_svg = path.suffix.lower() == ".svg"
    path.write_bytes(svg(sheet) if is_svg else png(sheet))


def svg(sheet: Sheet) -> bytes:
    """A sheet as lines and words."""
    from PySide6.QtSvg import QSvgGenerator  # nothing else needs it

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRectF(0, 0, sheet.size.width(), sheet.size.height()))
    generator.setResolution(96)
    generator.setTitle(short(sheet.title))
    generator.setDescription(short(sheet.note))
    with QPainter(generator) as painter:
        sheet.draw(painter)
    return bytes(data.data())


def png(sheet: Sheet) -> bytes:
    """A sheet as dots, two for each of the screen's."""
    image = QImage(sheet.size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    with QPainter(image) as painter:
        sheet.draw(painter)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PNG as str is what Qt takes
    return bytes(data.data())


def _bold(font: QFont) -> QFont:
    font.setBold(True)
    return font
