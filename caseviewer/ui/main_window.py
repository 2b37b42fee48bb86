"""The window: menus, the notice bar, and either the start page or a case."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.places import samples
from caseviewer.ui.actions import Needs
from caseviewer.ui.case_view import CaseView
from caseviewer.ui.commands.case_commands import CaseCommands
from caseviewer.ui.commands.file_commands import FileCommands
from caseviewer.ui.commands.look_commands import LookCommands
from caseviewer.ui.commands.opening import Opener, Watcher
from caseviewer.ui.commands.view import View, Windows
from caseviewer.ui.dialogs.about import show_about
from caseviewer.ui.dialogs.shortcuts import show_shortcuts
from caseviewer.ui.preferences import SCHEMES, Preferences
from caseviewer.ui.safe_text import short
from caseviewer.ui.session import Location, Session
from caseviewer.ui.views.start_page import StartPage
from caseviewer.ui.widgets.menus import Menus
from caseviewer.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from caseviewer.model.opened import OpenedCase

_PROGRESS_AFTER_MS = 500


class MainWindow(QMainWindow):
    """One window with at most one case."""

    def __init__(self, windows: Windows, preferences: Preferences) -> None:
        """Build an empty window."""
        super().__init__()
        self._windows = windows
        self._preferences = preferences
        self.session = Session(self)
        self.opener = Opener(self)
        self.watcher = Watcher(self)
        self.notice = NoticeBar()
        self.start_page = StartPage()
        self.case_view: CaseView | None = None
        self._slow = QTimer(self, singleShot=True, interval=_PROGRESS_AFTER_MS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.resize(*preferences.get("window_size"))
        self.refresh_recent()
        self._offer()
        self._title()

    # What the program asks of a window ---------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether a case can be opened here without hiding another."""
        return self.session.opened is None and not self.opener.busy

    def open_path(self, path: str) -> None:
        """Read a case in the background and show it here."""
        self.opener.open(path)

    def view(self) -> View | None:
        """The tab in front, if there is a case."""
        return None if self.case_view is None else self.case_view.view()

    def refresh_recent(self) -> None:
        """Fill the lists of recent files and samples."""
        recent = [(_short_name(path), path) for path in self._preferences.get("recent")]
        known = [(folder.name, str(folder)) for folder in samples()]
        self.menus.fill_list(self._recent_menu, recent, self._open_one)
        self.menus.fill_list(self._sample_menu, known, self._open_one)
        self.start_page.show_entries(recent, known)
        self._offer()

    def look_changed(self) -> None:
        """Mark the colours in use, and lay the start page out anew."""
        scheme = self._preferences.get("scheme")
        self.menus.check({f"scheme_{name}": name == scheme for name in SCHEMES})
        self.start_page.redraw()

    # Building ----------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        self.setCentralWidget(whole)
        self.menus = Menus(self, self._handlers())
        self._recent_menu = self.menus.add_list("reload", tr("Open &recent"))
        self._sample_menu = self.menus.add_list("reload", tr("Open a &sample"))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        files = FileCommands(self, self._windows, self.session, self._preferences, self.opener)
        files.said.connect(self.notice.say)
        files.recent_changed.connect(self.refresh_recent)
        cases = CaseCommands(self.session, self.view, self)
        cases.said.connect(self.notice.say)
        self.start_page.file_wanted.connect(files.ask_file)
        self.start_page.folder_wanted.connect(files.ask_folder)
        self.start_page.path_chosen.connect(self._open_one)
        self._files = files
        return {
            **files.handlers(),
            **cases.handlers(),
            **LookCommands(self._windows, self._preferences).handlers(),
            "full_screen": self._toggle_full_screen,
            "shortcuts": partial(show_shortcuts, self),
            "about": partial(show_about, self),
        }

    def _connect(self) -> None:
        self.opener.started.connect(lambda _: self._slow.start())
        self.opener.opened.connect(self._show_case)
        self.opener.refused.connect(self._refuse)
        self.opener.progressed.connect(self._advance)
        self._slow.timeout.connect(self._show_progress)
        self.watcher.file_changed.connect(self._tell_change)
        self.session.location_changed.connect(self._moved)

    # Opening -----------------------------------------------------------------------------

    def _open_one(self, path: str) -> None:
        self._windows.open_paths([path])

    def _show_case(self, opened: "OpenedCase") -> None:
        self._stop_progress()
        reloaded = self.session.opened is not None
        if self.case_view is None:
            self.case_view = CaseView(self.session, self._preferences)
            self._stack.addWidget(self.case_view)
        self._stack.setCurrentWidget(self.case_view)
        self.session.swap_in(opened, _remembered_tab(self._preferences))
        self.watcher.watch(opened)
        self._preferences.add_recent(str(Path(opened.path).absolute()))
        self.refresh_recent()
        self._title()
        if reloaded:
            self.notice.say(tr("Read again: this is the file as it is now."))

    def _refuse(self, path: str, reason: str) -> None:
        self._stop_progress()
        name = Path(path).name
        words = tr("“{name}” was not opened. {reason}", name=name, reason=reason)
        self.notice.warn(words, tr("Try again"), partial(self.open_path, path))

    def _show_progress(self) -> None:
        self.notice.progress(tr("Reading the case…"), self._give_up)

    def _advance(self, done: int, total: int) -> None:
        self.notice.advance(done, total)

    def _give_up(self) -> None:
        self._slow.stop()
        self.opener.stop()
        self.notice.say(tr("Reading was stopped; nothing was opened."))

    def _stop_progress(self) -> None:
        self._slow.stop()
        self.notice.put_away()

    def _tell_change(self) -> None:
        self.notice.warn(
            tr("The file changed on disk. What you see is what was read before."),
            tr("Reload"),
            self._files.reload,
        )

    # State -------------------------------------------------------------------------------

    def _moved(self, location: Location) -> None:
        self._preferences.set("tab", location.tab.value)
        self._offer()

    def _offer(self) -> None:
        there = {
            Needs.CASE: self.session.opened is not None,
            Needs.BACK: self.session.can_go(-1),
            Needs.FORWARD: self.session.can_go(1),
            Needs.RECENT: bool(self._preferences.get("recent")),
        }
        self.menus.offer(frozenset(need for need, met in there.items() if met))
        self.menus.check(
            {
                "remember_recent": self._preferences.get("remember_recent"),
                "full_screen": self.isFullScreen(),
            }
        )

    def _title(self) -> None:
        opened = self.session.opened
        name = tr("Case Viewer")
        self.setWindowTitle(name if opened is None else f"{short(opened.case.title)} – {name}")

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self._offer()

    # Events ------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._windows.open_paths(paths)
        else:
            self.notice.warn(tr("Only files and folders of this computer can be opened."))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.opener.stop()
        if not self.isFullScreen() and not self.isMaximized():
            self._preferences.set("window_size", [self.width(), self.height()])
        super().closeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self.watcher.look()
        return super().event(event)


def _remembered_tab(preferences: Preferences) -> Tab:
    known = {tab.value: tab for tab in Tab}
    return known.get(preferences.get("tab"), Tab.OVERVIEW)


def _short_name(path: str) -> str:
    found = Path(path)
    return found.parent.name if found.name.casefold() == "case.json" else found.name
