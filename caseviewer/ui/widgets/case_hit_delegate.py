"""Paints hits in all cases: where they stand, the words with what matched marked, and why."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseviewer.search.hits import Hit
from caseviewer.search.library.case_hit_words import beneath_words, place_words
from caseviewer.ui import theme
from caseviewer.ui.item_models.case_hits import CaseHitsModel, HitRow
from caseviewer.ui.safe_text import short
from caseviewer.ui.widgets.marked_words import ELLIPSIS, laid_out, marked_words

Index = QModelIndex | QPersistentModelIndex

_MOST_LINES = 3
_LINE_LIMIT = 600
_INDENT = 4
_MUTED = QPalette.ColorRole.PlaceholderText


class CaseHitDelegate(QStyledItemDelegate):
    """Heads of cases in strong letters; hits beneath them, a little to the right."""

    def height(self, row: HitRow, font: QFont, width: int) -> int:
        """How high a row is in a list of that width."""
        unit, line = theme.unit(font), QFontMetricsF(font).lineSpacing()
        if row.hit is None:
            return round(line + (3 if row.is_head else 2) * unit)
        room = width - (_INDENT + 2) * unit
        beneath = line if beneath_words(row.hit) else 0
        return round(line + _laid(row.hit, font, room).boundingRect().height() + beneath + 2 * unit)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _row(index)
        return QSize(0, 0 if row is None else self.height(row, option.font, option.rect.width()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row(index)
        if row is None:
            return
        self._paint_ground(painter, option, index)
        painter.save()
        unit = theme.unit(option.font)
        whole = QRectF(option.rect).adjusted(0, unit, -2 * unit, 0)
        area = whole.adjusted((2 if row.is_head else _INDENT) * unit, 0, 0, 0)
        if row.hit is not None:
            _paint_hit(painter, option, area, row.hit)
        elif row.is_head:
            area.adjust(0, unit, 0, 0)
            _paint_line(painter, option, area, row.words, strong=True)
        else:
            _paint_line(painter, option, area, row.words, role=QPalette.ColorRole.Link)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        # The whole row is selected and the list shows its focus: no frame around one cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


def _row(index: Index) -> HitRow | None:
    model = index.model()
    return model.row_at(index.row()) if isinstance(model, CaseHitsModel) else None


def _laid(hit: Hit, font: QFont, width: float) -> QTextLayout:
    """The words around what matched, which is marked."""
    colours, snippet = theme.colours_of(QApplication.instance()), hit.snippet  # type: ignore[arg-type]
    look = QTextCharFormat()
    look.setBackground(QColor(colours.mark))
    look.setForeground(QColor(colours.text))
    before = [(ELLIPSIS, False)] if snippet.cut_before else []
    after = [(ELLIPSIS, False)] if snippet.cut_after else []
    words = marked_words([*before, *snippet.pieces(), *after])
    return laid_out(words, font, int(width), _MOST_LINES, look)


def _paint_hit(painter: QPainter, option: QStyleOptionViewItem, area: QRectF, hit: Hit) -> None:
    line = QFontMetricsF(option.font).lineSpacing()
    words = _laid(hit, option.font, area.width())
    _paint_line(painter, option, area, place_words(hit), role=_MUTED)
    painter.setPen(_colour(option, QPalette.ColorRole.Text))
    words.draw(painter, QPointF(area.left(), area.top() + line))
    beneath = area.adjusted(0, line + words.boundingRect().height(), 0, 0)
    _paint_line(painter, option, beneath, beneath_words(hit), role=_MUTED)


def _paint_line(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRectF,
    words: str,
    *,
    strong: bool = False,
    role: QPalette.ColorRole = QPalette.ColorRole.Text,
) -> None:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold if strong else font.weight())
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(_colour(option, role))
    cut = short(words, _LINE_LIMIT)
    line = metrics.elidedText(cut, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), line)


def _colour(option: QStyleOptionViewItem, role: QPalette.ColorRole) -> QColor:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    return option.palette.color(QPalette.ColorRole.HighlightedText if selected else role)
