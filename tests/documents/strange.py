"""Documents as strangers send them: whole ones, broken ones, and traps."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO

from fpdf import FPDF
from PIL import Image


def pdf_of(*texts: str, password: str | None = None) -> bytes:
    """A PDF with one page for each text."""
    pdf = FPDF()
    if password is not None:
        pdf.set_encryption(owner_password=password + "!", user_password=password)
    for text in texts:
        pdf.add_page()
        pdf.set_font("helvetica", size=12)
        pdf.multi_cell(0, 6, text)
    return bytes(pdf.output())


def labelled_pdf() -> bytes:
    """A PDF of four pages, numbered ii, 12, A-1, A-2; the last is empty."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    labels = (("r", None, 2), ("D", None, 12), ("D", "A-", 1))
    for at, (style, prefix, start) in enumerate(labels):
        pdf.add_page()
        pdf.set_page_label(style, prefix, start)
        pdf.multi_cell(0, 6, f"page at {at}")
    pdf.add_page()
    return bytes(pdf.output())


def raw_pdf(
    content: bytes,
    *,
    filters: str = "",
    pages: str = "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    media: str = "0 0 300 200",
    catalog: str = "",
    to_unicode: str = "",
) -> bytes:
    """A PDF of one page, written by hand, so that it can be wrong."""
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[{media}]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>>>"
    )
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        pages.encode(),
        page.encode(),
        _stream(content, filters),
        font.encode(),
        _stream(to_unicode.encode(), ""),
    ]
    return _numbered(objects)


def _stream(content: bytes, filters: str) -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters.encode(), content)


def _numbered(objects: Iterable[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", [b"0000000000 65535 f \n"]
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"xref\n0 %d\n%s" % (len(places), b"".join(places))
    end = b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (len(places), len(out))
    return out + table + end


def bomb(megabytes: int) -> bytes:
    """So many megabytes of zeros, packed."""
    packer = zlib.compressobj(9)
    zeros = bytes(1024 * 1024)
    return b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()


def picture_of(
    kind: str,
    size: tuple[int, int] = (30, 20),
    mode: str = "RGB",
    *,
    orientation: int = 0,
    colour: object = (255, 0, 0),
) -> bytes:
    """A picture of one colour."""
    picture = Image.new(mode, size, colour)  # type: ignore[arg-type]
    out = BytesIO()
    if orientation:
        exif = Image.Exif()
        exif[0x0112] = orientation
        picture.save(out, kind, exif=exif)
    else:
        picture.save(out, kind)
    return out.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check
