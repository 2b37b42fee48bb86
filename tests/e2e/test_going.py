"""A person goes to a record, a tab or an action by typing what it is called."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.commands import search_reading
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.preferences import TEXT_SIZES
from caseviewer.ui.session import Location
from caseviewer.ui.widgets.go_to_popup import GoToPopup
from caseviewer.ui.widgets.page_dialog import PageDialog
from tests import builders
from tests.e2e.finding import frame
from tests.ui.kit import (
    ABDUSSAMATOV,
    LONG,
    bring_to_front,
    case_view,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    pane_of,
    place,
    press,
    shows_tabs,
    wait_for_checks,
    write,
)


def popup(window: MainWindow) -> GoToPopup:
    found = window.findChild(GoToPopup)
    assert isinstance(found, GoToPopup)
    return found


def rows(window: MainWindow) -> list[str]:
    model = popup(window).goals
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def ask(qtbot: QtBot, window: MainWindow, words: str) -> list[str]:
    """Open the popup and type; gives what fits."""
    press("Ctrl+K")
    write(words)
    settle(qtbot, window)
    return rows(window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    commands = window.desk.finding.go_to

    def answered() -> bool:
        QApplication.processEvents()
        return commands._answered == popup(window).field.text() and not commands._is_waiting()

    qtbot.waitUntil(answered, timeout=LONG)


def test_a_number_leads_to_its_record(qtbot: QtBot, window: MainWindow) -> None:
    opened = window.desk.session.opened
    assert opened is not None
    found = ask(qtbot, window, "e7")
    assert found[0].startswith("E7, ")
    press("Return")
    item = opened.index.by_short("E7")
    assert item is not None
    assert place(window) == Location(Tab.CHRONOLOGY, item.id)
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    assert popup(window).isHidden()


def test_a_passage_is_gone_to_as_well(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "T5")
    press("Return")
    opened = window.desk.session.opened
    assert opened is not None
    assert opened.index.short(place(window).record) == "T5"
    assert place(window).tab is Tab.CITATIONS


def test_words_of_a_title_lead_to_a_record(qtbot: QtBot, window: MainWindow) -> None:
    found = ask(qtbot, window, "supr court")
    assert "Supreme Court of Valdrasia" in found[0]
    assert found[0].endswith("party")
    press("Return")
    assert place(window).tab is Tab.PARTIES


def test_a_tab_and_an_action_tell_their_shortcuts(qtbot: QtBot, window: MainWindow) -> None:
    found = ask(qtbot, window, "pa")
    assert found[0] == "Parties, tab · Ctrl+2"
    assert found[1] == "Parties as list or picture, action · Ctrl+Shift+G"
    press("Return")
    assert place(window).tab is Tab.PARTIES
    assert focused() is list_of(window, Tab.PARTIES)


def test_an_action_is_done(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "keyboard")
    press("Return")
    dialog = window.findChild(PageDialog)
    assert isinstance(dialog, PageDialog)
    dialog.close()
    bring_to_front(qtbot, window)
    go(window, Tab.PARTIES)
    ask(qtbot, window, "filter the")
    press("Return")
    assert focused() is pane_of(window, Tab.PARTIES).filter
    ask(qtbot, window, "full screen")
    press("Return")
    assert window.isFullScreen()
    ask(qtbot, window, "full screen")
    press("Return")
    assert not window.isFullScreen()


def test_what_cannot_be_done_now_says_so_and_is_passed_over(
    qtbot: QtBot, window: MainWindow
) -> None:
    found = ask(qtbot, window, "for")
    assert "Forward, action, not now · Alt+Right" in found
    gone_over = set()
    for _ in range(2 * len(found)):
        goal = popup(window).goal
        assert goal is not None
        assert goal.is_offered
        gone_over.add(goal.name)
        press("Down")
    assert "forward" not in gone_over
    row = found.index("Forward, action, not now · Alt+Right")
    spot = popup(window).list.visualRect(popup(window).goals.index(row, 0)).center()
    before = place(window)
    QTest.mouseClick(popup(window).list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not popup(window).isHidden()
    assert place(window) == before


def test_a_click_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "review")
    spot = popup(window).list.visualRect(popup(window).goals.index(0, 0)).center()
    QTest.mouseClick(popup(window).list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert place(window).tab is Tab.REVIEW


def test_esc_gives_the_keys_back(qtbot: QtBot, window: MainWindow) -> None:
    go(window, Tab.PARTIES)
    before, there = focused(), place(window)
    ask(qtbot, window, "court")
    press("Down", "Down", "Up", "Esc")
    assert popup(window).isHidden()
    assert focused() is before
    assert place(window) == there


def test_enter_waits_for_what_was_typed_before_it(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+K")
    write("E45")
    press("Return")
    qtbot.waitUntil(popup(window).isHidden, timeout=LONG)
    opened = window.desk.session.opened
    assert opened is not None
    assert opened.index.short(place(window).record) == "E45"


def test_the_popup_opens_from_every_field(qtbot: QtBot, window: MainWindow) -> None:
    for way in ("Ctrl+F", "Ctrl+Shift+F", "Ctrl+D", "Ctrl+6"):
        press("Ctrl+2", way, "Ctrl+K")
        assert focused() is popup(window).field, way
        press("Ctrl+K")  # once more does no harm
        assert focused() is popup(window).field
        press("Esc")
        assert popup(window).isHidden()


def test_a_click_elsewhere_puts_it_away(qtbot: QtBot, window: MainWindow) -> None:
    go(window, Tab.PARTIES)
    ask(qtbot, window, "court")
    QTest.mouseClick(list_of(window, Tab.PARTIES).viewport(), Qt.MouseButton.LeftButton)
    assert popup(window).isHidden()
    assert focused() is list_of(window, Tab.PARTIES)


def test_another_window_in_front_leaves_it_open(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    ask(qtbot, window, "court")
    other = open_in(qtbot, program, ABDUSSAMATOV)
    assert not popup(window).isHidden()
    other.close()
    deliver()
    bring_to_front(qtbot, window)
    assert not popup(window).isHidden()


def test_nothing_that_fits_is_said(qtbot: QtBot, window: MainWindow) -> None:
    assert ask(qtbot, window, "zzqx") == []
    assert popup(window).told.text().startswith("No record, tab or action")
    press("Return", "Down")
    assert not popup(window).isHidden()


def test_without_a_case_actions_are_offered(qtbot: QtBot, program: Program) -> None:
    window = program.new_window()
    bring_to_front(qtbot, window)
    qtbot.waitUntil(lambda: window._desk is not None, timeout=LONG)
    window.setFocus()
    press("Ctrl+K")
    write("overview")
    settle(qtbot, window)
    assert rows(window) == ["Overview, tab, not now · Ctrl+1"]
    assert popup(window).goal is None
    press("Return", "Down")
    assert not popup(window).isHidden()
    press("Ctrl+A", "Delete")
    write("larger")
    settle(qtbot, window)
    press("Return")
    assert program.preferences.get("text_size") == TEXT_SIZES[1]
    press("Ctrl+K")
    write("zzqx")
    settle(qtbot, window)
    assert popup(window).told.text() == "No tab and no action has these words."


def test_another_case_is_gone_about_in(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "halvek")
    opened = window.desk.session.opened
    window.open_path(str(ABDUSSAMATOV))
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    wait_for_checks(qtbot, window)
    if not popup(window).isHidden():
        press("Esc")
    found = ask(qtbot, window, "P17")
    assert found[0].startswith("P17, Kazakstan Bureau")


def test_while_records_are_read_tabs_and_actions_are_there(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_reading, "BESIDE", 0)  # as of a long case
    window = open_in(qtbot, program, builders.write(tmp_path, builders.bundle()))
    press("Ctrl+K")
    write("woman")
    deliver()
    assert rows(window) == []
    assert popup(window).told.text() == "The records are being read…"
    press("Return")
    assert place(window).tab is Tab.OVERVIEW
    qtbot.waitUntil(popup(window).isHidden, timeout=LONG)
    assert place(window) == Location(Tab.PARTIES, "woman")


def test_going_somewhere_brings_the_tabs_where_hits_stood_in_their_place(
    qtbot: QtBot, program: Program
) -> None:
    program.preferences.set("window_size", [900, 600])
    window = open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+F")
    assert not shows_tabs(frame(window))
    ask(qtbot, window, "P17")
    press("Return")
    assert shows_tabs(frame(window))
    assert focused() is list_of(window, Tab.PARTIES)


@pytest.mark.parametrize("size", [(1_280, 800), (900, 600)])
def test_large_letters_in_a_small_window_leave_the_popup_within_it(
    qtbot: QtBot, program: Program, size: tuple[int, int]
) -> None:
    program.preferences.set("text_size", TEXT_SIZES[-1])
    program.apply_look()
    program.preferences.set("window_size", list(size))
    window = open_in(qtbot, program, ABDUSSAMATOV)
    ask(qtbot, window, "a")
    deliver()
    assert window.rect().contains(popup(window).geometry())
    window.resize(size[0] - 100, size[1] - 50)
    deliver()
    assert window.rect().contains(popup(window).geometry())
    assert case_view(window).isVisible()


def test_a_hostile_title_is_told_letter_by_letter(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    name = '<img src="/dev/zero">\u202e12/34 & Co'
    stranger = {"id": "stranger", "kind": "person", "identity": "named", "name": name}
    case = builders.bundle(parties=[*builders.bundle()["parties"], stranger])
    window = open_in(qtbot, program, builders.write(tmp_path, case))
    (found,) = ask(qtbot, window, "zero")
    assert '<img src="/dev/zero">⟨U+202E⟩12/34 & Co' in found
    popup(window).grab()
    press("Return")
    assert place(window).record == "stranger"
