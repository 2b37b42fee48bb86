import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.notice_bar import NoticeBar
from tests.ui.kit import bring_to_front_widget, focused


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def test_a_bar_that_says_nothing_is_not_there(bar: NoticeBar) -> None:
    assert bar.isHidden()
    assert bar.text == ""


def test_a_success_goes_away_by_itself(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.say("Copied: 1 row.")
    assert bar.text == "Copied: 1 row."
    assert bar._act.isHidden()
    assert bar._timer.isActive()
    bar._timer.start(0)
    qtbot.waitUntil(bar.isHidden)
    assert bar.text == ""


def test_a_warning_stays_until_it_is_put_away(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.say("Copied.")
    bar.warn("The file changed.")
    assert not bar._timer.isActive()
    assert bar.text == "The file changed."
    QTest.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_what_can_be_done_is_done_once(qtbot: QtBot, bar: NoticeBar) -> None:
    done: list[bool] = []
    bar.warn("The file changed.", "Reload", lambda: done.append(True))
    assert bar._act.text() == bar._act.accessibleName() == "Reload"
    QTest.mouseClick(bar._act, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    bar._do()
    assert done == [True]


def test_an_action_may_say_something_in_turn(bar: NoticeBar) -> None:
    bar.warn("The file changed.", "Reload", lambda: bar.say("Read again."))
    bar._act.click()
    assert bar.text == "Read again."


def test_progress_shows_how_far_the_work_is(bar: NoticeBar) -> None:
    stopped: list[bool] = []
    bar.progress("Reading the case…", lambda: stopped.append(True))
    assert (bar._progress.minimum(), bar._progress.maximum()) == (0, 0)
    assert not bar._progress.isHidden()
    bar.advance(3, 10)
    assert (bar._progress.value(), bar._progress.maximum()) == (3, 10)
    bar.advance(0, 0)
    assert bar._progress.maximum() == 1
    assert bar._act.text() == "Stop"
    bar._act.click()
    assert stopped == [True]
    bar.say("Stopped.")
    assert bar._progress.isHidden()


def test_esc_puts_the_bar_away_and_other_keys_do_not(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.warn("The file changed.", "Reload", lambda: None)
    QTest.keyClick(bar, Qt.Key.Key_A)
    assert not bar.isHidden()
    QTest.keyClick(bar._act, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_screen_reader_is_told(bar: NoticeBar, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    bar.say("Copied.")
    assert told == [QAccessible.Event.Alert]


def test_markup_in_a_sentence_is_shown_letter_by_letter(bar: NoticeBar) -> None:
    bar.warn("“<b>x</b>.json” was not opened.", "Try <b>again</b> & again", lambda: None)
    assert bar._label.textFormat() is Qt.TextFormat.PlainText
    assert bar.text == "“<b>x</b>.json” was not opened."
    assert bar._act.text() == "Try <b>again</b> && again"


def test_what_a_work_covered_is_said_again_when_it_ends(bar: NoticeBar) -> None:
    done: list[str] = []
    bar.warn("The file changed.", "Reload", lambda: done.append("reloaded"))
    bar.progress("Reading…", lambda: None)
    bar.progress("Checking…", lambda: None)
    assert bar.text == "Checking…"
    bar.end_progress("Checking…")
    assert bar.text == "The file changed."
    bar._do()
    assert (done, bar.text) == (["reloaded"], "")
    bar.say("Attached.")
    bar.progress("Checking…", lambda: done.append("stopped"))
    bar._do()
    assert (done[-1], bar.text) == ("stopped", "Attached.")
    assert bar._timer.isActive()


def test_what_was_said_during_a_work_stays_when_it_ends(bar: NoticeBar) -> None:
    bar.say("Attached.")
    bar.progress("Checking…", lambda: None)
    bar.warn("The file changed.")
    bar.end_progress("Checking…")
    assert bar.text == "The file changed."
    bar.progress("Reading…", lambda: None)
    bar.end_progress("Checking…")
    assert bar.text == "Reading…"
    bar.put_away()
    bar.end_progress("")
    bar.progress("Checking…", lambda: None)
    bar.end_progress("Checking…")
    assert bar.text == ""


def test_what_is_taken_back_is_said_no_more_and_not_after_a_work_that_covers_it(
    bar: NoticeBar,
) -> None:
    bar.say("Starred: P2.")
    bar.take_back("Copied.")
    assert bar.text == "Starred: P2."
    bar.progress("Checking…", lambda: None)
    bar.take_back("Copied.")
    bar.take_back("Starred: P2.")
    assert bar.text == "Checking…"
    bar.end_progress("Checking…")
    assert bar.text == ""
    bar.warn("Taken away: your note on P2.", "Undo", lambda: None)
    bar.take_back("Taken away: your note on P2.")
    assert bar.text == ""


def test_the_keys_can_be_given_to_what_can_be_done(qtbot: QtBot, bar: NoticeBar) -> None:
    done: list[bool] = []
    bar.warn("Erase it?", "Erase", lambda: done.append(True))
    bring_to_front_widget(qtbot, bar)
    bar.focus_action()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert done == [True]
