"""The item model of the list of hits: rows on demand, with a head above those of each tab."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tabs import tab_title
from caseviewer.model.visible import visible
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui.item_models.record_table import CELL_LIMIT

Index = QModelIndex | QPersistentModelIndex

_KEPT_LINES = 1_024
_OF_HITS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class HitRows(QAbstractTableModel):
    """One column: heads of tabs, which cannot be selected, and hits, told by their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without hits."""
        super().__init__(parent)
        self._line_of: Callable[[int], HitLine] | None = None
        self._lines: dict[int, HitLine] = {}
        self._heads: tuple[tuple[int, Tab, int], ...] = ()
        self._head_rows: tuple[int, ...] = ()
        self._count = 0

    # Qt's side ---------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count + len(self._heads)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.line(index.row())
            words = self.head(index.row()) if line is None else line.sentence
            return visible(words.replace("\n", " "), CELL_LIMIT)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.place_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return _OF_HITS

    # Our side ----------------------------------------------------------------------------

    def show_hits(self, counts: Mapping[Tab, int], line_of: Callable[[int], HitLine]) -> None:
        """Show hits; `counts` tells how many each tab has, `line_of` one of them in words."""
        self.beginResetModel()
        self._line_of = line_of
        self._lines.clear()
        heads, row = [], 0
        for tab in Tab:
            count = counts.get(tab, 0)
            if count:
                heads.append((row, tab, count))
                row += count + 1
        self._heads, self._count = tuple(heads), row - len(heads)
        self._head_rows = tuple(first for first, _, _ in heads)
        self.endResetModel()

    def clear(self) -> None:
        """Show no hits."""
        self.show_hits({}, _no_line)

    @property
    def hits(self) -> int:
        """How many hits there are."""
        return self._count

    def line(self, row: int) -> HitLine | None:
        """The hit of a row, kept from one painting to the next; None for a head."""
        place = self.place_at(row)
        if place is None or self._line_of is None:
            return None
        found = self._lines.get(place)
        if found is None:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            found = self._lines[place] = self._line_of(place)
        return found

    def head(self, row: int) -> str:
        """The words of a head; empty for a hit."""
        for first, tab, count in self._heads:
            if first == row:
                return f"{tab_title(tab)} {count:,}"
        return ""

    def place_at(self, row: int) -> int | None:
        """Which hit stands in a row; None for a head, and where there is no such row."""
        heads = bisect_right(self._head_rows, row)
        if not 0 <= row < self.rowCount() or self._head_rows[heads - 1] == row:
            return None
        return row - heads

    def row_of(self, place: int) -> int:
        """The row of a hit."""
        row = place
        for at, first in enumerate(self._head_rows):
            row = place + at + 1 if first <= place + at else row
        return row

    def first_of(self, tab: Tab) -> int | None:
        """The first hit of a tab; None where it has none."""
        for row, found, _ in self._heads:
            if found is tab:
                return self.place_at(row + 1)
        return None

    def group_rows(self) -> tuple[int, ...]:
        """The rows that are heads."""
        return self._head_rows


def _no_line(_: int) -> HitLine:
    raise IndexError
