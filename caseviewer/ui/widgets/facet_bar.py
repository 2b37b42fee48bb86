"""What the rows of a list can be chosen by: a row of quiet buttons, each with a menu of values."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from caseviewer.formatting.facets import Facet
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import cut
from caseviewer.search.row_facets import Choices, RowFacets
from caseviewer.ui.safe_text import control_text, new_action, set_button_text, short
from caseviewer.ui.widgets.flow_layout import FlowLayout

_MOST_VALUES = 60
"""A longer menu cannot be looked through; the filter finds the rest."""
_VALUE_LIMIT = 60
_BUTTON_LIMIT = 24
_OPENING = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TOGGLING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChoiceMenu(QMenu):
    """A menu that stays open while its entries are checked."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not _toggled(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _TOGGLING or not _toggled(self.activeAction()):
            super().keyPressEvent(event)


class FacetButton(QPushButton):
    """One facet: its menu opens beneath it, and its text shows what is chosen."""

    chosen = Signal(str, object)
    left = Signal()

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        """Show nothing as chosen."""
        super().__init__(parent)
        self.setObjectName("facet")
        self.setAutoDefault(False)
        self.menu_of_values = ChoiceMenu(self)
        self.menu_of_values.setAccessibleName(facet.title)
        self.setAccessibleDescription(tr("opens a list of values to choose from"))
        self._facet = facet
        self._facets: RowFacets | None = None
        self._chosen: frozenset[str] = frozenset()
        self.clicked.connect(self.open_menu)

    def show_values(self, facet: Facet, facets: RowFacets | None, chosen: frozenset[str]) -> None:
        """Offer what the rows have; a facet in which all are alike is hidden.

        facets: what the rows have of all facets; None while that is not known yet.
        """
        self._facet, self._facets, self._chosen = facet, facets, chosen
        self.setEnabled(facets is not None)
        alike = facets is not None and len(facets.counts(facet.name)) < 2
        self.setVisible(not alike or bool(chosen))
        self._word()

    def open_menu(self) -> None:
        """Show the values beneath the button."""
        self._fill()
        below = self.mapToGlobal(QPoint(0, self.height()))
        self.menu_of_values.popup(below)
        first = next(iter(self.menu_of_values.actions()), None)
        if first is not None:
            self.menu_of_values.setActiveAction(first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _word(self) -> None:
        title, chosen = self._facet.title, self._facet.in_order(self._chosen)
        what = tr("{count} chosen", count=len(chosen)) if len(chosen) > 1 else "".join(chosen)
        told = tr("{title}: {values}", title=title, values=what or tr("all"))
        seen = tr("{title}: {values}", title=title, values=cut(what, _BUTTON_LIMIT))
        set_button_text(self, tr("{facet} ▾", facet=seen if what else title))
        self.setAccessibleName(short(told))
        self.setProperty("chosen", bool(chosen))
        self.style().polish(self)

    def _fill(self) -> None:
        menu, counts = self.menu_of_values, self._counts()
        menu.clear()
        for value in self._facet.offered(counts, self._chosen, _MOST_VALUES):
            text = tr("{value} ({count})", value=short(value, _VALUE_LIMIT), count=counts[value])
            action = new_action(control_text(text), menu)
            action.setCheckable(True)
            action.setChecked(value in self._chosen)
            action.toggled.connect(partial(self._toggle, value))
            menu.addAction(action)
        if len(counts) > _MOST_VALUES:
            more = tr("{count} more: type into the filter", count=len(counts) - _MOST_VALUES)
            rest = new_action(more, menu)
            rest.setEnabled(False)
            menu.addAction(rest)

    def _counts(self) -> dict[str, int]:
        return {} if self._facets is None else dict(self._facets.counts(self._facet.name))

    def _toggle(self, value: str, checked: bool) -> None:  # noqa: FBT001 - so Qt calls it
        chosen = self._chosen | {value} if checked else self._chosen - {value}
        self.chosen.emit(self._facet.name, chosen)


class FacetBar(QWidget):
    """The facets of a list, and the way back to all rows."""

    chosen = Signal(object)
    all_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without facets; then it takes no room."""
        super().__init__(parent)
        self._offered: tuple[str, ...] = ()
        self._choices: dict[str, frozenset[str]] = {}
        self.buttons: dict[str, FacetButton] = {}
        self.show_all = QPushButton()
        self.show_all.setObjectName("facet")
        self.show_all.setAutoDefault(False)
        set_button_text(self.show_all, tr("Show all"))
        self.show_all.clicked.connect(self._leave)
        self._flow = FlowLayout(self)
        self._flow.setSpacing(0)
        self._flow.addWidget(self.show_all)
        self.hide()

    def show_facets(
        self, offered: Sequence[Facet], facets: RowFacets | None, choices: Choices
    ) -> None:
        """Show what can be chosen and what is; without `facets` the values are not known yet."""
        self._choices = dict(choices)
        if self._offered != tuple(facet.name for facet in offered):
            self._build(offered)
        for facet in offered:
            chosen = choices.get(facet.name, frozenset())
            self.buttons[facet.name].show_values(facet, facets, chosen)
        self.show_all.setVisible(bool(choices))
        self.setVisible(any(not button.isHidden() for button in self.buttons.values()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """Ask for as many lines as the buttons need; a divider knows of no other way."""
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def _build(self, offered: Sequence[Facet]) -> None:
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offered = tuple(facet.name for facet in offered)
        self.buttons = {facet.name: FacetButton(facet, self) for facet in offered}
        self._flow.removeWidget(self.show_all)
        for button in self.buttons.values():
            button.chosen.connect(self._choose)
            button.left.connect(self.left)
            self._flow.addWidget(button)
        self._flow.addWidget(self.show_all)

    def _choose(self, name: str, values: frozenset[str]) -> None:
        self.chosen.emit({**self._choices, name: values})

    def _leave(self) -> None:
        self.all_wanted.emit()
        self.left.emit()


def _toggled(action: QAction | None) -> bool:
    """Toggle an entry that can be checked; whether it was one."""
    if action is None or not action.isEnabled() or not action.isCheckable():
        return False
    action.trigger()
    return True
