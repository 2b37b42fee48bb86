"""Writes a picture that is painted into a file: lines as SVG, or pixels as PNG."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from caseviewer.ui import theme
from caseviewer.ui.safe_text import short

_SHARP = 2.0
_MOST_PIXELS = 100_000_000


@dataclass(frozen=True, slots=True)
class PaintedPicture:
    """A picture that can be painted anywhere.

    name: what a file is called unless the reader says otherwise. title, note: what the file says
    of itself. paint: paints it on a sheet of `size`.
    """

    name: str
    title: str
    size: QSizeF
    paint: Callable[[QPainter], None]
    note: str = ""


def picture_bytes(picture: PaintedPicture, ending: str) -> bytes:
    """The picture as the content of a file with this ending.

    Raises MemoryError where there would be too many pixels.
    """
    return _png(picture) if ending == ".png" else _svg(picture)


def _svg(picture: PaintedPicture) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = picture.size
    generator.setSize(QSize(round(size.width()), round(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(short(picture.title))
    generator.setDescription(short(picture.note))
    _painted(QPainter(generator), picture)
    return bytes(data.data())


def _png(picture: PaintedPicture) -> bytes:
    """In pixels: twice as many as points, or as many as there is room for."""
    width, height = picture.size.width(), picture.size.height()
    sharp = min(_SHARP, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    image = QImage(round(width * sharp), round(height * sharp), QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    image.setDevicePixelRatio(sharp)
    _painted(QPainter(image), picture)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PNG as str is what Qt takes
    return bytes(data.data())


def _painted(painter: QPainter, picture: PaintedPicture) -> None:
    """On white paper."""
    painter.fillRect(
        QRectF(0, 0, picture.size.width(), picture.size.height()), QColor(theme.LIGHT.page)
    )
    picture.paint(painter)
    painter.end()
