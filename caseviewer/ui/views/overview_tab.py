"""The overview: one page about the whole case, without a list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.exporting.head import Chosen
from caseviewer.formatting.citing import cited_by
from caseviewer.formatting.clip import ClipText, page_clip
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import page_for
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.ui import theme
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.own_pane import OwnPane
from caseviewer.ui.widgets.own_reading import OwnReading
from caseviewer.ui.widgets.page_view import PageView


class OverviewTab(QWidget):
    """The case on one page; a link to a proceeding shows that one here."""

    wished = Signal(str, object)

    tab = Tab.OVERVIEW

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show what the session holds."""
        super().__init__(parent)
        self._session = session
        self._shown: tuple[OpenedCase, Target] | None = None
        self.page_view = PageView(tr("Overview of the case"))
        self.page_view.activated.connect(session.go)
        self.own = OwnReading(session, self.page_view, OwnPane(), tuple)
        self.own.pane.wished.connect(self.wished)
        self.own.pane.left.connect(self.focus_list)
        self.own.pane.hide()
        session.notes_changed.connect(self.show_notes)
        layout = QVBoxLayout(self)
        step = 2 * theme.unit(self.font())
        layout.setContentsMargins(step, step, step, step)
        layout.setSpacing(0)
        layout.addWidget(self.own.pane)
        layout.addWidget(self.page_view, 1)
        self.setFocusProxy(self.page_view)

    def show_location(self, location: Location) -> None:
        """Show the case of the session, or one of its proceedings."""
        opened, target = self._session.opened, location.target
        if opened is None:
            return
        if self._shown is None or self._shown[0] is not opened or self._shown[1] != target:
            self._shown = (opened, target)
            self._read_own(target)
            self.page_view.show_page(page_for(opened, target))

    def show_notes(self) -> None:
        """Show what is kept of the reader's own by now."""
        if self._shown is not None and self._shown[0] is self._session.opened:
            self._read_own(self._shown[1])
            self.own.renew()

    def _read_own(self, target: Target) -> None:
        """Go over to what is kept on a record; the case as a whole can bear no star."""
        self.own.read(target.record, target.record)
        self.own.pane.setVisible(bool(self.own.record()))

    def show_checks(self) -> None:
        """Show what was found of the case since."""
        opened = self._session.opened
        if opened is not None and self._shown is not None:
            target = self._shown[1]
            self._shown = (opened, target)
            self._read_own(target)
            self.page_view.renew(page_for(opened, target))

    def clip(self) -> tuple[ClipText, str] | None:
        """A copy of the page, as there are no rows."""
        return self.page_clip(), tr("the overview")

    def cited(self) -> tuple[Wanted, ...]:
        """What is cited where the shown proceeding is; the case as a whole is no source."""
        opened, record = self._session.opened, self._session.location.record
        item = None if opened is None else opened.index.get(record)
        return () if opened is None or item is None else cited_by(opened, item)

    def narrowed(self) -> Chosen | None:
        """Nothing is hidden here, as this is a page and no list."""
        return None

    def quotations(self) -> tuple[Quotation, ...]:
        """None is selected here."""
        return ()

    def page_clip(self) -> ClipText:
        """A copy of the page."""
        return page_clip(self.page_view.page)

    def elapsed(self) -> tuple[ClipText, str] | None:
        """No two records are selected here."""
        return None

    def focus_pinpoint(self, pinpoint: Pinpoint | None) -> None:
        """No place is typed here."""

    def place_fault(self) -> str:
        """Nothing is wrong, as no place is typed here."""
        return ""

    def focus_filter(self) -> None:
        """There is nothing to filter; the page takes the keys instead."""
        self.page_view.setFocus()

    def focus_list(self) -> None:
        """There is no list; the page takes the keys."""
        self.page_view.setFocus()

    def focus_page(self) -> None:
        """Give the keys to the page."""
        self.page_view.setFocus()

    def mark_found(self, marker: Marker | None) -> None:
        """Mark the words that a search found; None: no longer."""
        self.page_view.mark_found(marker)

    def show_found(self, _span: tuple[int, int] | None) -> None:
        """Bring the words that a search found into view."""
        self.page_view.go_to_found()

    def select_all(self) -> None:
        """Select the whole text of the page."""
        self.page_view.selectAll()

    def own_order(self) -> None:
        """The page has one order only."""
