"""A window with a case, and how long it takes from an act of the reader until it is repainted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from caseviewer.ui.background import wait_for_all
from caseviewer.ui.main_window import MainWindow
from tests.ui.kit import running

SIZE = (1280, 800)
PATIENCE = 300


class Painted(QObject):
    """Hears when one widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        self._widget = widget
        widget.installEventFilter(self)

    def let_go(self) -> None:
        """Hear nothing more."""
        self._widget.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


@contextmanager
def window_with(app: QApplication, case: Path, folder: Path) -> Iterator[MainWindow]:
    """A window of 1280 by 800 with the case in it, at rest."""
    with running(app, folder) as program:
        window = program.new_window()
        window.resize(*SIZE)
        window.open_path(str(case))
        wait_until(app, lambda: window.desk.session.opened is not None)
        rest(app)
        yield window


def wait_until(app: QApplication, happened: Callable[[], bool]) -> None:
    """Let the window work until something happened."""
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError
        app.processEvents()


def rest(app: QApplication) -> None:
    """Let everything that is under way end."""
    for _ in range(3):
        wait_for_all(PATIENCE * 1000)
        app.processEvents()


def until_painted(app: QApplication, widget: QWidget, act: Callable[[], object]) -> float:
    """Seconds from an act until the widget shows what came of it."""
    watch = Painted(widget)
    start = time.perf_counter()
    act()
    wait_until(app, lambda: bool(watch.times))
    taken = time.perf_counter() - start
    watch.let_go()
    return taken
