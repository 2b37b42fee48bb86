"""The measures of a timeline: everything grows with the font, and words are cut to their room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from caseviewer.pictures.timeline_layout import Sizes
from caseviewer.pictures.timeline_marks import Mark, Marks
from caseviewer.pictures.timeline_packing import Rooms
from caseviewer.ui import theme

_LETTERS = (80, 46, 26, 14, 6)
"""How many letters the words on marks may take: the first that lets all marks of a run stand."""
_CROWDED = 2
_BRIEF_LETTERS = 40
_TWO_WORDS_LETTERS = 20
_NUMBER_LETTERS = 12
"""With room for fewer letters words leave out the date, or all but two words, or the number."""
_CLUSTER_LETTERS = 16
_APART_LETTERS = 8
_GUTTER_LETTERS = 24
_GUTTER_SHARE = 0.2
_KEPT_WORDS = 20_000


class Measures:
    """What follows from the font of a picture, and the words of its marks as wide as they are."""

    def __init__(self, font: QFont) -> None:
        """Measure a font."""
        self.font = theme.scaled(font, theme.NOTE_SCALE)
        self.metrics = QFontMetricsF(self.font)
        self.unit = theme.unit(font)
        letter = self.metrics.averageCharWidth()
        self.line = self.metrics.height()
        self.row = self.line + 1.75 * self.unit
        self.axis = 2 * self.line + self.unit
        self.notes = self.line + self.unit
        self.overview = 6.0 * self.unit
        self.letter = letter
        self.sizes = Sizes(
            radius=1.15 * self.unit,
            bar=2.5 * self.unit,
            tail=5.0 * self.unit,
            soft=2.5 * self.unit,
            gap=1.25 * self.unit,
            apart=_APART_LETTERS * letter,
            rooms=Rooms(
                tuple(count * letter for count in _LETTERS), _CROWDED, _CLUSTER_LETTERS * letter
            ),
        )
        self.more = _CLUSTER_LETTERS * letter
        self._widths: dict[str, float] = {}
        self._cut: dict[tuple[str, int], str] = {}

    def gutter(self, width: float, names: list[str]) -> float:
        """How much the names of lanes take at the left."""
        widest = max(map(self.width, names), default=0.0)
        most = min(_GUTTER_LETTERS * self.letter, _GUTTER_SHARE * width)
        return min(widest + 3 * self.unit, most) if widest else 0.0

    def width(self, words: str) -> float:
        """The width of words."""
        found = self._widths.get(words)
        if found is None:
            if len(self._widths) >= _KEPT_WORDS:
                self._widths.clear()
            found = self._widths[words] = self.metrics.horizontalAdvance(words)
        return found

    def cut(self, words: str, room: float) -> str:
        """Words as far as they fit, with "…" where they do not."""
        if self.width(words) <= room:
            return words
        key = (words, int(room))
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) >= _KEPT_WORDS:
                self._cut.clear()
            cut = self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            found = self._cut[key] = cut
        return found

    def words(self, mark: Mark, room: float) -> str:
        """The words on a mark for so much room."""
        if room < _NUMBER_LETTERS * self.letter:
            return mark.number
        if room < _TWO_WORDS_LETTERS * self.letter:
            return mark.briefest
        if room < _BRIEF_LETTERS * self.letter and self.width(mark.words) > room:
            return mark.brief
        return mark.words

    def words_width(self, marks: Marks, place: int, room: float) -> float:
        """The width of the words that a mark has for so much room."""
        return self.width(self.words(marks.mark(place), room))
