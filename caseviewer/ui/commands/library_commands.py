"""What the reader decides of his library: folders, the index, whether it is used."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.translate import tr
from caseviewer.search.library.library import Library
from caseviewer.search.library.state_words import erase_question, forgotten_words
from caseviewer.search.library.store import IndexUnusableError
from caseviewer.search.library.values import State
from caseviewer.ui import background, messages

Deed = Callable[[], str]


class LibraryCommands(QObject):
    """Does what takes the index in hand behind an indexing that may be under way.

    `begun` tells that such a thing begins, which an indexing has to give way to; `changed` that
    it is done, and whether there is something to index now; `warned` also gives a thing to do, and
    what that is called.
    """

    said = Signal(str)
    warned = Signal(str, str, object)
    begun = Signal()
    changed = Signal(bool)

    def __init__(self, window: QWidget, library: Library) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._window = window
        self._library = library
        self._turn = background.Turn(self, takes_minutes=True)

    def add_folder(self) -> None:
        """Ask for a folder and add it."""
        folder = messages.ask_for_library_folder(self._window)
        if folder:
            self._add(folder)

    def forget_folder(self, folder: str) -> None:
        """Forget a folder at once; it can be added again."""

        def tell() -> None:
            again = partial(self._add, folder)
            self.warned.emit(forgotten_words(folder), tr("Add it again"), again)

        self._do(partial(self._library.forget_folder, folder), tell)

    def ask_to_erase(self, state: State) -> None:
        """Ask whether the index is to be erased."""
        self.warned.emit(erase_question(state), tr("Erase"), self.erase)

    def erase(self) -> None:
        """Erase the index; the folders stay."""
        words = tr("The index is erased. F5 indexes your folders again.")
        self._do(self._library.erase, partial(self.said.emit, words))

    def switch(self, *, on: bool) -> None:
        """Use the library, or use it no longer."""
        self._do(partial(self._library.switch, on=on), to_index=on)

    def stop(self) -> None:
        """Nobody waits to hear how it went."""
        self._turn.stop()

    def _add(self, folder: str) -> None:
        self._do(partial(self._library.add_folder, Path(folder)), to_index=True)

    def _do(
        self, deed: Deed, tell: Callable[[], object] = lambda: None, *, to_index: bool = False
    ) -> None:
        self.begun.emit()
        finish = partial(self._finish, tell, to_index)
        self._turn.start(lambda _: deed(), finish, self._fail)

    def _finish(self, tell: Callable[[], object], to_index: bool, fault: str) -> None:  # noqa: FBT001
        if fault:
            self.warned.emit(fault, "", None)
        else:
            tell()
        self.changed.emit(to_index and not fault)

    def _fail(self, error: Exception) -> None:
        self.warned.emit(failure_words(error), "", None)
        self.changed.emit(False)


def failure_words(error: Exception) -> str:
    """What is said where the index cannot be used, or the program itself failed."""
    if isinstance(error, IndexUnusableError):
        return str(error)
    return tr(
        "The library failed on it ({name}), which is a fault of the program; your cases are"
        " untouched.",
        name=type(error).__name__,
    )
