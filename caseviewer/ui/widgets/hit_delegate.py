"""Paints hits: number and title, the words around what was found, and why it was found."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

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

if TYPE_CHECKING:
    from caseviewer.ui.item_models.case_hits import CaseHitsModel
    from caseviewer.ui.item_models.hit_rows import HitRows

Index = QModelIndex | QPersistentModelIndex

_LINES = 3
"""In a long list every row has so many lines."""
_MOST_LINES, _WORDS = 6, 2
"""Lines of a row that is fitted; those of words around what was found, of a title that has them, and of notes."""
_WHERE = 0.45
"""The most of the width that the place of a hit takes."""
_WIDEST_NUMBER = "Q88"
_KEPT_ROWS = 1_024
_LEFT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft)
_MIDDLE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_SELECTED = QStyle.StateFlag.State_Selected
_LIT = _SELECTED | QStyle.StateFlag.State_MouseOver


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

    fits: whether each row is as high as its words need; else all have one height.
    """

    def __init__(self, parent: QWidget) -> None:
        """Paint rows that are as high as their words need."""
        super().__init__(parent)
        self.fits = True

    def full_height(self, font: QFont) -> int:
        """The height of each row in a list that is too long to fit each row to its words."""
        return _LINES * QFontMetrics(font).lineSpacing() + 2 * theme.unit(font)

    def height(self, font: QFont, index: Index, width: int) -> int:
        """The height that a row needs."""
        line = _line(index)
        if line is None:
            return self.head_height(font)
        parts = _Laying(font, width - 3 * theme.unit(font)).parts(line)
        return round(max(part.below for part in parts)) + 2 * theme.unit(font)

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
            _paint_line(painter, option, area, line, most=_MOST_LINES if self.fits else _LINES)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the list shows its focus
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


class _Laying:
    """Lays the parts of a hit out in a row of some width."""

    def __init__(self, font: QFont, width: int) -> None:
        self._font = QFont(font)
        self._small = theme.scaled(font, theme.NOTE_SCALE)
        self._metrics = QFontMetrics(font)
        self._width = width
        self._step = theme.unit(font)

    def parts(self, line: HitLine, most: int = _MOST_LINES) -> list[_Part]:
        """Everything that is painted of a hit, over at most so many lines."""
        left = self._number_width(line.number)
        where = self._where(line)
        taken = where.layout.lineAt(0).naturalTextWidth() + 2 * self._step if where else 0
        room = self._width - left - round(taken)
        wide = _WORDS if line.words is None else 1
        found = [self._part(line.number, self._font, 0, 0, left, 1, quiet=True)]
        found.append(self._part(line.title, self._font, left, 0, room, wide))
        if where is not None:
            found.append(where)
        left_over = most - 1 - bool(line.words)
        notes = min(_WORDS, left_over) if line.notes else 0
        if line.words is not None:
            shown = min(_WORDS, most - 1 - bool(notes))
            below = self._below(found)
            found.append(self._part(line.words, self._font, left, below, self._width - left, shown))
        if notes:
            below = self._below(found)
            width = self._width - left
            found.append(self._part(line.notes, self._small, left, below, width, notes, quiet=True))
        return found

    def _below(self, parts: list[_Part]) -> float:
        return max(part.below for part in parts)

    def _number_width(self, number: str) -> int:
        widest = max(map(self._metrics.horizontalAdvance, (number, _WIDEST_NUMBER)))
        return widest + 2 * self._step

    def _where(self, line: HitLine) -> _Part | None:
        """The field or the place in the document, at the right of the first line."""
        if not line.where:
            return None
        most = round(_WHERE * self._width)
        made = self._part(line.where, self._small, 0, 0, most, 1, quiet=True)
        left = self._width - made.layout.lineAt(0).naturalTextWidth()
        ascent = self._metrics.ascent() - QFontMetrics(self._small).ascent()
        return _Part(made.layout, left, ascent, quiet=True)

    def _part(
        self,
        words: str | Snippet,
        font: QFont,
        left: float,
        top: float,
        width: int,
        most: int,
        *,
        quiet: bool = False,
    ) -> _Part:
        made = _marked(words)
        return _Part(laid_out(made, font, width, most, _mark_look()), left, top, quiet)


def _marked(words: str | Snippet) -> MarkedWords:
    if isinstance(words, str):
        return marked_words([(words, False)])
    before, after = ELLIPSIS * words.cut_before, ELLIPSIS * words.cut_after
    return marked_words([(before, False), *words.pieces(), (after, False)])


def _mark_look() -> QTextCharFormat:
    colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setBackground(QColor(colours.found))
    return look


def _line(index: Index) -> HitLine | None:
    return cast("HitRows | CaseHitsModel", index.model()).line(index.row())


def _paint_head(painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index) -> None:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, _MIDDLE, short(str(index.data())))


def _paint_line(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, line: HitLine, *, most: int
) -> None:
    roles, is_selected = QPalette.ColorRole, bool(option.state & _SELECTED)
    plain = option.palette.color(roles.HighlightedText if is_selected else roles.Text)
    quiet = plain if is_selected else option.palette.color(roles.PlaceholderText)
    for part in _Laying(option.font, area.width()).parts(line, most):
        painter.setPen(quiet if part.quiet else plain)
        part.layout.draw(painter, QPointF(area.left() + part.left, area.top() + part.top))
