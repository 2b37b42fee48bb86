"""The item model of the library's list: cases on demand, choices and a sort over row numbers.

As in lists of records, nothing builds Qt items; what choices and sorts need is made once.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from caseviewer.model.visible import visible
from caseviewer.search.library.case_columns import (
    CaseColumn,
    case_columns,
    case_facets,
    case_sentence,
)
from caseviewer.search.library.values import CaseRow
from caseviewer.search.row_facets import Choices, RowFacets, masked, values_of_rows
from caseviewer.search.row_order import RowOrder, in_order
from caseviewer.search.slices import Slices, at_once
from caseviewer.ui.item_models.cells import Cell
from caseviewer.ui.item_models.column_table import ColumnTable, Index
from caseviewer.ui.item_models.record_table import CELL_LIMIT


class CaseTableModel(ColumnTable):
    """The cases of the library, by title unless sorted."""

    def __init__(
        self, rows: Sequence[CaseRow], parent: QObject | None = None, most_columns: int = 99
    ) -> None:
        """Show `rows`, which stand in their own order, in at most so many columns."""
        super().__init__(parent)
        self.rows = rows
        self.columns: tuple[CaseColumn, ...] = case_columns(rows, most_columns)
        self.shown_by = case_facets(rows)
        self._order = range(len(rows))
        self._chosen: dict[str, frozenset[str]] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    # Qt's side ---------------------------------------------------------------------------

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.rows[self._order[index.row()]]
            return visible(case_sentence(row).replace("\n", " "), CELL_LIMIT)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self._rearrange()

    # Our side ----------------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """How many cases pass the choices."""
        return len(self._order)

    @property
    def sorted_by(self) -> tuple[str, Qt.SortOrder]:
        """The column that the cases are sorted by, and how; empty for their own order."""
        column, order = self._sorted_by
        return (self.columns[column].name if column >= 0 else "", order)

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows, kept from one painting to the next."""
        place = self._order[row]
        case, shown = self.rows[place], self.columns[column]
        return self._kept_cell(place, column, lambda: _made(case, shown))

    def case_at(self, row: int) -> CaseRow | None:
        """The case in a row, if there is one."""
        return self.rows[self._order[row]] if 0 <= row < len(self._order) else None

    def case_of(self, key: int) -> CaseRow | None:
        """A case by its key, shown or not."""
        place = self._places.get(str(key))
        return None if place is None else self.rows[place]

    def id_at(self, row: int) -> str:
        """What the list calls the case in a row; empty where there is no row."""
        found = self.case_at(row)
        return "" if found is None else str(found.key)

    def row_of(self, record: str) -> int:
        """The row of a case, or -1 where the choices hide it or the library has it not."""
        return self._row_of_place(self._places.get(record, -1))

    def group_rows(self) -> list[int]:
        """The rows that are heads of groups: none."""
        return []

    @cached_property
    def facets(self) -> RowFacets:
        """What the cases can be chosen by."""
        return RowFacets(
            {
                facet.shown.name: at_once(values_of_rows(map(facet.words, self.rows)))
                for facet in self.shown_by
            }
        )

    @property
    def choices(self) -> Choices:
        """What is chosen; only facets of which something is chosen."""
        return self._chosen

    def set_choices(self, choices: Choices) -> None:
        """Show the cases that have, of each facet named, one of the chosen values."""
        wanted = self.facets.occurring(choices)
        if wanted != self._chosen:
            self._chosen = wanted
            self._rearrange()

    @cached_property
    def _places(self) -> dict[str, int]:
        return {str(row.key): place for place, row in enumerate(self.rows)}

    def _rearrange(self) -> None:
        self.beginResetModel()
        every = range(len(self.rows))
        passing = masked(every, self.facets.mask(self._chosen)) if self._chosen else every
        column, order = self._sorted_by
        self._order = passing if column < 0 else self._in_order(passing, column, order)
        self.endResetModel()

    def _in_order(self, rows: Sequence[int], column: int, order: Qt.SortOrder) -> Sequence[int]:
        def ordering() -> Slices[RowOrder]:
            return in_order([self.columns[column].key(row) for row in self.rows])

        down = order is Qt.SortOrder.DescendingOrder
        return self._by_column(rows, column, ordering, descending=down)


def _made(row: CaseRow, column: CaseColumn) -> Cell:
    second = None if column.second_line is None else visible(column.second_line(row), CELL_LIMIT)
    return Cell(visible(column.text(row).replace("\n", " "), CELL_LIMIT), second, column.numeric)
