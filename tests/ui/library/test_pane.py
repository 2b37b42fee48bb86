from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui.library.pane import LibraryPane
from tests.ui.kit import bring_to_front_widget


def made(qtbot: QtBot, width: int = 1_200, height: int = 600) -> LibraryPane:
    pane = LibraryPane()
    qtbot.addWidget(pane)
    pane.resize(width, height)
    bring_to_front_widget(qtbot, pane)
    return pane


def front(pane: LibraryPane) -> QWidget:
    return pane.front


def test_one_of_list_hits_and_words_is_in_front(qtbot: QtBot) -> None:
    pane = made(qtbot)
    pane.show_hits()
    assert front(pane) is pane.hits
    pane.show_nothing("Nothing matches <b>.", "412 cases were searched.")
    assert front(pane) is pane.empty
    assert "Nothing matches <b>.\n412 cases" in pane.empty.toPlainText()
    pane.show_list()
    assert front(pane) is pane.list


def test_it_is_told_how_much_is_shown(qtbot: QtBot) -> None:
    pane = made(qtbot)
    pane.tell("12 of 412", "")
    assert pane.count.text() == "12 of 412"
    assert pane.told.isHidden()
    pane.tell("", "Something to know.")
    assert pane.told.isVisible()
    assert pane.told.text() == "Something to know."


def test_the_preview_stands_beside_the_list_and_below_it_where_it_is_narrow(qtbot: QtBot) -> None:
    pane = made(qtbot)
    assert pane._splitter.orientation() is Qt.Orientation.Horizontal
    assert pane.preview.x() > 0 or pane.preview.pos().x() > pane.list.width() // 2
    pane.resize(500, 600)
    assert pane._splitter.orientation() is Qt.Orientation.Vertical


def test_facets_take_one_line_where_lines_are_few(qtbot: QtBot) -> None:
    pane = made(qtbot, height=160)
    assert pane.facets._tight
    pane.resize(1_200, 700)
    assert not pane.facets._tight


def test_the_room_is_shared_as_it_was_left(qtbot: QtBot) -> None:
    pane = made(qtbot)
    told: list[list[float]] = []
    pane.shares_changed.connect(told.append)
    pane.share([0.5, 0.5])
    qtbot.waitUntil(lambda: abs(pane._splitter.sizes()[0] - pane._splitter.sizes()[1]) < 10)
    pane.share([0.3])
    assert pane._shares == [0.5, 0.5]
    handle = pane._splitter.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + middle * 0)
    pane._splitter.moveSplitter(pane._splitter.sizes()[0] + 100, 1)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    assert told
    assert told[-1][0] > 0.5


def test_in_a_low_window_the_list_has_room_for_a_few_rows(qtbot: QtBot) -> None:
    pane = made(qtbot, width=500, height=360)
    assert pane._splitter.sizes()[0] >= pane.list.fewest_height()
    pane._splitter.moveSplitter(100, 1)
    pane.resize(500, 370)
    assert pane._splitter.sizes()[0] < pane.list.fewest_height() + 40


def test_it_is_told_how_many_columns_fit(qtbot: QtBot) -> None:
    pane = made(qtbot)
    told: list[int] = []
    pane.columns_fitting.connect(told.append)
    pane.resize(500, 600)
    pane.resize(510, 600)
    pane.resize(1_200, 600)
    assert len(told) == len(set(told)) == 2
    assert told[0] < told[1]
