"""What the program remembers from one start to the next, and what it does not."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.preferences import TEXT_SIZES
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    bring_to_front,
    go,
    list_of,
    open_in,
    pane_of,
    place,
    press,
    running,
)


def shares(window: MainWindow) -> list[float]:
    sizes = pane_of(window, Tab.PARTIES)._splitter.sizes()
    return [size / sum(sizes) for size in sizes]


def widths(window: MainWindow) -> list[int]:
    header = list_of(window, Tab.PARTIES).horizontalHeader()
    return [header.sectionSize(place) for place in range(header.count())]


def test_windows_look_the_same_after_a_restart(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path) as program:
        window = open_in(qtbot, program, HALVEK)
        window.resize(1_350, 820)
        go(window, Tab.PARTIES)
        header = list_of(window, Tab.PARTIES).horizontalHeader()
        header.resizeSection(1, header.sectionSize(1) + 70)
        header.resizeSection(2, header.sectionSize(2) - 70)
        splitter = pane_of(window, Tab.PARTIES)._splitter
        splitter.moveSplitter(700, 1)
        before = widths(window), shares(window)
        window.close()
    with running(qapp, tmp_path) as program:
        window = open_in(qtbot, program, HALVEK)
        assert (window.width(), window.height()) == (1_350, 820)
        assert place(window).tab is Tab.PARTIES
        qtbot.waitUntil(lambda: widths(window) == pytest.approx(before[0], abs=4))
        assert shares(window) == pytest.approx(before[1], abs=0.01)
        go(window, Tab.CHRONOLOGY)
        assert "chronology" not in program.preferences.get("columns")


def test_colours_and_size_of_text_change_in_all_windows_and_hold(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path) as program:
        windows = [open_in(qtbot, program, HALVEK), open_in(qtbot, program, ABDUSSAMATOV)]
        usual = windows[0].font().pointSizeF()
        press("Ctrl+Shift+D", "Ctrl++", "Ctrl++")
        for window in windows:
            assert window.font().pointSizeF() == pytest.approx(usual * TEXT_SIZES[2] / 100)
            assert window.palette().base().color().lightness() < 128
            assert window.menus.actions["scheme_dark"].isChecked()
    with running(qapp, tmp_path) as program:
        window = open_in(qtbot, program, ABDUSSAMATOV)
        assert window.font().pointSizeF() == pytest.approx(usual * TEXT_SIZES[2] / 100)
        assert window.palette().base().color().lightness() < 128
        press("Ctrl+Shift+0", "Ctrl+Shift+L")
        assert window.font().pointSizeF() == pytest.approx(usual)
        assert window.palette().base().color().lightness() > 128


def test_rows_grow_with_their_text(qtbot: QtBot, program: Program) -> None:
    window = open_in(qtbot, program, HALVEK)
    go(window, Tab.PARTIES)
    found = list_of(window, Tab.PARTIES)
    qtbot.waitUntil(lambda: not found._settle.isActive())
    before = [found.rowHeight(row) for row in range(4)]
    press("Ctrl++", "Ctrl++")
    qtbot.waitUntil(
        lambda: all(found.rowHeight(row) > height for row, height in enumerate(before)),
        timeout=LONG,
    )


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {
        button.accessibleName(): button for button in window.start_page.findChildren(QPushButton)
    }


def test_an_opened_case_is_offered_on_the_start_page_and_in_the_menu(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path) as program:
        open_in(qtbot, program, ABDUSSAMATOV)
        other = program.new_window()
        assert [action.text() for action in other._recent_menu.actions()] == [ABDUSSAMATOV.name]
    with running(qapp, tmp_path) as program:
        window = program.new_window()
        bring_to_front(qtbot, window)
        recent = buttons(window)[ABDUSSAMATOV.name]
        assert recent.accessibleDescription() == str(ABDUSSAMATOV)
        QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.desk.session.opened is not None, timeout=LONG)
        assert len(program.windows) == 1


def test_the_start_page_opens_a_sample_by_a_key(qtbot: QtBot, program: Program) -> None:
    window = program.new_window()
    bring_to_front(qtbot, window)
    assert QApplication.focusWidget() is buttons(window)["Open a case file… (Ctrl+O)"]
    press("Tab", "Tab", "Tab")
    assert QApplication.focusWidget() is buttons(window)["Abdussamatov v. Kazakhstan"]
    press("Return")
    qtbot.waitUntil(lambda: window.desk.session.opened is not None, timeout=LONG)


def test_forgotten_files_are_offered_nowhere(qtbot: QtBot, program: Program) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+Shift+Del")
    assert program.preferences.get("recent") == []
    assert not window._recent_menu.menuAction().isEnabled()
    assert ABDUSSAMATOV.name not in program.preferences.path.read_text("utf-8")
    assert window.notice.text == "The recent files are forgotten."


def test_whoever_wants_no_recent_list_gets_none(qtbot: QtBot, program: Program) -> None:
    window = program.new_window()
    bring_to_front(qtbot, window)
    press("Ctrl+Shift+M")
    assert not window.menus.actions["remember_recent"].isChecked()
    open_in(qtbot, program, ABDUSSAMATOV)
    assert program.preferences.get("recent") == []
    assert ABDUSSAMATOV.name not in program.preferences.path.read_text("utf-8")


def test_nothing_is_written_but_the_programs_own_preferences(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    with running(qapp, tmp_path / "preferences") as program:
        window = open_in(qtbot, program, HALVEK)
        for tab in Tab:
            go(window, tab)
        press("Ctrl+Shift+D")
    written = [path for path in (*tmp_path.rglob("*"), *home.rglob("*")) if path.is_file()]
    assert written == [tmp_path / "preferences" / "preferences.json"]
