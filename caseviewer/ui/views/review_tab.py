"""The tab Review: differences, sums, gaps, what the program found, problems and citations."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.review_table import review_table
from caseviewer.formatting.seen import are_seen
from caseviewer.formatting.table import Item, Table, copy_rows
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.record_tab import RecordTab
from caseviewer.ui.widgets.review_bar import ReviewBar


class ReviewTab(RecordTab):
    """What a case leaves open, and what the reader has seen of it."""

    tab = Tab.REVIEW
    reads = False  # what is seen here has a button of its own

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Watch which rows are selected."""
        super().__init__(session, preferences, parent)
        self._listed: tuple[OpenedCase, tuple[Item, ...]] | None = None
        # Qt tells of the selection before it tells of the current row; the bar waits for both.
        self._chosen_later = QTimer(self, singleShot=True, interval=0)
        self._chosen_later.timeout.connect(self._show_seen)
        self.pane.list.rows_chosen.connect(self._chosen_later.start)

    @override
    def side(self) -> QWidget:
        self.bar = ReviewBar()
        self.bar.copy_wanted.connect(lambda: self.wished.emit("copy_questions", None))
        self.bar.mark_wanted.connect(lambda: self.wished.emit("mark_seen", None))
        self._session.marks_changed.connect(self.show_marks)
        return self.below(self.bar)

    @override
    def empty_words(self) -> str:
        return tr("No problems, differences or gaps are recorded in this file.")

    @override
    def table_of(self, opened: OpenedCase) -> Table:
        # Marks change while the rows stay; to gather them takes a while in a long list.
        listed = self._listed
        rows = listed[1] if listed is not None and listed[0] is opened else None
        made = review_table(opened, self._session.marks, rows)
        self._listed = (opened, made.rows)
        return made

    @override
    def copied_table(self, opened: OpenedCase) -> Table:
        """What somebody has seen is for nobody else."""
        return review_table(opened)

    @override
    def clip(self) -> tuple[ClipText, str] | None:
        made, opened = super().clip(), self._session.opened
        if made is None or opened is None:
            return None
        return copy_rows(opened, self.copied_table(opened), self.chosen()), made[1]

    @override
    def show_target(self, opened: OpenedCase, target: Target) -> None:
        super().show_target(opened, target)
        self._show_seen()

    def open_points(self) -> tuple[Item, ...]:
        """What can be asked about: the selected rows; of one row or none, all that are listed."""
        chosen, model = self.chosen(), self.model()
        if len(chosen) > 1 or model is None:
            return tuple(chosen)
        rows = map(model.item, range(model.rowCount()))
        return tuple(item for item in rows if item is not None)

    def seen_wanted(self) -> tuple[Item, ...]:
        """What can be marked as seen: the selected rows."""
        return tuple(self.chosen())

    def seen_name(self) -> str:
        """What these rows are called."""
        opened = self._session.opened
        return "" if opened is None else self._named(opened, self.chosen())

    def show_marks(self) -> None:
        """Show what is seen by now; what is selected and read stays."""
        opened, model = self._session.opened, self.model()
        if opened is None or model is None or opened is not self._opened:
            return
        self.replace_table(opened, model)
        self._show_seen()

    def _show_seen(self) -> None:
        """Let the bar say what marking would do with the selected rows."""
        opened, chosen, marks = self._session.opened, self.chosen(), self._session.marks
        seen = opened is not None and bool(chosen) and are_seen(opened, chosen, marks)
        self.bar.show_seen(seen=seen)
