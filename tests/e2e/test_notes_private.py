"""What is the reader's own is for nobody else: not in copies, not in exports, hidden by one key."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.documents.opening import open_case
from caseviewer.formatting.page import Tab
from caseviewer.places import data_folder
from caseviewer.ui import messages
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.render import Wish, render
from tests.commands import run
from tests.e2e.finding import frame, lines, settle
from tests.e2e.noting import PRIVATE, again, field_of, note_on, own_of, rows_of, texts_seen
from tests.ui.choosing import choose
from tests.ui.kit import (
    HALVEK,
    LONG,
    bring_to_front,
    clipboard,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    press,
    tab_of,
    write,
)

WORDS = (PRIVATE, "Yours", "Your note", "starred")
RECORDS = (
    (Tab.PARTIES, "p-halvek"), (Tab.CHRONOLOGY, "e-exams"), (Tab.QUOTATIONS, "q-gate"),
    (Tab.CITATIONS, "s-views"), (Tab.REVIEW, "g-start"), (Tab.OVERVIEW, "c-halvek"),
)  # fmt: skip
HIDDEN = "Your notes are hidden; Ctrl+Shift+H shows them."


@pytest.fixture
def noted(window: MainWindow) -> MainWindow:
    """A window on a case with a star, a mark and a note in each tab."""
    for tab, record in RECORDS:
        note_on(window, tab, record)
        press("Ctrl+B", "Ctrl+Shift+R")
    return window


def holds(text: str) -> list[str]:
    return [word for word in WORDS if word in text]


def copied() -> Iterator[str]:
    data = clipboard()
    yield data.text()
    yield data.html()
    for form in data.formats():
        yield bytes(data.data(form).data()).decode("utf-8", "replace")


KEYS = (
    ("Ctrl+C",), ("Ctrl+Shift+P",), ("Ctrl+Shift+C",), ("Ctrl+Alt+C",), ("Ctrl+Alt+K",),
    ("Ctrl+Alt+Q",), ("Ctrl+Alt+A",), ("Ctrl+Alt+R",), ("Shift+F6", "Ctrl+C"),
)  # fmt: skip


@pytest.mark.parametrize(("tab", "record"), RECORDS)
def test_no_copy_holds_it(qtbot: QtBot, noted: MainWindow, tab: Tab, record: str) -> None:
    go(noted, tab, record)
    for keys in KEYS:
        if tab is not Tab.OVERVIEW:
            press("F6")
        assert holds(page_of(noted, tab).toPlainText())
        for key in keys[:-1]:
            press(key)
            page_of(noted, tab).selectAll()
        QApplication.clipboard().setText("before")
        press(keys[-1])
        qtbot.wait(30)
        assert [(keys, holds(text)) for text in copied() if holds(text)] == []


def test_no_export_holds_it_and_a_choice_by_it_is_not_named(
    qtbot: QtBot, noted: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(noted, Tab.CHRONOLOGY)
    choose(tab_of(noted, Tab.CHRONOLOGY).pane.facets, "yours", "starred")
    for suffix, kind in ((".md", "Markdown (*.md)"), (".csv", "Table for spreadsheets (*.csv)"),
                         (".html", "Web page (*.html)")):  # fmt: skip
        target = tmp_path / f"chronology{suffix}"
        answer = (str(target), kind)
        monkeypatch.setattr(messages, "ask_where_to_export", lambda *_, given=answer: given)
        noted.desk.handlers["export_chronology"]()
        qtbot.waitUntil(target.exists, timeout=LONG)
        text = target.read_text("utf-8-sig")
        assert holds(text) == []
        if suffix == ".csv":
            assert len(list(csv.reader(io.StringIO(text)))) < 20
        else:
            assert "the reader’s own choice of rows" in text


def test_neither_the_command_line_nor_pictures_hold_it(
    program: Program, noted: MainWindow, tmp_path: Path
) -> None:
    def picture(name: str) -> bytes:
        (path,) = render(open_case(HALVEK), tmp_path / name, Wish(tabs=(Tab.PARTIES,)))
        return path.read_bytes()

    before = picture("before")
    # Where every command looks for the reader's own.
    shutil.copytree(program.preferences.data_folder / "notes", data_folder() / "notes")
    assert PRIVATE in run("notes", str(HALVEK)).stdout
    for given in (("show", str(HALVEK)), ("show", str(HALVEK), "--json")):
        assert holds(run(*given).stdout) == []
    assert picture("after") == before


# Hidden ---------------------------------------------------------------------------------------


def test_what_is_hidden_can_be_seen_before(noted: MainWindow) -> None:
    go(noted, Tab.PARTIES, "p-halvek")
    found = {word for text in texts_seen(noted) for word in holds(text)}
    assert found == set(WORDS)


def test_one_key_hides_every_trace_in_all_windows_and_shows_it_again(
    qtbot: QtBot, program: Program, noted: MainWindow
) -> None:
    other = again(qtbot, program, HALVEK)
    go(other, Tab.QUOTATIONS, "q-gate")
    bring_to_front(qtbot, noted)
    press("Ctrl+Shift+H")
    assert noted.notice.text == HIDDEN
    noted.notice.put_away()
    for window in (noted, other):
        for tab, record in RECORDS:
            go(window, tab, record)
            deliver()
            assert [text for text in texts_seen(window) if holds(text)] == []
        visible = [one.text() for one in window.menuBar().actions() if one.isVisible()]
        assert "&Notes" not in visible
    go(noted, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+H")
    assert noted.notice.text == "Your notes are shown again."
    assert PRIVATE in page_of(noted, Tab.PARTIES).toPlainText()
    assert rows_of(other, Tab.QUOTATIONS) == {"q-gate": "Yours: starred · read · note"}
    assert "&Notes" in [one.text() for one in other.menuBar().actions() if one.isVisible()]


def test_hiding_takes_back_what_another_window_told_of_them(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    other = again(qtbot, program, HALVEK)
    note_on(other, Tab.PARTIES, "p-halvek")
    tellings: list[tuple[tuple[str, ...], str]] = [
        (("Ctrl+B",), "Starred: P2."),
        (("Ctrl+Shift+N", "Ctrl+A", "Delete", "Esc"), "Taken away: your note on P2."),
        (("Ctrl+Alt+W",), "Forget what you keep on this case, and its backup: 1 star?"),
    ]
    for keys, told in tellings:
        press(*keys)
        assert other.notice.text == told
        bring_to_front(qtbot, window)
        press("Ctrl+Shift+H")
        assert (other.notice.text, window.notice.text) == ("", HIDDEN)
        window.notice.put_away()
        press("Ctrl+Shift+H")
        bring_to_front(qtbot, other)


def test_hidden_keys_do_nothing_and_say_so(noted: MainWindow) -> None:
    go(noted, Tab.PARTIES, "p-halvek")
    press("F6", "Ctrl+Shift+H")
    for key in ("Ctrl+B", "Ctrl+Shift+R", "Ctrl+Shift+N", "Ctrl+Alt+N", "Ctrl+Alt+O",
                "Ctrl+Alt+U", "Ctrl+Alt+W"):  # fmt: skip
        noted.notice.put_away()
        press(key)
        assert noted.notice.text == f"{HIDDEN} Nothing was changed."
    press("Ctrl+Shift+H")
    assert rows_of(noted, Tab.PARTIES) == {"p-halvek": "Yours: starred · read · note"}


def test_hiding_saves_what_is_being_written(noted: MainWindow) -> None:
    go(noted, Tab.PARTIES, "p-korr")
    press("Ctrl+Shift+N")
    write("Unfinished")
    press("Ctrl+Shift+H")
    assert not field_of(noted, Tab.PARTIES).isVisible()
    assert not own_of(noted, Tab.PARTIES).pane.bar.isVisible()
    press("Ctrl+Shift+H")
    assert "Unfinished" in page_of(noted, Tab.PARTIES).toPlainText()


def test_what_is_being_written_in_another_window_is_saved_and_hidden_too(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    go(window, Tab.PARTIES, "p-korr")
    press("Ctrl+Shift+N")
    write("Unfinished")
    other = again(qtbot, program, HALVEK)
    go(other, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+N")
    write("Unfinished, too")
    bring_to_front(qtbot, window)
    press("Ctrl+Shift+H")
    assert not field_of(other, Tab.PARTIES).isVisible()
    assert not any("Unfinished" in text for one in (window, other) for text in texts_seen(one))
    press("Ctrl+Shift+H")
    assert rows_of(window, Tab.PARTIES) == rows_of(other, Tab.PARTIES) == {
        "p-korr": "Yours: note", "p-halvek": "Yours: note",
    }  # fmt: skip


def test_that_they_are_hidden_is_remembered_and_said_once_whether_there_are_any_or_not(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    press("Ctrl+Shift+H")
    window.close()
    other = open_in(qtbot, program, HALVEK)
    assert other.notice.text == HIDDEN
    assert not other.menus.actions["show_notes"].isChecked()
    other.notice.put_away()
    press("Ctrl+R")
    qtbot.waitUntil(lambda: other.notice.text != "", timeout=LONG)
    assert other.notice.text == "Read again: this is the file as it is now."


def test_a_picture_of_the_window_shows_nothing_while_hidden(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    def picture() -> QImage:
        go(window, Tab.PARTIES, "p-korr")
        window.notice.put_away()
        list_of(window, Tab.PARTIES).setFocus()
        for _ in range(6):
            deliver()
        image = QImage(window.size(), QImage.Format.Format_RGB32)
        window.render(image, QPoint())
        return image

    go(window, Tab.PARTIES, "p-korr")
    press("Ctrl+Shift+H")
    before = picture()
    press("Ctrl+Shift+H")
    note_on(window, Tab.PARTIES, "p-korr")
    press("Ctrl+B")
    assert picture() != before
    press("Ctrl+Shift+H")
    assert picture() == before


# Found ----------------------------------------------------------------------------------------


def test_notes_are_found_with_the_records_and_not_while_hidden(
    qtbot: QtBot, noted: MainWindow
) -> None:
    press("Ctrl+F")
    write("private thought")
    settle(qtbot, noted)
    found = lines(noted)
    assert len(found) == len(RECORDS)
    assert {line.where for line in found} == {"your note"}
    press("Ctrl+Shift+H")
    settle(qtbot, noted)
    assert lines(noted) == []
    press("Ctrl+Shift+H")
    settle(qtbot, noted)
    assert len(lines(noted)) == len(RECORDS)


def test_a_note_that_is_written_while_searching_is_found(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+F")
    write("zebra")
    settle(qtbot, window)
    assert lines(window) == []
    press("Esc")
    note_on(window, Tab.PARTIES, "p-halvek", "A zebra.")
    press("Ctrl+F")
    settle(qtbot, window)
    if not lines(window):
        frame(window).field.setText("zebra")
        settle(qtbot, window)
    assert len(lines(window)) == 1
    assert focused() is frame(window).field
