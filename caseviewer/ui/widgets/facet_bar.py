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
from caseviewer.ui.safe_text import control_text, new_action, set_button_text, set_tooltip, short
from caseviewer.ui.widgets.flow_layout import FlowLayout

_MOST_VALUES = 60
"""A longer menu cannot be looked through; the filter finds the rest."""
_VALUE_LIMIT = 60
_BUTTON_LIMIT = 24
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


class QuietButton(QPushButton):
    """A flat button beneath a filter."""

    left = Signal()
    clicking = _TOGGLING

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look as the theme says."""
        super().__init__(parent)
        self.setObjectName("facet")
        self.setAutoDefault(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.clicking:
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MenuButton(QuietButton):
    """A flat button that opens a menu beneath it."""

    clicking = _TOGGLING | {Qt.Key.Key_Down}

    def show_words(self, seen: str, told: str, *, chosen: bool) -> None:
        """Show short words for the menu, tell a screen reader the whole."""
        set_button_text(self, tr("{words} ▾", words=seen))
        self.setAccessibleName(short(told))
        self.setProperty("chosen", chosen)
        self.style().polish(self)


class FacetButton(MenuButton):
    """One facet: its menu opens beneath it, and its text shows what is chosen."""

    chosen = Signal(str, object)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        """Show nothing as chosen."""
        super().__init__(parent)
        self.menu_of_values = ChoiceMenu(self)
        self.menu_of_values.setAccessibleName(facet.title)
        self.setAccessibleDescription(tr("opens a list of values to choose from"))
        self._facet = facet
        self._facets: RowFacets | None = None
        self._chosen: frozenset[str] = frozenset()
        self.menu_of_values.aboutToShow.connect(self._fill)
        self.clicked.connect(self.open_menu)

    @property
    def title(self) -> str:
        """What the facet is called."""
        return self._facet.title

    @property
    def offers(self) -> bool:
        """Whether there is something to choose: a facet in which all rows are alike has not."""
        if self._facets is None or self._chosen:
            return True
        counts = self._facets.counts(self._facet.name)
        return len(counts) > 1 or self._facet.alone in counts

    def show_values(self, facet: Facet, facets: RowFacets | None, chosen: frozenset[str]) -> None:
        """Offer what the rows have, with what is chosen of it.

        facets: what the rows have of all facets; None while that is not known yet.
        """
        self._facet, self._facets, self._chosen = facet, facets, chosen
        self.setEnabled(facets is not None)
        self._word()

    def open_menu(self) -> None:
        """Show the values beneath the button."""
        open_below(self.menu_of_values, self)

    def _word(self) -> None:
        title, chosen = self._facet.title, self._facet.in_order(self._chosen)
        what = tr("{count} chosen", count=len(chosen)) if len(chosen) > 1 else "".join(chosen)
        told = tr("{title}: {values}", title=title, values=what or tr("all"))
        seen = tr("{title}: {values}", title=title, values=cut(what, _BUTTON_LIMIT))
        self.show_words(seen if what else title, told, chosen=bool(chosen))
        self.menu_of_values.setTitle(control_text(seen if what else title))
        set_tooltip(self.menu_of_values.menuAction(), told)  # else Qt would take the title

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
            self._say(more)
        if self._facet.note:
            self._say(self._facet.note)

    def _say(self, words: str) -> None:
        """Say something at the end of the menu."""
        entry = new_action(words, self.menu_of_values)
        entry.setEnabled(False)
        self.menu_of_values.addAction(entry)

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
        self._choices: dict[str, frozenset[str]] = {}
        self._tight = False
        self.buttons: dict[str, FacetButton] = {}
        self.one_for_all = MenuButton()
        self.menu_of_facets = QMenu(self.one_for_all)
        self.menu_of_facets.setAccessibleName(tr("What to choose by"))
        self.show_all = QuietButton()
        set_button_text(self.show_all, tr("Show all"))
        self.one_for_all.clicked.connect(lambda: open_below(self.menu_of_facets, self.one_for_all))
        self.one_for_all.left.connect(self.left)
        self.show_all.clicked.connect(self._leave)
        self.show_all.left.connect(self.left)
        self._flow = FlowLayout(self)
        self._flow.setSpacing(0)
        self._flow.addWidget(self.one_for_all)
        self._flow.addWidget(self.show_all)
        self.hide()

    def show_facets(
        self, offered: Sequence[Facet], facets: RowFacets | None, choices: Choices
    ) -> None:
        """Show what can be chosen and what is; without `facets` the values are not known yet."""
        self._choices = dict(choices)
        if list(self.buttons) != [facet.name for facet in offered]:
            self._build(offered)
        for facet in offered:
            chosen = choices.get(facet.name, frozenset())
            self.buttons[facet.name].show_values(facet, facets, chosen)
        self._arrange()

    def set_tight(self, tight: bool) -> None:  # noqa: FBT001 - the one thing that is set
        """Where there is little room, show one button for all facets, in one line."""
        if tight != self._tight:
            self._tight = tight
            self._arrange()

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
        self.buttons = {facet.name: FacetButton(facet, self) for facet in offered}
        self._flow.removeWidget(self.show_all)
        self.menu_of_facets.clear()
        before: QWidget = self.one_for_all
        for button in self.buttons.values():
            button.chosen.connect(self._choose)
            button.left.connect(self.left)
            self._flow.addWidget(button)
            self.menu_of_facets.addMenu(button.menu_of_values)
            self.setTabOrder(before, button)
            before = button
        self._flow.addWidget(self.show_all)
        self.setTabOrder(before, self.show_all)

    def _arrange(self) -> None:
        """Show the buttons that are of use."""
        buttons = self.buttons.values()
        for button in buttons:
            button.setVisible(button.offers and not self._tight)
            entry = button.menu_of_values.menuAction()
            entry.setVisible(button.offers)
            entry.setEnabled(button.isEnabled())
        self.setVisible(any(button.offers for button in buttons))
        self.one_for_all.setVisible(self._tight)
        self.show_all.setVisible(bool(self._choices))
        titles = ", ".join(
            button.title for name, button in self.buttons.items() if name in self._choices
        )
        chosen_by = tr("Chosen by {titles}", titles=titles)
        words = chosen_by if titles else tr("Choose by")
        self.one_for_all.show_words(cut(words, _BUTTON_LIMIT), words, chosen=bool(titles))

    def _choose(self, name: str, values: frozenset[str]) -> None:
        self.chosen.emit({**self._choices, name: values})

    def _leave(self) -> None:
        self.all_wanted.emit()
        self.left.emit()


def open_below(menu: QMenu, below: QWidget) -> None:
    """Show a menu beneath a widget, with the keys on its first entry, if that opens no other."""
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
    first = next(iter(menu.actions()), None)
    if first is not None and first.menu() is None:
        menu.setActiveAction(first)


def _toggled(action: QAction | None) -> bool:
    """Toggle an entry that can be checked; whether it was one."""
    if action is None or not action.isEnabled() or not action.isCheckable():
        return False
    action.trigger()
    return True
