"""The tab Quotations: who said what, through whom."""

from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.ui.widgets.record_tab import RecordTab


class QuotationsTab(RecordTab):
    """Who said what, through whom."""

    tab = Tab.QUOTATIONS
    quoted = True

    @override
    def empty_words(self) -> str:
        return tr("This file holds no quotations.")
