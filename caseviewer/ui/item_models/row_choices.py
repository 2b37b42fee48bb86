"""What is chosen of the facets of a list, and which of its rows that lets pass."""

from collections.abc import Sequence

from caseviewer.formatting.table import Table
from caseviewer.model.opened import OpenedCase
from caseviewer.search.row_facets import Choices, RowFacets, RowValues, masked
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models.row_work import index_facets

Own = tuple[str, RowValues] | None
"""The name of the reader's own facet, and what the rows have of it."""


class RowChoices:
    """The choices in one list; what its rows have is found once, when it is first needed."""

    def __init__(self, opened: OpenedCase, table: Table) -> None:
        """Start with nothing chosen."""
        self._opened = opened
        self._table = table
        self._facets: RowFacets | None = None
        self._awaiting = False
        self._own: Own = None
        self._both: RowFacets | None = None
        self._mask = b""
        self.chosen: dict[str, frozenset[str]] = {}

    @property
    def facets(self) -> RowFacets | None:
        """What the rows have, the reader's own among it; None while it is made elsewhere."""
        if self._facets is None and not self._awaiting:
            self._facets = at_once(index_facets(self._opened, self._table))
            self._both = None
        if self._facets is None or self._own is None:
            return self._facets
        if self._both is None:
            self._both = self._facets.with_values(*self._own)
        return self._both

    def set_own(self, own: Own) -> bool:
        """Take what the rows have of the reader's own facet; whether other rows pass now.

        None takes the facet away, and with it what was chosen of it.
        """
        self._own, self._both = own, None
        return self._renew()

    def choose(self, choices: Choices) -> bool:
        """Take other choices, as far as rows have them; whether that changes anything."""
        facets = self.facets
        wanted = {} if facets is None else facets.occurring(choices)
        if wanted == self.chosen:
            return False
        self.chosen = wanted
        self._mask = b"" if facets is None else facets.mask(wanted)
        return True

    def passing(self, rows: Sequence[int]) -> Sequence[int]:
        """Of some rows, from top to bottom, those that have a chosen value of each facet."""
        return masked(rows, self._mask)

    def await_facets(self) -> None:
        """Make nothing here, as it is made elsewhere; until then, what is known holds."""
        self._awaiting = True

    def take(self, facets: RowFacets) -> bool:
        """Take what was made elsewhere; whether other rows pass now."""
        self._facets, self._awaiting, self._both = facets, False, None
        return self._renew()

    def replace(self, opened: OpenedCase, table: Table, own: Own = None) -> None:
        """Go over to other texts; what rows no longer have is no longer chosen.

        What is known of as many rows holds while it is made anew elsewhere. own: what the new rows
        have of the reader's own facet.
        """
        as_many = len(table.rows) == len(self._table.rows)
        self._opened, self._table = opened, table
        self._own, self._both = own, None
        if not (self._awaiting and as_many):
            self._facets = None
        self._renew()

    def _renew(self) -> bool:
        mask, chosen = self._mask, self.chosen
        self.chosen, self._mask = {}, b""
        if chosen:
            self.choose(chosen)
        return mask != self._mask
