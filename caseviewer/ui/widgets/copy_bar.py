"""Above the page of a record: copy the selected rows; beside that, what else a tab offers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import set_button_text, set_tooltip


class CopyBar(QWidget):
    """The button that copies."""

    copy_wanted = Signal()

    def __init__(self, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Put the button at the left, and `beside` it what else is done with a record."""
        super().__init__(parent)
        self.button = QPushButton()
        set_button_text(self.button, tr("Copy"))
        set_tooltip(self.button, tr("Copy selected rows"))
        self.button.clicked.connect(self.copy_wanted)
        layout = self._row = QHBoxLayout(self)
        layout.setSpacing(theme.unit(self.font()))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if beside is not None:
            layout.addWidget(beside, 1)
        self.set_low(low=False)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a signal's value
        """Leave the room to the page where there is little; the key copies there too."""
        step = theme.unit(self.font())
        self.button.setVisible(not low)
        above = 0 if low else step
        self._row.setContentsMargins(2 * step, above, 2 * step, above)
