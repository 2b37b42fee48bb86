"""Engines for tests of the window: one that is watched, and some that are broken."""

import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from caseviewer.citations import engine
from caseviewer.citations.engine import EngineError
from caseviewer.processes import Stop

LONG = 10
"""How long a call is held back at most, in seconds."""


class Watched:
    """The engine as it is, with its calls counted, and held back while `free` is not set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self.free = threading.Event()
        self.free.set()
        self._run: Callable[[list[str], bytes, float, Stop], bytes] = engine.run_pandoc
        monkeypatch.setattr(engine, "run_pandoc", self._watch)

    def _watch(self, options: list[str], source: bytes, seconds: float, should_stop: Stop) -> bytes:
        self.calls += 1
        self.free.wait(LONG)
        return self._run(options, source, seconds, should_stop)


def script(monkeypatch: pytest.MonkeyPatch, folder: Path, body: str) -> None:
    """Put a program in the place of the engine."""
    path = folder / "pandoc"
    path.write_text(f"#!{sys.executable}\n{body}\n", "utf-8")
    path.chmod(stat.S_IRWXU)
    monkeypatch.setattr(engine, "pandoc_path", lambda: path)


def _missing(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    def none() -> Path:
        raise EngineError("The engine for citations (pandoc) is not installed.")

    monkeypatch.setattr(engine, "pandoc_path", none)


def _gone(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(engine, "pandoc_path", lambda: folder / "none")


def _killed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    script(monkeypatch, folder, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")


def _failing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    script(monkeypatch, folder, "import sys; sys.exit('<b>too much</b>')")


def _garbage(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    script(monkeypatch, folder, "print('<html>')")


def _silent(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    script(monkeypatch, folder, "print('{\"blocks\": []}')")


def _hanging(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    script(monkeypatch, folder, "import time; time.sleep(60)")
    monkeypatch.setattr(engine, "_BASE_SECONDS", 0.2)
    monkeypatch.setattr(engine, "_SECONDS_A_CITATION", 0.0)


BROKEN: dict[str, tuple[Callable[[pytest.MonkeyPatch, Path], None], str]] = {
    "missing": (_missing, "(pandoc) is not installed"),
    "gone": (_gone, "could not be started"),
    "killed": (_killed, "was ended from outside before it was done"),
    "failing": (_failing, "gave up: <b>too much</b>"),
    "garbage": (_garbage, "gave an answer that cannot be read"),
    "silent": (_silent, "left citations out"),
    "hanging": (_hanging, "was stopped, as it took more than 0 seconds"),
}
"""What may be wrong with the engine, how to bring it about, and what is said of it."""
