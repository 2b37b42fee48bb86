from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.model.kinds import CountingRule
from caseviewer.model.standpoint import Assumption
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.chronology_tab import ChronologyTab
from tests.ui.kit import bring_to_front_widget, click_link, deliver, press
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


# Two rows: the time between them.


@pytest.fixture
def front(qtbot: QtBot, session: Session, tab: ChronologyTab) -> ChronologyTab:
    """The tab on screen with its first row selected."""
    tab.resize(1_200, 700)
    session.go(Target(tab=Tab.CHRONOLOGY))
    bring_to_front_widget(qtbot, tab)
    tab.focus_list()
    deliver()
    return tab


def click(tab: ChronologyTab, record: str, *, ctrl: bool = False) -> None:
    """Click the row of a record."""
    model = tab.model()
    assert model is not None
    index = model.index(model.row_of(record), 2)
    tab.pane.list.scrollTo(index)
    spot = tab.pane.list.visualRect(index).center()
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tab.pane.list.viewport(), Qt.MouseButton.LeftButton, held, spot)
    deliver()


def title(tab: ChronologyTab) -> str:
    return tab.page_view.page.blocks[0].text


def records(tab: ChronologyTab) -> list[str]:
    """The ids of the first rows."""
    model = tab.model()
    assert model is not None
    return [model.id_at(row) for row in range(6)]


def test_ctrl_and_a_click_show_the_time_between_two_rows(front: ChronologyTab) -> None:
    rows = records(front)
    click(front, rows[4])
    assert title(front) == "The Convention on Persons in Custody is adopted"
    click(front, rows[5], ctrl=True)
    assert title(front) == "Between E5 and E6"
    assert "between 963 and 1327 days, only a guide" in front.page_view.toPlainText()
    click(front, rows[0], ctrl=True)
    assert title(front) == "A doctor sees every person brought to the remand prison"
    click(front, rows[0], ctrl=True)
    assert title(front) == "Between E5 and E6"


def test_one_row_that_stays_selected_shows_its_own_page(
    session: Session, front: ChronologyTab
) -> None:
    rows = records(front)
    click(front, rows[3])
    click(front, rows[4], ctrl=True)
    assert title(front) == "Between E4 and E5"
    click(front, rows[4], ctrl=True)
    assert title(front) == "Lead is first mined at Drenov"
    assert session.location.record == rows[3]
    assert front.pane.list.current_record() == rows[3]
    assert len(front.chosen()) == 1


def test_shift_and_an_arrow_do_the_same_and_an_arrow_leads_back(front: ChronologyTab) -> None:
    press("Shift+Down")
    deliver()
    assert title(front) == "Between E1 and E2"
    press("Shift+Down")
    deliver()
    assert title(front) == "A first prison is built at Drenov"
    press("Shift+Up")
    deliver()
    assert title(front) == "Between E1 and E2"
    press("Down")
    deliver()
    assert title(front) == "A first prison is built at Drenov"


def test_a_span_may_reach_across_the_head_of_a_group(front: ChronologyTab) -> None:
    model = front.model()
    assert model is not None
    head = model.group_rows()[-1]
    click(front, model.id_at(head - 1))
    press("Shift+Down")
    deliver()
    assert len(front.chosen()) == 2
    assert title(front).startswith("Between ")
    assert "cannot be counted" in front.page_view.toPlainText()


def _begins(words: str, text: str) -> bool:
    return text.startswith(words)


def test_a_link_to_either_record_leads_to_its_page(session: Session, front: ChronologyTab) -> None:
    for words in ("E5", "E6"):
        rows = records(front)
        click(front, rows[4])
        click(front, rows[5], ctrl=True)
        assert title(front) == "Between E5 and E6"
        front.page_view.setFocus()
        click_link(front.page_view, partial(_begins, words))
        deliver()
        wanted = rows[4] if words == "E5" else rows[5]
        assert session.location.record == wanted
        assert not title(front).startswith("Between")
        assert [item.id for item in front.chosen()] == [wanted]  # type: ignore[union-attr]


def test_what_was_found_meanwhile_leaves_the_two_rows_and_their_page(
    session: Session, front: ChronologyTab
) -> None:
    rows = records(front)
    click(front, rows[4])
    click(front, rows[5], ctrl=True)
    assert session.opened is not None
    session.case_checked.connect(front.show_checks)
    session.show_checks(replace(session.opened))
    deliver()
    assert title(front) == "Between E5 and E6"
    assert len(front.chosen()) == 2


def test_a_sort_leaves_one_row_and_its_page(front: ChronologyTab) -> None:
    rows = records(front)
    click(front, rows[4])
    click(front, rows[5], ctrl=True)
    front.pane.list.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    deliver()
    assert len(front.chosen()) == 1
    assert title(front) == "The remand prison moves into the old barracks"


def test_a_tab_that_was_left_shows_one_record_again(session: Session, front: ChronologyTab) -> None:
    rows = records(front)
    click(front, rows[4])
    click(front, rows[5], ctrl=True)
    session.location_changed.disconnect(front.show_location)
    session.go(Target(tab=Tab.PARTIES))
    front.hide()
    deliver()
    session.location_changed.connect(front.show_location)
    front.show()
    session.go(Target(rows[5]))
    deliver()
    assert title(front) == "The remand prison moves into the old barracks"
    assert len(front.chosen()) == 1


def test_the_time_is_copied_in_one_line_and_its_steps(front: ChronologyTab) -> None:
    assert front.elapsed() is None
    rows = records(front)
    click(front, rows[4])
    click(front, rows[5], ctrl=True)
    found = front.elapsed()
    assert found is not None
    clip, words = found
    assert words == "E5 to E6: between 963 and 1327 days, only a guide"
    assert clip.plain.startswith(f"{words}\n")
    assert "14 May 1994 to 31 December 1997, 1327 days" in clip.plain
    assert "E5 to E6: between 963 and 1327 days" in front.page_clip().plain


def test_before_there_is_a_case_there_is_no_time_between_rows(
    qtbot: QtBot, preferences: Preferences
) -> None:
    made = ChronologyTab(Session(), preferences)
    qtbot.addWidget(made)
    made._show_chosen()
    assert made.elapsed() is None


def test_very_many_selected_rows_cost_nothing(front: ChronologyTab) -> None:
    before = title(front)
    press("Ctrl+A")
    deliver()
    assert front.pane.list.few_selected(2) == []
    assert len(front.chosen()) > 60
    assert title(front) == before


# A deadline: how it is counted.


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
