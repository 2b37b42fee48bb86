import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.parties_tab import PartiesTab
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> PartiesTab:
    made = PartiesTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: PartiesTab) -> None:
    session.go(Target(tab=Tab.PARTIES))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "Name" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: PartiesTab
) -> None:
    record = "p-mardek"
    session.go(Target(record))
    assert session.location.tab is Tab.PARTIES
    assert "Lena Mardek" in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: PartiesTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.PARTIES))
    assert tab.pane._empty.text() == tab.empty_words() == "This file names no parties."
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""
