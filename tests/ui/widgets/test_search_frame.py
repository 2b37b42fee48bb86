import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.ui.preferences import Preferences
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.widgets.search_frame import SearchFrame
from tests.ui.kit import bring_to_front_widget, deliver, focused, shows_tabs

WIDE, MIDDLE, NARROW = 1_400, 900, 500


class Case(QWidget):
    """A header and one tab with a search around them."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.title, self.tab = PlainLabel("A title"), QPlainTextEdit()
        self.search = SearchFrame(self.title, self.tab, preferences, self)
        column = QVBoxLayout(self)
        column.addWidget(self.search.head)
        column.addWidget(self.search.body, 1)

    @override
    def resizeEvent(self, event: object) -> None:
        self.search.fit(self.width())


@pytest.fixture
def case(qtbot: QtBot, preferences: Preferences) -> Case:
    made = Case(preferences)
    qtbot.addWidget(made)
    made.resize(WIDE, 600)
    bring_to_front_widget(qtbot, made)
    made.tab.setFocus()
    return made


def seen(case: Case) -> set[str]:
    deliver()
    search = case.search
    parts = {"field": search.field, "hits": search.panel, "bar": search.bar, "tabs": case.tab}
    return {name for name, part in parts.items() if part.isVisible()}


def test_closed_the_field_stands_beside_the_title_where_there_is_room(case: Case) -> None:
    assert seen(case) == {"field", "tabs"}
    case.resize(MIDDLE, 600)
    assert seen(case) == {"field", "tabs"}
    case.resize(NARROW, 600)
    assert seen(case) == {"tabs"}
    case.resize(WIDE, 600)
    assert case.search.field.x() > case.title.geometry().right()


def test_open_the_hits_stand_beside_the_tabs_where_there_is_room(case: Case) -> None:
    case.search.open()
    assert seen(case) == {"field", "hits", "bar", "tabs"}
    assert focused() is case.search.field
    assert case.search.is_open
    assert case.search.panel.isAncestorOf(case.search.bar)
    case.search.close()
    assert seen(case) == {"field", "tabs"}


@pytest.mark.parametrize("width", [MIDDLE, NARROW])
def test_open_hits_and_tabs_take_turns_where_there_is_none(case: Case, width: int) -> None:
    case.resize(width, 600)
    case.search.show_tabs()  # nothing happens while it is closed
    case.search.open()
    assert seen(case) == {"field", "hits", "bar"}
    assert case.search.bar.hits.isHidden()
    case.search.show_tabs()
    case.search.show_tabs()
    assert seen(case) == {"field", "bar", "tabs"}
    assert shows_tabs(case.search)
    QTest.mouseClick(case.search.bar.hits, Qt.MouseButton.LeftButton)
    assert seen(case) == {"field", "hits", "bar"}
    assert focused() is case.search.panel.page
    case.search.show_hits()
    case.search.close()
    assert "hits" not in seen(case)


def test_another_width_keeps_the_keys_in_the_field(case: Case) -> None:
    case.search.open()
    for width in (MIDDLE, NARROW, WIDE):
        case.resize(width, 600)
        deliver()
        assert focused() is case.search.field
    case.tab.setFocus()
    case.resize(MIDDLE, 600)
    assert focused() is not case.search.field


def test_opening_may_leave_the_keys_and_what_was_typed(case: Case) -> None:
    case.search.field.setText("custody")
    case.search.open(keys=False)
    assert focused() is case.tab
    assert case.search.field.selectedText() == "custody"
    case.search.field.deselect()
    case.search.open(select=False)
    assert case.search.field.selectedText() == ""


def test_what_is_part_of_the_search_is_known(case: Case) -> None:
    search = case.search
    for part in (search.field, search.panel.list, search.bar.next, search.panel.head.viewport()):
        assert search.holds(part)
    assert not search.holds(case.tab)
    assert not search.holds(None)


def test_the_width_of_the_hits_is_remembered(case: Case, preferences: Preferences) -> None:
    case.search.open()
    deliver()
    handle = case.search.body.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + type(start)(150, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + type(start)(150, 0))
    first, second = preferences.get("panes")["search"]
    assert first + second == pytest.approx(1)
    width = case.search.panel.width()
    assert width > 0.3 * WIDE + 100
    case.search.close()
    case.search.open()
    deliver()
    assert case.search.panel.width() == pytest.approx(width, abs=4)


def test_shares_that_are_not_usable_are_left_alone(case: Case, preferences: Preferences) -> None:
    preferences.set("panes", {"search": [0.2]})
    case.search.open()
    assert seen(case) == {"field", "hits", "bar", "tabs"}


def test_a_split_that_hides_a_side_is_not_remembered(case: Case, preferences: Preferences) -> None:
    case.resize(MIDDLE, 600)
    case.search.open()
    case.search._remember()
    assert preferences.get("panes") == {}
