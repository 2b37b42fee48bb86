"""A line to type in, which leaves to the window the keys that the window answers."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_OF_THE_WINDOW = frozenset({
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D),
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K),
})  # fmt: skip
"""Where some desktops delete a letter or the rest of the line, this program asks for a day or goes
to a record."""


class Field(QLineEdit):
    """A line to type in."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the field; `hint` is seen while it is empty."""
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)  # a dropped file is for the window

    @override
    def event(self, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.keyCombination() in _OF_THE_WINDOW:  # type: ignore[attr-defined]
            event.ignore()
            return False
        return super().event(event)
