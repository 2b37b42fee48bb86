"""A file that is something else is called by its name."""

import pytest

from caseviewer.bundle.signatures import sniff
from caseviewer.model.problems import Severity

CASE = '{"format": "casebundle"}'


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty", "The file is empty"),
        (b" \r\n\t\n", "blank", "nothing but spaces and empty lines"),
        (b"PK\x03\x04\x14\x00case.json", "zip", "ZIP archive"),
        (b"PK\x05\x06" + b"\x00" * 18, "zip", "an empty ZIP archive"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml", "office", "an Office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office", "an older Office document"),
        (b"%PDF-1.7\n", "pdf", "a PDF document"),
        (b"\x1f\x8b\x08", "gzip", "packed with gzip"),
        (b"BZh9", "bzip2", "packed with bzip2"),
        (b"\xfd7zXZ\x00", "xz", "packed with xz"),
        (b"7z\xbc\xaf\x27\x1c", "7z", "7-Zip"),
        (b"Rar!\x1a\x07\x01", "rar", "RAR"),
        (b"{\\rtf1\\ansi", "rtf", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "png", "PNG"),
        (b"\xff\xd8\xff\xe0", "jpeg", "JPEG"),
        (b"GIF89a", "gif", "GIF"),
        (b"SQLite format 3\x00", "sqlite", "a database"),
        (b"<!DOCTYPE html><title>x</title>", "html", "a web page"),
        (b"\n  <HTML lang=en>", "html", "a web page"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "html", "a web page"),
        (b"<?xml version='1.0'?><case/>", "xml", "an XML file"),
        (CASE.encode("utf-16"), "utf16", "UTF-16"),
        (b"\xfe\xff" + CASE.encode("utf-16-be"), "utf16", "UTF-16"),
        (CASE.encode("utf-16-le"), "utf16", "UTF-16"),
        (CASE.encode("utf-16-be"), "utf16", "UTF-16"),
        ("\n{}".encode("utf-16-le"), "utf16", "UTF-16"),
        (CASE.encode("utf-32"), "utf32", "UTF-32"),
        (b"\x00\x00\xfe\xff" + CASE.encode("utf-32-be"), "utf32", "UTF-32"),
        (CASE.encode("utf-32-le"), "utf32", "UTF-32"),
        (CASE.encode("utf-32-be"), "utf32", "UTF-32"),
    ],
)
def test_other_files(data: bytes, code: str, words: str) -> None:
    problem = sniff(data)
    assert problem is not None
    assert problem.severity is Severity.STOP
    assert problem.code == f"file.{code}"
    assert words in problem.message
    assert problem.hint


def test_a_zip_archive_in_full_words() -> None:
    problem = sniff(b"PK\x03\x04")
    assert problem is not None
    assert problem.sentence() == (
        "This looks like a ZIP archive, not like a case file. Unpack it and open the folder."
    )


@pytest.mark.parametrize(
    "data", [CASE.encode(), b"[]", b" 1", b"\n{", b"nonsense", b"\x00", b"\xe9"]
)
def test_what_may_be_json(data: bytes) -> None:
    assert sniff(data) is None
