"""The program as a user starts it, told to say when its window and its case are painted."""

import sys
from typing import TYPE_CHECKING

from tests.benchmarks.programs.marks import memory, tell
from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from caseviewer.ui.main_window import MainWindow


def _begin() -> None:
    from tests.benchmarks.programs.our_painting import on_first_frame

    on_first_frame(_window_painted)


def _window_painted(window: "MainWindow", ago: float) -> None:
    tell("painted", ago)
    window.painted.connect(lambda: _desk_laid(window))


def _desk_laid(window: "MainWindow") -> None:
    """The case is being read from now on."""
    from tests.benchmarks.programs.our_painting import on_case_frame

    on_case_frame(window, _case_painted)


def _case_painted(window: "MainWindow", ago: float) -> None:
    tell("case", ago)
    memory()
    window.close()


sys.exit(start(_begin))
