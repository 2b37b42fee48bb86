import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from caseviewer.ui import background
from caseviewer.ui.background import Job, wait_for_all


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
    qtbot.wait(0)
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
