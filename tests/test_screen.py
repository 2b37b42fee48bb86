"""Whether a window can be opened is found out before Qt, which would end the program."""

import contextlib
import ctypes
import importlib.machinery
import importlib.util
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from caseviewer import screen
from caseviewer.screen import Obstacle

VARIABLES = ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")
XCB = "libxcb.so.1"
WAYLAND = "libwayland-client.so.0"


@pytest.fixture(autouse=True)
def a_linux_without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


class Libraries:
    """The system's libraries as the tests want them, and what was asked of them."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        self.screens: set[bytes] = set()
        self.asked: list[bytes] = []
        self.closed = 0
        self.loaded: list[str] = []

    def load(self, name: str) -> SimpleNamespace:
        self.loaded.append(Path(name).name)
        for missing, message in self.missing.items():
            if missing in name:
                raise OSError(message)
        return SimpleNamespace(
            xcb_connect=lambda display, _: self.ask(display),
            xcb_connection_has_error=lambda connection: 0 if connection else 1,
            xcb_disconnect=lambda _: self.close(),
            wl_display_connect=lambda display: self.ask(display) or None,
            wl_display_disconnect=lambda _: self.close(),
        )

    def ask(self, display: bytes) -> int:
        self.asked.append(display)
        return int(display in self.screens)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> Libraries:
    made = Libraries()
    monkeypatch.setattr(ctypes, "CDLL", made.load)
    return made


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert screen.find_obstacle() is None


def test_no_variable_no_screen(libraries: Libraries) -> None:
    assert screen.find_obstacle() == Obstacle()
    assert libraries.loaded == []


@pytest.mark.parametrize(
    "platform",
    ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen", "nonsense;minimal"],
)
def test_platforms_without_a_screen_need_none(
    platform: str, libraries: Libraries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert screen.find_obstacle() is None


@pytest.mark.parametrize("platform", ["nonsense", "xcb", "wayland", "wayland-egl", "windows", ";"])
def test_platforms_that_cannot_be_had(
    platform: str, libraries: Libraries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert screen.find_obstacle() == Obstacle()


@pytest.mark.parametrize(
    ("variables", "screens", "found"),
    [
        ({"DISPLAY": ":7"}, {b":7"}, True),
        ({"DISPLAY": ":7"}, set(), False),
        ({"WAYLAND_DISPLAY": "way-7"}, {b"way-7"}, True),
        ({"WAYLAND_DISPLAY": "way-7"}, set(), False),
        ({"WAYLAND_DISPLAY": "way-7", "DISPLAY": ":7"}, {b":7"}, True),
        ({"WAYLAND_DISPLAY": "way-7", "DISPLAY": ":7"}, {b"way-7"}, True),
        ({"WAYLAND_DISPLAY": "way-7", "DISPLAY": ":7"}, set(), False),
        ({"DISPLAY": ":7", "QT_QPA_PLATFORM": "wayland"}, {b":7"}, False),
        ({"DISPLAY": ":7", "QT_QPA_PLATFORM": "xcb:opt=1"}, {b":7"}, True),
        ({"WAYLAND_DISPLAY": "way-7", "QT_QPA_PLATFORM": "wayland-egl"}, {b"way-7"}, True),
    ],
)
def test_the_screen_is_asked(
    variables: dict[str, str],
    screens: set[bytes],
    found: bool,
    libraries: Libraries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    libraries.screens = screens
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert screen.find_obstacle() == (None if found else Obstacle())
    opened = [display for display in libraries.asked if display in screens or display == b":7"]
    assert libraries.closed == len(opened)


def test_a_connection_that_was_handed_down_is_not_used_up(
    libraries: Libraries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_SOCKET", "5")
    assert screen.find_obstacle() is None
    assert libraries.asked == []


@pytest.mark.parametrize(
    ("missing", "variables", "library"),
    [
        (XCB, {"DISPLAY": ":7"}, XCB),
        (WAYLAND, {"WAYLAND_DISPLAY": "way-7"}, WAYLAND),
        ("libqxcb.so", {"DISPLAY": ":7"}, "libxcb-cursor.so.0"),
        ("libqwayland.so", {"WAYLAND_DISPLAY": "way-7"}, "libxcb-cursor.so.0"),
        ("libqoffscreen.so", {"QT_QPA_PLATFORM": "offscreen"}, "libxcb-cursor.so.0"),
    ],
)
def test_a_missing_library_is_named(
    missing: str,
    variables: dict[str, str],
    library: str,
    libraries: Libraries,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    give_plugins(tmp_path, monkeypatch)
    libraries.screens = {b":7", b"way-7"}
    name = missing if missing == library else library
    libraries.missing = {missing: f"{name}: cannot open shared object file: No such file"}
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert screen.find_obstacle() == Obstacle(library)


def test_one_platform_is_enough(
    libraries: Libraries, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    give_plugins(tmp_path, monkeypatch)
    libraries.screens = {b":7", b"way-7"}
    libraries.missing = {"libqwayland": "libfoo.so.1: cannot open shared object file"}
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("WAYLAND_DISPLAY", "way-7")
    assert screen.find_obstacle() is None
    assert libraries.loaded == [WAYLAND, "libqwayland.so", XCB, "libqxcb.so"]


def give_plugins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = folder / "Qt" / "plugins" / "platforms"
    plugins.mkdir(parents=True)
    for name in ("libqwayland.so", "libqxcb.so", "libqoffscreen.so"):
        (plugins / name).touch()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: spec_of(str(folder)))


def spec_of(*folders: str) -> importlib.machinery.ModuleSpec:
    spec = importlib.machinery.ModuleSpec("PySide6", None)
    spec.submodule_search_locations = list(folders) or None
    return spec


@pytest.mark.parametrize("spec", [None, spec_of(), spec_of("no such folder")])
def test_qt_that_lies_elsewhere_is_left_to_itself(
    spec: importlib.machinery.ModuleSpec | None,
    libraries: Libraries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: spec)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.find_obstacle() is None
    assert libraries.loaded == []


@pytest.mark.parametrize(
    ("message", "library"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libEGL.so.1"),
        ("/a/b/libqxcb.so: undefined symbol: foo", "libqxcb.so"),
    ],
)
def test_the_loader_names_the_library(message: str, library: str) -> None:
    assert screen.missing_library(message) == library


# With the libraries of this system, where it has them.


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder with a short name: that of a socket has little more than 100 characters."""
    with tempfile.TemporaryDirectory(prefix="screen-") as name:
        yield Path(name)


