"""What tests of citations through the window share."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.citations.styles import OUR_STYLES
from caseviewer.formatting.page import Tab
from caseviewer.ui import messages
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.citations_tab import CitationsTab
from caseviewer.ui.widgets.cite_bar import CiteBar
from tests.ui.kit import (
    ABDUSSAMATOV,
    LONG,
    copy_of,
    open_in,
    press,
    tab_of,
)

FOREIGN = Path(__file__).parents[1] / "citations" / "foreign"
REPORT = (
    "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return, 26 June"
    " 2012, CRS Issue 647, available at: [accessed 29 November 2015]"
)
STYLE = OUR_STYLES["refworld"]


@pytest.fixture
def something_before(qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("before")


@pytest.fixture
def small_window(qtbot: QtBot, program: Program) -> MainWindow:
    """A window with the small sample, its citations there, in the tab of citations."""
    return ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))


def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    wait(qtbot, window)
    press("Ctrl+5")
    return window


def wait(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the engine has answered."""
    cited = window.desk.session
    qtbot.waitUntil(lambda: bool(cited.cited.citations or cited.cited.fault), timeout=LONG)


def bar(window: MainWindow) -> CiteBar:
    tab = tab_of(window, Tab.CITATIONS)
    assert isinstance(tab, CitationsTab)
    return tab.bar


def told(qtbot: QtBot, window: MainWindow, words: str) -> str:
    """Wait until the window has said something."""
    qtbot.waitUntil(lambda: words in window.notice.text, timeout=LONG)
    return window.notice.text


def row(window: MainWindow, at: int = 0) -> str:
    model = tab_of(window, Tab.CITATIONS).model()
    assert model is not None
    column = [column.title for column in model.columns].index("Citation")
    return str(model.index(at, column).data())


def edited(folder: Path, change: Any, sample: Path = ABDUSSAMATOV) -> Path:
    """A copy of a sample whose case file was changed."""
    made = copy_of(sample, folder)
    path = made / "case.json"
    case = json.loads(path.read_text("utf-8"))
    change(case)
    path.write_text(json.dumps(case), "utf-8")
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is answered when a style is asked for."""
    answers: list[str] = []
    monkeypatch.setattr(messages, "ask_for_style", lambda _: answers[-1])
    return answers


def choose_in_box(box: QComboBox, at: int) -> None:
    """Choose an entry as a person does: with the keys, in the open list."""
    box.setFocus()
    press("Alt+Down")
    view = box.view()
    view.setCurrentIndex(box.model().index(at, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def marked(window: MainWindow) -> list[str]:
    return [action.text() for action in window._style_menu.actions() if action.isChecked()]


def click_style(window: MainWindow, title: str) -> None:
    menu = window._style_menu
    (action,) = [action for action in menu.actions() if action.text() == title]
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    menu.hide()
