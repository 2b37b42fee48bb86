"""Loads what is slow to load: Qt at the start, what reads and tells cases beside the window."""

import builtins
from threading import Thread


def load_qt() -> None:
    """Load Qt's core, and put Python's own way of importing back in its place.

    PySide6 replaces it: after each import it reads and keeps the source of the module, to see
    whether that asks for the other spelling of names that PySide6 offers. None of ours does,
    and it costs a third of the time that modules take, and memory.
    """
    before = builtins.__import__
    from PySide6 import QtCore

    _ = QtCore
    builtins.__import__ = before


class Loading:
    """Loads what cases are read and told with, while the window can be used.

    Whoever needs it at once waits for it and imports nothing before: of two threads that
    load the same modules, one may get half of one. Nothing of Qt is among them.
    """

    def __init__(self) -> None:
        """Start to load."""
        self._thread = Thread(target=_load_core)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether nothing is left to load."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait until nothing is left to load."""
        self._thread.join()


def _load_core() -> None:
    from caseviewer.citations import batch, exports, more_styles
    from caseviewer.documents import opening
    from caseviewer.formatting import citation_clip, pages, tables

    _ = batch, citation_clip, exports, more_styles, opening, pages, tables
