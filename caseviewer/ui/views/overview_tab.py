"""The overview: one page about the whole case, without a list."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseviewer.formatting.clip import ClipText, page_clip
from caseviewer.formatting.page import Tab
from caseviewer.formatting.pages import page_for
from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.page_view import PageView


class OverviewTab(QWidget):
    """The case on one page; a link to a proceeding shows that one here."""

    tab = Tab.OVERVIEW

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show what the session holds."""
        super().__init__(parent)
        self._session = session
        self.page_view = PageView(tr("Overview of the case"))
        self.page_view.activated.connect(session.go)
        layout = QVBoxLayout(self)
        step = 2 * theme.unit(self.font())
        layout.setContentsMargins(step, step, step, step)
        layout.addWidget(self.page_view)
        self.setFocusProxy(self.page_view)

    def show_location(self, location: Location) -> None:
        """Show the case of the session, or one of its proceedings."""
        opened = self._session.opened
        if opened is not None:
            self.page_view.show_page(page_for(opened, location.target))

    def clip(self) -> tuple[ClipText, str] | None:
        """A copy of the page, as there are no rows."""
        return self.page_clip(), tr("the overview")

    def page_clip(self) -> ClipText:
        """A copy of the page."""
        return page_clip(self.page_view.page)

    def focus_filter(self) -> None:
        """There is nothing to filter; the page takes the keys instead."""
        self.page_view.setFocus()

    def focus_list(self) -> None:
        """There is no list; the page takes the keys."""
        self.page_view.setFocus()

    def focus_page(self) -> None:
        """Give the keys to the page."""
        self.page_view.setFocus()

    def select_all(self) -> None:
        """Select the whole text of the page."""
        self.page_view.selectAll()

    def own_order(self) -> None:
        """The page has one order only."""
