from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.clip import plain_page
from caseviewer.formatting.translate import set_translator
from caseviewer.ui.actions import ACTIONS, plain_text
from caseviewer.ui.dialogs.shortcuts import (
    shortcuts_page,
    show_library_shortcuts,
    show_shortcuts,
)
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.widgets.menus import Menu
from tests.ui.kit import delete_later


def test_every_action_is_on_the_sheet_under_its_menu() -> None:
    text = plain_page(shortcuts_page())
    for spec in ACTIONS:
        assert f"{spec.shortcut}: {plain_text(spec)}\n" in text
    heads = [text.index(f"\n{menu.value.replace('&', '')}\n--") for menu in Menu]
    assert heads == sorted(heads)
    assert "Enter: follow the link" in text


def test_every_word_of_the_sheet_can_be_translated() -> None:
    before = set_translator(lambda text: "".join(c if c == "&" else "¤" for c in text))
    try:
        text = plain_page(shortcuts_page())
    finally:
        set_translator(before)
    assert "Keyboard" not in text
    assert "Copy" not in text
    assert "follow" not in text


def test_it_opens_on_top_of_the_window(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = show_shortcuts(parent)
    assert dialog.windowTitle() == "Keyboard shortcuts"
    dialog.close()
    delete_later()


def test_the_library_has_a_sheet_of_its_own(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = show_library_shortcuts(parent)
    text = plain_page(dialog.page_view.page)
    for spec in LIBRARY_ACTIONS:
        assert f"{spec.shortcut}: {plain_text(spec)}\n" in text
    assert "open the case, at the hit if there is one" in text
    assert "timeline" not in text
    dialog.close()
    delete_later()
