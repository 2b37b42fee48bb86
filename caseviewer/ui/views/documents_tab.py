"""The tab Documents: facts above, the document itself below, beside it its counterpart."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.pages import can_open, document_source, has_words, is_own_copy, page_for
from caseviewer.formatting.source_page import counterpart
from caseviewer.formatting.standing import marked_page, marked_passages, standing_page, uncited_page
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source
from caseviewer.ui import theme
from caseviewer.ui.commands.shown_document import ShownDocument
from caseviewer.ui.safe_text import set_button_text
from caseviewer.ui.widgets.document_pane import DocumentPane
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.record_tab import RecordTab

_FACTS = 280
"""The height of the facts, in thousandths of the whole."""
_LINES_FOR_FACTS = 32
"""In a lower window the document needs all the room, unless the reader asks for the facts."""


class DocumentsTab(RecordTab):
    """What the sources were read from; what is cited is marked in its text."""

    tab = Tab.DOCUMENTS
    shares = (0.32, 0.68)

    @override
    def side(self) -> QWidget:
        copies = partial(self._preferences.get, "document_copies")
        self.document = ShownDocument(DocumentPane(tr("Text of the document")), copies)
        self.beside = ShownDocument(DocumentPane(tr("Text beside it")), copies)
        self._attach = self._button(tr("Attach a copy…"))
        self._beside = self._button("", checkable=True)
        self._uncited = self._button(tr("Not cited by anything"), checkable=True)
        self._facts = self._button(tr("About the document"), checkable=True)
        self._facts_chosen = False
        self._facts.clicked.connect(self._choose_facts)
        self._attach.clicked.connect(lambda: self.wished.emit("attach_document", None))
        self._beside.clicked.connect(self._show_again)
        self._uncited.clicked.connect(self._show_again)
        for one in (self.document, self.beside):
            one.shown.connect(self._show_marks)
            one.chosen.connect(partial(self._tell_standing, one))
            one.pane.stands_on.activated.connect(self._session.go)
        return self._lay_out()

    def _lay_out(self) -> QWidget:
        side, row = QWidget(), QHBoxLayout()
        for button in (self._attach, self._facts, self._uncited, self._beside):
            row.addWidget(button)
        row.addStretch(1)
        both = self._both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.document.pane)
        both.addWidget(self.beside.pane)
        both.setChildrenCollapsible(False)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self.page_view)
        self._parts.addWidget(both)
        self._parts.setSizes([_FACTS, 1_000 - _FACTS])
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self.font()))
        column.addLayout(row)
        column.addWidget(self.own.pane)
        column.addWidget(self._parts, 1)
        return side

    def _button(self, text: str, *, checkable: bool = False) -> QPushButton:
        made = QPushButton()
        set_button_text(made, text)
        made.setCheckable(checkable)
        return made

    @override
    def empty_words(self) -> str:
        return tr("No source of this file has a document recorded.")

    @override
    def focus_page(self) -> None:
        self.document.pane.front().setFocus()

    @override
    def mark_found(self, marker: Marker | None) -> None:
        super().mark_found(marker)
        for one in (self.document, self.beside):
            one.pane.text.mark_found(marker)

    @override
    def show_found(self, span: tuple[int, int] | None) -> None:
        opened, location = self._session.opened, self._session.location
        source = None if opened is None else self._source(opened, location.target)
        if span is None or source is None:
            super().show_found(span)
        else:
            self.document.go_to(source.id, span[0])

    @override
    def show_target(self, opened: OpenedCase, target: Target) -> None:
        source = self._source(opened, target)
        other = None if source is None else counterpart(opened, source)
        self._offer(opened, source, other)
        self.document.show_source(opened, source)
        beside = other if self._beside.isChecked() else None
        self.beside.show_source(opened, beside)
        self.beside.pane.setVisible(beside is not None)
        self.own.read(target.record, self.read_alone(target))
        self.page_view.show_page(self.page_of(opened, target))
        self._show_marks()

    @override
    def read_alone(self, target: Target) -> str | None:
        """The facts are those of the source; what is kept on a place in it stands at its foot."""
        opened = self._session.opened
        source = None if opened is None else self._source(opened, target)
        return target.record if source is None else source.id

    @override
    def show_notes(self) -> None:
        super().show_notes()
        if self._opened is self._session.opened:
            self._show_marks()

    @override
    def renew_target(self, opened: OpenedCase, target: Target) -> None:
        self.show_target(opened, target)

    @override
    def page_of(self, opened: OpenedCase, target: Target) -> Page:
        source = self._source(opened, target)
        if source is None:
            return page_for(opened, target)
        if self._uncited.isChecked() and self.document.contents.laid is not None:
            found = self.document.contents.uncited
            return uncited_page([(number, words) for number, _, words in found])
        return page_for(opened, Target(source.id, Tab.DOCUMENTS))

    @override
    def show_case(self, opened: OpenedCase) -> None:
        self.document.forget()
        self.beside.forget()
        super().show_case(opened)

    def _source(self, opened: OpenedCase, target: Target) -> Source | None:
        item = opened.index.get(target.record)
        return None if item is None else document_source(opened, item)

    def _offer(self, opened: OpenedCase, source: Source | None, other: Source | None) -> None:
        """Show the buttons for what can be done with a document."""
        here = source is not None and can_open(opened, source)
        own = source is not None and is_own_copy(opened, source)
        set_button_text(self._attach, tr("Attach another copy…") if own else tr("Attach a copy…"))
        self._attach.setVisible(source is not None and (own or not here))
        self._both.setVisible(here)
        self._facts.setVisible(here)
        self._show_facts()
        self._uncited.setVisible(here and source is not None and has_words(opened, source))
        offered = here and other is not None and can_open(opened, other)
        self._beside.setVisible(offered)
        if other is not None:
            words = tr(
                "{nature} beside it ({number})",
                nature=word(other.nature).capitalize(),
                number=opened.index.short(other.id),
            )
            set_button_text(self._beside, words)
        if not offered:
            self._beside.setChecked(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._facts_chosen:
            lines = self.height() / max(1, self.fontMetrics().height())
            self._facts.setChecked(lines >= _LINES_FOR_FACTS)
            self._show_facts()

    def _choose_facts(self) -> None:
        self._facts_chosen = True
        if not self._facts.isChecked():
            self._uncited.setChecked(False)
        self._show_again()

    def _show_facts(self) -> None:
        """Show what is known of the document, or leave the room to its text."""
        wanted = self._facts.isChecked() or self._uncited.isChecked()
        self.page_view.setVisible(wanted or self._both.isHidden())

    def _show_again(self) -> None:
        opened, location = self._session.opened, self._session.location
        if opened is not None and location.tab is self.tab and location.record:
            self.show_target(opened, location.target)

    def _show_marks(self) -> None:
        """Mark what the reader came for, once the document is there."""
        opened, location = self._session.opened, self._session.location
        if opened is None or location.tab is not self.tab:
            return
        if self._uncited.isChecked():
            self.page_view.show_page(self.page_of(opened, location.target))
        wanted = marked_passages(opened, location.record)
        source = self.document.contents.source
        here = {passage.id for passage in wanted if passage.source == source}
        shown = self.document.mark(here, location.record)
        if self.document.contents.source and not self.document.contents.fault:
            self._tell_marked(opened, shown)
        for number in self.document.numbers_at(shown):
            self.beside.go_to_number(number, location.record)
            break

    def _tell_marked(self, opened: OpenedCase, passages: Collection[str]) -> None:
        """Say beneath the document what is marked, and what the reader keeps on that."""
        record, source = self._session.location.record, self.document.contents.source
        elsewhere = record == source and not self.page_view.isHidden()
        own = () if elsewhere else self.own.blocks(record)
        self.document.pane.tell(marked_page(opened, record, source, passages), own)

    def _tell_standing(self, shown: ShownDocument, passages: Sequence[str] | None) -> None:
        opened = self._session.opened
        if opened is None:
            return
        if passages is None and shown is self.beside:
            shown.pane.tell(Page())
        elif passages is None:
            self._tell_marked(opened, shown.marked)
        else:
            shown.pane.tell(standing_page(opened, passages))
