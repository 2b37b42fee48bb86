"""Paints the rows of lists: plain text over a few lines, heads of groups, quotations."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseviewer.ui import theme
from caseviewer.ui.item_models.record_table import IS_GROUP, SECOND_LINE

Index = QModelIndex | QPersistentModelIndex

_LINES = 3


class RowDelegate(QStyledItemDelegate):
    """Wraps a cell's text over at most three lines; the last ends in "…" if more follows."""

    def __init__(self, parent: QWidget, *, quoted: bool) -> None:
        """`quoted` lists set their text in the serif face, with the speaker beneath."""
        super().__init__(parent)
        self._quoted = quoted

    def full_height(self, font: QFont) -> int:
        """The height of a row in a list that is too long to fit each row to its text."""
        face = theme.serif(font) if self._quoted else font
        lines = QFontMetrics(face).lineSpacing() * (_LINES if self._quoted else 1)
        return lines + QFontMetrics(font).lineSpacing() + 2 * theme.unit(font)

    def height(self, font: QFont, indexes: Sequence[Index], widths: Sequence[int]) -> int:
        """The height that a row needs, given the widths of its columns."""
        step = theme.unit(font)
        needed = QFontMetrics(font).lineSpacing()
        if not indexes[0].data(IS_GROUP):
            for index, width in zip(indexes, widths, strict=True):
                needed = max(needed, self._cell_height(font, index, width - 3 * step))
        return needed + 2 * step

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.full_height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        # The whole row is selected and the list shows its focus: no frame around one cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        step = theme.unit(option.font)
        area = option.rect.adjusted(2 * step, step, -step, -step)
        if index.data(IS_GROUP):
            self._paint_head(painter, option, area, text)
        else:
            self._paint_cell(painter, option, area, index)
        painter.restore()

    def _face(self, font: QFont, second: object) -> QFont:
        return theme.serif(font) if self._quoted and second is not None else font

    def _cell_height(self, font: QFont, index: Index, width: int) -> int:
        second = index.data(SECOND_LINE)
        face = self._face(font, second)
        lines = len(_lines(str(index.data() or ""), face, width, _LINES))
        height = lines * QFontMetrics(face).lineSpacing()
        return height + (0 if second is None else QFontMetrics(font).lineSpacing())

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, _elided(text, font, area.width()))

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index
    ) -> None:
        second = index.data(SECOND_LINE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        face = self._face(option.font, second)
        step = QFontMetrics(face).lineSpacing()
        painter.setFont(face)
        beneath = 0 if second is None else QFontMetrics(option.font).lineSpacing()
        most = min(_LINES, max(1, (area.height() - beneath + 2) // step))
        right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        flags = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        top = area.top()
        for line in _lines(str(index.data() or ""), face, area.width(), most):
            box = QRect(area.left(), top, area.width(), step)
            painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, line)
            top += step
        if second is not None:
            if not selected:
                painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.setFont(option.font)
            box = QRect(area.left(), top, area.width(), QFontMetrics(option.font).lineSpacing())
            words = _elided(str(second), option.font, area.width())
            painter.drawText(box, Qt.TextFlag.TextSingleLine, words)


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text broken into at most so many lines; the last one ends in "…" if more follows."""
    if most == 1 or QFontMetrics(font).horizontalAdvance(text) <= width:
        return [_elided(text, font, width)]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    ends: list[int] = []
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return _cut_at(text, ends, font, width)


def _cut_at(text: str, ends: list[int], font: QFont, width: int) -> list[str]:
    """Cut a text at offsets in UTF-16 units, which are those that Qt counts in."""
    units = text.encode("utf-16-le")
    starts = [0, *ends[:-1]]
    pieces = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip()
        for start, end in zip(starts, ends, strict=True)
    ]
    if ends and 2 * ends[-1] < len(units):
        rest = units[2 * starts[-1] :].decode("utf-16-le", "replace")
        pieces[-1] = _elided(rest, font, width)
    return pieces
