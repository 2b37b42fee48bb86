"""Builds the menu bar from the list of actions, and turns actions on and off."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseviewer.formatting.translate import tr
from caseviewer.ui.actions import ACTIONS, Menu, Needs
from caseviewer.ui.safe_text import control_text, new_action, set_tooltip

Entry = tuple[str, str]


class Menus:
    """The actions of one window by name, and the menus that hold them."""

    def __init__(self, window: QMainWindow, do: Callable[[str], object]) -> None:
        """Give `window` its menu bar; each action calls `do` with its name."""
        self.actions: dict[str, QAction] = {}
        self._menus = {menu: window.menuBar().addMenu(tr(menu.value)) for menu in Menu}
        self._lists: list[QMenu] = []
        for spec in ACTIONS:
            action = new_action(tr(spec.text), window)
            action.setObjectName(spec.name)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setCheckable(spec.checkable)
            action.triggered.connect(partial(_call, partial(do, spec.name)))
            if spec.separated:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(action)
            self.actions[spec.name] = action

    def add_list(self, before: str, title: str) -> QMenu:
        """A submenu of the File menu for recent files or samples."""
        made = QMenu(title, self._menus[Menu.FILE])
        self._menus[Menu.FILE].insertMenu(self.actions[before], made)
        self._lists.append(made)
        return made

    def fill_list(
        self, menu: QMenu, entries: Sequence[Entry], chosen: Callable[[str], object]
    ) -> None:
        """Show entries (name, path); choosing one calls `chosen` with its path."""
        menu.clear()
        for name, path in entries:
            action = new_action(control_text(name), menu)
            set_tooltip(action, path)
            action.triggered.connect(partial(_call, partial(chosen, path)))
            menu.addAction(action)
        menu.menuAction().setEnabled(bool(entries))

    def offer(self, there: frozenset[Needs]) -> None:
        """Enable the actions whose needs are met."""
        for spec in ACTIONS:
            met = spec.needs is Needs.NOTHING or spec.needs in there
            self.actions[spec.name].setEnabled(met)

    def check(self, checked: Mapping[str, bool]) -> None:
        """Set the marks of checkable actions."""
        for name, mark in checked.items():
            self.actions[name].setChecked(mark)


def _call(handler: Callable[[], object], *_: object) -> None:
    """Leave out the state that a triggered action sends along."""
    handler()
