import dataclasses
import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Self, cast

import pytest

from caseviewer.bundle.files import FileBytes, Fingerprint
from caseviewer.bundle.members import DocumentRefusal, OpenDocument
from caseviewer.documents import store
from caseviewer.documents.store import Content, Shelf, check, hash_copy, shelf_of
from caseviewer.model.opened import DocumentPresence
from caseviewer.model.sources import Document


def nothing() -> None:
    """A pause that lets the work go on."""


DOCUMENT = Document(file="a.pdf", sha256="0" * 64, bytes=1, media_type="application/pdf")


def checked(folder: Path, name: str, pause: store.Pause) -> Content:
    # A name that no record could hold is refused, too.
    return check(Shelf(folder), dataclasses.replace(DOCUMENT, file=name or "x/"), pause)


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
    content = checked(folder, "a.pdf", lambda: pauses.append(None))
    assert (content.sha256, content.size) == (hashlib.sha256(data).hexdigest(), size)
    assert (content.presence, content.fault) == (None, "")
    assert len(pauses) == -(-size // store.STEP)


def test_a_document_that_is_not_here_is_no_fault(folder: Path) -> None:
    content = checked(folder, "a.pdf", nothing)
    assert (content.presence, content.fault) == (DocumentPresence.NOT_HERE, "")
    assert checked(folder / "nowhere", "a.pdf", nothing).presence is DocumentPresence.NOT_HERE


@pytest.mark.parametrize("name", ["../a.pdf", "/etc/hostname", "a\\b", "con", ""])
def test_a_name_that_leads_out_is_refused(folder: Path, name: str) -> None:
    content = checked(folder, name, nothing)
    assert content.presence is DocumentPresence.REFUSED
    assert content.fault


def test_links_folders_and_pipes_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    for name in ("link", "folder", "pipe"):
        content = checked(folder, name, nothing)
        assert content.presence is DocumentPresence.REFUSED
        assert f"“{name}” is a {name}" in content.fault


def test_a_document_that_is_too_large_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.pdf").write_bytes(b"12345")
    monkeypatch.setattr(store, "LARGEST", 4)
    content = checked(folder, "a.pdf", nothing)
    assert content.presence is DocumentPresence.UNREADABLE
    assert content.fault == (
        "“a.pdf” is larger than 512 MB, and is not checked. Choose a smaller copy."
    )


def test_a_document_that_changes_meanwhile(folder: Path) -> None:
    path = folder / "a.pdf"
    path.write_bytes(b"12345")

    def grow() -> None:
        path.write_bytes(b"123456")

    content = checked(folder, "a.pdf", grow)
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
    content = checked(folder, "a.pdf", nothing)
    assert content.presence is DocumentPresence.UNREADABLE
    assert "cannot be read to its end" in content.fault


def test_whoever_asked_may_stop(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"12345")

    def stop() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        checked(folder, "a.pdf", stop)


def test_where_documents_lie(tmp_path: Path) -> None:
    assert shelf_of(tmp_path / "case.json", {}).folder == tmp_path / "documents"
    assert shelf_of(tmp_path / "Case.JSON", {}).folder == tmp_path / "documents"
    assert shelf_of(tmp_path / "a.case.json", {}).folder is None


def test_a_document_of_the_bundle_comes_before_a_copy(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "mine.txt"
    copy.write_bytes(b"mine")
    shelf = Shelf(folder, {DOCUMENT.sha256: str(copy)})
    assert check(shelf, DOCUMENT, nothing).copy == copy
    read, where = shelf.read(DOCUMENT, 10)
    assert isinstance(read, FileBytes)
    assert (read.data, where) == (b"mine", copy)
    (folder / "a.pdf").write_bytes(b"own")
    read, where = shelf.read(DOCUMENT, 10)
    assert isinstance(read, FileBytes)
    assert (read.data, where) == (b"own", None)
    assert check(shelf, DOCUMENT, nothing).copy is None


def test_a_file_by_itself_has_only_copies(tmp_path: Path) -> None:
    assert check(Shelf(), DOCUMENT, nothing).presence is DocumentPresence.NOT_HERE
    copy = tmp_path / "mine.txt"
    copy.write_bytes(b"mine")
    content = check(Shelf(None, {DOCUMENT.sha256: str(copy)}), DOCUMENT, nothing)
    assert content.sha256 == hashlib.sha256(b"mine").hexdigest()


def test_a_copy_that_is_gone_is_told(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "gone.txt"
    content = check(Shelf(folder, {DOCUMENT.sha256: str(copy)}), DOCUMENT, nothing)
    assert (content.presence, content.fault) == (DocumentPresence.NOT_HERE, "")
    assert content.copy == copy


def test_a_copy_is_hashed_or_refused(tmp_path: Path) -> None:
    copy = tmp_path / "mine.txt"
    copy.write_bytes(b"mine")
    content = hash_copy(copy, nothing)
    assert (content.sha256, content.copy) == (hashlib.sha256(b"mine").hexdigest(), copy)
    assert hash_copy(tmp_path, nothing).presence is DocumentPresence.REFUSED


def test_a_document_that_is_not_read_says_why(folder: Path) -> None:
    refused, _ = Shelf(folder).read(DOCUMENT, 10)
    assert isinstance(refused, DocumentRefusal)
    assert refused.code == "missing"
    (folder / "a.pdf").write_bytes(b"12345")
    refused, _ = Shelf(folder).read(DOCUMENT, 4)
    assert isinstance(refused, DocumentRefusal)
    assert refused.code == "too_large"
