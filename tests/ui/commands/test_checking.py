import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import Opening, begin
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands.checking import Checker
from tests.ui.kit import HALVEK, LONG, deliver


class Told:
    """A checker, and all that it tells."""

    def __init__(self) -> None:
        self.checker = Checker()
        self.started = 0
        self.checked: list[OpenedCase] = []
        self.failed: list[str] = []
        self.progress: list[tuple[int, int]] = []
        self.checker.started.connect(self._start)
        self.checker.checked.connect(self.checked.append)
        self.checker.failed.connect(self.failed.append)
        self.checker.progressed.connect(lambda *numbers: self.progress.append(numbers))

    def _start(self) -> None:
        self.started += 1


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    return Told()


@pytest.fixture
def opening() -> Opening:
    return begin(HALVEK)


def test_a_case_is_checked_beside_the_window(qtbot: QtBot, told: Told, opening: Opening) -> None:
    told.checker.start(opening)
    assert told.checker.busy
    assert told.started == 1
    qtbot.waitUntil(lambda: bool(told.checked), timeout=LONG)
    assert not told.checker.busy
    assert told.checked[0].checked is Checked.DONE
    assert told.checked[0].case is opening.opened.case
    assert told.progress
    assert told.failed == []


def test_checking_is_stopped_when_the_reader_wishes(
    qtbot: QtBot, told: Told, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_and_wait_on(told, opening, monkeypatch)
    told.checker.stop()
    assert [opened.checked for opened in told.checked] == [Checked.STOPPED]
    assert told.checked[0].documents == ()
    assert wait_for_all()
    deliver()
    assert len(told.checked) == 1
    told.checker.stop()
    assert len(told.checked) == 1


def test_what_was_dropped_tells_nothing(
    qtbot: QtBot, told: Told, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_and_wait_on(told, opening, monkeypatch)
    told.checker.drop()
    assert wait_for_all()
    deliver()
    assert (told.checked, told.failed) == ([], [])


def start_and_wait_on(told: Told, opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start a check that goes on until it is stopped, and wait until it has begun."""
    begun = threading.Event()

    def wait(_: Opening, *, should_stop: Callable[[], bool], **__: object) -> None:
        begun.set()
        while not should_stop():
            pass

    monkeypatch.setattr(Opening, "check", wait)
    told.checker.start(opening)
    assert begun.wait(5)


def test_a_fault_of_the_program_is_said_to_be_one(
    qtbot: QtBot, told: Told, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(Opening, "check", fail)
    told.checker.start(opening)
    qtbot.waitUntil(lambda: bool(told.failed), timeout=LONG)
    assert "(KeyError), which is a fault of the program" in told.failed[0]
    assert "secret" not in told.failed[0]
    assert [opened.checked for opened in told.checked] == [Checked.STOPPED]


def test_another_case_replaces_the_one_under_way(
    qtbot: QtBot, told: Told, opening: Opening, tmp_path: Path
) -> None:
    told.checker.start(begin(HALVEK))
    told.checker.start(opening)
    qtbot.waitUntil(lambda: bool(told.checked), timeout=LONG)
    assert wait_for_all()
    deliver()
    assert len(told.checked) == 1
    assert told.checked[0].case is opening.opened.case
