from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.review_bar import ReviewBar


def test_both_buttons_tell_what_is_wanted(qtbot: QtBot) -> None:
    bar = ReviewBar()
    qtbot.addWidget(bar)
    assert bar.button.text() == "Copy as questions"
    with qtbot.waitSignal(bar.copy_wanted):
        QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.mark_wanted):
        QTest.mouseClick(bar.mark, Qt.MouseButton.LeftButton)


def test_the_second_says_what_it_would_do(qtbot: QtBot) -> None:
    bar = ReviewBar()
    qtbot.addWidget(bar)
    assert bar.mark.text() == "Mark as seen"
    bar.show_seen(seen=True)
    assert bar.mark.text() == "Mark as not seen"
