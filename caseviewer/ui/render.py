"""Draws every tab of a case into pictures, without a screen and without the user's preferences."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from caseviewer.formatting.page import Tab, Target
from caseviewer.model.opened import OpenedCase
from caseviewer.search.hits import Hit
from caseviewer.ui import background
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.theme import STYLE, Theme

_HAS_FONTS_ONLY_WITH_ITS_OWN_PLATFORM = frozenset({"darwin", "win32"})
_JOBS_MS = 60_000
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """How the pictures are to look: size in points, pixels to a point, text size in per cent.

    A window cannot be smaller than what it must hold: then the picture is larger than `size`.
    as_at: the number of the day on which what is drawn could be known; None for the whole file.
    """

    size: tuple[int, int] = (1280, 800)
    scheme: str = "light"
    scale: float = 1
    text_size: int = 100
    tabs: Sequence[Tab] = tuple(Tab)
    as_at: int | None = None


class UnsavedPreferences(Preferences):
    """The defaults, with the look that is asked for; nothing is read and nothing written."""

    def __init__(self, wish: Wish) -> None:
        """Take the look from what is wished for."""
        super().__init__(Path(os.devnull))
        look = {"scheme": wish.scheme, "text_size": wish.text_size, "remember_recent": False}
        self._values.update(look)

    @override
    def _load(self) -> None:
        """Read nothing."""

    @override
    def _save(self) -> str:
        return ""


class _OneWindow:
    """The program's windows as commands see them; nobody asks for another while it draws."""

    def new_window(self) -> None:
        """Open no window."""

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open no other case."""

    def open_at(self, path: str, place: Target | Hit) -> None:
        """Open no other case."""

    def show_library(self) -> None:
        """Open no window."""

    def quit(self) -> None:
        """The drawing ends by itself."""

    def refresh_recent(self) -> None:
        """No list of files is drawn."""

    def refresh_notes(self) -> None:
        """No notes are drawn."""

    def apply_look(self) -> None:
        """The look stays as it was asked for."""


def render(opened: OpenedCase, folder: Path, wish: Wish) -> Iterator[Path]:
    """Draw the tabs into a folder, and give each file once it is written.

    Raises OSError where a file cannot be written, MemoryError where a picture is too large.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _quiet():
        app = _application()
        theme = Theme(app)
        theme.apply(wish.scheme, wish.text_size)
        window = MainWindow(_OneWindow(), UnsavedPreferences(wish))
        try:
            _show(window, opened, wish)
            for tab in wish.tabs:
                window.desk.session.go(Target(tab=tab))
                _settle()
                path = folder / f"{tab.value}.png"
                path.write_bytes(_png(_picture(window, wish.scale)))
                yield path
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _application() -> QApplication:
    """The running application, or one without a screen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    _take_no_screen()
    return QApplication(["caseviewer", *STYLE])


def _take_no_screen() -> None:
    """Choose the platform without a screen, before Qt chooses one by itself."""
    if sys.platform not in _HAS_FONTS_ONLY_WITH_ITS_OWN_PLATFORM:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _show(window: MainWindow, opened: OpenedCase, wish: Wish) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*wish.size)
    window.look_changed()
    window.show()
    window.desk.show_case(opened)
    session = window.desk.session
    session.take(replace(session.standpoint, as_at=wish.as_at))
    _settle()


def _settle() -> None:
    """Let what was put off be done: layouts, rows that fit their text, columns.

    Citations and documents come from beside the window, a page after its document.
    """
    for _ in range(_MOST_ROUNDS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        background.wait_for_all(_JOBS_MS)


def _picture(window: MainWindow, scale: float) -> QImage:
    image = QImage(window.size() * scale, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    image.setDevicePixelRatio(scale)
    image.fill(window.palette().window().color())
    window.render(image, QPoint())
    return image


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PNG as str is what Qt takes
    return bytes(data.data())


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Qt's remarks about a platform without a screen from the terminal."""
    before: Any = qInstallMessageHandler(_say_what_is_grave)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _say_what_is_grave(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
        sys.stderr.write(f"{message}\n")
