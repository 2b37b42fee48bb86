"""Asks the library beside the window; of each kind of question only the last is answered."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from caseviewer.search.library.library import Library
from caseviewer.search.library.store import IndexUnusableError
from caseviewer.search.library.values import (
    CaseRow,
    Chosen,
    PartyRow,
    State,
)
from caseviewer.ui import background

Listed = tuple[State, tuple[CaseRow, ...]]


class Asking(QObject):
    """Questions to the library, and its answers."""

    listed = Signal(object, object)
    detailed = Signal(int, object)
    found = Signal(object)
    found_more = Signal(object)
    same_found = Signal(int, object, object)
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        """Ask `library`."""
        super().__init__(parent)
        self._library = library
        self._listing = background.Turn(self)
        self._detailing = background.Turn(self)
        self._searching = background.Turn(self)
        self._looking_on = background.Turn(self)

    def list_cases(self) -> None:
        """Ask for all cases, and the state of the index."""
        self._listing.start(
            lambda _: _list(self._library),
            lambda both: self.listed.emit(*both),
            self.failed.emit,
        )

    def ask_details(self, key: int) -> None:
        """Ask what the preview of a case shows."""
        self._detailing.start(
            lambda _: self._library.details(key),
            partial(self.detailed.emit, key),
            self.failed.emit,
        )

    def ask_same(self, key: int, party: PartyRow) -> None:
        """Ask for other cases with a party, in place of what the preview shows."""
        self._detailing.start(
            lambda _: self._library.same_party(key, party.record),
            partial(self.same_found.emit, key, party),
            self.failed.emit,
        )

    def search(self, typed: str, chosen: Chosen, most: int) -> None:
        """Search all cases that are chosen, for about so many hits."""
        self._looking_on.stop()
        self._searching.start(
            lambda _: self._library.search(typed, chosen, most),
            self.found.emit,
            self.failed.emit,
        )

    def search_in(self, typed: str, key: int) -> None:
        """Ask for the other hits in one case."""
        self._looking_on.start(
            lambda _: self._library.hits_in(typed, key),
            self.found_more.emit,
            self.failed.emit,
        )

    def leave_search(self) -> None:
        """Nobody waits for hits any more."""
        self._searching.stop()
        self._looking_on.stop()

    def drop(self) -> None:
        """Nobody waits for any answer any more."""
        for turn in (self._listing, self._detailing, self._searching, self._looking_on):
            turn.stop()


def _list(library: Library) -> Listed:
    """The state and the cases; of an index that cannot be used, the state tells so."""
    state = library.state()
    try:
        return state, library.cases() if state.on else ()
    except IndexUnusableError:
        return state, ()
