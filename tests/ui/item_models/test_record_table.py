import unicodedata
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Column, Table, copy_rows, row_text
from caseviewer.formatting.tables import TABLE_TABS, table_for
from caseviewer.ui.item_models import column_table
from caseviewer.ui.item_models.cells import Cell
from caseviewer.ui.item_models.record_table import (
    CELL_LIMIT,
    IS_GROUP,
    SECOND_LINE,
    RecordTableModel,
)
from tests.ui.kit import ABDUSSAMATOV, HALVEK, SAMPLES, opened_sample

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal

every_list = pytest.mark.parametrize(
    ("folder", "tab"),
    [(folder, tab) for folder in SAMPLES for tab in TABLE_TABS],
    ids=lambda value: value.name if isinstance(value, Path) else value.value,
)


def model_of(tab: Tab, folder: Path = HALVEK) -> RecordTableModel:
    opened = opened_sample(folder)
    return RecordTableModel(opened, table_for(opened, tab))


def ids(model: RecordTableModel) -> list[str]:
    """The records from top to bottom, without the heads of groups."""
    return [found for row in range(model.rowCount()) if (found := model.id_at(row))]


def column_texts(model: RecordTableModel, column: int) -> list[str]:
    rows = [row for row in range(model.rowCount()) if model.id_at(row)]
    return [str(model.index(row, column).data()) for row in rows]


def place_of(model: RecordTableModel, name: str) -> int:
    return [column.name for column in model.columns].index(name)


@every_list
def test_qt_finds_no_fault_in_a_list_that_is_filtered_sorted_and_put_in_order(
    folder: Path, tab: Tab
) -> None:
    model = model_of(tab, folder)
    tester = QAbstractItemModelTester(model, FATAL)
    own = ids(model)
    queries = ("", "a", "a e", "no row holds these words", "")
    for column in (-1, *range(len(model.columns)), -1):
        for order in (ASCENDING, DESCENDING):
            model.sort(column, order)
            for query in queries:
                model.set_filter(query)
                assert model.shown == len(ids(model))
                assert set(ids(model)) <= set(own)
            assert sorted(ids(model)) == sorted(own)
    assert ids(model) == own
    tester.deleteLater()


@every_list
def test_descending_is_ascending_backwards_but_for_equal_cells(folder: Path, tab: Tab) -> None:
    model = model_of(tab, folder)
    for column in range(len(model.columns)):
        model.sort(column, ASCENDING)
        up = column_texts(model, column)
        model.sort(column, DESCENDING)
        assert sorted(up) == sorted(column_texts(model, column))
        assert column_texts(model, column)[-1] == up[0] or model.columns[column].key is not None


@every_list
def test_each_row_is_found_by_its_record(folder: Path, tab: Tab) -> None:
    model = model_of(tab, folder)
    for row in range(model.rowCount()):
        record = model.id_at(row)
        assert (record == "") == (row in model.group_rows())
        assert record == "" or model.row_of(record) == row
    assert model.row_of("no-such-record") == -1


@every_list
def test_each_row_is_told_to_a_screen_reader_as_a_sentence(folder: Path, tab: Tab) -> None:
    model = model_of(tab, folder)
    for row in range(model.rowCount()):
        spoken = model.index(row, 0).data(ACCESSIBLE)
        assert isinstance(spoken, str)
        assert spoken.strip()
        if model.id_at(row):
            assert ", " in spoken
            assert spoken.startswith(str(model.index(row, 0).data()))
            assert model.index(row, len(model.columns) - 1).data(ACCESSIBLE) == spoken


def test_the_sentence_of_an_event_says_when_what_and_who_says_so() -> None:
    model = model_of(Tab.CHRONOLOGY, ABDUSSAMATOV)
    spoken = [model.index(row, 0).data(ACCESSIBLE) for row in range(model.rowCount())]
    (event,) = [text for text in spoken if text.startswith("E3, ")]
    assert event.startswith("E3, 9 June 2011, stated: 28 individuals extradited to Uzbekistan, ")
    assert "announced by the Kazak authorities" in event


# Groups


