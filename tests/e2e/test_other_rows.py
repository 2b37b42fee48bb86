"""Rows come, go and are read again behind the reader: what he selected stays selected."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.model.dated import Date
from caseviewer.model.standpoint import Assumption
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.chronology_tab import ChronologyTab
from tests.model.known import day
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    case_view,
    deliver,
    go,
    list_of,
    open_in,
    opened_sample,
    pane_of,
    place,
    press,
    tab_of,
    write,
)

LISTS = [tab for tab in Tab if tab is not Tab.OVERVIEW]


def ids(window: MainWindow, tab: Tab) -> list[str]:
    model = list_of(window, tab).record_model()
    assert model is not None
    return [name for row in range(model.rowCount()) if (name := model.id_at(row))]


@pytest.mark.parametrize("start", range(0, 24, 4))
def test_the_selected_row_stays_when_the_program_has_found_more(
    qtbot: QtBot, program: Program, start: int
) -> None:
    window = open_in(qtbot, program, HALVEK)
    session = window.desk.session
    whole = session.whole
    assert whole is not None
    session.swap_in(replace(whole, reviewed=None))
    go(window, Tab.REVIEW)
    record = ids(window, Tab.REVIEW)[start]
    list_of(window, Tab.REVIEW).select_record(record)
    few = len(ids(window, Tab.REVIEW))
    session.show_checks(whole)
    assert len(ids(window, Tab.REVIEW)) > few
    assert place(window).record == record
    assert list_of(window, Tab.REVIEW).current_record() == record


def test_tabs_behind_are_filled_anew_when_they_come_to_the_front(window: MainWindow) -> None:
    for tab in LISTS:
        go(window, tab)
        press("End")
    session = window.desk.session
    go(window, Tab.CHRONOLOGY)
    session.take(replace(session.standpoint, as_at=day("2016-03-20")))
    deadline = Assumption("d-asylum-appeal", start=Date(edtf="2016-01-01"))
    session.take(session.standpoint.assuming(deadline))
    session.take(replace(session.standpoint, as_at=None))
    session.take(session.standpoint.assuming(deadline))
    for tab in LISTS:
        go(window, tab)
        assert list_of(window, tab).current_record() == place(window).record != ""
    assert len(ids(window, Tab.CHRONOLOGY)) == 68 + 9


def test_a_filter_ends_with_its_case_though_its_tab_was_behind(
    qtbot: QtBot, program: Program
) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+3", "Ctrl+Shift+F")
    write("letter")
    deliver()
    tab = tab_of(window, Tab.CHRONOLOGY)
    assert isinstance(tab, ChronologyTab)
    before = tab.frame.timeline.view.scene()
    assert before is not None
    press("Ctrl+1")
    halvek = opened_sample(HALVEK)
    window.desk.show_case(halvek)
    window.desk.session.show_checks(halvek.with_checks())
    QTest.mouseClick(
        case_view(window).tabs.tabBar(),
        Qt.MouseButton.LeftButton,
        pos=case_view(window).tabs.tabBar().tabRect(2).center(),
    )
    deliver()
    assert pane_of(window, Tab.CHRONOLOGY).filter.text() == ""
    assert len(ids(window, Tab.CHRONOLOGY)) == 68 + 9
    scene = tab.frame.timeline.view.scene()
    assert scene is not None
    assert scene.scale != before.scale
    anew = open_in(qtbot, program, HALVEK)
    press("Ctrl+3")
    fresh = tab_of(anew, Tab.CHRONOLOGY)
    assert isinstance(fresh, ChronologyTab)
    first = fresh.frame.timeline.view.scene()
    assert first is not None
    assert scene.scale == first.scale
