"""What all lists of rows have in common: rows are chosen whole, and as high as their words need."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENDS = frozenset({QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd})


class RowList(QTableView):
    """Rows that keys go through.

    As it is, no row leads anywhere, and all are as high as Qt has them: who inherits it says more.
    """

    left = Signal()
    """Esc was pressed, in a list that it leads out of."""

    fitted_at_once = 40
    """So many rows are fitted in one turn of the window."""
    is_left_by_esc = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._unfitted: list[int] = []
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit_more_rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def follow(self) -> None:
        """Go on from the row that the keys are on, if it leads anywhere."""

    def _heights(self) -> Callable[[int], int] | None:
        """What tells how high a row has to be; None where none needs a height of its own."""
        return None

    def _fit_in_turns(self, count: int, first: int | None = None) -> None:
        """Fit so many rows, those that are seen first; `first`: how many of them at once."""
        seen = max(self.rowAt(0), 0)
        self._unfitted = [*range(seen, count), *range(seen)][::-1]  # `pop` takes from the end
        self._fit(self.fitted_at_once if first is None else first)

    def _fit_more_rows(self) -> None:
        self._fit(self.fitted_at_once)

    def _fit(self, most: int) -> None:
        """Fit a few rows, and more of them when the window has had its turn."""
        height_of = self._heights()
        if height_of is None:
            return
        for _ in range(min(len(self._unfitted), most)):
            row = self._unfitted.pop()
            self.setRowHeight(row, height_of(row))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        if self._unfitted:
            self._fit_later.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.follow()
        elif event.key() == Qt.Key.Key_Escape and self.is_left_by_esc:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would copy what the cell shows; the action copies from the record
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if cursorAction in _ENDS:  # along the list, not along the row
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(cursorAction, modifiers)
