import pytest

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import row_text
from caseviewer.formatting.tables import TABLE_TABS, table_for
from caseviewer.search.folding import fold
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models.row_work import fold_rows, index_facets, order_columns, order_rows
from tests.ui.kit import opened_sample

every_list = pytest.mark.parametrize("tab", TABLE_TABS, ids=lambda tab: tab.value)


@every_list
def test_each_row_is_folded(tab: Tab) -> None:
    opened = opened_sample()
    table = table_for(opened, tab)
    folded = at_once(fold_rows(opened, table))
    assert folded == tuple(fold(row_text(opened, table, item)) for item in table.rows)


@every_list
def test_each_value_is_counted(tab: Tab) -> None:
    opened = opened_sample()
    table = table_for(opened, tab)
    facets = at_once(index_facets(opened, table))
    for facet in table.facets:
        rows = [set(facet.values_of(opened, item)) for item in table.rows]
        counts = facets.counts(facet.name)
        assert set(counts) == set().union(*rows)
        assert all(times == sum(value in row for row in rows) for value, times in counts.items())


@every_list
def test_each_column_is_in_order_by_its_keys_or_its_folded_texts(tab: Tab) -> None:
    opened = opened_sample()
    table = table_for(opened, tab)
    orders = at_once(order_columns(opened, table, table.columns))
    assert len(orders) == len(table.columns)
    for place, column in enumerate(table.columns):
        keys = [
            fold(column.text(opened, item)) if column.key is None else column.key(opened, item)
            for item in table.rows
        ]
        wanted = sorted(range(len(keys)), key=keys.__getitem__)
        assert orders[place].arranged(descending=False) == wanted
        assert orders[place] == at_once(order_rows(opened, table, column))


def test_long_work_has_many_slices() -> None:
    opened = opened_sample()
    table = table_for(opened, Tab.CHRONOLOGY)
    assert len(table.rows) > 50
    assert sum(1 for _ in fold_rows(opened, table)) > 1
    assert sum(1 for _ in index_facets(opened, table)) > 1
    assert sum(1 for _ in order_rows(opened, table, table.columns[0])) > 1
