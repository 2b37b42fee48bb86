import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from caseviewer.formatting.brief_parts import PART_NAMES, part_words
from caseviewer.ui.widgets.brief_bar import BriefBar
from tests.ui.choosing import click_entry, entries, open_menu
from tests.ui.kit import bring_to_front_widget, press


class Bar:
    """A bar whose parts are remembered by the test."""

    def __init__(self, qtbot: QtBot) -> None:
        self.parts: dict[str, bool] = {}
        self.copies = 0
        self.bar = BriefBar(lambda: self.parts)
        qtbot.addWidget(self.bar)
        self.bar.parts_chosen.connect(self._remember)
        self.bar.copy_wanted.connect(self._count)
        bring_to_front_widget(qtbot, self.bar)

    def _remember(self, parts: dict[str, bool]) -> None:
        self.parts = parts

    def _count(self) -> None:
        self.copies += 1

    def open(self) -> QMenu:
        QTest.mouseClick(self.bar.parts, Qt.MouseButton.LeftButton)
        return open_menu()


@pytest.fixture
def made(qtbot: QtBot) -> Bar:
    return Bar(qtbot)


def checked(menu: QMenu) -> list[bool]:
    return [action.isChecked() for action in menu.actions()]


def test_the_button_copies(made: Bar) -> None:
    assert made.bar.button.text() == "Copy for a brief"
    QTest.mouseClick(made.bar.button, Qt.MouseButton.LeftButton)
    assert made.copies == 1


def test_the_menu_shows_all_parts_as_they_are(made: Bar) -> None:
    made.parts = {"sic": False}
    menu = made.open()
    assert entries(menu) == [part_words(name) for name in PART_NAMES]
    assert checked(menu) == [name not in {"sic", "disclaimer"} for name in PART_NAMES]
    menu.close()


def test_clicks_choose_while_the_menu_stays_open(made: Bar) -> None:
    menu = made.open()
    click_entry(menu, "[sic]")
    click_entry(menu, "Disclaimer")
    assert menu.isVisible()
    assert made.parts == {"sic": False, "disclaimer": True}
    assert made.bar.parts.accessibleName() == "Parts that are copied: changed"
    click_entry(menu, "[sic]")
    click_entry(menu, "Disclaimer")
    assert made.bar.parts.accessibleName() == "Parts that are copied"
    menu.close()


def test_keys_reach_the_parts(made: Bar) -> None:
    made.bar.button.setFocus()
    press("Tab", "Space")
    menu = open_menu()
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert made.parts == {"attribution": False}
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
