"""The tab Chronology: what happened when, and what is owed by when."""

from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.ui.widgets.record_tab import RecordTab


class ChronologyTab(RecordTab):
    """What happened when, and what is owed by when."""

    tab = Tab.CHRONOLOGY

    @override
    def empty_words(self) -> str:
        return tr("This file records no events and no deadlines.")
