import pytest
from PySide6.QtGui import QColor, QTextCursor, QTextDocument, QTextFrame
from pytestqt.qtbot import QtBot

from caseviewer.ui.theme import DARK, LIGHT, Colours
from caseviewer.ui.widgets.own_frame import insert_frame, take_no_room, words_outside


class Written:
    """A document with a frame between two paragraphs."""

    def __init__(self, before: str = "before", colours: Colours = LIGHT) -> None:
        self.document = QTextDocument()
        cursor = QTextCursor(self.document)
        cursor.insertText(before)
        self.frame: QTextFrame = insert_frame(cursor, colours, 4)
        cursor.insertText("mine")
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("after")

    def selected(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def words(self, start: int, end: int) -> str:
        found = words_outside(self.selected(start, end), self.frame)
        return found.replace("\u2029", "|").replace("\ufdd0", "|").replace("\ufdd1", "|")


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_frame_has_a_ground_of_its_own(qtbot: QtBot, colours: Colours) -> None:
    written = Written(colours=colours)
    look = written.frame.frameFormat()
    assert look.background().color() == QColor(colours.own)
    assert look.border() == 1


def test_what_is_selected_across_the_frame_leaves_out_what_is_in_it(qtbot: QtBot) -> None:
    written = Written()
    end = written.document.characterCount() - 1
    inside = written.frame.firstPosition()
    assert "mine" not in written.words(0, end)
    assert written.words(0, end).startswith("before")
    assert written.words(0, end).endswith("after")
    assert written.words(0, inside + 2) == "before"
    assert written.words(inside + 2, end) == "after"
    assert written.words(0, 3) == "bef"
    assert written.words(end - 2, end) == "er"


def test_what_is_selected_within_the_frame_is_what_is_wanted(qtbot: QtBot) -> None:
    written = Written()
    inside = written.frame.firstPosition()
    assert written.words(inside, inside + 4) == "mine"
    assert words_outside(written.selected(0, 4), None) == "befo"


def test_what_qt_keeps_before_a_frame_takes_no_room(qtbot: QtBot) -> None:
    tops = []
    for before in ("", "before"):
        written = Written(before)
        written.document.setTextWidth(300)
        layout = written.document.documentLayout()
        tops.append(
            layout.frameBoundingRect(written.frame).top() - written.document.documentMargin()
        )
    assert tops[0] == 1
    assert tops[1] > 10


def test_an_empty_block_can_be_made_to_take_no_room(qtbot: QtBot) -> None:
    document = QTextDocument()
    take_no_room(QTextCursor(document))
    assert document.begin().blockFormat().lineHeight() == 1
