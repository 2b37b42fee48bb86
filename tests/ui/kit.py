"""What tests of the window share: a program with its own preferences, its windows, keys."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.app import Program
from caseviewer.documents.opening import open_case
from caseviewer.formatting.page import Tab, Target
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.standpoint import AS_THE_FILE_SAYS
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.case_view import CaseView
from caseviewer.ui.clipboard import let_go
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.list_pane import ListPane
from caseviewer.ui.widgets.page_view import PageView
from caseviewer.ui.widgets.record_list import RecordList
from caseviewer.ui.widgets.record_tab import RecordTab
from caseviewer.ui.widgets.search_frame import SearchFrame

CASES = Path(__file__).parents[2] / "cases"
HALVEK = CASES / "halvek-v-valdrasia"
ABDUSSAMATOV = CASES / "abdussamatov-v-kazakhstan"
SAMPLES = (ABDUSSAMATOV, HALVEK)
LONG = 10_000
"""How long the window may take before a test gives up, in milliseconds."""


@cache
def opened_sample(folder: Path = HALVEK) -> OpenedCase:
    """A sample, read once for all tests, on no day in particular; it cannot change."""
    return open_case(folder).seen_from(AS_THE_FILE_SAYS)


def copy_of(folder: Path, into: Path) -> Path:
    """A copy of a sample that a test may change."""
    return Path(shutil.copytree(folder, into / folder.name))


@contextmanager
def running(app: QApplication, folder: Path) -> Iterator[Program]:
    """A program that remembers in `folder`; afterwards no window and no look of it is left."""
    font, palette, sheet = QFont(app.font()), app.palette(), app.styleSheet()
    program = Program(app, Preferences(folder))
    try:
        yield program
    finally:
        wait_for_all()
        open_library = program.library.window
        for window in (*program.windows, *([open_library] if open_library else [])):
            window.close()
            window.deleteLater()
        program.deleteLater()
        delete_later()
        let_go()
        app.setStyleSheet(sheet)
        app.setPalette(palette)
        app.setFont(font)


class WindowSpy(QObject):
    """Writes down every window that comes onto the screen while it lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() is QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def delete_later() -> None:
    """Carry out what `deleteLater` put off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """A program whose preferences lie in a folder of the test's own."""
    with running(qapp, tmp_path / "preferences") as made:
        yield made


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session with the invented case in it."""
    made = Session()
    made.swap_in(opened_sample())
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences of the test's own."""
    return Preferences(tmp_path / "preferences")


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> MainWindow:
    """A window with the invented case in it, in front of all others."""
    return open_in(qtbot, program, HALVEK)


def open_in(qtbot: QtBot, program: Program, path: Path) -> MainWindow:
    """Open a case as the command line would, and wait until it is on screen and checked."""
    program.open_paths([str(path)])
    made = program.windows[-1]
    wait_for_checks(qtbot, made)
    bring_to_front(qtbot, made)
    return made


def wait_for_checks(qtbot: QtBot, made: MainWindow) -> None:
    """Wait until a case is on screen and its documents have been checked."""

    def checked() -> bool:
        opened = made.desk.session.opened
        return opened is not None and opened.checked is Checked.DONE

    qtbot.waitUntil(checked, timeout=LONG)


def bring_to_front(qtbot: QtBot, made: QWidget) -> None:
    """Give a window the keys; those of its actions are made after it was first painted."""
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONG)
    if isinstance(made, MainWindow):
        qtbot.waitUntil(lambda: bool(made.actions()), timeout=LONG)


def bring_to_front_widget(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget by itself and give it the keys."""
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow, timeout=LONG)


def deliver() -> None:
    """Deliver what is on its way to the window, such as the words of jobs that have ended."""
    QCoreApplication.processEvents()


def place(window: MainWindow) -> Location:
    """Where the window is."""
    return window.desk.session.location


def go(window: MainWindow, tab: Tab, record: str = "") -> None:
    """Go to a tab, or to a record in it."""
    window.desk.session.go(Target(record, tab))


def shows_tabs(search: SearchFrame) -> bool:
    """Whether the tabs can be seen beside the search."""
    return not search._tabs.isHidden()


def case_view(window: MainWindow) -> CaseView:
    """The case in a window."""
    found = window.desk.case_view
    assert found is not None
    return found


def tab_of(window: MainWindow, tab: Tab) -> RecordTab:
    """A tab with a list."""
    found = case_view(window).tab_view(tab)
    assert isinstance(found, RecordTab)
    return found


def page_of(window: MainWindow, tab: Tab) -> PageView:
    """The reading pane of a tab."""
    found = case_view(window).tab_view(tab).findChild(PageView)
    assert isinstance(found, PageView)
    return found


def pane_of(window: MainWindow, tab: Tab) -> ListPane:
    """List and filter of a tab."""
    return tab_of(window, tab).pane


def list_of(window: MainWindow, tab: Tab) -> RecordList:
    """The list of a tab."""
    return pane_of(window, tab).list


def focused() -> QWidget:
    """The widget that has the keys."""
    found = QApplication.focusWidget()
    assert found is not None, "no widget has the keys"
    return found


def press(*keys: str) -> None:
    """Press keys such as "Ctrl+2" one after the other, wherever the focus is."""
    for text in keys:
        stroke = QKeySequence(text)[0]  # type: ignore[index]
        QTest.keyClick(focused(), stroke.key(), stroke.keyboardModifiers())


def write(text: str) -> None:
    """Type a text where the focus is."""
    QTest.keyClicks(focused(), text)


def click_link(page: PageView, found: Callable[[str], bool] = bool) -> str:
    """Click the first link whose words fit; gives its words."""
    for block in _fragments(page):
        if block[0] and found(block[1]):
            cursor = page.textCursor()
            cursor.setPosition(block[2] + 1)
            page.setTextCursor(cursor)
            page.ensureCursorVisible()
            spot = page.cursorRect(cursor).center()
            QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            return block[1]
    raise AssertionError("no such link on the page")


def _fragments(page: PageView) -> Iterator[tuple[bool, str, int]]:
    block = page.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            yield part.charFormat().isAnchor(), part.text(), part.position()
            parts += 1
        block = block.next()


def clipboard() -> QMimeData:
    """What is on the clipboard."""
    return QGuiApplication.clipboard().mimeData()
