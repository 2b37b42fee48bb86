"""The frame in which a page shows what is the reader's own, set apart from what the file says."""

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
)

from caseviewer.ui.theme import Colours


def insert_frame(cursor: QTextCursor, colours: Colours, step: int) -> QTextFrame:
    """Put an empty frame where the cursor is, and the cursor into it."""
    if cursor.atStart():  # what Qt keeps before a frame
        take_no_room(cursor)
    look = QTextFrameFormat()
    look.setBackground(QColor(colours.own))
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QColor(colours.line))
    look.setPadding(2 * step)
    look.setTopMargin(2 * step)
    look.setBottomMargin(3 * step)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return cursor.insertFrame(look)


def take_no_room(cursor: QTextCursor) -> None:
    """Let an empty block that only Qt needs be no higher than a line that is drawn."""
    none = QTextBlockFormat()
    none.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(none)


def words_outside(cursor: QTextCursor, frame: QTextFrame | None) -> str:
    """The selected words as Qt gives them, without those in the frame unless all are in it."""
    if frame is None:
        return cursor.selectedText()
    first, last = frame.firstPosition() - 1, frame.lastPosition() + 1
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if end <= first or start >= last or (start > first and end < last):
        return cursor.selectedText()
    return _between(cursor, start, first) + _between(cursor, last, end)


def _between(cursor: QTextCursor, start: int, end: int) -> str:
    if start >= end:
        return ""
    other = QTextCursor(cursor.document())
    other.setPosition(start)
    other.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return other.selectedText()
