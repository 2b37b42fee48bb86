"""What lists in columns have in common: which rows are shown is told by numbers, and sorted so.

Nothing builds Qt items. The order of a column is made once, and narrowed to the rows that are
shown; cells are made when they are painted, and kept.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from caseviewer.formatting.table import ColumnLook
from caseviewer.search.row_order import RowOrder
from caseviewer.search.slices import Slices, at_once
from caseviewer.ui.item_models.cells import Cell

Index = QModelIndex | QPersistentModelIndex

_KEPT_CELLS = 4_096
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ColumnTable(QAbstractTableModel):
    """Rows in columns. Whoever inherits it says what the columns are, and puts rows in order."""

    columns: Sequence[ColumnLook] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._order: Sequence[int] = ()
        self._cells: dict[int, Cell] = {}
        self._orders: dict[int, RowOrder] = {}

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(filter(None, (column.title, column.second_title)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (column.title, column.second_title)))
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if self.columns[column].numeric else _LEFT

    def _kept_cell(self, place: int, column: int, make: Callable[[], Cell]) -> Cell:
        """The cell of what stands at a place, kept from one painting to the next."""
        key = place * len(self.columns) + column
        found = self._cells.get(key)
        if found is None:
            if len(self._cells) >= _KEPT_CELLS:
                self._cells.clear()
            found = self._cells[key] = make()
        return found

    def _row_of_place(self, place: int) -> int:
        """The row in which a place is shown, or -1 where it is not; so for places below 0."""
        try:
            return -1 if place < 0 else self._order.index(place)
        except ValueError:
            return -1

    def _by_column(
        self,
        rows: Sequence[int],
        column: int,
        ordering: Callable[[], Slices[RowOrder]],
        *,
        descending: bool,
    ) -> Sequence[int]:
        """Some rows in the order of a column; `ordering` makes that where it is not known yet."""
        if column not in self._orders:
            self._orders[column] = at_once(ordering())
        arranged = self._orders[column].arranged(descending=descending)
        if len(rows) == len(arranged):
            return arranged
        return list(filter(set(rows).__contains__, arranged))
