"""Where the reader is among the hits, and the buttons that lead on, back and out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text, set_tooltip, short
from caseviewer.ui.widgets.left_by_esc import LeftByEsc

_BUTTONS_FROM = 1


class HitBar(LeftByEsc):
    """One line, and buttons beside it, or beneath it where it is narrow."""

    stepped = Signal(int)
    hits_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to tell."""
        super().__init__(parent)
        self.told = PlainLabel()
        self.told.setWordWrap(False)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.previous, self.next = self._button(tr("Previous")), self._button(tr("Next"))
        self.hits, self.close_search = self._button(tr("Hits")), self._button(tr("Close"))
        self.previous.setAccessibleName(tr("Previous hit"))
        self.next.setAccessibleName(tr("Next hit"))
        set_tooltip(self.previous, tr("Previous hit: {key}", key="Shift+F3"))
        set_tooltip(self.next, tr("Next hit: {key}", key="F3"))
        set_tooltip(self.hits, tr("The list of hits"))
        set_tooltip(self.close_search, tr("Stay here; Esc in the search goes back to before it"))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.hits.clicked.connect(self.hits_wanted)
        self.close_search.clicked.connect(self.closed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.unit(self.font()))
        self._grid.setColumnStretch(0, 1)
        self._beneath: bool | None = None
        self._words = ""
        self.arrange(beneath=False)

    def arrange(self, *, beneath: bool) -> None:
        """Put the buttons beneath the line, or beside it."""
        if beneath == self._beneath:
            return
        self._beneath = beneath
        buttons = self.buttons()
        for part in (self.told, *buttons):
            self._grid.removeWidget(part)
        columns = len(buttons) + _BUTTONS_FROM if beneath else 1
        self._grid.addWidget(self.told, 0, 0, 1, columns)
        for column, button in enumerate(buttons, start=_BUTTONS_FROM):
            self._grid.addWidget(button, int(beneath), column)

    def tell(self, words: str) -> None:
        """Say where the reader is."""
        if words != self._words:
            self._words = words
            self._show_words()
            QAccessible.updateAccessibility(QAccessibleEvent(self.told, QAccessible.Event.Alert))

    def offer(self, *, steps: bool) -> None:
        """Offer to step, if there is anything to step to."""
        for button in (self.previous, self.next):
            button.setEnabled(steps)

    def show_way_to_hits(self, *, shown: bool) -> None:
        """Offer the list of hits, where it is put away."""
        self.hits.setVisible(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        """Show as much of the words as there is room for; a screen reader has all of them."""
        words, elide = short(self._words), Qt.TextElideMode.ElideRight
        self.told.set_text(self.fontMetrics().elidedText(words, elide, self.told.width()))
        self.told.setAccessibleName(words)

    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons in their order."""
        return self.previous, self.next, self.hits, self.close_search

    def _button(self, words: str) -> QPushButton:
        made = QPushButton()
        set_button_text(made, words)
        made.setObjectName("view")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made
