"""Loads what is slow to load: Qt at the start, what reads and tells cases beside the window."""

import builtins
from importlib import import_module
from threading import Thread

_OF_WINDOW = (
    "widgets.facet_bar", "widgets.page_view", "views.overview_tab", "widgets.hit_list",
    "widgets.search_frame", "case_view", "commands.exporting", "commands.finding",
    "commands.note_desk", "widgets.timeline_view", "widgets.timeline_frame", "desk",
)  # fmt: skip
"""What shows cases, in steps that are each short enough for a turn of the window."""


def load_qt() -> None:
    """Load Qt's core, and put Python's own way of importing back in its place.

    PySide6 replaces it: after each import it reads and keeps the source of the module, to see
    whether that asks for the other spelling of names that PySide6 offers. None of ours does,
    and it costs a third of the time that modules take, and memory.
    """
    before = builtins.__import__
    from PySide6 import QtCore

    _ = QtCore
    builtins.__import__ = before


class Loading:
    """Loads what cases are read, told and shown with, while the window can be used.

    Whoever needs it at once waits for it and imports nothing before: of two threads that
    load the same modules, one may get half of one. Nothing of Qt is loaded beside the window; it
    is loaded by the window itself, in short turns.
    """

    def __init__(self) -> None:
        """Start to load."""
        self._steps = iter(_OF_WINDOW)
        self._thread = Thread(target=_load_core)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether nothing is left to load beside the window."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait until nothing is left to load beside the window."""
        self._thread.join()

    def go_on(self) -> bool:
        """Load a little of what shows cases; whether there was something left."""
        name = next(self._steps, None)
        if name is not None:
            import_module(f"caseviewer.ui.{name}")
        return name is not None


def _load_core() -> None:
    from caseviewer.citations import batch, exports, more_styles
    from caseviewer.documents import copies, opening
    from caseviewer.exporting import formats, head, notes_file
    from caseviewer.formatting import (
        brief,
        citation_clip,
        note_making,
        own_page,
        own_rows,
        pages,
        questions,
        tables,
    )
    from caseviewer.notes import importing, of_case, store
    from caseviewer.pictures import timeline_layout, timeline_path, timeline_strip, timeline_words
    from caseviewer.search import (
        document_reading,
        folding,
        found_pages,
        go_to,
        marking,
        row_facets,
        row_filter,
        row_order,
        shown_hits,
        walking,
    )

    _ = batch, exports, more_styles, copies, opening, formats, head, notes_file
    _ = brief, citation_clip, note_making, own_page, own_rows, pages, questions, tables
    _ = importing, of_case, store, timeline_layout, timeline_path, timeline_strip, timeline_words
    _ = document_reading, found_pages, go_to, marking, walking, shown_hits
    _ = folding, row_facets, row_filter, row_order
