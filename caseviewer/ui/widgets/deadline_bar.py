"""Above the page of a deadline: what it is counted from and how, as the reader may assume."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.assumption_words import (
    Choice,
    event_choices,
    rule_choices,
    rule_name,
    start_choices,
    start_words,
)
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import DateError
from caseviewer.model.events import Deadline
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import reckon
from caseviewer.model.standpoint import Assumption
from caseviewer.model.typed_day import typed_date
from caseviewer.model.visible import cut
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, control_text, new_action, set_button_text, short
from caseviewer.ui.widgets.day_field import DayField
from caseviewer.ui.widgets.facet_bar import MenuButton, QuietButton, open_below
from caseviewer.ui.widgets.flow_layout import FlowLayout

_MOST_EVENTS = 60
"""A longer menu cannot be looked through; a date can be typed instead."""
_WORDS_LIMIT = 60
_BUTTON_LIMIT = 24


class DeadlineBar(QWidget):
    """The start and the rule, each with its menu; a date of one's own; the way back."""

    assumed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a deadline; then it takes no room."""
        super().__init__(parent)
        self._shown: tuple[OpenedCase, Deadline] | None = None
        self.start, self.rule, self.reset = MenuButton(), MenuButton(), QuietButton()
        self.event_menu = QMenu(control_text(tr("Another event")), self.start)
        self.start_menu = self._menu(self.start, tr("What the period is counted from"))
        self.rule_menu = self._menu(self.rule, tr("The rule it is counted by"))
        set_button_text(self.reset, tr("As the file says"))
        example = tr("1 June 2012, June 2012, 2012-06-01…")
        self.day, self.fault = DayField(tr("Date to count from"), example), PlainLabel()
        self.start_menu.aboutToShow.connect(self._fill_starts)
        self.rule_menu.aboutToShow.connect(self._fill_rules)
        self.reset.clicked.connect(self._reset)
        self.day.entered.connect(self._take_day)
        self.day.left.connect(self._leave_day)
        for button in (self.start, self.rule, self.reset):
            button.left.connect(self.left)
        self._lay_out()
        self.hide()

    def show_deadline(self, opened: OpenedCase, record: object) -> None:
        """Offer the choices for a deadline; for anything else take no room."""
        before = self._shown
        self._shown = (opened, record) if isinstance(record, Deadline) else None
        self.setVisible(self._shown is not None)
        if self._shown is None:
            return
        opened, deadline = self._shown
        if before is None or before[1] is not deadline:
            self._close_day()
        reckoning = reckon(opened, deadline)
        assumed, rule = reckoning.assumption, rule_name(reckoning.deadline.rule)
        start = start_words(opened, deadline)
        rule_assumed = assumed is not None and assumed.rule is not None
        _show(self.start, tr("Count from"), start, chosen=reckoning.start_assumed)
        _show(self.rule, tr("Rule"), rule, chosen=rule_assumed)
        self.reset.setVisible(assumed is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._buttons.setMinimumHeight(self._flow.heightForWidth(self._buttons.width()))

    def _lay_out(self) -> None:
        step = theme.unit(self.font())
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._flow.setSpacing(0)
        for button in (self.start, self.rule, self.reset):
            self._flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(step)
        layout.addWidget(self._buttons)
        layout.addWidget(self.day)
        layout.addWidget(self.fault)
        self._close_day()

    def _menu(self, button: MenuButton, name: str) -> QMenu:
        menu = QMenu(button)
        menu.setAccessibleName(name)
        button.setAccessibleDescription(tr("opens a list of what can be assumed"))
        button.clicked.connect(lambda: open_below(menu, button))
        return menu

    def _fill_starts(self) -> None:
        self.start_menu.clear()
        self.event_menu.clear()
        if self._shown is None:
            return
        opened, deadline = self._shown
        self._add(self.start_menu, start_choices(opened, deadline))
        events = event_choices(opened, deadline)
        if events:
            self._add(self.event_menu, events[:_MOST_EVENTS])
            if len(events) > _MOST_EVENTS:
                more = tr("{count} more: type the date", count=len(events) - _MOST_EVENTS)
                self.event_menu.addAction(_disabled(more, self.event_menu))
            self.start_menu.addMenu(self.event_menu)
        own = new_action(control_text(tr("A date of your own…")), self.start_menu)
        own.triggered.connect(self._open_day)
        self.start_menu.addAction(own)

    def _fill_rules(self) -> None:
        self.rule_menu.clear()
        if self._shown is not None:
            self._add(self.rule_menu, rule_choices(*self._shown))

    def _add(self, menu: QMenu, choices: Sequence[Choice]) -> None:
        """Offer choices of which one may hold; a click on one takes it."""
        for choice in choices:
            action = new_action(control_text(short(choice.words, _WORDS_LIMIT)), menu)
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            action.triggered.connect(self._taking(choice.assumption))
            menu.addAction(action)

    def _taking(self, assumption: Assumption) -> Callable[[], None]:
        return lambda: self._take(assumption)

    def _take(self, assumption: Assumption) -> None:
        self._close_day()
        self.assumed.emit(assumption)

    def _reset(self) -> None:
        if self._shown is not None:
            self.start.setFocus()  # the button itself is about to go
            self._take(Assumption(self._shown[1].id))

    def _open_day(self) -> None:
        self.day.show()
        self.day.setFocus()

    def _take_day(self) -> None:
        """Count from the typed date, or say what is wrong with it."""
        if self._shown is None:
            return
        opened, deadline = self._shown
        try:
            start = typed_date(self.day.text())
        except DateError as error:
            self.fault.set_text(str(error))
            self.fault.show()
            return
        now = reckon(opened, deadline).assumption
        rule = None if now is None else now.rule
        self.start.setFocus()
        self._take(Assumption(deadline.id, start=start, rule=rule))

    def _leave_day(self) -> None:
        self.start.setFocus()
        self._close_day()

    def _close_day(self) -> None:
        self.day.clear()
        self.fault.set_text("")
        self.day.hide()
        self.fault.hide()


def _show(button: MenuButton, what: str, words: str, *, chosen: bool) -> None:
    """Word a button: what it is for, and what holds now."""
    seen = tr("{what}: {words}", what=what, words=cut(words, _BUTTON_LIMIT))
    told = tr("{what}: {words}", what=what, words=words)
    if chosen:
        told = tr("{words}, your assumption", words=told)
    button.show_words(seen, told, chosen=chosen)


def _disabled(text: str, menu: QMenu) -> QAction:
    action = new_action(control_text(text), menu)
    action.setEnabled(False)
    return action
