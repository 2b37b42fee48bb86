from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab, Target
from caseviewer.search.library import library as library_module
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.library.window import LibraryWindow
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    bring_to_front,
    delete_later,
    deliver,
    open_in,
    press,
    running,
)
from tests.ui.library.shelf import Shelf


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    made = Shelf()
    monkeypatch.setattr(library_module, "Library", lambda: made)
    return made


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path, shelf: Shelf) -> Iterator[Program]:
    with running(qapp, tmp_path / "preferences") as program:
        yield program


def library_of(program: Program) -> LibraryWindow:
    window = program.library.window
    assert window is not None
    return window


def settle() -> None:
    for _ in range(4):
        wait_for_all()
        deliver()


def test_the_library_opens_with_one_key_from_the_start_page_and_from_a_case(
    qtbot: QtBot, made: Program
) -> None:
    empty = made.new_window()
    with qtbot.waitSignal(empty.painted, timeout=LONG):
        pass
    bring_to_front(qtbot, empty)
    press("Ctrl+L")
    window = library_of(made)
    assert window.isVisible()
    case = open_in(qtbot, made, HALVEK)
    bring_to_front(qtbot, case)
    press("Ctrl+L")
    assert library_of(made) is window
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)


def test_the_start_page_says_how_many_cases_there_are_and_leads_there(
    qtbot: QtBot, made: Program
) -> None:
    empty = made.new_window()
    qtbot.waitUntil(lambda: "4 cases" in empty.start_page._library.text(), timeout=LONG)
    empty.start_page._library.click()
    assert library_of(made).isVisible()


def test_of_a_case_on_screen_nothing_is_counted(
    qtbot: QtBot, made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_in(qtbot, made, HALVEK)
    settle()
    counted: list[bool] = []
    monkeypatch.setattr(made.library, "count", lambda: counted.append(True))
    made._count_for(window)
    assert counted == []
    made._count_for(made.new_window())
    assert counted == [True]


def test_a_case_opens_in_the_window_that_shows_it_an_empty_one_or_a_new_one(
    qtbot: QtBot, made: Program
) -> None:
    empty = made.new_window()
    made.open_at(str(ABDUSSAMATOV), Target(tab=Tab.CHRONOLOGY))
    assert made.windows == [empty]
    made.open_at(str(ABDUSSAMATOV), Target(tab=Tab.QUOTATIONS))
    assert made.windows == [empty]
    qtbot.waitUntil(lambda: empty.desk.session.opened is not None, timeout=LONG)
    assert empty.desk.session.location.tab is Tab.QUOTATIONS
    made.open_at(str(HALVEK), Target("p-korr"))
    assert len(made.windows) == 2
    other = made.windows[1]
    qtbot.waitUntil(lambda: other.desk.session.location.record == "p-korr", timeout=LONG)
    made.open_at(str(ABDUSSAMATOV / "case.json"), Target(tab=Tab.PARTIES))
    assert len(made.windows) == 2
    assert str(empty.desk.session.location.tab) == "parties"
    qtbot.waitUntil(empty.isActiveWindow, timeout=LONG)


def test_a_case_that_was_opened_anywhere_is_noted(
    qtbot: QtBot, made: Program, shelf: Shelf
) -> None:
    open_in(qtbot, made, HALVEK)
    settle()
    assert ("opened", str(HALVEK / "case.json")) in shelf.asked


def test_the_look_changes_in_the_library_too(made: Program) -> None:
    made.show_library()
    made.preferences.set("scheme", "dark")
    made.apply_look()
    assert library_of(made).menus.actions["scheme_dark"].isChecked()


def test_quitting_closes_the_library_and_leaves_nothing_behind(made: Program) -> None:
    made.new_window()
    made.show_library()
    window = library_of(made)
    made.quit()
    assert window.isHidden()
    settle()
    delete_later()
    assert made.library.window is None
    assert made.windows == []
