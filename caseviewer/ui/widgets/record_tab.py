"""A tab that shows one kind of record: the list, and the page of what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.exporting.head import Chosen
from caseviewer.formatting.as_at_words import nothing_known_words
from caseviewer.formatting.citation_clip import CopyAs, citation_clip
from caseviewer.formatting.citing import cited_by, cited_together
from caseviewer.formatting.clip import ClipText, page_clip
from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.pages import page_for, row_of
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.table import Item, Table, copy_rows, is_record, number_text
from caseviewer.formatting.tables import table_for
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Passage
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.list_pane import ListPane
from caseviewer.ui.widgets.list_work import rows_of, work_beside
from caseviewer.ui.widgets.own_pane import OwnPane
from caseviewer.ui.widgets.own_reading import OwnReading
from caseviewer.ui.widgets.page_view import PageView

_FOLD_BESIDE = 2_000
_NAMED_ROWS = 5
_FEW_LINES = 24
"""In a lower tab list and page need the room of the buttons for what is the reader's own."""


class RecordTab(QWidget):
    """One list with its reading pane; moves the session and follows it."""

    wished = Signal(str, object)

    tab: Tab
    quoted = False
    reads = True
    """Whether a button marks records as read, beside the key."""
    shares = (0.58, 0.42)

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Build the tab; it fills itself when a location in it is shown."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._opened: OpenedCase | None = None
        self._changes = 0
        title = tab_title(self.tab)
        self.page_view = PageView(tr("{tab}: what is selected", tab=title))
        own_pane = OwnPane(with_read=self.reads)
        self.own = OwnReading(session, self.page_view, own_pane, self._ids)
        # The list may take more than Qt would leave it beside a page: that can be scrolled.
        self.page_view.setMinimumHeight(3 * self.fontMetrics().lineSpacing() // 2)
        self.pane = ListPane(title, self.side(), quoted=self.quoted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.whole())
        self.page_view.activated.connect(session.go)
        self.pane.list.row_selected.connect(self._select)
        self.pane.list.row_followed.connect(self.follow_row)
        self.pane.list.widths_changed.connect(self._remember_widths)
        self.pane.shares_changed.connect(self._remember_shares)
        self.own.pane.wished.connect(self.wished)
        self.own.pane.left.connect(self.focus_list)
        # Qt tells of the selection before it tells of the current row; the pane waits for both.
        self._own_later = QTimer(self, singleShot=True, interval=0)
        self._own_later.timeout.connect(self.own.tell)
        self.pane.list.rows_chosen.connect(self._own_later.start)
        session.notes_changed.connect(self.show_notes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.own.pane.set_low(low=self.height() < _FEW_LINES * self.fontMetrics().lineSpacing())

    def whole(self) -> QWidget:
        """What fills the tab: list and side, unless a tab has more above them."""
        return self.pane

    def side(self) -> QWidget:
        """What stands beside the list: the reading pane, unless a tab needs more."""
        return self.below()

    def below(self, *bars: QWidget) -> QWidget:
        """The reading pane with bars above it, and what is the reader's own between them."""
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for bar in bars:
            layout.addWidget(bar)
        layout.addWidget(self.own.pane)
        layout.addWidget(self.page_view, 1)
        return both

    def follow_row(self, _record: str) -> None:
        """Go on from a row, told by its record: to what is to be read of it."""
        self.focus_page()

    def empty_words(self) -> str:
        """What the list says when the file has nothing for it."""
        return tr("This file holds no such records.")

    def _empty_words(self, opened: OpenedCase) -> str:
        return nothing_known_words(opened, self.tab) or self.empty_words()

    def show_location(self, location: Location) -> None:
        """Show the case of the session at a place in this tab."""
        opened = self._session.opened
        if opened is None:
            return
        if opened is not self._opened:
            self.show_case(opened)
        self._changes = self._session.changes
        if not location.record:
            self.pane.list.select_first()
            self._select(self.pane.list.current_record())  # it may have been selected before
            return
        row = row_of(opened, location.target)
        if not self.pane.list.select_record(row) and self.pane.is_filtered():
            self.pane.clear_filter()
            self.pane.list.select_record(row)
        self.show_target(opened, location.target)

    def show_checks(self) -> None:
        """Show what was found of the case since; what is selected and read stays."""
        opened, model = self._session.opened, self.model()
        if opened is None or self._opened is None or model is None:
            return
        if not self._is_up_to_date():
            return  # it is shown when it is looked at
        self._opened = opened
        self.replace_table(opened, model)
        location = self._session.location
        if location.tab is self.tab and location.record:
            self.renew_target(opened, location.target)

    def renew_target(self, opened: OpenedCase, target: Target) -> None:
        """Show what is selected anew, at the place where the reader is."""
        page = self.page_of(opened, target)
        self.own.read(target.record, self.read_alone(target))
        self.page_view.renew(page)

    def show_target(self, opened: OpenedCase, target: Target) -> None:
        """Show the page of what is selected."""
        page = self.page_of(opened, target)
        self.own.read(target.record, self.read_alone(target))
        self.page_view.show_page(page)

    def read_alone(self, target: Target) -> str | None:
        """The record that the page is about; None where it is about several."""
        return target.record

    def show_notes(self) -> None:
        """Show what is kept of the reader's own by now; what is selected and read stays."""
        model = self.model()
        if self._opened is not None and model is not None and self._is_up_to_date():
            model.set_own(self.own.rows(self._opened, self.tab))
            self.own.renew()

    def _is_up_to_date(self) -> bool:
        """Whether no other case came while this tab was behind."""
        return self._changes == self._session.changes

    def _ids(self) -> tuple[str, ...]:
        """The ids of the selected records."""
        return tuple(item.id for item in self.chosen() if is_record(item))

    def page_of(self, opened: OpenedCase, target: Target) -> Page:
        """The page of what is selected."""
        return page_for(opened, target)

    def clip(self) -> tuple[ClipText, str] | None:
        """A copy of the selected rows and their numbers; None where nothing is selected."""
        model, chosen = self.pane.list.record_model(), self.chosen()
        if model is None or self._opened is None or not chosen:
            return None
        return copy_rows(self._opened, model.table, chosen), self._named(self._opened, chosen)

    def chosen(self) -> list[Item]:
        """The selected records, from top to bottom."""
        model = self.pane.list.record_model()
        if model is None:
            return []
        items = [model.item(row) for row in self.pane.list.selected_rows()]
        return [item for item in items if item is not None]

    def cited(self) -> tuple[Wanted, ...]:
        """What is cited where the selection is; a passage that is read comes before its row."""
        opened, chosen = self._opened, self.chosen()
        if opened is None:
            return ()
        read = opened.index.get(self._session.location.record)
        if isinstance(read, Passage) and len(chosen) < 2:
            return cited_by(opened, read)
        return cited_together(opened, [item for item in chosen if is_record(item)])

    def narrowed(self) -> Chosen | None:
        """The rows that the list shows, where a filter hides others of the open case."""
        return self.pane.narrowed() if self._opened is self._session.opened else None

    def quotations(self) -> tuple[Quotation, ...]:
        """The selected quotations; else the one that is read, or marked in its document."""
        found = tuple(item for item in self.chosen() if isinstance(item, Quotation))
        if found or self._opened is None:
            return found
        read = self._opened.index.get(self._session.location.record)
        return (read,) if isinstance(read, Quotation) else ()

    def _dragged(self, items: Sequence[Item]) -> ClipText:
        """What records carry into another program: their citations, else their rows."""
        opened = self._session.opened
        if opened is None:
            return ClipText("", "")
        records = [item for item in items if is_record(item)]
        wanted = cited_together(opened, records)
        citations = self._session.cited.citations
        made = citation_clip(opened, citations, wanted, CopyAs.FORMATTED)
        return made.clip if made.what else copy_rows(opened, self.copied_table(opened), items)

    def _named(self, opened: OpenedCase, items: list[Item]) -> str:
        """What a few rows are called; many are counted."""
        numbers = [number_text(opened, item) for item in items]
        if len(items) <= _NAMED_ROWS and all(numbers):
            return ", ".join(numbers)
        return counted(len(items), tr("row"), tr("rows"))

    def page_clip(self) -> ClipText:
        """A copy of the page in the reading pane."""
        return page_clip(self.page_view.page)

    def elapsed(self) -> tuple[ClipText, str] | None:
        """The time between two selected records: in the chronology alone."""
        return None

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.pane.filter.setFocus()
        self.pane.filter.selectAll()

    def focus_pinpoint(self, pinpoint: Pinpoint | None) -> None:
        """Put the cursor where a place is typed: in the tab of citations alone."""

    def place_fault(self) -> str:
        """What is wrong with the place that is typed: in the tab of citations alone."""
        return ""

    def focus_list(self) -> None:
        """Give the keys to the list."""
        self.pane.list.setFocus()

    def focus_page(self) -> None:
        """Give the keys to the reading pane."""
        self.page_view.setFocus()

    def mark_found(self, marker: Marker | None) -> None:
        """Mark the words that a search found on pages; None: no longer."""
        self.page_view.mark_found(marker)

    def show_found(self, span: tuple[int, int] | None) -> None:  # noqa: ARG002 # of documents
        """Bring the words that a search found into view."""
        self.page_view.go_to_found()

    def select_all(self) -> None:
        """Select every row."""
        self.pane.list.selectAll()

    def own_order(self) -> None:
        """Put the list into its own order, with its groups."""
        self.pane.list.own_order()

    def model(self) -> RecordTableModel | None:
        """The item model of the list."""
        return self.pane.list.record_model()

    def show_case(self, opened: OpenedCase) -> None:
        """Fill the list from a case that was not shown here before."""
        self._opened = opened
        table = self.table_of(opened)
        columns = self._preferences.get("columns").get(self.tab.value, [])
        shares = self._preferences.get("panes").get(self.tab.value, list(self.shares))
        self.pane.filter.clear()
        model = RecordTableModel(opened, table)
        model.on_drag(self._dragged)
        model.set_own(self.own.rows(opened, self.tab))
        if len(table.rows) > _FOLD_BESIDE:
            model.await_facets()
        self.pane.show_model(model, columns, shares, self._empty_words(opened))
        if not table.rows:
            self.page_view.show_page(Page())
        if len(table.rows) > _FOLD_BESIDE:
            work_beside(opened, model)

    def table_of(self, opened: OpenedCase) -> Table:
        """The list of this tab."""
        return table_for(opened, self.tab)

    def copied_table(self, opened: OpenedCase) -> Table:
        """The list as its rows are carried elsewhere."""
        return self.table_of(opened)

    def replace_table(self, opened: OpenedCase, model: RecordTableModel) -> None:
        """Show other texts of the same records; what is selected stays selected."""
        chosen = {model.id_at(row) for row in self.pane.list.selected_rows()}
        table = self.table_of(opened)
        if len(table.rows) > _FOLD_BESIDE:
            model.await_facets()
        model.replace_table(table, opened)
        if len(chosen) > 1:
            self.pane.list.selectionModel().select(
                rows_of(model, chosen),
                QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
            )
        if len(table.rows) > _FOLD_BESIDE:
            work_beside(opened, model)

    def _select(self, record: str) -> None:
        opened, location = self._session.opened, self._session.location
        if opened is None or location.tab is not self.tab:
            return
        if record != row_of(opened, location.target) or not location.record:
            self._session.select(record)

    def _remember_widths(self, fractions: list[float]) -> None:
        known = dict(self._preferences.get("columns"))
        self._preferences.set("columns", {**known, self.tab.value: fractions})

    def _remember_shares(self, shares: list[float]) -> None:
        known = dict(self._preferences.get("panes"))
        self._preferences.set("panes", {**known, self.tab.value: shares})
