"""Paints hits: number and title, the words around what was found, and why it was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from caseviewer.search.hits import Snippet
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui import theme
from caseviewer.ui.safe_text import short
from caseviewer.ui.widgets.marked_words import ELLIPSIS, MarkedWords, laid_out, marked_words

Index = QModelIndex | QPersistentModelIndex

LINES = 3
"""In a long list every row has so many lines."""
MOST_LINES, _WORDS = 6, 2
"""Lines of a row that is fitted; of the words in it, of a title that has them, and of notes."""
_WHERE = 0.45
"""The most of the width that the place of a hit takes."""
_WIDEST_NUMBER = "Q88"
_KEPT_ROWS = 1_024
_MIDDLE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_SELECTED = QStyle.StateFlag.State_Selected
_LIT = _SELECTED | QStyle.StateFlag.State_MouseOver


class Lines(Protocol):
    """An item model that tells its rows in words."""

    def line(self, row: int) -> HitLine | None:
        """The words of a row; None for a head, which is painted as it is."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words in their place within a row."""

    layout: QTextLayout
    left: float
    top: float
    quiet: bool = False

    @property
    def below(self) -> float:
        """Where the next part begins."""
        count = self.layout.lineCount()
        last = self.layout.lineAt(count - 1)
        return self.top + (last.y() + last.height() if count else 0)


class HitDelegate(QStyledItemDelegate):
    """Rows of several lines; words that were found are bold and have a ground of their own.

    most: the lines that a row has at most.
    """

    def __init__(self, parent: QWidget, most: int = MOST_LINES) -> None:
        """Paint rows of at most so many lines."""
        super().__init__(parent)
        self.most = most
        self._kept = _Laying(parent.font(), _mark_look())

    def full_height(self, font: QFont) -> int:
        """The height of each row in a list that is too long to fit each row to its words."""
        return LINES * QFontMetrics(font).lineSpacing() + 2 * theme.unit(font)

    def height(self, font: QFont, index: Index, width: int) -> int:
        """The height that a row needs."""
        line = _line(index)
        if line is None:
            return self.head_height(font)
        parts = self._laying(font).parts(line, width - 3 * theme.unit(font), self.most)
        return round(_below(parts)) + 2 * theme.unit(font)

    def head_height(self, font: QFont) -> int:
        """The height of the head of a tab's hits."""
        return QFontMetrics(font).lineSpacing() + 3 * theme.unit(font)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.full_height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & _LIT:
            self._paint_ground(painter, option, index)
        painter.save()
        painter.setClipRect(option.rect)
        unit = theme.unit(option.font)
        area = option.rect.adjusted(2 * unit, unit, -unit, -unit)
        line = _line(index)
        if line is None:
            _paint_head(painter, option, area, index)
        else:
            parts = self._laying(option.font).parts(line, area.width(), self.most)
            _paint_parts(painter, option, area, parts)
        painter.restore()

    def _laying(self, font: QFont) -> "_Laying":
        look = _mark_look()
        if font != self._kept.font or look != self._kept.look:
            self._kept = _Laying(font, look)
        return self._kept

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the list shows its focus
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where words may stand in a row, and over how many lines."""

    left: float
    top: float
    width: int
    lines: int


class _Laying:
    """Lays hits out for one font and one scheme of colours, and keeps what it laid out."""

    def __init__(self, font: QFont, look: QTextCharFormat) -> None:
        self.font, self.look = QFont(font), look
        self._small = theme.scaled(font, theme.NOTE_SCALE)
        self._metrics = QFontMetrics(font)
        self._step = theme.unit(font)
        self._kept: dict[tuple[HitLine, int, int], tuple[_Part, ...]] = {}

    def parts(self, line: HitLine, width: int, most: int) -> tuple[_Part, ...]:
        """Everything that is painted of a hit in a row of some width and so many lines."""
        found = self._kept.get((line, width, most))
        if found is None:
            if len(self._kept) >= _KEPT_ROWS:
                self._kept.clear()
            found = self._kept[line, width, most] = self._made(line, width, most)
        return found

    def _made(self, line: HitLine, width: int, most: int) -> tuple[_Part, ...]:
        left = self._number_width(line.number)
        where = self._where(line, width)
        taken = where.layout.lineAt(0).naturalTextWidth() + 2 * self._step if where else 0
        lines = min(_WORDS, most) if line.words is None else 1
        wide = _Room(left, 0, width - left - round(taken), lines)
        found = [
            self._quiet(line.number, self.font, _Room(0, 0, left, 1)),
            self._part(line.title, wide),
            *filter(None, (where,)),
        ]
        notes = min(_WORDS, most - 1 - bool(line.words)) if line.notes else 0
        if line.words is not None:
            lines = min(_WORDS, most - 1 - bool(notes))
            found.append(self._part(line.words, _Room(left, _below(found), width - left, lines)))
        if notes:
            room = _Room(left, _below(found), width - left, notes)
            found.append(self._quiet(line.notes, self._small, room))
        return tuple(found)

    def _number_width(self, number: str) -> int:
        widest = max(map(self._metrics.horizontalAdvance, (number, _WIDEST_NUMBER)))
        return widest + 2 * self._step

    def _where(self, line: HitLine, width: int) -> _Part | None:
        """The field or the place in the document, at the right of the first line."""
        if not line.where:
            return None
        made = self._quiet(line.where, self._small, _Room(0, 0, round(_WHERE * width), 1))
        left = width - made.layout.lineAt(0).naturalTextWidth()
        ascent = self._metrics.ascent() - QFontMetrics(self._small).ascent()
        return _Part(made.layout, left, ascent, quiet=True)

    def _part(self, words: Snippet, room: _Room) -> _Part:
        layout = laid_out(_marked(words), self.font, room.width, room.lines, self.look)
        return _Part(layout, room.left, room.top)

    def _quiet(self, words: str, font: QFont, room: _Room) -> _Part:
        plain = marked_words([(words, False)])
        layout = laid_out(plain, font, room.width, room.lines, self.look)
        return _Part(layout, room.left, room.top, quiet=True)


def _below(parts: Sequence[_Part]) -> float:
    return max(part.below for part in parts)


def _marked(words: Snippet) -> MarkedWords:
    before, after = ELLIPSIS * words.cut_before, ELLIPSIS * words.cut_after
    return marked_words([(before, False), *words.pieces(), (after, False)])


def _mark_look() -> QTextCharFormat:
    colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setBackground(QColor(colours.found))
    return look


def _line(index: Index) -> HitLine | None:
    return cast("Lines", index.model()).line(index.row())


def _paint_head(painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index) -> None:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, _MIDDLE, head_text(str(index.data()), font, area.width()))


def head_text(words: str, font: QFont, width: int) -> str:
    """The words of a head as they fit; how many hits there are, which ends them, stays."""
    return QFontMetrics(font).elidedText(short(words), Qt.TextElideMode.ElideMiddle, width)


def _paint_parts(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, parts: Sequence[_Part]
) -> None:
    roles, is_selected = QPalette.ColorRole, bool(option.state & _SELECTED)
    plain = option.palette.color(roles.HighlightedText if is_selected else roles.Text)
    quiet = plain if is_selected else option.palette.color(roles.PlaceholderText)
    if not option.state & QStyle.StateFlag.State_Enabled:
        plain = quiet
    for part in parts:
        painter.setPen(quiet if part.quiet else plain)
        part.layout.draw(painter, QPointF(area.left() + part.left, area.top() + part.top))
