"""The item model of every list: rows on demand, a filter and a sort over row numbers.

The model keeps the order of rows as a list of numbers. A filter runs over folded texts
that are made once, a sort over keys of one column, so that neither builds Qt items:
100,000 rows filter in the time that a proxy model needs for a few thousand.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseviewer.formatting.table import Column, Item, Table, row_id, row_text
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import visible
from caseviewer.search.folding import fold, matches, needles

Index = QModelIndex | QPersistentModelIndex

CELL_LIMIT = 600
SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
IS_GROUP = int(Qt.ItemDataRole.UserRole) + 2

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RecordTableModel(QAbstractTableModel):
    """The rows of one tab; heads of groups are rows that cannot be selected."""

    def __init__(self, opened: OpenedCase, table: Table, parent: QObject | None = None) -> None:
        """Show `table` in its own order."""
        super().__init__(parent)
        self._opened = opened
        self.table = table
        self.columns: tuple[Column, ...] = table.shown_columns()
        self._groups: list[str] = []
        self._order: list[int] = []
        self._folded: Sequence[str] | None = None
        self._awaiting = False
        self._query: tuple[str, ...] = ()
        self._sort_column = -1
        self._descending = False
        self._rearrange()

    # Qt's side ---------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._order[index.row()]
        if place < 0:
            return self._group_data(self._groups[-place - 1], index.column(), role)
        return self._cell_data(self.table.rows[place], self.columns[index.column()], role)

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
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._order[index.row()] < 0:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort_column = column
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._rearrange()

    # Our side ----------------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """How many records pass the filter."""
        return sum(1 for place in self._order if place >= 0)

    def set_filter(self, query: str) -> None:
        """Show the rows that hold every word of the query."""
        wanted = needles(query)
        if wanted != self._query:
            self._query = wanted
            if not self._awaiting:
                self._rearrange()

    def await_folded(self) -> None:
        """Filter only once `set_folded` has brought the texts, which are made elsewhere."""
        self._awaiting = True

    def set_folded(self, folded: Sequence[str]) -> None:
        """Take the folded texts of all rows, and apply a filter that waited for them."""
        self._folded = folded
        self._awaiting = False
        if self._query:
            self._rearrange()

    def item(self, row: int) -> Item | None:
        """The record in a row; None for the head of a group."""
        if not 0 <= row < len(self._order):
            return None
        place = self._order[row]
        return None if place < 0 else self.table.rows[place]

    def id_at(self, row: int) -> str:
        """The id of the record in a row; empty for the head of a group."""
        item = self.item(row)
        return "" if item is None else row_id(self._opened, item)

    def row_of(self, record: str) -> int:
        """The row of a record, or -1 where the filter hides it or the list has it not."""
        place = self._places.get(record, -1)
        try:
            return -1 if place < 0 else self._order.index(place)
        except ValueError:
            return -1

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each record stands among the table's rows."""
        rows = self.table.rows
        return {row_id(self._opened, item): place for place, item in enumerate(rows)}

    def group_rows(self) -> list[int]:
        """The rows that are heads of groups."""
        return [row for row, place in enumerate(self._order) if place < 0]

    def _cell_data(self, item: Item, column: Column, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(column.text(self._opened, item).replace("\n", " "), CELL_LIMIT)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            sentence = self.table.sentence(self._opened, item).replace("\n", " ")
            return visible(sentence, CELL_LIMIT)
        if role == SECOND_LINE and column.second_line is not None:
            return visible(column.second_line(self._opened, item), CELL_LIMIT)
        return False if role == IS_GROUP else None

    def _group_data(self, head: str, column: int, role: int) -> object:
        if role == IS_GROUP:
            return True
        if column == 0 and role in {
            int(Qt.ItemDataRole.DisplayRole),
            int(Qt.ItemDataRole.AccessibleTextRole),
        }:
            return head
        return None

    def _rearrange(self) -> None:
        self.beginResetModel()
        places = self._passing()
        if self._sort_column >= 0:
            places = self._sorted(places)
            self._groups, self._order = [], places
        else:
            self._groups, self._order = self._grouped(places)
        self.endResetModel()

    def _passing(self) -> list[int]:
        if not self._query:
            return list(range(len(self.table.rows)))
        if self._folded is None:
            self._folded = fold_rows(self._opened, self.table)
        wanted = self._query
        if len(wanted) == 1:
            (word,) = wanted
            return [at for at, text in enumerate(self._folded) if word in text]
        return [at for at, text in enumerate(self._folded) if matches(text, wanted)]

    def _sorted(self, places: list[int]) -> list[int]:
        column, rows, opened = self.columns[self._sort_column], self.table.rows, self._opened
        if column.key is not None:
            key = column.key
            ranks = {at: key(opened, rows[at]) for at in places}
        else:
            ranks = {at: fold(column.text(opened, rows[at])) for at in places}
        return sorted(places, key=ranks.__getitem__, reverse=self._descending)

    def _grouped(self, places: list[int]) -> tuple[list[str], list[int]]:
        groups: list[str] = []
        order: list[int] = []
        last = ""
        for at in places:
            head = self.table.group(self._opened, self.table.rows[at])
            if head != last:
                last = head
                groups.append(head)
                order.append(-len(groups))
            order.append(at)
        return groups, order


def fold_rows(opened: OpenedCase, table: Table) -> tuple[str, ...]:
    """The folded text of every row, for the filter."""
    return tuple(fold(row_text(opened, table, item)) for item in table.rows)
