from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.seen import marked
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
    session.swap_in(replace(without_records(), reviewed=None))
    session.go(Target(tab=Tab.REVIEW))
    assert (
        tab.pane._empty.text()
        == tab.empty_words()
        == "No problems, differences or gaps are recorded in this file."
    )
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""


def marks(tab: ReviewTab, *rows: int) -> dict[str, str]:
    model = tab.model()
    assert model is not None
    items = [model.table.rows[row] for row in rows]
    return marked(opened_sample(), items, {}, seen=True)


def test_of_one_selected_row_all_that_are_listed_can_be_asked_about(
    session: Session, tab: ReviewTab
) -> None:
    session.go(Target(tab=Tab.REVIEW))
    model = tab.model()
    assert model is not None
    assert len(tab.open_points()) == len(model.table.rows)
    assert tab.seen_wanted() == model.table.rows[:1]
    tab.pane.filter.setText("nurse")
    tab.pane._filter()
    assert 0 < len(tab.open_points()) == model.shown < len(model.table.rows)
    tab.select_all()
    tab.pane.filter.setText("of the")
    tab.pane._filter()
    tab.select_all()
    assert tab.open_points() == tab.seen_wanted()
    assert len(tab.open_points()) > 1


def test_before_there_is_a_case_nothing_can_be_asked_about(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    bare = ReviewTab(session, preferences)
    qtbot.addWidget(bare)
    assert bare.open_points() == ()
    assert bare.seen_name() == ""
    session.show_marks({"a": "b"})
    assert bare.model() is None


def test_what_is_seen_is_told_can_be_chosen_and_is_not_copied(
    session: Session, tab: ReviewTab
) -> None:
    tab.resize(900, 600)
    tab.show()
    session.go(Target(tab=Tab.REVIEW))
    model = tab.model()
    assert model is not None
    assert tab.bar.mark.text() == "Mark as seen"
    session.show_marks(marks(tab, 0, 2))
    assert (
        model.cell(1, 1).text
        == "seen · Contradiction: On which day Mirela Halvek entered the prison."
    )
    copied = tab.clip()
    assert copied is not None
    assert (
        copied[0].plain == "X1\tContradiction: On which day Mirela Halvek entered the prison.\tE26"
    )
    assert copied[1] == "X1"
    assert tab.bar.mark.text() == "Mark as not seen"
    model.set_choices({"seen": frozenset({"seen"})})
    assert model.shown == 2
    model.set_choices({})
    session.show_marks({})
    assert not model.cell(1, 1).text.startswith("seen")
    assert tab.bar.mark.text() == "Mark as seen"


@pytest.mark.parametrize(("button", "wish"), [("button", "copy_questions"), ("mark", "mark_seen")])
def test_the_buttons_wish_for_it(
    qtbot: QtBot, session: Session, tab: ReviewTab, button: str, wish: str
) -> None:
    session.go(Target(tab=Tab.REVIEW))
    with qtbot.waitSignal(tab.wished) as wished:
        QTest.mouseClick(getattr(tab.bar, button), Qt.MouseButton.LeftButton)
    assert wished.args == [wish, None]


def test_a_sum_and_the_rules_have_their_pages(session: Session, tab: ReviewTab) -> None:
    session.go(Target("sum:0"))
    assert session.location.tab is Tab.REVIEW
    assert "11 + 3 = 14 ✓" in tab.page_view.toPlainText()
    session.go(Target("found:rules"))
    assert "What the program looks for" in tab.page_view.toPlainText()


def test_where_nothing_is_selected_nothing_is_copied(session: Session, tab: ReviewTab) -> None:
    assert tab.clip() is None
    session.go(Target(tab=Tab.REVIEW))
    tab.pane.list.clearSelection()
    assert tab.clip() is None


def test_what_is_dragged_elsewhere_tells_nobody_what_was_seen(
    session: Session, tab: ReviewTab
) -> None:
    session.go(Target("sum:0"))
    session.show_marks(marks(tab, *range(len(tab.open_points()))))
    assert tab._dragged(tab.chosen()).plain == "\tFourteen miners: 11 + 3 = 14 ✓\tP7"
