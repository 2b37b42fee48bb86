"""Other programs, run beside this one with limits of time and of what they may answer."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import IO, cast

Stop = Callable[[], bool]
"""Whether work should be given up."""

_LOOK_SECONDS = 0.1
_STEP = 64 * 1024
_TOLD = 64 * 1024


def never() -> bool:
    """For work that goes on to its end."""
    return False


class Fault(Enum):
    """Why a program gave no answer at all."""

    NOT_STARTED = "not started"
    NOT_NEEDED = "not needed"
    TOO_LONG = "too long"
    TOO_MUCH = "too much"


class RunError(Exception):
    """A program gave no answer; `reason` is the system's word where it was not started."""

    def __init__(self, fault: Fault, reason: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a program may work, in seconds, and how many bytes it may answer."""

    seconds: float
    output: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, its output, and the first of what it complained of."""

    code: int
    output: bytes
    told: bytes


def run(
    command: Sequence[str], parts: Sequence[bytes], limits: Limits, should_stop: Stop = never
) -> Ended:
    """Run a program on an input that is given in parts, and wait for it; may raise `RunError`.

    should_stop: is asked several times a second, and ends the program when it says so.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, and no shell reads it
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise RunError(Fault.NOT_STARTED, error.strerror or type(error).__name__) from None
    # Each stream has a thread: what is read is bounded, and what is written blocks nobody.
    feeding = threading.Thread(target=_feed, args=(process.stdin, parts), daemon=True)
    output = _Taken(process.stdout, limits.output)
    told = _Taken(process.stderr, _TOLD)
    process.stdin = process.stdout = process.stderr = None  # the threads close them
    feeding.start()
    with process:
        try:
            _wait(process, output, limits, should_stop)
        finally:
            process.kill()
    told.finish()
    return Ended(process.returncode, output.content(), told.content())


def _wait(
    process: subprocess.Popen[bytes], output: "_Taken", limits: Limits, should_stop: Stop
) -> None:
    end = time.monotonic() + limits.seconds
    while True:
        output.finish(_LOOK_SECONDS)
        if output.full:
            raise RunError(Fault.TOO_MUCH)
        if output.finished:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_SECONDS)
                return
        if should_stop():
            raise RunError(Fault.NOT_NEEDED)
        if time.monotonic() > end:
            raise RunError(Fault.TOO_LONG)


class _Taken:
    """What a stream gives, up to a limit; what comes after that is let go."""

    def __init__(self, stream: IO[bytes] | None, limit: int) -> None:
        self._stream = cast("IO[bytes]", stream)
        self._limit = limit
        self._content = bytearray()
        self.full = False
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    @property
    def finished(self) -> bool:
        return not self._thread.is_alive()

    def finish(self, seconds: float = 1.0) -> None:
        """Wait for the end of the stream, but not for ever: a grandchild may hold it open."""
        self._thread.join(seconds)

    def content(self) -> bytes:
        return bytes(self._content)

    def _take(self) -> None:
        with self._stream as stream:
            while chunk := os.read(stream.fileno(), _STEP):
                room = self._limit - len(self._content)
                self._content += chunk[:room]
                self.full = self.full or len(chunk) > room


def _feed(stream: IO[bytes], parts: Sequence[bytes]) -> None:
    with suppress(OSError), stream:  # the program may end before it has read everything
        for part in parts:
            stream.write(part)


def _environment() -> dict[str, str]:
    """Nothing of the user's that could lead a program elsewhere."""
    kept = {"SYSTEMROOT", "TEMP", "TMP", "TMPDIR"}
    found = {name: value for name, value in os.environ.items() if name.upper() in kept}
    return {**found, "LANG": "C.UTF-8"}
