import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui.dialogs.find_style import FindStyle, find_style
from tests.ui.kit import LONG, delete_later, press, write

NAMES = ("american-law-review", "european-journal-of-law", "nature", "<b>bold</b> & \u202ex")


class Made:
    """The dialog over a window, and what was chosen in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.parent = QWidget()
        self.parent.resize(400, 300)
        qtbot.addWidget(self.parent)
        self.dialog: FindStyle = find_style(self.parent, NAMES)
        self.chosen: list[str] = []
        self.dialog.chosen.connect(self.chosen.append)
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow, timeout=LONG)

    def names(self) -> list[str]:
        model = self.dialog.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def over(self) -> bool:
        delete_later()
        return not self.parent.findChildren(FindStyle)


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    return Made(qtbot)


def test_all_names_are_there_and_the_window_stays_usable(made: Made) -> None:
    assert made.names() == list(NAMES)
    assert made.dialog.count.text() == "4 styles fit."
    assert not made.dialog.isModal()
    assert made.dialog.windowTitle() == "Find a citation style"


def test_words_narrow_the_names_and_enter_chooses(made: Made) -> None:
    made.dialog.field.setFocus()
    write("LAW euro")
    assert made.names() == ["european-journal-of-law"]
    assert made.dialog.count.text() == "1 style fits."
    press("Return")
    assert made.chosen == ["european-journal-of-law"]
    assert made.over()


def test_down_leads_from_the_field_into_the_list(made: Made) -> None:
    made.dialog.field.setFocus()
    press("Down", "Down", "Return")
    assert made.chosen == ["european-journal-of-law"]
    assert made.over()


def test_where_nothing_fits_nothing_is_chosen(made: Made) -> None:
    made.dialog.field.setFocus()
    write("no such style")
    assert made.dialog.count.text() == "0 styles fit."
    assert not made.dialog.use.isEnabled()
    made.dialog.accept()
    assert made.chosen == []
    assert not made.over()
    press("Esc")
    assert made.over()
    assert made.chosen == []


def test_the_button_and_a_double_click_choose(qtbot: QtBot, made: Made) -> None:
    QTest.mouseClick(made.dialog.use, Qt.MouseButton.LeftButton)
    assert made.chosen == ["american-law-review"]
    other = Made(qtbot)
    other.dialog.list.doubleClicked.emit(other.dialog.list.model().index(2, 0))
    assert other.chosen == ["american-law-review"], "the name that the keys are on"
    assert made.over()
    assert other.over()


def test_all_that_takes_the_keys_has_a_name(made: Made) -> None:
    parts = (made.dialog.field, made.dialog.list)
    assert all(part.accessibleName() for part in parts)
    assert made.dialog.use.text() == "Use this style"
