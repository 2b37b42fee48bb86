"""Where a note is written: a plain text field that saves by itself, and says whether it did."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.notes.by_record import OfRecord
from caseviewer.notes.values import new_id
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text, set_tooltip

_PAUSE_MS = 1_000
_LINES = 5
_FEWEST_LINES = 1
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: on which record, which note it is, and whether the writer is done."""

    record: str
    note: str
    text: str
    done: bool


class NoteText(QPlainTextEdit):
    """The text itself; Esc and Ctrl+Enter leave it, and so does whoever goes elsewhere."""

    left = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take plain text and nothing else."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a dropped file is for the window

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (control and event.key() in _ENDS):
            self.put_away.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(QWidget):
    """The field, what it is about, and the way to another note on the same record."""

    written = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start closed."""
        super().__init__(parent)
        self.text = NoteText()
        self.about = PlainLabel()
        self.about.setObjectName("order")
        self.other, self.done = QPushButton(), QPushButton()
        set_button_text(self.done, tr("Close"))
        set_button_text(self.other, tr("Next note"))
        self.text.setPlaceholderText(
            tr("For you alone: never in the file, in copies or in exports")
        )
        set_tooltip(self.done, tr("What you write is saved as you write it. Esc closes the field."))
        for button in (self.other, self.done):
            button.setObjectName("facet")
            button.setAutoDefault(False)
        self._kept = OfRecord("")
        self._name = self._note = self._sent = self._shown = ""
        self._unsaved: frozenset[str] = frozenset()
        self._low = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._send(done=False))
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(lambda: self._send(done=True))
        self.text.put_away.connect(self.close_field)
        self.done.clicked.connect(self.close_field)
        self.other.clicked.connect(self._next)
        self._lay_out()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a note can be written."""
        return not self.isHidden()

    def open_field(self) -> None:
        """Write on the record that is shown: its last note, or a new one."""
        if not self.is_open:
            self._load_last()
            self.show()
        self.text.setFocus()

    def show_record(self, kept: OfRecord, name: str, unsaved: frozenset[str]) -> None:
        """Go over to another record, which is called `name`, or to what is kept on it by now.

        unsaved: the ids of notes that are not on disk.
        """
        other = kept.record != self._kept.record
        if other:
            self._send(done=True)
        self._kept, self._name, self._unsaved = kept, name, unsaved
        if self.is_open and other:
            self._load_last()
        elif self.is_open:
            self._follow()
            self._tell()

    def set_low(self, *, low: bool) -> None:
        """Where there is little room, show the text alone; its name tells what it is about."""
        self._low = low
        self._tell()

    def hand_on(self) -> None:
        """Save what is written, and go on writing."""
        self._send(done=True)

    def close_field(self) -> None:
        """Save what is written, and put the field away."""
        if self.is_open:
            self._send(done=True)
            self.hide()
            self._sent = self._shown = ""
            self.text.clear()  # whoever looks for it finds nothing in a field that is closed
            self.about.set_text("")
            self.closed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._limit()

    def _limit(self) -> None:
        """Make room for a few lines, and leave the others to the page."""
        line = self.fontMetrics().lineSpacing()
        self.text.setMinimumHeight((_FEWEST_LINES + 1) * line)
        self.text.setMaximumHeight((_LINES + 1) * line)

    def _lay_out(self) -> None:
        step = theme.unit(self.font())
        self._limit()
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.other)
        row.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * step, 0, 2 * step, step)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.text)

    def _load_last(self) -> None:
        notes = self._kept.notes
        self._load(notes[-1].id if notes else new_id())

    def _load(self, note: str) -> None:
        """Show a note that is kept, or an empty field for one that is not there yet."""
        found = next((one.text for one in self._kept.notes if one.id == note), "")
        self._note, self._sent = note, found
        self._shown = found
        self.text.setPlainText(found)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._shown = self.text.toPlainText()  # the field has one sign alone for the end of a line
        self._pause.stop()
        self._tell()

    def _follow(self) -> None:
        """Stay with the note that is written, when others come or it had to take another id."""
        notes = {one.id: one.text for one in self._kept.notes}
        if notes.get(self._note, self._sent) == self._sent:
            return
        same = [name for name, text in notes.items() if text == self._sent]
        if same:
            self._note = same[-1]
        elif self.text.toPlainText() == self._shown:
            self._load(self._note)

    def _tell(self) -> None:
        """Say what is written on, which of several notes it is, and whether it is on disk."""
        names = [one.id for one in self._kept.notes]
        kept = self._note in names
        about = tr("Your note on {record}", record=self._name)
        if len(names) > 1 and kept:
            at = names.index(self._note) + 1
            about = tr("{about}, {at} of {count}", about=about, at=at, count=len(names))
        self.text.setAccessibleName(about)
        if kept and self.text.toPlainText() == self._shown:
            state = tr("not saved") if self._note in self._unsaved else tr("saved")
            about = tr("{about} · {state}", about=about, state=state)
        self.about.set_text(about)
        for part in (self.about, self.done):
            part.setVisible(not self._low)
        self.other.setVisible(len(names) > 1 or (bool(names) and not kept))

    def _next(self) -> None:
        """Go on to the next note on the record."""
        self._send(done=True)
        names = [one.id for one in self._kept.notes]
        at = names.index(self._note) + 1 if self._note in names else 0
        if names:
            self._load(names[at % len(names)])
        self.text.setFocus()

    def _typed(self) -> None:
        if self.text.toPlainText() != self._shown:
            self._pause.start()
            self._tell()

    def _send(self, *, done: bool) -> None:
        """Hand on what was written, if it was not before; an empty text only when that is meant."""
        self._pause.stop()
        text = self.text.toPlainText()
        if not self.is_open or text == self._shown or not (text.strip() or done):
            return
        self._sent = self._shown = text
        self.written.emit(Written(self._kept.record, self._note, text, done))
