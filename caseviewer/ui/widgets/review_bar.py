"""Above the page of the review: copy what is open as questions, mark a row as seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import set_button_text


class ReviewBar(QWidget):
    """Two buttons; the second says what it would do with the selected rows."""

    copy_wanted = Signal()
    mark_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing seen."""
        super().__init__(parent)
        self.button = QPushButton()
        set_button_text(self.button, tr("Copy as questions"))
        self.mark = QPushButton()
        self.button.clicked.connect(self.copy_wanted)
        self.mark.clicked.connect(self.mark_wanted)
        step = theme.unit(self.font())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * step, step, 2 * step, step)
        layout.setSpacing(step)
        layout.addWidget(self.button)
        layout.addWidget(self.mark)
        layout.addStretch(1)
        self.show_seen(seen=False)

    def show_seen(self, *, seen: bool) -> None:
        """Tell what marking would do."""
        set_button_text(self.mark, tr("Mark as not seen") if seen else tr("Mark as seen"))
