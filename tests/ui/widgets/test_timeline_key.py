from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from caseviewer.pictures.timeline_words import key_marks
from caseviewer.ui.widgets.timeline_key import TimelineKey


def test_the_key_says_what_every_shape_means(qtbot: QtBot) -> None:
    key = TimelineKey()
    qtbot.addWidget(key)
    told = key.accessibleDescription()
    assert all(words in told for _, words in key_marks())


def test_the_key_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    key = TimelineKey()
    qtbot.addWidget(key)
    heights = []
    for width in (2_000, 700, 300):
        key.resize(width, 20)
        key.show()
        qtbot.waitExposed(key)
        heights.append(key.height())
    assert heights[0] < heights[1] < heights[2]


def test_the_key_is_painted(qtbot: QtBot) -> None:
    key = TimelineKey()
    qtbot.addWidget(key)
    key.resize(900, 50)
    key.show()
    image = key.grab().toImage()
    found = {QColor(image.pixel(x, 10)).name() for x in range(image.width())}
    assert len(found) > 5
