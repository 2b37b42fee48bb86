"""Showing a case as it could be known on a day, and the whole of it again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting.translate import tr
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.ui import background
from caseviewer.ui.commands import opening
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.as_at_bar import AsAtBar


class AsAtCommands(QObject):
    """The command of the View menu, and what the bar of a case view asks for."""

    warned = Signal(str)

    def __init__(self, session: Session, leave: Callable[[], object], parent: QObject) -> None:
        """`leave` gives the keys back to what is read, when the bar is put away."""
        super().__init__(parent)
        self._session = session
        self._leave = leave
        self._turn = background.Turn(self)
        self._searched: OpenedCase | None = None
        self._bar: AsAtBar | None = None
        session.case_changed.connect(self._drop_other)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"as_at": self.ask}

    def serve(self, bar: AsAtBar) -> None:
        """Do what a bar asks for."""
        self._bar = bar
        bar.day_chosen.connect(self.show_day)
        bar.whole_wanted.connect(self.show_whole)
        bar.left.connect(self._leave)

    def ask(self) -> None:
        """Ask for a day; asked again there, go back to the whole file."""
        if self._bar is not None:
            self._bar.open()

    def show_day(self, day: int) -> None:
        """Show what could be known on a day; of a long case it is found beside the window."""
        self.stop()
        whole = self._session.whole
        if whole is None or day == self._session.standpoint.as_at:
            return
        standpoint = replace(self._session.standpoint, as_at=day)
        if sum(1 for _ in all_records(whole.case)) < opening.BESIDE:
            self._session.take(standpoint)
            return
        self._searched = whole
        if self._bar is not None:
            self._bar.tell(tr("Finding what could be known on that day…"))
        self._turn.start(
            lambda _: whole.seen_from(standpoint),
            partial(self._show, whole, standpoint),
            self._fail,
        )

    def show_whole(self) -> None:
        """Show all that the file says again."""
        self.stop()
        self._session.take(replace(self._session.standpoint, as_at=None))

    def stop(self) -> None:
        """Give up what is under way."""
        self._turn.stop()
        self._searched = None

    def _drop_other(self) -> None:
        """Give up what is looked for in a case that is no longer the open one."""
        whole, searched = self._session.whole, self._searched
        if whole is not None and searched is not None and whole.path != searched.path:
            self.stop()
            if self._bar is not None:
                self._bar.renew()

    def _show(self, whole: OpenedCase, standpoint: Standpoint, _: OpenedCase) -> None:
        """Show what was found; it is kept with the case, so that this takes no time."""
        self._searched = None
        if self._session.whole is not whole:
            self.show_day(standpoint.as_at or 0)  # it was read again, or checked, meanwhile
            return
        self._session.take(replace(self._session.standpoint, as_at=standpoint.as_at))

    def _fail(self, error: Exception) -> None:
        self._searched = None
        if self._bar is not None:
            self._bar.renew()
        self.warned.emit(
            tr(
                "The program failed while it looked for what was known on that day ({name}), which"
                " is a fault of the program and not of the file.",
                name=type(error).__name__,
            )
        )
