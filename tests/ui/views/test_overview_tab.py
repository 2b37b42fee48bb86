import dataclasses

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting.page import Tab, Target
from caseviewer.model.kinds import LocatorLabel
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


def test_a_page_that_is_shown_already_stays_where_it_was_read(
    qtbot: QtBot, session: Session, tab: OverviewTab
) -> None:
    tab.resize(600, 200)
    bring_to_front_widget(qtbot, tab)
    bar = tab.page_view.verticalScrollBar()
    bar.setValue(50)
    session.go(Target(tab=Tab.OVERVIEW))
    assert bar.value() == 50
    session.go(Target("c-inter-state"))
    session.step(-1)
    assert "Fiction, written for Case Viewer." in tab.page_view.toPlainText()


def test_a_case_that_was_read_again_is_shown_anew(session: Session, tab: OverviewTab) -> None:
    opened = session.opened
    assert opened is not None
    case = dataclasses.replace(opened.case, summary="Read again.")
    session.swap_in(dataclasses.replace(opened, case=case))
    assert "Read again." in tab.page_view.toPlainText()


def test_without_a_case_the_page_is_empty(qtbot: QtBot) -> None:
    made = OverviewTab(Session())
    qtbot.addWidget(made)
    made.show_location(Location())
    assert made.page_view.toPlainText() == ""


def test_a_proceeding_that_is_shown_is_cited_and_the_case_is_no_source(
    session: Session, tab: OverviewTab
) -> None:
    assert tab.cited() == ()
    session.go(Target("c-supreme"))
    assert [one.source for one in tab.cited()] == ["s-views"]
    assert tab.cited()[0].pinpoint == Pinpoint(LocatorLabel.PARAGRAPH, "2.4")
    tab.focus_pinpoint(None)
    assert tab.place_fault() == ""


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
