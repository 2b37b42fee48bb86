"""Paints the rows of lists: plain text over a few lines, heads of groups, quotations."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseviewer.ui import theme
from caseviewer.ui.item_models.case_table import CaseTableModel
from caseviewer.ui.item_models.cells import Cell
from caseviewer.ui.item_models.record_table import RecordTableModel

Index = QModelIndex | QPersistentModelIndex

_LINES = 3
_MOST_LINES = 6
"""Names and titles may take more lines than quotations, which are read elsewhere."""
_OWN_LINES = 2
_KEPT_TEXTS = 4_096

# As numbers, since Python takes its time over the flags of an enumeration.
_ONE_LINE = int(Qt.TextFlag.TextSingleLine)
_LEFT = _ONE_LINE | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = _ONE_LINE | int(Qt.AlignmentFlag.AlignRight)
_MIDDLE = _ONE_LINE | int(Qt.AlignmentFlag.AlignVCenter)
_SELECTED = QStyle.StateFlag.State_Selected.value
_LIT = (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver).value


class RowDelegate(QStyledItemDelegate):
    """Wraps a cell's text over a few lines; the last ends in "…" if more follows.

    What stands beneath it wraps too, in quieter letters. The reader's own words stand
    beneath all that, on a slanted line.
    """

    def __init__(self, parent: QWidget, *, quoted: bool) -> None:
        """`quoted` lists set their text in the serif face, with the speaker beneath."""
        super().__init__(parent)
        self._quoted = quoted
        self._kept = _Look(parent.font(), quoted=quoted)

    def full_height(self, font: QFont) -> int:
        """The height of a row in a list that is too long to fit each row to its text."""
        look = self._look(font)
        lines = look.second_face.height * (_LINES if self._quoted else 1)
        return lines + look.face.height + 2 * look.unit

    def height(self, font: QFont, indexes: Sequence[Index], widths: Sequence[int]) -> int:
        """The height that a row needs, given the widths of its columns."""
        look = self._look(font)
        needed = look.face.height
        for index, width in zip(indexes, widths, strict=True):
            cell = _cell(index)
            if not cell.is_head:
                needed = max(needed, look.height(cell, width - 3 * look.unit))
        return needed + 2 * look.unit

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.full_height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, cell, state = self._look(option.font), _cell(index), option.state.value
        if state & _LIT:  # the list itself has painted what lies beneath all other cells
            self._paint_ground(painter, option, index)
        painter.save()
        unit = look.unit
        area = option.rect.adjusted(2 * unit, unit, -unit, -unit)
        if cell.is_head:
            painter.setFont(look.head.font)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(area, _MIDDLE, look.head.elided(cell.text, area.width()))
        else:
            _paint_cell(painter, option, area, cell, look)
        painter.restore()

    def _look(self, font: QFont) -> "_Look":
        if font != self._kept.face.font:
            self._kept = _Look(font, quoted=self._quoted)
        return self._kept

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        # The whole row is selected and the list shows its focus: no frame around one cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


class _Face:
    """A font, its metrics, and texts as they were broken into lines with it."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)  # a copy: the one in an option lives no longer than the option
        self.height = QFontMetrics(font).lineSpacing()
        self._broken: dict[tuple[str, int, int], list[str]] = {}

    def lines(self, text: str, width: int, most: int) -> list[str]:
        """A text broken into lines, kept from one painting to the next."""
        key = (text, width, most)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= _KEPT_TEXTS:
                self._broken.clear()
            found = self._broken[key] = _lines(text, self.font, width, most)
        return found

    def elided(self, text: str, width: int) -> str:
        """A text on one line."""
        return self.lines(text, width, 1)[0]


class _Look:
    """What one font makes of the rows of a list."""

    def __init__(self, font: QFont, *, quoted: bool) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        self.unit = theme.unit(font)
        self.face = _Face(font)
        self.head = _Face(bold)
        slanted = QFont(font)
        slanted.setItalic(True)
        self.own = _Face(slanted)
        self.second_face = _Face(theme.serif(font)) if quoted else self.face
        self.most = _LINES if quoted else _MOST_LINES

    def face_of(self, cell: Cell) -> _Face:
        """The face of a cell's text: that of quotations if there is a line beneath."""
        return self.face if cell.second is None else self.second_face

    def height(self, cell: Cell, width: int) -> int:
        """How much room the text of a cell needs."""
        face = self.face_of(cell)
        own = self.own.height * len(self.own_lines(cell, width))
        lines = face.height * len(face.lines(cell.text, width, self.most))
        if not cell.second:
            return lines + own
        beneath = self.face.height * len(self.face.lines(cell.second, width, self.most))
        return beneath + own + (lines if cell.text else 0)

    def own_lines(self, cell: Cell, width: int) -> list[str]:
        """The reader's own words in a cell, on as many lines as they may have."""
        return self.own.lines(cell.own, width, _OWN_LINES) if cell.own else []


def _cell(index: Index) -> Cell:
    return cast("RecordTableModel | CaseTableModel", index.model()).cell(
        index.row(), index.column()
    )


def _paint_cell(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, cell: Cell, look: _Look
) -> None:
    palette, selected = option.palette, option.state.value & _SELECTED
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    face, second = look.face_of(cell), cell.second or ""
    own = look.own_lines(cell, area.width())
    if area.height() < look.own.height * len(own) + face.height:
        own = [look.own.elided(cell.own, area.width())]
    foot = look.own.height * len(own)
    room = area.height() - foot
    if foot and room < look.face.height + face.height:
        second = ""  # in a long list rows are as low as most of them need
    painter.setPen(palette.color(role))
    if cell.text or not second:
        most = _fitting(room - (look.face.height if second else 0), face, look.most)
        lines = face.lines(cell.text, area.width(), most)
        _paint_lines(painter, area, face, lines, _RIGHT if cell.right else _LEFT)
        area = area.adjusted(0, len(lines) * face.height, 0, 0)
    if second:
        if not selected:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        most = _fitting(area.height() - foot, look.face, look.most)
        lines = look.face.lines(second, area.width(), most)
        _paint_lines(painter, area, look.face, lines, _LEFT)
        area = area.adjusted(0, len(lines) * look.face.height, 0, 0)
    if foot:
        painter.setPen(palette.color(role))
        _paint_lines(painter, area, look.own, own, _LEFT)


def _fitting(height: int, face: _Face, most: int) -> int:
    """How many lines fit, at least one."""
    return min(most, max(1, (height + 2) // face.height))


def _paint_lines(
    painter: QPainter, area: QRect, face: _Face, lines: Sequence[str], flags: int
) -> None:
    painter.setFont(face.font)
    left, top, width, step = area.left(), area.top(), area.width(), face.height
    for line in lines:
        painter.drawText(QRect(left, top, width, step), flags, line)
        top += step


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
