import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from caseviewer.ui.actions import ACTIONS, Needs
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.widgets.menus import LibraryMenu, Menu, Menus
from tests.ui.kit import bring_to_front_widget


class Shown:
    """Menus in a window, and what they call."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.called: list[str] = []
        self.menus = Menus(self.window, self.called.append)
        self.menus.make()


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


def test_actions_that_are_made_later_are_as_they_were_told_to_be(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, lambda _: None)
    made = menus.add_list("reload", "Open &recent")
    menus.fill_list(made, [("a", "/a")], lambda _: None)
    menus.offer(frozenset({Needs.CASE}))
    menus.check({"scheme_dark": True})
    assert [action.text() for action in window.menuBar().actions()] == list(Menu)
    assert not window.actions()
    menus.make()
    assert menus.actions["copy"].isEnabled()
    assert not menus.actions["back"].isEnabled()
    assert menus.actions["scheme_dark"].isChecked()
    assert not menus.actions["scheme_light"].isChecked()
    entries = menus._menus[Menu.FILE].actions()
    assert entries.index(made.menuAction()) < entries.index(menus.actions["reload"])
    menus.make()
    assert menus._menus[Menu.FILE].actions() == entries


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


def test_a_list_may_stand_in_another_menu_and_mark_what_is_in_use(shown: Shown) -> None:
    made = shown.menus.add_list("add_style", "Citation &style", Menu.CITE)
    entries = shown.menus._menus[Menu.CITE].actions()
    assert entries.index(made.menuAction()) < entries.index(shown.menus.actions["add_style"])
    styles = [("OSCOLA", "oscola"), ("<b>a</b> & b", "/a.csl")]
    shown.menus.fill_list(made, styles, shown.called.append, "/a.csl")
    first, second = made.actions()
    assert [first.isChecked(), second.isChecked()] == [False, True]
    assert second.text() == "<b>a</b> && b"
    first.trigger()
    assert shown.called == ["oscola"]


def test_a_list_may_be_filled_anew_by_its_own_entry(shown: Shown) -> None:
    made = shown.menus.add_list("add_style", "Citation &style", Menu.CITE)

    def choose(name: str) -> None:
        shown.called.append(name)
        shown.menus.fill_list(made, [("a", "a"), ("b", "b")], choose, name)

    choose("a")
    made.actions()[1].trigger()
    made.actions()[1].trigger()
    assert shown.called == ["a", "b", "b"]
    assert [action.isChecked() for action in made.actions()] == [False, True]


def test_a_window_may_have_menus_and_actions_of_its_own(qtbot: QtBot) -> None:
    window, called = QMainWindow(), list[str]()
    qtbot.addWidget(window)
    menus = Menus(window, called.append, LibraryMenu, lambda: LIBRARY_ACTIONS)
    assert [action.text() for action in window.menuBar().actions()] == list(LibraryMenu)
    menus.offer(frozenset({Needs.LIBRARY}))
    menus.actions["add_folder"].trigger()
    assert called == ["add_folder"]
    assert not menus.actions["pause"].isEnabled()
    assert set(menus.actions) == {spec.name for spec in LIBRARY_ACTIONS}


def test_a_menu_can_be_hidden_while_its_keys_work(qtbot: QtBot, shown: Shown) -> None:
    shown.window.show()
    shown.menus.show_menu(Menu.NOTES, shown=False)
    visible = [action.text() for action in shown.window.menuBar().actions() if action.isVisible()]
    assert Menu.NOTES.value not in visible
    bring_to_front_widget(qtbot, shown.window)
    QTest.keyClick(shown.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert shown.called == ["star"]
    shown.menus.show_menu(Menu.NOTES, shown=True)
    assert all(action.isVisible() for action in shown.window.menuBar().actions())
    QTest.keyClick(shown.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert shown.called == ["star", "star"]
