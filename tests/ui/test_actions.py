import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from caseviewer.formatting.page import Tab
from caseviewer.ui.actions import ACTIONS, ActionSpec, Needs, plain_text
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.widgets.menus import LibraryMenu, Menu

Menus = type[Menu] | type[LibraryMenu]
OF_WINDOWS: tuple[tuple[Menus, tuple[ActionSpec, ...]], ...] = (
    (Menu, ACTIONS),
    (LibraryMenu, LIBRARY_ACTIONS),
)
"""The menus of each kind of window, and its actions."""


@pytest.mark.parametrize(
    ("menus", "spec"), [(menus, spec) for menus, specs in OF_WINDOWS for spec in specs]
)
def test_every_action_has_a_menu_a_letter_and_a_shortcut(menus: Menus, spec: ActionSpec) -> None:
    assert isinstance(spec.menu, menus)
    assert len(re.findall("&[A-Za-z0-9]", spec.text)) == 1
    sequence = QKeySequence(spec.shortcut)
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == spec.shortcut


@pytest.mark.parametrize(("_", "specs"), OF_WINDOWS)
def test_no_two_actions_share_a_name_or_a_shortcut(_: Menus, specs: tuple[ActionSpec, ...]) -> None:
    for taken in (
        Counter(spec.name for spec in specs),
        Counter(QKeySequence(spec.shortcut).toString() for spec in specs),
    ):
        assert [name for name, times in taken.items() if times > 1] == []


@pytest.mark.parametrize(
    ("menu", "specs"), [(menu, specs) for menus, specs in OF_WINDOWS for menu in menus]
)
def test_no_two_letters_of_a_menu_are_the_same(
    menu: Menu | LibraryMenu, specs: tuple[ActionSpec, ...]
) -> None:
    letters = [spec.text[spec.text.index("&") + 1].lower() for spec in specs if spec.menu is menu]
    assert [key for key, times in Counter(letters).items() if times > 1] == []
    assert letters


def test_each_tab_has_its_number() -> None:
    found = {spec.name: spec.shortcut for spec in ACTIONS if spec.name.startswith("tab_")}
    assert found == {f"tab_{tab.value}": f"Ctrl+{n}" for n, tab in enumerate(Tab, start=1)}


def test_what_works_without_a_case_is_offered_without_one() -> None:
    free = {spec.name for spec in ACTIONS if spec.needs is Needs.NOTHING}
    assert {"open", "open_folder", "new_window", "quit", "shortcuts", "larger"} <= free
    assert {"copy", "reload", "filter"}.isdisjoint(free)


def test_the_text_of_an_action_can_be_read_plain() -> None:
    assert plain_text(ACTIONS[0]) == "Open a case file"
