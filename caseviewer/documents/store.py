"""The documents of a bundle: whether each is there, whole, and the one that was read.

A document is compared by its SHA-256. Nothing is read but files below `documents/`,
and files that the reader pointed at as own copies.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from caseviewer.bundle.container import CASE_FILE, DOCUMENTS
from caseviewer.bundle.files import FileBytes, fingerprint
from caseviewer.bundle.members import (
    DocumentRefusal,
    OpenDocument,
    open_copy,
    open_document,
    read_opened,
)
from caseviewer.model.opened import DocumentPresence
from caseviewer.model.sources import Document

STEP = 1024 * 1024
LARGEST = 512 * STEP

_REFUSED = frozenset({"name", "link", "pipe", "socket", "device", "special", "folder"})

Pause = Callable[[], None]
"""Called between two steps; raises what ends the work."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its hash and size, or the sentence that says why it is not read.

    copy: the reader's own copy, where that was looked at.
    """

    sha256: str = ""
    size: int | None = None
    presence: DocumentPresence | None = None
    fault: str = ""
    copy: Path | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the documents of a case are looked for.

    folder: their folder, below which alone the bundle's own files lie; None where there is none.
    copies: the files that the reader pointed at, by the hash of the document that each stands for.
    """

    folder: Path | None = None
    copies: Mapping[str, str] = field(default_factory=dict)

    def open(self, document: Document) -> tuple[OpenDocument | DocumentRefusal, Path | None]:
        """Open a document of the bundle, else the reader's copy of it, or say why not.

        Beside it stands the path of the copy, where it is that.
        """
        own = _MISSING if self.folder is None else open_document(self.folder, document.file)
        path = self.copies.get(document.sha256)
        if path is None or not isinstance(own, DocumentRefusal) or own.code != "missing":
            return own, None
        return open_copy(Path(path)), Path(path)

    def has_any(self, documents: Iterable[Document]) -> bool:
        """Whether one of some documents can be opened."""
        for document in documents:
            opened, _ = self.open(document)
            if not isinstance(opened, DocumentRefusal):
                opened.stream.close()
                return True
        return False

    def read(
        self, document: Document, limit: int
    ) -> tuple[FileBytes | DocumentRefusal, Path | None]:
        """The whole of a document of at most `limit` bytes, or why not; and the path of a copy."""
        opened, copy = self.open(document)
        if isinstance(opened, DocumentRefusal):
            return opened, copy
        return read_opened(opened, document.file, limit), copy


_MISSING = DocumentRefusal("", "missing", "is not here")


def shelf_of(case_file: Path, copies: Mapping[str, str]) -> Shelf:
    """Where the documents of a case file are looked for."""
    alone = case_file.name.casefold() != CASE_FILE
    return Shelf(None if alone else case_file.parent / DOCUMENTS, copies)


def check(shelf: Shelf, document: Document, pause: Pause) -> Content:
    """Hash a document step by step, or say why not."""
    opened, copy = shelf.open(document)
    return _content(opened, document.file, copy, pause)


def hash_copy(path: Path, pause: Pause) -> Content:
    """Hash a file that the reader pointed at, or say why not."""
    return _content(open_copy(path), path.name, path, pause)


def _content(
    opened: OpenDocument | DocumentRefusal, name: str, copy: Path | None, pause: Pause
) -> Content:
    if isinstance(opened, DocumentRefusal):
        return _refused(opened, copy)
    with opened.stream:
        return replace(_hashed(opened, name, pause), copy=copy)


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


def _refused(refusal: DocumentRefusal, copy: Path | None) -> Content:
    if refusal.code == "missing":
        return Content(presence=DocumentPresence.NOT_HERE, copy=copy)
    refused = refusal.code in _REFUSED
    presence = DocumentPresence.REFUSED if refused else DocumentPresence.UNREADABLE
    return Content(presence=presence, fault=refusal.sentence(), copy=copy)
