"""A page that is as high as its text needs; it scrolls only where there is no room for that."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseviewer.formatting.page import Page
from caseviewer.ui import theme
from caseviewer.ui.widgets.page_view import PageView


class FittedPage(PageView):
    """A few lines above or below something larger; each part may be a link."""

    longest_line = 10_000
    margin = 2
    """Around the text, in units of the theme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty; `name` is what a screen reader calls the page."""
        super().__init__(name, parent)
        self._most: int | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def limit(self, most: int) -> None:
        """Grow no higher than that many pixels; what is longer scrolls."""
        self._most = most
        self._fit()

    @override
    def show_page(self, page: Page) -> None:
        super().show_page(page)
        self.document().setDocumentMargin(self.margin * theme.unit(self.font()))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height()) + 2 * self.frameWidth()
        if self._most is not None:
            policy = Qt.ScrollBarPolicy
            beyond = height > self._most
            self.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOn if beyond else policy.ScrollBarAlwaysOff
            )
            height = min(height, self._most)
        if height != self.height():
            self.setFixedHeight(height)
