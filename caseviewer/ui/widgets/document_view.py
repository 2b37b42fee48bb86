"""A document's text with numbers in the margin and marks on what is cited of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import nlargest

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from caseviewer.ui import theme
from caseviewer.ui.widgets.copy_key import asks_for_copy, claim, is_copy
from caseviewer.ui.widgets.found_look import Marker, found_look, mark_of
from caseviewer.ui.widgets.laid_out import LaidOut, lay_out, runs_left
from caseviewer.ui.widgets.stretches import Spans, together

_SETTLE_MS = 150
_LOOKED_UP = 8
_FURTHER_LINES = 3
"""So many lines are searched at once for what is marked, and so many more for phrases."""
_MEASURED = 50
"""Of the numbers so many of the longest are measured: the widest is among them."""


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
    """Shows plain text; numbers stand beside the first line of their paragraph or page."""

    chosen = Signal(int, int)
    """A stretch of the text was selected; an empty one where nothing is."""

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
        self._laid = lay_out("")
        self._numbers: dict[int, str] = {}
        self._cited = together(())
        self._marked: Spans = ()
        self._marker: Marker | None = None
        self._found: dict[int, Spans] = {}
        self._margin_width = 0
        self._margin = _Margin(self)
        self.updateRequest.connect(self._follow)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell_chosen)
        self.selectionChanged.connect(self._settle.start)

    def show_text(self, laid: LaidOut, numbered: Sequence[tuple[int, str]]) -> None:
        """Show a text; `numbered` gives (offset in code points, number) of its parts."""
        self._laid = laid
        self._cited, self._marked = together(()), ()
        self._found.clear()
        self.setExtraSelections([])
        self.fit_font()
        self._align(laid.text)
        self.setPlainText(laid.shown)
        self._numbers = {laid.line_at(offset): number for offset, number in numbered}
        self._measure()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._settle.stop()

    def _align(self, text: str) -> None:
        """Let lines begin where most of the text does; the view would put all to the left."""
        side = Qt.AlignmentFlag.AlignRight if runs_left(text) else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def show_cited(self, spans: Spans) -> None:
        """Underline all that is cited of the text."""
        self._cited = together(spans)
        self._show_marks()

    def mark(self, spans: Spans, *, go: bool = True) -> None:
        """Mark some stretches, and, if wished, bring the first into view."""
        self._marked = spans
        if spans and go:
            self.go_to(spans[0][0])
        self._show_marks()

    def mark_found(self, marker: Marker | None) -> None:
        """Mark the words that a search found, in this text and others to come; None: no longer."""
        self._marker = marker
        self._found.clear()
        self._show_marks()

    def go_to(self, offset: int) -> None:
        """Put the caret at a place of the text, and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._laid.to_shown(offset))
        self.setTextCursor(cursor)
        self.centerCursor()
        self._show_marks()

    def place(self) -> int:
        """Where in the text the caret is."""
        return self._laid.to_text(self.textCursor().position())

    def fit_font(self) -> None:
        """Take the window's size of text, which a font of one's own does not follow."""
        wanted = theme.serif(QApplication.font())
        if wanted != self.font():
            self.setFont(wanted)
            self._measure()

    def margin_width(self) -> int:
        """The width that the longest number needs; none where nothing is numbered."""
        return self._margin_width

    def _measure(self) -> None:
        """Measure the numbers once: the margin is asked for at every step of a scrolling."""
        numbers = nlargest(_MEASURED, set(self._numbers.values()), key=len)
        widest = max(map(self.fontMetrics().horizontalAdvance, numbers), default=0)
        self._margin_width = widest + 4 * theme.unit(self.font()) if numbers else 0
        self.setViewportMargins(self._margin_width, 0, 0, 0)

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
    def event(self, event: QEvent) -> bool:
        if asks_for_copy(event):
            return claim(event, selected=self.textCursor().hasSelection())
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_copy(event):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        cursor = self.textCursor()
        data.setText(self._laid.copied(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()
        self._show_marks()

    def _place_margin(self) -> None:
        area = self.contentsRect()
        self._margin.setGeometry(area.left(), area.top(), self.margin_width(), area.height())

    def _follow(self, area: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
            self._show_marks()
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())
        self._place_margin()

    def _tell_chosen(self) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self.chosen.emit(self._laid.to_text(start), self._laid.to_text(end))

    # Marks ---------------------------------------------------------------------------------

    def _show_marks(self) -> None:
        """Give what is in view its marks: Qt goes through all of them at each painting."""
        first, last = self._in_view()
        starts, ends = self._cited
        low, high = bisect_right(ends, first), bisect_right(starts, last)
        in_view = zip(starts[low:high], ends[low:high], strict=True)
        cited, marked, found = _cited_format(self), _marked_format(), found_look()
        self.setExtraSelections(
            [
                *(self._selection(span, cited) for span in in_view),
                *(self._selection(span, marked) for span in self._marked),
                *(self._selection(span, found) for span in self._found_in_view()),
            ]
        )

    def _found_in_view(self) -> Iterator[tuple[int, int]]:
        """Words that a search found in the lines that are seen, looked up a few lines at a time."""
        bottom = self.viewport().rect().bottomLeft()
        first = max(0, self.firstVisibleBlock().blockNumber()) // _LOOKED_UP
        last = self.cursorForPosition(bottom).blockNumber() // _LOOKED_UP
        for part in range(first, last + 1) if self._marker is not None else ():
            known = self._found.get(part)
            if known is None:
                known = self._found[part] = self._looked_up(part * _LOOKED_UP)
            yield from known

    def _looked_up(self, line: int) -> Spans:
        """What was found from a line on; words of a phrase may stand in the next lines."""
        laid, until = self._laid, line + _LOOKED_UP
        beyond = min(until + _FURTHER_LINES, len(laid.begins)) - 1
        begin = laid.begins[line]
        end = laid.begins[until] if until < len(laid.begins) else len(laid.text)
        spans = () if self._marker is None else self._marker(laid.text[begin : laid.ends[beyond]])
        return tuple((first + begin, last + begin) for first, last in spans if first + begin < end)

    def _in_view(self) -> tuple[int, int]:
        begins, top = self._laid.begins, self.firstVisibleBlock().blockNumber()
        lines = self.viewport().height() // max(1, self.fontMetrics().height()) + 2
        beyond = max(0, top) + lines
        last = begins[beyond] if beyond < len(begins) else len(self._laid.text)
        return begins[min(max(0, top), len(begins) - 1)], last

    def _selection(self, span: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        shown = self._laid.to_shown(span[0]), self._laid.to_shown(span[1])
        return mark_of(self.document(), shown, look)


def _cited_format(view: QWidget) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(view.palette().placeholderText().color())
    return look


def _marked_format() -> QTextCharFormat:
    colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
    look = QTextCharFormat()
    look.setBackground(QColor(colours.mark))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return look
