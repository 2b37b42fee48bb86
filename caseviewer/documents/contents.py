"""The words of documents: plain texts, PDF, and saved web pages.

What a file is, its first bytes tell. A file of the bundle that is something else than its record
says is not read; the reader's own copy may be another kind of file, and is told as what it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from caseviewer.bundle.members import DocumentRefusal
from caseviewer.documents.kinds import HTML, PDF, PLAIN, mismatch, sniff
from caseviewer.documents.passages import Readable
from caseviewer.documents.reading_process import PdfText, ReadingError, read_pdf, read_web_page
from caseviewer.documents.store import STEP, Shelf
from caseviewer.documents.text import Paragraph, gathered, numbered_lines, paragraphs
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.opened import ReadAs
from caseviewer.model.sources import Document

LARGEST_TEXT = 32 * STEP
LARGEST_FILE = 128 * STEP
"""Of a PDF, a picture, or a web page."""

_BOM = b"\xef\xbb\xbf"
_SLOW = frozenset({PDF, HTML})
_KINDS = {PLAIN: ReadAs.TEXT, PDF: ReadAs.PDF, HTML: ReadAs.WEB_PAGE}

_SEEN = frozenset({ReadAs.PDF, ReadAs.PICTURE})

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read of a document: its words, or the sentence that says why there are none.

    A picture has no words, which is no fault. told: what is wrong with the numbering. verified:
    whether it is the file that the record tells of, by its hash. data: the file itself, where it
    holds more than words.
    """

    read_as: ReadAs | None = None
    readable: Readable | None = None
    fault: str = ""
    told: str = ""
    verified: bool = False
    data: bytes = b""

    @property
    def is_scan(self) -> bool:
        """Whether it is a PDF that holds pictures of pages, and no words to look up."""
        readable = self.readable
        return self.read_as is ReadAs.PDF and readable is not None and not readable.text.strip()


def read_contents(
    shelf: Shelf, document: Document, should_stop: Stop, *, words: bool = True
) -> Contents:
    """Read a document; `words`: whether those of a PDF or web page are wanted, which take time.

    The reader's own copy may be another kind of file than the one that the record tells of.
    """
    if read_as(document.media_type) is None and document.sha256 not in shelf.copies:
        return Contents()
    content, copy = shelf.read(document, LARGEST_FILE)
    if isinstance(content, DocumentRefusal):
        return Contents(read_as(document.media_type), fault=content.sentence())
    verified = content.sha256 == document.sha256
    media = document.media_type
    if copy is not None and not verified:
        media = sniff(content.data) or media
    elif told := _other_kind(media, content.data):
        return Contents(read_as(media), fault=f"“{document.file}” is not read. {told}")
    if not words and media in _SLOW:
        return Contents(read_as(media), verified=verified)
    try:
        made = _contents(document, media, content.data, should_stop, verified=verified)
    except ReadingError as error:
        return Contents(read_as(media), fault=f"“{document.file}” is not read. {error}")
    kept = content.data if made.read_as in _SEEN else b""
    return replace(made, verified=verified, data=kept)


def _other_kind(media: str, data: bytes) -> str:
    """A sentence, where a document is not what its record says.

    Markup is a text, too, and so is one that tells of the sign by which PDF files begin.
    """
    kind = sniff(data)
    if media == PLAIN and (kind == HTML or (kind == PDF and not data.startswith(b"%PDF-"))):
        return ""
    return mismatch(media, data)


def read_as(media_type: str) -> ReadAs | None:
    """What documents of a media type are read as; None where they cannot be read here."""
    if media_type.startswith("image/"):
        return ReadAs.PICTURE
    return _KINDS.get(media_type)


def _contents(
    document: Document, media: str, data: bytes, should_stop: Stop, *, verified: bool
) -> Contents:
    if media == PDF:
        return _of_pdf(document, read_pdf(data, should_stop))
    if media == HTML:
        return _of_text(document, ReadAs.WEB_PAGE, read_web_page(data, should_stop), holds=False)
    if media == PLAIN:
        if len(data) > LARGEST_TEXT:
            return Contents(ReadAs.TEXT, fault=_too_long(document.file, len(data)))
        try:
            text = data.removeprefix(_BOM).decode("utf-8")
        except UnicodeDecodeError as error:
            return Contents(ReadAs.TEXT, fault=_not_utf8(document.file, error.start + 1))
        return _of_text(document, ReadAs.TEXT, text, holds=verified)
    return Contents(read_as(media))


def _too_long(name: str, size: int) -> str:
    return (
        f"“{name}” is a text of {size // STEP:,} MB, and at most {LARGEST_TEXT // STEP} MB are"
        " read. Its passages are not looked up."
    )


def _not_utf8(name: str, byte: int) -> str:
    return (
        f"“{name}” is not a text in UTF-8 (byte {byte:,}), so that its "
        "passages cannot be looked up. Ask for it in UTF-8."
    )


def _of_text(document: Document, kind: ReadAs, text: str, *, holds: bool) -> Contents:
    numbered = paragraphs(text, document)
    places = {LocatorLabel.PARAGRAPH: numbered}
    return Contents(kind, Readable(text, places, holds), told=numbered.fault)


def _of_pdf(document: Document, pdf: PdfText) -> Contents:
    pages = gathered(
        Paragraph(page.label, page.start, page.start + len(page.text), page.text)
        for page in pdf.pages
    )
    places = {LocatorLabel.PAGE: pages}
    if document.paragraph_numbering is Numbering.PRINTED:
        places[LocatorLabel.PARAGRAPH] = numbered_lines(pdf.text)
    return Contents(ReadAs.PDF, Readable(pdf.text, places, offsets_hold=False))
