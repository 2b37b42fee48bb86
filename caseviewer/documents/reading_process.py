"""Reads PDF, pictures and saved web pages in a process of its own, with limits.

Such documents come from strangers. What goes wrong in that process, up to its death, is a
sentence here.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from caseviewer.documents.refusals import sentence
from caseviewer.processes import Ended, Fault, Limits, RunError, Stop, never, run

LARGEST = 256 * 1024 * 1024
PAGE_BREAK = "\n\f\n"

_MB = 1024 * 1024
_CRASH_ON_WINDOWS = 0xC000_0000
_SIGKILL, _SIGTERM, _SIGXCPU = 9, 15, 24
_FROM_OUTSIDE = frozenset({1, 2, _SIGKILL, _SIGTERM})

# This very package is loaded, whatever else of its name is installed, and nothing beside it.
_START = """
import importlib.util, sys
folder = sys.argv[1]
spec = importlib.util.spec_from_file_location(
    "caseviewer", folder + "/__init__.py", submodule_search_locations=[folder]
)
sys.modules["caseviewer"] = importlib.util.module_from_spec(spec)
from caseviewer.documents.reading_worker import confine, main
main(sys.stdin.buffer, sys.stdout.buffer, confine)
"""


class ReadingError(Exception):
    """A document is not read; its text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its printed number, its text, and where that starts in the text of all pages."""

    label: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF: its pages with `PAGE_BREAK` between them. Offsets are code points."""

    text: str
    pages: tuple[PdfPage, ...]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a page that words fill: their number among those asked for, and its sides.

    The sides are parts of the width and height of the page, from 0 to 1.
    """

    words: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels in 24-bit RGB, row after row; the full size is that of the picture itself.

    For a page of a PDF, that is in points of 1/72 inch, and `marks` are where words stand.
    """

    width: int
    height: int
    rgb: bytes
    full_width: int
    full_height: int
    marks: tuple[Rectangle, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """What the process is asked for, and what people call the document."""

    name: str
    noun: str
    limits: Limits


_PDF_TEXT = _Job("pdf text", "PDF", Limits(60, 192 * _MB))
_PDF_PAGE = _Job("pdf page", "PDF", Limits(20, 64 * _MB))
_PICTURE = _Job("picture", "picture", Limits(20, 64 * _MB))
_WEB_PAGE = _Job("web page", "web page", Limits(20, 192 * _MB))


def worker_command() -> list[str]:
    """The command of the process: this Python without anything of the user’s or the folder."""
    package = Path(__file__).resolve().parent.parent
    return [sys.executable, "-I", "-W", "ignore", "-c", _START, str(package)]


def read_pdf(data: bytes, should_stop: Stop = never) -> PdfText:
    """The text of a PDF, page by page; raises ReadingError.

    A hyphen at the end of a line is a soft hyphen, as it may not belong to the word.
    """
    header, body = _ask(_PDF_TEXT, {}, data, should_stop)
    try:
        return _as_pages(header["pages"], body.decode("utf-8"))
    except (LookupError, TypeError, ValueError):
        raise ReadingError(_garbage(_PDF_TEXT)) from None


def draw_pdf_page(
    data: bytes,
    index: int,
    width: int,
    words: Sequence[tuple[str, int]] = (),
    should_stop: Stop = never,
) -> Picture:
    """One page of a PDF on white, so many pixels wide (or less, if large); raises ReadingError.

    words: runs of words whose places are wanted, each with the number of signs before it that
    can be seen on the page (see `seen_signs`).
    """
    request = {"index": index, "width": width, "words": words}
    answer = _ask(_PDF_PAGE, request, data, should_stop)
    return replace(_as_picture(_PDF_PAGE, answer), marks=_marks(answer[0].get("marks")))


def read_picture(data: bytes, width: int, height: int, should_stop: Stop = never) -> Picture:
    """A picture, scaled down to fit if it is larger, on white; raises ReadingError."""
    request = {"width": width, "height": height}
    return _as_picture(_PICTURE, _ask(_PICTURE, request, data, should_stop))


def read_web_page(data: bytes, should_stop: Stop = never) -> str:
    """The text of a saved web page, paragraphs apart by blank lines; raises ReadingError."""
    _, body = _ask(_WEB_PAGE, {}, data, should_stop)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise ReadingError(_garbage(_WEB_PAGE)) from None


def _ask(
    job: _Job, request: Mapping[str, object], data: bytes, should_stop: Stop
) -> tuple[dict[str, Any], bytes]:
    if len(data) > LARGEST:
        raise ReadingError(
            f"The {job.noun} is larger than {LARGEST // _MB} MB, and is not read here."
            " Open it in another program."
        )
    seconds = int(job.limits.seconds)
    head = {"job": job.name, "seconds": seconds, "size": len(data), **request}
    parts = [json.dumps(head).encode() + b"\n", data]
    try:
        ended = run(worker_command(), parts, job.limits, should_stop)
    except RunError as error:
        raise ReadingError(_not_run(error, job)) from None
    if ended.code != 0:
        raise ReadingError(_death(ended, job))
    return _answer(ended.output, job)


def _answer(output: bytes, job: _Job) -> tuple[dict[str, Any], bytes]:
    line, _, body = output.partition(b"\n")
    try:
        header = json.loads(line)
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict):
        raise ReadingError(_garbage(job))
    if "refused" in header:
        raise ReadingError(sentence(header, job.noun) or _garbage(job))
    return header, body


