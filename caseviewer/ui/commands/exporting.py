"""Handing the chronology over: into a file, written beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.exporting.formats import (
    Format,
    What,
    chronology_bytes,
    format_of,
    usual_name,
)
from caseviewer.exporting.head import Chosen, made_now
from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import check_target, save
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui import background, messages
from caseviewer.ui.session import Session

_SLOW_MS = 500


class Exporting(QObject):
    """The command that exports the chronology, for one window.

    Where the list is narrowed by a filter, the rows that are shown are exported, and the file
    says so.
    """

    said = Signal(str)
    warned = Signal(str)
    slow = Signal(str, object)

    def __init__(
        self, window: QWidget, session: Session, chosen: Callable[[], Chosen | None]
    ) -> None:
        """`chosen` tells which rows of the chronology are shown, where some are hidden."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._chosen = chosen
        self._turn = background.Turn(self)
        self._timer = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._timer.timeout.connect(
            lambda: self.slow.emit(tr("Writing the chronology…"), self._give_up)
        )

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"export_chronology": self.export}

    def export(self) -> None:
        """Ask where to, and write the chronology there."""
        opened = self._session.opened
        if opened is None:
            return
        chosen = self._chosen()
        if chosen is not None and not chosen.ids:
            self.warned.emit(tr("The list shows no rows, so nothing was exported."))
            return
        name = usual_name(opened.case.id, What.CHRONOLOGY, Format.DOCX)
        path, kind = messages.ask_where_to_export(self._window, str(_documents() / name))
        if not path:
            return
        target, form = _target(Path(path), kind)
        # What the dialog asked about was the name that was typed.
        asked = target == Path(path)
        try:
            check_target(opened, target, overwrite=asked)
        except ExportError as error:
            self.warned.emit(str(error))
            return
        self._timer.start()
        work = partial(_write, opened, chosen, target, form)
        self._turn.start(work, partial(self._tell, target), self._fail)

    def stop(self) -> None:
        """Give up what is being written."""
        self._timer.stop()
        self._turn.stop()

    def _give_up(self) -> None:
        self.stop()
        self.said.emit(tr("The export was stopped."))

    def _tell(self, target: Path, holds: str) -> None:
        self._timer.stop()
        self.said.emit(tr("Exported: {what} to “{name}”.", what=holds, name=target.name))

    def _fail(self, error: Exception) -> None:
        self._timer.stop()
        if isinstance(error, ExportError):
            self.warned.emit(str(error))
            return
        words = tr(
            "The program failed while it exported ({name}), which is a fault of the program and"
            " not of the file.",
            name=type(error).__name__,
        )
        self.warned.emit(words)


def _write(
    opened: OpenedCase, chosen: Chosen | None, target: Path, form: Format, job: background.Job
) -> str:
    from caseviewer.exporting.chronology import chronology

    found = chronology(opened, made_now(), chosen)
    content = chronology_bytes(found, form, job.should_stop)
    if not job.should_stop():
        save(content, target)
    return found.holds


def _target(path: Path, kind: str) -> tuple[Path, Format]:
    """The file and its format: as its name says, else as the chosen kind says."""
    known = format_of(path)
    if known is not None:
        return path, known
    form = next((one for one in Format if f"*.{one.value})" in kind), Format.DOCX)
    return path.with_name(f"{path.name}.{form.value}"), form


def _documents() -> Path:
    """The folder of a person's documents, where a question starts."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
