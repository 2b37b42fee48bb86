import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseviewer.documents import pdf_parsing, reading_process
from caseviewer.documents.reading_process import (
    PAGE_BREAK,
    PdfPage,
    PdfText,
    Picture,
    ReadingError,
    Rectangle,
    draw_pdf_page,
    read_pdf,
    read_picture,
    read_web_page,
    worker_command,
)
from caseviewer.processes import Limits
from tests.documents.strange import bomb, huge_png, labelled_pdf, pdf_of, picture_of, raw_pdf


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A test writes what stands in the place of the process."""
    return monkeypatch


def stand_in(patch: pytest.MonkeyPatch, body: str) -> None:
    patch.setattr(
        reading_process,
        "worker_command",
        lambda: [sys.executable, "-I", "-c", "import sys\n" + body],
    )


def said(data: bytes = b"%PDF-") -> str:
    with pytest.raises(ReadingError) as caught:
        read_pdf(data)
    return str(caught.value)


def test_a_pdf_is_read_page_by_page() -> None:
    read = read_pdf(labelled_pdf())
    assert [page.label for page in read.pages] == ["ii", "12", "A-1", "A-2"]
    assert read.pages[1] == PdfPage("12", "page at 1", 9 + len(PAGE_BREAK))
    for page in read.pages:
        assert read.text[page.start :].startswith(page.text)


def test_both_sides_part_pages_in_the_same_way() -> None:
    assert PAGE_BREAK == pdf_parsing.PAGE_BREAK
    assert not PAGE_BREAK.strip()


def test_hundreds_of_pages_are_read() -> None:
    read = read_pdf(pdf_of(*(f"words of page {at}" for at in range(300))))
    assert (len(read.pages), read.pages[299].text) == (300, "words of page 299")


def test_a_page_is_drawn() -> None:
    assert draw_pdf_page(raw_pdf(b""), 0, 3) == Picture(3, 2, b"\xff" * 18, 300, 200)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "RGB"), ("JPEG", "L"), ("WEBP", "RGB")]
    + [(kind, mode) for kind in ("PNG", "GIF", "TIFF", "BMP") for mode in ("RGB", "P", "L")],
)
def test_every_format_is_read_with_nothing_left_to_load(kind: str, mode: str) -> None:
    colour = (255, 0, 0) if mode == "RGB" else 1
    picture = read_picture(picture_of(kind, mode=mode, colour=colour), 15, 15)
    assert (picture.width, picture.height, picture.full_width) == (15, 10, 30)


@pytest.mark.parametrize("encoding", ["koi8-r", "windows-1251", "utf-8", "iso-8859-5"])
def test_a_web_page_is_read_in_its_encoding(encoding: str) -> None:
    page = f"<meta charset={encoding}><p>Привет<p>всем"
    assert read_web_page(page.encode(encoding)) == "Привет\n\nвсем"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is damaged, or not whole"),
        (b"<html><p>a page that is called a PDF", "it is damaged, or not whole"),
        (pdf_of("words")[:600], "it is damaged, or not whole"),
        (pdf_of("words", password="one"), "can only be opened with a password"),  # noqa: S106
        (raw_pdf(b"", pages="<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), "is damaged"),
    ],
)
def test_a_pdf_that_is_not_read_says_why(data: bytes, words: str) -> None:
    assert words in said(data)


def test_what_packs_itself_into_nothing_does_no_harm() -> None:
    packed = bomb(300)
    once = raw_pdf(packed, filters="/Filter/FlateDecode")
    twice = raw_pdf(zlib.compress(packed), filters="/Filter[/FlateDecode/FlateDecode]")
    for data in (once, twice):
        try:
            assert read_pdf(data).text == ""
        except ReadingError as error:
            assert "PDF" in str(error)  # noqa: PT017 - either may be


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (huge_png(60_000, 60_000), "60,000 × 60,000 points, more than can be shown"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "no picture that can be shown here"),
        (picture_of("PNG")[:60], "it is damaged, or not whole"),
    ],
)
def test_a_picture_that_is_not_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        read_picture(data, 100, 100)


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(ReadingError, match=r"The PDF has no such page\."):
        draw_pdf_page(pdf_of("words"), 1, 100)


def test_what_is_too_large_is_not_even_sent(worker: pytest.MonkeyPatch) -> None:
    worker.setattr(reading_process, "LARGEST", 4)
    assert "is larger than 0 MB" in said(b"12345")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "was ended from outside"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "broke down over this PDF"),
        ("import os; os.abort()", "broke down over this PDF"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "took more than 60 seconds"),
        ("sys.exit(3)", r"gave up \(exit code 3\)"),
        ('x = \'{"pages": [["1", 9]]}\'; print(x)', "answer about this PDF that cannot be read"),
    ],
)
def test_a_process_that_dies_is_a_sentence(
    worker: pytest.MonkeyPatch, body: str, words: str
) -> None:
    stand_in(worker, body)
    with pytest.raises(ReadingError, match=words):
        read_pdf(b"%PDF-" * 100_000)


GARBAGE = [
    b"",
    b"<html>",
    b"[]\n",
    b"{}\n",
    b"[" * 100_000,
    b'{"refused": "because"}\n',
    b'{"pages": 3}\n',
    b'{"pages": [3]}\n',
    b'{"pages": [["1", -1]]}\n',
    b'{"pages": [["1", 2.5]]}\n',
    b'{"pages": [[7, 2]]}\nab',
    b'{"pages": [["1", 3]]}\nab',
    b'{"pages": [["1", 1], ["2", 1]]}\na----b',
    b'{"pages": [["1", 2]]}\n\xff\xff',
]


@pytest.mark.parametrize("output", GARBAGE)
def test_garbage_is_never_taken_for_a_text(worker: pytest.MonkeyPatch, output: bytes) -> None:
    stand_in(worker, f"sys.stdout.buffer.write({output!r})")
    assert "cannot be read" in said()


@pytest.mark.parametrize(
    "output",
    [
        b'{"width": 1, "height": 1, "full_width": 1, "full_height": 1}\nab',
        b'{"width": -1, "height": -1, "full_width": 1, "full_height": 1}\nabc',
        b'{"width": 1, "height": 1, "full_width": 1, "full_height": 0}\nabc',
        b'{"width": 0, "height": 0, "full_width": 1, "full_height": 1}\n',
        b'{"width": "1", "height": 1}\nabc',
    ],
)
def test_garbage_is_never_taken_for_a_picture(worker: pytest.MonkeyPatch, output: bytes) -> None:
    stand_in(worker, f"sys.stdout.buffer.write({output!r})")
    with pytest.raises(ReadingError, match="about this picture that cannot be read"):
        read_picture(b"", 1, 1)


def test_garbage_is_never_taken_for_a_web_page(worker: pytest.MonkeyPatch) -> None:
    stand_in(worker, "sys.stdout.buffer.write(b'{}\\n\\xff')")
    with pytest.raises(ReadingError, match="about this web page that cannot be read"):
        read_web_page(b"")


def limited(patch: pytest.MonkeyPatch, limits: Limits) -> None:
    job = reading_process._Job("pdf text", "PDF", limits)
    patch.setattr(reading_process, "_PDF_TEXT", job)


def test_a_process_that_hangs_is_ended(worker: pytest.MonkeyPatch) -> None:
    stand_in(worker, "import time; time.sleep(60)")
    limited(worker, Limits(1, 1_000))
    assert "was stopped, as it took more than 1 seconds" in said()


def test_a_process_that_answers_without_end_is_ended(worker: pytest.MonkeyPatch) -> None:
    stand_in(worker, "while True: print('x' * 1_000)")
    limited(worker, Limits(20, 1_000_000))
    assert "holds more than can be read here" in said()


def test_reading_that_is_not_needed_any_more_is_ended(worker: pytest.MonkeyPatch) -> None:
    stand_in(worker, "import time; time.sleep(60)")
    with pytest.raises(ReadingError, match="was stopped, as it is not needed"):
        read_pdf(b"%PDF-", lambda: True)


def test_a_process_that_cannot_be_started(worker: pytest.MonkeyPatch, tmp_path: Path) -> None:
    worker.setattr(reading_process, "worker_command", lambda: [str(tmp_path / "none")])
    assert said() == "The reader of documents could not be started: No such file or directory."


def test_the_process_loads_this_very_program_and_nothing_from_the_folder(
    worker: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("json.py", "caseviewer.py", "html_text.py"):
        (tmp_path / name).write_text("raise SystemExit(9)", "utf-8")
    worker.chdir(tmp_path)
    assert worker_command()[-1] == str(Path(reading_process.__file__).parent.parent)
    assert read_web_page(b"<p>words") == "words"


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"II*\0"])
)
def test_any_bytes_are_a_result_or_a_sentence(data: bytes, start: bytes) -> None:
    for read in (read_pdf, read_web_page, lambda given: read_picture(given, 9, 9)):
        try:
            assert isinstance(read(start + data), PdfText | Picture | str)
        except ReadingError as error:
            assert str(error).endswith(".")  # noqa: PT017 - either may be


@pytest.mark.parametrize(
    ("told", "marks"),
    [
        (None, ()),
        ("x", ()),
        ([[0, 0.1, 0.2, 0.3, 0.4]], (Rectangle(0, 0.1, 0.2, 0.3, 0.4),)),
        ([[0, -1, 0.2, 9, 0.4]], (Rectangle(0, 0.0, 0.2, 1.0, 0.4),)),
        ([[0], [1, 2, 3], "ab", 7, ["x", 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]], ()),
    ],
)
def test_marks_that_are_none_are_left_out(told: object, marks: tuple[Rectangle, ...]) -> None:
    assert reading_process._marks(told) == marks


def test_words_of_a_page_have_their_places() -> None:
    drawn = draw_pdf_page(pdf_of("some words"), 0, 300, [("words", 4), ("others", 0)])
    (mark,) = drawn.marks
    assert mark.words == 0
    assert 0 < mark.left < mark.right < 1
    assert 0 < mark.top < mark.bottom < 1
