"""Copying what a case leaves open as questions, and marking what the reader has seen of it."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting.questions import questions_clip
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.seen import are_seen, case_digest, marked
from caseviewer.formatting.table import Item
from caseviewer.formatting.translate import tr
from caseviewer.ui import clipboard
from caseviewer.ui.seen_store import SeenStore
from caseviewer.ui.session import Session


@runtime_checkable
class ReviewRows(Protocol):
    """The tab of the review, as its commands see it."""

    def open_points(self) -> tuple[Item, ...]:
        """What can be asked about: the selected rows; of one row or none, all that are listed."""

    def seen_wanted(self) -> tuple[Item, ...]:
        """What can be marked as seen: the selected rows."""

    def seen_name(self) -> str:
        """What these rows are called."""


class ReviewCommands(QObject):
    """The commands of the review for one window."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(self, session: Session, store: SeenStore, view: Callable[[], object]) -> None:
        """`view` gives the tab that is in front; `store` keeps what was seen."""
        super().__init__(session)
        self._session = session
        self._store = store
        self._view = view
        self._case = ""
        session.case_changed.connect(self._read)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "copy_questions": self.copy_questions,
            "mark_seen": self.mark_seen,
            "forget_seen": self.forget_seen,
        }

    def copy_questions(self) -> None:
        """Copy the selected rows of the review as questions; of one row, all that are listed."""
        opened, view = self._session.opened, self._view()
        if opened is None:
            return
        rows = view.open_points() if isinstance(view, ReviewRows) else ()
        clip, count = questions_clip(opened, rows)
        if not count:
            self.said.emit(tr("There is nothing to ask here: go to Review. Nothing was copied."))
            return
        clipboard.copy(clip)
        self.said.emit(tr("Copied: {what}.", what=counted(count, tr("question"), tr("questions"))))

    def mark_seen(self) -> None:
        """Mark the selected rows of the review as seen; if all of them are, as not seen."""
        opened, view = self._session.opened, self._view()
        rows, what = _wanted(view)
        if opened is None or not rows:
            self.said.emit(tr("Rows of Review can be marked as seen; none is selected."))
            return
        seen = not are_seen(opened, rows, self._session.marks)
        # Another window may have marked rows of this case since.
        kept, fault = self._store.read(self._case)
        marks = marked(opened, rows, self._session.marks if fault else kept, seen=seen)
        self._session.show_marks(marks)
        fault = self._store.write(self._case, marks)
        self._tell(fault)
        if not fault:
            said = "Marked as seen: {what}." if seen else "Marked as not seen: {what}."
            self.said.emit(tr(said, what=what))

    def forget_seen(self) -> None:
        """Forget all that was marked as seen in this case."""
        if self._session.opened is None:
            return
        self._session.show_marks({})
        fault = self._store.forget(self._case)
        self._tell(fault)
        if not fault:
            self.said.emit(tr("Forgotten: what you marked as seen in this case."))

    def _read(self) -> None:
        opened = self._session.opened
        if opened is None or case_digest(opened) == self._case:
            return
        self._case = case_digest(opened)
        marks, fault = self._store.read(self._case)
        self._session.show_marks(marks)
        self._tell(fault)

    def _tell(self, fault: str) -> None:
        if fault:
            self.warned.emit(fault)


def _wanted(view: object) -> tuple[tuple[Item, ...], str]:
    """What can be marked as seen in a tab, and what it is called."""
    if not isinstance(view, ReviewRows):
        return (), ""
    return view.seen_wanted(), view.seen_name()
