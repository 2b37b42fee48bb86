"""Hears of the first painting of a window of ours, and of the case in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent

from caseviewer.ui.main_window import MainWindow
from tests.benchmarks.programs.painting import FirstFrame

Tell = Callable[[MainWindow, float], None]


def on_first_frame(tell: Tell) -> None:
    """Call `tell` when the first window was painted; see FirstFrame."""
    before = MainWindow.showEvent
    left = [tell]

    def shown(self: MainWindow, event: QShowEvent) -> None:
        before(self, event)
        if left:
            FirstFrame(self, partial(left.pop(), self))

    MainWindow.showEvent = shown  # type: ignore[assignment, method-assign]


def on_case_frame(window: MainWindow, tell: Tell) -> None:
    """Call `tell` when the case that the window opens was painted."""
    session = window.desk.session

    def watch() -> None:
        view = window.desk.case_view
        if view is not None:
            session.case_changed.disconnect(watch)
            FirstFrame(view, partial(tell, window))
            view.update()

    session.case_changed.connect(watch)
    if session.opened is not None:
        watch()
