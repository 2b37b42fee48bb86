import time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from caseviewer.search.library.values import CaseRow
from caseviewer.ui.item_models import column_table
from caseviewer.ui.item_models.case_table import CaseTableModel
from caseviewer.ui.item_models.record_table import CELL_LIMIT
from tests.search.library.rows import AWAY, BROKEN, HERE, OTHER, ROWS, row

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def keys(model: CaseTableModel) -> list[int]:
    return [int(model.id_at(at)) for at in range(model.rowCount())]


def place_of(model: CaseTableModel, name: str) -> int:
    return [column.name for column in model.columns].index(name)


@pytest.mark.parametrize("rows", [ROWS, (), (BROKEN,)])
def test_qt_finds_no_fault_in_a_list_that_is_chosen_from_and_sorted(
    rows: tuple[CaseRow, ...],
) -> None:
    model = CaseTableModel(rows)
    tester = QAbstractItemModelTester(model, FATAL)
    own = keys(model)
    for column in (-1, *range(model.columnCount()), -1):
        for order in (ASCENDING, DESCENDING):
            model.sort(column, order)
            for chosen in ({"state": frozenset({"Kazakhstan"})}, {"year": frozenset({"1"})}, {}):
                model.set_choices(chosen)
                assert model.shown == model.rowCount()
            assert sorted(keys(model)) == sorted(own)
    assert keys(model) == own
    tester.deleteLater()


def test_cells_and_heads_are_shown_and_told() -> None:
    model = CaseTableModel(ROWS)
    index = model.index(2, place_of(model, "bodies"))
    assert index.data() == "Constitutional Court, Committee"
    assert index.data(ACCESSIBLE).startswith("Mirela Halvek v. Valdrasia, Valdrasia, ")
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == model.headerData(0, across, ACCESSIBLE) == "Title"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, across) is None
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None
    left = Qt.AlignmentFlag.AlignLeft
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & left
    assert model.headerData(0, across, Qt.ItemDataRole.TextAlignmentRole) & left


def test_a_deadline_has_its_state_beneath() -> None:
    model = CaseTableModel(ROWS)
    cell = model.cell(0, place_of(model, "deadline"))
    assert (cell.text, cell.second) == ("30 August to 24 September 2012", "over, unanswered")
    assert model.cell(0, 0).second is None
    assert model.cell(0, 0) is model.cell(0, 0)


def test_text_of_a_case_is_shown_letter_by_letter() -> None:
    hostile = "<img src='/dev/zero'>\n12\u202e34/5 &amp; " + "x" * 10_000
    model = CaseTableModel([row(title=hostile, states=("a\nb",))])
    text = model.index(0, 0).data()
    assert text.startswith("<img src='/dev/zero'> 12⟨U+202E⟩34/5 &amp; x")
    assert len(text) == CELL_LIMIT
    assert len(model.index(0, 0).data(ACCESSIBLE)) == CELL_LIMIT
    assert model.index(0, 1).data() == "a b"


def test_columns_that_no_case_fills_are_not_there() -> None:
    model = CaseTableModel([HERE])
    names = [column.name for column in model.columns]
    assert "opened" not in names
    assert "problems" not in names
    assert model.columnCount() == len(names)


def test_cases_are_chosen_and_those_that_no_case_has_are_left_out() -> None:
    model = CaseTableModel(ROWS)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_choices({"state": frozenset({"Kazakhstan", "Nowhere"}), "body": frozenset()})
    assert model.choices == {"state": {"Kazakhstan"}}
    assert keys(model) == [HERE.key, AWAY.key]
    model.set_choices({"state": frozenset({"Kazakhstan"})})
    assert len(resets) == 1
    model.set_choices({"state": frozenset({"Kazakhstan"}), "deadline": frozenset({"over"})})
    assert keys(model) == [HERE.key, AWAY.key]
    model.set_choices({"year": frozenset({"1900"})})
    assert keys(model) == [1, 3, 2, 4]
    assert model.choices == {}


def test_sorting_keeps_what_is_chosen_and_is_remembered_by_the_name_of_its_column() -> None:
    model = CaseTableModel(ROWS)
    assert model.sorted_by[0] == ""
    model.sort(place_of(model, "year"), DESCENDING)
    assert model.sorted_by == ("year", DESCENDING)
    assert keys(model)[1] == OTHER.key
    model.set_choices({"state": frozenset({"Kazakhstan", "Valdrasia"})})
    assert keys(model) == [OTHER.key, HERE.key, AWAY.key]
    model.sort(-1)
    assert keys(model) == [HERE.key, OTHER.key, AWAY.key]


def test_a_case_is_found_by_its_key_and_its_row() -> None:
    model = CaseTableModel(ROWS)
    assert model.row_of("2") == 2
    assert model.case_at(2) == model.case_of(2) == OTHER
    assert model.case_at(-1) is model.case_at(4) is model.case_of(99) is None
    assert model.id_at(4) == ""
    assert model.row_of("99") == -1
    model.set_choices({"state": frozenset({"Kazakhstan"})})
    assert model.row_of("2") == -1
    assert model.case_of(2) == OTHER
    assert model.group_rows() == []


def test_what_is_kept_of_cells_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_table, "_KEPT_CELLS", 2)
    model = CaseTableModel(ROWS)
    assert [model.cell(0, column).text for column in range(3)] == [
        "Extradition of asylum-seekers", "Kazakhstan", "Committee against Torture",
    ]  # fmt: skip
    assert len(model._cells) == 1


def test_ten_thousand_cases_are_listed_chosen_from_and_sorted_without_delay() -> None:
    states = [f"State {number}" for number in range(150)]
    rows = [
        row(number, f"Case {number * 7_919 % 10_000}", states=(states[number % 150],),
            year=1_980 + number % 45)
        for number in range(10_000)
    ]  # fmt: skip
    begun = time.perf_counter()
    model = CaseTableModel(rows)
    made = time.perf_counter() - begun
    model.set_choices({"year": frozenset({"1999", "2000"})})
    assert model.shown == 2 * 10_000 // 45
    model.set_choices({})
    model.sort(0, DESCENDING)
    assert model.index(0, 0).data() == "Case 9999"
    whole = time.perf_counter() - begun
    # The usual figures are 0.01 and 0.15 seconds; a busy machine may take its time.
    assert made < 1
    assert whole < 3
