import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.chronology_tab import ChronologyTab
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> ChronologyTab:
    made = ChronologyTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: ChronologyTab) -> None:
    session.go(Target(tab=Tab.CHRONOLOGY))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "Event" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: ChronologyTab
) -> None:
    record = "e-supreme"
    session.go(Target(record))
    assert session.location.tab is Tab.CHRONOLOGY
    assert "The Supreme Court finds no violation" in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: ChronologyTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.CHRONOLOGY))
    assert (
        tab.pane._empty.text()
        == tab.empty_words()
        == "This file records no events and no deadlines."
    )
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""
