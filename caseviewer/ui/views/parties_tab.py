"""The tab Parties: the people, groups, organizations, States and bodies of the case."""

from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.ui.widgets.record_tab import RecordTab


class PartiesTab(RecordTab):
    """The people, groups, organizations, States and bodies of the case."""

    tab = Tab.PARTIES

    @override
    def empty_words(self) -> str:
        return tr("This file names no parties.")
