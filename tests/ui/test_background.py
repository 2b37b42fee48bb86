import threading
import time
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseviewer.search.slices import Slices
from caseviewer.ui import background
from caseviewer.ui.background import Job, Stints, wait_for_all
from tests.ui.kit import deliver


def test_work_is_done_beside_the_window_and_told_in_it(qtbot: QtBot) -> None:
    where: list[object] = []

    def work(job: Job) -> int:
        where.append(threading.current_thread())
        job.progressed.emit(1, 2)
        return 42

    job = Job(work)
    results: list[object] = []
    job.progressed.connect(lambda done, total: results.append((done, total)))
    job.finished.connect(lambda value: results.append((value, QThread.isMainThread())))
    background.start(job)
    qtbot.waitUntil(lambda: len(results) == 2)
    assert results == [(1, 2), (42, True)]
    assert where != [threading.main_thread()]


def test_a_failure_is_told(qtbot: QtBot) -> None:
    fault = ValueError("no")

    def work(_: Job) -> None:
        raise fault

    job = Job(work)
    with qtbot.waitSignal(job.failed) as told:
        background.start(job)
    assert told.args == [fault]


def test_a_job_that_was_stopped_tells_nothing(qtbot: QtBot) -> None:
    stopped = threading.Event()
    seen: list[object] = []

    def work(job: Job) -> bool:
        stopped.wait(5)
        return job.should_stop()

    job = Job(work)
    job.finished.connect(seen.append)
    job.failed.connect(seen.append)
    background.start(job)
    job.stop()
    stopped.set()
    assert wait_for_all()
    deliver()
    assert seen == []
    assert job.should_stop()


def test_a_job_tells_how_it_ended_but_not_once_it_was_stopped() -> None:
    def fail(_: Job) -> None:
        raise ValueError

    for work, ended in ((lambda _: 1, [1]), (fail, [ValueError])):
        for stopped in (False, True):
            job, seen = Job(work), list[object]()
            job.finished.connect(seen.append)
            job.failed.connect(lambda error, seen=seen: seen.append(type(error)))
            if stopped:
                job.stop()
            job.run()
            assert seen == ([] if stopped else ended)


def test_a_job_whose_window_is_gone_ends_quietly() -> None:
    class Gone:
        def emit(self, _: object) -> None:
            raise RuntimeError

    Job(lambda _: None)._tell(Gone(), 1)


def test_waiting_has_an_end() -> None:
    go_on = threading.Event()
    background.start(Job(lambda _: go_on.wait(5)))
    assert not wait_for_all(1)
    go_on.set()
    assert wait_for_all()


def test_a_job_gives_way_to_the_window_until_it_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(time, "perf_counter", lambda: 100.0 + 0.002 * len(pauses))
    job = Job(lambda _: None)
    assert job.give_way()
    assert len(pauses) == 1
    assert job.give_way()
    assert len(pauses) == 1  # it has only just given way
    monkeypatch.setattr(time, "perf_counter", lambda: 200.0)
    assert job.give_way()
    assert len(pauses) == 2
    assert pauses[1] < pauses[0]
    job.stop()
    assert not job.give_way()


def test_a_job_that_was_stopped_before_it_began_is_never_begun() -> None:
    begun: list[Job] = []
    job = Job(begun.append)
    job.stop()
    job.run()
    assert begun == []


def test_what_a_job_worked_on_is_let_go_however_long_the_job_is_kept() -> None:
    class Case: ...

    case = Case()
    gone = weakref.ref(case)
    job = Job(partial(lambda *_: None, case))
    del case
    job.run()
    assert gone() is None


class Turns:
    """Turns of an owner, and what is told of them."""

    def __init__(self) -> None:
        self.owner = QObject()
        self.turn = background.Turn(self.owner)
        self.told: list[object] = []

    def start(self, work: Callable[[Job], object]) -> None:
        self.turn.start(work, self.told.append, lambda error: self.told.append(type(error)))


