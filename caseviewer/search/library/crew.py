"""The processes that read cases for the index, and what happens when one of them dies."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Lock, Thread
from typing import IO, cast

from caseviewer.formatting.translate import tr
from caseviewer.search.library.entries import Entry, Job, Outcome, read_entry

_AHEAD = 2
"""So many jobs a process has at once: it reads one while the other's entry is on its way."""
_WAITING = 8
_LOOK_SECONDS = 0.1
_MOST_DEATHS = 20

# This very package is loaded, whatever else of its name is installed, and nothing beside it.
_START = """
import importlib.util, os, sys
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
folder = sys.argv[1]
spec = importlib.util.spec_from_file_location(
    "caseviewer", folder + "/__init__.py", submodule_search_locations=[folder]
)
sys.modules["caseviewer"] = importlib.util.module_from_spec(spec)
from caseviewer.search.library.worker import main
main(sys.stdin.buffer, sys.stdout.buffer)
"""

Result = tuple[Job, Entry]


class CrewError(Exception):
    """No process could be started, or they die one after the other; a sentence for people."""


def worker_command() -> list[str]:
    """The command of a process: this Python without anything of the user's or the folder."""
    package = Path(__file__).resolve().parent.parent.parent
    return [sys.executable, "-I", "-W", "ignore", "-c", _START, str(package)]


class Crew:
    """Some processes that share the jobs of one refresh."""

    def __init__(self, count: int, command: Sequence[str] | None = None) -> None:
        """Start nothing yet; `count` processes read at once."""
        self._count = count
        self._command = command or worker_command()
        self._lock = Lock()
        self._again: deque[Job] = deque()
        self._jobs: Iterator[Job] = iter(())
        self._results: Queue[Result | CrewError | None] = Queue(_WAITING)
        self._running: set[subprocess.Popen[bytes]] = set()
        self._deaths = 0
        self._over = False

    def entries(
        self, jobs: Iterable[Job], may_go_on: Callable[[], bool]
    ) -> Generator[Result, None, None]:
        """The entries of all jobs as they come; ends early where it may not go on."""
        self._jobs = iter(jobs)
        threads = [Thread(target=self._tend, daemon=True) for _ in range(self._count)]
        for thread in threads:
            thread.start()
        try:
            left = len(threads)
            while left and may_go_on():
                with suppress(Empty):
                    found = self._results.get(timeout=_LOOK_SECONDS)
                    if found is None:
                        left -= 1
                    elif isinstance(found, CrewError):
                        raise found
                    else:
                        yield found
        finally:
            self._end(threads)

    def _end(self, threads: Sequence[Thread]) -> None:
        self._over = True
        with self._lock:
            for process in self._running:
                process.kill()
        for thread in threads:
            while thread.is_alive():
                with suppress(Empty):  # it may wait for room
                    self._results.get_nowait()
                thread.join(_LOOK_SECONDS / 10)

    # In the thread of each process

    def _tend(self) -> None:
        try:
            while not self._over and (job := self._next()) is not None:
                self._work(job)
        except CrewError as error:
            self._results.put(error)
        finally:
            self._results.put(None)

    def _next(self) -> Job | None:
        with self._lock:
            if self._again:
                return self._again.popleft()
            return next(self._jobs, None)

    def _work(self, first: Job) -> None:
        """Let one process work until there are no more jobs, or it dies."""
        given = deque([first])
        process = self._started()
        source, target = _streams(process)
        try:
            self._talk(given, source, target)
        except (OSError, EOFError, ValueError):
            self._buried(given)
        finally:
            process.kill()
            with self._lock:
                self._running.discard(process)
            process.wait()
            for stream in (source, target):
                with suppress(OSError):  # what was to be written may still wait in it
                    stream.close()

    def _talk(self, given: deque[Job], source: IO[bytes], target: IO[bytes]) -> None:
        target.write(given[0].to_line())
        target.flush()
        while given:
            while len(given) < _AHEAD and (job := self._next()) is not None:
                given.append(job)
                target.write(job.to_line())
                target.flush()
            entry = read_entry(source)
            self._results.put((given.popleft(), entry))

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(  # noqa: S603 - the command is ours, and no shell reads it
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            words = tr("The process that reads cases could not be started: {reason}.")
            raise CrewError(words.format(reason=reason)) from None
        with self._lock:
            self._running.add(process)
            if self._over:
                process.kill()
        return process

    def _buried(self, given: deque[Job]) -> None:
        """A process died: the case that it read is broken, the others are given to another one."""
        if self._over or not given:
            return
        with self._lock:
            self._deaths += 1
            self._again.extend(list(given)[1:])
            deaths = self._deaths
        if deaths > _MOST_DEATHS:
            raise CrewError(
                tr("The processes that read cases broke down {count} times.", count=deaths)
            )
        self._results.put((given[0], Entry(Outcome.BROKEN, _death_words())))


def _death_words() -> str:
    return tr(
        "The process that read it broke down: the case needs too much memory, or was made to do"
        " harm, or the process was ended from outside."
    )


def _streams(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    return cast("IO[bytes]", process.stdout), cast("IO[bytes]", process.stdin)


def _environment() -> dict[str, str]:
    """Nothing of the user's that could lead a program elsewhere."""
    kept = {"SYSTEMROOT", "TEMP", "TMP", "TMPDIR"}
    found = {name: value for name, value in os.environ.items() if name.upper() in kept}
    return {**found, "LANG": "C.UTF-8"}
