"""Pictures as files."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from caseviewer.ui.widgets.picture_file import PaintedPicture, picture_bytes

RED = QColor("#ff0000")


def paint(painter: QPainter) -> None:
    painter.fillRect(QRectF(10, 10, 20, 20), RED)
    painter.drawText(QPointF(40, 30), "<b>A & B</b>")


def picture(width: float = 200, height: float = 100) -> PaintedPicture:
    return PaintedPicture("parties", "A title", QSizeF(width, height), paint, "A note")


def test_svg_holds_the_words_letter_by_letter(qapp: QApplication) -> None:
    root = ET.fromstring(picture_bytes(picture(), ".svg"))  # noqa: S314 # our own
    words = [element.text for element in root.iter() if element.tag.endswith("text")]
    assert words == ["<b>A & B</b>"]
    assert [one.text for one in root if one.tag.endswith("title")] == ["A title"]
    assert [one.text for one in root if one.tag.endswith("desc")] == ["A note"]
    assert root.attrib["viewBox"] == "0 0 200 100"


def test_png_has_two_pixels_to_a_point_on_white(qapp: QApplication) -> None:
    image = QImage.fromData(picture_bytes(picture(), ".png"))
    assert (image.width(), image.height()) == (400, 200)
    assert image.pixelColor(1, 1) == QColor("#ffffff")
    assert image.pixelColor(40, 40) == RED


def test_a_large_png_is_less_sharp(qapp: QApplication) -> None:
    image = QImage.fromData(picture_bytes(picture(20_000, 10_000), ".png"))
    assert image.width() * image.height() <= 101_000_000


def test_a_picture_too_long_for_pixels_is_refused(qapp: QApplication) -> None:
    with pytest.raises(MemoryError):
        picture_bytes(picture(1e9, 0.01), ".png")
