"""What is kept on the open case: read from its file, changed, and written at once."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting.note_words import mended_words, unread_words
from caseviewer.model.case_index import CaseIndex
from caseviewer.notes.by_record import NO_NOTES, CaseNotes
from caseviewer.notes.json_values import Fault
from caseviewer.notes.merging import Change, Put, applied, gathered
from caseviewer.notes.of_case import shelf_of
from caseviewer.notes.store import Kept, NotesStore, Shelf
from caseviewer.notes.values import Notes
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session

_NOT_READ = object()
"""No version of a file: it is read again at the next look."""


class NoteKeeping(QObject):
    """The notes of one window, true to the file that other windows and programs write, too.

    What cannot be written stays here and waits; `unsaved` tells how much that is, and why.
    """

    told = Signal(str)
    written = Signal()
    unsaved = Signal(int, object)

    def __init__(self, session: Session, store: NotesStore, preferences: Preferences) -> None:
        """Keep what belongs to the case of `session`; whether it is hidden is a preference."""
        super().__init__(session)
        self._session = session
        self._preferences = preferences
        self.store = store
        self.notes: CaseNotes = NO_NOTES
        self.shelf: Shelf | None = None
        self.fault: Fault | str = ""
        self._on_disk = Notes()
        self._index: CaseIndex | None = None
        self._version: object = None
        self._waiting: dict[Shelf, tuple[Change, ...]] = {}
        self._untold: list[str] = []
        session.case_changed.connect(self._take_case)

    @property
    def hidden(self) -> bool:
        """Whether the reader hides what he keeps."""
        return bool(self._preferences.get("notes_hidden"))

    def hide(self, *, hidden: bool) -> None:
        """Hide all that is kept, or show it; the other windows are to `look`."""
        self._preferences.set("notes_hidden", hidden)
        self._show()

    @property
    def waiting(self) -> int:
        """How many changes are not written."""
        return sum(map(len, self._waiting.values()))

    def unsaved_texts(self) -> list[str]:
        """The texts of notes that are not written."""
        waiting = (one for changes in self._waiting.values() for one in changes)
        return [one.annotation.text for one in waiting
                if isinstance(one, Put) and one.annotation.text]  # fmt: skip

    def change(self, changes: Iterable[Change]) -> bool:
        """Make some changes, and write them; whether they are written."""
        if self.shelf is None:
            return False
        self._waiting[self.shelf] = gathered(self._waiting.get(self.shelf, ()), changes)
        return self.save()

    def save(self) -> bool:
        """Write what waits, with what others wrote meanwhile; whether nothing waits any more."""
        before, self.fault = self.waiting, ""
        for shelf, changes in list(self._waiting.items()):
            kept = self.store.save(shelf, changes)
            if kept.fault:
                self.fault = kept.fault
            else:
                del self._waiting[shelf]
            if shelf == self.shelf:
                self._version = self._version if kept.fault else kept.version
                self._adopt(kept)
        if before:
            self.written.emit()
            self.unsaved.emit(self.waiting, self.fault)
        return not self._waiting

    def look(self) -> None:
        """Show what others wrote, if they did, and hide or show all as it is wished by now."""
        if self.shelf is not None and self.store.state(self.shelf.key) != self._version:
            self._read(self.shelf)
        self._show()

    def forget(self) -> Fault | str:
        """Forget all that is kept on the case; returns why that cannot be done."""
        if self.shelf is None:
            return ""
        fault = self.store.forget(self.shelf.key)
        if not fault:
            self._waiting.pop(self.shelf, None)
            self._version = None
            self._adopt(Kept())
            self.written.emit()
            self.unsaved.emit(self.waiting, self.fault)
        return fault

    def _take_case(self) -> None:
        whole = self._session.whole
        if whole is None:
            return
        shelf, anew = shelf_of(whole.case), whole.index is not self._index
        self._index = whole.index
        if self.shelf is None or shelf.key != self.shelf.key:
            self.shelf, self.notes = shelf, CaseNotes(Notes(), whole.index)
            self._on_disk = Notes()
            self._read(shelf)
        elif anew:
            self.notes = CaseNotes(self.notes.notes, whole.index)
            self._show()

    def _read(self, shelf: Shelf) -> None:
        # What is written while it is read is another version, and is read when it is looked for.
        version, kept = self.store.state(shelf.key), self.store.read(shelf)
        self._version = _NOT_READ if kept.fault is Fault.BUSY else version
        self._adopt(kept)

    def _adopt(self, kept: Kept) -> None:
        """Take what was read or written, with what waits to be written on top of it."""
        shelf = self.shelf
        if shelf is None:
            return
        if kept.notes or not kept.fault:  # else nobody knows what is there by now
            self._on_disk = kept.notes
        notes, _ = applied(self._on_disk, self._waiting.get(shelf, ()))
        self.notes = self.notes.renewed(notes)
        self._tell(kept)
        self._show()

    def _show(self) -> None:
        waiting = () if self.shelf is None else self._waiting.get(self.shelf, ())
        unsaved = frozenset(one.id for one in waiting)
        self._session.show_notes(self.notes, hidden=self.hidden, unsaved=unsaved)
        if not self.hidden:
            untold, self._untold = self._untold, []
            if untold:
                self.told.emit(" ".join(untold))

    def _tell(self, kept: Kept) -> None:
        """Say what is wrong with the file, as soon as notes may be spoken of."""
        folder = str(self.store.folder)
        if kept.mended is not None:
            self._untold.append(mended_words(kept.mended, folder))
        elif kept.fault and not self._waiting:
            self._untold.append(unread_words(kept.fault, folder))
