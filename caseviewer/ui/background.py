"""Work beside the window: the one module that knows the thread pools.

Jobs get and give frozen values. Their signals arrive in the thread of the window.
"""

import logging
import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from typing_extensions import override

from caseviewer.search.slices import Slices

_STINT = 0.0015
_OWN_STINT = 0.005
"""So long the window is kept from other things; an answer has to be painted in the same frame."""
_PAUSE = 0.001
_FIRST_PAUSE = 0.1

Work = Callable[["Job"], Any]


class Job(QObject):
    """A piece of work: its progress, its result, and the wish that it stop."""

    progressed = Signal(int, int)
    told = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Prepare to call `work` with this job."""
        super().__init__(parent)
        self._work = work
        self._stopped = False
        self._since = 0.0

    def stop(self) -> None:
        """Ask the work to stop; nothing more is told of it."""
        self._stopped = True

    def should_stop(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stopped

    def give_way(self) -> bool:
        """Let the window work for a moment if it is due; whether to go on after that.

        Python runs one thread at a time: a job that seldom gives way makes each of the many
        small steps of a painting wait for it. The first time is long enough for the painting
        of what the work was asked for.
        """
        if time.perf_counter() - self._since > _STINT:
            time.sleep(_PAUSE if self._since else _FIRST_PAUSE)
            self._since = time.perf_counter()
        return not self._stopped

    def tell(self, value: object) -> None:
        """Tell something on the way, unless the work was asked to stop."""
        self._tell(self.told, value)

    def run(self) -> None:
        """Do the work and tell how it ended; none is begun that was stopped before."""
        # Whoever listens may keep the job for good; what it worked on, perhaps a case, is let go.
        work, self._work = self._work, _nothing
        if self._stopped:
            return
        try:
            result = work(self)
        except Exception as error:  # noqa: BLE001 - whatever happened is told in the window
            self._tell(self.failed, error)
        else:
            self._tell(self.finished, result)

    def _tell(self, signal: Any, value: object) -> None:
        if self._stopped:
            return
        try:
            signal.emit(value)
        except RuntimeError:
            logging.getLogger(__name__).debug("the window closed before its job ended")


class Turn:
    """One job at a time: a new one replaces the one under way, and none outlives its owner."""

    def __init__(self, owner: QObject, *, takes_minutes: bool = False) -> None:
        """Start with nothing under way; what takes minutes keeps nothing else waiting."""
        self._job: Job | None = None
        self._start = start_long if takes_minutes else start
        owner.destroyed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(
        self,
        work: Work,
        finish: Callable[[Any], object],
        fail: Callable[[Exception], object],
        advance: Callable[[int, int], object] | None = None,
        hear: Callable[[Any], object] | None = None,
    ) -> None:
        """Do `work` beside the window, then call `finish` with what came of it, or `fail`.

        advance: is told the progress of the work, as steps done and steps in all; hear: whatever
        else the work tells on its way.
        """
        self.stop()
        job = Job(work)
        if advance is not None:
            job.progressed.connect(partial(self._advance, job, advance))
        if hear is not None:
            job.told.connect(partial(self._hear, job, hear))
        job.finished.connect(partial(self._end, job, finish))
        job.failed.connect(partial(self._end, job, fail))
        self._job = job
        self._start(job)

    def stop(self, *_: object) -> None:
        """Give up what is under way; nothing more is told of it."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _advance(self, job: Job, tell: Callable[[int, int], object], done: int, total: int) -> None:
        if job is self._job:
            tell(done, total)

    def _hear(self, job: Job, tell: Callable[[Any], object], value: Any) -> None:
        if job is self._job:
            tell(value)

    def _end(self, job: Job, tell: Callable[[Any], object], value: Any) -> None:
        # A job may have ended before it was given up, with its word still on the way here.
        if job is self._job:
            self._job = None
            tell(value)


class Stints:
    """Work in the thread of the window itself, a few milliseconds in each of its turns.

    What a key asks for is answered sooner than by a job, which waits for the painting first. New
    work replaces what is under way.
    """

    def __init__(self, owner: QObject) -> None:
        """Start with nothing under way."""
        self._slices: Slices[Any] | None = None
        self._finish: Callable[[Any], object] = _nothing
        self._timer = QTimer(owner, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._slices is not None

    def start(self, slices: Slices[Any], finish: Callable[[Any], object]) -> None:
        """Do the work, and call `finish` with what came of it: at once where it is short."""
        self.stop()
        self._slices, self._finish = slices, finish
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        if self._slices is not None:
            self._slices.close()
        self._slices = None

    def _go_on(self) -> None:
        slices, end = self._slices, time.perf_counter() + _OWN_STINT
        if slices is None:
            return
        try:
            while time.perf_counter() < end:
                next(slices)
        except StopIteration as over:
            self.stop()
            self._finish(over.value)
        except Exception:
            self.stop()  # a work that failed has no more turns
            raise


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    @override
    def run(self) -> None:
        self._job.run()


def _nothing(_: object) -> None:
    """Stands for work that was done."""


@cache
def _long_pool() -> QThreadPool:
    """One thread for what takes minutes, so that short work never waits for it."""
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    return pool


def start(job: Job) -> None:
    """Run a job in the thread pool."""
    QThreadPool.globalInstance().start(_Runner(job))


def start_long(job: Job) -> None:
    """Run a job that may take minutes."""
    _long_pool().start(_Runner(job))


def wait_for_all(milliseconds: int = 10_000) -> bool:
    """Wait until every job has ended; whether they have."""
    pools = (_long_pool(), QThreadPool.globalInstance())
    return all(pool.waitForDone(milliseconds) for pool in pools)
