"""The window: menus, the notice bar, and either the start page or a case.

It knows nothing that is slow to load, so that it can be painted at once. What cannot be seen
at first, and what it works with, the desk, are made behind the first painting, or when they
are first asked for.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.places import resources, samples
from caseviewer.ui.loading import Loading
from caseviewer.ui.preferences import SCHEMES, Preferences
from caseviewer.ui.safe_text import short
from caseviewer.ui.views.start_page import Entry, StartPage
from caseviewer.ui.widgets.menus import Menu, Menus

if TYPE_CHECKING:
    from caseviewer.formatting.page import Target
    from caseviewer.search.hits import Hit
    from caseviewer.ui.commands.view import Windows
    from caseviewer.ui.desk import Desk
    from caseviewer.ui.widgets.notice_bar import NoticeBar

_LOOK_MS = 2


class MainWindow(QMainWindow):
    """One window with at most one case."""

    painted = Signal()
    case_opened = Signal(object)

    def __init__(self, windows: "Windows", preferences: Preferences) -> None:
        """Build an empty window."""
        super().__init__()
        self._windows = windows
        self._preferences = preferences
        self._desk: Desk | None = None
        self._painted = False
        self._loading: Loading | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_whether_loaded)
        self._notice: NoticeBar | None = None
        recent, known = self._entries()
        self.start_page = StartPage(recent, known)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._lay_out()
        self.menus = Menus(self, self._do)
        self._recent_menu = self.menus.add_list("reload", tr("Open &recent"))
        self._sample_menu = self.menus.add_list("reload", tr("Open a &sample"))
        self._style_menu = self.menus.add_list("add_style", tr("Citation &style"), Menu.CITE)
        self.start_page.file_wanted.connect(partial(self._do, "open"))
        self.start_page.folder_wanted.connect(partial(self._do, "open_folder"))
        self.start_page.path_chosen.connect(self._open_one)
        self.start_page.library_wanted.connect(partial(self._do, "library"))
        self.setAcceptDrops(True)
        self.setWindowTitle(tr("Case Viewer"))
        self.resize(*preferences.get("window_size"))
        self._fill_menus(recent, known)

    @property
    def desk(self) -> "Desk":
        """What the window works with; loaded on first use."""
        if self._desk is None:
            if self._loading is not None:
                self._loading.wait()
            from caseviewer.ui.desk import Desk

            self._desk = Desk(self, self._windows, self._preferences, self.notice)
            self._desk.view_made.connect(self._bring_to_front)
            self._desk.session.case_changed.connect(self._show_case)
            self._desk.case_shown.connect(self.case_opened)
            self._desk.offer_changed.connect(self._offer)
            self._desk.action_wanted.connect(self._do)
            self._desk.recent_changed.connect(self._windows.refresh_recent)
            self._desk.citing.styles_changed.connect(self._fill_styles)
            self._fill_styles()
        return self._desk

    @property
    def notice(self) -> "NoticeBar":
        """The bar below that says what happened; made on first use."""
        if self._notice is None:
            from caseviewer.ui.widgets.notice_bar import NoticeBar

            self._notice = NoticeBar()
            self._column.addWidget(self._notice)
        return self._notice

    @property
    def is_empty(self) -> bool:
        """Whether a case can be opened here without hiding another."""
        if self._desk is None:
            return True
        return self._desk.session.opened is None and not self._desk.opener.busy

    def open_path(self, path: str) -> None:
        """Read a case in the background and show it here."""
        self.desk.opener.open(path)

    def shows(self, path: str) -> bool:
        """Whether the case at a path is open here."""
        return self._desk is not None and self._desk.arriving.shows(path)

    def open_at(self, path: str, place: "Target | Hit") -> None:
        """Show a place in a case, which is read first unless it is open here."""
        self.desk.arriving.open_at(path, place)

    @property
    def shows_start_page(self) -> bool:
        """Whether no case has been shown here."""
        return self._stack.currentWidget() is self.start_page

    def refresh_recent(self) -> None:
        """Fill the lists of recent files and samples."""
        recent, known = self._entries()
        self._fill_menus(recent, known)
        if self.shows_start_page:
            self.start_page.show_entries(recent, known)

    def refresh_notes(self) -> None:
        """Show what is kept on the case as it is by now, or hide it."""
        if self._desk is not None:
            self._desk.notes.look()
        self._offer()

    def look_changed(self) -> None:
        """Mark the colours in use, and lay the start page out anew."""
        scheme = self._preferences.get("scheme")
        self.menus.check({f"scheme_{name}": name == scheme for name in SCHEMES})
        self.start_page.redraw()

    def _entries(self) -> tuple[Sequence[Entry], Sequence[Entry]]:
        """Recent files and samples, each as (name, path)."""
        recent = [(_short_name(path), path) for path in self._preferences.get("recent")]
        known = [(_sample_name(folder.name), str(folder)) for folder in samples()]
        return recent, known

    def _fill_menus(self, recent: Sequence[Entry], known: Sequence[Entry]) -> None:
        self.menus.fill_list(self._recent_menu, recent, self._open_one)
        self.menus.fill_list(self._sample_menu, known, self._open_one)
        self._offer()

    def _fill_styles(self) -> None:
        citing = self.desk.citing
        entries = [(title, name) for name, title in citing.choices()]
        self.menus.fill_list(self._style_menu, entries, citing.choose, citing.chosen)

    def _lay_out(self) -> None:
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    def _do(self, name: str) -> None:
        own: dict[str, Callable[[], None]] = {"full_screen": self._toggle_full_screen}
        (own.get(name) or self.desk.handlers[name])()

    def _open_one(self, path: str) -> None:
        self._windows.open_paths([path])

    def _bring_to_front(self, case_view: QWidget) -> None:
        """Give a view its size before its pages are laid out, so that this is done once."""
        self._stack.addWidget(case_view)
        self._stack.setCurrentWidget(case_view)

    def _show_case(self) -> None:
        from caseviewer.formatting.as_at_words import as_at_title

        # A short case may be here before the window is painted: its keys are to work at once.
        self.menus.make()
        opened = self.desk.session.opened
        if opened is not None:
            parts = (short(opened.case.title), as_at_title(opened), tr("Case Viewer"))
            self.setWindowTitle(" – ".join(filter(None, parts)))
        self._offer()

    def _offer(self) -> None:
        self.menus.offer(frozenset() if self._desk is None else self._desk.offered())
        remembered = self._preferences.get("remember_recent")
        usual = bool(self._preferences.get("timeline"))
        timeline = usual if self._desk is None else self._desk.shows_timeline
        self.menus.check({"remember_recent": remembered, "timeline": timeline})
        self.menus.check({"full_screen": self.isFullScreen()})
        hidden = bool(self._preferences.get("notes_hidden"))
        self.menus.check({"show_notes": not hidden})
        self.menus.show_menu(Menu.NOTES, shown=not hidden)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self._offer()

    def _after_painting(self) -> None:
        """Make the rest, now that there is a window to look at."""
        self.menus.make()
        self.setWindowIcon(QIcon(str(resources() / "icons" / "caseviewer.svg")))
        self._loading = Loading()
        self._look.start()

    def _look_whether_loaded(self) -> None:
        if self._loading is None or not self._loading.over:
            return
        self._look.setInterval(0)
        if not self._loading.go_on():
            self._look.stop()
            _ = self.desk
            self.painted.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_painting)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._windows.open_paths(paths)
        else:
            self.notice.warn(tr("Only files and folders of this computer can be opened."))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._desk is not None and not self._desk.notes.may_close():
            event.ignore()
            return
        if self._desk is not None:
            self._desk.stop()
        if not self.isFullScreen() and not self.isMaximized():
            self._preferences.set("window_size", [self.width(), self.height()])
        super().closeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self._desk is not None:
            self._desk.watcher.look()
            self._desk.notes.look()
        return super().event(event)


def _short_name(path: str) -> str:
    found = Path(path)
    return found.parent.name if found.name.casefold() == "case.json" else found.name


def _sample_name(folder: str) -> str:
    """A folder such as "abdussamatov-v-kazakhstan" as people cite the case."""
    parties = folder.split("-v-")
    return " v. ".join(part.replace("-", " ").title() for part in parties)
