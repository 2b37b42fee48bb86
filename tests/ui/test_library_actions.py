import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from caseviewer.ui.actions import ACTIONS, ActionSpec, Needs
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.widgets.menus import LibraryMenu


@pytest.mark.parametrize("spec", LIBRARY_ACTIONS, ids=lambda spec: spec.name)
def test_every_action_has_a_menu_a_letter_and_a_shortcut(spec: ActionSpec) -> None:
    assert isinstance(spec.menu, LibraryMenu)
    assert len(re.findall("&[A-Za-z0-9]", spec.text)) == 1
    sequence = QKeySequence(spec.shortcut)
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == spec.shortcut


def test_no_two_actions_share_a_name_or_a_shortcut() -> None:
    for taken in (
        Counter(spec.name for spec in LIBRARY_ACTIONS),
        Counter(QKeySequence(spec.shortcut).toString() for spec in LIBRARY_ACTIONS),
    ):
        assert [name for name, times in taken.items() if times > 1] == []


@pytest.mark.parametrize("menu", LibraryMenu)
def test_no_two_letters_of_a_menu_are_the_same(menu: LibraryMenu) -> None:
    letters = [
        spec.text[spec.text.index("&") + 1].lower() for spec in LIBRARY_ACTIONS if spec.menu is menu
    ]
    assert [key for key, times in Counter(letters).items() if times > 1] == []
    assert letters


def test_an_action_that_both_kinds_of_window_have_reads_and_is_pressed_alike() -> None:
    of_cases = {spec.name: spec for spec in ACTIONS}
    for spec in LIBRARY_ACTIONS:
        same = of_cases.get(spec.name)
        if same is not None:
            assert spec.shortcut == same.shortcut


def test_where_the_library_is_off_it_can_be_put_on_and_left() -> None:
    free = {spec.name for spec in LIBRARY_ACTIONS if spec.needs is Needs.NOTHING}
    assert {"use", "open", "close", "quit", "shortcuts", "larger"} <= free
    assert {"add_folder", "refresh", "erase", "find"}.isdisjoint(free)
