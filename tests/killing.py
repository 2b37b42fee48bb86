"""Runs a program again and again and kills it at random moments, with a check after each death.

The program prints a line that holds `READY` alone when its work begins: moments are counted from
there, as the start of Python tells nothing. They are spread evenly over the time that a whole run
takes, and the same seed draws the same ones. Nothing is asked of the program: SIGKILL cannot be
caught, and what it has started is left to notice by itself.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent
READY = "ready"
_LONGEST = 60.0


@dataclass(frozen=True)
class Death:
    """How a run ended; `killed` is False where it was done before its moment came."""

    number: int
    after: float
    killed: bool
    output: str
    errors: str


def python_program(source: str, *arguments: str) -> list[str]:
    """The command that runs a program given as text; it can import caseviewer and tests."""
    return [sys.executable, "-c", source, *arguments]


def seconds_of(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """How long a run takes from `READY` to its end, if nothing hinders it."""
    with _started(command, env) as (running, _):
        began = time.perf_counter()
        output, errors = running.communicate(timeout=_LONGEST)
        took = time.perf_counter() - began
    assert running.returncode == 0, (running.returncode, output, errors)
    return took


def killed_after(
    command: Sequence[str], seconds: float, env: Mapping[str, str] | None = None, number: int = 0
) -> Death:
    """Run a program and kill it so many seconds after it was ready, unless it is done before."""
    with _started(command, env) as (running, before):
        with suppress(subprocess.TimeoutExpired):
            running.wait(seconds)
        running.kill()
        output, errors = running.communicate()
    if running.returncode not in (0, -signal.SIGKILL):
        raise AssertionError((running.returncode, output, errors))
    return Death(number, seconds, running.returncode != 0, before + output, errors)


def kill_at_random(
    command: Sequence[str],
    check: Callable[[Death], None],
    *,
    kills: int,
    seed: int,
    prepare: Callable[[], None] = lambda: None,
    longest: float | None = None,
    env: Mapping[str, str] | None = None,
) -> list[Death]:
    """Run a program so many times, kill it each time, and call `check` after each death.

    prepare: called before each run, also before the one that is measured. longest: seconds over
    which the moments are spread; as long as a whole run takes, unless told.
    """
    if longest is None:
        prepare()
        longest = seconds_of(command, env)
    deaths = []
    for number, moment in enumerate(moments(kills, longest, seed)):
        prepare()
        deaths.append(killed_after(command, moment, env, number))
        check(deaths[-1])
    return deaths


def moments(count: int, longest: float, seed: int) -> list[float]:
    """So many moments, one in each equal part of a time, in a random order."""
    drawing = random.Random(seed)  # noqa: S311  # a seed, so that a failure comes again
    found = [(at + drawing.random()) * longest / count for at in range(count)]
    drawing.shuffle(found)
    return found


@contextmanager
def _started(
    command: Sequence[str], env: Mapping[str, str] | None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A program that is ready, and what it printed before."""
    running = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**_unmeasured(os.environ), **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with running:
        try:
            assert running.stdout is not None
            yield running, _until_ready(running, running.stdout)
        finally:
            running.kill()


def _unmeasured(environment: Mapping[str, str]) -> dict[str, str]:
    """Without what lets coverage measure a program: killed, it leaves half a file of data."""
    return {name: value for name, value in environment.items() if not name.startswith("COVERAGE_")}


def _until_ready(running: subprocess.Popen[str], output: IO[str]) -> str:
    before = ""
    for line in output:
        if line.strip() == READY:
            return before
        before += line
    _, errors = running.communicate()
    raise AssertionError((f"ended before it was {READY}", running.returncode, before, errors))