def needs(library: str) -> None:
    try:
        ctypes.CDLL(library)
    except OSError:
        pytest.skip(f"{library} is not on this system")


@pytest.mark.parametrize(("library", "variable"), [(XCB, "DISPLAY"), (WAYLAND, "WAYLAND_DISPLAY")])
def test_nobody_answers(
    library: str, variable: str, monkeypatch: pytest.MonkeyPatch, short_folder: Path
) -> None:
    needs(library)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_folder))
    monkeypatch.setenv(variable, str(short_folder / "nobody.0"))
    assert screen.find_obstacle() == Obstacle()


def test_a_wayland_screen_answers(monkeypatch: pytest.MonkeyPatch, short_folder: Path) -> None:
    needs(WAYLAND)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_folder))
    monkeypatch.setenv("WAYLAND_DISPLAY", "way-0")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(short_folder / "way-0"))
        server.listen()
        assert screen._wayland_answers("way-0")


@pytest.mark.skipif(sys.platform != "linux", reason="names without a file are Linux's")
@pytest.mark.parametrize(("status", "answers"), [(1, True), (0, False)])
def test_an_x11_screen_answers_or_refuses(status: int, answers: bool) -> None:
    needs(XCB)
    display = f":{1000 + os.getpid()}"
    came: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{display[1:]}")
        server.listen()
        server.settimeout(5)
        thread = threading.Thread(target=greet, args=(server, status, came))
        thread.start()
        found = screen._x11_answers(display)
        thread.join()
    if not came:
        pytest.skip("this libxcb looks for screens in files only")
    assert found is answers


def greet(server: socket.socket, status: int, came: list[bytes]) -> None:
    """Say what an X server says first: welcome, with one screen, or no."""
    with contextlib.suppress(OSError):
        client, _ = server.accept()
        with client:
            client.settimeout(5)
            came.append(client.recv(4096))
            body = struct.pack("<IIIIHHBBBBBBBBI", 0, 0, 0x1FFFFF, 0, 0, 65535, 1, *[0] * 7, 0)
            body += bytes(40)  # the screen, with no depth
            client.sendall(struct.pack("<BBHHH", status, 0, 11, 0, len(body) // 4) + body)
            client.recv(4096)


def test_it_costs_little() -> None:
    script = (
        "import os, sys, time; os.environ['QT_QPA_PLATFORM'] = 'nonsense'\n"
        "from caseviewer.screen import find_obstacle\n"
        "start = time.perf_counter(); find_obstacle()\n"
        "print(time.perf_counter() - start < 0.1, 'PySide6' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "False"]
