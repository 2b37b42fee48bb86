"""One program at a time: a lock that the system takes back when its holder dies."""

import importlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EAGAIN, EDEADLK
from pathlib import Path

_PAUSE = 0.01
_HELD = frozenset({EACCES, EAGAIN, EDEADLK})


class HeldError(Exception):
    """Another program holds the lock, and did not let go of it in time."""


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of that path; wait for it so many seconds at most, then `HeldError`.

    The file stays there: it is empty, and to take it away would let two hold it at once. Raises
    OSError where it cannot be made. Where a file system knows no locks, nothing is held.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        end = time.monotonic() + seconds
        while not _taken(handle):
            if time.monotonic() >= end:
                raise HeldError
            time.sleep(_PAUSE)
        yield
    finally:
        _let_go(handle)
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        _LOCK(handle)
    except OSError as error:
        return error.errno not in _HELD
    return True


def _let_go(handle: int) -> None:
    """Unlock a file before it is closed, which is not enough.

    A program that another thread is starting has the file open, too, until it runs. Windows hands
    nothing on, and unlocks what is closed.
    """
    with suppress(ImportError, OSError):
        fcntl = importlib.import_module("fcntl")
        fcntl.flock(handle, fcntl.LOCK_UN)


def _lock_by_flock(handle: int) -> None:
    fcntl = importlib.import_module("fcntl")
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_by_windows(handle: int) -> None:
    msvcrt = importlib.import_module("msvcrt")
    msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)


def _way() -> Callable[[int], None]:
    """How this system locks a file."""
    with suppress(ImportError):
        importlib.import_module("fcntl")
        return _lock_by_flock
    return _lock_by_windows


_LOCK = _way()
