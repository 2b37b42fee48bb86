"""What tests share that find in an open case."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.documents_tab import DocumentsTab
from caseviewer.ui.widgets.hit_list import HitList
from caseviewer.ui.widgets.page_view import PageView
from caseviewer.ui.widgets.search_frame import SearchFrame
from tests.ui.kit import LONG, case_view, focused, press, tab_of


def frame(window: MainWindow) -> SearchFrame:
    return case_view(window).search


def hits(window: MainWindow) -> HitList:
    return frame(window).panel.list


def lines(window: MainWindow) -> list[HitLine]:
    """Every hit in words."""
    model = hits(window).hits
    found = (model.line(row) for row in range(model.rowCount()))
    return [line for line in found if line is not None]


def told(window: MainWindow) -> str:
    """The line that tells where the reader is."""
    return frame(window).bar.told.accessibleName()


def head(window: MainWindow) -> str:
    """Counts and remarks above the hits."""
    return frame(window).panel.head.toPlainText()


def about(window: MainWindow) -> str:
    """The page that stands in the place of hits; nothing where there are some."""
    page = frame(window).panel.page
    return page.toPlainText() if page.isVisible() else ""


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the search has an answer, and all documents are read."""
    commands, reading = window.desk.finding.search, window.desk.finding.reading

    def answered() -> bool:
        QApplication.processEvents()
        waiting = (commands._typing, commands._more)
        works = (commands._stints, reading._stints, reading._turn)
        return not any(timer.isActive() for timer in waiting) and not any(one.busy for one in works)

    for _ in range(3):
        qtbot.waitUntil(answered, timeout=LONG)


def find(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Open the search, type into it, and wait for the answer."""
    press("Ctrl+F")
    type_in(qtbot, window, words)


def type_in(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Type other words into the search; letters that no key has are pasted."""
    field = frame(window).field
    assert focused() is field
    press("Ctrl+A", "Delete")
    field.insert(words)
    settle(qtbot, window)


def marked(page: PageView) -> list[str]:
    """The words that are marked on a page."""
    return [mark.cursor.selectedText() for mark in page.extraSelections()]


def marked_in_document(window: MainWindow) -> list[str]:
    """The words that are marked as found in the document that is shown, where they are seen."""
    return [text for text, _ in _found_marks(window)]


def is_mark_seen(window: MainWindow) -> bool:
    """Whether a marked word of the document can be seen."""
    view = documents(window).document.pane.text
    return any(
        0 <= view.cursorRect(mark.cursor).top() < view.viewport().height()
        for _, mark in _found_marks(window)
    )


def documents(window: MainWindow) -> DocumentsTab:
    tab = tab_of(window, Tab.DOCUMENTS)
    assert isinstance(tab, DocumentsTab)
    return tab


def _found_marks(window: MainWindow) -> Iterator[tuple[str, QTextEdit.ExtraSelection]]:
    view = documents(window).document.pane.text
    known = {span for part in view._found.values() for span in part}
    for mark in view.extraSelections():
        start, end = mark.cursor.selectionStart(), mark.cursor.selectionEnd()
        if (view._laid.to_text(start), view._laid.to_text(end)) in known:
            yield mark.cursor.selectedText(), mark
