"""Documents are read while a person searches: hits come as they are read, and he may stop it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.search.document_reading import read_document
from caseviewer.search.document_texts import DocumentText
from caseviewer.ui.commands import search_reading
from caseviewer.ui.main_window import MainWindow
from tests.e2e.finding import about, documents, find, head, hits, lines, settle, told
from tests.ui.kit import LONG, focused, go, press, write


def slow(monkeypatch: pytest.MonkeyPatch, goes_on: Callable[[], bool]) -> None:
    """Let each document take until it may go on."""
    real = read_document

    def read(*arguments: object) -> DocumentText:
        should_stop = arguments[-1]
        while not goes_on() and not should_stop():  # type: ignore[operator]
            QTest.qSleep(5)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(search_reading, "read_document", read)
    monkeypatch.setattr(search_reading, "_TOGETHER_SECONDS", 0)


def test_records_are_found_while_documents_are_still_read(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on: list[bool] = []
    slow(monkeypatch, lambda: bool(may_go_on))
    press("Ctrl+F")
    write("custody")
    qtbot.waitUntil(lambda: "Still reading 1 of 7 documents" in head(window), timeout=LONG)
    press("F3", "F3")
    here = told(window).partition(" of ")[0]
    assert here == "2"
    before = len(lines(window))
    may_go_on.append(True)
    settle(qtbot, window)
    assert len(lines(window)) > before
    assert "Still reading" not in head(window)
    assert told(window).startswith("2 of ")
    assert hits(window).place == 1


def test_reading_is_stopped_as_the_reader_wishes_and_gone_on_with(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on: list[bool] = []
    slow(monkeypatch, lambda: bool(may_go_on))
    press("Ctrl+F")
    write("custody")
    qtbot.waitUntil(lambda: window.notice.text != "", timeout=LONG)
    assert window.notice.text == "Reading the case for the search…"
    (stop,) = [
        one
        for one in window.notice.findChildren(QPushButton)
        if one.isVisible() and one.accessibleName() == "Stop"
    ]
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert window.notice.text == ""
    settle(qtbot, window)
    assert "7 of 7 documents were not read" in head(window)
    assert not any(line.in_document for line in lines(window))
    may_go_on.append(True)
    press("Ctrl+F")
    settle(qtbot, window)
    assert "not read" not in head(window)
    assert any(line.in_document for line in lines(window))


def test_a_document_the_program_fails_on_is_left_out_and_named(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read_document

    def fail(shelf: object, source: str, *others: object) -> DocumentText:
        if source == "s-courier":
            raise ZeroDivisionError
        return real(shelf, source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(search_reading, "read_document", fail)
    find(qtbot, window, "zzqxw")
    assert "The program failed on it (ZeroDivisionError)" in about(window)
    assert "the text of 5 documents" in about(window)


def test_a_hit_on_a_page_of_a_pdf_is_shown_in_its_text(qtbot: QtBot, window: MainWindow) -> None:
    go(window, Tab.DOCUMENTS, "s-report")
    find(qtbot, window, "kind:document source:S5 prison")
    assert {line.number for line in lines(window)} == {"S5"}, about(window)
    pane = documents(window).document.pane
    qtbot.waitUntil(lambda: bool(pane._pages), timeout=LONG)
    pane.show_as(pages=True)
    press("Return")
    settle(qtbot, window)
    assert focused() is pane.text
    assert not pane.shows_pages()
