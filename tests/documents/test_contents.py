import hashlib
from pathlib import Path

import pytest
from fpdf import FPDF

from caseviewer.documents import contents
from caseviewer.documents.contents import Contents, read_contents
from caseviewer.documents.reading_process import ReadingError
from caseviewer.documents.store import Shelf
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.opened import ReadAs
from caseviewer.model.sources import Document

PAGE = (
    b"<!DOCTYPE html><html><head><title>T</title><script>var hidden = 1</script></head><body>"
    b"<p>The family said.</p><p>Nobody <b>came</b>.</p></body></html>"
)


def go_on() -> bool:
    return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    return made


def document(data: bytes, media_type: str, numbering: Numbering = Numbering.NONE) -> Document:
    return Document(
        file="a",
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media_type=media_type,
        paragraph_numbering=numbering,
    )


def read(folder: Path, data: bytes, media_type: str, *, words: bool = True) -> Contents:
    (folder / "a").write_bytes(data)
    return read_contents(Shelf(folder), document(data, media_type), go_on, words=words)


def read_copy(tmp_path: Path, data: bytes, of: Document) -> Contents:
    copy = tmp_path / "copy"
    copy.write_bytes(data)
    return read_contents(Shelf(None, {of.sha256: str(copy)}), of, go_on)


def pdf(*pages: str) -> bytes:
    made = FPDF()
    made.set_font("helvetica")
    for text in pages:
        made.add_page()
        made.multi_cell(0, text=text)
    return bytes(made.output())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\n\xc3\xa9", "one\r\né"),
        (b"\xef\xbb\xbfone", "one"),
        (b"<p>one</p>", "<p>one</p>"),
        (b"of %PDF-1.4", "of %PDF-1.4"),
    ],
)
def test_a_text_is_kept_to_the_letter(folder: Path, data: bytes, text: str) -> None:
    found = read(folder, data, "text/plain")
    assert found.readable is not None
    assert (found.readable.text, found.readable.offsets_hold) == (text, True)
    assert (found.read_as, found.fault, found.verified) == (ReadAs.TEXT, "", True)
    assert found.data == b""


def test_a_text_in_another_encoding_says_so(folder: Path) -> None:
    found = read(folder, "caf\xe9".encode("latin-1"), "text/plain")
    assert found.readable is None
    assert found.fault.startswith("“a” is not a text in UTF-8 (byte 4)")


def test_a_text_of_unheard_of_length_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGEST_TEXT", 4)
    found = read(folder, b"12345", "text/plain")
    assert found.readable is None
    assert found.fault.startswith("“a” is a text of 0 MB, and at most 0 MB are read.")


def test_a_document_that_is_not_opened_says_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = read_contents(Shelf(folder), document(b"", "text/plain"), go_on)
    assert "was not found" in missing.fault
    monkeypatch.setattr(contents, "LARGEST_FILE", 4)
    assert "too large" in read(folder, b"12345", "text/plain").fault


def test_a_pdf_has_pages_by_their_labels(folder: Path) -> None:
    data = pdf("1. The first page.\nIt runs on.", "2. The second page.")
    (folder / "a").write_bytes(data)
    made = document(data, "application/pdf", Numbering.PRINTED)
    found = read_contents(Shelf(folder), made, go_on)
    assert found.read_as is ReadAs.PDF
    assert found.data == data
    readable = found.readable
    assert readable is not None
    assert not readable.offsets_hold
    pages = readable.places[LocatorLabel.PAGE]
    assert pages.numbers == {"1", "2"}
    for page in pages.blocks:
        assert readable.text[page.start : page.end] == page.text
    assert readable.places[LocatorLabel.PARAGRAPH].numbers == {"1", "2"}
    assert LocatorLabel.PARAGRAPH not in read_again(folder, data)


def read_again(folder: Path, data: bytes) -> set[LocatorLabel]:
    found = read_contents(Shelf(folder), document(data, "application/pdf"), go_on)
    assert found.readable is not None
    return set(found.readable.places)


def test_a_saved_web_page_is_read_as_text(folder: Path) -> None:
    found = read(folder, PAGE, "text/html")
    assert found.read_as is ReadAs.WEB_PAGE
    assert found.readable is not None
    assert "Nobody came." in found.readable.text
    assert "hidden" not in found.readable.text
    assert not found.readable.offsets_hold


def test_words_that_nobody_asks_for_are_not_read(folder: Path) -> None:
    found = read(folder, PAGE, "text/html", words=False)
    assert found == Contents(ReadAs.WEB_PAGE, verified=True)


def test_pictures_and_other_files_have_no_words(folder: Path) -> None:
    picture = read(folder, b"\x89PNG\r\n\x1a\n", "image/png")
    assert (picture.read_as, picture.readable, picture.fault) == (ReadAs.PICTURE, None, "")
    assert picture.data
    other = read(folder, b"PK", "application/x-other")
    assert other == Contents()


def test_a_document_that_is_not_what_its_record_says_is_not_read(folder: Path) -> None:
    found = read(folder, PAGE, "application/pdf")
    assert found.readable is None
    assert found.fault == (
        "“a” is not read. The record calls the document a PDF, but it is a web page."
    )
    assert found.read_as is ReadAs.PDF


def test_what_cannot_be_parsed_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise ReadingError("It cannot be read.")

    monkeypatch.setattr(contents, "read_web_page", fail)
    found = read(folder, PAGE, "text/html")
    assert (found.readable, found.fault) == (None, "“a” is not read. It cannot be read.")


def test_the_readers_copy_may_be_another_kind_of_file(tmp_path: Path) -> None:
    of = document(b"The family said.\n\nNobody came.", "text/plain")
    found = read_copy(tmp_path, PAGE, of)
    assert found.read_as is ReadAs.WEB_PAGE
    assert not found.verified
    assert found.readable is not None
    assert "The family said." in found.readable.text
    text = read_copy(tmp_path, b"Other words.", of)
    assert text.read_as is ReadAs.TEXT
    assert text.readable is not None
    assert not text.readable.offsets_hold
    same = read_copy(tmp_path, b"The family said.\n\nNobody came.", of)
    assert same.verified
    assert same.readable is not None
    assert same.readable.offsets_hold


def test_a_copy_that_cannot_be_read_as_words_says_nothing(tmp_path: Path) -> None:
    of = document(b"x", "application/x-other")
    found = read_copy(tmp_path, b"\x00\x01", of)
    assert (found.readable, found.fault) == (None, "")


def test_paragraphs_that_cannot_be_counted_are_told(folder: Path) -> None:
    data = b"One.\n\nTwo."
    (folder / "a").write_bytes(data)
    made = Document(
        file="a",
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media_type="text/plain",
        paragraph_numbering=Numbering.COUNTED,
        count_from="Three",
    )
    assert "Three" in read_contents(Shelf(folder), made, go_on).told
