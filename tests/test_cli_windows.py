"""The command line and Qt: when it is loaded, and what is said where it cannot be."""

import importlib.abc
import importlib.machinery
import importlib.metadata
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from typing_extensions import override

from caseviewer import cli
from caseviewer.screen import Obstacle
from tests.commands import SAMPLES, run, sound

Captured = pytest.CaptureFixture[str]


# What is loaded


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", str(SAMPLES[0])], 0),
        (["check", str(SAMPLES[0]), "--json"], 0),
        (["check", "no such case"], 2),
        (["show", str(SAMPLES[0])], 0),
        (["show", str(SAMPLES[0]), "--json"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["render", "--help"], 0),
        (["--version"], 0),
    ],
)
def test_qt_is_loaded_for_windows_and_pictures_only(arguments: list[str], code: int) -> None:
    script = (
        "import sys; from caseviewer.cli import main\n"
        "try: code = main(sys.argv[1:])\n"
        "except SystemExit as ended: code = ended.code\n"
        "print(code, [name for name in ('PySide6', 'shiboken6') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == f"{code} []"


def test_help_loads_no_reader_and_a_check_no_tables() -> None:
    script = (
        "import sys; from caseviewer.cli import main\n"
        "assert 'pydantic' not in sys.modules\n"
        "assert main(['check', sys.argv[1]]) == 0\n"
        "assert 'pycountry' not in sys.modules"
    )
    command = [sys.executable, "-c", script, str(SAMPLES[1])]  # its countries are invented
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""


# Windows


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The paths that windows were opened for."""
    paths: list[Sequence[str]] = []

    def remember(given: Sequence[str]) -> int:
        paths.append(given)
        return 0

    monkeypatch.setattr("caseviewer.app.run", remember)
    monkeypatch.setattr(cli, "find_obstacle", lambda: None)
    return paths


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ([], []),
        (["a.json"], ["a.json"]),
        (["a", "b"], ["a", "b"]),
        (["./check"], ["./check"]),
        (["a", "check"], ["a", "check"]),
        (["--", "show"], ["show"]),
        (["--", "-a.json"], ["-a.json"]),
    ],
)
def test_paths_open_windows(
    arguments: list[str], paths: list[str], opened: list[Sequence[str]]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    assert cli.main(arguments) == 0
    assert opened == [paths]
    assert signal.getsignal(signal.SIGINT) is before


def test_an_option_that_is_not_known_is_told(opened: list[Sequence[str]], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--fast"])
    assert ended.value.code == 2
    assert "--fast" in capsys.readouterr().err
    assert opened == []


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a screen")
@pytest.mark.parametrize("display", ["", ":7831", "nowhere.invalid:x"])
def test_without_a_screen_a_sentence_says_what_can_be_done(display: str) -> None:
    nothing = {"QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": "", "WAYLAND_SOCKET": ""}
    ran = run(str(SAMPLES[0]), DISPLAY=display, **nothing)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    if "library" not in ran.stderr:
        for words in ("no screen", "caseviewer show PATH", "caseviewer render PATH --out DIR"):
            assert words in ran.stderr


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(cli, "find_obstacle", lambda: Obstacle("libxcb-cursor.so.0"))
    assert cli.main([]) == 2
    words = capsys.readouterr().err
    assert "libxcb-cursor.so.0 is missing" in words
    assert "apt-get install libxcb-cursor0)" in words
    assert "caseviewer show PATH" in words


class Unloadable(importlib.abc.MetaPathFinder):
    """Lets a module fail as Qt does where the system lacks something."""

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        self.message = message

    @override
    def find_spec(
        self, fullname: str, path: object, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname == self.name:
            raise ImportError(self.message)
        return None


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "libEGL.so.1: cannot open shared object file: No such file or directory",
            "The system library libEGL.so.1 is missing or cannot be used.",
        ),
        ("No module named 'PySide6'", "Qt could not be loaded (No module named 'PySide6')."),
        (
            "DLL load failed while importing QtWidgets: The specified module could not be found.",
            "Qt could not be loaded (DLL load failed",
        ),
        ("/lib/QtGui.abi3.so: undefined symbol: x", "Qt could not be loaded (/lib/QtGui"),
    ],
)
@pytest.mark.parametrize("command", ["open", "render"])
def test_qt_that_does_not_load_is_explained(
    command: str,
    message: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: Captured,
) -> None:
    name = {"open": "caseviewer.app", "render": "caseviewer.ui.render"}[command]
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [Unloadable(name, message), *sys.meta_path])
    monkeypatch.setattr(cli, "find_obstacle", lambda: None)
    path = sound(tmp_path)
    given = [path] if command == "open" else ["render", path, "--out", str(tmp_path)]
    assert cli.main(given) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(words)
    assert "caseviewer show PATH" in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libwayland-client.so.0", "libwayland-client0"),
        ("libfoo2.so.1", "libfoo2-1"),
        ("libodd_name.so", "libodd-name"),
    ],
)
def test_packages_are_named_by_debians_rule(library: str, package: str) -> None:
    assert cli.debian_package(library) == package


# Version


def test_the_version_is_that_of_what_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: f"7.1 of {name}")
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == "caseviewer 7.1 of caseviewer\n"


def test_a_program_that_is_not_installed_has_no_version(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == "caseviewer, not installed\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")
def test_a_window_can_be_interrupted() -> None:
    script = (
        "import os, sys, signal; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "import caseviewer.app\n"
        "caseviewer.app.run = lambda paths: signal.raise_signal(signal.SIGINT)\n"
        "from caseviewer.cli import main\n"
        "main(['case.json'])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (-signal.SIGINT, b"")
