import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.documents.kinds import mismatch, sniff
from tests.documents.strange import pdf_of, picture_of

PDF = b"%PDF-1.7\n"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf_of("words"), "application/pdf"),
        (b"\n\n\x80 %PDF-1.4", "application/pdf"),
        (bytes(1_024) + b"%PDF-1.4", None),
        *((picture_of(kind), f"image/{kind.lower()}") for kind in ("PNG", "JPEG", "GIF")),
        *((picture_of(kind), f"image/{kind.lower()}") for kind in ("TIFF", "WebP", "BMP")),
        (b"PK\x03\x04rest", "application/zip"),
        (b"<!DOCTYPE html><p>x", "text/html"),
        (b"\n <HTML lang=en>", "text/html"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html>", "text/html"),
        (codecs.BOM_UTF8 + b"<html>", "text/html"),
        ("\ufeff<html>".encode("utf-16-le"), "text/html"),
        ("<title>Привет".encode("cp1251"), "text/html"),
        (b"<p>PDF begins with %PDF-", "text/html"),
        (b"<person>", "text/plain"),
        (b"BM, and nothing else of a picture", "text/plain"),
        ("Слова, many of them. ".encode() * 1_000, "text/plain"),
        ("\ufeffwords".encode("utf-16-be"), "text/plain"),
        ("слова".encode("cp1251"), None),
        (b"\x00\x01\x02", None),
        (b"one\x00two", None),
        ("слова".encode()[:-1], None),
        (b"", None),
    ],
)
def test_what_a_file_is_by_its_first_bytes(data: bytes, media_type: str | None) -> None:
    assert sniff(data) == media_type


@pytest.mark.parametrize(
    ("media_type", "data", "words"),
    [
        ("application/pdf", PDF, ""),
        (" Application/PDF ", PDF, ""),
        (
            "application/pdf",
            b"<html>",
            "The record calls the document a PDF, but it is a web page.",
        ),
        ("image/jpg", picture_of("JPEG"), ""),
        (
            "image/jpeg",
            PNG,
            "The record calls the document a JPEG picture, but it is a PNG picture.",
        ),
        ("application/pdf", b"\x00\x01", "The record calls the document a PDF, but it is none."),
        ("text/plain", "слова".encode("cp1251"), ""),
        (
            "text/plain",
            b"<html>",
            "The record calls the document plain text, but it is a web page.",
        ),
        ("text/html", b"Words first, then <b>tags</b>", ""),
        ("text/html", PDF, "The record calls the document a web page, but it is a PDF."),
        ("application/xhtml+xml", b"<?xml version='1.0'?><html>", ""),
        ("application/pdf", b"", "The document is empty."),
        ("application/msword", b"PK\x03\x04", ""),
        ("application/msword", b"", ""),
    ],
)
def test_a_document_that_is_not_what_its_record_calls_it(
    media_type: str, data: bytes, words: str
) -> None:
    assert mismatch(media_type, data) == words


@given(st.binary(max_size=300))
def test_any_bytes_are_something_or_nothing(data: bytes) -> None:
    found = sniff(data)
    assert found is None or mismatch(found, data) == ""


@pytest.mark.parametrize("piece", [b" ", b"<!--", b"<!---->", b"<?xml "])
def test_no_beginning_takes_long(piece: bytes) -> None:
    assert sniff(piece * 1_000_000) == "text/plain"
