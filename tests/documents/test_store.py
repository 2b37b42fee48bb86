import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Self, cast

import pytest

from caseviewer.bundle.files import Fingerprint
from caseviewer.bundle.members import OpenDocument
from caseviewer.documents import store
from caseviewer.documents.store import check, documents_beside, is_plain_text, read_text
from caseviewer.model.opened import DocumentPresence
from caseviewer.model.sources import Document


def nothing() -> None:
    """A pause that lets the work go on."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    return made


@pytest.mark.parametrize("size", [0, 1, store.STEP, 2 * store.STEP + 1])
def test_a_document_is_hashed_in_steps(folder: Path, size: int) -> None:
    data = os.urandom(size)
    (folder / "a.pdf").write_bytes(data)
    pauses: list[None] = []
    content = check(folder, "a.pdf", lambda: pauses.append(None))
    assert (content.sha256, content.size) == (hashlib.sha256(data).hexdigest(), size)
    assert (content.presence, content.fault) == (None, "")
    assert len(pauses) == -(-size // store.STEP)


def test_a_document_that_is_not_here_is_no_fault(folder: Path) -> None:
    content = check(folder, "a.pdf", nothing)
    assert (content.presence, content.fault) == (DocumentPresence.NOT_HERE, "")
    assert check(folder / "nowhere", "a.pdf", nothing).presence is DocumentPresence.NOT_HERE


@pytest.mark.parametrize("name", ["../a.pdf", "/etc/hostname", "a\\b", "con", ""])
def test_a_name_that_leads_out_is_refused(folder: Path, name: str) -> None:
    content = check(folder, name, nothing)
    assert content.presence is DocumentPresence.REFUSED
    assert content.fault


def test_links_folders_and_pipes_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    for name in ("link", "folder", "pipe"):
        content = check(folder, name, nothing)
        assert content.presence is DocumentPresence.REFUSED
        assert f"“{name}” is a {name}" in content.fault


def test_a_document_that_is_too_large_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.pdf").write_bytes(b"12345")
    monkeypatch.setattr(store, "LARGEST", 4)
    content = check(folder, "a.pdf", nothing)
    assert content.presence is DocumentPresence.UNREADABLE
    assert content.fault == (
        "“a.pdf” is larger than 512 MB, and is not checked. Choose a smaller copy."
    )


def test_a_document_that_changes_meanwhile(folder: Path) -> None:
    path = folder / "a.pdf"
    path.write_bytes(b"12345")

    def grow() -> None:
        path.write_bytes(b"123456")

    content = check(folder, "a.pdf", grow)
    assert content.presence is DocumentPresence.UNREADABLE
    assert "changed while it was read" in content.fault


class BrokenStream:
    """A file on a disk that fails."""

    def read(self, _size: int) -> bytes:
        raise OSError(5, "Input/output error")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""


def test_a_disk_that_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = OpenDocument(cast("BinaryIO", BrokenStream()), 5, Fingerprint(5, 1, 1))
    monkeypatch.setattr(store, "open_document", lambda _folder, _name: broken)
    content = check(folder, "a.pdf", nothing)
    assert content.presence is DocumentPresence.UNREADABLE
    assert "cannot be read to its end" in content.fault


def test_whoever_asked_may_stop(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"12345")

    def stop() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        check(folder, "a.pdf", stop)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\n\xc3\xa9", "one\r\né"),
        (b"\xef\xbb\xbfone", "one"),
        (b"", ""),
    ],
)
def test_a_text_is_kept_to_the_letter(folder: Path, data: bytes, text: str) -> None:
    (folder / "a.txt").write_bytes(data)
    assert read_text(folder, "a.txt") == store.Text(text)


def test_a_text_in_another_encoding_says_so(folder: Path) -> None:
    (folder / "a.txt").write_bytes("caf\xe9".encode("latin-1"))
    assert read_text(folder, "a.txt").fault.startswith("“a.txt” is not a text in UTF-8 (byte 4)")


def test_a_text_that_is_refused_says_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "was not found" in read_text(folder, "a.txt").fault
    (folder / "a.txt").write_bytes(b"12345")
    monkeypatch.setattr(store, "LARGEST_TEXT", 4)
    assert "too large" in read_text(folder, "a.txt").fault


def test_where_documents_lie(tmp_path: Path) -> None:
    assert documents_beside(tmp_path / "case.json") == tmp_path / "documents"
    assert documents_beside(tmp_path / "Case.JSON") == tmp_path / "documents"
    assert documents_beside(tmp_path / "a.case.json") is None


@pytest.mark.parametrize(("kind", "plain"), [("text/plain", True), ("text/html", False)])
def test_what_is_plain_text(kind: str, plain: bool) -> None:
    made = Document(file="a", sha256="0" * 64, bytes=1, media_type=kind)
    assert is_plain_text(made) is plain
