"""Words in which some are marked, as lists of hits show them: plain text, painted, never markup."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from caseviewer.ui.safe_text import LABEL_LIMIT, short

_END = "…"


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """A text with hidden characters made visible; marks count in Qt's units, those of UTF-16."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MarkLook:
    """How marked words are set off: the ground beneath them, and the colour of their letters."""

    ground: QColor
    letters: QColor


def marked_words(
    pieces: Iterable[tuple[str, bool]], *, cut_before: bool = False, cut_after: bool = False
) -> MarkedWords:
    """The words of pieces, each with whether it is marked; "…" where the text goes on."""
    text, marks = _END if cut_before else "", []
    for piece, marked in pieces:
        clean = short(piece, LABEL_LIMIT)
        if marked:
            start = _units(text)
            marks.append((start, start + _units(clean)))
        text += clean
    return MarkedWords(text + (_END if cut_after else ""), tuple(marks))


def lay_out(
    words: MarkedWords, font: QFont, width: float, most: int, look: MarkLook
) -> QTextLayout:
    """The words in at most so many lines; the last one ends in "…" if more follows."""
    layout = _laid(words, font, width, look)
    if layout.lineCount() <= most:
        return layout
    end = layout.lineAt(most - 1)
    kept = max(end.textStart() + end.textLength(), 1)
    while kept > 1 and layout.lineCount() > most:
        kept -= 1
        layout = _laid(_shortened(words, kept), font, width, look)
    return layout


def height_of(layout: QTextLayout) -> float:
    """How high laid-out words are."""
    return layout.boundingRect().height()


def paint(painter: QPainter, at: QPointF, layout: QTextLayout) -> None:
    """Paint words in the colour of the pen."""
    layout.draw(painter, at)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shortened(words: MarkedWords, kept: int) -> MarkedWords:
    """The first units of a text with "…" after them."""
    units = words.text.encode("utf-16-le", "surrogatepass")[: 2 * kept]
    text = units.decode("utf-16-le", "ignore").rstrip() + _END
    end = _units(text) - 1
    marks = ((start, min(stop, end)) for start, stop in words.marks if start < end)
    return MarkedWords(text, tuple(marks))


def _laid(words: MarkedWords, font: QFont, width: float, look: MarkLook) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words.text, font)
    layout.setTextOption(option)
    layout.setFormats([_range(start, end, look) for start, end in words.marks])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _range(start: int, end: int, look: MarkLook) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    style = QTextCharFormat()
    style.setBackground(look.ground)
    style.setForeground(look.letters)
    made.format = style
    return made