def test_heads_of_groups_stand_above_their_rows_and_cannot_be_selected() -> None:
    model = model_of(Tab.PARTIES)
    heads = model.group_rows()
    assert heads[0] == 0
    assert len(heads) > 1
    for row in heads:
        index = model.index(row, 0)
        assert index.data(IS_GROUP) is True
        assert isinstance(index.data(), str)
        assert index.data(ACCESSIBLE) == index.data()
        assert model.index(row, 1).data() is None
        assert index.data(Qt.ItemDataRole.TextAlignmentRole) is None
        assert model.flags(index) == Qt.ItemFlag.NoItemFlags
        assert model.item(row) is None
        assert model.id_at(row + 1) != ""
    assert model.index(heads[0] + 1, 0).data(IS_GROUP) is False


def test_the_rows_that_are_shown_are_told_by_their_places() -> None:
    model = model_of(Tab.CHRONOLOGY)
    model.set_filter("prison")
    model.sort(place_of(model, "event"), DESCENDING)
    rows = model.table.rows
    assert sorted(rows[place].id for place in model.shown_places()) == sorted(ids(model))  # type: ignore[union-attr]
    for row in range(model.rowCount()):
        place = model.place_at(row)
        assert (None if place is None else rows[place]) is model.item(row)
    assert model.place_at(-1) is model.place_at(model.rowCount()) is None


def test_a_sorted_list_has_no_groups_until_its_own_order_returns() -> None:
    model = model_of(Tab.PARTIES)
    heads = model.group_rows()
    model.sort(1)
    assert model.group_rows() == []
    model.sort(-1)
    assert model.group_rows() == heads


def test_a_filter_leaves_only_heads_that_have_rows() -> None:
    model = model_of(Tab.PARTIES)
    model.set_filter("mardek")
    assert model.rowCount() == 2
    assert model.group_rows() == [0]


# Sorting


def test_numbers_sort_as_numbers() -> None:
    model = model_of(Tab.PARTIES)
    model.sort(0)
    assert column_texts(model, 0) == [f"P{number}" for number in range(1, 42)]
    model.sort(0, DESCENDING)
    assert column_texts(model, 0)[0] == "P41"


def test_dates_sort_by_time_and_not_by_their_words() -> None:
    model = model_of(Tab.CHRONOLOGY, ABDUSSAMATOV)
    own = ids(model)
    model.sort(place_of(model, "date"))
    dated = [record for record in ids(model) if record in own[:7]]
    assert dated == own[:7]


def test_names_sort_without_regard_to_case_and_accents() -> None:
    table = Table(
        Tab.PARTIES,
        (Column("name", "Name", lambda _, item: item.name),),
        tuple(opened_sample().case.parties),
        lambda *_: "",
        lambda *_: "",
    )
    model = RecordTableModel(opened_sample(), table)
    model.sort(0)
    folded = [text.casefold() for text in column_texts(model, 0)]
    plain = [
        "".join(c for c in unicodedata.normalize("NFKD", t) if not unicodedata.combining(c))
        for t in folded
    ]
    assert plain == sorted(plain)


# The filter


def named(name: str) -> RecordTableModel:
    """A list of one row that bears a name."""
    table = Table(
        Tab.PARTIES,
        (Column("name", "Name", lambda *_: name, second_line=lambda *_: "said through others"),),
        opened_sample().case.parties[:1],
        lambda *_: "",
        lambda *_: name,
    )
    return RecordTableModel(opened_sample(), table)


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [
        ("Éva Müller", "eva muller", True),
        ("Éva Müller", "MÜLLER É", True),
        ("Eva Muller", "Éva", True),
        ("No.\u00a0444/2010", "no. 444", True),
        ("No. 444/2010", "no.\u00a0444", True),
        ("narrow\u202fspace", "narrow space", True),
        ("Straße", "STRASSE", True),
        ("\ufb01sh", "fish", True),
        ("one two three", "three one", True),
        ("one two three", "  ", True),
        ("one two", "onetwo", False),
        ("Éva Müller", "eva meier", False),
        ("anything", "others", True),
        ("Абдуссаматов", "абдуссаматов", True),
    ],
)
def test_a_filter_finds_words_whatever_their_case_accents_and_spaces(
    name: str, query: str, found: bool
) -> None:
    model = named(name)
    model.set_filter(query)
    assert model.shown == int(found)


def test_texts_folded_elsewhere_are_used_for_the_filter() -> None:
    model = named("anything")
    model.set_folded(("something else",))
    model.set_filter("else")
    assert model.shown == 1


