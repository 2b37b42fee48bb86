"""Opening and reloading a case beside the window, and noticing that its file changed."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from caseviewer.bundle.files import Fingerprint, fingerprint
from caseviewer.bundle.quiet import collector_off
from caseviewer.documents.opening import Opening, begin, changed_on_disk
from caseviewer.formatting.overview_page import header_page
from caseviewer.formatting.translate import tr
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import BundleError
from caseviewer.model.reckoning import deadline_window
from caseviewer.model.standpoint import AS_THE_FILE_SAYS, Standpoint
from caseviewer.ui import background

_SETTLE_MS = 300
_FIRST_DEADLINES = 100
BESIDE = 10_000
"""What could be known of a case of so many records is found beside the window."""


class Opener(QObject):
    """Reads one case at a time; a new wish replaces the one under way.

    `opened` gives the case; where its documents are still to be checked, `left` gives what does
    that behind it.
    """

    started = Signal(str)
    progressed = Signal(int, int)
    opened = Signal(object)
    left = Signal(object)
    refused = Signal(str, str)

    def __init__(
        self,
        parent: QObject | None = None,
        copies: Callable[[], Mapping[str, str]] = dict,
        standing: Callable[[PurePath], Standpoint] = lambda _: AS_THE_FILE_SAYS,
    ) -> None:
        """Read with what the reader brings.

        `copies` gives his own copies of documents, by the hash of each document; `standing` tells
        where he will stand in the case at a path.
        """
        super().__init__(parent)
        self._copies = copies
        self._standing = standing
        self._turn = background.Turn(self)

    @property
    def busy(self) -> bool:
        """Whether a case is being read."""
        return self._turn.busy

    def open(self, path: str) -> None:
        """Read a case; `opened` or `refused` tells how it ended."""
        self.stop()
        self.started.emit(path)
        self._turn.start(
            partial(_read, path, self._copies(), self._standing(PurePath(path))),
            self._finish,
            partial(self._fail, path),
            self.progressed.emit,
        )

    def stop(self) -> None:
        """Give up what is being read."""
        self._turn.stop()

    def _finish(self, read: tuple[OpenedCase, Opening | None]) -> None:
        opened, left = read
        self.opened.emit(opened)
        if left is not None:
            self.left.emit(left)

    def _fail(self, path: str, error: Exception) -> None:
        if isinstance(error, BundleError):
            self.refused.emit(path, str(error))
        else:
            words = tr(
                "The program failed on it ({name}), which is a fault of the program and not"
                " of the file.",
                name=type(error).__name__,
            )
            self.refused.emit(path, words)


def _read(
    path: str, copies: Mapping[str, str], standing: Standpoint, job: background.Job
) -> tuple[OpenedCase, Opening | None]:
    """The case, and what is still to be checked of it; where that is nothing, it is done."""
    with collector_off(freeze=True):
        opening = begin(path, copies, on_progress=job.progressed.emit, should_stop=job.should_stop)
        _make_ready(opening.opened, standing)
        if opening.is_short():
            return opening.check(should_stop=job.should_stop), None
        return opening.opened, opening


def _make_ready(opened: OpenedCase, standing: Standpoint) -> None:
    """Make what the header, the lists and their pages ask for; a window would stand still."""
    _ = opened.chronology
    opened.index.mentions("")
    header_page(opened)  # the dates that it is made from are read once
    for deadline in opened.case.deadlines[:_FIRST_DEADLINES]:
        deadline_window(opened, deadline)  # holidays, where they count, take long to load
    if standing.as_at is not None and sum(1 for _ in all_records(opened.case)) >= BESIDE:
        opened.seen_from(standing)  # the case keeps what could be known on that day


class Watcher(QObject):
    """Notices that the file of the open case was changed, replaced or taken away.

    The folder is watched too: after an atomic replace the file's own path is lost.
    """

    file_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._opened: OpenedCase | None = None
        self._told: Fingerprint | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._settle.start)
        self._watcher.directoryChanged.connect(self._settle.start)

    def watch(self, opened: OpenedCase) -> None:
        """Watch the file of a case, its folder, and that of its documents."""
        known = [*self._watcher.files(), *self._watcher.directories()]
        if known:
            self._watcher.removePaths(known)
        self._opened, self._told = opened, None
        case_file = Path(opened.case_file)
        wanted = (case_file, case_file.parent, case_file.parent / "documents")
        self._watcher.addPaths([str(path) for path in wanted if path.exists()])

    def look(self) -> None:
        """Compare the file with what was read; tell each change once."""
        if self._opened is None:
            return
        case_file = Path(self._opened.case_file)
        self._watch_again(case_file)
        if not changed_on_disk(self._opened):
            return
        now = _state(case_file)
        if now != self._told:
            self._told = now
            self.file_changed.emit()

    def _watch_again(self, case_file: Path) -> None:
        """A file that was replaced is another one, which nobody watches yet."""
        if str(case_file) not in self._watcher.files() and case_file.exists():
            self._watcher.addPath(str(case_file))


_GONE = Fingerprint(-1, -1, -1)


def _state(path: Path) -> Fingerprint:
    try:
        return fingerprint(path.stat())
    except OSError:
        return _GONE
