"""What was found, tab by tab: how many hits, the list of them, or why there is none."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui import theme
from caseviewer.ui.widgets.fitted_page import FittedPage
from caseviewer.ui.widgets.hit_list import HitList
from caseviewer.ui.widgets.left_by_esc import LeftByEsc
from caseviewer.ui.widgets.page_view import PageView

_HEAD_SHARE = 3
"""The part of the panel's height that counts and remarks take at most."""


class FoundHead(FittedPage):
    """Counts and remarks above the hits."""

    margin = 1


class SearchPanel(LeftByEsc):
    """Hits grouped by tab; or a quiet page, where there are none."""

    followed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty page."""
        super().__init__(parent)
        self.head = FoundHead(tr("What was found"))
        self.list = HitList()
        self.page = PageView(tr("About the search"))
        self.head.activated.connect(self._jump)
        self.list.followed.connect(self.followed)
        self.list.left.connect(self.left)
        self._stack = QStackedLayout()
        self._column = QVBoxLayout(self)
        step = 2 * theme.unit(self.font())
        self._column.setContentsMargins(step, step, step, step)
        self._column.setSpacing(step // 2)
        self._column.addWidget(self.head)
        self._column.addLayout(self._stack, 1)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.list)
        self.show_page(Page())

    def put_on_top(self, bar: QWidget) -> None:
        """Show a bar above everything else."""
        self._column.insertWidget(0, bar)

    def take_keys(self) -> None:
        """Give the keys to the hits, or to the page in their place."""
        (self.list if self.list.hits.hits else self.page).setFocus()

    def show_hits(
        self, head: Page, counts: Mapping[Tab, int], line_of: Callable[[int], HitLine]
    ) -> None:
        """Show hits, with a page above them that leads to those of each tab."""
        self._show_head(head)
        self.list.hits.show_hits(counts, line_of)
        self._stack.setCurrentWidget(self.list)

    def show_page(self, page: Page, head: Page | None = None) -> None:
        """Show a page and no hits."""
        self._show_head(Page() if head is None else head)
        if page != self.page.page:
            self.page.show_page(page)
        self.list.hits.clear()
        self._stack.setCurrentWidget(self.page)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.limit(max(self.height() // _HEAD_SHARE, 2 * self.fontMetrics().lineSpacing()))

    def _show_head(self, head: Page) -> None:
        if head != self.head.page:
            self.head.show_page(head)
        self.head.setVisible(bool(head.blocks))

    def _jump(self, target: Target) -> None:
        """Go to the first hit of a tab."""
        place = None if target.tab is None else self.list.hits.first_of(target.tab)
        if place is not None:
            self.list.go_to(place)
            self.list.setFocus()
