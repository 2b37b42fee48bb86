"""The item model of what a search across all cases found: case by case, with heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from caseviewer.model.visible import visible
from caseviewer.search.hits import Hit
from caseviewer.search.library.case_hit_words import further_row, head_words, hit_row, more_row
from caseviewer.search.library.values import Answer, CaseHits, CaseRow, RecordName
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui.item_models.record_table import CELL_LIMIT, IS_GROUP

Index = QModelIndex | QPersistentModelIndex

_OF_HEADS = Qt.ItemFlag.NoItemFlags
_OF_HITS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


@dataclass(frozen=True, slots=True)
class HitRow:
    """A row: the head of a case where there is no hit, or the way to the rest of its hits.

    name: what the record of the hit is called. more: how many hits in the case are not listed.
    is_last: whether the row leads to hits in other cases.
    """

    case: CaseRow
    hit: Hit | None = None
    name: RecordName | None = None
    count: int = 0
    more: int = 0
    is_last: bool = False

    @property
    def is_head(self) -> bool:
        """Whether the row names a case, and is not to be selected."""
        return self.hit is None and not self.more and not self.is_last

    @property
    def line(self) -> HitLine | None:
        """The row as it is painted; None for a head."""
        if self.hit is not None:
            return hit_row(self.case, self.hit, self.name)
        if self.is_last:
            return further_row()
        return more_row(self.more) if self.more else None

    @property
    def words(self) -> str:
        """The row as plain text."""
        line = self.line
        return head_words(self.case, self.count) if line is None else line.sentence


class CaseHitsModel(QAbstractTableModel):
    """Hits by case, in the order of the answer."""

    def __init__(self, answer: Answer, parent: QObject | None = None) -> None:
        """Show what was found."""
        super().__init__(parent)
        self.answer = answer
        self._all_of: dict[int, CaseHits] = {}
        self._rows = self._made()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return visible(row.words.replace("\n", " "), CELL_LIMIT)
        return row.is_head if role == IS_GROUP else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].is_head:
            return _OF_HEADS
        return _OF_HITS

    def row_at(self, row: int) -> HitRow | None:
        """What a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def line(self, row: int) -> HitLine | None:
        """A row as it is painted; None for a head."""
        found = self.row_at(row)
        return None if found is None else found.line

    def step(self, row: int, by: int) -> int:
        """The next row that is a hit, going by 1 or -1; the same where there is none."""
        places: Sequence[int] = range(row + 1, len(self._rows)) if by > 0 else range(row)[::-1]
        return next((place for place in places if self._rows[place].hit is not None), row)

    def put_in(self, found: CaseHits) -> None:
        """List more hits of a case in place of its first ones."""
        self.beginResetModel()
        self._all_of[found.case.key] = found
        self._rows = self._made()
        self.endResetModel()

    def _made(self) -> list[HitRow]:
        cases = self.answer.cases
        rows = [row for one in cases for row in _rows_of(self._all_of.get(one.case.key, one))]
        further = [HitRow(cases[-1].case, is_last=True)] if cases and self.answer.more else []
        return rows + further


def _rows_of(found: CaseHits) -> Iterator[HitRow]:
    yield HitRow(found.case, count=found.count)
    for hit in found.hits:
        yield HitRow(found.case, hit, found.names.get(hit.record))
    left = found.count - len(found.hits)
    if left > 0:
        yield HitRow(found.case, more=left)
