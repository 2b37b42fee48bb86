"""Everything that finds in the open case, for one window: what is searched, the search, Go to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.note_words import further_texts
from caseviewer.ui.actions import Needs
from caseviewer.ui.commands.go_to import GoToCommands
from caseviewer.ui.commands.search_commands import SearchCommands
from caseviewer.ui.commands.search_reading import SearchReading
from caseviewer.ui.commands.view import View
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.search_frame import SearchFrame

_WITHIN_TABS = (
    "filter", "own_order", "focus_list", "focus_page", "focus_timeline", "pinpoint", "note",
)  # fmt: skip
"""Actions that lead into a tab, which hits may stand in the place of."""

Handlers = dict[str, Callable[[], object]]


class Finding(QObject):
    """The search and Go to, which look through the same."""

    action_wanted = Signal(str)
    slow = Signal(str, object)
    progressed = Signal(int, int)
    ended = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        preferences: Preferences,
        view: Callable[[], View | None],
        offered: Callable[[], frozenset[Needs]],
    ) -> None:
        """`view` gives the tab in front, `offered` tells which needs of actions are met."""
        super().__init__(session)
        copies = partial(preferences.get, "document_copies")
        self.reading = SearchReading(session, copies, self)
        self.search = SearchCommands(session, self.reading, view, self)
        self.go_to = GoToCommands(window, session, self.reading, offered, self)
        self.go_to.action_wanted.connect(self.action_wanted)
        self.reading.slow.connect(self.slow)
        self.reading.progressed.connect(self.progressed)
        self.reading.ended.connect(self.ended)
        self.reading.failed.connect(self.warned)
        self._session = session
        session.notes_changed.connect(self._take_notes)
        # Behind the search, which forgets what it knew of another case.
        session.case_changed.connect(self._take_notes)

    def handlers(self) -> Handlers:
        """What each action does, by its name."""
        return {**self.search.handlers(), **self.go_to.handlers()}

    def within_tabs(self, handlers: Handlers) -> Handlers:
        """Of all handlers, those that lead into a tab: they bring the tabs into sight first."""
        return self.search.in_sight(handlers, *_WITHIN_TABS)

    def serve(self, frame: SearchFrame, mark: Callable[[Marker | None], None]) -> None:
        """Do what the search of a case view asks for, and mark there what is found."""
        self.search.serve(frame)
        self.search.marked.connect(mark)

    def stop(self) -> None:
        """Give up what is under way, as the window closes."""
        self.search.stop()

    def _take_notes(self) -> None:
        """Search the reader's notes as they are by now; none while they are hidden."""
        self.reading.add_further(further_texts(self._session.notes))
