"""The list of hits: rows that are gone through with arrows and followed with Enter or a click."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.ui.item_models.hit_rows import HitRows
from caseviewer.ui.widgets.hit_delegate import LINES, MOST_LINES, HitDelegate

_FITTED_ROWS = 400
_FITTED_FIRST, _FITTED_AT_ONCE = 12, 6
"""Rows that are fitted at once: those that are seen, and then some in each turn of the window."""


class HitList(QTableView):
    """Hits, each over a few lines; in a long list all rows have one height."""

    followed = Signal(int)
    """A hit is to be gone to, told by its place."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without hits."""
        super().__init__(parent)
        self.setAccessibleName(tr("Hits"))
        self.hits = HitRows(self)
        self._delegate = HitDelegate(self)
        self._unfitted: list[int] = []
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit_more_rows)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self.hits)
        self.hits.modelReset.connect(self._fit_rows)
        self.clicked.connect(self._follow)

    @property
    def place(self) -> int | None:
        """The hit that the keys are on; None where they are on none."""
        return self.hits.place_at(self.currentIndex().row())

    def go_to(self, place: int) -> None:
        """Put the keys on a hit, and bring it into view."""
        index = self.hits.index(self.hits.row_of(place), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        head = index.row() - 1
        if self.hits.place_at(head) is None and head >= 0:
            self.scrollTo(self.hits.index(head, 0))
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go so many hits on, or back where negative; not beyond the ends."""
        if self.hits.hits:
            now = -1 if self.place is None else self.place
            self.go_to(min(max(now + by, 0), self.hits.hits - 1))

    def page_step(self) -> int:
        """How many hits are about in view."""
        return max(1, self.viewport().height() // self._delegate.full_height(self.font()) - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._follow(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would copy what the row shows; the action copies from the record
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd}
        if cursorAction in ends:  # along the list, not along the row
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(cursorAction, modifiers)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()

    def _follow(self, index: QModelIndex) -> None:
        place = self.hits.place_at(index.row())
        if place is not None:
            self.followed.emit(place)

    def _fit_rows(self) -> None:
        """Make rows as high as their words need; in a long list all but heads have one height."""
        self.horizontalHeader().resizeSection(0, self.viewport().width())
        self.verticalHeader().setDefaultSectionSize(self._delegate.full_height(self.font()))
        count = self.hits.rowCount()
        self._unfitted = []
        for row in self.hits.group_rows():
            self.setRowHeight(row, self._delegate.head_height(self.font()))
        fits = count <= _FITTED_ROWS
        self._delegate.most = MOST_LINES if fits else LINES
        if fits:
            seen = max(self.rowAt(0), 0)
            self._unfitted = [*range(seen, count), *range(seen)][::-1]
            self._fit(_FITTED_FIRST)

    def _fit_more_rows(self) -> None:
        self._fit(_FITTED_AT_ONCE)

    def _fit(self, most: int) -> None:
        """Fit a few rows, and more of them when the window has had its turn."""
        width = self.viewport().width()
        for _ in range(min(len(self._unfitted), most)):
            row = self._unfitted.pop()
            index = self.hits.index(row, 0)
            self.setRowHeight(row, self._delegate.height(self.font(), index, width))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        if self._unfitted:
            self._fit_later.start()
