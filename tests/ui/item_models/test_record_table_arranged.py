"""Lists that are filtered and sorted again and again, before and after their orders arrive."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Item
from caseviewer.model.parties import Party
from caseviewer.search.folding import fold
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.item_models.row_work import order_columns
from tests.ui.item_models.test_record_table import ASCENDING, DESCENDING, every_list, ids, model_of
from tests.ui.kit import opened_sample


@every_list
def test_a_list_sorts_alike_before_and_after_its_orders_have_arrived(
    folder: Path, tab: Tab
) -> None:
    before, after = model_of(tab, folder), model_of(tab, folder)
    after.set_orders(at_once(order_columns(opened_sample(folder), after.table, after.columns)))
    for query in ("", "a", "an"):
        before.set_filter(query)
        after.set_filter(query)
        for column in range(len(before.columns)):
            for order in (ASCENDING, DESCENDING):
                before.sort(column, order)
                after.sort(column, order)
                assert ids(before) == ids(after)
                shown = [before.table.rows.index(found) for found in items(before)]
                assert shown == sorted_plainly(before, column, order, set(shown))


def items(model: RecordTableModel) -> list[Item]:
    rows = map(model.item, range(model.rowCount()))
    return [item for item in rows if item is not None]


def sorted_plainly(
    model: RecordTableModel, column: int, order: Qt.SortOrder, shown: set[int]
) -> list[int]:
    opened, rows, by = model._opened, model.table.rows, model.columns[column]

    def key(place: int) -> Any:
        item = rows[place]
        return fold(by.text(opened, item)) if by.key is None else by.key(opened, item)

    return sorted(sorted(shown), key=key, reverse=order is DESCENDING)


def test_orders_that_arrive_leave_a_sorted_list_as_it_is() -> None:
    model = model_of(Tab.PARTIES)
    model.sort(1, DESCENDING)
    sorted_before = ids(model)
    model.set_orders(at_once(order_columns(opened_sample(), model.table, model.columns)))
    assert ids(model) == sorted_before


@every_list
def test_a_filter_that_narrows_and_widens_shows_what_one_from_scratch_shows(
    folder: Path, tab: Tab
) -> None:
    model = model_of(tab, folder)
    for query in ("a", "an", "an e", "an es", "an e", "an", "n", "", "e an", "a e", "x", "a"):
        model.set_filter(query)
        fresh = model_of(tab, folder)
        fresh.set_filter(query)
        assert ids(model) == ids(fresh)
        assert model.group_rows() == fresh.group_rows()
        heads = [model.index(row, 0).data() for row in model.group_rows()]
        assert heads == [fresh.index(row, 0).data() for row in fresh.group_rows()]


def test_a_record_that_was_asked_for_is_found_wherever_it_has_come_to_stand() -> None:
    model = model_of(Tab.PARTIES)
    record = model.id_at(5)
    for column in (1, -1):
        model.sort(column, DESCENDING)
        assert model.id_at(model.row_of(record)) == record
    model.set_filter("no row holds these words")
    assert model.row_of(record) == -1


def test_what_was_made_for_a_table_that_was_replaced_is_not_used() -> None:
    model = model_of(Tab.PARTIES)
    before = model.table
    texts = tuple("old" for _ in before.rows)
    orders = at_once(order_columns(opened_sample(), before, model.columns))
    model.await_folded()
    model.replace_table(replace(before, columns=before.columns[1:]), model._opened)
    model.set_orders(orders, before)
    model.set_filter("old")
    model.set_folded(texts, before)
    assert model.shown < len(before.rows)
    model.set_filter("")
    model.sort(0)
    names = [item.name for item in items(model) if isinstance(item, Party)]
    assert [fold(name) for name in names] == sorted(map(fold, names))
