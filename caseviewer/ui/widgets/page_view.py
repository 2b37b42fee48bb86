"""The reading pane: shows a page letter by letter, with links that lead to targets."""

from itertools import count

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Block, BlockKind, Look, Page, Span, Target
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainBrowser, shown
from caseviewer.ui.widgets import ladder_rail, page_tables
from caseviewer.ui.widgets.copy_key import asks_for_copy, claim, is_copy
from caseviewer.ui.widgets.found_look import Marker, found_marks
from caseviewer.ui.widgets.own_frame import insert_frame, take_no_room, words_outside

_WIDEST_LABEL = 24
_EDGE = 6
"""What was found nearer to an edge than a part of the height is brought to the middle."""


class PageView(PlainBrowser):
    """Shows one page at a time; nothing in it is ever read as markup or fetched."""

    activated = Signal(object)
    longest_line = 150

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the pane."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(False)
        # With a caret, words can be selected and copied without a mouse.
        selectable = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | selectable)
        self.anchorClicked.connect(self._follow)
        self._targets: list[Target] = []
        self._page = Page()
        self._formats: dict[BlockKind, QTextCharFormat] = {}
        self._rails: list[ladder_rail.Rail] = []
        self._marker: Marker | None = None
        self._own: tuple[Block, ...] = ()
        self._drawn: tuple[Block, ...] = ()
        self._frame: QTextFrame | None = None
        self._is_unmarked = False

    @property
    def page(self) -> Page:
        """The page that is shown, without what is the reader's own on it."""
        return self._page

    def set_own(self, own: tuple[Block, ...]) -> None:
        """What is the reader's own stands beneath the head of the next page that is shown."""
        self._own = own

    def show_page(self, page: Page) -> None:
        """Show a page from its top."""
        self._page = page
        self._drawn, self._frame = self._own, None
        self._targets = []
        self._rails = ladder_rail.rails(page.blocks)
        self._formats = {kind: self._format(kind) for kind in BlockKind}
        self.clear()
        document = self.document()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(2 * theme.unit(self.font()))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._write(cursor, page)
        cursor.endEditBlock()
        self._limit_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self._frame is not None and self._frame.firstPosition() == 1:
            self.moveCursor(QTextCursor.MoveOperation.NextBlock)  # nothing stands before it
        self._mark()

    def mark_found(self, marker: Marker | None) -> None:
        """Mark the words that a search found, on this page and those to come; None: no longer."""
        self._marker = marker
        self._mark()

    def go_to_found(self) -> None:
        """Put the caret at the first word that is marked, and bring it into view."""
        self._bring_found()
        # What was out of sight until now is laid out when the window has its turn.
        QTimer.singleShot(0, self, self._bring_found)

    def _bring_found(self) -> None:
        for found in self.extraSelections()[:1]:
            cursor = found.cursor
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            place, height, bar = (
                self.cursorRect(),
                self.viewport().height(),
                self.verticalScrollBar(),
            )
            if not height // _EDGE < place.top() < height - height // _EDGE:
                bar.setValue(bar.value() + place.top() - height // 2)

    def _mark(self) -> None:
        """Mark what was found; a page that is not seen waits until it is."""
        self._is_unmarked = self._marker is not None and not self.isVisible()
        if self._is_unmarked:
            return
        if self._marker is not None or self.extraSelections():
            self.setExtraSelections(found_marks(self.document(), self._marker))

    def renew(self, page: Page) -> None:
        """Show a page in the place of one like it, at the place where the reader is."""
        if page == self._page and self._drawn == self._own:
            return
        bar, caret = self.verticalScrollBar(), self.textCursor().position()
        place = bar.value()
        self.show_page(page)
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        bar.setValue(place)

    @override
    def event(self, event: QEvent) -> bool:
        if asks_for_copy(event):
            return claim(event, selected=self.textCursor().hasSelection())
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self.show_page(self._page)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rails:
            start = self.cursorForPosition(self.viewport().rect().topLeft()).block()
            scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            painter = QPainter(self.viewport())
            painter.translate(-scrolled)
            bottom = scrolled.y() + self.viewport().height()
            rail = ladder_rail.LadderRail(self.font(), self.document(), self._rails)
            rail.paint(painter, start, bottom)
            painter.end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_unmarked:
            self._mark()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_lines()

    def _limit_lines(self) -> None:
        """Keep lines short enough to read; a wide window leaves room to their right."""
        longest = self.longest_line * self.fontMetrics().averageCharWidth()
        spare = max(0, self.viewport().width() - longest)
        frame = self.document().rootFrame()
        layout = frame.frameFormat()
        margin = max(spare, round(self.document().documentMargin()))
        if layout.rightMargin() != margin:
            layout.setRightMargin(margin)
            frame.setFrameFormat(layout)

    def _follow(self, url: QUrl) -> None:
        name = url.toString()
        if name.isdecimal() and int(name) < len(self._targets):
            self.activated.emit(self._targets[int(name)])

    def _write(self, cursor: QTextCursor, page: Page) -> None:
        blocks, own = page.blocks, self._drawn
        head = sum(block.kind in _HEAD for block in blocks[:2]) if own else 0
        self._write_blocks(cursor, blocks[:head])
        if own:
            self._write_own(cursor, own)
            if blocks[head:] and page_tables.end_of_table(blocks, head) > head:
                take_no_room(cursor)  # what Qt keeps between a frame and a table
        self._write_blocks(cursor, blocks[head:])

    def _write_own(self, cursor: QTextCursor, own: tuple[Block, ...]) -> None:
        """What is the reader's own, in a frame of its own."""
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        self._frame = insert_frame(cursor, colours, theme.unit(self.font()))
        self._write_blocks(cursor, own)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _write_blocks(self, cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
        """Write blocks from the empty one on in which the cursor is."""
        at, first, rungs = 0, True, count()
        while at < len(blocks):
            end = page_tables.end_of_table(blocks, at)
            if end > at:
                self._write_table(cursor, blocks[at:end])
                at = end
            else:
                self._write_block(cursor, blocks[at], first=first)
                if blocks[at].kind is BlockKind.RUNG:
                    cursor.block().setUserState(next(rungs))
                at += 1
            first = False

    def _write_block(self, cursor: QTextCursor, block: Block, *, first: bool) -> None:
        step = theme.unit(self.font())
        layout = QTextBlockFormat()
        layout.setTopMargin(0 if first else step * _SPACE_ABOVE.get(block.kind, 1))
        layout.setBottomMargin(step * (block.kind is BlockKind.QUOTE))
        if block.kind is BlockKind.RUNG:
            # The rail is on the left of every rung, whatever the script of its name.
            layout.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        indent = block.level * 4 + _INDENT.get(block.kind, 0)
        layout.setLeftMargin(step * indent)
        if first:
            cursor.setBlockFormat(layout)
        else:
            cursor.insertBlock(layout)
        self._write_spans(cursor, block.spans, self._formats[block.kind])

    def _write_table(self, cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
        """Fields or rows, with the labels of all in line."""
        step = theme.unit(self.font())
        layout = page_tables.layout(blocks, step, self._label_width())
        table = cursor.insertTable(len(blocks), layout.columns(), layout)
        label = self._format(BlockKind.NOTE)
        label.setFont(self.font())
        value = self._formats[BlockKind.FIELD]
        for row, block in enumerate(blocks):
            into = table.cellAt(row, 0).firstCursorPosition()
            into.insertText(shown(block.label), label)
            for column, spans in enumerate(page_tables.cells(block), start=1):
                self._write_spans(table.cellAt(row, column).firstCursorPosition(), spans, value)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _label_width(self) -> float:
        """One width for all labels of the page, so that their values stand in line."""
        labels = [block.label[:_WIDEST_LABEL] for block in self._page.blocks if block.label]
        widest = max(map(self.fontMetrics().horizontalAdvance, labels), default=0)
        return widest + 4 * theme.unit(self.font())

    def _write_spans(
        self, cursor: QTextCursor, spans: tuple[Span, ...], base: QTextCharFormat
    ) -> None:
        for span in spans:
            style = QTextCharFormat(base)
            self._set_look(style, span)
            cursor.insertText(shown(span.text), style)

    def _set_look(self, style: QTextCharFormat, span: Span) -> None:
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        if span.look is Look.MUTED:
            style.setForeground(QColor(colours.muted))
        elif span.look is Look.WARNING:
            style.setForeground(QColor(colours.warning))
        elif span.look is Look.STRONG:
            style.setFontWeight(QFont.Weight.DemiBold)
        elif span.look is Look.ITALIC:
            style.setFontItalic(True)
        if span.target is not None:
            style.setAnchor(True)
            style.setAnchorHref(str(len(self._targets)))
            style.setFontUnderline(True)
            if span.look is not Look.WARNING:
                style.setForeground(self.palette().brush(QPalette.ColorRole.Link))
            self._targets.append(span.target)

    def _format(self, kind: BlockKind) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._font(kind))
        muted = kind in {BlockKind.SUBTITLE, BlockKind.NOTE, BlockKind.HEADING}
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        style.setForeground(QColor(colours.muted if muted else colours.text))
        return style

    def _font(self, kind: BlockKind) -> QFont:
        base = self.font()
        if kind is BlockKind.TITLE:
            return theme.scaled(base, theme.TITLE_SCALE)
        if kind is BlockKind.QUOTE:
            return theme.serif(base)
        font = theme.scaled(base, theme.NOTE_SCALE if kind is BlockKind.NOTE else 1)
        if kind is BlockKind.HEADING:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @override
    def selected_words(self) -> str:
        return words_outside(self.textCursor(), self._frame)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif is_copy(event):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._follow_from_key(event)
        else:
            super().keyPressEvent(event)

    def _follow_from_key(self, event: QKeyEvent) -> None:
        """Stay on the link that was followed, so that Tab goes on from there."""
        page, link = self._page, self.textCursor()
        super().keyPressEvent(event)
        if self._page is page:
            self.setTextCursor(link)


_HEAD = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE})
_SPACE_ABOVE = {
    BlockKind.TITLE: 2,
    BlockKind.HEADING: 4,
    BlockKind.QUOTE: 2,
    BlockKind.TEXT: 2,
    BlockKind.RUNG: 2,
}
_INDENT = {BlockKind.QUOTE: 2, BlockKind.RUNG: ladder_rail.TEXT_INDENT}
