"""The library by keys and clicks, with cases on disk and the index that a reader would have."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.search.library.store import user_store
from caseviewer.ui import messages
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.library.window import LibraryWindow
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.documents_tab import DocumentsTab
from tests import generator
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    bring_to_front,
    case_view,
    copy_of,
    delete_later,
    press,
    running,
    write,
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with both samples, some invented cases, and one that is torn."""
    folder = tmp_path / "shelf"
    for sample in (ABDUSSAMATOV, HALVEK):
        copy_of(sample, folder)
    for seed in range(1, 4):
        place = folder / "invented" / str(seed)
        place.mkdir(parents=True)
        (place / "case.json").write_bytes(generator.data(40, seed))
    torn = folder / "torn"
    torn.mkdir()
    (torn / "case.json").write_bytes(generator.data(40, 9)[:900])
    return folder


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "preferences") as program:
        yield program


def opened_library(qtbot: QtBot, program: Program) -> LibraryWindow:
    program.show_library()
    window = program.library.window
    assert window is not None
    bring_to_front(qtbot, window)
    qtbot.waitUntil(lambda: window._state is not None, timeout=LONG)
    return window


def indexed(qtbot: QtBot, window: LibraryWindow, count: int) -> None:
    qtbot.waitUntil(
        lambda: not window.indexer.busy and len(window.view._model.rows) == count, timeout=60_000
    )


def add(
    qtbot: QtBot, window: LibraryWindow, folder: Path, patch: pytest.MonkeyPatch, count: int
) -> None:
    patch.setattr(messages, "ask_for_library_folder", lambda _: str(folder))
    press("Ctrl+Shift+A")
    indexed(qtbot, window, count)


def search(qtbot: QtBot, window: LibraryWindow, typed: str) -> None:
    press("Ctrl+F")
    write(typed)
    qtbot.waitUntil(
        lambda: (
            window.view.pane.hits.hits_model() is not None
            and window.view.pane.hits.hits_model().answer.typed == typed  # type: ignore[union-attr]
            and window.view.pane.front is window.view.pane.hits
        ),
        timeout=LONG,
    )


def case_window(qtbot: QtBot, program: Program, title: str) -> MainWindow:
    def found() -> list[MainWindow]:
        return [window for window in program.windows if title in window.windowTitle()]

    qtbot.waitUntil(lambda: bool(found()), timeout=LONG)
    return found()[0]


