"""A page on top of the window, put away with Esc."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from caseviewer.formatting.page import Page
from caseviewer.formatting.translate import tr
from caseviewer.ui.safe_text import set_button_text
from caseviewer.ui.widgets.page_view import PageView

_SHARE_OF_WINDOW = 0.8


class PageDialog(QDialog):
    """Shows one page; the window stays usable beside it."""

    def __init__(self, parent: QWidget, title: str, page: Page) -> None:
        """Build the dialog; `shown` also shows it."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page_view = PageView(title)
        self.page_view.show_page(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        set_button_text(buttons.button(QDialogButtonBox.StandardButton.Close), tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page_view)
        layout.addWidget(buttons)
        size = parent.window().size() * _SHARE_OF_WINDOW
        self.resize(min(size.width(), 60 * self.fontMetrics().averageCharWidth()), size.height())

    @classmethod
    def shown(cls, parent: QWidget, title: str, page: Page) -> "PageDialog":
        """Show a page on top of a window, without blocking it."""
        dialog = cls(parent, title, page)
        dialog.show()
        return dialog
