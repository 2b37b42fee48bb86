import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from caseviewer.ui.actions import ACTIONS, Menu, Needs
from caseviewer.ui.widgets.menus import Menus


class Shown:
    """Menus in a window, and what they call."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.called: list[str] = []
        self.menus = Menus(self.window, self.called.append)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_every_action_is_in_its_menu_and_calls_what_it_is_named_after(shown: Shown) -> None:
    titles = [action.text() for action in shown.window.menuBar().actions()]
    assert titles == [menu.value for menu in Menu]
    for spec in ACTIONS:
        action = shown.menus.actions[spec.name]
        assert action in shown.menus._menus[spec.menu].actions()
        assert action.shortcut().toString() == spec.shortcut
        action.trigger()
    assert shown.called == [spec.name for spec in ACTIONS]


def test_only_what_is_there_is_offered(shown: Shown) -> None:
    shown.menus.offer(frozenset())
    off = {name for name, action in shown.menus.actions.items() if not action.isEnabled()}
    assert off == {spec.name for spec in ACTIONS if spec.needs is not Needs.NOTHING}
    shown.menus.offer(frozenset({Needs.CASE, Needs.BACK}))
    assert shown.menus.actions["copy"].isEnabled()
    assert shown.menus.actions["back"].isEnabled()
    assert not shown.menus.actions["forward"].isEnabled()


def test_marks_are_set(shown: Shown) -> None:
    shown.menus.check({"scheme_dark": True, "scheme_light": False})
    assert shown.menus.actions["scheme_dark"].isChecked()
    assert not shown.menus.actions["scheme_light"].isChecked()


def test_a_list_stands_before_an_action_and_leads_to_its_paths(shown: Shown) -> None:
    made = shown.menus.add_list("reload", "Open &recent")
    entries = shown.menus._menus[Menu.FILE].actions()
    place = entries.index(made.menuAction())
    assert shown.menus.actions["reload"] in entries[place:]
    chosen: list[str] = []
    shown.menus.fill_list(made, [("<b>a</b> & b", "/a & b")], chosen.append)
    (action,) = made.actions()
    assert action.text() == "<b>a</b> && b"
    document = QTextDocument()
    document.setHtml(action.toolTip())
    assert document.toPlainText() == "/a & b"
    action.trigger()
    assert chosen == ["/a & b"]


def test_a_list_without_entries_is_not_offered(shown: Shown) -> None:
    made = shown.menus.add_list("reload", "Open &recent")
    shown.menus.fill_list(made, [("a", "/a")], shown.called.append)
    assert made.menuAction().isEnabled()
    shown.menus.fill_list(made, [], shown.called.append)
    assert not made.menuAction().isEnabled()
    assert made.actions() == []
