"""Work beside the window: the one module that knows the thread pool.

Jobs get and give frozen values. Their signals arrive in the thread of the window.
"""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

Work = Callable[["Job"], Any]


class Job(QObject):
    """A piece of work: its progress, its result, and the wish that it stop."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Prepare to call `work` with this job."""
        super().__init__(parent)
        self._work = work
        self._stopped = False

    def stop(self) -> None:
        """Ask the work to stop; nothing more is told of it."""
        self._stopped = True

    def should_stop(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stopped

    def run(self) -> None:
        """Do the work and tell how it ended."""
        try:
            result = self._work(self)
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


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    @override
    def run(self) -> None:
        self._job.run()


def start(job: Job) -> None:
    """Run a job in the thread pool."""
    QThreadPool.globalInstance().start(_Runner(job))


def wait_for_all(milliseconds: int = 10_000) -> bool:
    """Wait until every job has ended; whether they have."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
