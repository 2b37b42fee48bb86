import pytest

from caseviewer.documents.passages import Found, cited_numbers, look_up
from caseviewer.documents.text import paragraphs
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.opened import PassageState
from caseviewer.model.sources import Document, Locator, Passage, Position, Selector
from tests.builders import TEXT

DOCUMENT = Document(
    file="report.txt",
    sha256="0" * 64,
    bytes=219,
    media_type="text/plain",
    paragraph_numbering=Numbering.COUNTED,
    count_from="The guards",
    count_until="End of",
)
ASKED = "They never asked us anything,"
Span = tuple[int, int] | None


def passage(
    exact: str | None = None,
    position: Span = None,
    paragraph: str | None = None,
    prefix: str = "",
    suffix: str = "",
) -> Passage:
    return Passage(
        id="t",
        source="report",
        locator=Locator(label=LocatorLabel.PARAGRAPH, value=paragraph) if paragraph else None,
        selector=Selector(exact=exact, prefix=prefix, suffix=suffix) if exact else None,
        position=Position(start=position[0], end=position[1]) if position else None,
    )


def found(made: Passage) -> Found:
    return look_up(made, TEXT, paragraphs(TEXT, DOCUMENT))


def told(made: Passage) -> list[str]:
    return [remark.message for remark in found(made).remarks]


@pytest.mark.parametrize(
    ("made", "state", "span"),
    [
        (passage(ASKED), PassageState.FOUND, (86, 115)),
        (passage(ASKED, (86, 115)), PassageState.FOUND, (86, 115)),
        (passage(ASKED, (85, 114)), PassageState.MOVED, (86, 115)),
        (passage(ASKED, (900, 929)), PassageState.MOVED, (86, 115)),
        (passage("they never asked us anything,"), PassageState.NOT_FOUND, None),
        (passage("They"), PassageState.AMBIGUOUS, None),
        (passage("They", (128, 132)), PassageState.FOUND, (128, 132)),
        (passage("They", (1, 5)), PassageState.AMBIGUOUS, None),
        (passage("They", suffix=" only"), PassageState.FOUND, (128, 132)),
        (passage("They", prefix='said. "'), PassageState.FOUND, (128, 132)),
        (passage("They", suffix=" always"), PassageState.NOT_FOUND, None),
        (passage("They", (128, 132), suffix=" always"), PassageState.FOUND, (128, 132)),
        (passage(), PassageState.UNCHECKED, None),
        (passage(None, (3, 9)), PassageState.UNCHECKED, (3, 9)),
        (passage(None, (200, 219)), PassageState.UNCHECKED, (200, 219)),
        (passage(None, (200, 220)), PassageState.NOT_FOUND, None),
    ],
)
def test_words_are_found_to_the_letter(made: Passage, state: PassageState, span: Span) -> None:
    result = found(made)
    assert result.state is state
    assert ((result.start, result.end) if span else None) == span
    if span is None:
        assert (result.start, result.end) == (None, None)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (passage(ASKED, (86, 115), "2", prefix='"', suffix='"'), []),
        (passage(ASKED, (85, 114)), ["the words stand from character 86, not 85"]),
        (passage("not here"), ["these words do not stand in the document"]),
        (passage("They"), ["these words stand in the document more than once"]),
        (
            passage("They", (128, 132), prefix="x", suffix="y"),
            [
                "other words stand before it in the document",
                "other words stand after it in the document",
            ],
        ),
        (passage("A report", (0, 8), prefix="x"), ["other words stand before it in the document"]),
        (passage(None, (200, 220)), ["it ends at character 220, but the text has 219"]),
        (passage(ASKED, None, "3"), ["it stands in paragraph 2, not in paragraph 3"]),
        (passage(ASKED, None, "1–2"), []),
        (passage(None, (24, 149), "1-2"), []),
        (passage(None, (24, 149), "1"), ["it stands in paragraph 1, 2, not in paragraph 1"]),
        (
            passage("A report on", None, "1"),
            ["it stands in no numbered paragraph, not in paragraph 1"],
        ),
        (passage(None, None, "3"), []),
        (passage(None, None, "4"), ["the document has no paragraph of this number"]),
    ],
)
def test_what_is_told_of_a_passage(made: Passage, expected: list[str]) -> None:
    assert told(made) == expected


def test_pages_and_unnumbered_texts_are_not_compared() -> None:
    page = Passage(id="t", source="s", locator=Locator(label=LocatorLabel.PAGE, value="9"))
    assert told(page) == []
    unnumbered = Document(file="a", sha256="0" * 64, bytes=1, media_type="text/plain")
    result = look_up(passage(ASKED, None, "9"), TEXT, paragraphs(TEXT, unnumbered))
    assert result.remarks == ()


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("10", {"10"}),
        ("7–9", {"7", "8", "9"}),
        ("7-8, 10", {"7", "8", "10"}),
        ("7; 8 and 9 & 12a", {"7", "8", "9", "12a"}),
        ("2.1", {"2.1"}),
        ("9–7", {"9–7"}),
        ("1-999999", {"1-999999"}),
        (" 3 ", {"3"}),
    ],
)
def test_the_paragraphs_that_a_locator_names(value: str, numbers: set[str]) -> None:
    assert cited_numbers(value) == numbers
