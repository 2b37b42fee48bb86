"""The citations of the open case in the chosen style, made by the engine beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from caseviewer.citations.batch import SHEET_LIMIT, cite, cite_places
from caseviewer.citations.engine import EngineError
from caseviewer.citations.forms import Citations, Wanted
from caseviewer.citations.more_styles import load_style
from caseviewer.citations.style_xml import StyleError
from caseviewer.citations.styles import DEFAULT_STYLE, OUR_STYLES, Style, our_style
from caseviewer.formatting.citing import Cited, case_items, case_places, items_for, style_fault
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui import background
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session

_Asked = tuple[tuple[Wanted, ...], Callable[[], object]]


class Citing(QObject):
    """Formats the case of a session whenever it, or the style, changes.

    One job at a time: another style replaces what is under way. Places that were not formatted
    beforehand are added when they are asked for.
    """

    styles_changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, parent: QObject) -> None:
        """Follow `session`; the choice of style is remembered in `preferences`."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._chosen = str(preferences.get("citation_style"))
        self._style: Style | None = None
        self._turn = background.Turn(self)
        self._asked: list[_Asked] = []
        session.case_changed.connect(self.refresh)

    @property
    def chosen(self) -> str:
        """The name of the chosen style."""
        return self._chosen

    @property
    def style(self) -> Style:
        """The chosen style; the default where that cannot be used any more."""
        return self._style or self._loaded()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """The styles that can be chosen, as (name, title): ours, then those that were added."""
        added = tuple((path, Path(path).stem) for path in self._preferences.get("added_styles"))
        return (*OUR_STYLES.items(), *added)

    def choose(self, name: str) -> bool:
        """Format in another style and remember it; whether it could be used."""
        try:
            style = load_style(name)
        except StyleError as error:
            self.failed.emit(style_fault(Path(name).name, error))
            self._tell_choices()
            return False
        self._style, self._chosen = style, name
        self._preferences.set("citation_style", name)
        self._tell_choices()
        self.refresh()
        return True

    def add(self, path: str) -> None:
        """Add a style of the user's and choose it, unless it cannot be used."""
        path = str(Path(path).absolute())
        if self.choose(path):
            known = [one for one in self._preferences.get("added_styles") if one != path]
            self._preferences.set("added_styles", [*known, path])
            self._tell_choices()

    def refresh(self) -> None:
        """Format the open case anew."""
        opened = self._session.opened
        if opened is None:
            return
        style = self.style
        self._asked.clear()
        self._session.show_cited(Cited(style.title, style.name, self.choices()))
        self._turn.start(partial(_first_citations, opened, style), self._show_first, self._fail)

    def ask(self, wanted: Sequence[Wanted], then: Callable[[], object]) -> None:
        """Format places that are not there yet, then call `then`.

        What was asked for before, and is still under way, is asked for again with it: a preview
        never takes a copy away.
        """
        opened, known = self._session.opened, self._session.cited.citations
        if opened is None or known is None:
            return
        self._asked.append((tuple(wanted), then))
        places = tuple(one for asked, _ in self._asked for one in asked)
        self._turn.start(partial(_more_citations, opened, known, places), self._answer, self._fail)

    def stop(self) -> None:
        """Give up what is being formatted."""
        self._turn.stop()

    def _loaded(self) -> Style:
        try:
            self._style = load_style(self._chosen)
        except StyleError as error:
            self.failed.emit(style_fault(Path(self._chosen).name, error))
            self._chosen, self._style = DEFAULT_STYLE, our_style(DEFAULT_STYLE)
            self._preferences.set("citation_style", DEFAULT_STYLE)
            self.styles_changed.emit()
        return self._style

    def _answer(self, found: Citations) -> None:
        asked, self._asked = self._asked, []
        self._show(found)
        for _, then in asked:
            then()

    def _show_first(self, made: tuple[Citations, Sequence[Wanted]]) -> None:
        found, left = made
        self._show(found)
        opened = self._session.opened
        if opened is not None and left:
            work = partial(_more_citations, opened, found, left)
            self._turn.start(work, self._show, self._fail)

    def _show(self, found: Citations) -> None:
        style = found.style
        self._session.show_cited(Cited(style.title, style.name, self.choices(), found))

    def _tell_choices(self) -> None:
        """Show the styles as they are now, even where the choice did not change."""
        self.styles_changed.emit()
        self._session.show_cited(replace(self._session.cited, choices=self.choices()))

    def _fail(self, error: Exception) -> None:
        self._asked.clear()
        words = str(error) if isinstance(error, EngineError) else failure_words(error)
        self._session.show_cited(replace(self._session.cited, fault=words))
        self.failed.emit(words)


def failure_words(error: Exception) -> str:
    """What is said where the program itself is at fault."""
    return tr(
        "The program failed while it formatted citations ({name}), which is a fault of the"
        " program and not of the file.",
        name=type(error).__name__,
    )


def _first_citations(
    opened: OpenedCase, style: Style, job: background.Job
) -> tuple[Citations, Sequence[Wanted]]:
    """Everything in one call where the case is small, else the sources, which the list shows.

    With them come the places that are left.
    """
    items, places = case_items(opened), case_places(opened)
    if len(items) + len(places) <= SHEET_LIMIT or not style.by_itself:
        return cite(items, places, style, job.should_stop), ()
    return cite(items, (), style, job.should_stop), places


def _more_citations(
    opened: OpenedCase, known: Citations, wanted: Sequence[Wanted], job: background.Job
) -> Citations:
    return cite_places(items_for(opened, wanted, known.style), wanted, known, job.should_stop)
