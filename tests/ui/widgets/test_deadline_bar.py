"""The bar above a deadline: what it is counted from and how, by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption
from caseviewer.ui.widgets import deadline_bar
from caseviewer.ui.widgets.deadline_bar import DeadlineBar
from tests.ui.choosing import click_entry, entries, open_menu
from tests.ui.kit import (
    ABDUSSAMATOV,
    bring_to_front_widget,
    focused,
    opened_sample,
    press,
    write,
)


class Bar:
    """A bar over the first sample's deadline, whose wishes the test grants."""

    def __init__(self, qtbot: QtBot) -> None:
        self.opened: OpenedCase = opened_sample(ABDUSSAMATOV)
        self.deadline: Deadline = self.opened.case.deadlines[0]
        self.taken: list[Assumption] = []
        self.bar = DeadlineBar()
        qtbot.addWidget(self.bar)
        self.bar.assumed.connect(self._take)
        self.bar.show_deadline(self.opened, self.deadline)
        bring_to_front_widget(qtbot, self.bar)

    def _take(self, assumption: Assumption) -> None:
        self.taken.append(assumption)
        self.opened = self.opened.seen_from(self.opened.standpoint.assuming(assumption))
        self.bar.show_deadline(self.opened, self.deadline)

    def click(self, button: QPushButton, entry: str) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        click_entry(open_menu(), entry)

    def texts(self) -> list[str]:
        buttons = (self.bar.start, self.bar.rule, self.bar.reset)
        return [button.text() for button in buttons if not button.isHidden()]

    def assume(self, **assumed: object) -> Assumption:
        return replace(Assumption(self.deadline.id), **assumed)  # type: ignore[arg-type]


@pytest.fixture
def made(qtbot: QtBot) -> Bar:
    return Bar(qtbot)


def test_it_says_how_the_file_counts(made: Bar) -> None:
    assert made.texts() == ["Count from: 2 possible starts ▾", "Rule: calendar days ▾"]
    assert made.bar.start.accessibleName() == "Count from: 2 possible starts"
    assert made.bar.day.isHidden()
    assert made.bar.fault.isHidden()


def test_for_anything_else_it_takes_no_room(made: Bar) -> None:
    made.bar.show_deadline(made.opened, made.opened.case.chronology[0])
    assert made.bar.isHidden()
    made.bar._fill_starts()
    made.bar._fill_rules()
    made.bar._take_day()
    made.bar._reset()
    assert not made.bar.start_menu.actions()
    assert not made.taken
    made.bar.show_deadline(made.opened, made.deadline)
    assert not made.bar.isHidden()


def test_a_trigger_is_chosen_by_a_click(made: Bar) -> None:
    made.click(made.bar.start, "E6 the letter")
    assert made.taken == [made.assume(trigger=1)]
    assert made.texts() == ["Count from: E6 ▾", "Rule: calendar days ▾", "As the file says"]
    assert made.bar.start.accessibleName() == "Count from: E6, your assumption"
    QTest.mouseClick(made.bar.start, Qt.MouseButton.LeftButton)
    menu = open_menu()
    assert [action.isChecked() for action in menu.actions()] == [False, True, False, False]
    menu.close()


def test_a_rule_is_chosen_beside_the_start(made: Bar) -> None:
    made.click(made.bar.start, "E6 the letter")
    made.click(made.bar.rule, "clear days")
    assert made.taken[-1] == made.assume(trigger=1, rule=CountingRule.CLEAR_DAYS)
    assert made.texts() == ["Count from: E6 ▾", "Rule: clear days ▾", "As the file says"]


def test_the_files_own_rule_is_named_and_no_assumption(made: Bar) -> None:
    made.click(made.bar.rule, "clear days")
    made.click(made.bar.rule, "calendar days")
    assert made.texts() == ["Count from: 2 possible starts ▾", "Rule: calendar days ▾"]


