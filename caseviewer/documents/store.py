"""The documents of a bundle: whether each is there, whole, and the one that was read.

A document is compared by its SHA-256. Nothing is read but files below `documents/`, and
each file once, however many sources name it.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caseviewer.bundle.container import CASE_FILE, DOCUMENTS
from caseviewer.bundle.files import fingerprint
from caseviewer.bundle.members import DocumentRefusal, OpenDocument, open_document, read_document
from caseviewer.model.opened import DocumentPresence
from caseviewer.model.sources import Document

STEP = 1024 * 1024
LARGEST = 512 * STEP
LARGEST_TEXT = 32 * STEP

_BOM = b"\xef\xbb\xbf"
_REFUSED = frozenset({"name", "link", "pipe", "socket", "device", "special", "folder"})

Pause = Callable[[], None]
"""Called between two steps; raises what ends the work."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its hash and size, or the sentence that says why it is not read."""

    sha256: str = ""
    size: int | None = None
    presence: DocumentPresence | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document, or the sentence that says why there is none."""

    text: str | None
    fault: str = ""


def documents_beside(case_file: Path) -> Path | None:
    """The folder of documents that belongs to a case file; None for a file by itself."""
    if case_file.name.casefold() != CASE_FILE:
        return None
    return case_file.parent / DOCUMENTS


def is_plain_text(document: Document) -> bool:
    """Whether a document is one whose words can be read here."""
    return document.media_type == "text/plain"


def read_text(folder: Path, name: str) -> Text:
    """The text of a document in UTF-8; a byte-order mark is no part of it.

    Line ends stay as they are, so that offsets count every character of the file.
    """
    content = read_document(folder, name, LARGEST_TEXT)
    if isinstance(content, DocumentRefusal):
        return Text(None, content.sentence())
    try:
        return Text(content.data.removeprefix(_BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        return Text(
            None,
            f"“{name}” is not a text in UTF-8 (byte {error.start + 1:,}), so that its "
            "passages cannot be looked up. Ask for it in UTF-8.",
        )


def check(folder: Path, name: str, pause: Pause) -> Content:
    """Hash a document step by step, or say why not."""
    opened = open_document(folder, name)
    if isinstance(opened, DocumentRefusal):
        return _refused(opened)
    with opened.stream:
        return _hashed(opened, name, pause)


def _hashed(opened: OpenDocument, name: str, pause: Pause) -> Content:
    if opened.size > LARGEST:
        return _fault(name, "is larger than 512 MB, and is not checked", "Choose a smaller copy.")
    digest = hashlib.sha256()
    try:
        while chunk := opened.stream.read(STEP):
            digest.update(chunk)
            pause()
        after = fingerprint(os.fstat(opened.stream.fileno()))
    except OSError:
        return _fault(name, "cannot be read to its end", "Try a copy of it.")
    if after != opened.fingerprint:
        return _fault(name, "changed while it was read", "Open the case again.")
    return Content(digest.hexdigest(), opened.size)


def _fault(name: str, message: str, hint: str) -> Content:
    refusal = DocumentRefusal(name, "unreadable", message, hint)
    return Content(presence=DocumentPresence.UNREADABLE, fault=refusal.sentence())


def _refused(refusal: DocumentRefusal) -> Content:
    if refusal.code == "missing":
        return Content(presence=DocumentPresence.NOT_HERE)
    refused = refusal.code in _REFUSED
    presence = DocumentPresence.REFUSED if refused else DocumentPresence.UNREADABLE
    return Content(presence=presence, fault=refusal.sentence())
