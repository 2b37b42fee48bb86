import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from caseviewer.ui.widgets.copy_key import asks_for_copy, claim, is_copy


def key(kind: QEvent.Type, letter: Qt.Key) -> QKeyEvent:
    return QKeyEvent(kind, letter, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("event", "asks", "copies"),
    [
        (key(QEvent.Type.ShortcutOverride, Qt.Key.Key_C), True, True),
        (key(QEvent.Type.KeyPress, Qt.Key.Key_C), False, True),
        (key(QEvent.Type.ShortcutOverride, Qt.Key.Key_D), False, False),
        (QEvent(QEvent.Type.Show), False, False),
    ],
)
def test_ctrl_c_is_known(event: QEvent, asks: bool, copies: bool) -> None:
    assert asks_for_copy(event) is asks
    assert is_copy(event) is copies


@pytest.mark.parametrize("selected", [True, False])
def test_it_is_taken_where_something_is_selected(selected: bool) -> None:
    event = key(QEvent.Type.ShortcutOverride, Qt.Key.Key_C)
    assert claim(event, selected=selected) is selected
    assert event.isAccepted() is selected
