"""A person finds quotations by who said them, how, and through how many mouths."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from tests.ui.choosing import choose, entries, open_menu, shown
from tests.ui.kit import (
    HALVEK,
    LONG,
    copy_of,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    pane_of,
    place,
    press,
    write,
)


def numbers(window: MainWindow, tab: Tab = Tab.QUOTATIONS) -> list[str]:
    """The short numbers of the rows that are shown."""
    model = list_of(window, tab).record_model()
    assert model is not None
    return [str(model.index(row, 0).data()) for row in range(model.rowCount()) if model.id_at(row)]


def test_what_the_duty_officer_said_as_others_relayed_it(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+4")
    bar = pane_of(window, Tab.QUOTATIONS).facets
    choose(bar, "speaker", "The duty officer")
    assert numbers(window) == ["Q5", "Q22", "Q30"]
    choose(bar, "hearsay", "relayed twice")
    assert numbers(window) == ["Q5"]
    assert pane_of(window, Tab.QUOTATIONS).count.text() == "1 of 38"
    assert "Write that the women's wing is empty" in page_of(window, Tab.QUOTATIONS).toPlainText()
    assert "Speaker: The duty officer (unnam… ▾" in shown(bar)
    QTest.mouseClick(bar.show_all, Qt.MouseButton.LeftButton)
    assert len(numbers(window)) == 38
    assert list_of(window, Tab.QUOTATIONS).hasFocus()
    assert place(window).record == "q-officer-wing"


def test_everything_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+4", "Ctrl+Shift+F")
    write("nurse")
    qtbot.waitUntil(lambda: len(numbers(window)) < 38)
    found = numbers(window)
    press("Tab")
    assert focused().accessibleName() == "Speaker: all"
    for _ in range(6):
        press("Tab")
    assert focused().accessibleName() == "Language: all"
    press("Down")
    menu = open_menu()
    assert entries(menu) == ["English (31)", "Russian (7)"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    both = numbers(window)
    assert set(both) < set(found)
    assert both != []
    window.activateWindow()
    qtbot.waitUntil(lambda: focused().accessibleName() == "Language: Russian", timeout=LONG)
    press("Ctrl+Shift+F", "Esc")
    qtbot.waitUntil(lambda: len(numbers(window)) == 7)


def test_choices_that_exclude_everything_are_named(window: MainWindow) -> None:
    go(window, Tab.QUOTATIONS)
    pane = pane_of(window, Tab.QUOTATIONS)
    choose(pane.facets, "mode", "paraphrase")
    choose(pane.facets, "hearsay", "relayed twice")
    choose(pane.facets, "language", "English")
    words = "Nothing matches Mode: paraphrase; Hearsay: relayed twice; Language: English."
    assert pane._empty.isVisible()
    assert pane._empty.text() == words


def test_a_link_leads_to_a_row_that_the_choices_hid(window: MainWindow) -> None:
    go(window, Tab.QUOTATIONS)
    choose(pane_of(window, Tab.QUOTATIONS).facets, "mode", "paraphrase")
    go(window, Tab.QUOTATIONS, "q-gate")
    assert list_of(window, Tab.QUOTATIONS).current_record() == "q-gate"
    assert len(numbers(window)) == 38


def test_parties_and_events_are_found_by_what_they_are(window: MainWindow) -> None:
    go(window, Tab.PARTIES)
    choose(pane_of(window, Tab.PARTIES).facets, "role", "witness")
    witnesses = numbers(window, Tab.PARTIES)
    assert "P5" in witnesses
    go(window, Tab.CHRONOLOGY)
    choose(pane_of(window, Tab.CHRONOLOGY).facets, "standing", "disputed")
    assert 0 < len(numbers(window, Tab.CHRONOLOGY)) < 68
    go(window, Tab.PARTIES)
    assert numbers(window, Tab.PARTIES) == witnesses


def test_after_reloading_all_rows_are_shown(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = open_in(qtbot, program, copy_of(HALVEK, tmp_path))
    press("Ctrl+4")
    before = window.desk.session.opened
    choose(pane_of(window, Tab.QUOTATIONS).facets, "mode", "paraphrase")
    press("Ctrl+R")
    qtbot.waitUntil(lambda: window.desk.session.opened is not before, timeout=LONG)
    assert len(numbers(window)) == 38
    assert "Show all" not in shown(pane_of(window, Tab.QUOTATIONS).facets)


@pytest.mark.parametrize("size", [100, 200])
def test_no_button_is_cut_in_a_small_window(window: MainWindow, size: int) -> None:
    window.resize(900, 600)
    for _ in range((size - 100) // 10):
        press("Ctrl++")
        deliver()
    go(window, Tab.QUOTATIONS)
    bar = pane_of(window, Tab.QUOTATIONS).facets
    deliver()
    seen = [one for one in (*bar.buttons.values(), bar.one_for_all) if one.isVisible()]
    assert seen
    assert all(bar.rect().contains(button.geometry()) for button in seen)
    assert all(button.width() >= button.sizeHint().width() for button in seen)
    assert window.height() == 600
