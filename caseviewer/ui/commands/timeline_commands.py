"""Showing the timeline, putting it away, and saving it as a picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.ui.messages import ask_where_to_save_picture
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.timeline_frame import TimelineFrame
from caseviewer.ui.widgets.timeline_saving import Sheet, save


class TimelineCommands(QObject):
    """The commands about the timeline of one window."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        preferences: Preferences,
        frame: Callable[[], TimelineFrame | None],
    ) -> None:
        """`frame` gives the timeline of the case, if there is a case."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._preferences = preferences
        self._frame = frame

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"timeline": self.toggle, "save_timeline": self.save}

    def toggle(self) -> None:
        """Show the timeline and go to it, or put it away."""
        shown = not self._preferences.get("timeline")
        self._preferences.set("timeline", shown)
        frame = self._frame()
        if frame is None:
            return
        if shown:
            self._session.go(Target(tab=Tab.CHRONOLOGY))
        frame.show_timeline(shown=shown)

    def save(self) -> None:
        """Write the picture as it is shown to where the reader wants it."""
        frame, opened = self._frame(), self._session.opened
        sheet = None
        if frame is not None and opened is not None:
            sheet = frame.timeline.sheet(opened.case.title)
        if sheet is None:
            self.said.emit(tr("No timeline is shown, so nothing was saved."))
            return
        path = ask_where_to_save_picture(self._window, tr("timeline"))
        if path:
            self._write(sheet, Path(path))

    def _write(self, sheet: Sheet, path: Path) -> None:
        try:
            save(sheet, path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            words = tr("“{name}” was not saved: {reason}.", name=path.name, reason=reason)
            self.warned.emit(words)
        else:
            self.said.emit(tr("Saved: {name}.", name=path.name))
