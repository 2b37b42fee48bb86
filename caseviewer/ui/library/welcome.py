"""What the library's window shows where there is no list: a page, and the one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Page
from caseviewer.ui import theme
from caseviewer.ui.safe_text import set_button_text
from caseviewer.ui.widgets.fitted_page import FittedPage

_WIDTH_EMS = 40


class Welcome(QScrollArea):
    """A page of a width that can be read, with a button beneath it."""

    wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the page."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.page_view = FittedPage(name)
        self.page_view.setObjectName("header")
        self.page_view.margin = 0
        self.button = QPushButton()
        self.button.setDefault(True)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.wanted)
        outer, self._page = QWidget(), QWidget()
        centred = QVBoxLayout(outer)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        centred.addWidget(self._page)
        column = self._column = QVBoxLayout(self._page)
        column.addWidget(self.page_view)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(outer)
        self.setFocusProxy(self.button)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as wide as can be read, if there is room."""
        wanted = _WIDTH_EMS * self.fontMetrics().averageCharWidth() * 2
        around = 4 * theme.unit(self.font())
        self._page.setFixedWidth(max(1, min(wanted, self.viewport().width() - around)))

    def show_words(self, page: Page, act: str) -> None:
        """Show a page, and what the button does."""
        step = theme.unit(self.font())
        self._column.setContentsMargins(2 * step, 8 * step, 2 * step, 4 * step)
        self._column.setSpacing(4 * step)
        self._fit()
        set_button_text(self.button, act)
        self.page_view.show_page(page)
