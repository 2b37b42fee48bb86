"""Words with marks on some of them, laid out over a few lines; hidden signs are made visible."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from caseviewer.ui.safe_text import LABEL_LIMIT, short
from caseviewer.ui.widgets.laid_out import runs_left
from caseviewer.ui.widgets.utf16 import points, spans_in_units

ELLIPSIS = "…"
_BEFORE_MARK = (16, 0)
"""So many signs before a mark stay if it would not be seen otherwise; if need be, none."""
_SPARE = 2


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words as they are painted, and which stretches of them are marked, in code points."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def from_first_mark(self, before: int) -> "MarkedWords":
        """The words from a little before the first mark on, where that is not their beginning."""
        first = self.marks[0][0] if self.marks else 0
        at = max(0, first - before)
        at = at and (self.text.find(" ", at, first) + 1 or at)
        shift = at - len(ELLIPSIS)
        if shift <= 0:
            return self
        marks = tuple((start - shift, end - shift) for start, end in self.marks)
        return MarkedWords(ELLIPSIS + self.text[at:], marks)

    def up_to(self, end: int) -> "MarkedWords":
        """The words before a place, and an ellipsis."""
        text = self.text[:end].rstrip()
        marks = tuple((first, min(last, len(text))) for first, last in self.marks)
        return MarkedWords(text + ELLIPSIS, tuple(mark for mark in marks if mark[0] < mark[1]))


def marked_words(pieces: Iterable[tuple[str, bool]]) -> MarkedWords:
    """Words in pieces, each with whether it is marked."""
    shown, marks, at = [], [], 0
    for words, is_marked in pieces:
        piece = short(words, LABEL_LIMIT)
        if is_marked:
            marks.append((at, at + len(piece)))
        shown.append(piece)
        at += len(piece)
    return MarkedWords("".join(shown), tuple(marks))


def laid_out(
    words: MarkedWords, font: QFont, width: int, most: int, look: QTextCharFormat
) -> QTextLayout:
    """Words over at most so many lines, the marked ones in a look of their own.

    What does not fit is left out before and behind, so that the first mark can be seen; on a
    single line the beginning stays.
    """
    whole = words
    made, end = _laid(words, font, width, most, look)
    for before in _BEFORE_MARK if most > 1 else ():
        if end is None or not words.marks or words.marks[0][1] <= end - _SPARE:
            break
        words = whole.from_first_mark(before)
        made, end = _laid(words, font, width, most, look)
    while end:
        # The ellipsis, or words that are bold, may need the room of some more signs.
        made, beyond = _laid(words.up_to(end), font, width, most, look)
        end = None if beyond is None else end - 1
    return made


def _laid(
    words: MarkedWords, font: QFont, width: int, most: int, look: QTextCharFormat
) -> tuple[QTextLayout, int | None]:
    """Words in lines, and where they would have to end to fit; None where they do."""
    layout = QTextLayout(words.text, font)
    option = QTextOption()
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAnywhere if most == 1 else modes.WrapAtWordBoundaryOrAnywhere)
    if most > 1 and runs_left(words.text):  # one line stays beside its number
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(list(_ranges(words, look)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height, end = 0.0, None
    for place in range(most + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        if place == most:
            end = points(words.text, line.textStart())
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, end


def _ranges(words: MarkedWords, look: QTextCharFormat) -> Iterator[QTextLayout.FormatRange]:
    for start, end in spans_in_units(words.text, words.marks):
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, end - start, look
        yield found
