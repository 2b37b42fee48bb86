import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.review_tab import ReviewTab
from tests.ui.kit import opened_sample
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> ReviewTab:
    made = ReviewTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: ReviewTab) -> None:
    session.go(Target(tab=Tab.REVIEW))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "What" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: ReviewTab
) -> None:
    record = opened_sample().case.gaps[-1].id
    session.go(Target(record))
    assert session.location.tab is Tab.REVIEW
    assert opened_sample().case.gaps[-1].missing in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: ReviewTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.REVIEW))
    assert (
        tab.pane._empty.text()
        == tab.empty_words()
        == "No problems, differences or gaps are recorded in this file."
    )
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""
