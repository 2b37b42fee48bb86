"""The library on screen, as tests of its view share it."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Target
from caseviewer.search.hits import Hit
from caseviewer.search.library.values import CaseRow
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.library.asking import Asking
from caseviewer.ui.library.view import LibraryView
from caseviewer.ui.preferences import Preferences
from tests.search.library.rows import ROWS
from tests.ui.kit import bring_to_front_widget, deliver, write
from tests.ui.library.shelf import Shelf


class Shown:
    """The library on screen."""

    def __init__(self, qtbot: QtBot, preferences: Preferences) -> None:
        self.qtbot, self.preferences = qtbot, preferences
        self.shelf = Shelf()
        self.view = LibraryView(Asking(self.shelf), preferences)
        qtbot.addWidget(self.view)
        self.view.resize(1_280, 700)
        self.places: list[tuple[str, Target | Hit]] = []
        self.view.place_wanted.connect(lambda path, place: self.places.append((path, place)))
        self.list()
        bring_to_front_widget(qtbot, self.view)
        self.settle()

    def list(self, rows: tuple[CaseRow, ...] = ROWS) -> None:
        self.shelf.rows = rows
        self.view.show_cases(self.shelf.state(), rows)

    def settle(self) -> None:
        """Wait for the answers to what was asked."""
        for _ in range(3):
            deliver()
            wait_for_all()
            deliver()

    def type(self, text: str) -> None:
        self.view.focus_search()
        write(text)
        self.settle()

    def front(self) -> QWidget:
        """What is shown on the left."""
        return self.view.pane.front

    @property
    def current(self) -> str:
        return self.view.pane.list.current_record()

    @property
    def preview(self) -> str:
        self.settle()
        return self.view.pane.preview.toPlainText()
