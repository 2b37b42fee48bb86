"""Keeps the search of the open case ready: its records first, then its documents."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from caseviewer.bundle.quiet import collector_off
from caseviewer.documents.store import Shelf, shelf_of
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Case
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_document
from caseviewer.search.document_texts import DocumentText, not_searched
from caseviewer.search.hits import Reach
from caseviewer.search.record_fields import FieldWords
from caseviewer.search.slices import in_turn
from caseviewer.ui import background
from caseviewer.ui.session import Session

BESIDE = 2_000
"""So many records are read beside the window."""
_SLOW_MS = 500
_TOGETHER_SECONDS = 0.2
"""Documents that are read as quickly are handed over together."""


class SearchReading(QObject):
    """What can be searched of the open case by now."""

    changed = Signal()
    """There is more to search than before, or something else."""
    slow = Signal(str, object)
    progressed = Signal(int, int)
    ended = Signal(str)
    failed = Signal(str)

    def __init__(
        self, session: Session, copies: Callable[[], Mapping[str, str]], parent: QObject
    ) -> None:
        """`copies` gives the reader's own copies of documents, by the hash of each."""
        super().__init__(parent)
        self._session, self._copies = session, copies
        self._search: CaseSearch | None = None
        self._coming: CaseSearch | None = None
        self._case: Case | None = None
        self._texts: dict[str, DocumentText] = {}
        self._further: Mapping[str, Sequence[FieldWords]] = {}
        self._is_stopped = self._is_told = self._wants_documents = False
        self._turn = background.Turn(self)
        self._stints = background.Stints(self)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._tell)

    @property
    def search(self) -> CaseSearch | None:
        """The search of the case as it is shown; None while its records are being read."""
        search, opened = self._search, self._session.opened
        fits = search is not None and opened is not None and _is_of(search, opened)
        return search if fits else None

    def want(self, *, documents: bool = True) -> None:
        """Read what is not read yet of the open case: its records, and if wished its documents."""
        opened, whole = self._session.opened, self._session.whole
        if opened is None or whole is None:
            return
        if whole.case is not self._case:
            self._texts, self._case = {}, whole.case
        if documents:
            self._is_stopped, self._wants_documents = False, True
        if self._search is not None and self._search.goes_on_with(opened):
            self._read_on()
        elif self._coming is None or not _is_of(self._coming, opened):
            self._prepare(opened)

    def add_further(self, texts: Mapping[str, Sequence[FieldWords]]) -> None:
        """Search more texts with the records that they belong to, instead of earlier ones."""
        self._further = texts
        if self._search is not None:
            self._search.add_further(texts)
            self.changed.emit()

    def rest(self) -> None:
        """Read nothing more until it is wished again; what was read is kept."""
        self._wants_documents = False
        self._turn.stop()
        self._stints.stop()
        self._coming = None
        self._end()

    def stop(self) -> None:
        """Read nothing more, as the reader wishes; he is told what is missing."""
        self.rest()
        self._is_stopped = True
        self.changed.emit()

    def drop(self) -> None:
        """Forget everything, as nobody wants the case any more."""
        self.rest()
        self._search, self._case, self._texts, self._further = None, None, {}, {}

    def still_words(self) -> str:
        """What is said of documents that are not read yet; empty where all are."""
        read, count = self._progress()
        if read == count:
            return ""
        if self._is_stopped:
            return tr(
                "Reading was stopped: {count} of {all} documents were not read. Ctrl+F reads on.",
                count=count - read,
                all=count,
            )
        return tr("Still reading {at} of {all} documents", at=read + 1, all=count)

    def _prepare(self, opened: OpenedCase) -> None:
        wants = self._wants_documents
        self.rest()
        self._wants_documents = wants
        self._search = None
        made = self._coming = CaseSearch(opened)
        self._slow.start()
        if sum(1 for _ in all_records(opened.case)) < BESIDE:
            self._stints.start(made.prepare(), lambda _: self._take(made))
        else:
            self._turn.start(partial(_prepare, made), lambda _: self._take(made), self._fail)

    def _take(self, made: CaseSearch) -> None:
        self._search, self._coming = made, None
        made.add_documents(self._texts.values())
        if self._further:
            made.add_further(self._further)
        self.changed.emit()
        self._read_on()

    def _read_on(self) -> None:
        waiting, search = self._waiting() if self._wants_documents else [], self._search
        if search is None or self._turn.busy:
            return
        if not waiting:
            self._end()
            return
        if not self._is_told and not self._slow.isActive():
            self._slow.start()
        shelf = shelf_of(Path(search.opened.case_file), self._copies())
        self._turn.start(
            partial(_read_some, shelf, waiting), self._keep, partial(self._leave_out, waiting[0])
        )

    def _keep(self, texts: Sequence[DocumentText]) -> None:
        self._texts.update((text.source, text) for text in texts)
        if self._search is not None:
            self._search.add_documents(texts)
        if self._is_told:
            self.progressed.emit(*self._progress())
        self._read_on()
        self.changed.emit()

    def _leave_out(self, source: Source, error: Exception) -> None:
        words = tr(
            "The program failed on it ({name}), which is a fault of the program and not of the"
            " file.",
            name=type(error).__name__,
        )
        self._keep((not_searched(source.id, Reach.NOT_READ, words),))

    def _fail(self, error: Exception) -> None:
        self.rest()
        self.failed.emit(
            tr(
                "The program failed while it made ready to search ({name}), which is a fault of"
                " the program and not of the file.",
                name=type(error).__name__,
            )
        )

    def _waiting(self) -> list[Source]:
        """The sources whose documents are not read yet."""
        opened = self._session.opened
        sources = () if opened is None else opened.case.sources
        return [
            source
            for source in sources
            if source.document is not None and source.id not in self._texts
        ]

    def _progress(self) -> tuple[int, int]:
        """How many documents have been read, and how many there are."""
        opened = self._session.opened
        sources = () if opened is None else opened.case.sources
        count = sum(1 for source in sources if source.document is not None)
        return count - len(self._waiting()), count

    def _tell(self) -> None:
        self._is_told = True
        self.slow.emit(_progress_words(), self.stop)
        self.progressed.emit(*self._progress())

    def _end(self) -> None:
        self._slow.stop()
        if self._is_told:
            self._is_told = False
            self.ended.emit(_progress_words())


def _progress_words() -> str:
    return tr("Reading the case for the search…")


def _is_of(search: CaseSearch, opened: OpenedCase) -> bool:
    """Whether a search is of these records, seen from the same place."""
    before = search.opened
    return before.case is opened.case and before.standpoint == opened.standpoint


def _prepare(made: CaseSearch, job: background.Job) -> None:
    made.opened.index.by_short("")  # numbers are looked up by it, too
    with collector_off(freeze=True):  # else a later collection would keep the window waiting
        in_turn(made.prepare(), job.give_way)


def _read_some(
    shelf: Shelf, waiting: Sequence[Source], job: background.Job
) -> tuple[DocumentText, ...]:
    """The first of these documents, and more of them as long as it takes no time."""
    found: list[DocumentText] = []
    end = time.monotonic() + _TOGETHER_SECONDS
    for source in waiting:
        if source.document is None or (found and time.monotonic() > end):
            break
        try:
            found.append(read_document(shelf, source.id, source.document, job.should_stop))
        except Exception:
            if not found:
                raise  # whoever hears of it leaves out the first one
            break
    return tuple(found)
