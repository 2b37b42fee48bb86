"""How tests choose among the facets of a list, as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from caseviewer.ui.widgets.facet_bar import FacetBar, FacetButton


def open_menu() -> QMenu:
    """The menu that is open in front."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def entries(menu: QMenu) -> list[str]:
    """The texts of a menu."""
    return [action.text() for action in menu.actions() if action.isVisible()]


def click(button: FacetButton) -> QMenu:
    """Click the button of a facet; gives its menu."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return open_menu()


def click_entry(menu: QMenu, starts: str) -> None:
    """Click the first entry of an open menu that starts with a text."""
    action = next(one for one in menu.actions() if one.text().startswith(starts))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def choose(bar: FacetBar, name: str, *starts: str) -> None:
    """Choose values of a facet with the mouse, then close the menu."""
    menu = click(bar.buttons[name])
    for text in starts:
        click_entry(menu, text)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    bar.window().activateWindow()  # without a screen nothing else gives the keys back
    QApplication.processEvents()


def shown(bar: FacetBar) -> list[str]:
    """The texts of the buttons that are seen, from left to right."""
    buttons = [*bar.buttons.values(), bar.one_for_all, bar.show_all]
    return [button.text() for button in buttons if not button.isHidden()]
