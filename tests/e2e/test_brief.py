"""Quotations copied for a brief, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.quotations_tab import QuotationsTab
from caseviewer.ui.widgets.brief_bar import BriefBar
from tests.e2e.citing import STYLE, told
from tests.formatting.test_brief import EXPECTED
from tests.ui.choosing import click_entry, open_menu
from tests.ui.kit import ABDUSSAMATOV, clipboard, focused, go, list_of, open_in, press, tab_of

pytestmark = pytest.mark.usefixtures("something_before")


def bar(window: MainWindow) -> BriefBar:
    tab = tab_of(window, Tab.QUOTATIONS)
    assert isinstance(tab, QuotationsTab)
    return tab.bar


def test_the_key_copies_the_selected_quotation(small_window: MainWindow) -> None:
    press("Ctrl+4", "Ctrl+Alt+C")
    assert clipboard().text() == EXPECTED["Q1"]
    assert "<i>UN Rebuke for Kazakstan Over Refugee Return</i>" in clipboard().html()
    assert small_window.notice.text == (
        f"Copied: Q1 (for a brief, {STYLE}). To know: no web address, paragraphs counted;"
        " S1, paragraph 10: not checked against the document."
    )
    press("Down", "Down", "Ctrl+Alt+C")
    assert clipboard().text() == EXPECTED["Q3"]
    press("Shift+Down", "Ctrl+Alt+C")
    assert clipboard().text() == f"{EXPECTED['Q3']}\n\n{EXPECTED['Q4']}"


def test_the_button_copies_with_the_parts_that_are_chosen_and_remembered(
    qtbot: QtBot, program: Program, small_window: MainWindow
) -> None:
    press("Ctrl+4")
    QTest.mouseClick(bar(small_window).parts, Qt.MouseButton.LeftButton)
    menu = open_menu()
    click_entry(menu, "[sic]")
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    QTest.mouseClick(bar(small_window).button, Qt.MouseButton.LeftButton)
    assert clipboard().text() == EXPECTED["Q1"].replace(" [sic]", "")
    program.new_window()
    other = open_in(qtbot, program, ABDUSSAMATOV)
    other.desk.citing.stop()
    go(other, Tab.QUOTATIONS)
    assert bar(other).parts.accessibleName() == "Parts that are copied: changed"


def test_escape_leads_from_the_parts_to_the_list(small_window: MainWindow) -> None:
    press("Ctrl+4")
    bar(small_window).parts.setFocus()
    QApplication.processEvents()
    press("Esc")
    assert focused() is list_of(small_window, Tab.QUOTATIONS)


def test_a_quotation_that_is_marked_in_its_document_is_copied(
    qtbot: QtBot, small_window: MainWindow
) -> None:
    go(small_window, Tab.DOCUMENTS, "q-zhovtis-obligation")
    press("Ctrl+Alt+C")
    told(qtbot, small_window, "Copied: Q3 (for a brief")
    assert clipboard().text() == EXPECTED["Q3"]


@pytest.mark.parametrize("keys", ["Ctrl+1", "Ctrl+2", "Ctrl+5"])
def test_where_no_quotation_is_selected_a_word_says_so(small_window: MainWindow, keys: str) -> None:
    press(keys, "Ctrl+Alt+C")
    assert small_window.notice.text == "No quotation is selected; nothing was copied."
    assert clipboard().text() == "before"
