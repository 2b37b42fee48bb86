"""A document's text with its paragraph numbers in the margin; long texts scroll smoothly."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from typing_extensions import override

from caseviewer.ui import theme
from caseviewer.ui.safe_text import shown


class _Margin(QWidget):
    """The column of numbers to the left of the text."""

    def __init__(self, view: "DocumentView") -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._view.margin_width(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_margin(event)


class DocumentView(QPlainTextEdit):
    """Shows plain text; numbers stand beside the first line of their paragraph."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the view."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text = ""  # as it lies in the document
        self._numbers: dict[int, str] = {}
        self._margin = _Margin(self)
        self.updateRequest.connect(self._scroll_margin)

    def show_text(self, text: str, numbered: Sequence[tuple[int, str]]) -> None:
        """Show a text; `numbered` gives (offset in code points, number) of its paragraphs."""
        self._text = text
        self.fit_font()
        self.setPlainText(_laid_out(text))
        starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._numbers = {bisect_left(starts, offset): number for offset, number in numbered}
        self.setViewportMargins(self.margin_width(), 0, 0, 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def fit_font(self) -> None:
        """Take the window's size of text, which a font of one's own does not follow."""
        wanted = theme.serif(QApplication.font())
        if wanted != self.font():
            self.setFont(wanted)
            self.setViewportMargins(self.margin_width(), 0, 0, 0)

    def select(self, start: int, end: int) -> None:
        """Select a range, given in code points of the text, and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(_units(_laid_out(self._text[:start])))
        cursor.setPosition(_units(_laid_out(self._text[:end])), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def margin_width(self) -> int:
        """The width that the longest number needs; none where nothing is numbered."""
        if not self._numbers:
            return 0
        widest = max(map(self.fontMetrics().horizontalAdvance, self._numbers.values()))
        return widest + 4 * theme.unit(self.font())

    def paint_margin(self, event: QPaintEvent) -> None:
        """Draw the numbers of the paragraphs that are in view."""
        painter = QPainter(self._margin)
        painter.setPen(self.palette().placeholderText().color())
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        width = self._margin.width() - 2 * theme.unit(self.font())
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > event.rect().bottom():
                break
            number = self._numbers.get(block.blockNumber())
            if number is not None:
                box = QRect(0, round(area.top()), width, self.fontMetrics().height())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
            block = block.next()
        painter.end()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._margin.setGeometry(area.left(), area.top(), self.margin_width(), area.height())

    def _scroll_margin(self, area: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())
        area = self.contentsRect()
        self._margin.setGeometry(area.left(), area.top(), self.margin_width(), area.height())


_LINE_END = re.compile("\r\n|\r|\n")
_FRAME_SIGNS = {0xFDD0: "\ufffd", 0xFDD1: "\ufffd"}
"""No characters, but with these Qt marks frames, and would break the line."""


def _laid_out(text: str) -> str:
    """The text as it is shown: hidden characters visible, each line end as one sign."""
    return shown(_LINE_END.sub("\n", text).translate(_FRAME_SIGNS))


def _units(text: str) -> int:
    """The length in UTF-16 units, in which Qt counts."""
    return len(text.encode("utf-16-le")) // 2
