"""Watches a file for being opened, and the program for calling others."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from caseviewer.citations.engine import pandoc_path
from caseviewer.documents.reading_process import worker_command

AVAILABLE = sys.platform == "linux"

_IN_ACCESS = 0x0000_0001
_IN_OPEN = 0x0000_0020
_NOT_WAITING = os.O_NONBLOCK if hasattr(os, "O_NONBLOCK") else 0


_CALLS = frozenset(
    {
        "os.exec",
        "os.posix_spawn",
        "os.startfile",
        "os.system",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.sendto",
        "subprocess.Popen",
        "webbrowser.open",
    }
)
_listeners: list[list[str]] = []


ENGINE = "the engine for citations, in its sandbox"
READER = "the reader of documents, in its own process"


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _CALLS and _listeners:
        told = _told(event, arguments)
        for heard in _listeners:
            if not _is_its_other_half(event, told, heard):
                heard.append(told)


def _told(event: str, arguments: tuple[Any, ...]) -> str:
    """The event, or which of the two programs is started that may be: each reads no file."""
    if event not in {"subprocess.Popen", "os.posix_spawn"}:
        return event
    command = [os.fsdecode(word) for word in arguments[1]]
    if command[0] == str(pandoc_path()) and "--sandbox" in command:
        return ENGINE
    return READER if command == worker_command() else event


def _is_its_other_half(event: str, told: str, heard: list[str]) -> bool:
    """Whether `subprocess` told of this start already: since Python 3.13 it spawns by `os`."""
    if event != "os.posix_spawn" or not heard:
        return False
    return heard[-1] == (told if told in {ENGINE, READER} else "subprocess.Popen")


@cache
def _install() -> None:
    sys.addaudithook(_hear)  # it cannot be taken out again, only be deaf


@contextmanager
def calls_to_other_machines_and_programs() -> Iterator[list[str]]:
    """What Python is asked to do beyond this program while it lasts."""
    _install()
    heard: list[str] = []
    _listeners.append(heard)
    try:
        yield heard
    finally:
        _listeners[:] = [other for other in _listeners if other is not heard]


class Watch:
    """An inotify watch, as the system's library offers it."""

    def __init__(self, path: Path) -> None:
        library = ctypes.CDLL(None, use_errno=True)
        self._handle = library.inotify_init1(_NOT_WAITING)
        if self._handle < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        name = os.fsencode(path)
        if library.inotify_add_watch(self._handle, name, _IN_ACCESS | _IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "inotify_add_watch")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._handle)

    def touched(self) -> bool:
        """Whether the file was opened or read since the last look."""
        try:
            return bool(os.read(self._handle, 4_096))
        except BlockingIOError:
            return False
