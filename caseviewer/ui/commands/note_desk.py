"""All that a window does with notes: what is kept, the commands, and what is not saved yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.note_words import unsaved_words
from caseviewer.formatting.translate import tr
from caseviewer.notes.store import FOLDER, NotesStore
from caseviewer.ui import clipboard
from caseviewer.ui.commands.note_commands import NoteCommands, hidden_words
from caseviewer.ui.commands.note_files import NoteFiles
from caseviewer.ui.commands.note_keeping import NoteKeeping
from caseviewer.ui.commands.view import Windows
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.unsaved_bar import UnsavedBar


class NoteDesk(QObject):
    """The notes of one window; what is told goes where the window tells what happened."""

    said = Signal(str)
    warned = Signal(str, str, object)
    hidden_changed = Signal()
    taken_back = Signal(str)
    """What was told of notes, and is not to be read any more."""

    def __init__(
        self,
        window: QWidget,
        windows: Windows,
        session: Session,
        preferences: Preferences,
        view: Callable[[], object],
    ) -> None:
        """`view` gives the tab that is in front; other `windows` are told what was written."""
        super().__init__(window)
        self._window = window
        store = NotesStore(preferences.data_folder / FOLDER)
        self.keeping = NoteKeeping(session, store, preferences)
        self._commands = NoteCommands(session, self.keeping, view)
        self._files = NoteFiles(window, session, self.keeping, self._commands.leave)
        self._bar: UnsavedBar | None = None
        self._told = self._closes = False
        self._last = ""
        self.keeping.told.connect(lambda words: self.warned.emit(words, "", None))
        self.keeping.written.connect(windows.refresh_notes)
        self.keeping.unsaved.connect(lambda *_: self._show_unsaved())
        self._commands.said.connect(self.said)
        self._commands.undoable.connect(self.warned)
        self._commands.hidden_changed.connect(windows.refresh_notes)
        self._commands.hidden_changed.connect(self.hidden_changed)
        self._commands.hidden_changed.connect(self._show_unsaved)
        self._files.said.connect(self.said)
        self._files.warned.connect(lambda words: self.warned.emit(words, "", None))
        self._files.asked.connect(self.warned)
        self.said.connect(self._remember)
        self.warned.connect(lambda words, *_: self._remember(words))
        self.write = self._commands.write
        self.hand_on = self._commands.hand_on

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {**self._commands.handlers(), **self._files.handlers()}

    def serve(self, bar: UnsavedBar) -> None:
        """Let a bar stand as long as something is not saved."""
        self._bar = bar
        bar.again_wanted.connect(self.keeping.save)
        bar.copy_wanted.connect(self._copy)
        self._show_unsaved()

    def look(self) -> None:
        """Show what others wrote by now, or hide all, as another window was told to."""
        self.keeping.look()
        if self.keeping.hidden and self._last:
            last, self._last = self._last, ""
            self.taken_back.emit(last)

    def tell_when_hidden(self) -> None:
        """Once, as a case is opened: that notes are hidden, whether there are any or not."""
        if self.keeping.hidden and not self._told:
            self._told = True
            self.said.emit(hidden_words())

    def may_close(self) -> bool:
        """Whether all is saved, or the reader said that it may be lost; else he is asked."""
        self._commands.leave()
        if self._closes or not self.keeping.waiting or self.keeping.save():
            return True
        words = unsaved_words(self.keeping.waiting, self.keeping.fault)
        question = tr("{unsaved} If this window is closed now, that is lost.", unsaved=words)
        self.warned.emit(question, tr("Close all the same"), self._close)
        return False

    def _remember(self, words: str) -> None:
        """What is told while notes are shown may name them; it is taken back when they hide."""
        if not self.keeping.hidden:
            self._last = words

    def _close(self) -> None:
        self._closes = True
        self._window.close()

    def _copy(self) -> None:
        texts = self.keeping.unsaved_texts()
        clipboard.copy(ClipText("\n\n".join(texts), ""))
        self.said.emit(tr("Copied: the text that is not saved."))

    def _show_unsaved(self) -> None:
        """Say what is not saved, unless notes are hidden: then closing the window asks."""
        keeping, bar = self.keeping, self._bar
        if bar is None:
            return
        shown = keeping.waiting and not keeping.hidden
        words = unsaved_words(keeping.waiting, keeping.fault) if shown else ""
        bar.warn(words, has_text=bool(keeping.unsaved_texts()))
