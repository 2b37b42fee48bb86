"""The tab Documents: facts above, the text with its paragraph numbers below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import document_source, page_for
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Passage, Source
from caseviewer.ui.commands import document_text
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.widgets.document_view import DocumentView
from caseviewer.ui.widgets.record_tab import RecordTab


class DocumentsTab(RecordTab):
    """What the sources were read from; a passage is selected in its text."""

    tab = Tab.DOCUMENTS
    shares = (0.36, 0.64)

    @override
    def side(self) -> QWidget:
        self.text = DocumentView(tr("Text of the document"))
        self.fault = PlainLabel()
        self._shown: tuple[OpenedCase, str] | None = None
        self._text = ""
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        for part, stretch in ((self.page_view, 2), (self.fault, 0), (self.text, 3)):
            both.addWidget(part)
            both.setStretchFactor(both.count() - 1, stretch)
        return both

    @override
    def empty_words(self) -> str:
        return tr("No source of this file has a document recorded.")

    @override
    def show_target(self, opened: OpenedCase, target: Target) -> None:
        item = opened.index.get(target.record)
        source = None if item is None else document_source(opened, item)
        if source is None:
            self._show_text(document_text.DocumentText())
            self._shown = None
            self.page_view.show_page(page_for(opened, target))
            return
        self._show_document(opened, source)
        self.text.fit_font()
        self.page_view.show_page(page_for(opened, Target(source.id, Tab.DOCUMENTS)))
        if isinstance(item, Passage):
            # Words that are not found leave nothing selected, least of all other words.
            self.text.select(*(document_text.place_of(opened, item, self._text) or (0, 0)))

    @override
    def show_case(self, opened: OpenedCase) -> None:
        self._show_text(document_text.DocumentText())
        self._shown = None
        super().show_case(opened)

    def _show_document(self, opened: OpenedCase, source: Source) -> None:
        if self._shown is not None and self._shown[0] is opened and self._shown[1] == source.id:
            return
        self._shown = (opened, source.id)
        self._show_text(document_text.load(opened, source))

    def _show_text(self, found: document_text.DocumentText) -> None:
        self._text = found.text
        self.fault.set_text(found.fault)
        self.fault.setVisible(bool(found.fault))
        self.text.setVisible(bool(found.text))
        self.text.show_text(found.text, found.numbered)
