from caseviewer.ui.actions import ACTIONS, Needs
from caseviewer.ui.library_actions import LIBRARY_ACTIONS


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
