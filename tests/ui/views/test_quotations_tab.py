import pytest
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import begin
from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location, Session
from caseviewer.ui.views.quotations_tab import QuotationsTab
from tests.ui.kit import HALVEK, opened_sample
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> QuotationsTab:
    made = QuotationsTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: QuotationsTab) -> None:
    session.go(Target(tab=Tab.QUOTATIONS))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "Quotation" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: QuotationsTab
) -> None:
    record = opened_sample().case.quotations[-1].id
    session.go(Target(record))
    assert session.location.tab is Tab.QUOTATIONS
    assert "There will be no compensation" in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: QuotationsTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.QUOTATIONS))
    assert tab.pane._empty.text() == tab.empty_words() == "This file holds no quotations."
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""


def test_the_words_are_opened_before_their_document_is_checked(
    session: Session, tab: QuotationsTab
) -> None:
    session.swap_in(begin(HALVEK).opened)
    record = opened_sample().case.quotations[0].id
    tab.follow_row(record)
    assert session.location == Location(Tab.DOCUMENTS, record)
