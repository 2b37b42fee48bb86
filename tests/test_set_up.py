"""The scripts behind `make`: what is missing is found, installed where allowed, or named."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these scripts are for Linux")

SCRIPTS = Path(__file__).parent.parent / ".ci"
MISSING = """
\tlibc.so.6 => /lib/libc.so.6 (0x0)
\tlibxcb-icccm.so.4 => not found
\tlibEGL.so.1 => not found
\tlibX11.so.6 => not found
\tlibglib-2.0.so.0 => not found
\tlibxkbcommon-x11.so.0 => not found
\tlibgssapi_krb5.so.2 => not found
\tlibz.so.1 => not found
"""
PACKAGES = [
    "libegl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libx11-6",
    "libxcb-icccm4",
    "libxkbcommon-x11-0",
    "zlib1g",
]


class Machine:
    """A folder with the scripts, and commands of its own that write down how they are called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        shutil.copytree(SCRIPTS, folder / ".ci")
        qt = folder / ".venv/lib/python3.11/site-packages/PySide6/Qt/lib"
        qt.mkdir(parents=True)
        (qt / "libQt6Core.so.6").touch()
        self.missing(MISSING)
        self.command("uname", "echo Linux")
        self.command("find", "echo /usr/share/fonts/a.ttf")
        self.user("1000", may="exit 1")
        self.installer()

    def command(self, name: str, body: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        path.chmod(0o755)

    def missing(self, words: str) -> None:
        """What the dynamic linker says until something has been installed."""
        (self.folder / "ldd.txt").write_text(words, "utf-8")
        self.command("ldd", f'cat "{self.folder}/ldd.txt"')

    def user(self, number: str, may: str = "exit 1") -> None:
        self.command("id", f"echo {number}")
        self.command("sudo", may)

    def installer(self, code: int = 0) -> None:
        """An `apt-get` that mends the linker's answer, unless it fails."""
        log, answer = self.folder / "apt.txt", self.folder / "ldd.txt"
        mend = f'[ "$1" = update ] || : > "{answer}"' if code == 0 else ""
        self.command("apt-get", f'echo "$@" >> "{log}"\n{mend}\nexit {code}')
        self.command("apt-cache", 'case "$2" in libglib2.0-0) ;; *) echo "Package: $2" ;; esac')

    def run(self, script: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [self.folder / ".ci" / script, *words],
            env={**os.environ, "PATH": path, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def installed(self) -> list[list[str]]:
        """The words of every `apt-get install`, without its switches."""
        log = self.folder / "apt.txt"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        words = [line.split() for line in lines if line.startswith("install")]
        return [[word for word in line[1:] if not word.startswith("-")] for line in words]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_quiet_when_nothing_is_missing(machine: Machine) -> None:
    machine.missing("\tlibc.so.6 => /lib/libc.so.6 (0x0)\n")
    done = machine.run("system-packages.sh", "window")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.installed() == []


@pytest.mark.parametrize(
    ("number", "may"), [("0", "exit 1"), ("1000", '[ "$1" = -n ]; shift; "$@"')]
)
def test_installed_where_the_user_may(machine: Machine, number: str, may: str) -> None:
    machine.user(number, may)
    done = machine.run("system-packages.sh", "window")
    assert done.returncode == 0, done.stderr
    newer = ["libglib2.0-0t64" if name == "libglib2.0-0" else name for name in PACKAGES]
    # The stand-in knows no libglib2.0-0, and says yes to every other name.
    assert machine.installed() == [newer]


def test_otherwise_the_line_to_type_is_printed(machine: Machine) -> None:
    done = machine.run("system-packages.sh", "pictures")
    line = "    sudo apt-get install --yes --no-install-recommends " + " ".join(PACKAGES)
    assert done.returncode == 1
    assert line in done.stderr.splitlines()
    assert "Missing on this system: libEGL.so.1 libX11.so.6" in done.stderr
    assert machine.installed() == []


def test_a_failed_installation_is_said(machine: Machine) -> None:
    machine.user("0")
    machine.installer(code=100)
    done = machine.run("system-packages.sh", "window")
    assert done.returncode == 1
    assert "The installation failed. What was tried:" in done.stderr
    assert "libxcb-icccm4" in done.stderr


def test_a_system_without_any_font_gets_one(machine: Machine) -> None:
    machine.user("0")
    machine.missing("")
    machine.command("find", "exit 0")
    done = machine.run("system-packages.sh", "pictures")
    assert done.returncode == 0, done.stderr
    assert machine.installed() == [["fonts-dejavu-core"]]
    assert "Missing on this system: a font" in done.stderr


def test_qt_must_be_there_first(machine: Machine) -> None:
    shutil.rmtree(machine.folder / ".venv")
    done = machine.run("system-packages.sh", "window")
    assert (done.returncode, done.stderr) == (1, "Qt is not in .venv yet. Type: make setup\n")


def test_other_systems_are_left_alone(machine: Machine) -> None:
    machine.command("uname", "echo Darwin")
    done = machine.run("system-packages.sh", "window")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_python_that_makes_no_environments_gets_what_it_lacks(machine: Machine) -> None:
    machine.user("0")
    machine.command("python", 'case "$2" in *ensurepip*) exit 1 ;; *) echo 3.12 ;; esac')
    done = machine.run("system-packages.sh", "python", str(machine.bin / "python"))
    assert done.returncode == 0, done.stderr
    assert machine.installed() == [["python3.12-venv"]]


OLD = "exit 1"
WITHOUT_VENV = 'case "$2" in *ensurepip*) exit 1 ;; esac'


@pytest.mark.parametrize(
    ("pythons", "expected"),
    [
        ({"python3.13": ":", "python3.12": ":"}, "python3.13"),
        ({"python3.13": OLD, "python3.12": WITHOUT_VENV, "python3.11": ":"}, "python3.11"),
        ({"python3.12": WITHOUT_VENV, "python3": OLD}, "python3.12"),
        ({"python3": ":"}, "python3"),
    ],
)
def test_a_python_is_found(machine: Machine, pythons: dict[str, str], expected: str) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        machine.command(name, pythons.get(name, OLD))
    done = machine.run("find-python.sh", PYTHON="")
    assert (done.returncode, done.stdout) == (0, f"{expected}\n")


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("", "Case Viewer needs Python 3.11 or newer, and none was found."),
        ("python2", '"python2" is not a Python 3.11 or newer.'),
    ],
)
def test_no_python_is_said_in_words(machine: Machine, named: str, words: str) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3", "python2"):
        machine.command(name, OLD)
    done = machine.run("find-python.sh", PYTHON=named)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(words)


class Viewer:
    """A machine whose `caseviewer` writes down how it is called and answers with a code."""

    def __init__(self, machine: Machine, code: int) -> None:
        self.machine = machine
        self.log = machine.folder / "viewer.txt"
        machine.missing("")
        path = machine.folder / ".venv/bin/caseviewer"
        path.parent.mkdir()
        path.write_text(
            f'#!/bin/sh\necho "$@" >> "{self.log}"\n'
            f'case "$1" in show | render) ;; *) exit {code} ;; esac\n',
            "utf-8",
        )
        path.chmod(0o755)

    def open(self, display: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        done = self.machine.run(
            "open-sample.sh", "case", "out", DISPLAY=display, WAYLAND_DISPLAY=""
        )
        return done, self.log.read_text("utf-8").splitlines()


AS_TEXT_AND_PICTURES = ["show case", "render case --out out"]


@pytest.mark.parametrize(
    ("display", "code", "calls", "status"),
    [
        (":0", 0, ["case"], 0),
        (":0", 1, ["case"], 1),
        (":0", 2, ["case", *AS_TEXT_AND_PICTURES], 0),
        ("", 0, AS_TEXT_AND_PICTURES, 0),
    ],
)
def test_the_sample_opens_or_is_shown(
    machine: Machine, display: str, code: int, calls: list[str], status: int
) -> None:
    done, called = Viewer(machine, code).open(display)
    assert (done.returncode, called) == (status, calls), done.stderr
    assert ("Its tabs are drawn as pictures in out/." in done.stdout) == (len(calls) > 1)


def test_without_what_qt_needs_the_text_is_still_shown(machine: Machine) -> None:
    viewer = Viewer(machine, 0)
    machine.missing(MISSING)
    done, called = viewer.open(":0")
    assert called == ["show case"]
    assert "sudo apt-get install" in done.stderr
