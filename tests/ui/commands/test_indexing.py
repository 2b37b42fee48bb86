import threading
from typing import Self

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.search.library.values import Ending, Progress, Refreshed
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import indexing
from caseviewer.ui.commands.indexing import Indexer, Reins
from tests.ui.kit import LONG, deliver
from tests.ui.library.shelf import READING, Shelf


class Watched:
    """An indexer of a library in which each step waits until it is let go."""

    def __init__(self, steps: tuple[Progress, ...] = READING) -> None:
        self.shelf = Shelf()
        self.shelf.steps = steps
        self.step = threading.Event()
        self.begun = threading.Event()
        self.shelf.wait = self._wait
        self.indexer = Indexer(self.shelf)
        self.told: list[Progress] = []
        self.ended: list[Refreshed] = []
        self.failed: list[Exception] = []
        self.changes: list[tuple[bool, bool]] = []
        self.indexer.progressed.connect(self.told.append)
        self.indexer.ended.connect(self.ended.append)
        self.indexer.failed.connect(self.failed.append)
        self.indexer.changed.connect(
            lambda: self.changes.append((self.indexer.busy, self.indexer.paused))
        )

    def _wait(self) -> None:
        self.begun.set()
        assert self.step.wait(LONG / 1000)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.step.set()
        self.indexer.drop()
        assert wait_for_all()


def test_an_indexing_tells_that_it_began_how_far_it_is_and_what_it_did(qtbot: QtBot) -> None:
    with Watched(READING[:1]) as watched:
        watched.shelf.refreshed = Refreshed(Ending.DONE, added=40)
        watched.step.set()
        watched.indexer.start()
        assert watched.indexer.busy
        qtbot.waitUntil(lambda: bool(watched.ended), timeout=LONG)
        assert watched.told == [READING[0]]
        assert watched.ended == [Refreshed(Ending.DONE, added=40)]
        assert watched.changes == [(True, False), (False, False)]


def test_only_one_is_under_way(qtbot: QtBot) -> None:
    with Watched() as watched:
        watched.indexer.start()
        watched.indexer.start()
        watched.step.set()
        qtbot.waitUntil(lambda: bool(watched.ended), timeout=LONG)
        assert watched.shelf.asked == ["refresh"]


def test_what_is_told_on_the_way_is_no_more_than_can_be_read(qtbot: QtBot) -> None:
    with Watched() as watched:
        watched.step.set()
        watched.indexer.start()
        qtbot.waitUntil(lambda: bool(watched.ended), timeout=LONG)
        assert len(watched.told) < len(READING) / 2


def test_it_rests_while_paused_and_goes_on_then(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_TELL_EVERY", 0)
    with Watched() as watched:
        watched.indexer.start()
        assert watched.begun.wait(LONG / 1000)
        watched.indexer.pause_or_go_on()
        assert watched.indexer.paused
        watched.step.set()
        qtbot.wait(100)
        assert watched.told == [READING[0]]
        assert watched.indexer.busy
        watched.indexer.pause_or_go_on()
        assert not watched.indexer.paused
        qtbot.waitUntil(lambda: bool(watched.ended), timeout=LONG)
        assert watched.told == list(READING)
        assert watched.changes == [(True, False), (True, True), (True, False), (False, False)]


@pytest.mark.parametrize("paused", [False, True])
def test_it_stops_with_what_was_done_told(qtbot: QtBot, paused: bool) -> None:
    with Watched() as watched:
        watched.indexer.start()
        assert watched.begun.wait(LONG / 1000)
        if paused:
            watched.indexer.pause_or_go_on()
        watched.indexer.stop()
        watched.step.set()
        qtbot.waitUntil(lambda: bool(watched.ended), timeout=LONG)
        assert watched.ended == [Refreshed(Ending.STOPPED, added=1)]


@pytest.mark.parametrize("paused", [False, True])
def test_one_that_is_dropped_ends_soon_and_tells_nothing(paused: bool) -> None:
    with Watched() as watched:
        watched.indexer.start()
        assert watched.begun.wait(LONG / 1000)
        if paused:
            watched.indexer.pause_or_go_on()
        watched.indexer.drop()
        watched.step.set()
        assert wait_for_all(2_000)
        deliver()
        assert watched.ended == []
        assert not watched.indexer.busy


def test_a_fault_of_the_program_is_told(qtbot: QtBot) -> None:
    with Watched() as watched:
        watched.shelf.error = RuntimeError("ours")
        watched.indexer.start()
        qtbot.waitUntil(lambda: bool(watched.failed), timeout=LONG)
        assert not watched.indexer.busy
        assert watched.changes[-1] == (False, False)


def test_nothing_can_be_paused_or_stopped_while_nothing_is_under_way() -> None:
    with Watched() as watched:
        watched.indexer.pause_or_go_on()
        watched.indexer.stop()
        assert not watched.indexer.paused
        assert watched.changes == []


def test_work_that_nobody_waits_for_does_not_rest() -> None:
    reins = Reins()
    assert reins.may_go_on(lambda: False)
    reins.hold()
    assert not reins.may_go_on(lambda: True)
    reins.let_go()
    reins.stop()
    assert not reins.may_go_on(lambda: False)
