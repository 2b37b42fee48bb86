"""An open case: its header, and the tabs beneath it.

A tab is made, and what its list needs is loaded, when it first comes to the front.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.overview_page import header_page, low_header_page
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.tabs import tab_count, tab_title
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.commands.view import View
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.safe_text import control_text
from caseviewer.ui.session import Location, Session
from caseviewer.ui.views.overview_tab import OverviewTab
from caseviewer.ui.widgets.as_at_bar import AsAtBar
from caseviewer.ui.widgets.fitted_page import FittedPage
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.search_frame import SearchFrame
from caseviewer.ui.widgets.unsaved_bar import UnsavedBar

if TYPE_CHECKING:
    from caseviewer.exporting.head import Chosen
    from caseviewer.ui.widgets.record_tab import RecordTab


_LOW_LINES = 30
"""A window of fewer lines has better use for them than a large title."""
_SHARE = 4.8
_WIDE_LETTER = 1.2


class CaseHeader(FittedPage):
    """Title, proceeding and receipt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(tr("About the open case"), parent)
        self.setObjectName("header")
        self._opened: OpenedCase | None = None
        self._letters = self._room = 0

    def show_case(self, opened: OpenedCase) -> None:
        """Head the tabs of a case."""
        self._opened = opened
        self._show()

    def fit_into(self, room: int) -> None:
        """Take less of a window that is low: one line of the title, and a part of the receipt."""
        metrics, self._room = self.fontMetrics(), room
        low = room < _LOW_LINES * metrics.lineSpacing()
        letters = int(self.width() / (_WIDE_LETTER * metrics.averageCharWidth())) if low else 0
        self.limit(int(room / _SHARE) if low else room)
        if letters != self._letters:
            self._letters = letters
            self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title anew, where the field beside it left or came."""
        super().resizeEvent(event)
        if self._room and event.size().width() != event.oldSize().width():
            self.fit_into(self._room)

    def _show(self) -> None:
        opened, letters = self._opened, self._letters
        if opened is not None:
            self.show_page(low_header_page(opened, letters) if letters else header_page(opened))


@cache
def _record_tabs() -> "dict[Tab, type[RecordTab]]":
    from caseviewer.ui.views.chronology_tab import ChronologyTab
    from caseviewer.ui.views.citations_tab import CitationsTab
    from caseviewer.ui.views.documents_tab import DocumentsTab
    from caseviewer.ui.views.parties_tab import PartiesTab
    from caseviewer.ui.views.quotations_tab import QuotationsTab
    from caseviewer.ui.views.review_tab import ReviewTab

    made = (PartiesTab, ChronologyTab, QuotationsTab, CitationsTab, DocumentsTab, ReviewTab)
    return {view.tab: view for view in made}


class CaseView(QWidget):
    """Header and tabs; follows the session and moves it."""

    tab_shown = Signal(object)
    wished = Signal(str, object)

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Build the header and a place for each tab."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._following = False
        self.header = CaseHeader()
        self.header.activated.connect(session.go)
        self.as_at_bar = AsAtBar()
        self.unsaved_bar = UnsavedBar()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Tabs of the case"))
        self.tabs.tabBar().setDrawBase(False)
        self._views: dict[Tab, OverviewTab | RecordTab] = {}
        self._marker: Marker | None = None
        self.search = SearchFrame(self.header, self.tabs, preferences, self)
        self._places = {tab: self._place() for tab in Tab}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.search.head)
        layout.addWidget(self.unsaved_bar)
        layout.addWidget(self.as_at_bar)
        layout.addWidget(self.search.body, 1)
        self.tabs.currentChanged.connect(self._tab_chosen)
        session.case_changed.connect(self._show_case)
        session.case_checked.connect(self._show_checks)
        session.location_changed.connect(self.show_location)

    def view(self) -> View:
        """The tab in front."""
        return self.tab_view(self._session.location.tab)

    def tab_view(self, tab: Tab) -> "OverviewTab | RecordTab":
        """The widget of a tab; made on first use."""
        if tab not in self._views:
            self._views[tab] = made = self._made(tab)
            made.mark_found(self._marker)
            self._places[tab].addWidget(made)
            made.show()  # at once, where its place is in front already
        return self._views[tab]

    def is_made(self, tab: Tab) -> bool:
        """Whether a tab has been looked at."""
        return tab in self._views

    def narrowed(self, tab: Tab) -> "Chosen | None":
        """The rows that a list shows, where a filter hides others of the open case."""
        view = self._views.get(tab)
        return None if view is None else view.narrowed()

    def show_location(self, location: Location) -> None:
        """Bring a tab to the front and what is selected in it into view."""
        view, place = self.tab_view(location.tab), list(Tab).index(location.tab)
        moved = self.tabs.currentIndex() != place and not self.tabs.tabBar().hasFocus()
        self._following = True
        self.tabs.setCurrentIndex(place)
        view.show_location(location)
        self._following = False
        if moved:
            view.focus_list()
        self.tab_shown.emit(location.tab)

    def mark_found(self, marker: Marker | None) -> None:
        """Mark the words that a search found, wherever they are read; None: no longer."""
        self._marker = marker
        for view in self._views.values():
            view.mark_found(marker)

    def _place(self) -> QVBoxLayout:
        """An empty page behind the next tab."""
        page = QWidget()
        self.tabs.addTab(page, "")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        return layout

    def _made(self, tab: Tab) -> "OverviewTab | RecordTab":
        made = (
            OverviewTab(self._session)
            if tab is Tab.OVERVIEW
            else _record_tabs()[tab](self._session, self._preferences)
        )
        made.wished.connect(self.wished)
        return made

    def _show_case(self) -> None:
        opened = self._session.opened
        self.as_at_bar.show_case(opened)
        if opened is None:
            return
        self.header.show_case(opened)
        for place, tab in enumerate(Tab):
            count = tab_count(opened, tab)
            title = tab_title(tab) if tab is Tab.OVERVIEW else f"{tab_title(tab)} {count}"
            self.tabs.setTabText(place, control_text(title))

    def _show_checks(self) -> None:
        self._show_case()
        for view in self._views.values():
            view.show_checks()

    def _tab_chosen(self, place: int) -> None:
        if not self._following:
            self._session.go(Target(tab=list(Tab)[place]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.fit(self.width())
        self.header.fit_into(self.height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._session.opened is not None:
            self.search.fit(self.width())
            self.header.fit_into(self.height())
            self.show_location(self._session.location)
