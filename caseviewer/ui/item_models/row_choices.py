"""What is chosen of the facets of a list, and which of its rows that lets pass."""

from collections.abc import Sequence

from caseviewer.formatting.table import Table
from caseviewer.model.opened import OpenedCase
from caseviewer.search.row_facets import Choices, RowFacets, masked
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models.row_work import index_facets


class RowChoices:
    """The choices in one list; what its rows have is found once, when it is first needed."""

    def __init__(self, opened: OpenedCase, table: Table) -> None:
        """Start with nothing chosen."""
        self._opened = opened
        self._table = table
        self._facets: RowFacets | None = None
        self._awaiting = False
        self._mask = b""
        self.chosen: dict[str, frozenset[str]] = {}

    @property
    def facets(self) -> RowFacets | None:
        """What the rows have; None while it is made elsewhere."""
        if self._facets is None and not self._awaiting:
            self._facets = at_once(index_facets(self._opened, self._table))
        return self._facets

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
        self._facets, self._awaiting = facets, False
        return self._renew()

    def replace(self, opened: OpenedCase, table: Table) -> None:
        """Go over to other texts; what rows no longer have is no longer chosen.

        What is known of as many rows holds while it is made anew elsewhere.
        """
        as_many = len(table.rows) == len(self._table.rows)
        self._opened, self._table = opened, table
        if not (self._awaiting and as_many):
            self._facets = None
            self._renew()

    def _renew(self) -> bool:
        mask, chosen = self._mask, self.chosen
        self.chosen, self._mask = {}, b""
        if chosen:
            self.choose(chosen)
        return mask != self._mask
