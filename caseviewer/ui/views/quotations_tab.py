"""The tab Quotations: who said what, through whom."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import can_open, document_source
from caseviewer.formatting.translate import tr
from caseviewer.ui.widgets.brief_bar import BriefBar
from caseviewer.ui.widgets.record_tab import RecordTab


class QuotationsTab(RecordTab):
    """Who said what, through whom."""

    tab = Tab.QUOTATIONS
    quoted = True

    @override
    def side(self) -> QWidget:
        self.bar = BriefBar(partial(self._preferences.get, "brief_parts"))
        self.bar.copy_wanted.connect(lambda: self.wished.emit("copy_brief", None))
        self.bar.parts_chosen.connect(partial(self._preferences.set, "brief_parts"))
        self.bar.parts.left.connect(self.focus_list)
        return self.below(self.bar)

    @override
    def follow_row(self, _record: str) -> None:
        """Open the document at the words, if it may be here; else read what is known of them."""
        opened = self._session.opened
        item = None if opened is None else opened.index.get(_record)
        source = None if opened is None or item is None else document_source(opened, item)
        if opened is None or source is None or not can_open(opened, source):
            super().follow_row(_record)
            return
        self._session.go(Target(_record, Tab.DOCUMENTS))
        self.wished.emit("focus_page", None)

    @override
    def empty_words(self) -> str:
        return tr("This file holds no quotations.")
