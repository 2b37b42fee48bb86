"""Builds every object of the window program and wires them together."""

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.messages import keep_no_folder_history
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.theme import STYLE, Theme

if TYPE_CHECKING:
    from caseviewer.formatting.page import Target
    from caseviewer.model.opened import OpenedCase
    from caseviewer.search.hits import Hit
    from caseviewer.ui.library.keeping import LibraryKeeping


class Program(QObject):
    """All windows of the program, with one look and one set of preferences."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        """Start with no window."""
        super().__init__(app)
        self._app = app
        self.preferences = preferences
        self.theme = Theme(app)
        self.windows: list[MainWindow] = []
        self._library: LibraryKeeping | None = None
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self.apply_look)

    @property
    def library(self) -> "LibraryKeeping":
        """The library; loaded on first use, which is behind the first painting."""
        if self._library is None:
            from caseviewer.search.library.library import Library
            from caseviewer.ui.library.keeping import LibraryKeeping

            self._library = LibraryKeeping(self, self.preferences, Library(), self)
            self._library.counted.connect(self._tell_library)
        return self._library

    def new_window(self) -> MainWindow:
        """Open an empty window."""
        window = MainWindow(self, self.preferences)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(partial(self._forget, window))
        window.painted.connect(partial(self._count_for, window))
        window.case_opened.connect(self._note_opened)
        window.look_changed()
        self.windows.append(window)
        window.show()
        return window

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open each case: in an empty window if there is one, else in a new one."""
        for path in paths:
            window = next((item for item in self._visible() if item.is_empty), None)
            (window or self.new_window()).open_path(path)

    def open_at(self, path: str, place: "Target | Hit") -> None:
        """Show a place in a case: in the window that shows it, an empty one, or a new one."""
        there = next((item for item in self._visible() if item.shows(path)), None)
        window = there or next((item for item in self._visible() if item.is_empty), None)
        window = window or self.new_window()
        window.open_at(path, place)
        window.raise_()
        window.activateWindow()

    def show_library(self) -> None:
        """Show the window of the library, of which there is one."""
        self.library.show()

    def quit(self) -> None:
        """Close every window; the program ends with the last one."""
        self._app.closeAllWindows()

    def apply_look(self) -> None:
        """Show the remembered colours and size of text in every window."""
        self._apply()
        for window in self._visible():
            window.look_changed()
        if self._library is not None:
            self._library.look_changed()

    def _forget(self, window: MainWindow, *_: object) -> None:
        self.windows.remove(window)

    def _count_for(self, window: MainWindow) -> None:
        if window.shows_start_page:
            self.library.count()

    def _tell_library(self, holds: str) -> None:
        for window in self._visible():
            window.start_page.show_library(holds)

    def _note_opened(self, opened: "OpenedCase") -> None:
        self.library.note(opened)

    def refresh_recent(self) -> None:
        """Show the recent files as they are now in every window."""
        for window in self._visible():
            window.refresh_recent()

    def refresh_notes(self) -> None:
        """Show what is kept on cases as it is by now in every window, or hide it."""
        for window in self._visible():
            window.refresh_notes()

    def _apply(self) -> None:
        self.theme.apply(self.preferences.get("scheme"), self.preferences.get("text_size"))

    def _visible(self) -> list[MainWindow]:
        return [window for window in self.windows if not window.isHidden()]


def _collect_again() -> None:
    """Let the collector work, but no more on what was loaded."""
    gc.freeze()
    gc.enable()


def run(paths: Sequence[str]) -> int:
    """Open a window for each path, or one empty window; returns the exit code."""
    gc.disable()  # until everything is loaded: nothing of that is ever given back
    app = QApplication([sys.argv[0], *STYLE])
    app.setApplicationName("Case Viewer")
    app.setDesktopFileName("caseviewer")
    keep_no_folder_history()
    program = Program(app, Preferences())
    first = program.new_window()
    wanted = [str(Path(path).absolute()) for path in paths]
    first.painted.connect(_collect_again)
    # Behind the first painting, so that a window is there before the case is read.
    first.painted.connect(lambda: program.open_paths(wanted))
    code = app.exec()
    from caseviewer.ui.background import wait_for_all
    from caseviewer.ui.clipboard import let_go

    wait_for_all()
    let_go()
    return code
