import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Target
from caseviewer.search.hits import Hit
from caseviewer.search.library.store import IndexUnusableError, user_store
from caseviewer.search.library.values import Ending, Progress, Refreshed, Step
from caseviewer.ui import messages
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.dialogs.shortcuts import shortcuts_page
from caseviewer.ui.library import window as window_module
from caseviewer.ui.library.window import LibraryWindow
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.widgets.page_dialog import PageDialog
from tests.search.library.rows import HERE
from tests.ui.kit import LONG, delete_later, deliver, focused, press, write
from tests.ui.library.shelf import READING, Shelf
from tests.ui.some_windows import SomeWindows


class Opened:
    """A window of the library, in front of all others."""

    def __init__(self, qtbot: QtBot, preferences: Preferences, shelf: Shelf) -> None:
        self.qtbot, self.shelf = qtbot, shelf
        self.step = threading.Event()
        shelf.wait = lambda: self.step.wait(LONG / 1000)
        self.windows = SomeWindows()
        self.window = LibraryWindow(self.windows, preferences, shelf)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=LONG)
        qtbot.waitUntil(lambda: self.window._state is not None, timeout=LONG)

    def settle(self) -> None:
        self.step.set()
        for _ in range(4):
            deliver()
            wait_for_all()
            deliver()

    def offered(self, name: str) -> bool:
        return self.window.menus.actions[name].isEnabled()

    @property
    def refreshes(self) -> int:
        return self.shelf.asked.count("refresh")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def opened(qtbot: QtBot, preferences: Preferences, shelf: Shelf) -> Iterator[Opened]:
    made = Opened(qtbot, preferences, shelf)
    made.settle()
    yield made
    made.settle()
    made.window.close()


@pytest.fixture
def first_time(qtbot: QtBot, preferences: Preferences) -> Iterator[Opened]:
    made = Opened(qtbot, preferences, Shelf((), folders=()))
    made.settle()
    yield made
    made.settle()
    made.window.close()


def test_it_opens_with_the_cursor_in_the_search_and_refreshes_by_itself(opened: Opened) -> None:
    assert opened.window.windowTitle() == "Library – Case Viewer"
    assert focused() is opened.window.view.head.field
    assert opened.refreshes == 1
    assert opened.window.notice.text == ""
    assert opened.window.indexing.isHidden()


def test_every_action_does_something_and_is_on_the_sheet(opened: Opened) -> None:
    assert set(opened.window._handlers) == {spec.name for spec in LIBRARY_ACTIONS}
    press("F1")
    (sheet,) = opened.window.findChildren(PageDialog)
    assert "Ctrl+F: Search all cases" in sheet.page_view.toPlainText().replace("\n", ": ")
    assert sheet.page_view.page != shortcuts_page()
    sheet.close()
    delete_later()


def test_a_reader_searches_and_opens_a_case_at_the_hit_by_keys_alone(opened: Opened) -> None:
    press("F6")
    press("Ctrl+F")
    write("kazakhstan")
    opened.settle()
    press("Down", "F3", "Shift+F3", "Return")
    asked = opened.windows.asked[-1]
    assert isinstance(asked, tuple)
    assert asked[0] == HERE.path
    assert isinstance(asked[1], Hit)
    press("Esc")
    assert focused() is opened.window.view.pane.list
    press("Ctrl+L")
    assert focused() is opened.window.view.head.field
    press("Shift+F6")
    assert focused() is opened.window.view.pane.preview
    press("Ctrl+Return")
    assert opened.windows.asked[-1] == (HERE.path, Target())


def test_cases_are_listed_anew_on_request(opened: Opened) -> None:
    opened.shelf.rows = (HERE,)
    press("F5")
    opened.settle()
    assert opened.refreshes == 2
    assert opened.window.view._model.rows == (HERE,)


