"""What a file is by its first bytes, and whether that is what its record calls it."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

PDF = "application/pdf"
ZIP = "application/zip"
HTML = "text/html"
PLAIN = "text/plain"

_HEAD = 4_096
_PDF_WITHIN = 1_024  # readers of PDF allow for so much before it

_STARTS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_BMP = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}", re.DOTALL)
_BEFORE_HTML = re.compile(rb"\s+|<\?xml\b[^>]*>|<!--.*?-->", re.DOTALL)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|title|body|meta|script|table|div|p)\b", re.IGNORECASE
)
_NOT_TEXT = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_NAMES = {
    PDF: "a PDF",
    ZIP: "a ZIP archive",
    HTML: "a web page",
    PLAIN: "plain text",
    "image/bmp": "a BMP picture",
    "image/gif": "a GIF picture",
    "image/jpeg": "a JPEG picture",
    "image/png": "a PNG picture",
    "image/tiff": "a TIFF picture",
    "image/webp": "a WebP picture",
}
_ALSO_CALLED = {"application/xhtml+xml": HTML, "image/jpg": "image/jpeg"}


def sniff(data: bytes) -> str | None:
    """The media type that the first bytes show, or None where they show none of ours."""
    for start, media_type in _STARTS:
        if data.startswith(start):
            return media_type
    head = data[:_HEAD]
    if _WEBP.match(head):
        return "image/webp"
    if _BMP.match(head):
        return "image/bmp"
    text = _as_text(head, final=len(data) <= _HEAD)
    if _begins_html(head.removeprefix(BOM_UTF8) if text is None else text.encode("utf-8")):
        return HTML
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    return PLAIN if text else None


def mismatch(media_type: str, data: bytes) -> str:
    """A sentence that a document is not what its record calls it; empty if it may be."""
    called = _ALSO_CALLED.get(media_type.strip().lower(), media_type.strip().lower())
    if called not in _NAMES:
        return ""
    if not data:
        return "The document is empty."
    found = sniff(data)
    if found == called or (called in {HTML, PLAIN} and found in {PLAIN, None}):
        return ""  # words may stand in any encoding, and a web page may begin with any word
    if found is None:
        return f"The record calls the document {_NAMES[called]}, but it is none."
    return f"The record calls the document {_NAMES[called]}, but it is {_NAMES[found]}."


def _begins_html(head: bytes) -> bool:
    at = 0
    while before := _BEFORE_HTML.match(head, at):  # one by one: never back over what was passed
        at = before.end()
    return _HTML.match(head, at) is not None


def _as_text(head: bytes, *, final: bool) -> str | None:
    """The characters of the first bytes, where they are text in Unicode."""
    encoding = "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = getincrementaldecoder(encoding)().decode(head, final)
    except UnicodeDecodeError:
        return None
    return None if _NOT_TEXT.search(text) else text
