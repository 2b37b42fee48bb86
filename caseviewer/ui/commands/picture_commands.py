"""Looking at a tab's picture in place of its list, and saving the picture."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui import messages
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.picture_file import ENDINGS, PaintedPicture, picture_bytes


@runtime_checkable
class Pictured(Protocol):
    """A tab that has a picture."""

    def toggle_picture(self) -> None:
        """Show the picture in place of the list, or the list again."""

    def painted_picture(self) -> PaintedPicture:
        """The picture, to be painted elsewhere."""


class PictureCommands(QObject):
    """The commands for pictures of one window."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(self, window: QWidget, session: Session, view: Callable[[], object]) -> None:
        """`view` gives the tab that is in front."""
        super().__init__(window)
        self._window, self._session, self._view = window, session, view

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"parties_picture": self.toggle, "save_picture": self.save}

    def toggle(self) -> None:
        """Change between list and picture of the parties, wherever the reader is."""
        if self._session.location.tab is not Tab.PARTIES:
            self._session.go(Target(tab=Tab.PARTIES))
        view = self._view()
        if isinstance(view, Pictured):
            view.toggle_picture()

    def save(self) -> None:
        """Ask where, and save the picture of the tab in front there."""
        view, opened = self._view(), self._session.opened
        if opened is None or not isinstance(view, Pictured):
            self.said.emit(tr("This tab has no picture. The tab Parties has one."))
            return
        wanted = messages.ask_where_to_save_picture(self._window)
        if wanted:
            self._save(view.painted_picture(), _with_ending(Path(wanted)), opened)

    def _save(self, picture: PaintedPicture, path: Path, opened: OpenedCase) -> None:
        if _is_in_bundle(path, opened):
            words = tr("The picture was not saved: nothing in a bundle is changed. Choose another")
            self.warned.emit(f"{words} {tr('place.')}")
            return
        try:
            _write(path, picture_bytes(picture, path.suffix.casefold()))
        except (OSError, MemoryError) as error:
            reason = getattr(error, "strerror", None) or tr("it is too large")
            self.warned.emit(tr("“{name}” was not saved: {reason}.", name=path.name, reason=reason))
            return
        self.said.emit(tr("Saved: {name}.", name=path.name))


def _with_ending(path: Path) -> Path:
    """A name without a known ending becomes one of SVG."""
    return path if path.suffix.casefold() in ENDINGS else path.with_name(f"{path.name}.svg")


def _is_in_bundle(path: Path, opened: OpenedCase) -> bool:
    """Whether a file would lie in the folder that was opened, or be the file itself."""
    target, case_file = path.resolve(), Path(opened.case_file).resolve()
    folder = Path(opened.path).resolve()
    return target in {case_file, folder} or folder in target.parents


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
