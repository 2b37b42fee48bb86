"""The program as a user starts it, told to say when its window and its case are painted.

The modules are loaded in the program's own order: nothing of Qt is loaded here before.
"""

import sys

import caseviewer.cli
from caseviewer.ui.main_window import MainWindow
from tests.benchmarks.programs.marks import memory, tell
from tests.benchmarks.programs.painting import CaseWatch, on_first_paint


def _window_painted(window: MainWindow) -> None:
    tell("painted")
    CaseWatch(window, _case_painted)


def _case_painted(window: MainWindow) -> None:
    tell("case")
    memory()
    window.close()


on_first_paint(_window_painted)
sys.exit(caseviewer.cli.main(sys.argv[1:]))
