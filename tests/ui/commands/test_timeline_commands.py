from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui import messages
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.chronology_tab import ChronologyTab
from caseviewer.ui.widgets.timeline_frame import TimelineFrame
from tests.ui.kit import bring_to_front, case_view, focused, go, list_of, place, press

NO_PICTURE = "No picture is shown here. The tabs Parties and Chronology have one each."


def frame_of(window: MainWindow) -> TimelineFrame:
    tab = case_view(window).tab_view(Tab.CHRONOLOGY)
    assert isinstance(tab, ChronologyTab)
    return tab.frame


def answer(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(messages, "ask_where_to_save_picture", lambda *_: (path, ""))


def test_ctrl_t_puts_the_timeline_away_and_shows_it_again(
    window: MainWindow, program: Program
) -> None:
    go(window, Tab.CHRONOLOGY)
    action = window.menus.actions["timeline"]
    assert action.isChecked()
    press("Ctrl+T")
    assert frame_of(window).timeline.isHidden()
    assert not program.preferences.get("timeline")
    assert not action.isChecked()
    go(window, Tab.PARTIES)
    press("Ctrl+T")
    assert place(window).tab is Tab.CHRONOLOGY
    assert frame_of(window).timeline.isVisible()
    assert action.isChecked()


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG")])
def test_the_picture_is_written_where_the_reader_wants_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, start: bytes
) -> None:
    go(window, Tab.CHRONOLOGY)
    answer(monkeypatch, str(tmp_path / name))
    frame_of(window).timeline.buttons["save"].click()
    assert (tmp_path / name).read_bytes().startswith(start)
    assert window.notice.text == f"Saved: {name}."


def test_what_goes_wrong_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(window, Tab.CHRONOLOGY)
    answer(monkeypatch, str(tmp_path / "missing" / "a.svg"))
    press("Ctrl+Shift+T")
    assert window.notice.text == "“a.svg” could not be written: No such file or directory."


def test_a_question_that_is_left_writes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(window, Tab.CHRONOLOGY)
    answer(monkeypatch, "")
    before = sorted(tmp_path.rglob("*.svg"))
    press("Ctrl+Shift+T")
    assert sorted(tmp_path.rglob("*.svg")) == before


def test_without_a_picture_nothing_is_asked(window: MainWindow) -> None:
    go(window, Tab.CHRONOLOGY)
    press("Ctrl+T", "Ctrl+Shift+T")
    assert (
        window.notice.text
        == "No picture is shown here. The tabs Parties and Chronology have one each."
    )


def test_without_a_case_there_is_nothing_to_show(qtbot: QtBot, program: Program) -> None:
    window = program.new_window()
    bring_to_front(qtbot, window)
    window.desk.handlers["timeline"]()
    assert not program.preferences.get("timeline")
    window.desk.handlers["save_picture"]()
    assert (
        window.notice.text
        == "No picture is shown here. The tabs Parties and Chronology have one each."
    )


def test_picture_and_list_select_the_same_record(window: MainWindow) -> None:
    go(window, Tab.CHRONOLOGY)
    timeline = frame_of(window).timeline
    timeline.view.setFocus()
    QTest.keyClick(timeline.view, Qt.Key.Key_End)
    QTest.keyClick(timeline.view, Qt.Key.Key_Left)
    record = list_of(window, Tab.CHRONOLOGY).current_record()
    assert place(window).record == record
    sentence = timeline.view.accessibleName()
    QTest.keyClick(timeline.view, Qt.Key.Key_Escape)
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    press("Home")
    assert timeline.view.accessibleName() != sentence
    assert place(window).record == list_of(window, Tab.CHRONOLOGY).current_record()


def test_a_key_leads_to_the_timeline_from_anywhere(window: MainWindow) -> None:
    go(window, Tab.PARTIES)
    press("Ctrl+F6")
    assert focused() is frame_of(window).timeline.view
    press("Esc", "Ctrl+T")
    assert frame_of(window).timeline.isHidden()
    press("Ctrl+F6")
    assert focused() is frame_of(window).timeline.view


def test_without_a_case_no_key_leads_anywhere(qtbot: QtBot, program: Program) -> None:
    window = program.new_window()
    bring_to_front(qtbot, window)
    window.desk.handlers["focus_timeline"]()
    assert window.desk.session.opened is None
