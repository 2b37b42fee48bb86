import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.model.kinds import CountingRule
from caseviewer.model.standpoint import Assumption
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


def test_the_bar_of_a_deadline_comes_and_goes_with_it(session: Session, tab: ChronologyTab) -> None:
    session.go(Target("d-appeal"))
    assert not tab.deadline_bar.isHidden()
    session.go(Target("e-supreme"))
    assert tab.deadline_bar.isHidden()
    session.go(Target("d-appeal"))
    session.swap_in(without_records())
    session.go(Target(tab=Tab.CHRONOLOGY))
    assert tab.deadline_bar.isHidden()


def test_an_assumption_is_shown_in_list_and_page_and_lasts(
    session: Session, tab: ChronologyTab
) -> None:
    session.case_checked.connect(tab.show_checks)
    session.go(Target("d-appeal"))
    rule = CountingRule.CALENDAR_DAYS
    tab.deadline_bar.assumed.emit(Assumption("d-appeal", rule=rule))
    assert session.standpoint.assumption("d-appeal") == Assumption("d-appeal", rule=rule)
    assert "30 May 2016; your assumption: by calendar days" in tab.page_view.toPlainText()
    assert "As the file says" in tab.page_view.toPlainText()
    model = tab.model()
    assert model is not None
    row = next(at for at in range(model.rowCount()) if model.id_at(at) == "d-appeal")
    texts = [str(model.index(row, at).data()) for at in range(model.columnCount())]
    assert "30 May 2016; your assumption: by calendar days" in texts
    assert session.location.record == "d-appeal"
    tab.deadline_bar.assumed.emit(Assumption("d-appeal"))
    assert session.standpoint.assumptions == ()
    assert "your assumption" not in tab.page_view.toPlainText()


def test_escape_in_the_bar_goes_to_the_list(session: Session, tab: ChronologyTab) -> None:
    session.go(Target("d-appeal"))
    tab.show()
    tab.deadline_bar.left.emit()
    assert tab.focusWidget() is tab.pane.list
