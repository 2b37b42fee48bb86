"""A deadline, explained; another start and another rule, chosen by the reader (job 8)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.chronology_tab import ChronologyTab
from caseviewer.ui.widgets.deadline_bar import DeadlineBar
from tests.ui.choosing import click_entry, open_menu
from tests.ui.kit import ABDUSSAMATOV, case_view, go, list_of, open_in, page_of, tab_of

FILE_SAYS = "30 August to 24 September 2012; start not stated"


def bar(window: MainWindow) -> DeadlineBar:
    tab = tab_of(window, Tab.CHRONOLOGY)
    assert isinstance(tab, ChronologyTab)
    return tab.deadline_bar


def choose(button: QPushButton, entry: str) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    click_entry(open_menu(), entry)


def row_of_the_deadline(window: MainWindow) -> list[str]:
    model = list_of(window, Tab.CHRONOLOGY).record_model()
    assert model is not None
    row = next(at for at in range(model.rowCount()) if model.id_at(at) == "response")
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def test_a_deadline_is_explained_and_recounted(qtbot: QtBot, program: Program) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    header = case_view(window).header.toPlainText()
    go(window, Tab.CHRONOLOGY, "response")
    text = page_of(window, Tab.CHRONOLOGY).toPlainText()
    assert FILE_SAYS in text
    assert "26 June 2012 + 90 days = Monday 24 September 2012" in text
    assert "window over; no reply recorded in this file" in text
    assert "Today, " in text
    assert FILE_SAYS in row_of_the_deadline(window)

    choose(bar(window).start, "E6 the letter")
    choose(bar(window).rule, "clear days")
    mine = "31 August to 25 September 2012; your assumption: counted from E6, by clear days"
    text = page_of(window, Tab.CHRONOLOGY).toPlainText()
    assert mine in text
    assert FILE_SAYS in text
    assert mine in row_of_the_deadline(window)
    go(window, Tab.OVERVIEW)
    assert mine in page_of(window, Tab.OVERVIEW).toPlainText()
    assert case_view(window).header.toPlainText() == header

    go(window, Tab.CHRONOLOGY, "response")
    QTest.mouseClick(bar(window).reset, Qt.MouseButton.LeftButton)
    assert FILE_SAYS in row_of_the_deadline(window)
    assert "your assumption" not in page_of(window, Tab.CHRONOLOGY).toPlainText()
