"""The program as a user starts it, told to say when its window and its case are painted.

The modules are loaded in the program's own order: nothing of Qt is loaded here before.
"""

import sys

import caseviewer.cli
from caseviewer.ui.main_window import MainWindow
from tests.benchmarks.programs.marks import memory, tell
from tests.benchmarks.programs.our_painting import on_case_frame, on_first_frame


def _window_painted(window: MainWindow, ago: float) -> None:
    tell("painted", ago)
    on_case_frame(window, _case_painted)


def _case_painted(window: MainWindow, ago: float) -> None:
    tell("case", ago)
    memory()
    window.close()


on_first_frame(_window_painted)
sys.exit(caseviewer.cli.main(sys.argv[1:]))
