"""The list of hits: rows that are gone through with arrows and followed with Enter or a click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.ui.item_models.hit_rows import HitRows
from caseviewer.ui.widgets.hit_delegate import LINES, MOST_LINES, HitDelegate
from caseviewer.ui.widgets.row_list import RowList

_FITTED_ROWS = 400
_FITTED_FIRST = 12
"""Rows that are fitted before anything else is done: about those that are seen."""


class HitList(RowList):
    """Hits, each over a few lines; in a long list all rows have one height."""

    followed = Signal(int)
    """A hit is to be gone to, told by its place."""

    fitted_at_once = 6
    is_left_by_esc = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without hits."""
        super().__init__(tr("Hits"), parent)
        self.hits = HitRows(self)
        self._delegate = HitDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
    def follow(self) -> None:
        self._follow(self.currentIndex())

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
            self._fit_in_turns(count, _FITTED_FIRST)

    @override
    def _heights(self) -> Callable[[int], int]:
        width = self.viewport().width()

        def height(row: int) -> int:
            return self._delegate.height(self.font(), self.hits.index(row, 0), width)

        return height
