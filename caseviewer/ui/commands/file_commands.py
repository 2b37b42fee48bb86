"""Opening, reloading, closing, and what is remembered of files."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import messages
from caseviewer.ui.commands.opening import Opener
from caseviewer.ui.commands.view import Windows
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session


class FileCommands(QObject):
    """The commands of the File menu for one window."""

    said = Signal(str)
    recent_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        windows: Windows,
        session: Session,
        preferences: Preferences,
        opener: Opener,
    ) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._window = window
        self._windows = windows
        self._session = session
        self._preferences = preferences
        self._opener = opener

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "open": self.ask_file,
            "open_folder": self.ask_folder,
            "new_window": self._windows.new_window,
            "library": self._windows.show_library,
            "reload": self.reload,
            "remember_recent": self.toggle_recent,
            "forget_recent": self.forget_recent,
            "close": self._window.close,
            "quit": self._windows.quit,
        }

    def ask_file(self) -> None:
        """Ask for a case file and open it."""
        self._open(messages.ask_for_file(self._window))

    def ask_folder(self) -> None:
        """Ask for a folder and open the case in it."""
        self._open(messages.ask_for_folder(self._window))

    def reload(self) -> None:
        """Read the open case again; what is on screen stays until it is read."""
        if self._session.opened is not None:
            self._opener.open(str(self._session.opened.path))

    def toggle_recent(self) -> None:
        """Turn the list of recent files on or off; turning it off forgets it."""
        wanted = not self._preferences.get("remember_recent")
        self._preferences.set("remember_recent", wanted)
        if wanted:
            self.said.emit(tr("Recent files are remembered from now on."))
        else:
            self._preferences.forget_recent()
            self.said.emit(tr("Recent files are forgotten and no longer remembered."))
        self.recent_changed.emit()

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._preferences.forget_recent()
        self.said.emit(tr("The recent files are forgotten."))
        self.recent_changed.emit()

    def _open(self, path: str) -> None:
        if path:
            self._windows.open_paths([path])
