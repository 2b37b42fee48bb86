"""Checking documents and passages beside the window, once the case is shown."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from caseviewer.documents.opening import Opening
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.ui import background


class Checker(QObject):
    """Checks one case at a time; another case, or a wish to stop, ends what is under way."""

    started = Signal()
    progressed = Signal(int, int)
    checked = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing to check."""
        super().__init__(parent)
        self._turn = background.Turn(self)
        self._opening: Opening | None = None

    @property
    def busy(self) -> bool:
        """Whether documents are being checked."""
        return self._turn.busy

    def start(self, opening: Opening) -> None:
        """Check a case; `checked` gives it with what was found."""
        self.drop()
        self._opening = opening
        self.started.emit()
        self._turn.start(partial(_check, opening), self._finish, self._fail, self.progressed.emit)

    def stop(self) -> None:
        """Give up, as the reader wishes; the case is told as one whose checks were stopped."""
        opening = self._opening
        self.drop()
        if opening is not None:
            self.checked.emit(opening.opened.with_checks(checked=Checked.STOPPED))

    def drop(self) -> None:
        """Give up, as nobody wants the case any more."""
        self._turn.stop()
        self._opening = None

    def _finish(self, opened: OpenedCase) -> None:
        self._opening = None
        self.checked.emit(opened)

    def _fail(self, error: Exception) -> None:
        words = tr(
            "The program failed while it checked the documents ({name}), which is a fault of the"
            " program and not of the file.",
            name=type(error).__name__,
        )
        self.stop()
        self.failed.emit(words)


def _check(opening: Opening, job: background.Job) -> OpenedCase:
    return opening.check(on_progress=job.progressed.emit, should_stop=lambda: not job.give_way())
