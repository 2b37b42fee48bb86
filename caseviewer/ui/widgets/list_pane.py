"""The pattern of every tab: a filter and a list on the left, what is selected on the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseviewer.exporting.head import Chosen
from caseviewer.formatting.facets import choice_words, nothing_words
from caseviewer.formatting.own_rows import FACET
from caseviewer.formatting.translate import tr
from caseviewer.search.row_facets import Choices
from caseviewer.ui import theme
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.widgets.facet_bar import FacetBar
from caseviewer.ui.widgets.field import Field
from caseviewer.ui.widgets.record_list import RecordList

_NARROW_EMS = 68
_LOW_LINES = 16
"""In a pane of fewer lines the facets would leave too little of the list."""
_BESIDE_FILTER = _UNDER_FILTER = 1
_FILTER_LETTERS = 20
_DEFAULT_SHARES = [0.58, 0.42]


class FilterField(Field):
    """Where a filter is typed; Esc empties it and goes back to the list."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says what is filtered."""
        super().__init__(name, name, parent)
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        super().keyPressEvent(event)


class ListPane(QWidget):
    """Filter, list and side; the side moves below the list when the window is narrow."""

    shares_changed = Signal(list)
    made_low = Signal(bool)

    def __init__(
        self, name: str, side: QWidget, *, quoted: bool = False, parent: QWidget | None = None
    ) -> None:
        """`name` is the tab's title; `side` shows what is selected."""
        super().__init__(parent)
        self.list = RecordList(name, quoted=quoted)
        self._view: QWidget = self.list
        self._low = self._dragged = False
        self.filter = FilterField(tr("Filter {list}…", list=name))
        self.facets = FacetBar()
        self.count = PlainLabel()
        self.count.setWordWrap(False)
        self.order = PlainLabel()
        self.order.setObjectName("order")
        self.order.setWordWrap(False)
        self._empty = PlainLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._left_side = self._left()
        self._splitter.addWidget(self._left_side)
        self._splitter.addWidget(side)
        self._splitter.splitterMoved.connect(self._tell_shares)
        self._shares = list(_DEFAULT_SHARES)
        # What is above the list is laid out first; only then it is known how much room is left.
        self._sharing = QTimer(self, singleShot=True, interval=0)
        self._sharing.timeout.connect(self._share_out)
        self._typing = QTimer(self, singleShot=True, interval=0)
        self._typing.timeout.connect(self._filter)
        self.filter.textChanged.connect(self._typing.start)
        self.filter.left.connect(self.focus_view)
        self.facets.chosen.connect(self._choose)
        self.facets.all_wanted.connect(self.clear_filter)
        self.facets.left.connect(self.focus_view)
        layout = self._whole = QVBoxLayout(self)
        step = 2 * theme.unit(self.font())
        layout.setContentsMargins(step, step, step, step)
        layout.addWidget(self._splitter)

    def show_model(
        self, model: RecordTableModel, fractions: list[float], shares: list[float], empty: str
    ) -> None:
        """Show a list with its remembered widths; `empty` says what is missing if nothing is."""
        before = self.list.record_model()
        model.setParent(self)
        self.list.show_model(model, fractions)
        if before is not None:
            before.deleteLater()
        model.modelReset.connect(self._tell_count)
        model.modelReset.connect(self._tell_order)
        model.facets_changed.connect(self._show_facets)
        if len(shares) == len(_DEFAULT_SHARES):
            self._shares = shares
        self._empty_words = empty
        self._share_out()
        self._show_facets()
        self._tell_count()
        self._tell_order()

    def add_view(self, view: QWidget, switch: QWidget) -> None:
        """Another way to see the rows; `switch` stands beside the filter."""
        self._stack.addWidget(view)
        self._row.addWidget(switch)
        self.setTabOrder(self.list, view)
        before: QWidget = self.filter
        for button in switch.findChildren(QAbstractButton):
            self.setTabOrder(before, button)
            before = button

    def show_view(self, view: QWidget) -> None:
        """See the rows in one of the ways."""
        self._view = view
        self._tell_count()

    def focus_view(self) -> None:
        """Give the keys to what shows the rows."""
        self._view.setFocus()

    def is_filtered(self) -> bool:
        """Whether something is typed or chosen that may hide rows."""
        model = self.list.record_model()
        return bool(self.filter.text()) or (model is not None and bool(model.choices))

    def narrowed(self) -> Chosen | None:
        """The rows that are shown, and by what they were chosen; None where all are shown."""
        model = self.list.record_model()
        if model is None or model.shown == len(model.table.rows):
            return None
        ids = frozenset(filter(None, map(model.id_at, range(model.rowCount()))))
        query = self.filter.text().strip()
        typed = tr("“{query}” in the filter", query=query) if query else ""
        chosen = choice_words(model.table.facets, model.choices)
        if FACET in model.choices:  # by what of his own he chose, is for nobody else
            chosen = "; ".join(filter(None, (chosen, tr("the reader’s own choice of rows"))))
        return Chosen(ids, "; ".join(filter(None, (chosen, typed))))

    def clear_filter(self) -> None:
        """Show all rows again, whatever was typed or chosen."""
        self.filter.clear()
        self._choose({})
        self._filter()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().averageCharWidth() * 1.6
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
        low = self.height() < _LOW_LINES * self.fontMetrics().lineSpacing()
        if low != self._low:
            self._low = low
            self._arrange()
            self.made_low.emit(low)
        self._show_order()
        self._share_out()
        self._sharing.start()

    def _left(self) -> QWidget:
        left = QWidget()
        self._column = column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.order)
        row.addWidget(self.count)
        column.addLayout(row)
        column.insertWidget(_UNDER_FILTER, self.facets)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: a stack without a place shows loose windows
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        return left

    def _arrange(self) -> None:
        """Put the facets under the filter, or beside it where lines are few."""
        self.facets.set_tight(self._low)
        step = 2 * theme.unit(self.font())
        above = 0 if self._low else step
        self._whole.setContentsMargins(step, above, step, above)
        if self._low:
            middle = Qt.AlignmentFlag.AlignVCenter
            self._row.insertWidget(_BESIDE_FILTER, self.facets, 1, middle)
        else:
            self._column.insertWidget(_UNDER_FILTER, self.facets)

    def _filter(self) -> None:
        self._narrow(lambda model: model.set_filter(self.filter.text()))

    def _choose(self, choices: Choices) -> None:
        self._narrow(lambda model: model.set_choices(choices))
        self._show_facets()

    def _show_facets(self) -> None:
        model = self.list.record_model()
        if model is not None:
            self.facets.show_facets(model.offered, model.facets, model.choices)

    def _narrow(self, change: Callable[[RecordTableModel], None]) -> None:
        """Show other rows; what is selected stays so, unless it is hidden."""
        model = self.list.record_model()
        if model is None:
            return
        current = model.id_at(self.list.currentIndex().row())
        change(model)
        if not self.list.select_record(current):
            self.list.select_first()

    def _tell_count(self) -> None:
        model = self.list.record_model()
        if model is None:
            return
        total, shown = len(model.table.rows), model.shown
        filtered = tr("{shown} of {total}", shown=shown, total=total)
        self.count.set_text("" if shown == total else filtered)
        self.count.setVisible(shown != total)
        chosen = choice_words(model.offered, model.choices)
        nothing = nothing_words(self.filter.text(), chosen)
        self._empty.set_text(nothing if total else self._empty_words)
        self._stack.setCurrentWidget(self._view if shown else self._empty)

    def _tell_order(self) -> None:
        """Say in which order the rows stand, while they stand in the list's own."""
        model = self.list.record_model()
        words = model.table.order if model is not None and model.is_in_own_order else ""
        if words != self.order.text():
            self.order.set_text(words)
            self.list.setAccessibleDescription(words)
        self._show_order()

    def _show_order(self) -> None:
        """Show the words where they leave room for a filter."""
        room = self._left_side.width() - self.order.sizeHint().width()
        fits = room > _FILTER_LETTERS * self.fontMetrics().averageCharWidth()
        self.order.setVisible(bool(self.order.text()) and fits and not self._low)

    def _share_out(self) -> None:
        narrow = self._splitter.orientation() is Qt.Orientation.Vertical
        whole = self._splitter.height() if narrow else self._splitter.width()
        room = max(whole - self._splitter.handleWidth(), 1)
        first, rest = (round(part * room) for part in self._shares)
        if narrow and not self._dragged:
            # Of a low pane the list gets what it needs; the page can be scrolled.
            facets = 0 if self._low else self.facets.minimumHeight() + self._column.spacing()
            above = self._row.sizeHint().height() + self._column.spacing() + facets
            first = max(first, above + self.list.fewest_height())
            rest = max(room - first, 0)
        self._splitter.setSizes([first, rest])

    def _tell_shares(self) -> None:
        self._dragged = True
        sizes = self._splitter.sizes()
        total = sum(sizes)
        if total and all(sizes):
            self._shares = [size / total for size in sizes]
            self.shares_changed.emit(self._shares)
