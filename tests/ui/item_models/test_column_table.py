from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from typing_extensions import override

from caseviewer.formatting.table import ColumnLook
from caseviewer.search.row_order import RowOrder, in_order
from caseviewer.search.slices import Slices
from caseviewer.ui.item_models import column_table
from caseviewer.ui.item_models.cells import Cell
from caseviewer.ui.item_models.column_table import ColumnTable

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NUMBERS = (30, 10, 20)
AS_WORDS, AS_NUMBERS = range(2)


class Numbers(ColumnTable):
    """Numbers beside their words."""

    columns = (
        ColumnLook("words", "Words", second_title="Language"),
        ColumnLook("number", "Number", numeric=True),
    )

    def __init__(self) -> None:
        super().__init__()
        self.made = self.ordered = 0
        self.show_rows(range(len(NUMBERS)))

    def show_rows(self, order: Sequence[int]) -> None:
        self.beginResetModel()
        self._order = order
        self.endResetModel()

    @override
    def data(self, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        return None

    def cell(self, row: int, column: int) -> Cell:
        return self._kept_cell(self._order[row], column, lambda: self._make(row))

    def _make(self, row: int) -> Cell:
        self.made += 1
        return Cell(str(NUMBERS[self._order[row]]))

    def _ordering(self) -> Slices[RowOrder]:
        self.ordered += 1
        return in_order(NUMBERS)

    def sorted(self, rows: Sequence[int], *, descending: bool = False) -> Sequence[int]:
        return self._by_column(rows, AS_NUMBERS, self._ordering, descending=descending)

    def row_of(self, place: int) -> int:
        return self._row_of_place(place)


def test_qt_finds_no_fault_in_it() -> None:
    table = Numbers()
    tester = QAbstractItemModelTester(table, FATAL)
    table.show_rows([2, 0])
    assert (table.rowCount(), table.columnCount()) == (2, 2)
    below = table.index(0, 0)
    assert (table.rowCount(below), table.columnCount(below)) == (0, 0)
    tester.deleteLater()


def test_heads_are_seen_on_two_lines_heard_on_one_and_stand_as_their_cells_do() -> None:
    table, across = Numbers(), Qt.Orientation.Horizontal
    assert table.headerData(AS_WORDS, across) == "Words\nLanguage"
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert table.headerData(AS_WORDS, across, heard) == "Words, Language"
    assert table.headerData(AS_NUMBERS, across, heard) == "Number"
    stands = Qt.ItemDataRole.TextAlignmentRole
    assert table.headerData(AS_WORDS, across, stands) & Qt.AlignmentFlag.AlignLeft
    assert table.headerData(AS_NUMBERS, across, stands) & Qt.AlignmentFlag.AlignRight
    assert table.headerData(AS_WORDS, across, Qt.ItemDataRole.ToolTipRole) is None
    assert table.headerData(2, across) is table.headerData(-1, across) is None
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_cells_are_made_once_and_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_table, "_KEPT_CELLS", 2)
    table = Numbers()
    assert [table.cell(row, 0).text for row in (0, 0, 1)] == ["30", "30", "10"]
    assert table.made == 2
    table.cell(2, 0)
    table.cell(0, 0)
    assert table.made == 4


def test_an_order_is_made_once_and_narrowed_to_the_rows_that_are_wanted() -> None:
    table = Numbers()
    assert list(table.sorted(range(3))) == [1, 2, 0]
    assert list(table.sorted([0, 1], descending=True)) == [0, 1]
    assert list(table.sorted([0, 1])) == [1, 0]
    assert table.ordered == 1


def test_a_place_that_is_not_shown_has_no_row() -> None:
    table = Numbers()
    table.show_rows([2, 0])
    assert [table.row_of(place) for place in (0, 1, 2, -1)] == [1, -1, 0, -1]
