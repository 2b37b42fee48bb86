"""Opens a case: reads the bundle, then checks its documents and looks its passages up.

Both are steps of their own, so that a window can show the case while documents, which may be
large, are still being checked.
"""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePath

from caseviewer.bundle.container import changed
from caseviewer.bundle.files import Fingerprint as FileState
from caseviewer.bundle.quiet import collector_off
from caseviewer.bundle.reader import OnProgress, Reading, ReadingStopped, ShouldStop, read
from caseviewer.documents.checking import Checking
from caseviewer.documents.store import Shelf, shelf_of
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.review.reviewing import review

_FEW_RECORDS = 2_000
"""So many are reviewed before the window could tell."""


def today() -> int:
    """The number of the day that it is here now; the one place where the clock is asked for it."""
    return datetime.now(UTC).astimezone().date().toordinal()


class Opening:
    """A case that was read, whose documents are still to be checked."""

    def __init__(self, path: PurePath, reading: Reading, copies: Mapping[str, str]) -> None:
        """`copies` are the reader's own copies of documents, by the hash of each document."""
        self._reading = reading
        self._copies = copies
        self.opened = OpenedCase(
            case=reading.case,
            path=path,
            case_file=reading.location.case_file,
            fingerprint=reading.fingerprint,
            problems=reading.problems,
            unlisted_problems=reading.unlisted_problems,
            checked=Checked.UNDER_WAY,
            standpoint=Standpoint(today=today()),
        )

    def check(
        self,
        copies: Mapping[str, str] | None = None,
        *,
        on_progress: OnProgress | None = None,
        should_stop: ShouldStop | None = None,
    ) -> OpenedCase:
        """The case with what was found of its documents and passages, and by the program itself.

        `copies` are more copies of the reader's than those that were known. `on_progress` is told
        how many documents and passages have been checked; `should_stop` may end the work with
        ReadingStopped.
        """
        shelf = self._shelf({**self._copies, **(copies or {})})
        checking = Checking(self._reading, shelf, on_progress, should_stop)
        documents = tuple(checking.documents())
        passages = tuple(checking.passages())
        return self.opened.with_checks(
            problems=self._reading.problems + checking.listed(),
            unlisted_problems=self._reading.unlisted_problems + checking.report.unlisted(),
            documents=documents,
            passages=passages,
            findings=tuple(checking.findings),
            checked=Checked.DONE,
            reviewed=review(self.opened.case, self.opened.index, _pause(should_stop)),
        )

    def is_short(self) -> bool:
        """Whether there is next to nothing to check: no document is here, and few records."""
        if sum(1 for _ in all_records(self._reading.case)) > _FEW_RECORDS:
            return False
        documents = (source.document for source in self._reading.case.sources)
        return not self._shelf(self._copies).has_any(filter(None, documents))

    def _shelf(self, copies: Mapping[str, str]) -> Shelf:
        return shelf_of(Path(self._reading.location.case_file), copies)


def _pause(should_stop: ShouldStop | None) -> Callable[[], None]:
    """What ends the review where it is no longer wanted."""

    def pause() -> None:
        if should_stop is not None and should_stop():
            raise ReadingStopped

    return pause


def begin(
    path: str | os.PathLike[str],
    copies: Mapping[str, str] | None = None,
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
    freeze: bool = False,
) -> Opening:
    """Read a case file or folder; raise BundleError where nothing of it can be shown.

    For `on_progress`, `should_stop` and `freeze` see `bundle.reader.read`.
    """
    with collector_off(freeze=freeze):
        reading = read(path, on_progress=on_progress, should_stop=should_stop)
        return Opening(PurePath(path), reading, copies or {})


def open_case(
    path: str | os.PathLike[str],
    copies: Mapping[str, str] | None = None,
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
    freeze: bool = False,
) -> OpenedCase:
    """Open a case and check all of it; see `begin`."""
    with collector_off(freeze=freeze):
        opening = begin(path, copies, on_progress=on_progress, should_stop=should_stop)
        return opening.check(should_stop=should_stop)


def changed_on_disk(opened: OpenedCase) -> bool:
    """Whether the case file is no longer the one that was read, or is gone."""
    read_then = opened.fingerprint
    known = FileState(read_then.size, read_then.mtime_ns, read_then.inode)
    return changed(known, Path(opened.case_file))
