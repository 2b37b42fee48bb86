"""The tab Chronology: what happened when, and what is owed by when."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.elapsed_page import (
    Dated,
    elapsed_clip,
    elapsed_page,
    elapsed_words,
    pair_of,
)
from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.pages import row_of
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.copy_bar import CopyBar
from caseviewer.ui.widgets.deadline_bar import DeadlineBar
from caseviewer.ui.widgets.picture_file import PaintedPicture
from caseviewer.ui.widgets.record_tab import RecordTab
from caseviewer.ui.widgets.timeline_frame import TimelineFrame


class ChronologyTab(RecordTab):
    """What happened when, and what is owed by when: as a picture and as a list.

    Of two selected rows it shows the time between them.
    """

    tab = Tab.CHRONOLOGY

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Watch how many rows are selected."""
        super().__init__(session, preferences, parent)
        self._between = False
        # Qt tells of the selection before it tells of the current row; the page waits for both.
        self._chosen_later = QTimer(self, singleShot=True, interval=0)
        self._chosen_later.timeout.connect(self._show_chosen)
        self.pane.list.rows_chosen.connect(self._chosen_later.start)
        self.page_view.activated.connect(self._leave_pair)
        self.pane.made_low.connect(self.bar.set_low)

    @override
    def side(self) -> QWidget:
        self.deadline_bar = DeadlineBar()
        self.deadline_bar.assumed.connect(self._assume)
        self.deadline_bar.left.connect(self.focus_list)
        self.bar = CopyBar(self.deadline_bar)
        self.bar.copy_wanted.connect(lambda: self.wished.emit("copy", None))
        return self.below(self.bar)

    @override
    def show_case(self, opened: OpenedCase) -> None:
        self.deadline_bar.show_deadline(opened, None)
        super().show_case(opened)
        model = self.model()
        if model is not None:
            self.frame.show_rows(opened, model, anew=True)

    @override
    def whole(self) -> QWidget:
        self.frame = TimelineFrame(self.pane, self._preferences)
        self.frame.toggled.connect(lambda: self.wished.emit("offer", None))
        timeline = self.frame.timeline
        timeline.row_selected.connect(self._select)
        timeline.row_followed.connect(self.follow_row)
        timeline.picture_wanted.connect(lambda: self.wished.emit("save_picture", None))
        timeline.left.connect(self.focus_list)
        return self.frame

    @override
    def empty_words(self) -> str:
        return tr("This file records no events and no deadlines.")

    @override
    def page_of(self, opened: OpenedCase, target: Target) -> Page:
        pair = self._pair()
        self._between = pair is not None
        alone = opened.index.get(target.record) if pair is None else None
        self.deadline_bar.show_deadline(opened, alone)
        return super().page_of(opened, target) if pair is None else elapsed_page(opened, *pair)

    @override
    def read_alone(self, target: Target) -> str | None:
        return None if self._between else target.record

    @override
    def replace_table(self, opened: OpenedCase, model: RecordTableModel) -> None:
        super().replace_table(opened, model)
        self.frame.show_rows(opened, model, anew=False)

    @override
    def show_location(self, location: Location) -> None:
        super().show_location(location)
        if self._opened is not None and location.record:
            self.frame.timeline.show_record(row_of(self._opened, location.target))

    def painted_picture(self) -> PaintedPicture | None:
        """The timeline as it is, to be painted on paper; None while it is put away."""
        opened = self._opened
        sheet = None if opened is None else self.frame.timeline.sheet(opened.case.title)
        return None if sheet is None else sheet.picture()

    @override
    def elapsed(self) -> tuple[ClipText, str] | None:
        opened, pair = self._session.opened, self._pair()
        if opened is None or pair is None:
            return None
        return elapsed_clip(opened, *pair), elapsed_words(opened, *pair)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._leave_pair()  # a link from another tab leads to one record

    def _assume(self, assumption: Assumption) -> None:
        self._session.take(self._session.standpoint.assuming(assumption))

    def _pair(self) -> tuple[Dated, Dated] | None:
        """The two selected records, where two are selected."""
        model = self.model()
        if model is None:
            return None
        items = [model.item(row) for row in self.pane.list.few_selected(2)]
        return pair_of([item for item in items if item is not None])

    def _leave_pair(self) -> None:
        """Select one row again, so that its own page can be read."""
        if self._pair() is not None:
            self.pane.list.select_current()

    def _show_chosen(self) -> None:
        """Show the time between two selected rows; of one row, its own page."""
        opened, location = self._session.opened, self._session.location
        model = self.model()
        if opened is None or model is None or location.tab is not self.tab:
            return
        rows = self.pane.list.few_selected(2)
        if len(rows) == 1 and (record := model.id_at(rows[0])) != location.record:
            self._select(record)
        if self._pair() is not None or self._between:
            self.show_target(opened, self._session.location.target)
