"""The state of one window: the open case, the place in it, and the way there.

This is the only mutable state. A case is swapped in only after reading it succeeded, so
that a failure leaves the last good one on screen.
"""

from dataclasses import dataclass, replace
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting.citing import Cited
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import has_page, tab_of
from caseviewer.formatting.seen import Marks
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.notes.by_record import NO_NOTES, CaseNotes


@dataclass(frozen=True, slots=True)
class Location:
    """What is on screen: a tab, and the record that is selected in it."""

    tab: Tab = Tab.OVERVIEW
    record: str = ""

    @property
    def target(self) -> Target:
        """The location as a link would name it."""
        return Target(self.record, self.tab)


class Session(QObject):
    """The open case and the selection, with Back and Forward as in a browser."""

    case_changed = Signal()
    case_checked = Signal()
    location_changed = Signal(object)
    cited_changed = Signal()
    marks_changed = Signal()
    notes_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no case."""
        super().__init__(parent)
        self._whole: OpenedCase | None = None
        self._opened: OpenedCase | None = None
        self._cited = Cited()
        self._marks: Marks = {}
        self._notes = NO_NOTES
        self._notes_hidden = False
        self._unsaved: frozenset[str] = frozenset()
        self._changes = 0
        self._history: list[Location] = [Location()]
        self._at = 0
        # Where the reader was moved to, as the record he had read was not known, and from where.
        self._moved: tuple[Location, Location] | None = None

    @property
    def opened(self) -> OpenedCase | None:
        """The open case as the reader wants to see it, if there is one."""
        return self._opened

    @property
    def whole(self) -> OpenedCase | None:
        """The open case with all that the file says, wherever the reader stands."""
        return self._whole

    @property
    def changes(self) -> int:
        """How often another case came, or other records of the same one."""
        return self._changes

    @property
    def standpoint(self) -> Standpoint:
        """Where the reader stands."""
        return Standpoint() if self._opened is None else self._opened.standpoint

    def standing_in(self, path: PurePath) -> Standpoint:
        """Where the reader will stand in the case at a path: as now, if it is the open one."""
        same = self._opened is not None and self._opened.path == path
        return self.standpoint if same else Standpoint()

    @property
    def cited(self) -> Cited:
        """The citations of the open case in the chosen style, as far as they are there."""
        return self._cited

    def show_cited(self, cited: Cited) -> None:
        """Show other citations of the open case."""
        self._cited = cited
        self.cited_changed.emit()

    @property
    def marks(self) -> Marks:
        """What the reader has marked as seen in the open case."""
        return self._marks

    def show_marks(self, marks: Marks) -> None:
        """Show other rows as seen."""
        if marks != self._marks:
            self._marks = marks
            self.marks_changed.emit()

    @property
    def notes(self) -> CaseNotes:
        """What the reader keeps on the open case; nothing while that is hidden."""
        return NO_NOTES if self._notes_hidden else self._notes

    @property
    def notes_hidden(self) -> bool:
        """Whether what the reader keeps is hidden."""
        return self._notes_hidden

    @property
    def unsaved(self) -> frozenset[str]:
        """The ids of notes and marks that are not on disk yet."""
        return self._unsaved

    def show_notes(
        self, notes: CaseNotes, *, hidden: bool, unsaved: frozenset[str] = frozenset()
    ) -> None:
        """Show other notes on the open case, or hide them."""
        before = (self._notes, self._notes_hidden, self._unsaved)
        self._notes, self._notes_hidden, self._unsaved = notes, hidden, unsaved
        if before != (notes, hidden, unsaved):
            self.notes_changed.emit()

    @property
    def location(self) -> Location:
        """What is on screen."""
        return self._history[self._at]

    def swap_in(self, opened: OpenedCase, tab: Tab = Tab.OVERVIEW) -> None:
        """Show a case; when the same file was open before, the reader stays where he is."""
        same = self._opened is not None and self._opened.path == opened.path
        before = self.standing_in(opened.path)
        self._see(opened, replace(before, today=opened.standpoint.today))
        if not same:
            self._history, self._at, self._moved = [Location(tab)], 0, None
        self._tell_change()

    def show_checks(self, opened: OpenedCase) -> None:
        """Show what was found of the open case since; everything stays where it is."""
        self._see(opened, self.standpoint)
        self.case_checked.emit()

    def take(self, standpoint: Standpoint) -> None:
        """Show the open case to a reader who stands elsewhere.

        Where what he reads is not known on the day, he reads on at what is, and comes back to it
        when it is known.
        """
        before = self._opened
        if self._whole is None or before is None or standpoint == self.standpoint:
            return
        self._see(self._whole, standpoint)
        if standpoint.as_at == before.standpoint.as_at:
            self.case_checked.emit()
            return
        left = self.location
        self._bring_back()
        wanted = self.location
        # What a link led to, though it was not known then either, is not lost.
        lost = self._is_hidden(wanted.record) and (
            wanted != left or has_page(before, wanted.record)
        )
        if lost:
            self._history[self._at] = replace(wanted, record="")
        self._tell_change()
        if lost:
            self._moved = (self.location, wanted)

    def _bring_back(self) -> None:
        if self._moved is not None:
            instead, wanted = self._moved
            self._history = [wanted if one == instead else one for one in self._history]
            self._moved = None

    def _is_hidden(self, record: str) -> bool:
        return bool(record) and self._opened is not None and not has_page(self._opened, record)

    def _tell_change(self) -> None:
        self._changes += 1
        self.case_changed.emit()
        self.location_changed.emit(self.location)

    def _see(self, whole: OpenedCase, standpoint: Standpoint) -> None:
        self._whole = whole
        self._opened = whole if standpoint == whole.standpoint else whole.seen_from(standpoint)

    def go(self, target: Target) -> None:
        """Follow a link; the place that is left can be come back to."""
        if self._opened is None:
            return
        tab = tab_of(self._opened, target)
        record = target.record or self._last_record(tab)
        self.visit(Location(tab, record))

    def select(self, record: str) -> None:
        """Move the selection within a tab; this is no step of the way."""
        if record == self.location.record:
            return
        self._history[self._at] = replace(self.location, record=record)
        self.location_changed.emit(self.location)

    def can_go(self, steps: int) -> bool:
        """Whether there is a place that many steps on, or back where negative."""
        return 0 <= self._at + steps < len(self._history)

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1)."""
        if self.can_go(steps):
            self._at += steps
            self.location_changed.emit(self.location)

    def visit(self, location: Location) -> None:
        """Go to just this place; the one that is left can be come back to."""
        if location == self.location:
            self.location_changed.emit(location)
            return
        del self._history[self._at + 1 :]
        self._history.append(location)
        self._at += 1
        self.location_changed.emit(location)

    def _last_record(self, tab: Tab) -> str:
        for location in reversed(self._history[: self._at + 1]):
            if location.tab is tab:
                return location.record
        return ""
