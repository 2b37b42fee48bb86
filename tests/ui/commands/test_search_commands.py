from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.model.kinds import CountingRule
from caseviewer.model.standpoint import Assumption
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands.search_commands import SearchCommands
from caseviewer.ui.commands.search_reading import SearchReading
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.search_frame import SearchFrame
from tests.ui.front import Front
from tests.ui.kit import LONG, bring_to_front_widget, focused, opened_sample, press, shows_tabs


class FrontTab(Front):
    """A tab that takes the keys as tabs do."""

    def __init__(self, tab: QWidget) -> None:
        super().__init__()
        self.tab = tab

    def focus_page(self) -> None:
        self.tab.setFocus()

    def focus_list(self) -> None:
        self.asked.append("focus_list")
        self.tab.setFocus()


class Desk:
    """A window with one tab, a search around it, and its commands."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self.window, self.tab = QWidget(), QPlainTextEdit()
        self.session = session
        self.frame = SearchFrame(PlainLabel("A title"), self.tab, preferences, self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.frame.head)
        column.addWidget(self.frame.body, 1)
        self.front = FrontTab(self.tab)
        self.reading = SearchReading(session, dict, session)
        self.commands = SearchCommands(session, self.reading, lambda: self.front, session)
        self.marked: list[Marker | None] = []
        self.commands.marked.connect(self.marked.append)

    def do(self, name: str) -> None:
        self.commands.handlers()[name]()

    def told(self) -> str:
        return self.frame.bar.told.accessibleName()


@pytest.fixture
def desk(qtbot: QtBot, session: Session, preferences: Preferences) -> Iterator[Desk]:
    made = Desk(session, preferences)
    qtbot.addWidget(made.window)
    made.window.resize(1_400, 700)
    made.frame.fit(1_400)
    made.commands.serve(made.frame)
    bring_to_front_widget(qtbot, made.window)
    made.tab.setFocus()
    yield made
    made.commands.stop()
    wait_for_all()


def answered(qtbot: QtBot, desk: Desk, words: str) -> None:
    desk.do("find")
    desk.frame.field.setText(words)
    qtbot.waitUntil(lambda: desk.commands._answered == words, timeout=LONG)


def test_before_there_is_a_case_nothing_is_found(qtbot: QtBot, preferences: Preferences) -> None:
    session = Session()
    desk = Desk(session, preferences)
    qtbot.addWidget(desk.window)
    for name in ("find", "find_next", "find_previous"):
        desk.do(name)
    desk.commands.leave()
    desk.commands.close()
    session.swap_in(opened_sample())
    for name in ("find", "find_next"):
        desk.do(name)  # nobody serves it yet
    desk.commands.serve(desk.frame)
    desk.commands.stop()
    assert not desk.frame.is_open


def test_words_are_marked_until_the_search_is_closed(qtbot: QtBot, desk: Desk) -> None:
    answered(qtbot, desk, "custody")
    marker = desk.marked[-1]
    assert marker is not None
    assert list(marker("in custody since")) == [(3, 10)]
    answered(qtbot, desk, "zzqxw")
    assert desk.marked[-1] is None
    answered(qtbot, desk, "custody")
    desk.commands.close()
    assert desk.marked[-1] is None
    assert focused() is desk.tab
    assert desk.front.asked[-1] == "focus_list"


def test_a_hit_is_shown_where_it_stands(qtbot: QtBot, desk: Desk) -> None:
    answered(qtbot, desk, "custody")
    desk.frame.panel.list.go_to(4)
    press("Return")
    record = desk.session.location.record
    assert record
    assert desk.front.spans == [None]
    assert focused() is desk.tab
    assert desk.told().startswith("5 of ")
    desk.do("find_previous")
    assert desk.told().startswith("4 of ")
    desk.commands.close()
    assert focused() is desk.tab


def test_keys_that_nobody_needs_do_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.frame.field.setFocus()
    press("Down", "Return")  # nothing is open
    assert not desk.frame.is_open
    press("Esc")
    assert desk.front.asked[-1] == "focus_list"
    desk.do("find")
    press("Return", "F3")
    assert desk.session.location == Location()
    answered(qtbot, desk, "zzqxw")
    press("Down", "Return")
    assert desk.session.location == Location()


def test_typing_into_the_field_opens_the_search(qtbot: QtBot, desk: Desk) -> None:
    desk.frame.field.setText("set while nobody types")
    assert not desk.frame.is_open
    desk.frame.field.clear()
    desk.frame.field.setFocus()
    press("c")
    assert desk.frame.is_open
    press("u", "s", "t")
    assert desk.frame.field.text() == "cust"
    qtbot.waitUntil(lambda: desk.commands._answered == "cust", timeout=LONG)
    press("Esc")
    assert focused() is desk.tab


def test_a_click_into_the_field_opens_the_search_once(qtbot: QtBot, desk: Desk) -> None:
    desk.frame.field.clicked.emit()
    assert desk.frame.is_open
    desk.frame.field.setText("custody")
    desk.frame.field.deselect()
    desk.frame.field.clicked.emit()
    assert desk.frame.field.selectedText() == ""


def test_pages_of_hits_are_stepped_over(qtbot: QtBot, desk: Desk) -> None:
    answered(qtbot, desk, "custody")
    press("PgDown")
    assert desk.frame.panel.list.place == desk.frame.panel.list.page_step()
    press("PgUp")
    assert desk.frame.panel.list.place == 0
    assert desk.told().startswith("1 of ")


def test_what_leads_into_tabs_brings_them_into_sight(qtbot: QtBot, desk: Desk) -> None:
    done: list[str] = []
    handlers = desk.commands.in_sight({"focus_list": lambda: done.append("list")}, "focus_list")
    desk.window.resize(700, 700)
    desk.frame.fit(700)
    desk.do("find")
    assert not shows_tabs(desk.frame)
    handlers["focus_list"]()
    assert shows_tabs(desk.frame)
    assert done == ["list"]


def test_a_hit_is_looked_up_only_while_there_is_one(qtbot: QtBot, desk: Desk) -> None:
    with pytest.raises(IndexError):
        desk.commands._line(0)
    desk.commands._follow(0)
    desk.commands._step(1)
    assert desk.session.location == Location()


def test_what_was_found_of_the_case_is_looked_at_only_while_searching(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.session.show_checks(opened_sample().with_checks(findings=()))
    assert desk.reading._coming is None
    answered(qtbot, desk, "custody")
    desk.session.show_checks(opened_sample().with_checks(findings=()))
    assert desk.reading.search is not None
    assert len(desk.frame.panel.list.hits.index(1, 0).data()) > 0


def test_another_standpoint_is_searched_from(qtbot: QtBot, desk: Desk) -> None:
    answered(qtbot, desk, "custody")
    before, session = desk.reading.search, desk.session
    deadline = opened_sample().case.deadlines[0]
    rule = next(one for one in CountingRule if one is not deadline.rule)
    session.take(session.standpoint.assuming(Assumption(deadline.id, rule=rule)))
    qtbot.waitUntil(lambda: desk.reading.search is not None, timeout=LONG)
    assert desk.reading.search is not before
    qtbot.waitUntil(lambda: desk.commands._search is desk.reading.search, timeout=LONG)
    assert desk.frame.panel.list.place == 0