def test_files_are_asked_for_and_opened_elsewhere(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_for_file", lambda _: "/cases/one.case.json")
    monkeypatch.setattr(messages, "ask_for_folder", lambda _: "")
    press("Ctrl+O")
    press("Ctrl+Shift+O")
    press("Ctrl+N")
    press("Ctrl++")
    press("Ctrl+Q")
    assert opened.windows.asked == [["/cases/one.case.json"], "new", "look", "quit"]


# The first time, and when it is off


def test_the_first_time_it_says_what_it_does_and_indexes_nothing(
    first_time: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = first_time.window
    words = window.welcome.page_view.toPlainText()
    assert str(user_store().path) in words
    assert focused() is window.welcome.button
    assert first_time.refreshes == 0
    assert first_time.offered("add_folder")
    assert not first_time.offered("erase")
    assert not first_time.offered("find")
    monkeypatch.setattr(messages, "ask_for_library_folder", lambda _: str(tmp_path))
    first_time.shelf.rows = (HERE,)
    press("Return")
    first_time.settle()
    assert first_time.shelf.asked[0] == ("add", str(tmp_path))
    assert first_time.refreshes == 1
    assert window._stack.currentWidget() is window.view
    assert focused() is window.view.head.field
    assert window.view._model.rows == (HERE,)


def test_it_is_switched_off_and_on(opened: Opened) -> None:
    window = opened.window
    assert window.menus.actions["use"].isChecked()
    press("Ctrl+U")
    opened.settle()
    assert ("switch", False) in opened.shelf.asked
    assert "The library is off" in window.welcome.page_view.toPlainText()
    assert not window.menus.actions["use"].isChecked()
    assert not opened.offered("add_folder")
    assert not opened.offered("refresh")
    assert not window._forget.actions()
    assert opened.refreshes == 1
    assert window.welcome.button.text() == "Use the library"
    press("Return")
    opened.settle()
    assert opened.refreshes == 2
    assert window._stack.currentWidget() is window.view


# What the reader decides


def test_a_folder_is_forgotten_from_the_menu_and_added_again(opened: Opened) -> None:
    window = opened.window
    entries = {action.text(): action for action in window._forget.actions()}
    assert set(entries) == {"cases", "disk"}
    entries["disk"].trigger()
    opened.settle()
    assert ("forget", "/media/disk") in opened.shelf.asked
    assert window.notice.text.startswith("“disk” is forgotten")
    assert [action.text() for action in window._forget.actions()] == ["cases"]
    assert opened.refreshes == 1
    window.notice._act.click()
    opened.settle()
    assert ("add", "/media/disk") in opened.shelf.asked
    assert opened.refreshes == 2


def test_the_index_is_erased_after_a_question_and_not_made_anew_by_itself(opened: Opened) -> None:
    press("Ctrl+Shift+Del")
    assert "4 cases" in opened.window.notice.text
    assert focused() is opened.window.notice._act
    press("Space")
    opened.settle()
    assert "erase" in opened.shelf.asked
    assert opened.refreshes == 1
    assert opened.window.view._model.rows == ()
    press("Esc")


def test_a_question_about_an_index_that_is_not_known_is_not_asked(opened: Opened) -> None:
    opened.window._state = None
    opened.window.do("erase")
    assert opened.window.notice.text == ""


# Indexing


def test_an_indexing_is_paused_and_stopped_by_keys(
    qtbot: QtBot, preferences: Preferences, shelf: Shelf
) -> None:
    shelf.steps = READING
    opened = Opened(qtbot, preferences, shelf)
    window = opened.window
    qtbot.waitUntil(window.indexing.isVisible, timeout=LONG)
    assert opened.offered("pause")
    assert not opened.offered("refresh")
    press("Ctrl+P")
    assert window.indexer.paused
    assert window.menus.actions["pause"].isChecked()
    assert window.indexing.pause.text() == "Go on"
    press("Ctrl+P")
    assert not window.indexer.paused
    press("Ctrl+.")
    opened.step.set()
    qtbot.waitUntil(lambda: not window.indexer.busy, timeout=LONG)
    assert window.notice.text.startswith("Indexing was stopped")
    assert window.indexing.isHidden()
    assert opened.offered("refresh")
    assert not opened.offered("stop")
    opened.settle()
    window.close()


def test_while_there_is_nothing_to_list_cases_are_listed_as_they_come(
    qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_module, "_LIST_AGAIN_S", 0)
    shelf = Shelf((), folders=("/cases",))
    shelf.steps = READING
    opened = Opened(qtbot, preferences, shelf)
    window = opened.window
    qtbot.waitUntil(lambda: window.indexer.busy, timeout=LONG)
    assert "as soon as some are read" in window.view.pane.empty.toPlainText()
    shelf.rows = (HERE,)
    window.indexer.progressed.emit(Progress(Step.READING, 1, 40))
    qtbot.waitUntil(lambda: window.view.has_cases, timeout=LONG)
    shelf.rows = (HERE, HERE)
    window.indexer.progressed.emit(Progress(Step.READING, 2, 40))
    wait = threading.Event()
    assert not wait.wait(0.05)
    deliver()
    assert window.view._model.rows == (HERE,)
    opened.settle()
    window.close()


def test_a_window_that_closes_ends_an_indexing_soon(
    qtbot: QtBot, preferences: Preferences, shelf: Shelf
) -> None:
    shelf.steps = READING
    opened = Opened(qtbot, preferences, shelf)
    qtbot.waitUntil(lambda: opened.window.indexer.busy, timeout=LONG)
    press("Ctrl+W")
    assert opened.window.isHidden()
    opened.step.set()
    assert wait_for_all(2_000)
    assert preferences.get("library_size") == [opened.window.width(), opened.window.height()]


def test_what_should_be_known_of_an_index_is_told_once(
    qtbot: QtBot, preferences: Preferences, shelf: Shelf
) -> None:
    shelf.told = ("The index was damaged and is made anew.",)
    opened = Opened(qtbot, preferences, shelf)
    opened.settle()
    assert opened.window.notice.text == "The index was damaged and is made anew."
    opened.window.notice.put_away()
    opened.window.list_again()
    opened.settle()
    assert opened.window.notice.text == ""
    opened.window.close()


def test_an_index_that_is_damaged_is_told_and_made_anew(
    qtbot: QtBot, preferences: Preferences, shelf: Shelf
) -> None:
    shelf.damaged = "The index was damaged, and is made anew from the cases."
    shelf.told = (shelf.damaged,)
    opened = Opened(qtbot, preferences, shelf)
    opened.settle()
    assert opened.window.notice.text == shelf.told[0]
    assert opened.refreshes == 1
    assert opened.window.view.has_cases
    opened.window.close()


def test_an_index_that_cannot_be_asked_any_more_can_be_refreshed(opened: Opened) -> None:
    opened.shelf.error = IndexUnusableError("The index was damaged.")
    opened.window.list_again()
    opened.settle()
    assert opened.window.notice.text == "The index was damaged."
    opened.shelf.error = None
    opened.window.notice._act.click()
    opened.settle()
    assert opened.refreshes == 2


def test_faults_of_the_program_are_told(opened: Opened) -> None:
    opened.shelf.error = RuntimeError("ours")
    opened.window.list_again()
    opened.settle()
    assert "RuntimeError" in opened.window.notice.text


def test_cases_that_could_not_be_read_are_led_to(opened: Opened) -> None:
    opened.shelf.refreshed = Refreshed(Ending.DONE, broken=1, told=("It is torn.",))
    press("F5")
    opened.settle()
    opened.window.notice._act.click()
    assert opened.window.view.pane.list.current_record() == "3"


# Look


def test_the_colours_in_use_are_marked_and_the_page_grows_with_the_text(
    first_time: Opened, preferences: Preferences
) -> None:
    window = first_time.window
    preferences.set("scheme", "dark")
    width = window.welcome._page.width()
    font = window.font()
    font.setPointSizeF(2 * font.pointSizeF())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window.welcome.setFont(font)
    window.look_changed()
    assert window.menus.actions["scheme_dark"].isChecked()
    assert window.welcome._page.width() > 1.5 * width


def test_a_folder_at_the_root_has_a_name(opened: Opened) -> None:
    assert window_module._short_path("/") == "/"
