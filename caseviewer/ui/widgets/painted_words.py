"""Words on pictures: the one way in which timelines and diagrams paint them.

A picture is saved as XML, which no program reads once it holds certain signs. So whatever comes
here is made visible first, as in cells and labels.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from caseviewer.ui.safe_text import LABEL_LIMIT, short


def paint_line(painter: QPainter, at: QPointF, words: str) -> None:
    """Paint a line of words; `at` is where the first letter stands."""
    painter.drawText(at, short(words, LABEL_LIMIT))


def paint_words(painter: QPainter, room: QRectF, flags: int, words: str) -> None:
    """Paint words into a room, as Qt's flags say."""
    painter.drawText(room, flags, short(words, LABEL_LIMIT))
