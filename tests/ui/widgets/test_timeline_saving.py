from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from caseviewer.pictures.timeline_words import key_marks
from caseviewer.ui.widgets.picture_file import picture_bytes
from caseviewer.ui.widgets.timeline_saving import Sheet
from tests.ui.kit import opened_sample
from tests.ui.timelines import content_of, scene_of


@pytest.fixture
def sheet(qapp: QApplication) -> Sheet:
    scene = scene_of(content_of(opened_sample()), size=(1_000, 300))
    return Sheet.of(scene, "A <b>title</b> & more", "A note")


def words_of(svg: bytes) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - our own
    return ["".join(node.itertext()).strip() for node in root.iter() if node.tag.endswith("text")]


def test_a_drawing_holds_title_marks_and_key_as_words(sheet: Sheet) -> None:
    words = words_of(picture_bytes(sheet.picture(), ".svg"))
    assert words[:2] == ["A <b>title</b> & more", "A note"]
    assert all(meaning in words for _, meaning in key_marks())
    assert any(word.startswith("E67 · ") for word in words)


def test_a_picture_has_two_dots_for_each_of_the_screen(sheet: Sheet) -> None:
    image = QImage.fromData(picture_bytes(sheet.picture(), ".png"))
    assert image.size() == (sheet.size * 2).toSize()
    colours = {image.pixel(x, 30) for x in range(600)}
    assert len(colours) > 3
