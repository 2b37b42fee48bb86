"""The item model of the list of goals: records, tabs and actions in one column."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseviewer.model.visible import visible
from caseviewer.search.go_to import Goal
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui.item_models.record_table import CELL_LIMIT

Index = QModelIndex | QPersistentModelIndex

_OF_OFFERED = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class GoalRows(QAbstractTableModel):
    """One row a goal; one that is not offered now cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._goals: tuple[Goal, ...] = ()
        self._lines: dict[int, HitLine] = {}
        self._typed = ""

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._goals)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            line = self.line(index.row())
            return None if line is None else visible(line.sentence, CELL_LIMIT)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        goal = self.goal(index.row()) if index.isValid() else None
        return _OF_OFFERED if goal is not None and goal.is_offered else Qt.ItemFlag.NoItemFlags

    def show_goals(self, goals: Sequence[Goal], typed: str) -> None:
        """Show goals, with the words marked that were typed."""
        self.beginResetModel()
        self._goals, self._typed = tuple(goals), typed
        self._lines = {}
        self.endResetModel()

    def goal(self, row: int) -> Goal | None:
        """The goal of a row; None where there is no such row."""
        return self._goals[row] if 0 <= row < len(self._goals) else None

    def line(self, row: int) -> HitLine | None:
        """The words of a row, made when they are first seen; None where there is no such row."""
        goal = self.goal(row)
        if goal is not None and row not in self._lines:
            shown = goal.shown(self._typed)
            self._lines[row] = HitLine(goal.number, shown, goal.detail, None, "")
        return self._lines.get(row)

    def next_offered(self, row: int, by: int) -> int:
        """The nearest row from `row` on, in steps of `by`, that is offered; -1 where none is."""
        while (goal := self.goal(row)) is not None:
            if goal.is_offered:
                return row
            row += by
        return -1
