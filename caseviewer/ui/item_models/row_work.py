"""What filter, choices and sort need to know of all rows; made in slices, here or elsewhere."""

from functools import cache
from typing import Any

from caseviewer.formatting.table import Column, Table, row_text
from caseviewer.model.opened import OpenedCase
from caseviewer.search.folding import fold
from caseviewer.search.row_facets import RowFacets, RowValues, values_of_rows
from caseviewer.search.row_order import RowOrder, in_order
from caseviewer.search.slices import Slices

_SLICE = 50


def fold_rows(opened: OpenedCase, table: Table) -> Slices[tuple[str, ...]]:
    """The folded text of every row, for the filter."""
    folded: list[str] = []
    for first in range(0, len(table.rows), _SLICE):
        rows = table.rows[first : first + _SLICE]
        folded.extend(fold(row_text(opened, table, item)) for item in rows)
        yield
    return tuple(folded)


def index_facets(opened: OpenedCase, table: Table) -> Slices[RowFacets]:
    """Which rows have which values of the table's facets."""
    found: dict[str, RowValues] = {}
    for facet in table.facets:
        for _ in facet.prepare():
            yield
        rows = (facet.values_of(opened, item) for item in table.rows)
        found[facet.name] = yield from values_of_rows(rows)
    return RowFacets(found)


def order_rows(opened: OpenedCase, table: Table, column: Column) -> Slices[RowOrder]:
    """The order of all rows by one column."""
    known = cache(fold)  # many cells of a column read the same
    keys: list[Any] = []
    for first in range(0, len(table.rows), _SLICE):
        rows = table.rows[first : first + _SLICE]
        if column.key is not None:
            keys.extend(column.key(opened, item) for item in rows)
        else:
            keys.extend(known(column.text(opened, item)) for item in rows)
        yield
    return (yield from in_order(keys))


def order_columns(
    opened: OpenedCase, table: Table, columns: tuple[Column, ...]
) -> Slices[dict[int, RowOrder]]:
    """The order of all rows by each of some columns, told by the places of the columns."""
    orders: dict[int, RowOrder] = {}
    for place, column in enumerate(columns):
        orders[place] = yield from order_rows(opened, table, column)
    return orders
