import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.session import Location, Session
from caseviewer.ui.views.overview_tab import OverviewTab
from tests.ui.kit import bring_to_front_widget


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> OverviewTab:
    made = OverviewTab(session)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    made.show_location(session.location)
    return made


def test_the_case_is_on_one_page(tab: OverviewTab) -> None:
    text = tab.page_view.toPlainText()
    assert "Fiction, written for Case Viewer." in text
    assert "Submitted by" in text


def test_a_link_to_a_proceeding_shows_it_here(session: Session, tab: OverviewTab) -> None:
    session.go(Target("c-inter-state"))
    assert session.location.tab is Tab.OVERVIEW
    assert "Sorvinia v. Valdrasia" in tab.page_view.toPlainText()


def test_without_a_case_the_page_is_empty(qtbot: QtBot) -> None:
    made = OverviewTab(Session())
    qtbot.addWidget(made)
    made.show_location(Location())
    assert made.page_view.toPlainText() == ""


def test_a_copy_is_the_page(tab: OverviewTab) -> None:
    found = tab.clip()
    assert found is not None
    assert found == (tab.page_clip(), "the overview")
    assert "Submitted by: " in found[0].plain


def test_whatever_asks_for_the_keys_gets_the_page(qtbot: QtBot, tab: OverviewTab) -> None:
    bring_to_front_widget(qtbot, tab)
    for ask in (tab.focus_filter, tab.focus_list, tab.focus_page):
        tab.page_view.clearFocus()
        ask()
        assert tab.page_view.hasFocus()


def test_the_whole_page_can_be_selected_and_has_one_order(tab: OverviewTab) -> None:
    before = tab.page_view.toPlainText()
    tab.own_order()
    tab.select_all()
    assert tab.page_view.toPlainText() == before
    assert len(tab.page_view.textCursor().selectedText()) >= len(before) - 1
