"""What tests of notes through the window share."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.overview_tab import OverviewTab
from caseviewer.ui.widgets.note_field import NoteField
from caseviewer.ui.widgets.own_reading import OwnReading
from tests.e2e.screen import own_texts
from tests.ui.kit import LONG, bring_to_front, case_view, focused, go, press, tab_of, write

PRIVATE = "A private thought of mine"


def own_of(window: MainWindow, tab: Tab) -> OwnReading:
    found = case_view(window).tab_view(tab)
    return found.own


def field_of(window: MainWindow, tab: Tab) -> NoteField:
    return own_of(window, tab).pane.field


def note_on(window: MainWindow, tab: Tab, record: str, text: str = PRIVATE) -> None:
    """Write a note as a person would, and leave the field."""
    go(window, tab, record)
    press("Ctrl+Shift+N")
    assert focused() is field_of(window, tab).text
    write(text)
    press("Esc")


def rows_of(window: MainWindow, tab: Tab) -> dict[str, str]:
    """The reader's own words in the rows of a list, by their records."""
    model = tab_of(window, tab).model()
    assert model is not None
    found = {}
    for row in range(model.rowCount()):
        words = [model.cell(row, column).own for column in range(model.columnCount())]
        if any(words):
            found[model.id_at(row)] = "".join(words)
    return found


def overview_of(window: MainWindow) -> str:
    found = case_view(window).tab_view(Tab.OVERVIEW)
    assert isinstance(found, OverviewTab)
    return found.page_view.toPlainText()


def files_of(program: Program) -> dict[str, bytes]:
    folder = program.preferences.data_folder / "notes"
    paths = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {path.name: path.read_bytes() for path in paths if path.name != ".lock"}


def kept(program: Program) -> list[dict[str, Any]]:
    """The annotations on disk, as any other program would read them."""
    found = [json.loads(data) for name, data in files_of(program).items() if name.endswith("json")]
    return [item for one in found for item in one["first"]["items"]]


def again(qtbot: QtBot, program: Program, path: Path) -> MainWindow:
    """Another window on a case."""
    made = program.new_window()
    made.open_path(str(path))
    qtbot.waitUntil(lambda: made.desk.session.opened is not None, timeout=LONG)
    bring_to_front(qtbot, made)
    return made


def texts_seen(window: MainWindow) -> Iterator[str]:
    """What can be seen of a window, or heard."""
    for part in (window, *window.findChildren(QWidget)):
        if part.isVisible():
            yield from (part.windowTitle(), part.accessibleName(), part.toolTip())
            yield from own_texts(part)
