"""Whoever cannot see the screen or hold a mouse reaches and hears everything."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.widgets.page_dialog import PageDialog
from tests.ui.kit import bring_to_front, delete_later, focused, go, list_of, press


def takers_of_focus(root: QWidget) -> Iterator[QWidget]:
    """The visible parts that the keys can be on."""
    for part in (root, *root.findChildren(QWidget)):
        takes = part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None
        if takes and part.isVisible() and part.isEnabled():
            yield part


def nameless(root: QWidget) -> list[str]:
    parts = list(takers_of_focus(root))
    assert parts
    return [f"{type(part).__name__} {part.objectName()}" for part in parts
            if not part.accessibleName().strip()]  # fmt: skip


@pytest.mark.parametrize("tab", Tab)
def test_everything_that_takes_the_keys_has_a_name(window: MainWindow, tab: Tab) -> None:
    go(window, tab)
    window.notice.progress("Reading the case…", lambda: None)
    assert nameless(window) == []


def test_the_start_page_has_a_name_for_everything(qtbot: QtBot, program: Program) -> None:
    program.preferences.add_recent("/a/case.json")
    empty = program.new_window()
    bring_to_front(qtbot, empty)
    assert nameless(empty) == []


@pytest.mark.parametrize("key", ["F1", "Shift+F1"])
def test_every_dialog_has_a_name_for_everything(qtbot: QtBot, window: MainWindow, key: str) -> None:
    press(key)
    dialog = window.findChild(PageDialog)
    assert isinstance(dialog, PageDialog)
    assert nameless(dialog) == []
    dialog.close()
    delete_later()


def in_menus(menu: QWidget) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from in_menus(below)
        elif not action.isSeparator():
            yield action


def test_every_action_is_in_a_menu_and_has_a_shortcut_of_its_own(window: MainWindow) -> None:
    reachable = list(in_menus(window.menuBar()))
    own = [action for action in window.findChildren(QAction) if action.objectName()]
    named = [action for action in own if action.objectName() in window.menus.actions]
    assert {action.objectName() for action in named} == set(window.menus.actions)
    assert [action.text() for action in named if action not in reachable] == []
    assert [action.text() for action in named if action.shortcut().isEmpty()] == []
    shortcuts = Counter(
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.findChildren(QAction)
        if not action.shortcut().isEmpty()
    )
    assert [keys for keys, times in shortcuts.items() if times > 1] == []


@pytest.mark.parametrize("tab", list(Tab)[1:])
def test_the_keys_go_from_the_tabs_to_filter_list_and_page(window: MainWindow, tab: Tab) -> None:
    go(window, tab)
    order = []
    takers = set(takers_of_focus(window))
    part: QWidget | None = window.nextInFocusChain()
    while part is not None and part is not window:
        if part in takers:
            order.append(part.accessibleName())
        part = part.nextInFocusChain()
    title = tab.value.capitalize()
    wanted = ["About the open case", "Tabs of the case", f"Filter {title}…", title,
              f"{title}: what is selected"]  # fmt: skip
    assert [name for name in order if name in wanted] == wanted


@pytest.mark.parametrize("tab", list(Tab)[1:])
def test_a_row_is_heard_as_a_sentence(window: MainWindow, tab: Tab) -> None:
    go(window, tab)
    found = list_of(window, tab)
    interface = QAccessible.queryAccessibleInterface(found)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == tab.value.capitalize()
    index = found.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    model = found.record_model()
    assert model is not None
    line = len(model.columns) + 1  # each line starts with a head of its own
    cell = interface.child((index.row() + 1) * line + index.column() + 1)
    assert cell is not None
    assert cell.text(QAccessible.Text.Name) == spoken
    assert spoken.count(",") + spoken.count(":") >= 1
    assert len(spoken) > 10


def test_the_focus_can_be_seen(window: MainWindow) -> None:
    press("Ctrl+2")
    found = focused()
    with_focus = found.grab().toImage()
    found.clearFocus()
    assert found.grab().toImage() != with_focus


def test_a_message_is_heard(window: MainWindow) -> None:
    window.notice.say("Copied: P1.")
    labels = [part.accessibleName() for part in window.notice.findChildren(QWidget)]
    assert "Copied: P1." in labels
