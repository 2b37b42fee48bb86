"""Stars, read marks and notes on the records that are selected or read, and hiding them all."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting import note_making
from caseviewer.formatting.note_words import called
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import OfRecord
from caseviewer.notes.merging import Change, Drop, Put
from caseviewer.notes.values import Sort
from caseviewer.ui.commands.note_keeping import NoteKeeping
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.note_field import Written
from caseviewer.ui.widgets.own_reading import OwnReading

_NAMED = 5
_AT_ONCE = 2_000
"""So many records are marked without a wait that is felt."""
_Making = Callable[[OpenedCase, Sequence[OfRecord]], list[Change]]


@runtime_checkable
class Reading(Protocol):
    """A tab, as these commands see it."""

    own: OwnReading


class NoteCommands(QObject):
    """The commands of the menu Notes that work on records, for one window."""

    said = Signal(str)
    undoable = Signal(str, str, object)
    """Something was taken away: the words for that, those of a button, and what it does."""
    hidden_changed = Signal()

    def __init__(self, session: Session, keeping: NoteKeeping, view: Callable[[], object]) -> None:
        """`view` gives the tab that is in front."""
        super().__init__(session)
        self._session = session
        self._keeping = keeping
        self._view = view

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "star": self.star,
            "mark_read": self.mark_read,
            "note": self.open_note,
            "confirm_note": self.confirm,
            "show_notes": self.toggle_hidden,
        }

    def star(self) -> None:
        """Star the selected records; if all of them are starred, take the stars away."""
        found = self._selected()
        if found and all(one.is_starred for one in found):
            self._make(found, _dropping(Sort.STAR), tr("No longer starred: {what}."))
        else:
            self._make(found, note_making.starred, tr("Starred: {what}."))

    def mark_read(self) -> None:
        """Mark the selected records as read; if all of them are read, as not read."""
        found = self._selected()
        if found and all(one.is_read for one in found):
            self._make(found, _dropping(Sort.READ), tr("Marked as not read: {what}."))
        else:
            self._make(found, note_making.read, tr("Marked as read: {what}."))

    def confirm(self) -> None:
        """Say that what was kept still holds, though the record has changed since."""
        selected = self._selected()
        found = [one for one in selected if one.is_outdated]
        if selected and not found:
            self.said.emit(tr("Nothing here was kept on a record that has changed since."))
        else:
            self._make(found, note_making.confirmed, tr("Still holds: what you kept on {what}."))

    def open_note(self) -> None:
        """Let a note be written on the record that is read."""
        view = self._view()
        if self._may_act() and not (isinstance(view, Reading) and view.own.open_note()):
            self.said.emit(_no_record())

    def write(self, written: object) -> None:
        """Keep the text of a note as it was typed; without a text there is no note any more."""
        whole, keeping = self._session.whole, self._keeping
        if whole is None or not isinstance(written, Written):
            return
        before = keeping.notes.notes.own.get(written.note)
        if written.text.strip():
            keeping.change(
                [note_making.noted(whole, written.record, written.note, written.text, before)]
            )
        elif before is not None:
            words = tr(
                "Taken away: your note on {what}.", what=self._name(keeping.notes.of(before.record))
            )
            keeping.change((Drop(before.id, before.modified),))
            self.undoable.emit(words, tr("Undo"), partial(keeping.change, (Put(before),)))

    def toggle_hidden(self) -> None:
        """Hide all that the reader keeps, in all windows, or show it again."""
        hidden = not self._keeping.hidden
        if hidden:
            self.leave()
        self._keeping.hide(hidden=hidden)
        self.hidden_changed.emit()
        self.said.emit(hidden_words() if hidden else tr("Your notes are shown again."))

    def hand_on(self) -> None:
        """Save what is being written, as long as the case is there that it is about."""
        view = self._view()
        if isinstance(view, Reading):
            view.own.pane.field.hand_on()

    def leave(self) -> None:
        """Save what is being written, and put the field away."""
        view = self._view()
        if isinstance(view, Reading):
            view.own.pane.field.close_field()

    def _selected(self) -> list[OfRecord]:
        """What is kept on the selected records; none while notes are hidden."""
        view = self._view()
        if self._keeping.hidden or not isinstance(view, Reading):
            return []
        return list(map(self._keeping.notes.of, view.own.noted()))

    def _may_act(self) -> bool:
        """Whether notes are shown; where they are not, that is said."""
        if self._keeping.hidden:
            self.said.emit(tr("{hidden} Nothing was changed.", hidden=hidden_words()))
        return not self._keeping.hidden

    def _make(self, found: Sequence[OfRecord], making: _Making, said: str) -> None:
        whole = self._session.whole
        if not self._may_act() or whole is None:
            return
        if len(found) > _AT_ONCE:
            self.said.emit(tr("Select at most {count} rows.", count=f"{_AT_ONCE:,}"))
            return
        changes = making(whole, found)
        if not changes:
            self.said.emit(_no_record())
            return
        self._keeping.change(changes)
        names = list(map(self._name, found))
        rows = counted(len(names), tr("record"), tr("records"))
        self.said.emit(said.format(what=", ".join(names) if len(names) <= _NAMED else rows))

    def _name(self, kept: OfRecord) -> str:
        """The number of a record; of one that is gone, what it was called."""
        opened = self._session.opened
        return ("" if opened is None else opened.index.short(kept.record)) or called(kept)


def hidden_words() -> str:
    """That notes are hidden, and what shows them again."""
    return tr("Your notes are hidden; Ctrl+Shift+H shows them.")


def _dropping(sort: Sort) -> _Making:
    return lambda _, found: note_making.dropped(found, sort)


def _no_record() -> str:
    return tr("Go to a record first: stars, marks and notes stand on records of the file.")
