import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.cite_bar import PlaceField
from caseviewer.ui.widgets.day_field import DayField
from caseviewer.ui.widgets.field import Field
from caseviewer.ui.widgets.list_pane import FilterField
from caseviewer.ui.widgets.search_field import SearchField

CTRL = Qt.KeyboardModifier.ControlModifier


def is_taken(field: Field, key: Qt.Key, kind: QEvent.Type = QEvent.Type.ShortcutOverride) -> bool:
    """Whether a field takes a key for itself that its desktop gives a meaning to."""
    event = QKeyEvent(kind, key, CTRL)
    event.accept()  # as Qt's own field would, where the desktop says so
    field.event(event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [FilterField, PlaceField, DayField, SearchField])
def test_every_field_is_one(kind: type) -> None:
    assert issubclass(kind, Field)


def test_keys_of_the_window_are_left_to_it(qtbot: QtBot) -> None:
    field = Field("Words", "such as these")
    qtbot.addWidget(field)
    assert not is_taken(field, Qt.Key.Key_K)
    assert not is_taken(field, Qt.Key.Key_D)
    assert is_taken(field, Qt.Key.Key_V)


def test_letters_are_typed(qtbot: QtBot) -> None:
    field = Field("Words", "such as these")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "kd")
    assert field.text() == "kd"


def test_a_field_has_a_name_and_a_hint_and_leaves_dropped_files_to_the_window(
    qtbot: QtBot,
) -> None:
    field = Field("Words", "such as these")
    qtbot.addWidget(field)
    assert (field.accessibleName(), field.placeholderText()) == ("Words", "such as these")
    assert not field.acceptDrops()
