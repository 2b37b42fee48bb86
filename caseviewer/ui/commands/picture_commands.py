"""Looking at a tab's picture in place of its list, and saving the picture that is shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import check_target, save
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui import messages
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.picture_file import PaintedPicture, picture_bytes


@runtime_checkable
class Pictured(Protocol):
    """A tab that has a picture."""

    def painted_picture(self) -> PaintedPicture | None:
        """The picture, to be painted elsewhere; None while it is put away."""


@runtime_checkable
class Switched(Protocol):
    """A tab that shows its picture in place of its list."""

    def toggle_picture(self) -> None:
        """Show the picture in place of the list, or the list again."""


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
        if isinstance(view, Switched):
            view.toggle_picture()

    def save(self) -> None:
        """Ask where, and save the picture of the tab in front there."""
        view, opened = self._view(), self._session.opened
        picture = view.painted_picture() if isinstance(view, Pictured) else None
        if opened is None or picture is None:
            words = tr("No picture is shown here. The tabs Parties and Chronology have one each.")
            self.said.emit(words)
            return
        path, kind = messages.ask_where_to_save_picture(self._window, picture.name)
        if path:
            self._save(picture, Path(path), kind, opened)

    def _save(self, picture: PaintedPicture, asked: Path, kind: str, opened: OpenedCase) -> None:
        path = _target(asked, kind)
        try:
            # What the dialog asked about was the name that was typed.
            check_target(opened, path, overwrite=path == asked)
            save(picture_bytes(picture, path.suffix.casefold()), path)
        except ExportError as error:
            self.warned.emit(str(error))
        except MemoryError:
            words = tr("“{name}” was not saved: it is too large.", name=path.name)
            self.warned.emit(words)
        else:
            self.said.emit(tr("Saved: {name}.", name=path.name))


def _target(path: Path, kind: str) -> Path:
    """The file: its name tells the kind, else it is given the ending of the chosen one."""
    if path.suffix.casefold() in {".svg", ".png"}:
        return path
    return path.with_name(f"{path.name}.png" if "*.png" in kind else f"{path.name}.svg")
