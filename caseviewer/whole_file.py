"""Writes a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_FOR_ALL, _FOR_ONE = 0o666, 0o600
_BINARY = getattr(os, "O_BINARY", 0)  # only Windows has it


def write_whole(path: Path, content: bytes, *, private: bool) -> None:
    """Write a file to another name, flush it to disk and move it into place; may raise OSError.

    private: only its owner may read it; else the reader's usual rights hold.
    """
    with whole_file(path, private=private) as stream:
        stream.write(content)


@contextmanager
def whole_file(path: Path, *, private: bool) -> Iterator[BinaryIO]:
    """The same for a file that is written bit by bit; it is there when the block ends well."""
    part = path.with_name(f".caseviewer-{os.urandom(6).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    handle = os.open(part, flags, _FOR_ONE if private else _FOR_ALL)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
