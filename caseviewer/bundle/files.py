"""Opening and reading regular files only, whole, and noticing when they change meanwhile."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass, field

CHUNK = 1024 * 1024


def _flag(name: str) -> int:
    """A flag of os.open; 0 where the system has none of that name."""
    return int(getattr(os, name, 0))


# Never wait at a pipe, never become the terminal's owner, never hand the file to a child process.
READ_FLAGS = (
    os.O_RDONLY
    | _flag("O_NONBLOCK")
    | _flag("O_CLOEXEC")
    | _flag("O_NOCTTY")
    | _flag("O_BINARY")
    | _flag("O_NOINHERIT")
)
NO_LINKS = _flag("O_NOFOLLOW")
FOLDER_FLAGS = os.O_RDONLY | _flag("O_CLOEXEC") | _flag("O_DIRECTORY") | NO_LINKS
_STANDS_FOR_ANOTHER = 0x20000000  # Windows, in the tags of links and junctions


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells a file from a later state of it without reading it."""

    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A whole file, with what it was when it was read; `sha256` in lower-case hexadecimal."""

    data: bytes = field(repr=False)
    size: int
    mtime_ns: int
    inode: int
    sha256: str

    @property
    def fingerprint(self) -> Fingerprint:
        """Size, time and inode, to ask later whether the file has changed."""
        return Fingerprint(self.size, self.mtime_ns, self.inode)


@dataclass(frozen=True, slots=True)
class Words:
    """Why a file is not read: a code for programs, a sentence, what to do."""

    code: str
    message: str
    hint: str = ""


class FileRefusedError(Exception):
    """A file is not read; the words say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.message)
        self.words = words


_AGAIN = "Check the name, or open it again."
_SYSTEM_WORDS = {
    errno.ENOENT: ("missing", "was not found", _AGAIN),
    errno.ENOTDIR: ("missing", "was not found: a part of the path is a file, no folder", _AGAIN),
    errno.EACCES: ("denied", "may not be read by you", "Ask for the right to read it."),
    errno.EPERM: ("denied", "may not be read by you", "Ask for the right to read it."),
    errno.ENAMETOOLONG: ("name", "has a name that is too long", "Give it a shorter name."),
    errno.EINVAL: ("name", "has a name that this system does not allow", "Rename it."),
    errno.ELOOP: ("link", "is a link", "Open the file that it points to."),
    errno.EISDIR: ("folder", "is a folder, not a file", "Choose the file in it."),
    errno.ENXIO: ("special", "is a pipe, a socket or a device, not a file", "Choose a file."),
    errno.EIO: ("io", "cannot be read: the disk or the network reports a fault", "Try a copy."),
    errno.EMFILE: ("busy", "cannot be opened: too many files are open", "Close some windows."),
}
_KINDS = (
    (stat.S_ISDIR, "folder", "is a folder, not a file", "Choose the file in it."),
    (stat.S_ISFIFO, "pipe", "is a pipe, not a file", "Choose a file."),
    (stat.S_ISSOCK, "socket", "is a socket, not a file", "Choose a file."),
    (stat.S_ISCHR, "device", "is a device, not a file", "Choose a file."),
    (stat.S_ISBLK, "device", "is a device, not a file", "Choose a file."),
)
_CHANGED = Words("changed", "changed while it was read", "Open it again.")


def system_words(error: OSError | ValueError) -> Words:
    """The sentence for what the system said; a name with a NUL in it raises ValueError."""
    if isinstance(error, ValueError):
        return Words("name", "has a name that this system does not allow", "Rename it.")
    known = _SYSTEM_WORDS.get(error.errno or 0)
    if known:
        return Words(*known)
    return Words("io", f"cannot be read (system error {error.errno})", "Try a copy of it.")


def is_link(status: os.stat_result) -> bool:
    """Whether this is a link: on Windows also a junction, but no file that lies in a cloud."""
    tag = int(getattr(status, "st_reparse_tag", 0))
    return stat.S_ISLNK(status.st_mode) or bool(tag & _STANDS_FOR_ANOTHER)


def require_regular(status: os.stat_result) -> None:
    """Raise FileRefusedError for all that is not an ordinary file, saying what it is."""
    if is_link(status):
        raise FileRefusedError(Words("link", "is a link", "Put the file itself in its place."))
    if stat.S_ISREG(status.st_mode):
        return
    for is_kind, *words in _KINDS:
        if is_kind(status.st_mode):
            raise FileRefusedError(Words(*words))
    raise FileRefusedError(Words("special", "is not an ordinary file", "Choose a file."))


def fingerprint(status: os.stat_result) -> Fingerprint:
    """The fingerprint of a file that was looked at."""
    return Fingerprint(status.st_size, status.st_mtime_ns, status.st_ino)


def read_whole(descriptor: int, limit: int) -> FileBytes:
    """Read an open file of at most `limit` bytes; raise FileRefusedError or OSError.

    The size is checked before reading and held while reading, as a file may grow.
    """
    status = os.fstat(descriptor)
    require_regular(status)
    before = fingerprint(status)
    if before.size > limit:
        raise FileRefusedError(_too_large(before.size, limit))
    data = _read_up_to(descriptor, limit + 1)
    if len(data) > limit:
        raise FileRefusedError(_too_large(len(data), limit))
    if fingerprint(os.fstat(descriptor)) != before or len(data) != before.size:
        raise FileRefusedError(_CHANGED)
    digest = hashlib.sha256(data).hexdigest()
    return FileBytes(data, before.size, before.mtime_ns, before.inode, digest)


def _read_up_to(descriptor: int, most: int) -> bytes:
    chunks: list[bytes] = []
    left = most
    while left > 0 and (chunk := os.read(descriptor, min(CHUNK, left))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _too_large(size: int, limit: int) -> Words:
    return Words(
        "too_large",
        f"is too large: {_megabytes(size)}, and at most {_megabytes(limit)} are read",
        "Choose a smaller file.",
    )


def _megabytes(size: int) -> str:
    if size < 1024 * 1024:
        return f"{size:,} bytes"
    return f"{size / (1024 * 1024):.1f}".removesuffix(".0") + " MB"
