"""Hears when a widget and all that lies in it were painted for the first time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

Tell = Callable[[float], None]


class FirstFrame(QObject):
    """Calls `tell` once, with the seconds that have passed since the last part was painted.

    A whole frame is painted in one go, the widget first and what lies in it after; a timer
    runs behind it, and may have to wait for other timers.
    """

    def __init__(self, widget: QWidget, tell: Tell) -> None:
        super().__init__(widget)
        self._tell: Tell | None = tell
        self._last = 0.0
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._tell is not None:
            if not self._last:
                QTimer.singleShot(0, self._end)
            self._last = time.perf_counter()
        return False

    def _end(self) -> None:
        tell, self._tell = self._tell, None
        if tell is not None:
            tell(time.perf_counter() - self._last)
