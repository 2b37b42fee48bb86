"""What happens on disk while a case is open, and with files that cannot be opened."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.bundle.reader import ReadingStopped
from caseviewer.documents.opening import begin
from caseviewer.formatting.page import Tab
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import opening
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.session import Location
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    copy_of,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    place,
    press,
)

CHANGED = "The file changed on disk. What you see is what was read before."


def click(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Click the visible button with these words."""
    (found,) = [
        button
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.accessibleName() == words
    ]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def retitle(path: Path, title: str) -> str:
    case = json.loads(path.read_text("utf-8"))
    return json.dumps({**case, "title": title}, ensure_ascii=False)


def in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def by_replacing(path: Path, text: str) -> None:
    other = path.with_name("case.json.tmp")
    other.write_text(text, "utf-8")
    other.replace(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of(ABDUSSAMATOV, tmp_path)


@pytest.mark.parametrize("change", [in_place, by_replacing])
def test_a_changed_file_is_told_and_read_again_only_when_asked(
    qtbot: QtBot,
    program: Program,
    folder: Path,
    change: Callable[[Path, str], None],
) -> None:
    window = open_in(qtbot, program, folder)
    go(window, Tab.PARTIES, "judge")
    for title in ("Another title", "And another"):
        before = window.desk.session.opened
        change(folder / "case.json", retitle(folder / "case.json", title))
        qtbot.waitUntil(lambda: window.notice.text == CHANGED, timeout=LONG)
        assert window.desk.session.opened is before
        click(qtbot, window, "Reload")
        qtbot.waitUntil(lambda seen=before: window.desk.session.opened is not seen, timeout=LONG)  # type: ignore[misc]
        assert window.windowTitle() == f"{title} – Case Viewer"
        assert window.notice.text == "Read again: this is the file as it is now."
        assert place(window) == Location(Tab.PARTIES, "judge")
        assert list_of(window, Tab.PARTIES).current_record() == "judge"


def test_reading_again_by_a_key_keeps_place_and_focus(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    window = open_in(qtbot, program, folder)
    press("Ctrl+3", "Down", "Down")
    where, before = place(window), window.desk.session.opened
    press("Ctrl+R")
    qtbot.waitUntil(lambda: window.desk.session.opened is not before, timeout=LONG)
    assert place(window) == where
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    press("Alt+Left")
    assert place(window).tab is Tab.OVERVIEW


def test_a_change_is_noticed_when_the_window_comes_to_the_front(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    window = open_in(qtbot, program, folder)
    window.desk.watcher._watcher.blockSignals(True)
    in_place(folder / "case.json", retitle(folder / "case.json", "Another title"))
    other = program.new_window()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert window.notice.text == ""
    window.activateWindow()
    qtbot.waitUntil(lambda: window.notice.text == CHANGED, timeout=LONG)


def test_a_file_that_broke_keeps_the_last_good_case_and_can_be_tried_again(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    window = open_in(qtbot, program, folder)
    go(window, Tab.PARTIES, "judge")
    good, whole = window.desk.session.opened, (folder / "case.json").read_text("utf-8")
    in_place(folder / "case.json", whole[: len(whole) // 2])
    qtbot.waitUntil(lambda: window.notice.text == CHANGED, timeout=LONG)
    click(qtbot, window, "Reload")
    qtbot.waitUntil(lambda: "was not opened" in window.notice.text, timeout=LONG)
    assert window.notice.text.startswith(f"“{folder.name}” was not opened. ")
    assert len(window.notice.text) > len(folder.name) + 30
    assert window.desk.session.opened is good
    assert place(window) == Location(Tab.PARTIES, "judge")
    in_place(folder / "case.json", whole)
    click(qtbot, window, "Try again")
    qtbot.waitUntil(lambda: window.desk.session.opened is not good, timeout=LONG)
    assert window.notice.text == "Read again: this is the file as it is now."


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.json", None, "was not found"),
        ("page.json", b"<html>", ""),
        ("empty.json", b"", ""),
        ("newer.json", b'{"format": "casebundle", "format_version": "99.0"}', "99"),
    ],
)
def test_a_file_that_cannot_be_opened_leaves_the_start_page_and_says_why(
    qtbot: QtBot, program: Program, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    program.open_paths([str(path)])
    (window,) = program.windows
    qtbot.waitUntil(lambda: window.notice.text != "", timeout=LONG)
    assert window.notice.text.startswith(f"“{name}” was not opened. ")
    assert words in window.notice.text
    assert "Traceback" not in window.notice.text
    assert "Error" not in window.notice.text
    assert window.is_empty
    assert window.start_page.isVisible()
    assert program.preferences.get("recent") == []
    program.open_paths([str(HALVEK)])  # the empty window is used, and the bar goes
    assert len(program.windows) == 1
    qtbot.waitUntil(lambda: window.desk.session.opened is not None, timeout=LONG)
    assert window.notice.text == ""


def test_a_second_file_opens_a_second_window(qtbot: QtBot, program: Program, folder: Path) -> None:
    first = open_in(qtbot, program, folder)
    second = open_in(qtbot, program, HALVEK)
    assert first is not second
    assert first.desk.session.opened is not second.desk.session.opened
    go(second, Tab.REVIEW)
    assert place(first).tab is Tab.OVERVIEW


# A long reading


class SlowReading:
    """A reading that goes on until it is let go or stopped."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.stopped = threading.Event()

    def __call__(
        self,
        path: str,
        _copies: object,
        *,
        on_progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
        **_: Any,
    ) -> object:
        on_progress(1, 4)
        while not self.go_on.wait(0.005):
            if should_stop():
                self.stopped.set()
                raise ReadingStopped
        return begin(path)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowReading:
    made = SlowReading()
    monkeypatch.setattr(opening, "begin", made)
    return made


def test_a_long_reading_shows_its_progress_and_ends_in_the_case(
    qtbot: QtBot, program: Program, slow: SlowReading
) -> None:
    program.open_paths([str(ABDUSSAMATOV)])
    (window,) = program.windows
    assert window.notice.text == ""  # a short reading shows nothing
    qtbot.waitUntil(lambda: window.notice.text == "Reading the case…", timeout=LONG)
    slow.go_on.set()
    qtbot.waitUntil(lambda: window.desk.session.opened is not None, timeout=LONG)
    assert window.notice.text == ""


def test_a_long_reading_can_be_stopped(qtbot: QtBot, program: Program, slow: SlowReading) -> None:
    program.open_paths([str(ABDUSSAMATOV)])
    (window,) = program.windows
    qtbot.waitUntil(lambda: window.notice.text == "Reading the case…", timeout=LONG)
    click(qtbot, window, "Stop")
    assert window.notice.text == "Reading was stopped; nothing was opened."
    assert slow.stopped.wait(5)
    assert wait_for_all()
    deliver()
    assert window.is_empty
    assert window.notice.text == "Reading was stopped; nothing was opened."


def test_the_window_stays_usable_while_a_case_is_read(
    qtbot: QtBot, program: Program, folder: Path, slow: SlowReading
) -> None:
    slow.go_on.set()
    window = open_in(qtbot, program, folder)
    slow.go_on.clear()
    good = window.desk.session.opened
    press("Ctrl+R", "Ctrl+2", "Down")
    qtbot.waitUntil(lambda: window.notice.text == "Reading the case…", timeout=LONG)
    where = place(window)
    assert where.tab is Tab.PARTIES
    assert window.desk.session.opened is good
    slow.go_on.set()
    qtbot.waitUntil(lambda: window.desk.session.opened is not good, timeout=LONG)
    assert place(window) == where
