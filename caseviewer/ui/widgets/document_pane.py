"""One document to read: its text or its pages, and a line that tells what stands on it."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseviewer.formatting.page import Block, Page
from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text
from caseviewer.ui.widgets.document_view import DocumentView
from caseviewer.ui.widgets.fitted_page import FittedPage
from caseviewer.ui.widgets.laid_out import LaidOut
from caseviewer.ui.widgets.picture_view import PictureView
from caseviewer.ui.widgets.stretches import Spans

_LEAST_LINES = 3


class StandsOn(FittedPage):
    """The line beneath a document: what is marked, and what stands on a selection."""

    margin = 1


class DocumentPane(QWidget):
    """Text and pages of one document, with what turns from one to the other."""

    picture_wanted = Signal(int, int)
    """A page, counted from 0, and the width in pixels at which it is to be drawn."""
    chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the document."""
        super().__init__(parent)
        self.text = DocumentView(name)
        self.picture = PictureView(tr("{name}, as it looks", name=name))
        self.fault = PlainLabel()
        self.fault.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fault.setMargin(4 * theme.unit(self.font()))
        self.heading = PlainLabel()
        self.heading.setWordWrap(False)
        self.stands_on = StandsOn(tr("What stands on the document"))
        self._pages: Sequence[tuple[str, int]] = ()
        self._page = 0
        self._has_text = False
        self._lay_out()
        self.text.chosen.connect(self.chosen)
        self.picture.width_changed.connect(lambda _: self._ask())

    # Building

    def _lay_out(self) -> None:
        self._as_text, self._as_pages = (self._button(tr("Text")), self._button(tr("Pages")))
        choice = QButtonGroup(self)
        for button in (self._as_text, self._as_pages):
            button.setCheckable(True)
            choice.addButton(button)
        self._as_text.clicked.connect(lambda: self.show_as(pages=False))
        self._as_pages.clicked.connect(lambda: self.show_as(pages=True))
        self._before, self._after = self._button(tr("Page before")), self._button(tr("Next page"))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self._which = PlainLabel()
        self._which.setWordWrap(False)
        bar = QHBoxLayout()
        bar.addWidget(self.heading, 1)
        for part in (self._before, self._which, self._after, self._as_text, self._as_pages):
            bar.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        for shown in (self.text, self.picture, self.fault):
            self._stack.addWidget(shown)
        layout.addWidget(self.stands_on)
        self.clear("")

    def _button(self, text: str) -> QPushButton:
        made = QPushButton()
        set_button_text(made, text)
        return made

    # Showing

    def clear(self, words: str) -> None:
        """Show no document but some words: why there is none, or that it is being read."""
        self._pages, self._page, self._has_text = (), 0, False
        self.picture.clear()
        self.fault.set_text(words)
        self.heading.set_text("")
        self._stack.setCurrentWidget(self.fault)
        self.tell(Page())
        self._show_bar()

    def show_text(
        self, laid: LaidOut, numbered: Sequence[tuple[int, str]], pages: Sequence[tuple[str, int]]
    ) -> None:
        """Show a text; `pages` are the (label, offset) of those that can be drawn, too."""
        self._pages, self._page, self._has_text = pages, 0, True
        self.picture.clear()
        self.text.show_text(laid, numbered)
        self.show_as(pages=False)

    def show_picture(self) -> None:
        """Show a document that is a picture and nothing else."""
        self._pages, self._page, self._has_text = (("", 0),), 0, False
        self.picture.clear()
        self.show_as(pages=True)

    def show_as(self, *, pages: bool) -> None:
        """Show the pages as they look, or the text."""
        if pages:
            place = self.text.place() if self._has_text else 0
            self._page = self._page_of(place)
        self._stack.setCurrentWidget(self.picture if pages else self.text)
        (self._as_pages if pages else self._as_text).setChecked(True)
        self._show_bar()
        if pages:
            self._ask()

    def turn(self, pages: int) -> None:
        """Go some pages on, or back where negative."""
        wanted = min(max(self._page + pages, 0), len(self._pages) - 1)
        if wanted != self._page:
            self._page = wanted
            if self._has_text:
                self.text.go_to(self._pages[wanted][1])
            self.picture.verticalScrollBar().setValue(0)
            self.show_drawn()
            self._show_bar()
            self._ask()

    def mark(self, spans: Spans, *, go: bool = True) -> None:
        """Mark stretches of the text, and, if wished, bring the first into view."""
        self.text.mark(spans, go=go)
        if spans and go and self.shows_pages():
            self._page = self._page_of(spans[0][0])
            self.show_drawn()
            self._show_bar()
            self._ask()

    def go_to(self, offset: int) -> None:
        """Bring a place of the text into view, where it can be marked."""
        if self._has_text:
            self.show_as(pages=False)
            self.text.go_to(offset)

    def tell(self, page: Page, own: tuple[Block, ...] = ()) -> None:
        """Say something beneath the document; `own` is what the reader keeps on it."""
        self.stands_on.set_own(own)
        self.stands_on.show_page(page)
        self.stands_on.setVisible(bool(page.blocks or own))

    def show_drawn(self) -> None:
        """Show a page that was drawn, where words told that another cannot be."""
        if self.shows_pages():
            self._stack.setCurrentWidget(self.picture)

    def tell_fault(self, words: str) -> None:
        """Say why a page cannot be drawn; its text, if there is any, stays."""
        self.fault.set_text(words)
        self._stack.setCurrentWidget(self.fault)

    def shows_pages(self) -> bool:
        """Whether pages are shown as they look."""
        return self._as_pages.isChecked() and bool(self._pages)

    def front(self) -> QWidget:
        """What takes the keys."""
        return self.picture if self.shows_pages() else self.text

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = _LEAST_LINES * self.fontMetrics().height()
        self.stands_on.limit(max(least, self.height() // 3))

    def _page_of(self, place: int) -> int:
        return max(0, bisect_right(self._pages, place, key=lambda page: page[1]) - 1)

    def _ask(self) -> None:
        if self.shows_pages():
            self.picture_wanted.emit(self._page, self.picture.wanted_width())

    def _show_bar(self) -> None:
        several, both = len(self._pages) > 1, self._has_text and bool(self._pages)
        paged = several and self._stack.currentWidget() is not self.text
        for part in (self._before, self._which, self._after):
            part.setVisible(paged)
        for button in (self._as_text, self._as_pages):
            button.setVisible(both)
        if paged:
            self._before.setEnabled(self._page > 0)
            self._after.setEnabled(self._page + 1 < len(self._pages))
            label = self._pages[self._page][0]
            place, count = self._page + 1, len(self._pages)
            words = tr("page {place} of {count}", place=place, count=count)
            if label != str(place):
                words = tr(
                    "page {label} ({place} of {count})", label=label, place=place, count=count
                )
            self._which.set_text(words)
