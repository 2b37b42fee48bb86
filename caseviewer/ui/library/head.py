"""The head of the library's window: where a search is typed, what the index holds, what to add."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.search.library.state_words import state_page
from caseviewer.search.library.values import State
from caseviewer.ui import theme
from caseviewer.ui.safe_text import set_button_text
from caseviewer.ui.widgets.fitted_page import FittedPage
from caseviewer.ui.widgets.list_pane import FilterField


class LibraryHead(QWidget):
    """A field, a line of words, and the one button."""

    add_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to say."""
        super().__init__(parent)
        self.field = FilterField(tr("Search all cases… (Ctrl+F)"))
        self.add = QPushButton()
        set_button_text(self.add, tr("Add a folder…"))
        self.add.clicked.connect(self.add_wanted)
        self.words = FittedPage(tr("What the library holds"))
        self.words.setObjectName("header")
        self.words.margin = 0
        self.words.activated.connect(lambda _: self.problems_wanted.emit())
        step = theme.unit(self.font())
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * step, 2 * step, 2 * step, step)
        column.addLayout(row)
        column.addWidget(self.words)

    def tell(self, state: State) -> None:
        """Say what the index holds."""
        self.words.renew(state_page(state))
