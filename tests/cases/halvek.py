"""The invented case, opened once for its tests."""

from functools import cache
from pathlib import Path

from caseviewer.documents.opening import open_case
from caseviewer.model.case import Case
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Document, Passage, Source

FOLDER = Path(__file__).parents[2] / "cases" / "halvek-v-valdrasia"
FICTION = "Fiction, written for Case Viewer"
TEXT = "text/plain"


@cache
def opened() -> OpenedCase:
    """The case as it was opened, with the states of its documents and passages."""
    return open_case(FOLDER)


def case() -> Case:
    """Its records."""
    return opened().case


def passage(record_id: str) -> Passage:
    """One passage."""
    found = opened().index.get(record_id)
    assert isinstance(found, Passage)
    return found


def words(record_id: str) -> str:
    """The words of a passage."""
    selector = passage(record_id).selector
    assert selector is not None, record_id
    return selector.exact


def documents() -> list[tuple[Source, Document]]:
    """Every source that has a document, with it."""
    return [(item, item.document) for item in case().sources if item.document is not None]


def content(document: Document) -> bytes:
    """The bytes of a document."""
    return (FOLDER / "documents" / document.file).read_bytes()


def text_of(document: Document) -> str:
    """The words of a plain text."""
    return content(document).decode("utf-8")
