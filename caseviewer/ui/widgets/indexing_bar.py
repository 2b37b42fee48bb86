"""The bar that says how far indexing is, with buttons to pause and to stop it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text

_SHOW_AFTER_MS = 500
_BAR_LETTERS = 24


class IndexingBar(QFrame):
    """Words, a bar, and two buttons; nothing is seen of work that is over in half a second."""

    pause_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.words = PlainLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of indexing"))
        self.pause = QPushButton()
        self.stop = QPushButton()
        set_button_text(self.stop, tr("Stop"))
        self.pause.clicked.connect(self.pause_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self._later = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._later.timeout.connect(self.show)
        row = QHBoxLayout(self)
        step = theme.unit(self.font())
        row.setContentsMargins(3 * step, step, 2 * step, step)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.pause)
        row.addWidget(self.stop)
        self.set_paused(False)
        self.hide()

    def begin(self, words: str) -> None:
        """Work has begun; it is shown when it takes long."""
        self.advance(words, 0, 0)
        self.set_paused(False)
        self._later.start()

    def advance(self, words: str, done: int, total: int) -> None:
        """Say how far the work is; without a total nobody knows yet."""
        if words != self.words.text():
            self.words.set_text(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setFixedWidth(_BAR_LETTERS * self.fontMetrics().averageCharWidth())

    def set_paused(self, paused: bool) -> None:  # noqa: FBT001 - the one thing that is set
        """Offer to go on, or to pause."""
        set_button_text(self.pause, tr("Go on") if paused else tr("Pause"))

    def end(self) -> None:
        """The work is over."""
        self._later.stop()
        self.hide()
