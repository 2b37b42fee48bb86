from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.dates import day_words
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import Kind
from caseviewer.model.standpoint import Standpoint
from caseviewer.ui.widgets.as_at_bar import AsAtBar
from tests.model.known import day
from tests.ui.kit import ABDUSSAMATOV, focused, opened_sample, press, write


class Asked:
    """A bar and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bar = AsAtBar()
        qtbot.addWidget(self.bar)
        self.days: list[int] = []
        self.told: list[str] = []
        self.bar.day_chosen.connect(self.days.append)
        self.bar.whole_wanted.connect(lambda: self.told.append("whole"))
        self.bar.left.connect(lambda: self.told.append("left"))

    def open(self, qtbot: QtBot) -> None:
        self.bar.open()
        self.bar.activateWindow()
        qtbot.waitUntil(self.bar.isActiveWindow)


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot)


def at(on: str) -> OpenedCase:
    return opened_sample(ABDUSSAMATOV).seen_from(Standpoint(as_at=day(on)))


def test_the_bar_is_hidden_until_it_asks_and_then_has_the_keys(asked: Asked, qtbot: QtBot) -> None:
    assert asked.bar.isHidden()
    asked.open(qtbot)
    assert focused() is asked.bar.field
    assert asked.bar.words.text() == "Type a day and press Enter: the file as it was known then."
    assert asked.bar.whole.text() == "Close"
    assert asked.bar.earlier.isHidden()
    assert asked.bar.later.isHidden()


@pytest.mark.parametrize(
    ("typed", "on"),
    [("10 June 2011", "2011-06-10"), ("2011-06-10", "2011-06-10"), ("2011", "2011-12-31")],
)
def test_enter_takes_the_day_that_is_typed(asked: Asked, qtbot: QtBot, typed: str, on: str) -> None:
    asked.open(qtbot)
    write(typed)
    press("Return")
    assert asked.days == [day(on)]
    assert asked.told == ["left"]


def test_what_is_no_date_is_told_beside_the_field(asked: Asked, qtbot: QtBot) -> None:
    asked.open(qtbot)
    write("10/6/2011")
    press("Enter")
    assert (asked.days, asked.told) == ([], [])
    assert asked.bar.words.text().startswith("This could be misread")
    assert asked.bar.field.selectedText() == "10/6/2011"


def test_esc_and_the_button_lead_back_to_the_whole_file(asked: Asked, qtbot: QtBot) -> None:
    asked.open(qtbot)
    write("10 June")
    press("Esc")
    assert asked.bar.isHidden()
    assert asked.bar.field.text() == ""
    assert asked.told == ["whole", "left"]
    asked.bar.show_case(at("2012-06-10"))
    QTest.mouseClick(asked.bar.whole, Qt.MouseButton.LeftButton)
    assert asked.told == ["whole", "left"] * 2


def test_esc_leaves_a_day_that_is_shown_as_it_is(asked: Asked, qtbot: QtBot) -> None:
    asked.open(qtbot)
    asked.bar.show_case(at("2012-06-10"))
    write("1 May")
    press("Esc")
    assert asked.told == ["left"]
    assert not asked.bar.isHidden()
    assert asked.bar.field.text() == "10 June 2012"


def test_asking_again_in_the_field_leads_back_to_the_whole_file(asked: Asked, qtbot: QtBot) -> None:
    asked.open(qtbot)
    asked.bar.show_case(at("2012-06-10"))
    asked.bar.open()
    assert asked.told == ["whole", "left"]
    assert asked.bar.isHidden()


def test_a_day_is_marked_until_the_whole_file_is_shown(asked: Asked) -> None:
    bar = asked.bar
    bar.show_case(at("2012-06-10"))
    assert not bar.isHidden()
    assert bar.field.text() == "10 June 2012"
    assert bar.words.text() == (
        "What could be known on that day: 1 of 2 sources, 2 of 7 events, 0 of 1 deadline."
        " The overview says what is left out."
    )
    assert bar.whole.text() == "Show the whole file"
    bar.show_case(opened_sample(ABDUSSAMATOV))
    assert bar.isHidden()
    assert bar.field.text() == ""


def test_a_month_is_told_to_be_taken_to_its_last_day(asked: Asked, qtbot: QtBot) -> None:
    asked.open(qtbot)
    write("June 2012")
    press("Return")
    asked.bar.show_case(at("2012-06-30"))
    assert asked.bar.field.text() == "30 June 2012"
    assert asked.bar.words.text().startswith("“June 2012” is taken to its last day. What could")
    asked.bar.field.setText("30 June 2012")
    press("Return")
    assert asked.bar.words.text().startswith("What could")
    assert asked.days == [day("2012-06-30")] * 2  # also the one shown: another may be under way


def test_what_is_typed_stays_when_the_same_day_is_shown_again(asked: Asked, qtbot: QtBot) -> None:
    asked.open(qtbot)
    write("1 Ju")
    asked.bar.show_case(opened_sample(ABDUSSAMATOV))
    assert asked.bar.field.text() == "1 Ju"
    assert not asked.bar.isHidden()
    asked.bar.show_case(at("2012-06-10"))
    asked.bar.field.clear()
    write("1 Ju")
    asked.bar.show_case(at("2012-06-10"))
    assert asked.bar.field.text() == "1 Ju"


def test_a_file_that_was_read_again_is_told_anew_on_the_same_day(asked: Asked) -> None:
    before = at("2012-06-10")
    asked.bar.show_case(before)
    assert before.account is not None
    counts = {**before.account.shown, Kind.EVENT: 3}
    again = replace(before, account=replace(before.account, shown=counts, days=()))
    asked.bar.show_case(again)
    assert "3 of 7 events" in asked.bar.words.text()
    assert not asked.bar.earlier.isEnabled()
    assert not asked.bar.later.isEnabled()
    assert not asked.bar.isHidden()


@pytest.mark.parametrize(
    ("on", "earlier", "later"),
    [
        ("2011-06-10", None, "1 June 2012"),
        ("2012-06-01", None, "26 June 2012"),
        ("2012-06-10", "1 June 2012", "26 June 2012"),
        ("2012-06-26", "1 June 2012", None),
        ("2015-06-26", "26 June 2012", None),
    ],
)
def test_the_buttons_step_to_the_days_on_which_sources_came_out(
    asked: Asked, on: str, earlier: str | None, later: str | None
) -> None:
    asked.bar.show_case(at(on))
    asked.bar.show()
    for button, expected in ((asked.bar.earlier, earlier), (asked.bar.later, later)):
        assert button.isEnabled() is (expected is not None)
        asked.days.clear()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert [day_words(one) for one in asked.days] == [expected] * button.isEnabled()


def test_without_a_day_there_is_no_next_one(asked: Asked) -> None:
    asked.bar.show_case(None)
    asked.bar._step(later=True)
    assert asked.days == []


@pytest.mark.parametrize(("width", "below"), [(1_280, False), (500, True), (1_281, False)])
def test_the_words_stand_below_where_a_line_of_them_would_be_too_short(
    asked: Asked, qtbot: QtBot, width: int, below: bool
) -> None:
    asked.bar.show_case(at("2012-06-10"))
    for one in (500, 1_280, width):
        asked.bar.resize(one, 200)
        qtbot.wait(1)
    assert (asked.bar.words.y() > asked.bar.field.y() + asked.bar.field.height()) is below
    words = asked.bar.words
    assert words.heightForWidth(words.width()) <= asked.bar.heightForWidth(width)
