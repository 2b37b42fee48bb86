"""Handing notes on as Web Annotations, taking some in, and forgetting all of a case."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.exporting.notes_file import export_notes, read_notes, usual_notes_name
from caseviewer.exporting.paper import ExportError
from caseviewer.formatting.note_words import counts_words, fault_words, import_words
from caseviewer.formatting.translate import tr
from caseviewer.notes.importing import brought
from caseviewer.ui import messages
from caseviewer.ui.commands.note_commands import hidden_words
from caseviewer.ui.commands.note_keeping import NoteKeeping
from caseviewer.ui.session import Session

_SUFFIX = ".json"


class NoteFiles(QObject):
    """The commands of the menu Notes that work on all of a case, for one window."""

    said = Signal(str)
    warned = Signal(str)
    asked = Signal(str, str, object)
    """A question: its words, those of the button that says yes, and what is done then."""

    def __init__(
        self, window: QWidget, session: Session, keeping: NoteKeeping, leave: Callable[[], None]
    ) -> None:
        """`leave` saves what is being written."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._keeping = keeping
        self._leave = leave

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "export_notes": self.export,
            "import_notes": self.import_file,
            "forget_notes": self.forget,
        }

    def export(self) -> None:
        """Ask where to, and write all that is kept on the case there."""
        opened = self._session.whole
        if opened is None or not self._may_act():
            return
        self._leave()
        notes = self._keeping.notes.notes
        if not notes:
            self.said.emit(tr("You have kept nothing on this case, so nothing was exported."))
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        proposed = str(folder / usual_notes_name(opened))
        path = messages.ask_where_to_export_notes(self._window, proposed)
        if not path:
            return
        target = Path(path if Path(path).suffix else f"{path}{_SUFFIX}")
        try:
            # The dialog asked before a file is written over, unless the ending was added here.
            export_notes(opened, notes, target, overwrite=str(target) == path)
        except ExportError as error:
            self.warned.emit(str(error))
            return
        what = counts_words(notes)
        self.said.emit(tr("Exported: {what} to “{name}”.", what=what, name=target.name))

    def import_file(self) -> None:
        """Ask for a file, and take in what is not kept yet."""
        opened = self._session.whole
        if opened is None or not self._may_act():
            return
        path = messages.ask_for_notes(self._window)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Take in what a file holds and is not kept yet."""
        opened = self._session.whole
        if opened is None:
            return
        self._leave()
        try:
            found = read_notes(path, opened.case.id)
        except ExportError as error:
            self.warned.emit(str(error))
            return
        new = brought(self._keeping.notes.notes, found.notes)
        self._keeping.change(new.all)
        self.said.emit(
            import_words(
                path.name, len(new.new), len(new.changed), found.elsewhere, found.not_understood
            )
        )

    def forget(self) -> None:
        """Ask whether all that is kept on the case is to be forgotten."""
        if self._session.whole is None or not self._may_act():
            return
        self._leave()
        notes, shelf = self._keeping.notes.notes, self._keeping.shelf
        question = tr(
            "Forget what you keep on this case, and its backup: {what}?", what=counts_words(notes)
        )
        if not notes:
            if shelf is None or not self._keeping.store.holds(shelf.key):
                self.said.emit(tr("You have kept nothing on this case."))
                return
            question = tr(
                "You keep nothing on this case that can be shown. Forget what is left of it on"
                " disk?"
            )
        self.asked.emit(question, tr("Forget it"), self._forget_now)

    def _forget_now(self) -> None:
        fault = self._keeping.forget()
        if fault:
            reason = fault_words(fault)
            self.warned.emit(tr("Your notes could not be forgotten: {reason}.", reason=reason))
        else:
            self.said.emit(tr("Forgotten: all that you kept on this case, and its backup."))

    def _may_act(self) -> bool:
        """Whether notes are shown; where they are not, that is said."""
        if self._keeping.hidden:
            self.said.emit(tr("{hidden} Nothing was changed.", hidden=hidden_words()))
        return not self._keeping.hidden
