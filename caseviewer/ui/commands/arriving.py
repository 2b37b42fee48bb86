"""Opens a case at a place in it, such as a hit that was found in the library."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from caseviewer.formatting.page import Target
from caseviewer.model.opened import OpenedCase
from caseviewer.search.hits import Hit
from caseviewer.ui.commands.opening import Opener
from caseviewer.ui.commands.view import View
from caseviewer.ui.session import Location, Session

Place = Target | Hit


class Arriving(QObject):
    """Goes to a place once its case is there; a case that is there already is not read again."""

    def __init__(
        self, session: Session, opener: Opener, view: Callable[[], View | None], parent: QObject
    ) -> None:
        """Go to places in the case of `session`, which `opener` reads, in the tab of `view`."""
        super().__init__(parent)
        self._session = session
        self._opener = opener
        self._view = view
        self._wanted: tuple[str, Place] | None = None
        opener.refused.connect(lambda *_: self._forget())

    def shows(self, path: str) -> bool:
        """Whether the case at a path is open, or being read for a place in it."""
        if self._wanted is not None and self._opener.busy:
            return _same(Path(self._wanted[0]), Path(path))
        return _is_at(self._session.whole, path)

    def open_at(self, path: str, place: Place) -> None:
        """Show a place in the case at a path."""
        if _is_at(self._session.whole, path) and not self._opener.busy:
            self._go(place)
            return
        self._wanted = (path, place)
        self._opener.open(path)

    def arrive(self, opened: OpenedCase) -> None:
        """The case is there: go to the place that was wanted in it."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and _is_at(opened, wanted[0]):
            self._go(wanted[1])

    def _forget(self) -> None:
        self._wanted = None

    def _go(self, place: Place) -> None:
        if isinstance(place, Hit):
            self._session.visit(Location(place.tab, place.record))
            view = self._view()
            if view is not None:
                view.show_found(place.span)
                view.focus_page()
        elif place != Target():
            self._session.go(place)


def _is_at(opened: OpenedCase | None, path: str) -> bool:
    if opened is None:
        return False
    return any(_same(Path(known), Path(path)) for known in (opened.path, opened.case_file))


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
