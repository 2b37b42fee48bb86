"""Copying citations: of what is selected, in every form, and of the whole case."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.citations import exports
from caseviewer.citations.batch import bibliography
from caseviewer.citations.engine import EngineError
from caseviewer.citations.forms import Wanted
from caseviewer.citations.items import Item
from caseviewer.citations.styles import Style
from caseviewer.formatting.citation_clip import CopyAs, citation_clip, no_bibliography, runs_clip
from caseviewer.formatting.citing import case_items, items_of
from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.translate import tr
from caseviewer.ui import background, clipboard, messages
from caseviewer.ui.commands.citing import Citing, failure_words
from caseviewer.ui.commands.view import View
from caseviewer.ui.session import Session

_NEED_ENGINE = frozenset(CopyAs) - {CopyAs.VERBATIM, CopyAs.CLEAN}
_AT_PLACE = _NEED_ENGINE - {CopyAs.BIBLIOGRAPHY}


class CiteCommands(QObject):
    """The commands of the Cite menu for one window."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        citing: Citing,
        view: Callable[[], View | None],
    ) -> None:
        """`view` gives the tab that is in front; questions are asked in front of `window`."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._citing = citing
        self._view = view
        self._turn = background.Turn(self)
        # A copy of what is no longer there would be taken for one of what is.
        session.case_changed.connect(self.stop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "copy_citation": partial(self.copy_as, CopyAs.FORMATTED),
            "cite_defects": partial(self.copy_as, CopyAs.WITH_DEFECTS),
            "cite_short": partial(self.copy_as, CopyAs.SHORT),
            "cite_entry": partial(self.copy_as, CopyAs.BIBLIOGRAPHY),
            "cite_footnote": partial(self.copy_as, CopyAs.FOOTNOTE),
            "cite_verbatim": partial(self.copy_as, CopyAs.VERBATIM),
            "cite_clean": partial(self.copy_as, CopyAs.CLEAN),
            "bibliography_selected": partial(self.copy_bibliography, everything=False),
            "bibliography_all": partial(self.copy_bibliography, everything=True),
            "cite_ris": partial(self.export, tr("RIS"), exports.ris),
            "cite_biblatex": partial(self.export, tr("BibLaTeX"), exports.biblatex),
            "cite_csl": partial(self.export, tr("CSL-JSON"), exports.csl_json),
            "pinpoint": self.go_to_pinpoint,
            "add_style": self.add_style,
        }

    def add_style(self) -> None:
        """Ask for the file of a style, and format in it."""
        path = messages.ask_for_style(self._window)
        if path:
            self._citing.add(path)

    def go_to_pinpoint(self) -> None:
        """Go to where the place of the selected source is typed."""
        wanted = self._wanted()
        if wanted is not None:
            self._session.go(Target(wanted[0].source, Tab.CITATIONS))
            view = self._view()
            if view is not None:
                view.focus_pinpoint(wanted[0].pinpoint)

    def copy_as(self, form: CopyAs) -> None:
        """Copy the citations of what is selected; at once, where they are there."""
        wanted = self._wanted()
        if wanted is None:
            return
        opened, cited = self._session.opened, self._session.cited
        if opened is None:
            return
        citations, view = cited.citations, self._view()
        fault = "" if view is None or form not in _AT_PLACE else view.place_fault()
        if fault:
            self.warned.emit(fault)
            return
        if form in _NEED_ENGINE:
            if citations is None:
                self.warned.emit(cited.fault or tr("The citations are still being formatted."))
                return
            if any(citations.get(one) is None for one in wanted if one.pinpoint is not None):
                self._citing.ask(wanted, partial(self._copy, wanted, form))
                return
        self._copy(wanted, form)

    def _copy(self, wanted: Sequence[Wanted], form: CopyAs) -> None:
        opened, cited = self._session.opened, self._session.cited
        if opened is None:
            return
        made = citation_clip(opened, cited.citations, wanted, form)
        if not made.what:
            self.warned.emit(_nothing_words(form, made.missing))
            return
        clipboard.copy(made.clip)
        told = [tr("Copied: {what}.", what=f"{made.what} ({_form_words(form, cited.style)})")]
        if made.remarks:
            told.append(tr("To know: {remarks}.", remarks=made.remarks))
        if made.missing:
            told.append(tr("Not copied, as they have no such form: {which}.", which=made.missing))
        self.said.emit(" ".join(told))

    def copy_bibliography(self, *, everything: bool) -> None:
        """Copy the sources, or those selected, as a list sorted as the style says."""
        items = self._items(everything=everything)
        if items:
            self._beside(
                partial(_bibliography, items, self._citing.style),
                tr(
                    "bibliography of {count}",
                    count=counted(len(items), tr("source"), tr("sources")),
                ),
            )

    def export(self, name: str, write: Callable[[Sequence[Item]], str]) -> None:
        """Copy the selected sources in the format of another program."""
        items = self._items(everything=False)
        if items:
            count = counted(len(items), tr("source"), tr("sources"))
            self._beside(lambda _: ClipText(write(items), ""), f"{count} ({name})")

    def _wanted(self) -> tuple[Wanted, ...] | None:
        """What is selected, as places to cite; None, with a word, where nothing is."""
        view = self._view()
        wanted = () if view is None else view.cited()
        if not wanted:
            self.said.emit(tr("Nothing is selected that rests on a source; nothing was copied."))
            return None
        return wanted

    def _items(self, *, everything: bool) -> list[Item]:
        opened = self._session.opened
        if opened is None:
            return []
        if everything:
            return case_items(opened)
        return items_of(opened, self._wanted() or ())

    def _beside(self, work: Callable[[background.Job], ClipText], what: str) -> None:
        """Make a copy beside the window, and put it on the clipboard when it is there."""
        self._turn.start(work, partial(self._put, what), self._fail)

    def stop(self) -> None:
        """Give up the copy that is being made."""
        self._turn.stop()

    def _put(self, what: str, clip: ClipText) -> None:
        clipboard.copy(clip)
        self.said.emit(tr("Copied: {what}.", what=what))

    def _fail(self, error: Exception) -> None:
        known = isinstance(error, EngineError)
        self.warned.emit(str(error) if known else failure_words(error))


def _bibliography(items: Sequence[Item], style: Style, job: background.Job) -> ClipText:
    if not style.bibliography:
        raise EngineError(no_bibliography(style.title))
    return runs_clip([entry for _, entry in bibliography(items, style, job.should_stop)])


def _form_words(form: CopyAs, style: str) -> str:
    words = {
        CopyAs.FORMATTED: style,
        CopyAs.WITH_DEFECTS: style,
        CopyAs.SHORT: tr("short form, {style}", style=style),
        CopyAs.BIBLIOGRAPHY: tr("bibliography entry, {style}", style=style),
        CopyAs.FOOTNOTE: tr("Markdown footnote, {style}", style=style),
        CopyAs.VERBATIM: tr("the source’s own words, to the letter"),
        CopyAs.CLEAN: tr("the source’s own words, with plain spaces"),
    }
    return words[form]


def _nothing_words(form: CopyAs, missing: str) -> str:
    if form in _NEED_ENGINE:
        return tr("The style has no such form for {which}; nothing was copied.", which=missing)
    return tr("{which} gives no citation of its own; nothing was copied.", which=missing)
