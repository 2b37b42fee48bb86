"""The tab Chronology: what happened when, and what is owed by when."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.pages import row_of
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.session import Location
from caseviewer.ui.widgets.record_tab import RecordTab
from caseviewer.ui.widgets.timeline_frame import TimelineFrame


class ChronologyTab(RecordTab):
    """What happened when, and what is owed by when: as a picture, and as a list."""

    tab = Tab.CHRONOLOGY

    @override
    def whole(self) -> QWidget:
        self.frame = TimelineFrame(self.pane, self._preferences)
        timeline = self.frame.timeline
        timeline.row_selected.connect(self._select)
        timeline.row_followed.connect(self.follow_row)
        timeline.picture_wanted.connect(lambda: self.wished.emit("save_timeline", None))
        timeline.left.connect(self.focus_list)
        return self.frame

    @override
    def empty_words(self) -> str:
        return tr("This file records no events and no deadlines.")

    @override
    def show_case(self, opened: OpenedCase) -> None:
        super().show_case(opened)
        model = self.model()
        if model is not None:
            self.frame.show_rows(opened, model, anew=True)

    @override
    def replace_table(self, opened: OpenedCase, model: RecordTableModel) -> None:
        super().replace_table(opened, model)
        self.frame.show_rows(opened, model, anew=False)

    @override
    def show_location(self, location: Location) -> None:
        super().show_location(location)
        if self._opened is not None and location.record:
            self.frame.timeline.show_record(row_of(self._opened, location.target))
