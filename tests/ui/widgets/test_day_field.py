import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.day_field import DayField
from tests.ui.kit import bring_to_front_widget, press, write


class Asked:
    """A field and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.field = DayField("Day", "10 June 2011")
        qtbot.addWidget(self.field)
        self.told: list[str] = []
        self.field.entered.connect(lambda: self.told.append("entered"))
        self.field.left.connect(lambda: self.told.append("left"))
        bring_to_front_widget(qtbot, self.field)
        self.field.setFocus()


@pytest.mark.parametrize(
    ("key", "told"),
    [("Return", ["entered"]), ("Enter", ["entered"]), ("Esc", ["left"]), ("Home", [])],
)
def test_enter_takes_and_esc_leaves_what_is_typed(qtbot: QtBot, key: str, told: list[str]) -> None:
    asked = Asked(qtbot)
    write("1 May")
    press(key)
    assert asked.told == told
    assert asked.field.text() == "1 May"


def test_the_field_says_what_it_is_for(qtbot: QtBot) -> None:
    field = Asked(qtbot).field
    assert (field.accessibleName(), field.placeholderText()) == ("Day", "10 June 2011")
    assert not field.acceptDrops()


@pytest.mark.parametrize(
    ("key", "modifiers", "kept"),
    [
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, True),
    ],
)
def test_the_key_that_asks_for_a_day_is_left_to_the_window(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, kept: bool
) -> None:
    """Some desktops delete a letter with it; there the field would take it for itself."""
    field = Asked(qtbot).field
    text = "d" if modifiers is Qt.KeyboardModifier.NoModifier else ""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    event.setAccepted(not kept)
    QApplication.sendEvent(field, event)
    assert event.isAccepted() is kept
