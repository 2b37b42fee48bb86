import dataclasses

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.ui.commands import opening
from caseviewer.ui.commands.as_at import AsAtCommands
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.as_at_bar import AsAtBar
from tests.model.known import day
from tests.ui.kit import LONG, opened_sample

ON = day("2017-06-10")


@pytest.fixture
def bar(qtbot: QtBot) -> AsAtBar:
    made = AsAtBar()
    qtbot.addWidget(made)
    return made


def commands(session: Session, bar: AsAtBar) -> tuple[AsAtCommands, list[str]]:
    told: list[str] = []
    made = AsAtCommands(session, lambda: told.append("left"), session)
    made.warned.connect(told.append)
    made.serve(bar)
    return made, told


def test_the_action_opens_the_bar_once_there_is_one(session: Session, bar: AsAtBar) -> None:
    made = AsAtCommands(session, lambda: None, session)
    made.handlers()["as_at"]()
    assert bar.isHidden()
    made.serve(bar)
    made.handlers()["as_at"]()
    assert not bar.isHidden()


def test_a_day_is_shown_and_the_whole_file_again(session: Session, bar: AsAtBar) -> None:
    whole = session.opened
    _, told = commands(session, bar)
    bar.day_chosen.emit(ON)
    assert session.standpoint.as_at == ON
    assert session.opened is not None
    assert session.opened.account is not None
    bar.whole_wanted.emit()
    assert session.opened is whole
    bar.left.emit()
    assert told == ["left"]


def test_without_a_case_nothing_is_shown(bar: AsAtBar) -> None:
    session = Session()
    made, told = commands(session, bar)
    made.show_day(ON)
    made.show_whole()
    assert (session.opened, told) == (None, [])


def test_a_long_case_is_searched_beside_the_window(
    session: Session, bar: AsAtBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BESIDE", 1)
    made, _ = commands(session, bar)
    made.show_day(ON)
    assert session.standpoint.as_at is None
    assert bar.words.text() == "Finding what could be known on that day…"
    qtbot.waitUntil(lambda: session.standpoint.as_at == ON, timeout=LONG)


def test_a_long_case_is_searched_without_a_bar_too(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BESIDE", 1)
    AsAtCommands(session, lambda: None, session).show_day(ON)
    qtbot.waitUntil(lambda: session.standpoint.as_at == ON, timeout=LONG)


def test_a_case_that_was_read_again_meanwhile_is_searched_again(
    session: Session, bar: AsAtBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BESIDE", 1)
    made, _ = commands(session, bar)
    made.show_day(ON)
    again = dataclasses.replace(opened_sample())
    session.swap_in(again)
    found_before: list[bool] = []
    taken = session.take

    def take(standpoint: Standpoint) -> None:
        found_before.append("_known" in vars(again))
        taken(standpoint)

    monkeypatch.setattr(session, "take", take)
    qtbot.waitUntil(lambda: session.standpoint.as_at == ON, timeout=LONG)
    assert session.whole is again
    assert found_before[0]  # nothing of it was left to be done in the window


def test_a_wish_that_was_given_up_changes_nothing(
    session: Session, bar: AsAtBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BESIDE", 1)
    made, _ = commands(session, bar)
    made.show_day(ON)
    made.show_whole()
    qtbot.wait(50)
    assert session.standpoint == Standpoint()


def test_a_fault_of_the_program_is_told(
    session: Session, bar: AsAtBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: OpenedCase, __: Standpoint) -> OpenedCase:
        raise ZeroDivisionError

    monkeypatch.setattr(opening, "BESIDE", 1)
    monkeypatch.setattr(OpenedCase, "seen_from", fail)
    made, told = commands(session, bar)
    made.show_day(ON)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "ZeroDivisionError" in told[0]
    assert "fault of the program" in told[0]
