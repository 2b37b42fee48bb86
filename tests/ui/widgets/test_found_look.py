from collections.abc import Sequence

import pytest
from PySide6.QtGui import QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from caseviewer.search.blocks import marks_in
from caseviewer.ui.theme import LIGHT
from caseviewer.ui.widgets import found_look as module
from caseviewer.ui.widgets.found_look import found_look, found_marks


def words(text: str) -> Sequence[tuple[int, int]]:
    return marks_in(text, (" word",))


def marked(document: QTextDocument) -> list[str]:
    return [mark.cursor.selectedText() for mark in found_marks(document, words)]


def test_what_was_found_is_marked_where_it_stands(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setPlainText("𝒳 words\nand a Wörd, password")
    assert marked(document) == ["words", "Wörd"]
    assert found_marks(document, None) == []


def test_no_colour_stands_alone(qtbot: QtBot) -> None:
    look = found_look()
    assert look.background().color().name() == LIGHT.found
    assert look.foreground().color().name() == LIGHT.text
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline


def test_a_page_has_so_many_marks_at_most(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_MARKS", 3)
    document = QTextDocument()
    document.setPlainText(9 * "word ")
    assert len(marked(document)) == 3
