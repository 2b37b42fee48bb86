import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.record_titles import source_title
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.citations_tab import CitationsTab
from tests.ui.kit import opened_sample
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> CitationsTab:
    made = CitationsTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: CitationsTab) -> None:
    session.go(Target(tab=Tab.CITATIONS))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "Title" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: CitationsTab
) -> None:
    record = opened_sample().case.sources[-1].id
    session.go(Target(record))
    assert session.location.tab is Tab.CITATIONS
    assert source_title(opened_sample().case.sources[-1]) in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: CitationsTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.CITATIONS))
    assert tab.pane._empty.text() == tab.empty_words() == "This file names no sources."
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""