def test_a_filter_waits_for_texts_that_are_folded_elsewhere() -> None:
    model = named("anything")
    model.await_folded()
    model.set_filter("else")
    assert model.shown == 1
    model.set_folded(("nothing",))
    assert model.shown == 0


def test_the_same_filter_does_not_reset_the_list() -> None:
    model = model_of(Tab.PARTIES)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_filter("korr")
    model.set_filter(" KORR ")
    assert resets == [True]


@every_list
def test_every_row_is_found_by_the_words_that_it_shows(folder: Path, tab: Tab) -> None:
    model = model_of(tab, folder)
    for record in ids(model)[:12]:
        item = model.item(model.row_of(record))
        assert item is not None
        model.set_filter(row_text(opened_sample(folder), model.table, item))
        assert model.row_of(record) >= 0
        model.set_filter("")


# Cells


def test_a_cell_shows_hidden_signs_and_only_so_much_text() -> None:
    model = named("12\u202e34\n" + "x" * 5_000)
    shown = model.index(0, 0).data()
    assert shown.startswith("12⟨U+202E⟩34 x")
    assert len(shown) == CELL_LIMIT
    assert shown.endswith("…")
    assert model.index(0, 0).data(ACCESSIBLE) == shown
    assert model.index(0, 0).data(SECOND_LINE) == "said through others"


def test_only_so_many_cells_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_table, "_KEPT_CELLS", 3)
    model = model_of(Tab.PARTIES)
    cells = [model.cell(row, 1) for row in range(1, 12)]
    assert len(model._cells) <= 3
    assert cells == [model.cell(row, 1) for row in range(1, 12)]


def test_a_cell_tells_what_the_roles_tell() -> None:
    model = model_of(Tab.QUOTATIONS)
    index = model.index(0, 1)
    assert model.cell(0, 1) == Cell(str(index.data()), index.data(SECOND_LINE), right=False)
    parties = model_of(Tab.PARTIES)
    assert parties.cell(0, 0) == Cell(str(parties.index(0, 0).data()), is_head=True)
    assert parties.cell(0, 1) == Cell("", is_head=True)


def test_numbers_stand_right_and_texts_left() -> None:
    model = model_of(Tab.PARTIES)
    sides = {}
    for place, column in enumerate(model.columns):
        cell = model.index(1, place).data(Qt.ItemDataRole.TextAlignmentRole)
        head = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        assert cell == head
        sides[column.name] = bool(cell & Qt.AlignmentFlag.AlignRight)
    assert sides["count"]
    assert not sides["name"]


def test_heads_of_columns_are_named_and_nothing_else_has_a_head() -> None:
    model = model_of(Tab.PARTIES)
    head = partial(model.headerData, orientation=Qt.Orientation.Horizontal)
    assert head(1) == "Name"
    assert head(99) is None
    assert head(-1) is None
    assert head(1, role=Qt.ItemDataRole.ToolTipRole) is None
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    head = partial(model_of(Tab.CHRONOLOGY).headerData, orientation=Qt.Orientation.Horizontal)
    assert head(1) == "Date\nBasis"
    assert head(1, role=Qt.ItemDataRole.AccessibleTextRole) == "Date, Basis"
    assert head(4) == head(4, role=Qt.ItemDataRole.AccessibleTextRole) == "Standing"


def test_no_cell_has_a_tooltip_or_anything_that_could_be_markup() -> None:
    model = model_of(Tab.QUOTATIONS)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole,
                 Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.StatusTipRole):  # fmt: skip
        assert model.index(0, 1).data(role) is None


def test_what_lies_outside_the_list_is_nothing() -> None:
    model = model_of(Tab.PARTIES)
    inside = model.index(1, 0)
    assert model.rowCount(inside) == model.columnCount(inside) == 0
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.item(-1) is None
    assert model.item(9_999) is None
    assert model.id_at(-1) == ""


def test_a_copy_gives_the_records_texts_and_keeps_no_break_spaces() -> None:
    model = named("No.\u00a0444/2010 " + "y" * 3_000)
    item = model.item(0)
    assert item is not None
    clip = copy_rows(opened_sample(), model.table, [item])
    assert "No.\u00a0444/2010 " + "y" * 3_000 in clip.plain
    assert "No.\u00a0444/2010 " in clip.html
