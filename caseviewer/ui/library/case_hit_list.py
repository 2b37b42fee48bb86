"""The list of hits in all cases: walked with arrows, followed with Enter, left with Esc."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from caseviewer.search.library.values import CaseHits
from caseviewer.ui.item_models.case_hits import CaseHitsModel, HitRow
from caseviewer.ui.widgets.hit_delegate import HitDelegate
from caseviewer.ui.widgets.row_list import RowList


class CaseHitList(RowList):
    """What a search across all cases found, beneath the heads of the cases."""

    hit_selected = Signal(object)
    hit_followed = Signal(object)
    more_wanted = Signal(int)
    further_wanted = Signal()

    is_left_by_esc = True

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(name, parent)
        self._delegate = HitDelegate(self)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._fit_rows)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def hits_model(self) -> CaseHitsModel | None:
        """The model, typed; None before there was a search."""
        model = self.model()
        return model if isinstance(model, CaseHitsModel) else None

    def show_model(self, model: CaseHitsModel, row: int = -1) -> None:
        """Show another answer, with a row of it selected, else its first hit."""
        before, selection = self.hits_model(), self.selectionModel()
        model.setParent(self)
        self.setModel(model)
        if selection is not None:
            selection.deleteLater()
        if before is not None:
            before.deleteLater()
        model.modelReset.connect(self._fit_rows)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self._fit_rows()
        self.scrollToTop()
        self._select(row if row >= 0 else model.step(-1, 1))

    def current(self) -> HitRow | None:
        """The row that the keys are on, if it is no head."""
        model = self.hits_model()
        row = None if model is None else model.row_at(self.currentIndex().row())
        return None if row is None or row.is_head else row

    def step(self, by: int) -> None:
        """Go to the next hit (1), or to the one before (-1)."""
        model = self.hits_model()
        if model is not None:
            self._select(model.step(self.currentIndex().row(), by))

    def show_all_of(self, found: CaseHits) -> None:
        """List the other hits of a case; the keys go to the first of them."""
        model, row = self.hits_model(), self.currentIndex().row()
        if model is not None:
            model.put_in(found)
            self._select(row)

    @override
    def follow(self) -> None:
        """Go on from the row that the keys are on: into its case, or to the rest of its hits."""
        row = self.current()
        if row is None:
            return
        if row.is_last:
            self.further_wanted.emit()
        elif row.hit is None:
            self.more_wanted.emit(row.case.key)
        else:
            self.hit_followed.emit(row)

    def _select(self, row: int) -> None:
        model = self.hits_model()
        if model is None or model.row_at(row) is None:
            return
        flags = QItemSelectionModel.SelectionFlag
        index = model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _tell_row(self, current: QModelIndex) -> None:
        row = self.current() if current.isValid() else None
        if row is not None:
            self.hit_selected.emit(row)

    def _fit_rows(self) -> None:
        """Make rows as high as their words need: those that are seen first, the others in turn."""
        model = self.hits_model()
        self.verticalHeader().setDefaultSectionSize(self._delegate.full_height(self.font()))
        count = 0 if model is None else model.rowCount()
        self._fit_in_turns(count)

    @override
    def _heights(self) -> Callable[[int], int] | None:
        model, width = self.hits_model(), self.viewport().width()
        if model is None:
            return None
        return lambda row: self._delegate.height(self.font(), model.index(row, 0), width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.current()
        if row is not None and row.hit is None:
            self.follow()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self.current()
        if row is not None and row.hit is not None:
            self.follow()
