"""Opening the documents of a bundle: never a way out of their folder, never a link or a device."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from caseviewer.bundle.files import (
    FOLDER_FLAGS,
    NO_LINKS,
    READ_FLAGS,
    FileBytes,
    FileRefusedError,
    Fingerprint,
    Words,
    fingerprint,
    is_link,
    read_whole,
    require_regular,
    system_words,
)
from caseviewer.model.visible import visible

_BY_DESCRIPTOR = bool(NO_LINKS) and os.open in os.supports_dir_fd
"""Whether the system opens names relative to an open folder, so that nobody can swap it."""
_NAME_LIMIT = 80
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class DocumentRefusal:
    """Why a document is not opened. Code `missing`: there is no such file, which is no fault."""

    name: str
    code: str
    message: str
    hint: str = ""

    def sentence(self) -> str:
        """One readable line that says which document, why not, and what to do."""
        shown = f"“{visible(self.name, _NAME_LIMIT)}”" if self.name else "The document"
        return f"{shown} {self.message}.{' ' if self.hint else ''}{self.hint}"


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """An open document; whoever asked for it closes the stream."""

    stream: BinaryIO
    size: int
    fingerprint: Fingerprint


def document_path(documents: Path, name: str) -> Path | DocumentRefusal:
    """The path of a document by its name below `documents/`; only the name is looked at."""
    words = _name_fault(name)
    if words:
        return _refused(name, words)
    return documents.joinpath(*name.split("/"))


def open_document(documents: Path, name: str) -> OpenDocument | DocumentRefusal:
    """Open a document for reading as a stream, or say why not."""
    descriptor = _open(documents, name)
    if isinstance(descriptor, DocumentRefusal):
        return descriptor
    known = fingerprint(os.fstat(descriptor))
    return OpenDocument(os.fdopen(descriptor, "rb"), known.size, known)


def open_copy(path: Path) -> OpenDocument | DocumentRefusal:
    """Open a file that the reader pointed at, wherever it lies; a link to it may lead there."""
    try:
        descriptor = _checked(os.open(path, READ_FLAGS))
    except (OSError, ValueError, FileRefusedError) as error:
        return refusal_of(path.name, error)
    known = fingerprint(os.fstat(descriptor))
    return OpenDocument(os.fdopen(descriptor, "rb"), known.size, known)


def read_opened(opened: OpenDocument, name: str, limit: int) -> FileBytes | DocumentRefusal:
    """The whole of an open document of at most `limit` bytes, or why not; it is closed then."""
    with opened.stream:
        try:
            return read_whole(opened.stream.fileno(), limit)
        except (OSError, FileRefusedError) as error:
            return refusal_of(name, error)


def refusal_of(name: str, error: OSError | ValueError | FileRefusedError) -> DocumentRefusal:
    """Why a document is not read, from what went wrong."""
    words = error.words if isinstance(error, FileRefusedError) else system_words(error)
    return DocumentRefusal(name, words.code, words.message, words.hint)


# Names


def _name_fault(name: str) -> Words | None:
    hint = "A document's name may only lead to a file below the folder “documents”."
    faults = (_whole_name_fault(name), *map(_part_fault, name.split("/")))
    return next((Words("name", fault, hint) for fault in faults if fault), None)


def _whole_name_fault(name: str) -> str:
    if not name:
        return "has no name"
    if name.startswith("/"):
        return "has a name that starts at the top of the disk"
    if "\\" in name:
        return "has a backslash in its name; folders are divided by /"
    return ""


def _part_fault(part: str) -> str:
    rules = (
        (part == "", "has an empty part in its name"),
        (part in (".", ".."), "has a name that leads out of its folder"),
        (":" in part, "has a colon in its name, as drives have"),
        (_CONTROL.search(part), "has a control character in its name"),
        (part.endswith((" ", ".")), "has a name that ends in a space or a full stop"),
        (_DEVICES.fullmatch(part), "has a name that Windows keeps for devices"),
    )
    return next((words for applies, words in rules if applies), "")


# Opening


def _open(documents: Path, name: str) -> int | DocumentRefusal:
    words = _name_fault(name)
    if words:
        return _refused(name, words)
    way = _open_by_descriptor if _BY_DESCRIPTOR else _open_by_path
    try:
        return way(documents, name.split("/"))
    except (OSError, ValueError, FileRefusedError) as error:
        return refusal_of(name, error)


def _open_by_descriptor(documents: Path, parts: list[str]) -> int:
    """Go down folder by folder, each opened from the one before and none through a link."""
    _require_folder(documents.lstat())
    folder = os.open(documents, FOLDER_FLAGS)
    try:
        for part in parts[:-1]:
            _require_folder(os.stat(part, dir_fd=folder, follow_symlinks=False))
            deeper = os.open(part, FOLDER_FLAGS, dir_fd=folder)
            os.close(folder)
            folder = deeper
        require_regular(os.stat(parts[-1], dir_fd=folder, follow_symlinks=False))
        return _checked(os.open(parts[-1], READ_FLAGS | NO_LINKS, dir_fd=folder))
    finally:
        os.close(folder)


def _open_by_path(documents: Path, parts: list[str]) -> int:
    """The same where the system cannot: look at each part first, then open the whole path."""
    path = documents
    _require_folder(path.lstat())
    for part in parts[:-1]:
        path = path / part
        _require_folder(path.lstat())
    path = path / parts[-1]
    require_regular(path.lstat())
    return _checked(os.open(path, READ_FLAGS | NO_LINKS))


def _checked(descriptor: int) -> int:
    """The descriptor, if what was opened is still an ordinary file."""
    try:
        require_regular(os.fstat(descriptor))
    except FileRefusedError:
        os.close(descriptor)
        raise
    return descriptor


def _require_folder(status: os.stat_result) -> None:
    """Raise FileRefusedError for a link, NotADirectoryError for a file on the way."""
    if is_link(status):
        raise FileRefusedError(Words("link", "lies behind a link", "Put the folder in its place."))
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))


def _refused(name: str, words: Words) -> DocumentRefusal:
    return DocumentRefusal(name, words.code, words.message, words.hint)
