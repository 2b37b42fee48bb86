"""What a citation is copied with: the style, the place in the source, and the button."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text, short
from caseviewer.ui.widgets.field import Field

_TYPED_MS = 250


class PlaceField(Field):
    """Where a place is typed; Esc leaves it, Enter copies."""

    left = Signal()
    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CiteBar(QWidget):
    """Above the page of a source: tells what is wished, and shows what comes of it."""

    style_chosen = Signal(str)
    place_typed = Signal(str)
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without styles."""
        super().__init__(parent)
        self.style_box = QComboBox()
        self.style_box.setAccessibleName(tr("Citation style"))
        self.style_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        example = tr("paragraph 9, pp 3-5, art 3…")
        self.place = PlaceField(tr("Place in the source (pinpoint)"), example)
        self.place.setClearButtonEnabled(True)
        self.button = QPushButton()
        set_button_text(self.button, tr("Copy citation"))
        self.preview = PlainLabel()
        self.note = PlainLabel()
        self.show_preview("")
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typed.timeout.connect(lambda: self.place_typed.emit(self.place.text()))
        self._names: list[str] = []
        self._lay_out()
        self.style_box.activated.connect(lambda at: self.style_chosen.emit(self._names[at]))
        self.place.textChanged.connect(self._typed.start)
        self.place.entered.connect(self.copy_wanted)
        self.button.clicked.connect(self.copy_wanted)

    def show_styles(self, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer the styles, each as (name, title)."""
        with QSignalBlocker(self.style_box):
            names = [name for name, _ in choices]
            if names != self._names:
                self._names = names
                self.style_box.clear()
                self.style_box.addItems([short(title) for _, title in choices])
            if chosen in names:
                self.style_box.setCurrentIndex(names.index(chosen))

    def set_place(self, text: str) -> None:
        """Show a place without waiting for more to be typed."""
        self.place.setText(text)
        self._typed.stop()

    def show_preview(self, text: str, note: str = "") -> None:
        """Show the citation at the typed place, or what is wrong with it; `note` stands beneath."""
        for label, words in ((self.preview, text), (self.note, note)):
            label.set_text(words)
            label.setVisible(bool(words))

    def _lay_out(self) -> None:
        step = theme.unit(self.font())
        layout = QGridLayout(self)
        layout.setContentsMargins(2 * step, step, 2 * step, 2 * step)
        layout.setSpacing(step)
        layout.addWidget(self._label(tr("Style"), self.style_box), 0, 0)
        layout.addWidget(self.style_box, 0, 1, 1, 2)
        layout.addWidget(self._label(tr("Pinpoint"), self.place), 1, 0)
        layout.addWidget(self.place, 1, 1)
        layout.addWidget(self.button, 1, 2)
        layout.addWidget(self.preview, 2, 0, 1, 3)
        layout.addWidget(self.note, 3, 0, 1, 3)
        layout.setColumnStretch(1, 1)

    @staticmethod
    def _label(text: str, buddy: QWidget) -> PlainLabel:
        label = PlainLabel(text)
        label.setWordWrap(False)
        label.setBuddy(buddy)
        return label
