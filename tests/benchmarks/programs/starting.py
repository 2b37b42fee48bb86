"""Starts the program as a user does: its modules are loaded in its own order."""

import sys
from collections.abc import Callable

import caseviewer.cli
from caseviewer.bundle.quiet import collector_off
from caseviewer.screen import Obstacle, find_obstacle
from caseviewer.ui.loading import load_qt


def start(begin: Callable[[], None]) -> int:
    """Run the command line; `begin` is called just before Qt is needed, and may import it."""

    def look() -> Obstacle | None:
        found = find_obstacle()
        with collector_off():  # as the program does next
            load_qt()
            begin()
        return found

    vars(caseviewer.cli)["find_obstacle"] = look
    return caseviewer.cli.main(sys.argv[1:])
