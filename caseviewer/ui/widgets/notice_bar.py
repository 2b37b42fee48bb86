"""The bar in the window that says what happened and what to do; never a box on top."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text

_SECONDS_FOR_SUCCESS = 8


class NoticeBar(QFrame):
    """One sentence, at most one thing to do about it, and a way to put it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden, with nothing to say."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = PlainLabel()
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._act = QPushButton()
        self._close = QPushButton()
        set_button_text(self._close, tr("Close"))
        self._close.clicked.connect(self.put_away)
        self._act.clicked.connect(self._do)
        self._action: Callable[[], None] | None = None
        self._again: partial[None] | None = None
        self._behind: partial[None] | None = None
        self._work = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.put_away)
        row = QHBoxLayout(self)
        step = theme.unit(self.font())
        row.setContentsMargins(3 * step, step, 2 * step, step)
        row.addWidget(self._label, 1)
        for part in (self._progress, self._act, self._close):
            row.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says, or nothing when it is put away."""
        return "" if self.isHidden() else self._label.text()

    def say(self, text: str) -> None:
        """Tell a success; the bar goes away by itself, as nothing has to be done."""
        self._show(text)
        self._again = partial(self.say, text)
        self._timer.start(_SECONDS_FOR_SUCCESS * 1000)

    def warn(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Tell what went wrong, with a button for what can be done; stays until put away."""
        self._show(text, action, do)
        self._again = partial(self.warn, text, action, do)

    def progress(self, text: str, stop: Callable[[], None]) -> None:
        """Show where a long work is, with a button that stops it."""
        behind = self._behind if self._work else self._again
        self._show(text, tr("Stop"), stop)
        self._behind, self._work = behind, text
        self._progress.setRange(0, 0)
        self._progress.show()

    def advance(self, done: int, total: int) -> None:
        """Move the progress on."""
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def end_progress(self, text: str) -> None:
        """Show a work no more, if it is still shown, and say again what it covered."""
        if not text or text != self._work:
            return
        behind = self._behind
        self.put_away()
        if behind is not None:
            behind()

    def take_back(self, text: str) -> None:
        """Say something no more: neither now, nor when a work is over that covers it."""
        if self._behind is not None and self._behind.args[0] == text:
            self._behind = None
        if text == self.text:
            self.put_away()

    def focus_action(self) -> None:
        """Give the keys to what can be done about what is said."""
        self._act.setFocus()

    def put_away(self) -> None:
        """Hide the bar."""
        self._timer.stop()
        self._forget()
        self._action = None
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _show(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        self._timer.stop()
        self._forget()
        self._label.set_text(text)
        self._action = do
        set_button_text(self._act, action)
        self._act.setVisible(do is not None)
        self._progress.hide()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _forget(self) -> None:
        self._again = self._behind = None
        self._work = ""

    def _do(self) -> None:
        action = self._action
        if self._work:
            self.end_progress(self._work)
        else:
            self.put_away()
        if action is not None:
            action()
