"""The program's library: its one window, what start pages tell of it, and what it is told."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from caseviewer.model.opened import OpenedCase
from caseviewer.search.library.library import Library
from caseviewer.search.library.state_words import cases_words
from caseviewer.search.library.values import State
from caseviewer.ui import background
from caseviewer.ui.commands.view import Windows
from caseviewer.ui.library.window import LibraryWindow
from caseviewer.ui.preferences import Preferences


class LibraryKeeping(QObject):
    """What all windows of the program share of the library."""

    counted = Signal(str)

    def __init__(
        self, windows: Windows, preferences: Preferences, library: Library, parent: QObject
    ) -> None:
        """Keep `library`, with no window yet."""
        super().__init__(parent)
        self._windows = windows
        self._preferences = preferences
        self._library = library
        self._counting = background.Turn(self)
        self.window: LibraryWindow | None = None
        self.destroyed.connect(library.close)

    def show(self) -> LibraryWindow:
        """Bring the library's window to the front; it is made where there is none."""
        if self.window is None:
            self.window = LibraryWindow(self._windows, self._preferences, self._library)
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.destroyed.connect(self._forget)
            self.window.asking.listed.connect(lambda state, _: self._tell(state))
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        return self.window

    def count(self) -> None:
        """Find out how many cases there are; `counted` tells it in words."""
        self._counting.start(lambda _: self._library.state(), self._tell, lambda _: None)

    def note(self, opened: OpenedCase) -> None:
        """Note that a case was opened, if it lies in the library."""
        path = Path(opened.case_file).absolute()
        job = background.Job(lambda _: self._library.mark_opened(path), self)
        job.finished.connect(lambda _: self._list_again())
        background.start(job)

    def look_changed(self) -> None:
        """The colours or the size of text changed."""
        if self.window is not None:
            self.window.look_changed()

    def _list_again(self) -> None:
        if self.window is not None:
            self.window.list_again()

    def _tell(self, state: State) -> None:
        self.counted.emit(cases_words(state.cases) if state.on and state.folders else "")

    def _forget(self) -> None:
        self.window = None
