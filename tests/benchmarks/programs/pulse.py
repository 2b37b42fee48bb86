"""A timer that tells for how long a window could not answer."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui import background
from caseviewer.ui.main_window import MainWindow
from tests.benchmarks.programs.marks import tell
from tests.benchmarks.programs.our_painting import on_case_frame

RESTING_TICKS = 100
BLOCKED = 0.016


class Pulse(QObject):
    """Keeps the longest time between two ticks, for each phase of the opening."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = self._start = time.perf_counter()
        self._resting = 0
        self._longest = {"loading": 0.0, "reading": 0.0, "showing": 0.0, "list": 0.0}
        self._blocked = dict.fromkeys(self._longest, 0)
        self._phase = "loading"
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Tick until the window is at rest, then tell and close it."""
        self._last = time.perf_counter()
        self._window.painted.connect(self._loaded)
        self._timer.start()

    def _loaded(self) -> None:
        """What works with cases was loaded, and reading has begun."""
        self._tick()
        self._phase = "reading"
        self._start = self._last
        self._window.desk.opener.opened.connect(self._read)
        on_case_frame(self._window, self._painted)

    def _read(self) -> None:
        """The case was read by the last tick, and has been shown since."""
        tell("read", self._last - self._start)
        self._phase = "showing"
        self._tick()

    def _painted(self, window: MainWindow, _ago: float) -> None:
        self._tick()
        tell("painted", self._last - self._start)
        self._phase = "list"
        window.desk.session.go(Target(tab=Tab.CHRONOLOGY))

    def _tick(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last, now
        self._longest[self._phase] = max(self._longest[self._phase], gap)
        self._blocked[self._phase] += gap > BLOCKED
        quiet = self._phase == "list" and gap < BLOCKED and background.wait_for_all(0)
        self._resting = self._resting + 1 if quiet else 0
        if self._resting == RESTING_TICKS:
            self._end(now - self._start)

    def _end(self, seconds: float) -> None:
        tell("idle", seconds)
        for phase, longest in self._longest.items():
            tell(phase, longest)
            tell(f"{phase}_blocks", self._blocked[phase])
        self._timer.stop()
        self._window.close()


class CheckingPulse(QObject):
    """Keeps the longest time between two ticks while a case is checked, and shown again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = self._start = 0.0
        self._resting = 0
        self._longest = {"checking": 0.0, "telling": 0.0}
        self._blocked = dict.fromkeys(self._longest, 0)
        self._phase = "checking"
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Wait for the case to be painted, tick until all is told, then close the window."""
        self._window.painted.connect(lambda: on_case_frame(self._window, self._painted))

    def _painted(self, window: MainWindow, _ago: float) -> None:
        if not window.desk.checker.busy:
            raise RuntimeError("the case was checked before it was painted")
        window.desk.checker.checked.connect(self._checked)
        self._last = self._start = time.perf_counter()
        self._timer.start()

    def _checked(self) -> None:
        """What came of it was shown since the last tick."""
        tell("took", self._last - self._start)
        self._phase = "telling"
        self._tick()

    def _tick(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last, now
        self._longest[self._phase] = max(self._longest[self._phase], gap)
        self._blocked[self._phase] += gap > BLOCKED
        quiet = self._phase == "telling" and gap < BLOCKED and background.wait_for_all(0)
        self._resting = self._resting + 1 if quiet else 0
        if self._resting == RESTING_TICKS:
            self._end()

    def _end(self) -> None:
        for phase, longest in self._longest.items():
            tell(phase, longest)
            tell(f"{phase}_blocks", self._blocked[phase])
        self._timer.stop()
        self._window.close()
