"""Ctrl+C in a text: it means what is selected there; where nothing is, the selected rows."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def asks_for_copy(event: QEvent) -> bool:
    """Whether a text is asked if Ctrl+C is meant for it."""
    return event.type() is QEvent.Type.ShortcutOverride and is_copy(event)


def is_copy(event: QEvent) -> bool:
    """Whether a key is Ctrl+C. Qt has no answer to it in a text that is only read."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)


def claim(event: QEvent, *, selected: bool) -> bool:
    """Take Ctrl+C for a text in which something is selected, or leave it to the rows."""
    event.setAccepted(selected)
    return event.isAccepted()
