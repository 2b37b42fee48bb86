"""What a list shows, for the tests of lists."""

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Column, Item, Table, number_text
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import OpenedCase


def column(table: Table, name: str) -> Column:
    (found,) = (item for item in table.columns if item.name == name)
    return found


def cells(case: OpenedCase, tab: Tab, name: str) -> list[str]:
    table = table_for(case, tab)
    return [column(table, name).text(case, row) for row in table.rows]


def in_order(case: OpenedCase, tab: Tab, name: str) -> list[str]:
    """The numbers of the rows when they are sorted by a column."""
    table = table_for(case, tab)
    key = column(table, name).key
    assert key is not None
    rows: list[Item] = sorted(table.rows, key=lambda row: key(case, row))
    return [number_text(case, row) for row in rows]


def groups(case: OpenedCase, tab: Tab) -> list[str]:
    table = table_for(case, tab)
    return list(dict.fromkeys(table.group(case, row) for row in table.rows))