def test_a_reader_adds_a_folder_finds_a_word_in_any_spelling_and_opens_it_there(
    qtbot: QtBot, made: Program, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened_library(qtbot, made)
    assert not user_store().exists()
    add(qtbot, window, shelf, monkeypatch, 6)
    assert (user_store().path.stat().st_mode & 0o777) == 0o600
    assert "6 cases in 1 folder" in window.view.head.words.toPlainText()
    assert "1 could not be read" in window.view.head.words.toPlainText()
    assert "expected" in window.notice.text
    search(qtbot, window, "kazakhstan")
    model = window.view.pane.hits.hits_model()
    assert model is not None
    texts = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
    assert texts[0].startswith("Extradition of asylum-seekers from Kazakhstan to Uzbekistan: ")
    (variant,) = [text for text in texts if "Kazakstan Bureau" in text and "matched" in text]
    assert variant.startswith("P17, ")
    assert "the publisher's spelling of Kazakhstan" in variant
    at = texts.index(variant)
    press("Down")
    while window.view.pane.hits.currentIndex().row() != at:
        press("Down")
    press("Return")
    case = case_window(qtbot, made, "Extradition of asylum-seekers")
    qtbot.waitUntil(lambda: case.desk.session.location.tab is Tab.PARTIES, timeout=LONG)
    record = case.desk.session.location.record
    opened = case.desk.session.opened
    assert opened is not None
    assert opened.index.short(record) == "P17"
    qtbot.waitUntil(lambda: any(row.opened for row in window.view._model.rows), timeout=LONG)
    bring_to_front(qtbot, window)
    window.view.focus_list()
    press("Esc")
    opened_rows = [row.title for row in window.view._model.rows if row.opened]
    assert opened_rows == ["Extradition of asylum-seekers from Kazakhstan to Uzbekistan"]


def test_a_hit_in_a_document_opens_that_document_at_its_words(
    qtbot: QtBot, made: Program, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened_library(qtbot, made)
    add(qtbot, window, shelf / HALVEK.name, monkeypatch, 1)
    search(qtbot, window, "spent nine days at the prison door")
    press("F3")  # the first hit is the passage in the case, the second the document itself
    row = window.view.pane.hits.current()
    assert row is not None
    assert row.hit is not None
    assert row.hit.tab is Tab.DOCUMENTS
    press("Ctrl+Return")
    case = case_window(qtbot, made, "Mirela Halvek")
    qtbot.waitUntil(lambda: case.desk.session.location.tab is Tab.DOCUMENTS, timeout=LONG)
    assert case.desk.session.location.record == row.hit.record
    tab = case_view(case).tab_view(Tab.DOCUMENTS)
    assert isinstance(tab, DocumentsTab)
    text = tab.document.pane.text
    qtbot.waitUntil(
        lambda: "spent nine days at the prison door" in text.toPlainText(), timeout=LONG
    )
    qtbot.waitUntil(lambda: "prison door" in text.textCursor().block().text(), timeout=LONG)


def test_what_was_there_before_is_listed_at_once_and_a_folder_that_vanished_is_told(
    qtbot: QtBot, made: Program, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened_library(qtbot, made)
    add(qtbot, window, shelf, monkeypatch, 6)
    window.close()
    delete_later()
    shutil.move(shelf, shelf.parent / "elsewhere")
    window = opened_library(qtbot, made)
    indexed(qtbot, window, 6)
    qtbot.waitUntil(lambda: "was not found" in window.notice.text, timeout=LONG)
    gone = "6 in a folder that is not there"
    qtbot.waitUntil(lambda: gone in window.view.head.words.toPlainText(), timeout=LONG)
    press("F6", "Home")
    preview = window.view.pane.preview
    qtbot.waitUntil(lambda: "put the folder back" in preview.toPlainText(), timeout=LONG)
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(made.windows), timeout=LONG)
    case = made.windows[-1]
    qtbot.waitUntil(lambda: "was not opened" in case.notice.text, timeout=LONG)


def test_quitting_while_cases_are_read_ends_soon_and_loses_nothing(
    qtbot: QtBot, made: Program, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(20, 60):
        place = shelf / "more" / str(seed)
        place.mkdir(parents=True)
        (place / "case.json").write_bytes(generator.data(400, seed))
    window = opened_library(qtbot, made)
    monkeypatch.setattr(messages, "ask_for_library_folder", lambda _: str(shelf))
    press("Ctrl+Shift+A")
    qtbot.waitUntil(lambda: window.indexer.busy, timeout=LONG)
    made.quit()
    assert wait_for_all(5_000)
    delete_later()
    again = opened_library(qtbot, made)
    indexed(qtbot, again, 46)


def test_switched_off_nothing_is_noted_and_erased_nothing_is_left(
    qtbot: QtBot, made: Program, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened_library(qtbot, made)
    add(qtbot, window, shelf / "invented", monkeypatch, 3)
    press("Ctrl+Shift+Del", "Space")
    qtbot.waitUntil(lambda: not user_store().exists(), timeout=LONG)
    qtbot.waitUntil(lambda: not window.view.has_cases, timeout=LONG)
    press("F5")
    indexed(qtbot, window, 3)
    press("Ctrl+U")
    qtbot.waitUntil(lambda: not window.view.isVisible(), timeout=LONG)
    made.open_paths([str(shelf / "invented" / "1")])
    case_window(qtbot, made, "generated case")
    wait_for_all()
    bring_to_front(qtbot, window)
    press("Return")
    indexed(qtbot, window, 3)
    assert not any(row.opened for row in window.view._model.rows)
