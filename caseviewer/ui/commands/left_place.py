"""Where a reader was when he opened the search, so that he can come back to it."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from caseviewer.formatting.pages import has_page
from caseviewer.ui.session import Location, Session


@dataclass(frozen=True, slots=True)
class LeftPlace:
    """A place in the case, the widget that had the keys, and how far everything was scrolled."""

    location: Location
    focus: QWidget | None
    scrolled: tuple[tuple[QScrollBar, int], ...]

    @classmethod
    def taken(cls, session: Session, focus: QWidget | None, root: QWidget) -> "LeftPlace":
        """Where the reader is now; what can be scrolled is looked for in `root`."""
        bars = [
            area.verticalScrollBar()
            for area in root.findChildren(QAbstractScrollArea)
            if area.isVisible()
        ]
        return cls(session.location, focus, tuple((bar, bar.value()) for bar in bars))

    def restore(self, session: Session) -> bool:
        """Go back there; whether the widget that had the keys has them again."""
        opened, location = session.opened, self.location
        if opened is not None and location.record and not has_page(opened, location.record):
            location = Location(location.tab)  # it is not known on the day that is shown
        if session.location != location:
            session.visit(location)
        self._scroll()
        focus = self.focus
        if focus is None or not isValid(focus) or not focus.isVisible():
            return False
        focus.setFocus()
        # Pages and rows are laid out when the window has its turn.
        QTimer.singleShot(0, focus, self._scroll)
        return True

    def _scroll(self) -> None:
        for bar, value in self.scrolled:
            if isValid(bar):
                bar.setValue(value)
