import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui.safe_text import (
    LABEL_LIMIT,
    SHORT_LIMIT,
    PlainBrowser,
    PlainLabel,
    control_text,
    new_action,
    set_button_text,
    set_tooltip,
    short,
    shown,
)

MARKUP = '<b>bold</b> <img src="/dev/zero"> AT&T \u202e12'
LETTERS = '<b>bold</b> <img src="/dev/zero"> AT&T ⟨U+202E⟩12'


def read_as_qt_would(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def test_a_reading_pane_gets_the_whole_text_with_hidden_signs_visible() -> None:
    assert shown("a\nb\u202e" + "c" * 100_000) == "a\nb⟨U+202E⟩" + "c" * 100_000


def test_one_line_is_cut_and_has_no_line_ends() -> None:
    assert short("a\nb\tc") == "a b c"
    assert len(short("x" * 10_000)) == SHORT_LIMIT
    assert short("x" * 10_000).endswith("x…")
    assert short("abc", 2) == "a…"


def test_an_ampersand_marks_no_letter() -> None:
    assert control_text("AT&T") == "AT&&T"


def test_a_label_shows_and_speaks_markup_letter_by_letter(qtbot: QtBot) -> None:
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.text() == label.accessibleName() == LETTERS
    plain = QLabel("<b>bold</b>")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()
    label.set_text("x" * 10_000)
    assert len(label.text()) == LABEL_LIMIT


def test_a_tooltip_shows_markup_letter_by_letter(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, MARKUP)
    assert read_as_qt_would(widget.toolTip()) == LETTERS
    set_tooltip(widget, "")
    assert widget.toolTip() == ""


def test_a_button_shows_and_speaks_its_text(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    set_button_text(button, "Fish & Chips")
    assert button.text() == "Fish && Chips"
    assert button.accessibleName() == "Fish & Chips"


@pytest.mark.parametrize(
    ("text", "tip"),
    [("&Copy", "Copy"), ("Fish && Chips", "Fish & Chips"), ("<b>&Bold</b>", "<b>Bold</b>")],
)
def test_an_actions_tooltip_is_its_text_without_marks(qtbot: QtBot, text: str, tip: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    action = new_action(text, parent)
    assert isinstance(action, QAction)
    assert action.text() == text
    assert read_as_qt_would(action.toolTip()) == tip


@pytest.mark.parametrize("way_in", ["setHtml", "setText", "setMarkdown"])
def test_no_way_into_a_pane_reads_markup(qtbot: QtBot, way_in: str) -> None:
    pane = PlainBrowser()
    qtbot.addWidget(pane)
    getattr(pane, way_in)("<b>bold</b> **strong** <img src='/dev/zero'>")
    assert pane.toPlainText() == "<b>bold</b> **strong** <img src='/dev/zero'>"
    assert "&lt;b&gt;bold&lt;/b&gt; **strong** &lt;img" in pane.toHtml()


def test_a_pane_fetches_nothing_and_leads_nowhere_by_itself(qtbot: QtBot) -> None:
    pane = PlainBrowser()
    qtbot.addWidget(pane)
    found = pane.loadResource(int(QTextDocument.ResourceType.ImageResource), QUrl("file:///x"))
    assert isinstance(found, QImage)
    assert found.isNull()
    assert not pane.openLinks()
    assert not pane.openExternalLinks()
    assert not pane.acceptDrops()


def test_a_copy_from_a_pane_is_text_alone_with_its_no_break_spaces(qtbot: QtBot) -> None:
    pane = PlainBrowser()
    qtbot.addWidget(pane)
    pane.setPlainText("No.\u00a0444\nand more")
    cursor = QTextCursor(pane.document())
    cursor.select(QTextCursor.SelectionType.Document)
    pane.setTextCursor(cursor)
    data = pane.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == "No.\u00a0444\nand more"
