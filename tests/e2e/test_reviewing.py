"""The review through the window: questions to the clipboard, rows that were seen."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.review_tab import ReviewTab
from tests import generator
from tests.ui.kit import ABDUSSAMATOV, LONG, clipboard, copy_of, go, open_in, press, tab_of

HELD_UP = 0.02
"""Seconds of work in the window for one of 2,000 rows; it was several times that while all rows
were gathered, and every digest made, anew."""


def review_of(window: MainWindow) -> ReviewTab:
    found = tab_of(window, Tab.REVIEW)
    assert isinstance(found, ReviewTab)
    return found


def cell(window: MainWindow, row: int) -> str:
    model = review_of(window).model()
    assert model is not None
    return model.cell(row, 1).text


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_that_is_listed_is_copied_as_questions_by_the_button_and_by_the_key(
    qtbot: QtBot, program: Program
) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    go(window, Tab.REVIEW)
    QTest.mouseClick(review_of(window).bar.button, Qt.MouseButton.LeftButton)
    numbered, key = clipboard().text().split("\n\n")
    lines = numbered.split("\n")
    assert window.notice.text == f"Copied: {len(lines)} questions."
    assert len(lines) > 15
    assert lines[9] == (
        "10. 29 individuals: 29 − 28 = 1 not accounted for. What is known of the rest? (P5, P6)"
    )
    assert key.startswith(
        "P5: 29 individuals (unnamed); P6: 28 individuals extradited (unnamed); S1"
    )
    press("F6", "Shift+Down", "Ctrl+Alt+Q")
    assert window.notice.text == "Copied: 2 questions."
    press("Ctrl+1", "Ctrl+Alt+Q")
    assert window.notice.text == "There is nothing to ask here: go to Review. Nothing was copied."


def test_what_was_seen_is_remembered_for_the_reader_and_not_in_the_bundle(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = copy_of(ABDUSSAMATOV, tmp_path)
    before = files(folder)
    window = open_in(qtbot, program, folder)
    go(window, Tab.REVIEW)
    press("Ctrl+M")
    assert cell(window, 1).startswith("seen · Unexplained difference: 29 people complained")
    again = program.new_window()
    again.open_path(str(folder))
    qtbot.waitUntil(lambda: again.desk.session.opened is not None)
    go(again, Tab.REVIEW)
    assert cell(again, 1).startswith("seen · ")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press("Ctrl+Alt+G")
    assert window.notice.text == "Forgotten: what you marked as seen in this case."
    assert cell(window, 1).startswith("Unexplained difference: 29 people complained")
    assert not (program.preferences.data_folder / "seen").exists()
    assert files(folder) == before


def test_marking_is_told_and_the_button_says_what_it_would_do_with_what_is_selected(
    qtbot: QtBot, program: Program
) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    go(window, Tab.REVIEW)
    bar = review_of(window).bar
    QTest.mouseClick(bar.mark, Qt.MouseButton.LeftButton)
    assert window.notice.text == "Marked as seen: X1."
    assert bar.mark.text() == "Mark as not seen"
    press("F6", "Shift+Down")
    qtbot.waitUntil(lambda: bar.mark.text() == "Mark as seen")
    QTest.mouseClick(bar.mark, Qt.MouseButton.LeftButton)
    assert window.notice.text == "Marked as seen: X1, X2."
    press("F6", "Home")
    qtbot.waitUntil(lambda: bar.mark.text() == "Mark as not seen")
    QTest.mouseClick(bar.mark, Qt.MouseButton.LeftButton)
    assert window.notice.text == "Marked as not seen: X1."
    assert not cell(window, 1).startswith("seen · ")
    assert cell(window, 2).startswith("seen · ")


def test_what_is_seen_can_be_chosen_even_when_all_of_it_is(qtbot: QtBot, program: Program) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    go(window, Tab.REVIEW)
    review = review_of(window)
    assert review.pane.facets.buttons["seen"].isHidden()
    press("F6", "Ctrl+A", "Ctrl+M")
    model = review.model()
    assert model is not None
    assert window.notice.text == f"Marked as seen: {model.shown} rows."
    assert not review.pane.facets.buttons["seen"].isHidden()
    press("Ctrl+M")
    assert window.notice.text == f"Marked as not seen: {model.shown} rows."
    assert review.pane.facets.buttons["seen"].isHidden()


def test_very_many_rows_are_marked_without_holding_the_window_up(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(generator.data(20_000, 7))
    window = open_in(qtbot, program, path)
    go(window, Tab.REVIEW)
    review = review_of(window)
    model = review.model()
    assert model is not None
    rows = model.shown
    assert rows > 2_000
    qtbot.waitUntil(lambda: model.facets is not None, timeout=LONG)
    press("F6")
    taken = []
    for _ in range(6):
        qtbot.wait(50)
        before = time.thread_time()
        press("Ctrl+M")
        taken.append(time.thread_time() - before)
    assert window.notice.text == "Marked as not seen: X1."
    assert min(taken) < HELD_UP
    assert model.shown == rows
