"""Hears of the first painting of a window and of the case in it, without slowing other events."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from caseviewer.ui.main_window import MainWindow

Tell = Callable[[MainWindow], None]


def on_first_paint(tell: Tell) -> None:
    """Call `tell` once, when the first window and what lies in it were painted."""
    before = MainWindow.paintEvent
    left = [tell]

    def painted(self: MainWindow, event: QPaintEvent) -> None:
        if left:
            # Children are painted after this event; a timer runs when all of them are. It is
            # set before the window sets its own, which load the rest of the program.
            QTimer.singleShot(0, partial(left.pop(), self))
        before(self, event)

    MainWindow.paintEvent = painted  # type: ignore[method-assign]


class CaseWatch(QObject):
    """Calls `tell` once, when the case that a window opens was painted."""

    def __init__(self, window: MainWindow, tell: Tell) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        self._waits = True
        session = window.desk.session
        session.case_changed.connect(self._watch)
        if session.opened is not None:
            self._watch()

    def _watch(self) -> None:
        view = self._window.desk.case_view
        if view is not None:
            view.installEventFilter(self)
            view.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._waits:
            self._waits = False
            QTimer.singleShot(0, lambda: self._tell(self._window))
        return False
