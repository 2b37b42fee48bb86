import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.search.library.values import Ending, Progress, Refreshed, Step
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands.indexing import Indexer
from caseviewer.ui.library.telling import Telling
from caseviewer.ui.widgets.indexing_bar import IndexingBar
from caseviewer.ui.widgets.notice_bar import NoticeBar
from tests.ui.kit import LONG
from tests.ui.library.shelf import Shelf


class Told:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.shelf = Shelf()
        self.indexer = Indexer(self.shelf, self.window)
        self.bar, self.notice = IndexingBar(self.window), NoticeBar(self.window)
        self.telling = Telling(self.indexer, self.bar, self.notice, self.window)
        self.window.show()

    def end(self, qtbot: QtBot, refreshed: Refreshed) -> str:
        self.shelf.refreshed = refreshed
        self.indexer.start()
        qtbot.waitUntil(lambda: not self.indexer.busy, timeout=LONG)
        assert self.bar.isHidden()
        return self.notice.text


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    yield Told(qtbot)
    wait_for_all()


def test_an_indexing_that_changed_nothing_is_not_told(qtbot: QtBot, told: Told) -> None:
    assert told.end(qtbot, Refreshed(Ending.DONE, unchanged=412)) == ""


def test_what_changed_is_told(qtbot: QtBot, told: Told) -> None:
    assert told.end(qtbot, Refreshed(Ending.DONE, added=3)) == "3 cases added."
    assert not told.notice._act.isVisible()


def test_what_a_reader_should_know_stays_until_it_is_put_away(qtbot: QtBot, told: Told) -> None:
    gone = "The folder “disk” is not there; its cases are shown as they were."
    words = told.end(qtbot, Refreshed(Ending.DONE, added=1, told=(gone,)))
    assert words == f"1 case added. {gone}"
    assert not told.notice._timer.isActive()
    assert not told.notice._act.isVisible()


def test_cases_that_cannot_be_read_can_be_shown(qtbot: QtBot, told: Told) -> None:
    wishes: list[bool] = []
    told.telling.problems_wanted.connect(lambda: wishes.append(True))
    assert told.end(qtbot, Refreshed(Ending.DONE, broken=1, told=("It is torn.",))) == "It is torn."
    assert told.notice._act.text() == "Show them"
    told.notice._act.click()
    assert wishes == [True]


@pytest.mark.parametrize("ending", [Ending.FULL, Ending.BUSY, Ending.FAILED])
def test_what_may_go_better_another_time_can_be_tried_again(
    qtbot: QtBot, told: Told, ending: Ending
) -> None:
    words = told.end(qtbot, Refreshed(ending, told=("It did not work.",)))
    assert words == "It did not work."
    assert told.notice._act.text() == "Try again"
    told.shelf.refreshed = Refreshed(Ending.DONE, added=2)
    told.notice._act.click()
    qtbot.waitUntil(lambda: told.notice.text == "2 cases added.", timeout=LONG)


def test_a_fault_of_the_program_is_told(qtbot: QtBot, told: Told) -> None:
    told.shelf.error = RuntimeError("ours")
    told.indexer.start()
    qtbot.waitUntil(lambda: "RuntimeError" in told.notice.text, timeout=LONG)
    assert told.bar.isHidden()


def test_it_is_told_how_far_it_is_and_that_it_rests(qtbot: QtBot, told: Told) -> None:
    told.indexer.began.emit()
    assert told.bar.words.text() == "Looking for cases in the folders…"
    told.indexer.progressed.emit(Progress(Step.READING, 3, 40))
    assert told.bar.words.text() == "Reading 40 new or changed cases: 3 done"
    assert (told.bar.bar.value(), told.bar.bar.maximum()) == (3, 40)


def test_pause_and_stop_of_the_bar_reach_the_indexing(qtbot: QtBot, told: Told) -> None:
    step = threading.Event()
    told.shelf.steps = (Progress(Step.READING, 3, 40),) * 2
    told.shelf.wait = lambda: step.wait(LONG / 1000)
    told.indexer.start()
    told.bar.pause.click()
    assert told.indexer.paused
    assert told.bar.words.text().startswith("Paused. ")
    assert told.bar.pause.text() == "Go on"
    told.bar.stop.click()
    step.set()
    qtbot.waitUntil(lambda: not told.indexer.busy, timeout=LONG)
    assert told.notice.text.startswith("Indexing was stopped")
