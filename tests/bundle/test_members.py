"""Documents are opened below their folder only, through nothing but folders and ordinary files."""

import os
from pathlib import Path

import pytest

from caseviewer.bundle import files, members
from caseviewer.bundle.members import (
    DocumentRefusal,
    OpenDocument,
    document_path,
    open_copy,
    open_document,
    read_opened,
)

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")


@pytest.fixture(params=[True, False], ids=["by descriptor", "by path"])
def documents(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of documents, once for each of the two ways to open them."""
    if request.param and not members._BY_DESCRIPTOR:
        pytest.skip("this system does not open names relative to a folder")
    monkeypatch.setattr(members, "_BY_DESCRIPTOR", request.param)
    folder = tmp_path / "documents"
    (folder / "letters" / "2012").mkdir(parents=True)
    (folder / "page.txt").write_bytes(b"page\r\n")
    (folder / "letters" / "2012" / "may – one.txt").write_bytes(b"letter")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return folder


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0


def read_document(documents: Path, name: str, limit: int) -> files.FileBytes | DocumentRefusal:
    opened = open_document(documents, name)
    return opened if isinstance(opened, DocumentRefusal) else read_opened(opened, name, limit)


def refusal(documents: Path, name: str) -> DocumentRefusal:
    before = open_descriptors()
    opened = open_document(documents, name)
    read = read_document(documents, name, 1000)
    assert isinstance(opened, DocumentRefusal)
    assert opened == read
    assert open_descriptors() == before
    return opened


@pytest.mark.parametrize(
    ("name", "content"),
    [("page.txt", b"page\r\n"), ("letters/2012/may – one.txt", b"letter")],
)
def test_documents_are_read(documents: Path, name: str, content: bytes) -> None:
    before = open_descriptors()
    opened = open_document(documents, name)
    assert isinstance(opened, OpenDocument)
    with opened.stream as stream:
        assert stream.read() == content
    assert opened.size == len(content)
    assert opened.fingerprint == files.fingerprint((documents / name).stat())
    read = read_document(documents, name, 1000)
    assert isinstance(read, files.FileBytes)
    assert read.data == content
    assert open_descriptors() == before
    assert document_path(documents, name) == documents / name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "has no name"),
        ("/etc/passwd", "starts at the top of the disk"),
        ("..\\secret.txt", "has a backslash"),
        ("\\\\server\\share", "has a backslash"),
        ("../secret.txt", "leads out of its folder"),
        ("letters/../../secret.txt", "leads out of its folder"),
        ("..", "leads out of its folder"),
        (".", "leads out of its folder"),
        ("./page.txt", "leads out of its folder"),
        ("letters//page.txt", "an empty part"),
        ("letters/", "an empty part"),
        ("C:/secret.txt", "a colon"),
        ("C:secret.txt", "a colon"),
        ("page.txt:hidden", "a colon"),
        ("page\x00.txt", "a control character"),
        ("page\n.txt", "a control character"),
        ("page.txt.", "ends in a space or a full stop"),
        ("letters /page.txt", "ends in a space or a full stop"),
        ("...", "ends in a space or a full stop"),
        ("con", "Windows keeps for devices"),
        ("NUL.txt", "Windows keeps for devices"),
        ("letters/Com1.tar.gz", "Windows keeps for devices"),
        ("aux .txt", "Windows keeps for devices"),
        ("lpt³", "Windows keeps for devices"),
        ("CONOUT$", "Windows keeps for devices"),
    ],
)
def test_names_that_are_refused_before_anything_is_opened(
    documents: Path, name: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", lambda *_, **__: pytest.fail("it was opened"))
    refused = document_path(documents, name)
    assert isinstance(refused, DocumentRefusal)
    assert refused.code == "name"
    assert words in refused.message
    assert refusal(documents, name) == refused


@pytest.mark.parametrize("name", ["console.txt", "com.txt", "nullify", "a..b", ".hidden", "lpt10"])
def test_names_that_only_look_odd(documents: Path, name: str) -> None:
    (documents / name).write_bytes(b"x")
    assert isinstance(read_document(documents, name, 10), files.FileBytes)


def test_a_sentence_shows_the_name_visibly(documents: Path) -> None:
    assert refusal(documents, "a\u202eb.txt").sentence() == (
        "“a⟨U+202E⟩b.txt” was not found. Check the name, or open it again."
    )
    assert refusal(documents, "").sentence() == (
        "The document has no name. "
        "A document's name may only lead to a file below the folder “documents”."
    )
    assert DocumentRefusal("a", "io", "is odd").sentence() == "“a” is odd."


@pytest.mark.parametrize("name", ["gone.txt", "gone/page.txt", "page.txt/more.txt"])
def test_a_document_that_is_not_there(documents: Path, name: str) -> None:
    assert refusal(documents, name).code == "missing"


def test_no_folder_of_documents(documents: Path) -> None:
    assert refusal(documents.parent / "nothing", "page.txt").code == "missing"


def test_a_name_that_the_system_cannot_take(documents: Path) -> None:
    assert refusal(documents, "x" * 300).code == "name"
    assert refusal(documents, "half\ud800.txt").code in {"name", "missing"}


def test_a_folder_is_no_document(documents: Path) -> None:
    assert refusal(documents, "letters").code == "folder"


@pytest.mark.parametrize("target", ["../secret.txt", "page.txt", "gone.txt"])
def test_a_link_is_no_document(documents: Path, target: str) -> None:
    (documents / "link.txt").symlink_to(target)
    assert refusal(documents, "link.txt").code == "link"


def test_no_way_leads_through_a_linked_folder(documents: Path) -> None:
    (documents / "up").symlink_to("..", target_is_directory=True)
    assert refusal(documents, "up/secret.txt").code == "link"
    linked = documents.parent / "linked"
    linked.symlink_to(documents, target_is_directory=True)
    assert refusal(linked, "page.txt").code == "link"


@needs_pipes
def test_a_pipe_and_a_device(documents: Path) -> None:
    os.mkfifo(documents / "pipe.txt")
    assert refusal(documents, "pipe.txt").code == "pipe"
    assert refusal(Path("/dev"), "zero").code == "device"


@needs_pipes
def test_a_pipe_that_is_put_there_after_the_look(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(documents / "pipe.txt")
    really_require = files.require_regular
    calls: list[int] = []

    def look_once(status: os.stat_result) -> None:
        calls.append(0)
        if len(calls) % 2 == 0:
            really_require(status)

    monkeypatch.setattr(members, "require_regular", look_once)
    assert refusal(documents, "pipe.txt").code == "pipe"


def test_a_link_that_is_put_there_after_the_look(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (documents / "link.txt").symlink_to("../secret.txt")
    (documents / "up").symlink_to("..", target_is_directory=True)
    monkeypatch.setattr(members, "require_regular", lambda _status: None)
    assert refusal(documents, "link.txt").code == "link"
    if members._BY_DESCRIPTOR:
        monkeypatch.setattr(members, "_require_folder", lambda _status: None)
        assert refusal(documents, "up/secret.txt").code in {"link", "missing"}


def test_a_document_that_is_too_large(documents: Path) -> None:
    refused = read_document(documents, "page.txt", 5)
    assert isinstance(refused, DocumentRefusal)
    assert refused.code == "too_large"


def test_a_fault_of_the_disk(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "fault")

    monkeypatch.setattr(os, "read", fail)
    refused = read_document(documents, "page.txt", 100)
    assert isinstance(refused, DocumentRefusal)
    assert refused.code == "io"


def test_a_copy_of_the_reader_may_lie_anywhere_and_behind_a_link(documents: Path) -> None:
    link = documents / "link.txt"
    link.symlink_to("../secret.txt")
    opened = open_copy(link)
    assert isinstance(opened, OpenDocument)
    with opened.stream as stream:
        assert stream.read() == b"secret"


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere.txt", "missing"), ("letters", "folder"), ("a\0b", "name")]
)
def test_a_copy_that_is_no_file_is_refused(documents: Path, name: str, code: str) -> None:
    refused = open_copy(documents / name)
    assert isinstance(refused, DocumentRefusal)
    assert (refused.name, refused.code) == (name, code)


@needs_pipes
def test_a_pipe_is_no_copy_and_is_not_waited_at(documents: Path) -> None:
    os.mkfifo(documents / "pipe")
    refused = open_copy(documents / "pipe")
    assert isinstance(refused, DocumentRefusal)
    assert refused.code == "pipe"
