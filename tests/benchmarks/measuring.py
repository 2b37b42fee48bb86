"""Measuring both sides in turn, and handing the samples to pytest-benchmark.

A sample often comes from another process, or is the part of a step up to its repaint. So
the benchmarks measure for themselves and then play the samples back: pytest-benchmark's
timer is a clock that each sample moves on by its own length.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.figures import Figure, Results

ROOT = Path(__file__).parent.parent.parent
PROGRAMS = Path(__file__).parent / "programs"
PATIENCE = 300
"""How long a program may take before it is ended, in seconds."""

_ready = [0.0]


def played_back() -> float:
    """The timer of pytest-benchmark, in seconds; only samples move it."""
    return _ready[0]


@dataclass(slots=True)
class Bench:
    """One benchmark: keeps its samples for pytest-benchmark, its figures for the table."""

    group: str
    fixture: BenchmarkFixture
    results: Results

    def keep(self, samples: Sequence[float]) -> None:
        """Hand the samples over, in seconds; once in each benchmark."""
        left = iter(samples)

        def play() -> None:
            _ready[0] += next(left)

        self.fixture.pedantic(play, rounds=len(samples))  # type: ignore[no-untyped-call]

    def tell(
        self, what: str, value: float, unit: str, *, goal: float | None = None, note: str = ""
    ) -> None:
        """Put a figure into the table and beside the samples."""
        figure = Figure(self.group, what, value, unit, goal, note)
        self.results.figures.append(figure)
        self.fixture.extra_info.setdefault("figures", []).append(figure.as_json())

    def leave_out(self, reason: str) -> None:
        """Tell of something that could not be measured."""
        if reason not in self.results.left_out:
            self.results.left_out.append(reason)


def timed(step: Callable[[], object]) -> float:
    """How many seconds a step takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def in_turn(rounds: int, *sides: Callable[[], float]) -> list[list[float]]:
    """The samples of each side; every round asks each of them once."""
    samples: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds):
        for kept, side in zip(samples, sides, strict=True):
            kept.append(side())
    return samples


@dataclass(frozen=True, slots=True)
class Run:
    """What a program of its own said: each word with the seconds from its start to the line."""

    at: dict[str, float]
    values: dict[str, float]

    def painted(self, mark: str) -> float:
        """Seconds from the start of the program until what the mark names was painted."""
        return self.at[mark] - self.values[mark]


def _environment() -> dict[str, str]:
    """Modules are compiled once, as when they are installed, whatever is asked of other runs."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_AS_INSTALLED}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bytecode"),
    }


_NOT_AS_INSTALLED = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONTRACEMALLOC"})


def run(program: str, *arguments: str) -> Run:
    """Run one of the programs beside; it prints a line for each mark: a word and a value.

    Time is taken where a line arrives, so that one clock measures everything from before
    the process exists. A mark of painting has as its value how long ago that was.
    """
    command = [sys.executable, str(PROGRAMS / f"{program}.py"), *arguments]
    at: dict[str, float] = {}
    values: dict[str, float] = {}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=said, env=_environment(), cwd=ROOT
        ) as process:
            patience = threading.Timer(PATIENCE, process.kill)
            patience.start()
            for line in process.stdout or ():
                arrived = time.perf_counter() - start
                mark, _, value = line.decode().strip().partition(" ")
                values[mark] = float(value)
                at[mark] = arrived
        patience.cancel()
        said.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{program} ended with {process.returncode}: {said.read().decode()}")
    return Run(at, values)
