"""Says what a file is that cannot be JSON, from its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable

from caseviewer.model.problems import Problem, Severity

_HEAD = 4096
_OPEN_BUNDLE = "Open the case file, whose name ends in .json, or its folder."
_SAVE_AS_UTF8 = "Open it in a text editor and save it again as UTF-8."

# First bytes, code, what it is, what to do; the first that fits has the word.
_SIGNATURES = (
    (b"PK\x03\x04", "zip", "a ZIP archive", "Unpack it and open the folder."),
    (b"PK\x05\x06", "zip", "an empty ZIP archive", "Fetch the file again."),
    (b"%PDF-", "pdf", "a PDF document", _OPEN_BUNDLE),
    (b"\x1f\x8b", "gzip", "a file packed with gzip", "Unpack it and open what was in it."),
    (b"BZh", "bzip2", "a file packed with bzip2", "Unpack it and open what was in it."),
    (b"\xfd7zXZ\x00", "xz", "a file packed with xz", "Unpack it and open what was in it."),
    (b"7z\xbc\xaf\x27\x1c", "7z", "a 7-Zip archive", "Unpack it and open the folder."),
    (b"Rar!\x1a\x07", "rar", "a RAR archive", "Unpack it and open the folder."),
    (b"{\\rtf", "rtf", "a document in Rich Text Format", _OPEN_BUNDLE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office", "an older Office document", _OPEN_BUNDLE),
    (b"\x89PNG\r\n\x1a\n", "png", "a picture (PNG)", _OPEN_BUNDLE),
    (b"\xff\xd8\xff", "jpeg", "a picture (JPEG)", _OPEN_BUNDLE),
    (b"GIF8", "gif", "a picture (GIF)", _OPEN_BUNDLE),
    (b"SQLite format 3\x00", "sqlite", "a database (SQLite)", _OPEN_BUNDLE),
    (b"\xff\xfe\x00\x00", "utf32", "a text in UTF-32", _SAVE_AS_UTF8),
    (b"\x00\x00\xfe\xff", "utf32", "a text in UTF-32", _SAVE_AS_UTF8),
    (b"\xff\xfe", "utf16", "a text in UTF-16", _SAVE_AS_UTF8),
    (b"\xfe\xff", "utf16", "a text in UTF-16", _SAVE_AS_UTF8),
)
# JSON starts with an ASCII character: where its zero bytes stand tells the width of the units.
_WIDE = (
    (re.compile(rb"\x00{3}[^\x00]|[^\x00]\x00{3}", re.DOTALL), "utf32", "a text in UTF-32"),
    (re.compile(rb"\x00[^\x00]|[^\x00]\x00", re.DOTALL), "utf16", "a text in UTF-16"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def sniff(data: bytes) -> Problem | None:
    """What the file is instead of JSON, and what to do; None if it may be JSON."""
    checks: tuple[Callable[[bytes], Problem | None], ...] = (_blank, _signature, _wide, _markup)
    return next((problem for check in checks if (problem := check(data))), None)


def _blank(data: bytes) -> Problem | None:
    hint = "It may be an incomplete copy: fetch the file again."
    if not data:
        return _stop("empty", "The file is empty", hint)
    if data[:1].isspace() and data.isspace():
        return _stop("blank", "The file holds nothing but spaces and empty lines", hint)
    return None


def _signature(data: bytes) -> Problem | None:
    for start, code, what, hint in _SIGNATURES:
        if data.startswith(start):
            if code == "zip" and b"[Content_Types].xml" in data[:_HEAD]:
                return _looks_like("office", "an Office document", _OPEN_BUNDLE)
            return _looks_like(code, what, hint)
    return None


def _wide(data: bytes) -> Problem | None:
    for pattern, code, what in _WIDE:
        if pattern.match(data):
            return _looks_like(code, what, _SAVE_AS_UTF8)
    return None


def _markup(data: bytes) -> Problem | None:
    head = data[:_HEAD].lstrip()
    if not head.startswith(b"<"):
        return None
    if _HTML.search(head):
        return _looks_like("html", "a web page (HTML)", _OPEN_BUNDLE)
    return _looks_like("xml", "an XML file", _OPEN_BUNDLE)


def _looks_like(code: str, what: str, hint: str) -> Problem:
    return _stop(code, f"This looks like {what}, not like a case file", hint)


def _stop(code: str, message: str, hint: str) -> Problem:
    return Problem(Severity.STOP, f"file.{code}", message, hint=hint)
