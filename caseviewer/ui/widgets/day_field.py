"""The field in which a day is typed, wherever one is asked for."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_ASKS_FOR_A_DAY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
"""Where some desktops delete a letter, this program asks for a day."""


class DayField(QLineEdit):
    """Enter takes what is typed, Esc leaves."""

    entered = Signal()
    left = Signal()

    def __init__(self, name: str, example: str, parent: QWidget | None = None) -> None:
        """`name` says what the day is for; `example` is seen while nothing is typed."""
        super().__init__(parent)
        self.setPlaceholderText(example)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)  # a dropped file is for the window

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.keyCombination() == _ASKS_FOR_A_DAY
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
