"""What a key puts away in one window stays in another until it is put away there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.chronology_tab import ChronologyTab
from caseviewer.ui.views.parties_tab import PartiesTab
from tests.ui.kit import HALVEK, bring_to_front, deliver, list_of, open_in, press, tab_of


def has_timeline(window: MainWindow) -> bool:
    tab = tab_of(window, Tab.CHRONOLOGY)
    assert isinstance(tab, ChronologyTab)
    return tab.frame.timeline.isVisible()


def parties(window: MainWindow) -> PartiesTab:
    tab = tab_of(window, Tab.PARTIES)
    assert isinstance(tab, PartiesTab)
    return tab


def two(qtbot: QtBot, program: Program, key: str) -> tuple[MainWindow, MainWindow]:
    first = open_in(qtbot, program, HALVEK)
    press(key)
    second = open_in(qtbot, program, HALVEK)
    press(key)
    return first, second


def test_the_timeline_is_toggled_as_the_window_shows_it(qtbot: QtBot, program: Program) -> None:
    first, second = two(qtbot, program, "Ctrl+3")
    press("Ctrl+T")
    assert (has_timeline(first), has_timeline(second)) == (True, False)
    bring_to_front(qtbot, first)
    marks = [window.menus.actions["timeline"] for window in (first, second)]
    press("Ctrl+2", "Ctrl+3")
    assert [mark.isChecked() for mark in marks] == [True, False]
    press("Ctrl+T")
    assert (has_timeline(first), has_timeline(second)) == (False, False)
    assert [mark.isChecked() for mark in marks] == [False, False]
    press("Ctrl+T")
    assert (has_timeline(first), has_timeline(second)) == (True, False)


def test_the_parties_change_as_the_window_shows_them(qtbot: QtBot, program: Program) -> None:
    first, second = two(qtbot, program, "Ctrl+2")
    press("Ctrl+Shift+G")
    assert (parties(first).is_picture, parties(second).is_picture) == (False, True)
    bring_to_front(qtbot, first)
    press("Ctrl+Shift+F", "k", "Esc")
    deliver()
    assert list_of(first, Tab.PARTIES).isVisible()
    press("Ctrl+Shift+G")
    assert parties(first).diagram.isVisible()
    press("Ctrl+Shift+G")
    assert list_of(first, Tab.PARTIES).isVisible()
    assert parties(second).diagram.isVisible()
    bring_to_front(qtbot, second)
    QTest.mouseClick(parties(second).switch.list, Qt.MouseButton.LeftButton)
    assert list_of(second, Tab.PARTIES).isVisible()
