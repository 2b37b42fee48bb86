from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.copy_bar import CopyBar
from tests.ui.kit import bring_to_front_widget


def shown(qtbot: QtBot, beside: QPushButton | None = None) -> CopyBar:
    made = CopyBar(beside)
    qtbot.addWidget(made)
    made.resize(600, 40)
    bring_to_front_widget(qtbot, made)
    return made


def test_the_button_asks_for_a_copy_and_is_no_wider_than_its_word(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    told: list[str] = []
    bar.copy_wanted.connect(lambda: told.append("copy"))
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert (bar.button.text(), told) == ("Copy", ["copy"])
    assert bar.button.width() < 200


def test_what_else_is_offered_stands_beside_it_and_may_go(qtbot: QtBot) -> None:
    other = QPushButton()
    bar = shown(qtbot, other)
    assert other.x() > bar.button.geometry().right()
    other.hide()
    qtbot.wait(1)
    assert bar.button.width() < 200


def test_where_there_is_little_room_the_page_gets_it(qtbot: QtBot) -> None:
    other = QPushButton()
    bar = shown(qtbot, other)
    bar.set_low(True)
    assert bar.button.isHidden()
    assert other.isVisible()
    other.hide()
    assert bar.sizeHint().height() == 0
    bar.set_low(False)
    assert bar.button.isVisible()
