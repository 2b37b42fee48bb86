"""The list beside the reading pane: a table of uniform rows with heads of groups."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from caseviewer.formatting.table import ColumnLook
from caseviewer.ui import theme
from caseviewer.ui.item_models.case_table import CaseTableModel
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.widgets.column_widths import share_out
from caseviewer.ui.widgets.row_delegate import RowDelegate
from caseviewer.ui.widgets.row_list import RowList

ListModel = RecordTableModel | CaseTableModel

_FITTED_ROWS = 500
_DRAG_ENDED_MS = 200
_SAMPLED_ROWS = 40
_FEWEST_ROWS = 3
"""Where the list is low, long texts are cut so that as many rows can be seen."""
_FEWEST_QUOTED = 2
"""Rows with quotations are higher; more of them would leave no room for what is read."""
_LONGEST_WORD = 16


class RecordList(RowList):
    """Rows of records: selected with arrows, followed with Enter, sorted by their headers."""

    row_selected = Signal(str)
    row_followed = Signal(str)
    rows_chosen = Signal()
    widths_changed = Signal(list)

    def __init__(self, name: str, *, quoted: bool, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(name, parent)
        self._delegate = RowDelegate(self, quoted=quoted)
        self._fewest = _FEWEST_QUOTED if quoted else _FEWEST_ROWS
        self._fractions: list[float] = []
        self._chosen = False
        self._kept = ""
        self._fitting = False
        self._entering = False
        self._least: list[int] = []
        self._heads: list[int] = []
        self._least_font = QFont()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._fit_rows)
        # While a border is dragged nothing else may move; then the columns fill the list again.
        self._drag_ended = QTimer(self, singleShot=True, interval=_DRAG_ENDED_MS)
        self._drag_ended.timeout.connect(self._fit_columns)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._note_widths)

    def record_model(self) -> RecordTableModel | None:
        """The model, typed; None before there is a case."""
        model = self.model()
        return model if isinstance(model, RecordTableModel) else None

    def list_model(self) -> ListModel | None:
        """The model, whether of records or of cases; None before there is one."""
        model = self.model()
        return model if isinstance(model, RecordTableModel | CaseTableModel) else None

    def show_model(self, model: ListModel, fractions: list[float]) -> None:
        """Show a list; `fractions` are the remembered shares of the width, if any."""
        self.setModel(model)
        self._least = []
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        count = len(model.columns)
        self._chosen = len(fractions) == count
        weights = [float(column.weight) for column in model.columns]
        self._fractions = fractions if self._chosen else [part / sum(weights) for part in weights]
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._span_groups)
        model.modelReset.connect(self._restore_current)
        model.modelReset.connect(self._settle.start)
        model.dataChanged.connect(self._settle.start)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_chosen.emit())
        self.verticalHeader().setDefaultSectionSize(self._delegate.full_height(self.font()))
        self._span_groups()
        self._fit_columns()
        self._fit_rows()

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom; heads of groups are none.

        `selectedRows` of Qt asks about every cell, which takes seconds of 10,000 rows.
        """
        chosen, model = self.selectionModel().selection(), self.list_model()
        spans = [chosen.at(place) for place in range(chosen.count())]
        rows = {row for span in spans for row in range(span.top(), span.bottom() + 1)}
        return sorted(rows if model is None else rows.difference(model.group_rows()))

    def few_selected(self, most: int) -> list[int]:
        """The selected rows where they are at most so many, else none; never long in coming."""
        chosen, model = self.selectionModel().selection(), self.list_model()
        spans = [chosen.at(place) for place in range(chosen.count())]
        total = sum(span.bottom() - span.top() + 1 for span in spans)
        heads = 0 if model is None else len(model.group_rows())  # a span may reach across some
        rows = self.selected_rows() if total <= most + heads else []
        return rows if len(rows) <= most else []

    def select_current(self) -> None:
        """Select the row that the keys are on and no other."""
        current = self.currentIndex()
        if current.isValid():
            self._select_alone(current)

    def current_record(self) -> str:
        """The id of the record that the keys are on; empty where there is none."""
        model = self.list_model()
        return "" if model is None else model.id_at(self.currentIndex().row())

    def select_record(self, record: str) -> bool:
        """Select the row of a record and bring it into view; whether it is in the list."""
        model = self.list_model()
        if model is None:
            return False
        current = self.currentIndex()
        if current.isValid() and model.id_at(current.row()) == record:
            return True
        row = model.row_of(record)
        if row < 0:
            self.clearSelection()
            return False
        index = model.index(row, 0)
        self._select_alone(index)
        self.scrollTo(index)
        return True

    def fewest_height(self) -> int:
        """How high the list must be for its head and a few rows."""
        rows = self._fewest * self._delegate.full_height(self.font())
        return self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()

    def _select_alone(self, index: QModelIndex) -> None:
        """Select a row and no other, whichever keys are held down meanwhile."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def own_order(self) -> None:
        """Sort by no column, so that the list's own order and its groups return."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def select_first(self) -> None:
        """Select the first record of the list."""
        first = self._first()
        if first.isValid():
            self.setCurrentIndex(first)

    def _first(self) -> QModelIndex:
        """The first row that is no head of a group."""
        model = self.list_model()
        for row in range(0 if model is None else model.rowCount()):
            if model is not None and model.id_at(row):
                return model.index(row, 0)
        return QModelIndex()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentIndex().isValid():
            super().focusInEvent(event)
            return
        # Qt would go to the first row; but a page that no row stands for is to be read on.
        self._entering = True
        super().focusInEvent(event)
        if self.selectionModel() is not None:
            self.selectionModel().clearCurrentIndex()
        self._entering = False

    @override
    def follow(self) -> None:
        model = self.list_model()
        if model is not None:
            self.row_followed.emit(model.id_at(self.currentIndex().row()))

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if not self.currentIndex().isValid():
            return self._first()  # Qt would take the head of a group, where nothing is selected
        return super().moveCursor(cursorAction, modifiers)

    def _tell_row(self, current: QModelIndex) -> None:
        model = self.list_model()
        if model is not None and current.isValid() and not self._entering:
            record = model.id_at(current.row())
            if record:
                self.row_selected.emit(record)

    def _keep_current(self) -> None:
        self._kept = self.current_record()
        self._unfitted = []

    def _restore_current(self) -> None:
        """Keep the selected record selected in another order of rows."""
        if self._kept:
            self.select_record(self._kept)

    def _fit_rows(self) -> None:
        """Make rows as high as their texts need; in long lists all have the same height."""
        model = self.list_model()
        count = 0 if model is None else model.rowCount()
        self.verticalHeader().setDefaultSectionSize(self._delegate.full_height(self.font()))
        self._unfitted = []
        if count <= _FITTED_ROWS:
            self._fit_in_turns(count)

    @override
    def _heights(self) -> Callable[[int], int] | None:
        model, header = self.list_model(), self.horizontalHeader()
        if model is None:
            return None
        widths = [header.sectionSize(section) for section in range(len(model.columns))]
        full = self._delegate.full_height(self.font())
        most = max(self.viewport().height() // self._fewest, full)

        def height(row: int) -> int:
            indexes = [model.index(row, column) for column in range(len(widths))]
            return min(self._delegate.height(self.font(), indexes, widths), most)

        return height

    def _span_groups(self) -> None:
        self.clearSpans()
        model = self.list_model()
        if model is not None and len(model.columns) > 1:
            for row in model.group_rows():
                self.setSpan(row, 0, 1, len(model.columns))

    def _fit_columns(self) -> None:
        model = self.list_model()
        room = self.viewport().width()
        if model is None or room <= 0:
            return
        self._fitting = True
        if not self._least or self._least_font != self.font():
            self._least_font = QFont(self.font())
            self._least = [self._needed(model, section) for section in range(len(model.columns))]
            self._heads = [self._head_width(column) for column in model.columns]
        least, heads, wishes = self._least, self._heads, self._fractions
        if not self._chosen:
            columns: Sequence[ColumnLook] = model.columns
            wishes = [
                0.0 if column.short else wish for column, wish in zip(columns, wishes, strict=True)
            ]
        if self._chosen:
            least, heads = [1] * len(least), []
        widths = share_out(room, wishes, least, heads)
        for section, width in enumerate(widths):
            self.horizontalHeader().resizeSection(section, width)
        self._fitting = False
        self._settle.start()

    def _needed(self, model: ListModel, section: int) -> int:
        """What a column needs so that its head and the words of its first rows stay whole."""
        metrics, column = self.fontMetrics(), model.columns[section]
        words = {column.title, column.second_title, "E9999" if column.short else ""}
        if column.second_line is None or column.second_title:
            for row in range(min(model.rowCount(), _SAMPLED_ROWS)):
                cell = model.cell(row, section)
                if not cell.is_head:
                    words.update([cell.text] if column.short else cell.text.split())
        widest = max(metrics.horizontalAdvance(word) for word in words)
        longest = _LONGEST_WORD * metrics.averageCharWidth()
        around = 4 * theme.unit(self.font())
        return max(min(widest, longest) + around, self._head_width(column))

    def _head_width(self, column: ColumnLook) -> int:
        lines = (column.title, column.second_title)
        return max(map(self.fontMetrics().horizontalAdvance, lines)) + 4 * theme.unit(self.font())

    def _note_widths(self) -> None:
        model = self.list_model()
        if self._fitting or model is None or not self.isVisible():
            return
        header = self.horizontalHeader()
        widths = [header.sectionSize(section) for section in range(len(model.columns))]
        total = sum(widths)
        self._fractions = [width / total for width in widths]
        self._chosen = True
        self._drag_ended.start()
        self.widths_changed.emit(self._fractions)
