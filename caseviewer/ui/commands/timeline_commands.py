"""Showing the timeline, and putting it away."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.timeline_frame import TimelineFrame


class TimelineCommands(QObject):
    """The commands about the timeline of one window."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        preferences: Preferences,
        frame: Callable[[], TimelineFrame | None],
    ) -> None:
        """`frame` gives the timeline of the case, if there is a case."""
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._frame = frame

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"timeline": self.toggle, "focus_timeline": self.focus}

    def toggle(self) -> None:
        """Show the timeline and go to it, or put it away."""
        frame = self._frame()
        # What another window shows says nothing of this one.
        shown = not (self._preferences.get("timeline") if frame is None else frame.is_shown)
        self._preferences.set("timeline", shown)
        if frame is None:
            return
        if shown:
            self._session.go(Target(tab=Tab.CHRONOLOGY))
        frame.show_timeline(shown=shown)

    def focus(self) -> None:
        """Give the keys to the timeline, wherever the reader is."""
        frame = self._frame()
        if frame is None:
            return
        self._session.go(Target(tab=Tab.CHRONOLOGY))
        frame.show_timeline(shown=True)
        frame.timeline.view.setFocus()
