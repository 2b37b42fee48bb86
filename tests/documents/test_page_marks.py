"""Where words stand on a page of a PDF."""

from contextlib import closing

import pypdfium2
import pytest
from fpdf import FPDF

from caseviewer.documents import page_marks
from caseviewer.documents.page_marks import Words, rectangles
from caseviewer.documents.seen_signs import seen

Box = tuple[int, float, float, float, float]

LINES = ("The guards said nothing.", "The guards went home.", "Nobody asked us.")
TEXT = "\n".join(LINES)


def pdf(rotation: int = 0) -> bytes:
    made = FPDF()
    made.set_font("helvetica", size=20)
    made.add_page()
    for line in LINES:
        made.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def off_page() -> bytes:
    made = FPDF()
    made.set_font("helvetica", size=20)
    made.add_page()
    for high in range(3):
        made.text(x=20, y=-40 - 10 * high, text="The guards went home.")
    for line in LINES:
        made.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def found(words: Words, data: bytes | None = None) -> list[Box]:
    with closing(pypdfium2.PdfDocument(data or pdf())) as document, closing(document[0]) as page:
        bitmap = page.render(scale=1)
        with closing(bitmap):
            return rectangles(page, bitmap, words)


def before(words: str, nth: int = 0) -> int:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return len(seen(TEXT[:at]))


def test_words_have_a_rectangle_on_the_page() -> None:
    ((number, left, top, right, bottom),) = found([("Nobody asked us.", before("Nobody"))])
    assert number == 0
    assert 0 < left < right < 1
    assert 0 < top < bottom < 0.2


def test_words_over_several_lines_have_one_for_each() -> None:
    boxes = found([("said nothing.\nThe guards went", before("said"))])
    assert [box[0] for box in boxes] == [0, 0]
    assert boxes[0][2] < boxes[1][2]
    assert boxes[0][1] > boxes[1][1]


def test_of_words_that_stand_twice_the_nearest_are_meant() -> None:
    first = found([("The guards", before("The guards"))])
    second = found([("The guards", before("The guards", 1))])
    assert first[0][2] < second[0][2]
    both = found([("The guards", 0), ("The guards", 900)])
    assert [box[1:] for box in both] == [first[0][1:], second[0][1:]]


@pytest.mark.parametrize("words", ["", " \n", "\u00ad", "no such words", "the guards"])
def test_words_that_are_not_on_the_page_have_none(words: str) -> None:
    assert found([(words, 0)]) == []


def test_what_was_hyphenated_at_the_end_of_a_line_is_found_without_its_hyphen() -> None:
    assert found([("said noth\u00ad\ning.", before("said"))]) == [
        (0, *found([("said nothing.", before("said"))])[0][1:])
    ]


def test_no_more_rectangles_are_told_than_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_marks, "MOST_RECTANGLES", 1)
    assert len(found([("guards", 0)] * 9)) == 2


def test_words_outside_the_page_shift_no_marks() -> None:
    wanted = [("The guards", before("The guards"))]
    assert found(wanted, off_page()) == found(wanted)
