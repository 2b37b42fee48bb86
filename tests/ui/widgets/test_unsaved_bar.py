from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.unsaved_bar import UnsavedBar


def test_it_stands_as_long_as_there_are_words(qtbot: QtBot) -> None:
    bar = UnsavedBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.warn("<b>1</b> change is not saved.", has_text=True)
    assert not bar.isHidden()
    assert bar.words.text() == "<b>1</b> change is not saved."
    assert not bar.copy.isHidden()
    bar.warn("A star is not saved.", has_text=False)
    assert bar.copy.isHidden()
    bar.warn("", has_text=False)
    assert bar.isHidden()


def test_its_buttons_wish(qtbot: QtBot) -> None:
    bar = UnsavedBar()
    qtbot.addWidget(bar)
    wished: list[str] = []
    bar.again_wanted.connect(lambda: wished.append("again"))
    bar.copy_wanted.connect(lambda: wished.append("copy"))
    bar.warn("Not saved.", has_text=True)
    for button in (bar.again, bar.copy):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wished == ["again", "copy"]
