"""What stands in the rows of one list of the reader's own, and what they can be chosen by of it."""

from collections.abc import Callable, Mapping, Sequence

from caseviewer.formatting.facets import Facet
from caseviewer.formatting.own_rows import OwnRows
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Column, Item, Table, is_record, row_id
from caseviewer.model.opened import OpenedCase
from caseviewer.search.row_facets import values_of_few
from caseviewer.ui.item_models.row_choices import Own

Places = Callable[[], Mapping[str, int]]


class OwnCells:
    """The reader's own words and values, until others come."""

    def __init__(self) -> None:
        """Start with nothing, and without a facet."""
        self.rows: OwnRows | None = None

    def take(self, rows: OwnRows | None) -> set[str]:
        """Take others; returns the ids of the records whose words may have changed."""
        before, self.rows = self.rows, rows
        return set(() if before is None else before.words) | set(() if rows is None else rows.words)

    def of_cell(
        self, opened: OpenedCase, item: Item, column: Column, columns: Sequence[Column]
    ) -> str:
        """The line in a cell: it stands in the widest column alone."""
        if self.rows is None or column is not max(columns, key=lambda one: one.weight):
            return ""
        return self.rows.words.get(row_id(opened, item), "")

    def heard(self, opened: OpenedCase, item: Item) -> str:
        """What a screen reader adds to the sentence of a row."""
        words = "" if self.rows is None else self.rows.words.get(row_id(opened, item), "")
        return f". {words}" if words else ""

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facet of the reader's own; none while that is hidden."""
        return () if self.rows is None else (self.rows.facet,)

    def choices(self, table: Table, places: Places) -> Own:
        """What the rows have of that facet; `places` tells where records stand."""
        rows = self.rows
        if rows is None:
            return None
        others: dict[int, tuple[str, ...]] = {}
        if table.tab is Tab.REVIEW:  # what is no record can be neither read nor starred
            others = {at: () for at, item in enumerate(table.rows) if not is_record(item)}
        if rows.values:
            found = places()
            others |= {
                found[record]: values for record, values in rows.values.items() if record in found
            }
        return rows.facet.name, values_of_few(len(table.rows), rows.usual, others)
