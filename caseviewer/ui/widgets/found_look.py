"""How words look that a search found, where they are read."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

from caseviewer.ui import theme
from caseviewer.ui.safe_text import text_mark
from caseviewer.ui.widgets.utf16 import Span, spans_in_units

Marker = Callable[[str], Sequence[Span]]
"""Tells where in a text something was found: stretches in code points, in their order."""

_MOST_MARKS = 1_000
"""Qt goes through all marks of a page at each painting."""


def found_look() -> QTextCharFormat:
    """A ground and a line beneath, so that no colour stands alone."""
    colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
    look = QTextCharFormat()
    look.setBackground(QColor(colours.found))
    look.setForeground(QColor(colours.text))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return look


def found_marks(document: QTextDocument, marker: Marker | None) -> list[QTextEdit.ExtraSelection]:
    """Marks on what was found in a text that is shown."""
    text = "" if marker is None else document.toPlainText()
    spans = marker(text)[:_MOST_MARKS] if marker is not None else ()
    return [mark_of(document, span, found_look()) for span in spans_in_units(text, spans)]


def mark_of(document: QTextDocument, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """A mark on a stretch of a text that is shown, in UTF-16 units."""
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return text_mark(cursor, look)
