import pypdfium2
import pytest

from caseviewer.documents import pdf_parsing
from caseviewer.documents.pdf_parsing import (
    PAGE_BREAK,
    drawing_answer,
    plain,
    scale_for,
    text_answer,
    without_padding,
)
from caseviewer.documents.refusals import RefusedError
from tests.documents.strange import labelled_pdf, pdf_of, raw_pdf

CMAP = (
    "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><FF>"
    " endcodespacerange 1 beginbfchar <41><D835DC00> endbfchar endcmap end"
)


def read(data: bytes) -> tuple[list[tuple[str, int]], str]:
    header, body = text_answer({}, data)
    return header["pages"], body.decode("utf-8")


def test_pages_have_the_numbers_that_the_pdf_prints() -> None:
    pages, text = read(labelled_pdf())
    assert [label for label, _ in pages] == ["ii", "12", "A-1", "A-2"]
    assert text == PAGE_BREAK.join(["page at 0", "page at 1", "page at 2", ""])


def test_pages_without_numbers_are_counted() -> None:
    pages, _ = read(pdf_of("one", "two"))
    assert pages == [("1", 3), ("2", 3)]


def test_a_label_of_blanks_or_without_end_is_none() -> None:
    names = ["   ", "x" * 500]
    labels = "".join(f" {at} <</P({name})>>" for at, name in enumerate(names))
    pages = "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>"
    told, _ = read(raw_pdf(b"", pages=pages, catalog=f"/PageLabels<</Nums[{labels}]>>"))
    assert [label for label, _ in told] == ["1", "x" * 100]


def test_a_hyphen_at_the_end_of_a_line_may_not_be_the_words() -> None:
    _, text = read(pdf_of("The inter-\nnational court, well-known\nto all."))
    assert text == "The inter\xad\nnational court, well-known\nto all."


def test_letters_beyond_the_first_plane_are_one_code_point() -> None:
    pages, text = read(raw_pdf(b"BT /F 12 Tf 20 100 Td (xAy) Tj ET", to_unicode=CMAP))
    assert (pages, text) == ([("1", 3)], "x\U0001d400y")


def test_words_outside_the_page_are_not_on_it() -> None:
    content = b"BT /F 12 Tf 20 100 Td (inside) Tj 1000 0 Td (outside) Tj ET"
    assert read(raw_pdf(content))[1].strip() == "inside"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x02b\ufffec", "a\xad\nb\xad\nc"),
        ("a\ufffe\r\nb\x02\nc\x02", "a\xad\nb\xad\nc\xad\n"),
    ],
)
def test_line_ends_are_ours(given: str, text: str) -> None:
    assert plain(given) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "broken"),
        (b"<html>", "broken"),
        (pdf_of("words")[:500], "broken"),
        (pdf_of("words", password="secret"), "password"),  # noqa: S106 - of a sample
    ],
)
def test_what_cannot_be_opened_says_why(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError, match=code):
        read(data)


def test_a_tree_of_pages_that_grows_from_itself_has_no_pages() -> None:
    data = raw_pdf(b"", pages="<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
    with pytest.raises(pypdfium2.PdfiumError):
        read(data)


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert read(pdf_of("words", password=""))[1] == "words"


def test_more_text_than_can_be_held_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_parsing, "MOST_CHARACTERS", 12)
    assert read(pdf_of("one", "two"))[1] == "one\n\f\ntwo"
    with pytest.raises(RefusedError, match="long"):
        read(pdf_of("one", "three"))


def test_a_page_is_drawn_on_white() -> None:
    black = b"0 0 0 rg 0 0 150 100 re f"
    header, rgb = drawing_answer({"index": 0, "width": 151}, raw_pdf(black))
    sizes = {"width": 151, "height": 101, "full_width": 300, "full_height": 200}
    assert header == {**sizes, "marks": []}
    assert len(rgb) == 3 * 151 * 101
    assert rgb[:3] == b"\xff\xff\xff"
    assert rgb[-3 * 151 :][:3] == b"\0\0\0"


def test_colours_stand_in_the_order_red_green_blue() -> None:
    _, rgb = drawing_answer({"index": 0, "width": 3}, raw_pdf(b"1 0 0 rg 0 0 300 200 re f"))
    assert rgb[:3] == b"\xff\0\0"


@pytest.mark.parametrize("index", [-1, 1, 10**9])
def test_a_page_that_is_not_there(index: int) -> None:
    with pytest.raises(RefusedError, match="page"):
        drawing_answer({"index": index, "width": 100}, pdf_of("words"))


@pytest.mark.parametrize(
    ("across", "down", "width", "pixels"),
    [
        (600, 800, 300, (300, 400)),
        (600, 800, -5, (1, 1)),
        (600, 60, 100_000, (4_000, 400)),
        (1, 100_000, 500, (0, 16_000)),
        (1_000, 2_000, 4_000, (2_814, 5_628)),
    ],
)
def test_no_page_becomes_too_large(
    across: float, down: float, width: int, pixels: tuple[int, int]
) -> None:
    scale = scale_for(across, down, width)
    assert (round(across * scale), round(down * scale)) == pytest.approx(pixels, abs=1)


@pytest.mark.parametrize("size", [(0, 1), (1, float("inf")), (float("nan"), 1), (-1, 1)])
def test_a_page_without_a_size_is_broken(size: tuple[float, float]) -> None:
    with pytest.raises(RefusedError, match="broken"):
        scale_for(*size, 100)


def test_rows_are_put_together_without_what_fills_them_up() -> None:
    assert without_padding(b"abc-def-", 3, 4) == b"abcdef"
    assert without_padding(b"abcdef", 3, 3) == b"abcdef"
