import errno
import os
import stat
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from caseviewer.notes import locking
from caseviewer.notes.locking import HeldError, locked
from tests.killing import killed_after, python_program

HOLDER = """
import sys, time
from pathlib import Path
from caseviewer.notes.locking import locked
with locked(Path(sys.argv[1]), 5):
    print("ready", flush=True)
    time.sleep(30)
"""


def test_one_at_a_time_holds_it(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path, 0), pytest.raises(HeldError), locked(path, 0.05):
        pass
    with locked(path, 0):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == b""


def test_who_waits_gets_it_when_it_is_let_go(tmp_path: Path) -> None:
    path, order = tmp_path / ".lock", []

    def hold() -> None:
        with locked(path, 0):
            order.append("held")
            time.sleep(0.1)
            order.append("let go")

    thread = threading.Thread(target=hold)
    thread.start()
    while not order:
        time.sleep(0.001)
    with locked(path, 10):
        order.append("mine")
    thread.join()
    assert order == ["held", "let go", "mine"]


def test_it_is_let_go_when_something_fails_and_when_its_holder_dies(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with pytest.raises(ZeroDivisionError), locked(path, 0):
        raise ZeroDivisionError
    death = killed_after(python_program(HOLDER, str(path)), 0.05)
    assert death.killed
    with locked(path, 0):
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system hands no open files on")
def test_a_program_that_is_being_started_meanwhile_does_not_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copies = tmp_path / ".lock", []
    opened = os.open

    def open_and_hand_on(*given: Any) -> int:
        handle = opened(*given)
        copies.append(os.dup(handle))  # what a fork has until another program runs in it
        return handle

    monkeypatch.setattr(os, "open", open_and_hand_on)
    for error in (None, ZeroDivisionError):
        with suppress(ZeroDivisionError), locked(path, 0):
            if error is not None:
                raise error
    with locked(path, 0):
        pass
    for copy in copies:
        os.close(copy)


def test_where_no_file_can_be_made_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "none" / ".lock", 0):
        pass


def test_where_a_file_system_knows_no_locks_nothing_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "_LOCK", refuse)
    with locked(tmp_path / ".lock", 0), locked(tmp_path / ".lock", 0):
        pass


def test_another_system_locks_in_its_own_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[int, int]] = []
    windows = ModuleType("msvcrt")
    windows.LK_NBLCK = 2  # type: ignore[attr-defined]

    def lock(handle: int, mode: int, count: int) -> None:
        taken.append((mode, count))
        if len(taken) > 1:
            raise OSError(errno.EACCES, "Permission denied")

    windows.locking = lock  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "msvcrt", windows)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert locking._way() is locking._lock_by_windows
    monkeypatch.setattr(locking, "_LOCK", locking._way())
    with locked(tmp_path / ".lock", 0), pytest.raises(HeldError), locked(tmp_path / ".lock", 0):
        pass
    assert taken == [(2, 1), (2, 1)]
