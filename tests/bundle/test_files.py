"""Only ordinary files are read, whole, and a change meanwhile is noticed."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from caseviewer.bundle import files
from caseviewer.bundle.files import (
    FileRefusedError,
    Fingerprint,
    fingerprint,
    is_link,
    read_whole,
    require_regular,
    system_words,
)


def status(mode: int, **more: int) -> os.stat_result:
    return cast("os.stat_result", SimpleNamespace(st_mode=mode, **more))


def read(path: Path, limit: int = 1000) -> files.FileBytes:
    descriptor = os.open(path, files.READ_FLAGS)
    try:
        return read_whole(descriptor, limit)
    finally:
        os.close(descriptor)


def refused(path: Path, limit: int = 1000) -> files.Words:
    with pytest.raises(FileRefusedError) as caught:
        read(path, limit)
    return caught.value.words


@pytest.mark.parametrize("content", [b"", b"{}", bytes(range(256)) * 3, b"a\r\nb\x1ac"])
def test_a_file_is_read_to_the_letter(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    got = read(path)
    assert got.data == content
    assert got.sha256 == hashlib.sha256(content).hexdigest()
    assert got.fingerprint == fingerprint(path.stat())
    assert got.fingerprint == Fingerprint(len(content), got.mtime_ns, got.inode)


def test_the_content_is_not_in_the_repr(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"a name")
    assert "a name" not in repr(read(path))


def test_many_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "CHUNK", 7)
    path = tmp_path / "file"
    path.write_bytes(b"0123456789" * 10)
    assert read(path, 100).data == b"0123456789" * 10


def test_the_size_is_refused_before_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 11)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("it was read"))
    words = refused(path, 10)
    assert words.code == "too_large"
    assert words.message == "is too large: 11 bytes, and at most 10 bytes are read"


def test_sizes_in_words(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as stream:
        stream.truncate(84_200_000)
    words = refused(path, 64 * 1024 * 1024)
    assert words.message == "is too large: 80.3 MB, and at most 64 MB are read"


def test_a_file_that_grows_beyond_the_limit_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 10)
    really_read = os.read

    def read_and_grow(descriptor: int, count: int) -> bytes:
        with path.open("ab") as stream:
            stream.write(b"x")
        return really_read(descriptor, min(count, 4))

    monkeypatch.setattr(os, "read", read_and_grow)
    assert refused(path, 12).message == "is too large: 13 bytes, and at most 12 bytes are read"


def change_at_once(path: Path) -> None:
    path.write_bytes(b"y" * 10)
    os.utime(path, ns=(1, 1))


def grow(path: Path) -> None:
    path.write_bytes(b"x" * 20)


def shrink(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("change", [change_at_once, grow, shrink])
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 10)
    really_read = os.read

    def read_then_change(descriptor: int, count: int) -> bytes:
        data = really_read(descriptor, count)
        change(path)
        return data

    monkeypatch.setattr(os, "read", read_then_change)
    words = refused(path)
    assert (words.code, words.message) == ("changed", "changed while it was read")
    assert words.hint == "Open it again."


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        (stat.S_IFDIR, "folder", "is a folder"),
        (stat.S_IFLNK, "link", "is a link"),
        (stat.S_IFIFO, "pipe", "is a pipe"),
        (stat.S_IFSOCK, "socket", "is a socket"),
        (stat.S_IFCHR, "device", "is a device"),
        (stat.S_IFBLK, "device", "is a device"),
        (0, "special", "is not an ordinary file"),
    ],
)
def test_other_kinds_are_refused_by_their_name(kind: int, code: str, words: str) -> None:
    with pytest.raises(FileRefusedError, match=words) as caught:
        require_regular(status(kind | 0o644))
    assert caught.value.words.code == code


def test_an_ordinary_file_is_fine() -> None:
    require_regular(status(stat.S_IFREG))


@pytest.mark.parametrize(
    ("mode", "tag", "link"),
    [
        (stat.S_IFREG, 0, False),
        (stat.S_IFLNK, 0, True),
        (stat.S_IFDIR, 0xA0000003, True),  # a junction
        (stat.S_IFREG, 0xA000000C, True),  # a link
        (stat.S_IFREG, 0x9000001A, False),  # a file that lies in a cloud
    ],
)
def test_links_of_windows(mode: int, tag: int, link: bool) -> None:
    assert is_link(status(mode, st_reparse_tag=tag)) is link


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (FileNotFoundError(errno.ENOENT, ""), "missing", "was not found"),
        (NotADirectoryError(errno.ENOTDIR, ""), "missing", "a part of the path is a file"),
        (PermissionError(errno.EACCES, ""), "denied", "may not be read by you"),
        (OSError(errno.ENAMETOOLONG, ""), "name", "too long"),
        (OSError(errno.ELOOP, ""), "link", "is a link"),
        (OSError(errno.EIO, ""), "io", "the disk or the network reports a fault"),
        (OSError(errno.ENOMEM, ""), "io", f"system error {errno.ENOMEM}"),
        (OSError("no number"), "io", "system error None"),
        (ValueError("embedded null byte"), "name", "that this system does not allow"),
    ],
)
def test_what_the_system_says(error: OSError | ValueError, code: str, words: str) -> None:
    said = system_words(error)
    assert said.code == code
    assert words in said.message
