"""The text of a document for the Documents tab, or a sentence that says why there is none."""

from dataclasses import dataclass
from pathlib import Path

from caseviewer.documents.passages import look_up
from caseviewer.documents.store import documents_beside, is_plain_text, read_text
from caseviewer.documents.text import Paragraphs, paragraphs
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import DocumentPresence, OpenedCase
from caseviewer.model.sources import Passage, Source

_HERE = frozenset({DocumentPresence.MATCHES, DocumentPresence.DIFFERS})


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A text with the offsets of its numbered paragraphs; `fault` where there is none."""

    text: str = ""
    numbered: tuple[tuple[int, str], ...] = ()
    fault: str = ""


def load(opened: OpenedCase, source: Source) -> DocumentText:
    """Read the document of a source again, as it lies in the bundle now."""
    document = source.document
    state = opened.document_states.get(source.id)
    if document is None or state is None or state.presence not in _HERE:
        return DocumentText()
    if not is_plain_text(document):
        return DocumentText(
            fault=tr(
                "This is no plain text. Open “{file}” in the folder “documents” with a"
                " program for such files to read it.",
                file=document.file,
            )
        )
    folder = documents_beside(Path(opened.case_file))
    if folder is None:
        return DocumentText()
    found = read_text(folder, document.file)
    if found.text is None:
        return DocumentText(fault=found.fault)
    blocks = paragraphs(found.text, document).blocks
    numbered = tuple((part.start, part.number) for part in blocks if part.number is not None)
    return DocumentText(found.text, numbered)


def place_of(opened: OpenedCase, passage: Passage, text: str) -> tuple[int, int] | None:
    """Where a passage's words stand in a text that was loaded; None where they do not.

    Offsets alone count only in the document that was read, as its hash tells.
    """
    state = opened.document_states.get(passage.source)
    same = state is not None and state.presence is DocumentPresence.MATCHES
    if passage.selector is None and not same:
        return None
    found = look_up(passage, text, Paragraphs(()))
    return None if found.start is None or found.end is None else (found.start, found.end)
