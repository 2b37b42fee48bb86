import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField("Find in the case", "Find  Ctrl+F")
    qtbot.addWidget(made)
    made.show()
    return made


def told(field: SearchField, key: Qt.Key) -> list[object]:
    """What a key tells."""
    heard: list[object] = []
    field.moved.connect(heard.append)
    field.paged.connect(lambda by: heard.append(("page", by)))
    field.entered.connect(lambda: heard.append("entered"))
    field.left.connect(lambda: heard.append("left"))
    QTest.keyClick(field, key)
    return heard


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_PageDown, ("page", 1)), (Qt.Key.Key_PageUp, ("page", -1)),
        (Qt.Key.Key_Return, "entered"), (Qt.Key.Key_Enter, "entered"), (Qt.Key.Key_Escape, "left"),
    ],
)  # fmt: skip
def test_keys_lead_through_what_was_found(
    field: SearchField, key: Qt.Key, expected: object
) -> None:
    field.setText("kazakhstan")
    assert told(field, key) == [expected]
    assert field.text() == "kazakhstan"


def test_other_keys_write(field: SearchField) -> None:
    assert told(field, Qt.Key.Key_A) == []
    assert field.text() == "a"
    assert field.accessibleName() == "Find in the case"
    assert field.placeholderText() == "Find  Ctrl+F"


def test_a_click_is_told(qtbot: QtBot, field: SearchField) -> None:
    with qtbot.waitSignal(field.clicked):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
