"""PDF as text and as pictures of its pages; runs in the reading process only.

Forms, scripts, attachments and links of a PDF are not looked at.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw

from caseviewer.documents.page_marks import rectangles
from caseviewer.documents.refusals import MOST_CHARACTERS, RefusedError

Answer = tuple[dict[str, Any], bytes]

PAGE_BREAK = "\n\f\n"
"""Stands between two pages: white space, so that words are found across it."""

MOST_POINTS_DRAWN = 16_000_000
MOST_POINTS_WIDE = 4_000
MOST_POINTS_HIGH = 16_000

_LONGEST_LABEL = 100
_HYPHEN = re.compile("[\x02\ufffe](?:\r?\n)?")


def text_answer(_: Mapping[str, Any], data: bytes) -> Answer:
    """The text of all pages in UTF-8; before it the label and length of each page."""
    pages: list[tuple[str, int]] = []
    texts: list[str] = []
    total = 0
    with _opened(data) as document:
        for index in range(len(document)):
            text = _page_text(document, index)
            total += len(text) + len(PAGE_BREAK)
            if total > MOST_CHARACTERS:
                raise RefusedError("long")
            pages.append((_label(document, index), len(text)))
            texts.append(text)
    return {"pages": pages}, PAGE_BREAK.join(texts).encode("utf-8")


def drawing_answer(request: Mapping[str, Any], data: bytes) -> Answer:
    """One page in 24-bit RGB on white; its full size is in points of 1/72 inch.

    Before it stand the rectangles of words that are asked for; see `page_marks`.
    """
    with _opened(data) as document:
        if not 0 <= request["index"] < len(document):
            raise RefusedError("page")
        with closing(document[request["index"]]) as page:
            across, down = page.get_size()
            bitmap = page.render(
                scale=scale_for(across, down, request["width"]),
                may_draw_forms=False,
                force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR,
                rev_byteorder=True,
            )
            with closing(bitmap):
                marks = rectangles(page, bitmap, request.get("words", ()))
                size = {"width": bitmap.width, "height": bitmap.height, "marks": marks}
                rgb = without_padding(bytes(bitmap.buffer), bitmap.width * 3, bitmap.stride)
    return {**size, "full_width": math.ceil(across), "full_height": math.ceil(down)}, rgb


def scale_for(across: float, down: float, width: int) -> float:
    """How many pixels a point becomes, so that a page is so wide but not too large."""
    if not (0 < across < math.inf and 0 < down < math.inf):
        raise RefusedError("broken")
    wanted = min(max(width, 1), MOST_POINTS_WIDE) / across
    # Sizes are rounded up, so that a little less is asked for than is allowed.
    in_all = math.sqrt(0.99 * MOST_POINTS_DRAWN / across / down)
    return min(wanted, MOST_POINTS_HIGH / down, in_all)


def without_padding(rows: bytes, width: int, stride: int) -> bytes:
    """The rows of a picture, each of `width` bytes, without what fills them up to `stride`."""
    if width == stride:
        return rows
    return b"".join(rows[at : at + width] for at in range(0, len(rows), stride))


def plain(text: str) -> str:
    """A page's text as pdfium gives it, with our line ends.

    A hyphen at the end of a line stands there as U+0002 (or U+FFFE), without the line's end.
    It may or may not belong to the word: it becomes a soft hyphen and a line's end.
    """
    return _HYPHEN.sub("\xad\n", text).replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {
            pypdfium2.raw.FPDF_ERR_PASSWORD,
            pypdfium2.raw.FPDF_ERR_SECURITY,
        }
        raise RefusedError("password" if locked else "broken") from None
    with closing(document):
        yield document


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    """The text that lies on the page; what lies outside its edges is not to be seen there."""
    with closing(document[index]) as page, closing(page.get_textpage()) as text_page:
        return plain(text_page.get_text_bounded())


def _label(document: pypdfium2.PdfDocument, index: int) -> str:
    """The page's printed number as the PDF gives it, or else its place."""
    length = pypdfium2.raw.FPDF_GetPageLabel(document, index, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pypdfium2.raw.FPDF_GetPageLabel(document, index, buffer, length)
    label = buffer.raw.decode("utf-16-le", "ignore").rstrip("\0").strip()
    return label[:_LONGEST_LABEL] or str(index + 1)
