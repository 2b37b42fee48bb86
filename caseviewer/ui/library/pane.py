"""List or hits on the left, the preview on the right; below the list where it is narrow."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.page import PageBuilder
from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.library.case_hit_list import CaseHitList
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.widgets.facet_bar import FacetBar
from caseviewer.ui.widgets.page_view import PageView
from caseviewer.ui.widgets.record_list import RecordList

_NARROW_LETTERS = 190
_COLUMN_LETTERS = 16
_LIST_SHARE = 0.75
"""The most of a low window that the list takes so that a few rows can be seen."""
_LOW_LINES = 16
_DEFAULT_SHARES = [0.66, 0.34]


class LibraryPane(QWidget):
    """What there is to choose from, and what is chosen."""

    shares_changed = Signal(list)
    columns_fitting = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with empty lists."""
        super().__init__(parent)
        self.facets = FacetBar()
        self.count = PlainLabel()
        self.count.setWordWrap(False)
        self.told = PlainLabel()
        self.told.setObjectName("order")
        self.list = RecordList(tr("Cases in the library"), quoted=False)
        self.hits = CaseHitList(tr("Hits in all cases"))
        self.empty = PageView(tr("Why nothing is listed"))
        self.preview = PageView(tr("The selected case"))
        self.preview.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._shares = list(_DEFAULT_SHARES)
        self.most_columns = 99
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._left_side = self._left()
        self._splitter.addWidget(self._left_side)
        self._splitter.addWidget(self.preview)
        self._splitter.splitterMoved.connect(self._tell_shares)
        self._dragged = False
        self._sharing = QTimer(self, singleShot=True, interval=0)
        self._sharing.timeout.connect(self._share_out)
        step = 2 * theme.unit(self.font())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step, 0, step, step)
        layout.addWidget(self._splitter)

    def show_list(self) -> None:
        """Show the cases."""
        self._stack.setCurrentWidget(self.list)

    def show_hits(self) -> None:
        """Show what a search found."""
        self._stack.setCurrentWidget(self.hits)

    def show_nothing(self, *words: str) -> None:
        """Say why there is nothing to show, and what a reader should know of that."""
        builder = PageBuilder()
        for sentence in words:
            builder.text(sentence)
        self.empty.renew(builder.page())
        self._stack.setCurrentWidget(self.empty)

    @property
    def front(self) -> QWidget:
        """What is shown: the cases, the hits, or the words for nothing."""
        return self._stack.currentWidget() or self.empty

    def tell(self, count: str, told: str) -> None:
        """Say how much is shown, and what a reader should know of it."""
        self.count.set_text(count)
        self.told.set_text(told)
        self.told.setVisible(bool(told))

    def share(self, shares: list[float]) -> None:
        """Share the room as it was left."""
        if len(shares) == len(_DEFAULT_SHARES):
            self._shares = shares
        self._sharing.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_LETTERS * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
        self.facets.set_tight(self.height() < _LOW_LINES * self.fontMetrics().lineSpacing())
        self._share_out()
        self._sharing.start()

    def _left(self) -> QWidget:
        left, row = QWidget(), QHBoxLayout()
        row.addWidget(self.facets, 1)
        row.addWidget(self.count, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.told)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: a stack without a place shows loose windows
        for shown in (self.list, self.hits, self.empty):
            self._stack.addWidget(shown)
        self.told.hide()
        return left

    def _share_out(self) -> None:
        narrow = self._splitter.orientation() is Qt.Orientation.Vertical
        whole = self._splitter.height() if narrow else self._splitter.width()
        room = max(whole - self._splitter.handleWidth(), 1)
        first = round(self._shares[0] * room)
        if narrow and not self._dragged:
            above = self._left_side.sizeHint().height() - self._stack.sizeHint().height()
            needed = above + self.list.fewest_height()
            first = max(first, min(needed, round(_LIST_SHARE * room)))
        self._splitter.setSizes([first, room - first])
        self._tell_columns(narrow=narrow)

    def _tell_columns(self, *, narrow: bool) -> None:
        """Say how many columns the list has room for, where that is another number than before."""
        room = self._splitter.width() * (1 if narrow else self._shares[0])
        most = max(2, int(room / (_COLUMN_LETTERS * self.fontMetrics().averageCharWidth())))
        if most != self.most_columns:
            self.most_columns = most
            self.columns_fitting.emit(most)

    def _tell_shares(self) -> None:
        self._dragged = True
        sizes = self._splitter.sizes()
        if all(sizes):
            self._shares = [size / sum(sizes) for size in sizes]
            self.shares_changed.emit(self._shares)
