"""A field and the goals that fit what is typed in it, on top of the window for a moment."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.search.go_to import Goal
from caseviewer.ui import theme
from caseviewer.ui.item_models.goal_rows import GoalRows
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.widgets.hit_delegate import HitDelegate
from caseviewer.ui.widgets.search_field import SearchField

_LETTERS = 90
_ROWS = 12
_SHARE = 0.9
"""At most so much of the window's width and height is covered."""
_STAYS_FOR = frozenset({
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
})  # fmt: skip


class GoToPopup(QFrame):
    """Covers the middle of a window's upper part; the keys stay in its field."""

    typed = Signal(str)
    entered = Signal()
    closed = Signal()
    """It was put away; whoever had the keys gets them back."""

    def __init__(self, window: QWidget) -> None:
        """Start hidden."""
        super().__init__(window)
        self._window = window
        self.setObjectName("go_to")
        self.setAutoFillBackground(True)
        hint = tr("E7, words of a title, a tab or an action…")
        self.field = SearchField(tr("Go to a record, a tab or an action"), hint)
        self.goals = GoalRows(self)
        self.list = _list(self.goals)
        self._delegate = HitDelegate(self.list, most=1)
        self.list.setItemDelegate(self._delegate)
        self.told = PlainLabel()
        column = self._column = QVBoxLayout(self)
        step = 2 * theme.unit(self.font())
        column.setContentsMargins(step, step, step, step)
        column.setSpacing(step)
        for part in (self.field, self.list, self.told):
            column.addWidget(part)
        self.field.textChanged.connect(self.typed)
        self.field.moved.connect(self._move)
        self.field.paged.connect(lambda by: self._move(by * _ROWS))
        self.field.entered.connect(self.entered)
        self.field.left.connect(self.closed)
        self.list.clicked.connect(self._click)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    @property
    def goal(self) -> Goal | None:
        """The goal that is selected."""
        return self.goals.goal(self.list.currentIndex().row())

    def open(self) -> None:
        """Show the popup with an empty field that has the keys."""
        self.field.clear()
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus()

    def show_goals(self, goals: Sequence[Goal], typed: str, nothing: str) -> None:
        """Show what fits what was typed; `nothing` is said where nothing does."""
        self.goals.show_goals(goals, typed)
        self.told.set_text("" if goals else nothing)
        self.told.setVisible(not goals)
        self.list.setVisible(bool(goals))
        self._fit()
        self._select(self.goals.next_offered(0, 1))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fit()
        elif watched is self.field and isinstance(event, QFocusEvent) and _leaves(event):
            self.hide()
        return False

    def _move(self, by: int) -> None:
        """Select the next goal that is offered, or the one before."""
        step, count = (1 if by > 0 else -1), self.goals.rowCount()
        wanted = min(max(self.list.currentIndex().row() + by, 0), count - 1)
        row = self.goals.next_offered(wanted, step)
        self._select(row if row >= 0 else self.goals.next_offered(wanted, -step))

    def _select(self, row: int) -> None:
        index = self.goals.index(row, 0) if row >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.list.scrollTo(index)
        # The keys stay in the field, so that a screen reader hears there what is selected.
        self.field.setAccessibleDescription(str(index.data() or ""))
        changed = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def _click(self, index: QModelIndex) -> None:
        self._select(index.row())
        self.entered.emit()

    def _fit(self) -> None:
        """Take the middle of the window's upper part, and as many rows as there are goals."""
        room, margins = self._window.size(), self._column.contentsMargins()
        letters = _LETTERS * self.fontMetrics().averageCharWidth()
        width = min(letters, round(_SHARE * room.width()))
        row = self.fontMetrics().lineSpacing() + 2 * theme.unit(self.font())
        self.list.verticalHeader().setDefaultSectionSize(row)
        self.field.setFixedHeight(self.field.sizeHint().height())
        around = self.field.height() + margins.top() + margins.bottom() + 3 * self._column.spacing()
        most = max(row, round(_SHARE * room.height()) - 2 * around)
        frame = 2 * self.list.frameWidth()
        self.list.setFixedHeight(min(min(self.goals.rowCount(), _ROWS) * row, most) + frame)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((room.width() - width) // 2, around)


def _leaves(event: QFocusEvent) -> bool:
    """Whether the reader goes on elsewhere in the window."""
    return event.lostFocus() and event.reason() not in _STAYS_FOR


def _list(model: GoalRows) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(tr("What fits"))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for header in (made.verticalHeader(), made.horizontalHeader()):
        header.hide()
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return made
