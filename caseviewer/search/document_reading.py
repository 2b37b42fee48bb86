"""Reading the documents of a case for the search: those that are here, one after the other."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from caseviewer.bundle.members import DocumentRefusal
from caseviewer.documents.contents import read_contents
from caseviewer.documents.store import Shelf, shelf_of
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Document
from caseviewer.search.document_texts import DocumentText, document_text, not_searched
from caseviewer.search.hits import Reach

Stop = Callable[[], bool]


def read_documents(
    opened: OpenedCase, copies: Mapping[str, str], should_stop: Stop
) -> Iterator[DocumentText]:
    """The document of each source that has one, as it lies there now.

    `copies` are the reader's own copies, by the hash of the document that each stands for.
    Ends early where it is told to stop.
    """
    shelf = shelf_of(Path(opened.case_file), copies)
    for source in opened.case.sources:
        if source.document is None:
            continue
        found = read_document(shelf, source.id, source.document, should_stop)
        if should_stop():
            return
        yield found


def read_document(shelf: Shelf, source: str, document: Document, should_stop: Stop) -> DocumentText:
    """The document of one source; `source` is its id."""
    opened, _ = shelf.open(document)
    if not isinstance(opened, DocumentRefusal):
        opened.stream.close()
    elif opened.code == "missing":
        return not_searched(source, Reach.NOT_HERE)
    contents = read_contents(shelf, document, should_stop)
    if contents.fault:
        return not_searched(source, Reach.NOT_READ, contents.fault)
    if contents.readable is None:
        return not_searched(source, Reach.NO_WORDS)
    return document_text(source, contents.readable, changed=not contents.verified)
