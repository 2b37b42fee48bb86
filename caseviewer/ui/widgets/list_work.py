"""What a long list needs of all its rows: it is made beside the window, in turn."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelection

from caseviewer.model.opened import OpenedCase
from caseviewer.search.slices import Slices, in_turn
from caseviewer.ui import background
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.item_models.row_work import fold_rows, index_facets, order_columns

_ORDER_BESIDE = 10_000
"""A list of so many rows is sorted at once without being felt."""


def work_beside(opened: OpenedCase, model: RecordTableModel) -> None:
    """Make what filter, choices and sorts of a long list need; its facets are to be awaited.

    What was made of texts that were replaced meanwhile is dropped.
    """
    model.await_folded()
    table, columns = model.table, model.columns
    folding = _beside(model, lambda: fold_rows(opened, table))
    folding.finished.connect(_unless_replaced(model, model.set_folded))
    indexing = _beside(model, lambda: index_facets(opened, table))
    indexing.finished.connect(_unless_replaced(model, model.set_facets))
    folding.finished.connect(lambda _: background.start(indexing))
    if len(table.rows) > _ORDER_BESIDE:
        ordering = _beside(model, lambda: order_columns(opened, table, columns))
        ordering.finished.connect(_unless_replaced(model, model.set_orders))
        indexing.finished.connect(lambda _: background.start(ordering))
    background.start(folding)


def rows_of(model: RecordTableModel, records: set[str]) -> QItemSelection:
    """Where records stand in a list."""
    spans: list[tuple[int, int]] = []
    for row in range(model.rowCount()):
        if model.id_at(row) in records:
            beside = bool(spans) and spans[-1][1] == row - 1
            first = spans.pop()[0] if beside else row
            spans.append((first, row))
    found = QItemSelection()
    for first, last in spans:
        found.select(model.index(first, 0), model.index(last, 0))
    return found


def _unless_replaced(
    model: RecordTableModel, take: Callable[[Any], None]
) -> Callable[[object], None]:
    """Hand a result to a list, unless it shows other texts by then."""
    table = model.table

    def hand_over(found: object) -> None:
        if model.table is table:
            take(found)

    return hand_over


def _beside(model: RecordTableModel, work: Callable[[], Slices[Any]]) -> background.Job:
    """A job that gives way to the window between its slices, and ends with its model."""
    job = background.Job(lambda job: in_turn(work(), job.give_way), model)
    model.destroyed.connect(job.stop)
    return job