def _as_pages(told: Any, text: str) -> PdfText:
    """The pages that an answer tells of; ValueError if they are not the text's."""
    pages: list[PdfPage] = []
    start = 0
    for label, length in told:
        if not isinstance(label, str) or not isinstance(length, int) or length < 0:
            raise ValueError
        page = PdfPage(label, text[start : start + length], start)
        if len(page.text) != length:
            raise ValueError
        pages.append(page)
        start += length + len(PAGE_BREAK)
    if PAGE_BREAK.join(page.text for page in pages) != text:
        raise ValueError
    return PdfText(text, tuple(pages))


def _marks(told: Any) -> tuple[Rectangle, ...]:
    """The rectangles that an answer tells of; those that are none are left out."""
    found = []
    for one in told if isinstance(told, list) else ():
        with suppress(TypeError, ValueError):
            number, *sides = one
            rectangle = Rectangle(int(number), *(min(max(float(side), 0.0), 1.0) for side in sides))
            found.append(rectangle)
    return tuple(found)


def _as_picture(job: _Job, answer: tuple[dict[str, Any], bytes]) -> Picture:
    header, rgb = answer
    sizes = [header.get(name) for name in ("width", "height", "full_width", "full_height")]
    width, height, full_width, full_height = (
        size if isinstance(size, int) and size > 0 else 0 for size in sizes
    )
    if not full_width * full_height or len(rgb) != 3 * width * height or not rgb:
        raise ReadingError(_garbage(job))
    return Picture(width, height, rgb, full_width, full_height)


# Sentences


def _not_run(error: RunError, job: _Job) -> str:
    match error.fault:
        case Fault.NOT_STARTED:
            return f"The reader of documents could not be started: {error.reason}."
        case Fault.NOT_NEEDED:
            return f"Reading the {job.noun} was stopped, as it is not needed."
        case Fault.TOO_LONG:
            return _too_long(job)
    return f"The {job.noun} holds more than can be read here. Open it in another program."


def _death(ended: Ended, job: _Job) -> str:
    if ended.code == -_SIGXCPU:
        return _too_long(job)
    if -ended.code in _FROM_OUTSIDE:
        return "The reader of documents was ended from outside before it was done. Try again."
    if ended.code < 0 or ended.code >= _CRASH_ON_WINDOWS:
        return (
            f"The reader of documents broke down over this {job.noun}: it is damaged, needs too"
            " much memory, or was made to do harm. Ask for another copy."
        )
    return f"The reader of documents gave up (exit code {ended.code})."


def _too_long(job: _Job) -> str:
    return (
        f"Reading the {job.noun} was stopped, as it took more than {job.limits.seconds:.0f}"
        " seconds. Open it in another program."
    )


def _garbage(job: _Job) -> str:
    return f"The reader of documents gave an answer about this {job.noun} that cannot be read."
