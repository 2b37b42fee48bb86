from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from caseviewer.formatting.own_rows import FACET, OwnRows, own_rows
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import copy_rows, is_record, row_id, row_text
from caseviewer.formatting.tables import table_for
from caseviewer.notes.by_record import NO_NOTES
from caseviewer.ui.item_models.own_cells import OwnCells
from caseviewer.ui.item_models.record_table import RecordTableModel
from tests.formatting.noting import kept_on
from tests.ui.kit import opened_sample

CASE = opened_sample()
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
IDS = [one.id for one in CASE.case.parties[:3]]
KEPT = kept_on(CASE, stars=(IDS[0],), reads=(IDS[1],), texts=((IDS[0], "A private note."),))
OWN = own_rows(CASE, KEPT, Tab.PARTIES)
STARRED = {FACET: frozenset({"starred"})}


def model_of(tab: Tab = Tab.PARTIES) -> RecordTableModel:
    return RecordTableModel(CASE, table_for(CASE, tab))


def own_lines(model: RecordTableModel) -> dict[str, list[str]]:
    found = {}
    for row in range(model.rowCount()):
        cells = [model.cell(row, column) for column in range(model.columnCount())]
        lines = [cell.own for cell in cells if cell.own]
        if lines:
            found[model.id_at(row)] = lines
    return found


def test_one_cell_of_a_row_has_the_readers_own_line() -> None:
    model = model_of()
    QAbstractItemModelTester(model, FATAL)
    model.set_own(OWN)
    assert own_lines(model) == {IDS[0]: ["Yours: starred · note"], IDS[1]: ["Yours: read"]}
    name = next(at for at, one in enumerate(model.columns) if one.name == "name")
    row = model.row_of(IDS[0])
    assert model.cell(row, name).own == "Yours: starred · note"
    sentence = str(model.index(row, 0).data(ACCESSIBLE))
    assert sentence.endswith(". Yours: starred · note")
    model.set_own(None)
    assert own_lines(model) == {}
    assert "Yours" not in str(model.index(row, 0).data(ACCESSIBLE))


@pytest.mark.parametrize("tab", [tab for tab in Tab if tab is not Tab.OVERVIEW])
def test_in_every_list_the_widest_column_has_it(tab: Tab) -> None:
    table = table_for(CASE, tab)
    record = next(one for one in table.rows if is_record(one))
    model = RecordTableModel(CASE, table)
    model.set_own(own_rows(CASE, kept_on(CASE, stars=(record.id,)), tab))
    (lines,) = own_lines(model).values()
    assert lines == ["Yours: starred"]


def test_the_rows_that_changed_are_told_and_no_others(qtbot: QtBot) -> None:
    model = model_of()
    told: list[int] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: resets.append(True))
    model.set_own(OWN)
    assert sorted(told) == sorted(map(model.row_of, IDS[:2]))
    told.clear()
    model.set_own(own_rows(CASE, kept_on(CASE, stars=(IDS[2],)), Tab.PARTIES))
    assert sorted(told) == sorted(map(model.row_of, IDS))
    assert resets == []


def test_rows_are_chosen_by_it_and_shown_again_when_it_is_hidden() -> None:
    model = model_of()
    QAbstractItemModelTester(model, FATAL)
    assert FACET not in [one.name for one in model.offered]
    model.set_own(OWN)
    assert model.offered[-1].name == FACET
    model.set_choices(STARRED)
    assert [model.id_at(row) for row in range(model.rowCount()) if model.id_at(row)] == [IDS[0]]
    model.set_own(own_rows(CASE, kept_on(CASE, stars=(IDS[1],)), Tab.PARTIES))
    assert [model.id_at(row) for row in range(model.rowCount()) if model.id_at(row)] == [IDS[1]]
    model.set_own(None)
    assert model.choices == {}
    assert model.shown == len(CASE.case.parties)


def test_other_texts_keep_what_is_the_readers_own() -> None:
    model = model_of()
    model.set_own(OWN)
    model.set_choices(STARRED)
    fewer = replace(model.table, rows=model.table.rows[:10])
    model.replace_table(fewer, CASE)
    there = [row_id(CASE, one) for one in fewer.rows]
    assert model.shown == int(IDS[0] in there)
    model.replace_table(table_for(CASE, Tab.PARTIES), CASE)
    model.set_choices({})
    assert own_lines(model)[IDS[1]] == ["Yours: read"]


def test_what_is_no_record_can_be_neither_read_nor_starred() -> None:
    table = table_for(CASE, Tab.REVIEW)
    found = OwnCells()
    assert found.choices(table, dict) is None
    found.take(own_rows(CASE, NO_NOTES, Tab.REVIEW))
    own = found.choices(table, dict)
    assert own is not None
    records = sum(map(is_record, table.rows))
    assert 0 < records < len(table.rows)
    assert own[1].counts == {"not read": records}


def test_nothing_of_it_gets_into_copies_filters_and_drags(qtbot: QtBot) -> None:
    model = model_of()
    model.set_own(OWN)
    row = model.row_of(IDS[0])
    item = model.item(row)
    assert item is not None
    clip = copy_rows(CASE, model.table, [item])
    dragged = model.mimeData([model.index(row, 0)])
    texts = (clip.plain, clip.html, row_text(CASE, model.table, item), dragged.text(),
             dragged.html())  # fmt: skip
    assert all(texts)
    assert not any("Yours" in text or "private" in text for text in texts)
    model.set_filter("yours")
    assert model.shown == 0
    assert model.rowCount(QModelIndex()) == 0


def test_taking_others_tells_whose_words_may_differ() -> None:
    found = OwnCells()
    assert found.take(None) == set()
    assert found.take(OwnRows(OWN.facet, {"a": "x"})) == {"a"}
    assert found.take(OwnRows(OWN.facet, {"b": "x"})) == {"a", "b"}
    assert found.take(None) == {"b"}
    assert found.facets == ()
