"""A field in which is typed what to look for; its arrow keys go through what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.ui.widgets.field import Field

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchField(Field):
    """A line whose arrow keys go through what was found, while it is typed in."""

    moved = Signal(int)
    """So many hits on, or back where negative."""
    paged = Signal(int)
    entered = Signal()
    left = Signal()
    clicked = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the field; `hint` is seen while it is empty."""
        super().__init__(name, hint, parent)
        self.setClearButtonEnabled(True)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.clicked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
