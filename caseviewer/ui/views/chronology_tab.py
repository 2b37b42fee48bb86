"""The tab Chronology: what happened when, and what is owed by when."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption
from caseviewer.ui.widgets.deadline_bar import DeadlineBar
from caseviewer.ui.widgets.record_tab import RecordTab


class ChronologyTab(RecordTab):
    """What happened when, and what is owed by when."""

    tab = Tab.CHRONOLOGY

    @override
    def side(self) -> QWidget:
        self.deadline_bar = DeadlineBar()
        self.deadline_bar.assumed.connect(self._assume)
        self.deadline_bar.left.connect(self.focus_list)
        return self.below(self.deadline_bar)

    @override
    def show_case(self, opened: OpenedCase) -> None:
        self.deadline_bar.show_deadline(opened, None)
        super().show_case(opened)

    @override
    def page_of(self, opened: OpenedCase, target: Target) -> Page:
        self.deadline_bar.show_deadline(opened, opened.index.get(target.record))
        return super().page_of(opened, target)

    def _assume(self, assumption: Assumption) -> None:
        self._session.take(self._session.standpoint.assuming(assumption))

    @override
    def empty_words(self) -> str:
        return tr("This file records no events and no deadlines.")
