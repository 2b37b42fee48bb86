"""Texts that are ready for passages to be looked up."""

from caseviewer.documents.passages import Readable
from caseviewer.documents.text import paragraphs
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.sources import Document
from tests.builders import TEXT

DOCUMENT = Document(
    file="report.txt",
    sha256="0" * 64,
    bytes=219,
    media_type="text/plain",
    paragraph_numbering=Numbering.COUNTED,
    count_from="The guards",
    count_until="End of",
)


def readable(text: str = TEXT, document: Document = DOCUMENT, *, holds: bool = True) -> Readable:
    """A plain text with its numbered paragraphs."""
    return Readable(text, {LocatorLabel.PARAGRAPH: paragraphs(text, document)}, holds)
