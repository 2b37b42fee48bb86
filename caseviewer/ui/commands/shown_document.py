"""Reads a document beside the window, and shows it in a pane."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from caseviewer.documents.reading_process import ReadingError
from caseviewer.formatting.pages import can_open, is_here
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import DocumentPresence, DocumentState, OpenedCase, ReadAs
from caseviewer.model.sources import Source
from caseviewer.ui import background
from caseviewer.ui.commands import document_text
from caseviewer.ui.commands.document_text import CitedSpan, DocumentText, DrawnPage
from caseviewer.ui.widgets.document_pane import DocumentPane

_KEPT_PAGES = 8


class ShownDocument(QObject):
    """The document of one source at a time; another replaces what is being read."""

    shown = Signal()
    chosen = Signal(object)
    """The passages that the selected words touch; None where nothing is selected."""

    def __init__(self, pane: DocumentPane, copies: Callable[[], Mapping[str, str]]) -> None:
        """Show documents in `pane`; `copies` gives the reader's own ones."""
        super().__init__(pane)
        self.pane = pane
        self.contents = DocumentText()
        self.marked: list[str] = []
        self._copies = copies
        self._case: OpenedCase | None = None
        self._state: DocumentState | None = None
        self._source = ""
        self._came_for: tuple[object, ...] = ()
        self._awaited: tuple[str, int] | None = None
        self._turn = background.Turn(self)
        self._drawing = background.Turn(self)
        self._drawn: dict[tuple[int, int], DrawnPage] = {}
        pane.picture_wanted.connect(self._draw)
        pane.chosen.connect(self._tell_chosen)

    def forget(self) -> None:
        """Show nothing, and read anew what is shown next."""
        self._turn.stop()
        self._drawing.stop()
        self._drawn.clear()
        self._case, self._state, self._source = None, None, ""
        self._came_for, self._awaited = (), None
        self.contents, self.marked = DocumentText(), []
        self.pane.clear("")

    def show_source(self, opened: OpenedCase, source: Source | None) -> None:
        """Show the document of a source, unless it is shown already."""
        if source is None:
            self.forget()
            return
        state = opened.document_states.get(source.id)
        same_case = self._case is not None and self._case.case is opened.case
        same = same_case and self._source == source.id
        # What was opened before anybody had looked for it stays, if it is found to be here.
        found = self._state is None and is_here(opened, source)
        if same and (self._state == state or found):
            self._case, self._state = opened, state
            if self.contents.source:
                self._tell_heading(opened, source)
            self.pane.text.fit_font()
            return
        self.forget()
        self._case, self._state, self._source = opened, state, source.id
        if not can_open(opened, source):
            return
        self.pane.clear(tr("The document is being read…"))
        work = partial(document_text.load, opened, source, self._copies())
        self._turn.start(work, partial(self._show, opened, source), self._fail)

    def mark(self, passages: Iterable[str], target: str = "") -> list[str]:
        """Mark passages in the text for a target; returns those that stand there.

        They come into view if the reader has not come for them before.
        """
        wanted = set(passages)
        spans = [span for span in self.contents.cited if span.passage in wanted]
        self.marked = [span.passage for span in spans]
        if self.contents.laid is not None:
            go = self._comes_for(target, *self.marked)
            self.pane.mark([(span.start, span.end) for span in spans], go=go)
        return self.marked

    def numbers_at(self, passages: Iterable[str]) -> list[str]:
        """The numbers of the paragraphs or pages in which passages begin."""
        wanted = set(passages)
        return [
            number
            for span in self.contents.cited
            if span.passage in wanted
            for number in [self._number_at(span)]
            if number
        ]

    def go_to_number(self, number: str, target: str = "") -> None:
        """Bring the paragraph with a number into view, if there is one and it was not before."""
        if self.contents.laid is None or not self._comes_for(target, number):
            return
        for offset, known in self.contents.numbered:
            if known == number:
                self.pane.text.go_to(offset)
                return

    def go_to(self, source: str, offset: int) -> None:
        """Bring a place of the document of a source into view: now, or once it has been read."""
        if self.contents.source == source:
            self.pane.go_to(offset)
        elif self._source == source:
            self._awaited = (source, offset)

    def _comes_for(self, *wanted: object) -> bool:
        """Whether the reader comes for something else than before; it is remembered."""
        before, self._came_for = self._came_for, wanted
        return wanted != before

    def _number_at(self, span: CitedSpan) -> str:
        before = [known for offset, known in self.contents.numbered if offset <= span.start]
        return before[-1] if before else ""

    def _show(self, opened: OpenedCase, source: Source, contents: DocumentText) -> None:
        self.contents = contents
        if contents.fault:
            self.pane.clear(contents.fault)
        elif contents.laid is not None:
            self.pane.show_text(contents.laid, contents.numbered, contents.pages)
            if contents.is_scan:
                self.pane.show_as(pages=True)
            self.pane.text.show_cited([(span.start, span.end) for span in contents.cited])
        elif contents.read_as is ReadAs.PICTURE:
            self.pane.show_picture()
        else:
            self.pane.clear(_unreadable(source))
        self._tell_heading(opened, source)
        self.shown.emit()
        if self._awaited is not None:
            self.go_to(*self._awaited)

    def _tell_heading(self, opened: OpenedCase, source: Source) -> None:
        contents = self.contents
        read_as = "" if contents.read_as is None else word(contents.read_as)
        number, nature = opened.index.short(source.id), word(source.nature)
        scan = tr("pages without text") if contents.is_scan else ""
        words = filter(None, (number, nature, read_as, scan, self._changed_words()))
        self.pane.heading.set_text(" · ".join(words))

    def _fail(self, error: Exception) -> None:
        self.pane.clear(_failure_words(error))

    def _changed_words(self) -> str:
        """What is said of a document that is no longer the one that was checked."""
        unread = self.contents.fault or self.contents.read_as is None
        if unread or self._state is None:
            return ""
        if self.contents.verified is (self._state.presence is DocumentPresence.MATCHES):
            return ""
        return tr("changed since it was checked: reload the case")

    # Pages

    def _draw(self, page: int, width: int) -> None:
        self._drawing.stop()
        known = self._drawn.get((page, width))
        if known is not None:
            self._show_picture(known)
            return
        if not self.contents.data:
            return
        work = partial(document_text.draw_page, self.contents, page, width)
        self._drawing.start(work, partial(self._keep, (page, width)), self._fail_drawing)

    def _keep(self, key: tuple[int, int], drawn: DrawnPage) -> None:
        if len(self._drawn) >= _KEPT_PAGES:
            del self._drawn[next(iter(self._drawn))]
        self._drawn[key] = drawn
        self._show_picture(drawn)

    def _show_picture(self, drawn: DrawnPage) -> None:
        picture = drawn.picture
        self.pane.show_drawn()
        self.pane.picture.show_pixels(picture.width, picture.height, picture.rgb)
        self.pane.picture.show_marks(
            [
                (mark.left, mark.top, mark.right, mark.bottom, passage in self.marked)
                for passage, mark in drawn.marks
            ]
        )

    def _fail_drawing(self, error: Exception) -> None:
        self.pane.tell_fault(
            str(error) if isinstance(error, ReadingError) else _failure_words(error)
        )

    def _tell_chosen(self, start: int, end: int) -> None:
        touched: Sequence[str] | None = None
        if start < end:
            touched = document_text.touched(self.contents.cited, start, end)
        self.chosen.emit(touched)


def _unreadable(source: Source) -> str:
    name = "" if source.document is None else source.document.file
    return tr(
        "Files of this kind are not shown here. Open “{file}” in the folder “documents” with a"
        " program for such files to read it.",
        file=name,
    )


def _failure_words(error: Exception) -> str:
    return tr(
        "The program failed on the document ({name}), which is a fault of the program and not of"
        " the file.",
        name=type(error).__name__,
    )