def test_a_turn_tells_what_came_of_it(qtbot: QtBot) -> None:
    made = Turns()
    assert not made.turn.busy
    made.turn.stop()
    made.start(lambda _: 42)
    assert made.turn.busy
    qtbot.waitUntil(lambda: made.told == [42])
    assert not made.turn.busy
    made.start(lambda _: 1 // 0)
    qtbot.waitUntil(lambda: made.told == [42, ZeroDivisionError])
    assert not made.turn.busy


def test_a_turn_takes_the_place_of_the_one_before(qtbot: QtBot) -> None:
    made, go_on = Turns(), threading.Event()
    made.start(lambda _: go_on.wait(5) and "before")
    made.start(lambda _: go_on.wait(5) and "now")
    go_on.set()
    qtbot.waitUntil(lambda: not made.turn.busy)
    assert wait_for_all()
    deliver()
    assert made.told == ["now"]


@pytest.mark.parametrize("end", [lambda made: made.turn.stop(), lambda made: delete(made.owner)])
@pytest.mark.parametrize("done", [True, False])
def test_a_turn_that_is_over_tells_nothing_even_where_its_word_is_under_way(
    qtbot: QtBot, end: Callable[[Turns], None], *, done: bool
) -> None:
    made, go_on = Turns(), threading.Event()
    made.start(lambda _: go_on.wait(5))
    if done:
        go_on.set()
        assert wait_for_all()
    end(made)
    go_on.set()
    assert wait_for_all()
    deliver()
    assert made.told == []
    assert not made.turn.busy


def test_a_turn_hears_what_its_job_tells_on_the_way(qtbot: QtBot) -> None:
    made, heard = Turns(), list[object]()

    def work(job: Job) -> str:
        job.tell("one")
        job.tell("two")
        return "over"

    made.turn.start(work, made.told.append, made.told.append, hear=heard.append)
    qtbot.waitUntil(lambda: made.told == ["over"])
    assert heard == ["one", "two"]


def test_a_turn_that_was_given_up_hears_nothing_more() -> None:
    made, heard, go_on = Turns(), list[object](), threading.Event()

    def work(job: Job) -> None:
        job.tell("before")
        go_on.wait(5)
        job.tell("after")

    made.turn.start(work, made.told.append, made.told.append, hear=heard.append)
    made.turn.stop()
    go_on.set()
    assert wait_for_all()
    deliver()
    assert heard == []


def test_what_takes_minutes_keeps_no_short_work_waiting(qtbot: QtBot) -> None:
    short, go_on = Turns(), threading.Event()
    long = [background.Turn(short.owner, takes_minutes=True) for _ in range(8)]
    for turn in long:
        turn.start(lambda _: go_on.wait(5), lambda _: None, lambda _: None)
    short.start(lambda _: "soon")
    qtbot.waitUntil(lambda: short.told == ["soon"])
    assert not wait_for_all(10)
    go_on.set()
    assert wait_for_all()


# In turns of the window


def steps(count: int, seconds: float = 0) -> Slices[int]:
    for _ in range(count):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pass
        yield
    return count


def test_short_work_is_done_at_once(qapp: QCoreApplication) -> None:
    found: list[int] = []
    stints = Stints(QObject(qapp))
    stints.start(steps(5), found.append)
    assert found == [5]
    assert not stints.busy


def test_long_work_leaves_the_window_its_turns(qtbot: QtBot, qapp: QCoreApplication) -> None:
    found: list[int] = []
    turns: list[int] = []
    ticking = QTimer(qapp, interval=0)
    ticking.timeout.connect(lambda: turns.append(len(found)))
    ticking.start()
    stints = Stints(QObject(qapp))
    stints.start(steps(40, 0.002), found.append)
    assert stints.busy
    qtbot.waitUntil(lambda: found == [40])
    ticking.stop()
    assert turns.count(0) >= 5  # before it was done
    assert not stints.busy


def test_new_work_replaces_what_is_under_way(qtbot: QtBot, qapp: QCoreApplication) -> None:
    found: list[object] = []
    stints = Stints(QObject(qapp))
    stints.start(steps(40, 0.002), lambda _: found.append("stale"))
    stints.start(steps(3), found.append)
    qtbot.wait(100)
    assert found == [3]
    stints.start(steps(40, 0.002), lambda _: found.append("given up"))
    stints.stop()
    stints.stop()
    stints._go_on()
    qtbot.wait(100)
    assert found == [3]


def test_work_that_fails_has_no_more_turns(qtbot: QtBot, qapp: QCoreApplication) -> None:
    def fail() -> Slices[None]:
        yield
        raise ZeroDivisionError

    stints = Stints(QObject(qapp))
    with pytest.raises(ZeroDivisionError):
        stints.start(fail(), lambda _: pytest.fail("it did not end"))
    assert not stints.busy
    qtbot.wait(20)
