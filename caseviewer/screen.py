"""Whether a window can be opened here, found out without Qt.

Qt ends the whole program, without a word that helps, where it finds no screen or lacks a
library of the system. So the screen is asked first, through the libraries that Qt would
load anyway: it costs a few milliseconds.
"""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

_NEEDS_NO_SCREEN = frozenset(
    {"eglfs", "linuxfb", "minimal", "minimalegl", "offscreen", "vkkhrdisplay", "vnc"}
)
_ALWAYS_A_SCREEN = frozenset({"darwin", "win32"})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why no window can be opened: a library that is missing, else no screen."""

    library: str = ""


class _MissingError(Exception):
    """A library of the system cannot be loaded."""


def find_obstacle() -> Obstacle | None:
    """What keeps a window from being opened; None where nothing is known to."""
    if sys.platform in _ALWAYS_A_SCREEN:
        return None
    found = Obstacle()
    for platform in _platforms():
        try:
            if _answers(platform):
                _load_plugin(platform)
                return None
        except _MissingError as error:
            found = Obstacle(str(error))
    return found


def _platforms() -> Iterator[str]:
    """The platforms that Qt would try, in its order."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted:
        for part in wanted.split(";"):
            name, _, _ = part.partition(":")
            yield "wayland" if name.startswith("wayland-") else name
        return
    yield "wayland"
    yield "xcb"


def _answers(platform: str) -> bool:
    if platform == "xcb":
        return _x11_answers(os.environ.get("DISPLAY", ""))
    if platform == "wayland":
        return _wayland_answers(os.environ.get("WAYLAND_DISPLAY", ""))
    return platform in _NEEDS_NO_SCREEN


def _x11_answers(display: str) -> bool:
    if not display:
        return False
    xcb = _library("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return failed == 0


def _wayland_answers(display: str) -> bool:
    if os.environ.get("WAYLAND_SOCKET"):
        return True  # an open connection was handed down; asking would use it up
    if not display:
        return False
    wayland = _library("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(os.fsencode(display))
    if not connection:
        return False
    wayland.wl_display_disconnect(connection)
    return True


def _load_plugin(platform: str) -> None:
    """Load Qt's part for a platform, which Qt would do next, to see that it can be."""
    spec = importlib.util.find_spec("PySide6")
    folders = () if spec is None else spec.submodule_search_locations or ()
    for folder in folders:
        plugin = Path(folder, "Qt", "plugins", "platforms", f"libq{platform}.so")
        if plugin.is_file():
            _library(str(plugin))


def _library(name: str) -> ctypes.CDLL:
    load: Callable[[str], ctypes.CDLL] = ctypes.CDLL
    try:
        return load(name)
    except OSError as error:
        raise _MissingError(missing_library(str(error))) from None


def missing_library(message: str) -> str:
    """The library that the system's loader names: "libEGL.so.1: cannot open shared …"."""
    path, _, _ = message.partition(":")
    return PurePath(path).name
