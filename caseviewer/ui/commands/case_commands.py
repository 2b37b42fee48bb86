"""Copying from the case and moving about in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.ui import clipboard
from caseviewer.ui.commands.view import View
from caseviewer.ui.session import Session


class CaseCommands(QObject):
    """The commands of the Edit and Go menus for one window."""

    said = Signal(str)

    def __init__(self, session: Session, view: Callable[[], View | None], parent: QObject) -> None:
        """`view` gives the tab that is in front."""
        super().__init__(parent)
        self._session = session
        self._view = view

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "copy": self.copy_rows,
            "copy_page": self.copy_page,
            "copy_elapsed": self.copy_elapsed,
            "select_all": lambda: self._ask("select_all"),
            "filter": lambda: self._ask("focus_filter"),
            "own_order": lambda: self._ask("own_order"),
            "focus_list": lambda: self._ask("focus_list"),
            "focus_page": lambda: self._ask("focus_page"),
            "back": lambda: self._session.step(-1),
            "forward": lambda: self._session.step(1),
            **{f"tab_{tab.value}": partial(self.show_tab, tab) for tab in Tab},
        }

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front and give the keys to its list."""
        self._session.go(Target(tab=tab))
        self._ask("focus_list")

    def copy_rows(self) -> None:
        """Copy the selected rows from their records, as plain text and HTML."""
        view = self._view()
        found = None if view is None else view.clip()
        if found is None:
            self.said.emit(tr("Nothing is selected, so nothing was copied."))
            return
        clip, what = found
        clipboard.copy(clip)
        self.said.emit(tr("Copied: {what}.", what=what))

    def copy_page(self) -> None:
        """Copy what is being read, as plain text and HTML."""
        view = self._view()
        if view is not None:
            clipboard.copy(view.page_clip())
            self.said.emit(tr("Copied: the page that is shown."))

    def copy_elapsed(self) -> None:
        """Copy the time between two selected rows of the chronology, and the steps to it."""
        view = self._view()
        found = None if view is None else view.elapsed()
        if found is None:
            self.said.emit(
                tr(
                    "Select exactly two rows of the chronology, with Ctrl and a click or with"
                    " Shift and an arrow; the time between them is then copied."
                )
            )
            return
        clip, words = found
        clipboard.copy(clip)
        self.said.emit(tr("Copied: {what}.", what=words))

    def _ask(self, what: str) -> None:
        view = self._view()
        if view is not None:
            getattr(view, what)()
