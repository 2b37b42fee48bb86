"""The bar beneath the header that asks for a day, and marks a case as it was known on it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget
from typing_extensions import override

from caseviewer.formatting.as_at_words import as_at_counts
from caseviewer.formatting.dates import day_words
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import DateError
from caseviewer.model.opened import OpenedCase
from caseviewer.model.typed_day import typed_day
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text
from caseviewer.ui.widgets.day_field import DayField

_LONGEST_DATE = "30 September 2011"
_WORDS = 2
"""The column of the words."""
_FEWEST_LETTERS = 60
"""Fewer letters on a line would make too many lines."""


class AsAtBar(QFrame):
    """A day, what is shown of it, and the way back to the whole file; hidden while not needed."""

    day_chosen = Signal(int)
    whole_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("as_at")
        self.field = DayField(tr("Show the file as at this day"), tr("10 June 2011"))
        self.words = PlainLabel()
        self.earlier, self.later, self.whole = QPushButton(), QPushButton(), QPushButton()
        set_button_text(self.earlier, tr("Earlier"))
        set_button_text(self.later, tr("Later"))
        self.earlier.setAccessibleDescription(tr("the day before on which a source came out"))
        self.later.setAccessibleDescription(tr("the next day on which a source came out"))
        self._opened: OpenedCase | None = None
        self._typed = ""
        self.field.entered.connect(self._take)
        self.field.left.connect(self._leave)
        self.whole.clicked.connect(self._show_whole)
        self.earlier.clicked.connect(lambda: self._step(later=False))
        self.later.clicked.connect(lambda: self._step(later=True))
        self._lay_out()
        self.renew()
        self.hide()

    def open(self) -> None:
        """Ask for a day; where that is under way already, go back to the whole file."""
        if self.field.hasFocus():
            self._show_whole()
            return
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def show_case(self, opened: OpenedCase | None) -> None:
        """Mark a case, or put the bar away where the whole file is shown.

        What somebody is typing stays while the day is the same, as a case is shown again when
        its documents have been checked, or its file was read again.
        """
        before, self._opened = _day(self._opened), opened
        same = _day(opened) == before
        if same and self.field.hasFocus() and self.field.isModified():
            return
        self.renew()
        if not same:
            self.setVisible(_day(opened) is not None)

    def tell(self, text: str) -> None:
        """Say something in the place of the marking."""
        self.words.set_text(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        longest = self.fontMetrics().horizontalAdvance(_LONGEST_DATE)
        self.field.setFixedWidth(longest + 8 * theme.unit(self.font()))
        self._put_words()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        step = theme.unit(self.font())
        self._grid.setContentsMargins(3 * step, step, 2 * step, step)
        self._grid.setSpacing(2 * step)
        parts = (_unwrapped(tr("As at")), self.field, self.earlier, self.later, self.whole)
        for part, column in zip(parts, (0, 1, 3, 4, 5), strict=True):
            self._grid.addWidget(part, 0, column)
        self._grid.setColumnStretch(_WORDS, 1)
        self._grid.addWidget(self.words, 0, _WORDS)

    def _put_words(self) -> None:
        """Beside the field where there is room for a line of some length, else below."""
        shown = [part for part in (self.earlier, self.later, self.whole) if not part.isHidden()]
        taken = self.field.width() + sum(part.sizeHint().width() for part in shown)
        room = self.width() - taken
        below = room < _FEWEST_LETTERS * self.fontMetrics().averageCharWidth()
        if below == (self._grid.itemAtPosition(1, 0) is not None):
            return
        self._grid.removeWidget(self.words)
        if below:
            self._grid.addWidget(self.words, 1, 0, 1, self._grid.columnCount())
        else:
            self._grid.addWidget(self.words, 0, _WORDS)

    def renew(self) -> None:
        """Say what is shown, or what can be typed."""
        account = None if self._opened is None else self._opened.account
        days = () if account is None else account.days
        now = 0 if account is None else account.day
        self.earlier.setEnabled(any(day < now for day in days))
        self.later.setEnabled(any(day > now for day in days))
        for button in (self.earlier, self.later):
            button.setVisible(account is not None)
        set_button_text(self.whole, tr("Close") if account is None else tr("Show the whole file"))
        self.field.setText("" if account is None else day_words(account.day))
        self._put_words()
        if self._opened is None or account is None:
            self.words.set_text(tr("Type a day and press Enter: the file as it was known then."))
            return
        more = tr("The overview says what is left out.")
        words = " ".join(filter(None, (self._typed, as_at_counts(self._opened), more)))
        if words != self.words.text():
            self.tell(words)

    def _take(self) -> None:
        text = self.field.text()
        try:
            date = typed_day(text)
        except DateError as error:
            self.tell(str(error))
            self.field.selectAll()
            return
        whole = date.earliest != date.latest
        self._typed = tr("“{typed}” is taken to its last day.", typed=text) if whole else ""
        self._choose(date.latest or 0)
        self.left.emit()

    def _choose(self, day: int) -> None:
        same = day == _day(self._opened)
        self.day_chosen.emit(day)  # also where it is shown: another may be under way
        if same:
            self.renew()

    def _step(self, *, later: bool) -> None:
        account = None if self._opened is None else self._opened.account
        if account is None:
            return
        self._typed = ""
        if later:
            self._choose(next((day for day in account.days if day > account.day), account.day))
        else:
            before = [day for day in account.days if day < account.day]
            self._choose(max(before, default=account.day))

    def _leave(self) -> None:
        """Go back to what is read; a day that is shown stays, a bar without one goes."""
        if _day(self._opened) is None:
            self._show_whole()
            return
        self.renew()
        self.left.emit()

    def _show_whole(self) -> None:
        self._typed = ""
        self.hide()
        self.renew()
        self.whole_wanted.emit()
        self.left.emit()


def _day(opened: OpenedCase | None) -> int | None:
    return None if opened is None or opened.account is None else opened.account.day


def _unwrapped(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setWordWrap(False)
    return label
