"""The item model of every list: rows on demand, a filter and a sort over row numbers.

The model keeps the order of rows as a list of numbers. A filter runs over folded texts, and
choices over values, that are made once; a sort takes the order of a column that is made once
too. So none of them builds Qt items: 100,000 rows filter in the time that a proxy model needs
for a few thousand.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.facets import Facet
from caseviewer.formatting.own_rows import OwnRows
from caseviewer.formatting.table import Column, Item, Table, copy_rows, groups, row_id, row_ids
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import visible
from caseviewer.search.folding import needles
from caseviewer.search.row_facets import Choices, RowFacets
from caseviewer.search.row_filter import RowFilter
from caseviewer.search.row_order import RowOrder
from caseviewer.search.slices import at_once
from caseviewer.ui.clipboard import mime_data
from caseviewer.ui.item_models.cells import Cell, made_cell
from caseviewer.ui.item_models.column_table import ColumnTable, Index
from caseviewer.ui.item_models.own_cells import OwnCells
from caseviewer.ui.item_models.row_choices import Own, RowChoices
from caseviewer.ui.item_models.row_work import fold_rows, order_rows

CELL_LIMIT = 600
SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
IS_GROUP = int(Qt.ItemDataRole.UserRole) + 2

_OF_HEADS = Qt.ItemFlag.NoItemFlags
_OF_RECORDS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class RecordTableModel(ColumnTable):
    """The rows of one tab; heads of groups are rows that cannot be selected."""

    facets_changed = Signal()

    def __init__(self, opened: OpenedCase, table: Table, parent: QObject | None = None) -> None:
        """Show `table` in its own order."""
        super().__init__(parent)
        self._opened = opened
        self.table = table
        self.columns: tuple[Column, ...] = table.shown_columns()
        self._groups = groups(opened, table)
        self._heads: list[str] = []
        self._head_rows: list[int] = []
        # Lists ask again for the record that they asked for last, in another order of rows.
        self._asked = ("", -1)
        self._filter: RowFilter | None = None
        self._awaiting = False
        self._drag: Callable[[Sequence[Item]], ClipText] = partial(copy_rows, opened, table)
        self._query: tuple[str, ...] = ()
        self._choices = RowChoices(opened, table)
        self._own = OwnCells()
        self._sort_column = -1
        self._descending = False
        self._rearrange()

    # Qt's side ---------------------------------------------------------------------------

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(row, column)
            return None if cell.is_head and column else cell.text
        place = self._order[row]
        if place < 0:
            return self._head_data(self._heads[-place - 1], column, role)
        return self._record_data(row, self.table.rows[place], column, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._order[index.row()] < 0:
            return _OF_HEADS
        return _OF_RECORDS

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort_column = column
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._rearrange()

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return ["text/html", "text/plain"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        items = [item for row in rows if (item := self.item(row)) is not None]
        return mime_data(self._drag(items))

    # Our side ----------------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """How many records pass the filter and the choices."""
        return len(self._order) - len(self._heads)

    @property
    def is_in_own_order(self) -> bool:
        """Whether rows stand in the order of the table, and not in that of a column."""
        return self._sort_column < 0

    def shown_places(self) -> list[int]:
        """Where the records that are shown stand among the table's rows, in any order."""
        return [place for place in self._order if place >= 0]

    def place_at(self, row: int) -> int | None:
        """Where the record of a row stands among the table's rows; None where none is."""
        return self._order[row] if 0 <= row < len(self._order) and self._order[row] >= 0 else None

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows, kept from one painting to the next."""
        place = self._order[row]
        if place < 0:
            return Cell("" if column else self._heads[-place - 1], is_head=True)
        item, shown = self.table.rows[place], self.columns[column]
        return self._kept_cell(place, column, lambda: self._made(item, shown))

    def set_filter(self, query: str) -> None:
        """Show the rows that hold every word of the query."""
        wanted = needles(query)
        if wanted != self._query:
            self._query = wanted
            if not self._awaiting:
                self._rearrange()

    @property
    def facets(self) -> RowFacets | None:
        """What the rows can be chosen by; None while that is made elsewhere."""
        return self._choices.facets

    @property
    def choices(self) -> Choices:
        """What is chosen of the facets; only facets of which something is chosen."""
        return self._choices.chosen

    def set_choices(self, choices: Choices) -> None:
        """Show the rows that have, of each facet named, one of the chosen values."""
        if self._choices.choose(choices):
            self._rearrange()

    @property
    def offered(self) -> tuple[Facet, ...]:
        """What rows can be chosen by; the reader's own facet stands behind the others."""
        return (*self.table.facets, *self._own.facets)

    def set_own(self, own: OwnRows | None) -> None:
        """Show what is the reader's own in the rows, and offer it as a facet; None hides it."""
        touched = self._own.take(own)
        self._cells.clear()
        if self._choices.set_own(self._own_choices()):
            self._rearrange()
        else:
            for row in filter((-1).__lt__, map(self.row_of, touched)):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        self.facets_changed.emit()

    def replace_table(self, table: Table, opened: OpenedCase) -> None:
        """Show other texts in the same columns; filter, sorting and choices stay.

        A choice that no row has any longer is dropped. Whoever listens is told first, as he may
        look a row up while the old ones are still there.
        """
        self.beginResetModel()
        self._opened = opened
        self.table = table
        self.columns = table.shown_columns()
        self._groups = groups(self._opened, table)
        self._cells.clear()
        self._filter = None
        self._orders = {}
        self.__dict__.pop("_places", None)
        self._asked = ("", -1)
        self._choices.replace(opened, table, self._own_choices())
        self._arrange()
        self.endResetModel()
        self.facets_changed.emit()

    def on_drag(self, clip_of: Callable[[Sequence[Item]], ClipText]) -> None:
        """Let `clip_of` say what records carry that are dragged into another program."""
        self._drag = clip_of

    def await_folded(self) -> None:
        """Filter only once `set_folded` has brought the texts, which are made elsewhere."""
        self._awaiting = True

    def set_folded(self, folded: Sequence[str], of: Table | None = None) -> None:
        """Take the folded texts of all rows, and apply a filter that waited for them.

        Those `of` a table that was replaced meanwhile are of no use.
        """
        if of is None or of is self.table:
            self._filter = RowFilter(folded)
        self._awaiting = False
        if self._query:
            self._rearrange()

    def await_facets(self) -> None:
        """Let what rows are chosen by be made elsewhere: `set_facets` brings it."""
        self._choices.await_facets()

    def set_facets(self, facets: RowFacets) -> None:
        """Take what rows are chosen by; a choice that no row has any longer is dropped."""
        if self._choices.take(facets):
            self._rearrange()
        self.facets_changed.emit()

    def set_orders(self, orders: dict[int, RowOrder], of: Table | None = None) -> None:
        """Take the order of all rows by each column, for sorts to come."""
        if of is None or of is self.table:
            self._orders = orders

    def item(self, row: int) -> Item | None:
        """The record in a row; None for the head of a group."""
        if not 0 <= row < len(self._order):
            return None
        place = self._order[row]
        return None if place < 0 else self.table.rows[place]

    def id_at(self, row: int) -> str:
        """The id of the record in a row; empty for the head of a group."""
        item = self.item(row)
        if item is None:
            return ""
        record = row_id(self._opened, item)
        self._asked = (record, self._order[row])
        return record

    def row_of(self, record: str) -> int:
        """The row of a record, or -1 where the filter hides it or the list has it not."""
        asked, place = self._asked
        if record != asked:
            place = self._places.get(record, -1)
        return self._row_of_place(place)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each record stands among the table's rows."""
        return {record: place for place, record in enumerate(row_ids(self._opened, self.table))}

    def group_rows(self) -> list[int]:
        """The rows that are heads of groups."""
        return list(self._head_rows)

    def _own_choices(self) -> Own:
        return self._own.choices(self.table, lambda: self._places)

    def _made(self, item: Item, column: Column) -> Cell:
        own = self._own.of_cell(self._opened, item, column, self.columns)
        return made_cell(self._opened, item, column, own, CELL_LIMIT)

    def _record_data(self, row: int, item: Item, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            sentence = self.table.sentence(self._opened, item).replace("\n", " ")
            return visible(sentence, CELL_LIMIT) + self._own.heard(self._opened, item)
        if role == SECOND_LINE:
            return self.cell(row, column).second
        return False if role == IS_GROUP else None

    def _head_data(self, head: str, column: int, role: int) -> object:
        if role == IS_GROUP:
            return True
        return head if column == 0 and role == Qt.ItemDataRole.AccessibleTextRole else None

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        rows = self._passing()
        self._heads, self._head_rows = [], []
        if self._sort_column < 0:
            self._order = self._grouped(rows)
        else:
            self._order = self._sorted(rows)

    def _passing(self) -> Sequence[int]:
        """The rows that pass the filter and the choices, in the table's own order."""
        if not self._query:
            return self._choices.passing(range(len(self.table.rows)))
        if self._filter is None:
            self._filter = RowFilter(at_once(fold_rows(self._opened, self.table)))
        return self._choices.passing(self._filter.passing(self._query))

    def _sorted(self, rows: Sequence[int]) -> Sequence[int]:
        column = self._sort_column
        ordering = partial(order_rows, self._opened, self.table, self.columns[column])
        return self._by_column(rows, column, ordering, descending=self._descending)

    def _grouped(self, rows: Sequence[int]) -> list[int]:
        """The rows with the heads of their groups, which are told by numbers below 0."""
        order: list[int] = []
        last, start = "", 0
        for head, beyond in self._groups:
            end = bisect_left(rows, beyond, start)
            if start < end and head != last:
                last = head
                self._heads.append(head)
                self._head_rows.append(len(order))
                order.append(-len(self._heads))
            order.extend(rows[start:end])
            start = end
        return order
