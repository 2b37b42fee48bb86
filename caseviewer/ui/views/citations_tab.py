"""The tab Citations: the sources, their own citations and their passages."""

from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.ui.widgets.record_tab import RecordTab


class CitationsTab(RecordTab):
    """The sources, their own citations and their passages."""

    tab = Tab.CITATIONS

    @override
    def empty_words(self) -> str:
        return tr("This file names no sources.")
