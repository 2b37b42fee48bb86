import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.tabs import tab_count, tab_title
from caseviewer.search.blocks import marks_in
from caseviewer.ui.case_view import CaseView
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.page_view import PageView
from tests.ui.kit import WindowSpy, bring_to_front_widget, click_link, focused, opened_sample


@pytest.fixture
def view(qtbot: QtBot, preferences: Preferences) -> CaseView:
    session = Session()
    made = CaseView(session, preferences)
    qtbot.addWidget(made)
    made.resize(1_280, 800)
    session.setParent(made)
    session.swap_in(opened_sample())
    bring_to_front_widget(qtbot, made)
    return made


def in_front(view: CaseView) -> Tab:
    """The one tab that can be seen."""
    (found,) = [tab for tab in Tab if view.tab_view(tab).isVisible()]
    return found


def test_building_a_case_puts_none_of_its_parts_on_the_screen_by_itself(
    qapp: QApplication, qtbot: QtBot, preferences: Preferences
) -> None:
    spy = WindowSpy(qapp)
    made = CaseView(Session(), preferences)
    qtbot.addWidget(made)
    made._session.swap_in(opened_sample())
    assert spy.seen == []


def test_the_tabs_are_named_and_counted(view: CaseView) -> None:
    shown = [view.tabs.tabText(place) for place in range(view.tabs.count())]
    assert shown == [
        tab_title(tab)
        if tab is Tab.OVERVIEW
        else f"{tab_title(tab)} {tab_count(opened_sample(), tab)}"
        for tab in Tab
    ]


def test_the_header_tells_title_and_receipt_and_is_as_high_as_its_text(view: CaseView) -> None:
    header = view.header
    assert opened_sample().case.title in header.toPlainText()
    assert "valid" in header.toPlainText()
    assert header.document().size().height() <= header.height()
    assert header.sizeHint().height() == header.height()
    before = header.height()
    view.resize(300, 800)
    assert header.height() > before


def test_a_part_of_the_receipt_leads_to_its_tab(view: CaseView) -> None:
    click_link(view.header, lambda words: "gaps" in words)
    assert view._session.location.tab is Tab.REVIEW
    assert in_front(view) is Tab.REVIEW


def test_a_click_on_a_tab_is_a_step_that_can_be_gone_back(view: CaseView) -> None:
    shown: list[Tab] = []
    view.tab_shown.connect(shown.append)
    view.tabs.setCurrentIndex(list(Tab).index(Tab.QUOTATIONS))
    assert view._session.location.tab is Tab.QUOTATIONS
    assert in_front(view) is Tab.QUOTATIONS
    assert view.view().page_clip().plain
    view._session.step(-1)
    assert in_front(view) is Tab.OVERVIEW
    assert shown[-1] is Tab.OVERVIEW
    assert Tab.QUOTATIONS in shown


def test_another_tab_takes_the_keys_unless_they_are_on_the_row_of_tabs(view: CaseView) -> None:
    view._session.go(Target(tab=Tab.PARTIES))
    assert focused().accessibleName() == "Parties"
    view.tabs.tabBar().setFocus()
    view._session.go(Target(tab=Tab.REVIEW))
    assert focused() is view.tabs.tabBar()


@pytest.mark.parametrize("tab", Tab)
def test_each_tab_shows_something_to_read(view: CaseView, tab: Tab) -> None:
    view._session.go(Target(tab=tab))
    page = view.tab_view(tab).findChild(PageView)
    assert isinstance(page, PageView)
    assert page.toPlainText().strip()


def test_larger_text_keeps_the_place(view: CaseView) -> None:
    view._session.go(Target("p-korr"))
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    view.setFont(font)
    assert view._session.location.record == "p-korr"
    assert in_front(view) is Tab.PARTIES


def test_without_a_case_larger_text_and_a_change_of_case_do_nothing(
    qtbot: QtBot, preferences: Preferences
) -> None:
    made = CaseView(Session(), preferences)
    qtbot.addWidget(made)
    font = QFont(made.font())
    font.setPointSizeF(20)
    made.setFont(font)
    made._show_case()
    assert made.header.toPlainText() == ""


def test_words_that_were_found_are_marked_in_every_tab(view: CaseView) -> None:
    def marks() -> int:
        pages = view.tab_view(view._session.location.tab).findChildren(PageView)
        return len([mark for page in pages for mark in page.extraSelections()])

    assert marks() == 0
    view.mark_found(lambda text: marks_in(text, (" custody",)))
    assert marks() > 0
    view._session.go(Target("p-committee", Tab.PARTIES))  # a tab that is made now
    assert marks() > 0
    view.mark_found(None)
    assert marks() == 0
    view._session.step(-1)
    assert marks() == 0
