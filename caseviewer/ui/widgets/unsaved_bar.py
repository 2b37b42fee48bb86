"""The bar beneath the header that stands as long as a note is not on disk."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text, set_tooltip


class UnsavedBar(QFrame):
    """What is not saved and why, a way to try again, and one to keep the text elsewhere."""

    again_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden, as all is saved."""
        super().__init__(parent)
        self.setObjectName("unsaved")
        self.words = PlainLabel()
        self.again, self.copy = QPushButton(), QPushButton()
        set_button_text(self.again, tr("Try again"))
        set_button_text(self.copy, tr("Copy the text"))
        set_tooltip(self.copy, tr("Copy what is not saved, to keep it somewhere else"))
        self.again.clicked.connect(self.again_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        step = theme.unit(self.font())
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * step, step, 2 * step, step)
        row.addWidget(self.words, 1)
        row.addWidget(self.again)
        row.addWidget(self.copy)
        self.hide()

    def warn(self, words: str, *, has_text: bool) -> None:
        """Stand there with some words; without words, go.

        has_text: whether there is any that can be copied.
        """
        self.words.set_text(words)
        self.copy.setVisible(has_text)
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
