"""Keeps the index of the library up to date beside the window: one refresh at a time."""

import time
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from caseviewer.search.library.library import Library
from caseviewer.search.library.values import Progress, Refreshed
from caseviewer.ui import background

_TELL_EVERY = 0.1
_LOOK_EVERY = 0.05


class Reins:
    """What holds a refresh back, or ends it; asked in the thread that does the work."""

    def __init__(self) -> None:
        """Let the work run."""
        self._running = Event()
        self._running.set()
        self._stopped = False

    @property
    def held(self) -> bool:
        """Whether the work rests."""
        return not self._running.is_set()

    def hold(self) -> None:
        """Let the work rest."""
        self._running.clear()

    def let_go(self) -> None:
        """Let the work go on."""
        self._running.set()

    def stop(self) -> None:
        """Let the work end, with what was done kept."""
        self._stopped = True

    def may_go_on(self, given_up: Callable[[], bool]) -> bool:
        """Wait as long as the work is to rest; whether to go on then.

        given_up: whether nobody waits for the work any more.
        """
        while not self._stopped and not given_up():
            if self._running.wait(_LOOK_EVERY):
                return True
        return False


class Indexer(QObject):
    """Starts, holds and stops a refresh, and tells how far it is.

    `changed` tells that a refresh began, rests, goes on or is over.
    """

    began = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        """Keep `library`; nothing is under way."""
        super().__init__(parent)
        self._library = library
        self._turn = background.Turn(self, takes_minutes=True)
        self._reins: Reins | None = None

    @property
    def busy(self) -> bool:
        """Whether a refresh is under way, even if it rests."""
        return self._reins is not None

    @property
    def paused(self) -> bool:
        """Whether a refresh rests."""
        return self._reins is not None and self._reins.held

    def start(self) -> None:
        """Begin a refresh, unless one is under way."""
        if self._reins is None:
            self._reins = Reins()
            work = partial(_refresh, self._library, self._reins)
            self._turn.start(work, self._finish, self._fail, hear=self.progressed.emit)
            self.began.emit()
            self.changed.emit()

    def pause_or_go_on(self) -> None:
        """Let a refresh rest, or go on."""
        if self._reins is None:
            return
        if self._reins.held:
            self._reins.let_go()
        else:
            self._reins.hold()
        self.changed.emit()

    def stop(self) -> None:
        """End a refresh; `ended` tells when it has."""
        if self._reins is not None:
            self._reins.stop()

    def drop(self) -> None:
        """End a refresh of which nobody wants to hear any more."""
        self._turn.stop()
        self._reins = None

    def _finish(self, refreshed: Refreshed) -> None:
        self._reins = None
        self.ended.emit(refreshed)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._reins = None
        self.failed.emit(error)
        self.changed.emit()


def _refresh(library: Library, reins: Reins, job: background.Job) -> Refreshed:
    """Do the work; of what it tells on its way, as much as can be read."""
    last = 0.0

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _TELL_EVERY:
            last = now
            job.tell(progress)

    return library.refresh(tell, lambda: reins.may_go_on(job.should_stop))
