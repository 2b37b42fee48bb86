"""Above the page of a record: what the reader can do for himself, and where he writes a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.notes.by_record import OfRecord
from caseviewer.ui import theme
from caseviewer.ui.safe_text import set_button_text, set_tooltip
from caseviewer.ui.widgets.facet_bar import QuietButton
from caseviewer.ui.widgets.flow_layout import FlowLayout
from caseviewer.ui.widgets.note_field import NoteField


class OwnBar(QWidget):
    """Quiet buttons, each of which says what it would do with the selected records."""

    wished = Signal(str)
    left = Signal()

    def __init__(self, *, with_read: bool, parent: QWidget | None = None) -> None:
        """`with_read`: whether records can be marked as read with a button, too."""
        super().__init__(parent)
        self.star, self.read, self.note, self.confirm = (QuietButton() for _ in range(4))
        self._with_read = with_read
        flow = FlowLayout(self)
        flow.setSpacing(0)
        for button, name, words in (
            (self.star, "star", tr("Yours alone: a star in the list and on the page")),
            (self.read, "mark_read", tr("Yours alone: which records you have read")),
            (self.note, "note", tr("Yours alone: a note in words")),
            (self.confirm, "confirm_note", tr("You have looked: what you wrote still holds")),
        ):
            set_tooltip(button, words)
            button.clicked.connect(lambda *_, name=name: self.wished.emit(name))
            button.left.connect(self.left)
            flow.addWidget(button)

    def show_records(self, kept: tuple[OfRecord, ...]) -> None:
        """Tell what the buttons would do with some records; of none they can do nothing."""
        starred = bool(kept) and all(one.is_starred for one in kept)
        read = bool(kept) and all(one.is_read for one in kept)
        noted = any(one.notes for one in kept)
        set_button_text(self.star, tr("Take the star away") if starred else tr("Star"))
        set_button_text(self.read, tr("Mark as not read") if read else tr("Mark as read"))
        set_button_text(self.note, tr("Edit your note…") if noted else tr("Write a note…"))
        set_button_text(self.confirm, tr("Still holds"))
        self.star.setEnabled(any(one.is_starred or not one.gone for one in kept))
        self.read.setEnabled(any(one.is_read or not one.gone for one in kept))
        self.note.setEnabled(bool(kept))
        self.read.setVisible(self._with_read)
        self.confirm.setVisible(any(one.is_outdated for one in kept))


class OwnPane(QWidget):
    """The buttons, and the field beneath them while a note is written."""

    wished = Signal(str, object)
    left = Signal()

    def __init__(self, *, with_read: bool = True, parent: QWidget | None = None) -> None:
        """Start with the field closed."""
        super().__init__(parent)
        self.bar = OwnBar(with_read=with_read)
        self.field = NoteField()
        self._low = self._hidden = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        step = theme.unit(self.font())
        row = QHBoxLayout()
        row.setContentsMargins(step, 0, step, 0)  # the words of the first button above the page's
        row.addWidget(self.bar)
        layout.addLayout(row)
        layout.addWidget(self.field)
        self.bar.wished.connect(lambda name: self.wished.emit(name, None))
        self.bar.left.connect(self.left)
        self.field.written.connect(lambda written: self.wished.emit("write_note", written))
        self.field.closed.connect(self.left)
        self.bar.show_records(())

    def show_hidden(self, *, hidden: bool) -> None:
        """Show nothing of it at all, or show it again; what is being written is saved first."""
        if hidden:
            self.field.close_field()
        self._hidden = hidden
        self.bar.setVisible(not (self._low or hidden))

    def set_low(self, *, low: bool) -> None:
        """Leave the room to the page where there is little; the keys do the same."""
        self._low = low
        self.bar.setVisible(not (self._low or self._hidden))
        self.field.set_low(low=low)
