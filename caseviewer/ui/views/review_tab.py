"""The tab Review: problems of the bundle, differences and gaps."""

from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.ui.widgets.record_tab import RecordTab


class ReviewTab(RecordTab):
    """Problems of the bundle, differences and gaps."""

    tab = Tab.REVIEW

    @override
    def empty_words(self) -> str:
        return tr("No problems, differences or gaps are recorded in this file.")
