"""A list that shows other texts of the same records."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Column, Item, Table
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.item_models.record_table import RecordTableModel
from tests.ui.kit import opened_sample

CITATION = 3


def texts(model: QAbstractItemModel, column: int = CITATION) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def other(table: Table, prefix: str) -> Table:
    """The same list with other citations: the last source first, in the alphabet."""
    numbers = {id(item): len(table.rows) - at for at, item in enumerate(table.rows)}

    def text(_: OpenedCase, item: Item) -> str:
        return f"{prefix} {numbers[id(item)]:02}"

    column: Column = replace(table.columns[CITATION], text=text, key=None, filled=None)
    columns = (*table.columns[:CITATION], column, *table.columns[CITATION + 1 :])
    return replace(table, columns=columns)


@pytest.fixture
def model(qapp: object) -> RecordTableModel:
    made = RecordTableModel(opened_sample(), table_for(opened_sample(), Tab.CITATIONS))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def test_the_cells_show_the_other_texts(model: RecordTableModel) -> None:
    before = texts(model), texts(model, 0)
    model.replace_table(other(model.table, "new"), model._opened)
    assert texts(model) == [f"new {n:02}" for n in range(18, 0, -1)]
    assert texts(model, 0) == before[1]
    model.replace_table(other(model.table, "newer"), model._opened)
    assert texts(model)[0] == "newer 18"


def test_a_filter_stays_and_finds_the_other_texts(model: RecordTableModel) -> None:
    model.set_filter("new 07")
    assert model.shown == 0
    model.replace_table(other(model.table, "new"), model._opened)
    assert texts(model) == ["new 07"]
    model.replace_table(other(model.table, "old"), model._opened)
    assert model.shown == 0
    model.set_filter("old 07")
    assert texts(model) == ["old 07"]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_a_sorting_stays_and_sorts_the_other_texts(
    model: RecordTableModel, order: Qt.SortOrder
) -> None:
    model.sort(CITATION, order)
    model.replace_table(other(model.table, "new"), model._opened)
    descending = order is Qt.SortOrder.DescendingOrder
    assert texts(model) == sorted(texts(model), reverse=descending)
    model.sort(-1)
    assert texts(model)[0] == "new 18"


def test_records_are_found_where_they_stand(model: RecordTableModel) -> None:
    model.sort(CITATION)
    first = opened_sample().case.sources[0].id
    model.row_of(first)
    model.replace_table(other(model.table, "new"), model._opened)
    assert model.id_at(model.row_of(first)) == first
    assert model.row_of(first) == model.rowCount() - 1
