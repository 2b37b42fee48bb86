"""Finding in the window.

A case of 100,000 records. Time runs from the key in the search field until the hits are painted;
beside it, the longest time for which the window answered nothing. Go to is measured alike. What
the first search waits for, the reading of all records, is measured once.
"""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.widgets.search_field import SearchField
from tests.benchmarks.conftest import CaseFile
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench
from tests.benchmarks.windows import rest, wait_until, window_with
from tests.ui.kit import case_view

RECORDS = 100_000
TYPED = ("detainees", "register 119", '"border guards"', "party:kazakhstan kind:event", "zzqx")
"""Words of what is generated, operators, and words that stand nowhere."""
FRAME_MS = 16
STEPS = 60


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, case_file: CaseFile, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window with a case of 100,000 records."""
    with window_with(qapp, case_file(RECORDS), tmp_path_factory.mktemp("preferences")) as made:
        yield made


class Pulse:
    """Notes how long the window is kept from answering, at its longest."""

    def __init__(self, app: QApplication, interval: int = 0) -> None:
        self._beats: list[float] = []
        self._timer = QTimer(app, interval=interval)
        self._timer.timeout.connect(lambda: self._beats.append(time.perf_counter()))

    def start(self) -> None:
        self._beats = [time.perf_counter()]
        self._timer.start()

    def stop(self) -> float:
        """The longest time between two answers, in seconds."""
        self._timer.stop()
        self._beats.append(time.perf_counter())
        return max(later - earlier for earlier, later in pairwise(self._beats))


def test_getting_ready(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    reading, pulse = window.desk.finding.reading, Pulse(qapp, interval=1)
    start = time.perf_counter()
    window.desk.handlers["find"]()
    qapp.processEvents()
    opening = time.perf_counter() - start
    pulse.start()
    while reading.search is None:  # the window rests, as it does while nobody does anything
        qapp.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    taken, blocked = time.perf_counter() - start, pulse.stop()
    rest(qapp)
    bench.keep([taken])
    bench.tell("key to the open search painted", opening * 1000, "ms", goal=100)
    bench.tell("all records read, beside the window", taken * 1000, "ms")
    bench.tell("meanwhile blocked", blocked * 1000, "ms", goal=FRAME_MS)


def test_typing(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    finding, frame = window.desk.finding, case_view(window).search
    window.desk.handlers["find"]()
    wait_until(qapp, lambda: finding.reading.search is not None)

    def is_answered() -> bool:
        return finding.search._answered == frame.field.text() and not _busy(window)

    samples, blocked = _typed(qapp, frame.field, is_answered)
    bench.keep([taken for taken, _ in samples])
    _tell(bench, "hits", samples, blocked)


def test_steps(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    """From hit to hit, across tabs: each shows a record with what was found marked on its page."""
    finding, frame = window.desk.finding, case_view(window).search
    window.desk.handlers["find"]()
    frame.field.setText("detainees")
    wait_until(qapp, lambda: finding.search._answered == "detainees" and not _busy(window))
    samples: list[float] = []
    count = frame.panel.list.hits.hits
    for at in range(STEPS):
        frame.panel.list.go_to(at * (count // STEPS))
        rest(qapp)
        start = time.perf_counter()
        window.desk.handlers["find_next"]()
        qapp.processEvents()
        samples.append(time.perf_counter() - start)
    bench.keep(samples)
    note = f"among {count:,} hits"
    bench.tell("F3 to record painted, middle", middle(samples) * 1000, "ms", note=note)
    bench.tell("F3 to record painted, worst", max(samples) * 1000, "ms")


def test_go_to(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    going = window.desk.finding.go_to
    window.desk.handlers["go_to"]()
    wait_until(qapp, lambda: window.desk.finding.reading.search is not None)
    popup = going._popup
    assert popup is not None

    def is_answered() -> bool:
        return going._answered == popup.field.text() and not going._stints.busy

    samples, blocked = _typed(qapp, popup.field, is_answered)
    bench.keep([taken for taken, _ in samples])
    _tell(bench, "goals", samples, blocked)
    popup.hide()


def _busy(window: MainWindow) -> bool:
    search = window.desk.finding.search
    return search._stints.busy or search._typing.isActive()


def _typed(
    app: QApplication, field: SearchField, is_answered: Callable[[], bool]
) -> tuple[list[tuple[float, str]], list[float]]:
    """Type words and take them away again: how long each key takes, and blocks the window."""
    samples: list[tuple[float, str]] = []
    blocked: list[float] = []
    pulse = Pulse(app)
    field.clear()
    app.processEvents()
    for words in TYPED:
        for letter in (*words, *[""] * (len(words) - 1)):
            rest(app)
            pulse.start()
            start = time.perf_counter()
            QTest.keyClicks(field, letter)
            if not letter:
                QTest.keyClick(field, Qt.Key.Key_Backspace)
            wait_until(app, is_answered)
            app.processEvents()  # what the answer changed is painted
            samples.append((time.perf_counter() - start, field.text()))
            blocked.append(pulse.stop())
        field.clear()
        rest(app)
    return samples, blocked


def _tell(bench: Bench, what: str, samples: list[tuple[float, str]], blocked: list[float]) -> None:
    taken, (worst, words) = [seconds for seconds, _ in samples], max(samples)
    bench.tell(f"key to {what} painted, middle", middle(taken) * 1000, "ms", goal=30)
    bench.tell(f"key to {what} painted, p95", share(taken, 0.95) * 1000, "ms")
    bench.tell(f"key to {what} painted, worst", worst * 1000, "ms", note=f"“{words}”")
    bench.tell("window blocked, middle", middle(blocked) * 1000, "ms", goal=FRAME_MS)
    bench.tell("window blocked, p95", share(blocked, 0.95) * 1000, "ms", goal=FRAME_MS)
    bench.tell("window blocked, worst", max(blocked) * 1000, "ms", goal=FRAME_MS)
