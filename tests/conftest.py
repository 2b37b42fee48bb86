"""What every test stands on: no screen, a home of its own, no window left behind."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Times of a busy machine are no fault of the code: no deadline.
settings.register_profile("ci", max_examples=60, deadline=None, print_blob=True)
settings.register_profile("thorough", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).parent.parent
SEED_PAGE = ROOT.parent / "shared" / "seed" / "refworld-iwpr-2012.txt"

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of the test's own, so that no test reads or writes a person's preferences."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.setenv(name, str(folder))
        for name in XDG_HOMES:
            patch.setenv(name, str(folder / name.lower()))
        yield folder


@pytest.fixture
def seed_page() -> Path:
    """The page that the first sample comes from; it may not be copied into the project."""
    if not SEED_PAGE.is_file():
        pytest.skip(f"the report's page is not beside this checkout ({SEED_PAGE.name})")
    return SEED_PAGE


def windows() -> "list[QWidget]":
    """Top-level widgets that live and belong to nobody; loads no Qt that is not loaded."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]


def address(widget: "QWidget") -> int:
    """What stays the same for a widget, however often Python wraps it."""
    import shiboken6

    return int(shiboken6.getCppPointer(widget)[0])


@pytest.fixture(autouse=True)
def no_window_left_behind(home: Path) -> Iterator[None]:
    """Fail a test that leaves a top-level widget alive: it would leak in the program too."""
    before = {address(widget) for widget in windows()}
    yield
    if all(address(widget) in before for widget in windows()):
        return
    gc.collect()
    left = [widget for widget in windows() if address(widget) not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    if names:
        pytest.fail(f"left behind: {', '.join(names)}", pytrace=False)