def test_another_event_is_chosen_from_the_menu_in_the_menu(made: Bar) -> None:
    QTest.mouseClick(made.bar.start, Qt.MouseButton.LeftButton)
    menu = open_menu()
    assert entries(menu)[-2:] == ["Another event", "A date of your own…"]
    made.bar._fill_starts()
    made.bar.event_menu.popup(made.bar.mapToGlobal(made.bar.rect().center()))
    assert [entry.split(" ")[0] for entry in entries(made.bar.event_menu)] == [
        "E1", "E2", "E3", "E4", "E7"
    ]  # fmt: skip
    click_entry(made.bar.event_menu, "E7")
    assert made.taken == [made.assume(event="publication")]
    menu.close()


def test_many_events_are_cut_and_a_date_can_be_typed(
    made: Bar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadline_bar, "_MOST_EVENTS", 2)
    made.bar._fill_starts()
    assert entries(made.bar.event_menu)[2:] == ["3 more: type the date"]
    assert not made.bar.event_menu.actions()[2].isEnabled()


def test_without_another_dated_event_no_menu_of_events_is_offered(made: Bar) -> None:
    few = replace(made.opened, case=replace(made.opened.case, chronology=()))
    made.bar.show_deadline(few, made.deadline)
    made.bar._fill_starts()
    assert entries(made.bar.start_menu) == ["A date of your own…"]


def test_a_date_is_typed_and_taken_with_enter(made: Bar) -> None:
    made.click(made.bar.rule, "clear days")
    made.click(made.bar.start, "A date of your own")
    assert focused() is made.bar.day
    write("11 July 2012")
    press("Return")
    assert made.taken[-1] == made.assume(
        start=Date(edtf="2012-07-11"), rule=CountingRule.CLEAR_DAYS
    )
    assert made.texts()[0] == "Count from: 11 July 2012 ▾"
    assert made.bar.day.isHidden()
    assert focused() is made.bar.start


def test_a_wrong_date_says_what_is_wrong_and_stays(made: Bar) -> None:
    made.click(made.bar.start, "A date of your own")
    write("soon")
    press("Return")
    assert not made.taken
    assert not made.bar.fault.isHidden()
    assert "cannot be read as a date" in made.bar.fault.text()
    made.bar.day.selectAll()
    write("2012-07-11")
    press("Return")
    assert made.taken == [made.assume(start=Date(edtf="2012-07-11"))]
    assert made.bar.fault.isHidden()


def test_escape_leaves_the_date_and_then_the_bar(made: Bar, qtbot: QtBot) -> None:
    made.click(made.bar.start, "A date of your own")
    write("soon")
    press("Escape")
    assert made.bar.day.isHidden()
    assert made.bar.day.text() == ""
    assert focused() is made.bar.start
    with qtbot.waitSignal(made.bar.left):
        press("Escape")


def test_the_typed_date_is_gone_with_the_deadline(made: Bar) -> None:
    made.bar._open_day()
    write("2012")
    made.bar.show_deadline(made.opened, replace(made.deadline))
    assert made.bar.day.isHidden()


def test_as_the_file_says_gives_up_what_was_assumed(made: Bar) -> None:
    made.click(made.bar.start, "E5")
    QTest.mouseClick(made.bar.reset, Qt.MouseButton.LeftButton)
    assert made.taken[-1] == made.assume()
    assert made.texts() == ["Count from: 2 possible starts ▾", "Rule: calendar days ▾"]
    assert focused() is made.bar.start


def test_keys_reach_everything(made: Bar) -> None:
    made.bar.start.setFocus()
    press("Tab")
    assert focused() is made.bar.rule
    press("Space")
    menu = open_menu()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert made.taken == [made.assume(rule=CountingRule.CLEAR_DAYS)]
    made.bar.activateWindow()
    made.bar.rule.setFocus()
    press("Tab")
    assert focused() is made.bar.reset
    press("Space")
    assert made.taken[-1] == made.assume()
