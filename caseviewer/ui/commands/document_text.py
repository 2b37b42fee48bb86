"""Reading a document for the Documents tab, beside the window."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caseviewer.documents.contents import read_contents
from caseviewer.documents.passages import Readable, look_up
from caseviewer.documents.reading_process import Picture, Rectangle, draw_pdf_page, read_picture
from caseviewer.documents.seen_signs import seen
from caseviewer.documents.store import shelf_of
from caseviewer.documents.text import Paragraph
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase, PassageState, ReadAs
from caseviewer.model.references import How
from caseviewer.model.sources import Passage, Source
from caseviewer.ui import background
from caseviewer.ui.widgets.laid_out import LaidOut, lay_out
from caseviewer.ui.widgets.stretches import together

_MOST_MARKED = 500
_MOST_MARKED_CHARACTERS = 200_000
"""Of the words that are marked on one page; the request for them has its own limit."""
_STANDING = frozenset({PassageState.FOUND, PassageState.MOVED, PassageState.UNCHECKED})


@dataclass(frozen=True, slots=True)
class CitedSpan:
    """A stretch of the text, in code points, that a passage of the case is found at."""

    start: int
    end: int
    passage: str


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document ready to be shown; `fault` is a sentence where there is nothing to show.

    numbered: (offset in code points, number) of paragraphs, or of pages. pages: (label, offset)
    of the pages of a PDF. uncited: (number, offset, words) of the paragraphs that nothing cites.
    data: the file, where it holds more than words. verified: whether its hash is the recorded one.
    is_scan: whether it is a PDF without words.
    """

    source: str = ""
    read_as: ReadAs | None = None
    laid: LaidOut | None = None
    numbered: tuple[tuple[int, str], ...] = ()
    pages: tuple[tuple[str, int], ...] = ()
    cited: tuple[CitedSpan, ...] = ()
    uncited: tuple[tuple[str, int, str], ...] = ()
    fault: str = ""
    data: bytes = b""
    verified: bool = False
    is_scan: bool = False


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as it looks, and where passages stand on it, a rectangle a line of their words."""

    picture: Picture
    marks: tuple[tuple[str, Rectangle], ...] = ()


def load(
    opened: OpenedCase, source: Source, copies: Mapping[str, str], job: background.Job
) -> DocumentText:
    """Read the document of a source again, as it lies there now."""
    if source.document is None:
        return DocumentText(source.id)
    shelf = shelf_of(Path(opened.case_file), copies)
    contents = read_contents(shelf, source.document, job.should_stop)
    readable = contents.readable
    if readable is None:
        return DocumentText(
            source.id,
            contents.read_as,
            fault=contents.fault,
            data=contents.data,
            verified=contents.verified,
        )
    cited = _cited(opened, source, readable, job)
    return DocumentText(
        source.id,
        contents.read_as,
        lay_out(readable.text),
        _numbered(readable),
        _pages(readable),
        cited,
        _uncited(readable, cited),
        data=contents.data,
        verified=contents.verified,
        is_scan=contents.is_scan,
    )


def draw_page(contents: DocumentText, page: int, width: int, job: background.Job) -> DrawnPage:
    """A page of a PDF, or a picture, as it looks; `width` is in pixels."""
    if contents.read_as is not ReadAs.PDF:
        return DrawnPage(read_picture(contents.data, width, 4 * width, job.should_stop))
    passages, words = _words_on(contents, page)
    picture = draw_pdf_page(contents.data, page, width, words, job.should_stop)
    marks = tuple(
        (passages[mark.words], mark) for mark in picture.marks if mark.words < len(passages)
    )
    return DrawnPage(picture, marks)


def _words_on(contents: DocumentText, page: int) -> tuple[list[str], list[tuple[str, int]]]:
    """The passages on a page and their words there, each with the signs before it on the page."""
    if contents.laid is None:
        return [], []
    text, pages = contents.laid.text, contents.pages
    start = pages[page][1]
    end = pages[page + 1][1] if page + 1 < len(pages) else len(text)
    here = [span for span in contents.cited if span.start < end and start < span.end]
    passages, words, room = [], [], _MOST_MARKED_CHARACTERS
    for span in here[:_MOST_MARKED]:
        first = max(start, span.start)
        last = min(end, span.end, first + room)
        if first < last:
            passages.append(span.passage)
            words.append((text[first:last], len(seen(text[start:first]))))
            room -= last - first
    return passages, words


def touched(cited: Sequence[CitedSpan], start: int, end: int) -> list[str]:
    """The passages that a stretch of the text touches."""
    return [span.passage for span in cited if span.start < end and start < span.end]


def _cited(
    opened: OpenedCase, source: Source, readable: Readable, job: background.Job
) -> tuple[CitedSpan, ...]:
    """Where the passages of the source stand; of those that moved it is said that they did."""
    spans = []
    for mention in opened.index.mentions(source.id):
        passage = mention.by
        if mention.how is not How.SOURCE or not isinstance(passage, Passage):
            continue
        job.give_way()
        found = look_up(passage, readable)
        if found.state in _STANDING and found.start is not None and found.end is not None:
            spans.append(CitedSpan(found.start, found.end, passage.id))
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _numbered(readable: Readable) -> tuple[tuple[int, str], ...]:
    return tuple((block.start, block.number) for block in _parts(readable) if block.number)


def _parts(readable: Readable) -> Sequence[Paragraph]:
    """The paragraphs of a document, or its pages where it numbers no paragraph."""
    known = [
        parts
        for label in (LocatorLabel.PARAGRAPH, LocatorLabel.PAGE)
        if (parts := readable.places.get(label)) is not None and parts.blocks
    ]
    chosen = next((parts for parts in known if parts.numbers), known[0] if known else None)
    return () if chosen is None else chosen.blocks


def _pages(readable: Readable) -> tuple[tuple[str, int], ...]:
    pages = readable.places.get(LocatorLabel.PAGE)
    return () if pages is None else tuple((page.number or "", page.start) for page in pages.blocks)


def _uncited(readable: Readable, cited: Sequence[CitedSpan]) -> tuple[tuple[str, int, str], ...]:
    """The paragraphs, or pages, that no passage touches."""
    starts, ends = together([(span.start, span.end) for span in cited])
    found = []
    for block in _parts(readable):
        before = bisect_left(starts, block.end)  # those that begin before the block ends
        if before == 0 or ends[before - 1] <= block.start:
            found.append((block.number or "", block.start, block.text))
    return tuple(found)
