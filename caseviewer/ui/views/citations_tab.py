"""The Citations tab: every source in the chosen style, and one in all its forms."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint, PinpointError, parse_pinpoint
from caseviewer.citations.runs import plain
from caseviewer.citations.styles import Style
from caseviewer.formatting.citation_clip import is_counted_at
from caseviewer.formatting.citing import Cited, cited_by
from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.pages import page_for
from caseviewer.formatting.source_tables import citations_table
from caseviewer.formatting.table import Table
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Passage
from caseviewer.ui.widgets.cite_bar import CiteBar
from caseviewer.ui.widgets.record_tab import RecordTab


class CitationsTab(RecordTab):
    """Where it is written: sources, with the place in them that a citation leads to."""

    tab = Tab.CITATIONS

    @override
    def empty_words(self) -> str:
        return tr("This file names no sources.")

    @override
    def side(self) -> QWidget:
        self.bar = CiteBar()
        self._shown = ""
        self._listed = self._session.cited
        self.bar.style_chosen.connect(lambda name: self.wished.emit("choose_style", name))
        self.bar.place_typed.connect(lambda _: self._show_place())
        self.bar.copy_wanted.connect(lambda: self.wished.emit("copy_citation", None))
        self.bar.place.left.connect(self.focus_list)
        self._session.cited_changed.connect(self.show_citations)
        self.bar.show_styles(self._session.cited.choices, self._session.cited.name)
        return self.below(self.bar)

    @override
    def show_target(self, opened: OpenedCase, target: Target) -> None:
        super().show_target(opened, target)
        if target.record != self._shown:
            self._shown = target.record
            record = opened.index.get(target.record)
            place = cited_by(opened, record) if isinstance(record, Passage) else ()
            pinpoint = place[0].pinpoint if place else None
            self.bar.set_place("" if pinpoint is None else pinpoint.words())
        self._show_place()

    @override
    def cited(self) -> tuple[Wanted, ...]:
        chosen = super().cited()
        if len(chosen) != 1:
            return chosen
        try:
            return (Wanted(chosen[0].source, self._pinpoint()),)
        except PinpointError:
            return chosen

    @override
    def place_fault(self) -> str:
        try:
            self._pinpoint()
        except PinpointError as error:
            return str(error)
        return ""

    @override
    def focus_pinpoint(self, pinpoint: Pinpoint | None) -> None:
        if pinpoint is not None:
            self.bar.set_place(pinpoint.words())
            self._show_place()
        self.bar.place.setFocus()
        self.bar.place.selectAll()

    @override
    def page_of(self, opened: OpenedCase, target: Target) -> Page:
        return page_for(opened, target, self._session.cited)

    @override
    def table_of(self, opened: OpenedCase) -> Table:
        self._listed = self._session.cited
        return citations_table(opened, self._listed)

    def show_citations(self) -> None:
        """Show the citations as they are now; what has not changed stays where it is."""
        cited, opened = self._session.cited, self._session.opened
        self.bar.show_styles(cited.choices, cited.name)
        model = self.model()
        if opened is None or model is None or opened is not self._opened:
            return
        if _style_of(cited) is not _style_of(self._listed):
            self.replace_table(opened, model)
        location = self._session.location
        if location.tab is self.tab:
            page = self.page_of(opened, location.target)
            if page != self.page_view.page:
                self.page_view.show_page(page)
            self._show_place()

    def _pinpoint(self) -> Pinpoint | None:
        """What is typed; `PinpointError` where it is no place."""
        text = self.bar.place.text()
        return parse_pinpoint(text) if text.strip() else None

    def _show_place(self) -> None:
        """Show the citation at the typed place; it is asked for where it is not there yet."""
        self.bar.show_preview(*self._place_words())

    def _place_words(self) -> tuple[str, str]:
        """The citation at the typed place, or why it is not there; and what to know of it."""
        opened, citations = self._session.opened, self._session.cited.citations
        if not self.bar.place.text().strip() or self.place_fault():
            return self.place_fault(), ""
        chosen = self.cited()
        if opened is None or citations is None or len(chosen) != 1:
            return "", ""
        (wanted,) = chosen
        runs = citations.get(wanted)
        if runs is None:
            if self._session.cited.fault:
                return self._session.cited.fault, ""
            self.wished.emit("format", wanted)
            return tr("The citation is being formatted…"), ""
        counted = is_counted_at(opened, wanted)
        note = tr("The paragraphs were counted; the source prints no numbers.") if counted else ""
        return plain(runs), note


def _style_of(cited: Cited) -> Style | None:
    """The style in which a list shows its sources: places that come to it change no row."""
    return None if cited.citations is None else cited.citations.style
