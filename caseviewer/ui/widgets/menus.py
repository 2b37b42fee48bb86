"""Builds the menu bar from the list of actions, and turns actions on and off.

The titles of the menus are there at once, their actions only when they are made: after the
first painting of the window, which need not wait for them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseviewer.formatting.translate import tr
from caseviewer.ui.safe_text import control_text, new_action, set_tooltip

if TYPE_CHECKING:
    from caseviewer.ui.actions import ActionSpec, Needs

Entry = tuple[str, str]


class Menu(StrEnum):
    """The menus of a window with a case, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    CITE = "&Cite"
    NOTES = "&Notes"
    VIEW = "&View"
    GO = "&Go"
    HELP = "&Help"


class LibraryMenu(StrEnum):
    """The menus of the library's window, in their order."""

    FILE = "&File"
    LIBRARY = "&Library"
    VIEW = "&View"
    GO = "&Go"
    HELP = "&Help"


def _of_cases() -> "Sequence[ActionSpec]":
    from caseviewer.ui.actions import ACTIONS

    return ACTIONS


class Menus:
    """The actions of one window by name, and the menus that hold them."""

    def __init__(
        self,
        window: QMainWindow,
        do: Callable[[str], object],
        menus: Iterable[StrEnum] = Menu,
        specs: "Callable[[], Sequence[ActionSpec]]" = _of_cases,
    ) -> None:
        """Give `window` its menu bar; each action calls `do` with its name.

        specs: gives the actions; it is asked when they are made.
        """
        self._window = window
        self._do = do
        self._specs = specs
        self._menus = {menu: window.menuBar().addMenu(tr(menu.value)) for menu in menus}
        self._lists: list[tuple[StrEnum, str, QMenu]] = []
        self._actions: dict[str, QAction] = {}
        self._there: frozenset[Needs] | None = None
        self._checked: dict[str, bool] = {}

    @property
    def actions(self) -> Mapping[str, QAction]:
        """The actions by name."""
        self.make()
        return self._actions

    def make(self) -> None:
        """Make the actions, unless they are there, as they were told to be."""
        if self._actions:
            return
        for spec in self._specs():
            action = new_action(tr(spec.text), self._window)
            action.setObjectName(spec.name)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setCheckable(spec.checkable)
            action.triggered.connect(partial(_call, partial(self._do, spec.name)))
            if spec.separated:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(action)
            self._window.addAction(action)  # so that its key works while its menu is hidden
            self._actions[spec.name] = action
        for menu, before, made in self._lists:
            self._menus[menu].insertMenu(self._actions[before], made)
        if self._there is not None:
            self.offer(self._there)
        self.check(self._checked)

    def add_list(self, before: str, title: str, menu: StrEnum = Menu.FILE) -> QMenu:
        """A submenu for what is not known beforehand: recent files, samples, styles."""
        made = QMenu(title, self._menus[menu])
        self._lists.append((menu, before, made))
        if self._actions:
            self._menus[menu].insertMenu(self._actions[before], made)
        return made

    def fill_list(
        self,
        menu: QMenu,
        entries: Sequence[Entry],
        chosen: Callable[[str], object],
        marked: str | None = None,
    ) -> None:
        """Show entries (name, path); choosing one calls `chosen` with its path.

        marked: the path of the entry that is in use, where one is.
        """
        menu.clear()
        for name, path in entries:
            action = new_action(control_text(name), menu)
            set_tooltip(action, path)
            action.setCheckable(marked is not None)
            action.setChecked(path == marked)
            action.triggered.connect(partial(_call, partial(chosen, path)))
            menu.addAction(action)
        menu.menuAction().setEnabled(bool(entries))

    def offer(self, there: frozenset["Needs"]) -> None:
        """Enable the actions whose needs are met."""
        self._there = there
        if not self._actions:
            return
        from caseviewer.ui.actions import Needs

        for spec in self._specs():
            met = spec.needs is Needs.NOTHING or spec.needs in there
            self._actions[spec.name].setEnabled(met)

    def show_menu(self, menu: StrEnum, *, shown: bool) -> None:
        """Show a menu, or hide it; the keys of its actions work all the same."""
        self._menus[menu].menuAction().setVisible(shown)

    def check(self, checked: Mapping[str, bool]) -> None:
        """Set the marks of checkable actions."""
        self._checked.update(checked)
        for name, mark in checked.items():
            if self._actions:
                self._actions[name].setChecked(mark)


def _call(handler: Callable[[], object], *_: object) -> None:
    """Leave out the state that a triggered action sends along."""
    handler()
