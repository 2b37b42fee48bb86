import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.documents.passages import (
    Found,
    Readable,
    block_at,
    look_up,
    occurrences,
)
from caseviewer.documents.text import Paragraph, gathered, paragraphs
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.opened import Folding, PassageState
from caseviewer.model.sources import Document, Locator, Passage, Position, Selector
from tests.builders import TEXT
from tests.documents.readables import DOCUMENT, readable

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
    return look_up(made, readable())


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
        (passage("They", None, "2"), PassageState.AMBIGUOUS, None),
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
        (passage(ASKED, (85, 114)), ["the words stand from character 87, not 86"]),
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
    result = look_up(passage(ASKED, None, "9"), readable(TEXT, unnumbered))
    assert result.remarks == ()


# What reading folds


@pytest.mark.parametrize(
    ("exact", "folded"),
    [
        (ASKED, set()),
        ("They  never asked\nus anything,", {Folding.SPACES}),
        ("“They never asked us anything,”", {Folding.MARKS}),
        ("They nev\u00ader asked us anything,", {Folding.UNSEEN}),
    ],
)
def test_what_was_folded_is_told(exact: str, folded: set[Folding]) -> None:
    result = found(passage(exact))
    assert result.state is PassageState.FOUND
    assert result.folded == folded
    at_its_place = found(passage(ASKED.replace(" ", "\u00a0"), (86, 115)))
    assert at_its_place.folded == {Folding.SPACES}


def test_what_is_left_of_a_passage_when_all_of_it_is_folded_away() -> None:
    result = found(passage("\u00ad"))
    assert result.state is PassageState.NOT_FOUND
    assert [remark.code for remark in result.remarks] == ["passage.no_words"]


# Places


def text_of(*blocks: str) -> Readable:
    document = Document(
        file="a",
        sha256="0" * 64,
        bytes=1,
        media_type="text/plain",
        paragraph_numbering=DOCUMENT.paragraph_numbering,
    )
    return readable("\n\n".join(blocks), document)


@pytest.mark.parametrize(
    ("blocks", "cited", "state"),
    [
        (("said so", "said so"), "2", PassageState.FOUND),
        (("said so", "other", "said so"), "2-3", PassageState.FOUND),
        (("said so", "other"), "2", PassageState.MOVED),
        (("said so", "said so", "other"), "3", PassageState.AMBIGUOUS),
        (("said so said so", "other"), "1", PassageState.AMBIGUOUS),
        (("said", "so"), "1-2", PassageState.FOUND),
        (("said", "so", "said so"), "1-2", PassageState.FOUND),
        (("said", "so", "x"), "1", PassageState.MOVED),
        (("x", "said so"), "7", PassageState.MOVED),
    ],
)
def test_the_cited_paragraph_is_the_place(
    blocks: tuple[str, ...], cited: str, state: PassageState
) -> None:
    assert look_up(passage("said so", None, cited), text_of(*blocks)).state is state


def test_words_around_a_passage_may_stand_outside_its_paragraph() -> None:
    made = passage("said so", None, "2", prefix="before ", suffix=" after")
    assert look_up(made, text_of("said so", "said so")).state is PassageState.NOT_FOUND
    text = text_of("told before", "said so", "after that")
    assert look_up(made, text).state is PassageState.FOUND
    told = [remark.message for remark in look_up(made, text_of("said so")).remarks]
    assert told[0] == "these words stand in the document, but not between those around them"


def test_positions_do_not_count_in_another_text() -> None:
    made = passage(ASKED, (85, 114))
    assert look_up(made, readable(holds=False)).state is PassageState.FOUND
    assert look_up(passage(None, (3, 9)), readable(holds=False)).start is None
    twice = passage("They", (128, 132))
    assert look_up(twice, readable(holds=False)).start == 128


PAGES = Readable(
    "On one page the words run\n\fon to the next.",
    {
        LocatorLabel.PAGE: gathered(
            [
                Paragraph("iv", 0, 25, "On one page the words run"),
                Paragraph("v", 27, 42, "on to the next."),
            ]
        )
    },
    offsets_hold=False,
)


@pytest.mark.parametrize(
    ("exact", "page", "state", "told"),
    [
        ("the words run", "iv", PassageState.FOUND, []),
        ("the words run on to the", "iv", PassageState.FOUND, []),
        ("the words run on", "v", PassageState.MOVED, ["it stands on page iv, not on page v"]),
        ("to the next", "4", PassageState.MOVED, ["it stands on page v, not on page 4"]),
        (
            "no such words",
            "4",
            PassageState.NOT_FOUND,
            ["these words do not stand in the document", "the document has no page of this number"],
        ),
    ],
)
def test_a_page_is_the_place_of_what_begins_on_it(
    exact: str, page: str, state: PassageState, told: list[str]
) -> None:
    made = Passage(
        id="t",
        source="s",
        locator=Locator(label=LocatorLabel.PAGE, value=page),
        selector=Selector(exact=exact),
    )
    result = look_up(made, PAGES)
    assert result.state is state
    assert [remark.message for remark in result.remarks] == told


PRINTED = replace(
    DOCUMENT, paragraph_numbering=Numbering.PRINTED, count_from=None, count_until=None
)


@pytest.mark.parametrize(
    ("exact", "cited", "state", "told"),
    [
        ("quoted block text", "5", PassageState.FOUND, []),
        ("held:\n\nquoted block", "5", PassageState.FOUND, []),
        (
            "quoted block text",
            "6",
            PassageState.MOVED,
            ["it stands in paragraph 5, not in paragraph 6"],
        ),
        (
            "Head",
            "5",
            PassageState.MOVED,
            ["it stands in no numbered paragraph, not in paragraph 5"],
        ),
        (
            "quoted block text",
            "5, 99",
            PassageState.FOUND,
            ["the document has no paragraph of this number"],
        ),
        ("quoted block text", "para. 5 (a)", PassageState.FOUND, []),
    ],
)
def test_a_block_without_a_number_belongs_to_the_paragraph_before_it(
    exact: str, cited: str, state: PassageState, told: list[str]
) -> None:
    text = "Head\n\n5. The court held:\n\nquoted block text here.\n\n6. It went on."
    result = look_up(passage(exact, None, cited), readable(text, PRINTED))
    assert result.state is state
    assert [remark.message for remark in result.remarks] == told


def test_a_position_that_cuts_a_letter_from_its_accent_is_not_the_place_of_the_letter() -> None:
    made = readable("cafe\u0301 closed.")
    assert look_up(passage("cafe", (0, 4)), made).state is PassageState.NOT_FOUND
    assert look_up(passage("café", (0, 5)), made).state is PassageState.FOUND


@pytest.mark.parametrize(
    ("exact", "state"),
    [
        ("A well-known man", PassageState.FOUND),
        ("A wellknown man", PassageState.FOUND),
        ("well-known man of twenty-one", PassageState.FOUND),
        ("A well-know-n man", PassageState.NOT_FOUND),
        ("twen-ty-one", PassageState.NOT_FOUND),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_may_belong_to_the_word(
    exact: str, state: PassageState
) -> None:
    text = "A well\u00ad\nknown man of twenty-one."
    result = look_up(passage(exact), readable(text))
    assert result.state is state
    if state is PassageState.FOUND:
        assert result.folded == {Folding.UNSEEN}
        assert text[result.start : result.end].startswith(exact[:4])


def test_words_that_end_inside_a_ligature_tell_what_was_folded_there() -> None:
    assert look_up(passage("the f"), readable("the ﬁnding")).folded == {Folding.LIGATURES}


def test_what_is_folded_around_a_passage_makes_no_other_words() -> None:
    made = readable("a well-\nknown man")
    start = made.text.index("known")
    around = passage("known", (start, start + 5), prefix="a well-", suffix=" man")
    assert look_up(around, made).remarks == ()
    spaces = readable("x" + " " * 60 + "words")
    assert look_up(passage("words", (61, 66), prefix="x "), spaces).remarks == ()


def test_words_among_others_are_told_apart_from_words_that_are_not_there() -> None:
    made = readable("told before said so after")
    assert look_up(passage("said so", prefix="x "), made).among_others
    assert not look_up(passage("sad so", prefix="x "), made).among_others
    assert not look_up(passage("sad so"), made).among_others


def test_occurrences_overlap_and_are_limited() -> None:
    assert occurrences("aa", "aaaa", 0, 4, 9) == [0, 1, 2]
    assert occurrences("aa", "aaaa", 1, 4, 1) == [1]


def test_no_block_stands_behind_the_last() -> None:
    blocks = paragraphs("one", DOCUMENT)
    assert block_at(blocks, 3) is None


# The rule itself

WORDS = st.lists(st.sampled_from(["so", "he", "said", "“no”", "ﬁn", "fin", "so\u00ad"]), min_size=3)
GAPS = st.sampled_from([" ", "\n", "\u00a0", "  "])


@given(st.data())
def test_found_means_that_the_words_stand_at_their_place_as_reading_folds(
    data: st.DataObject,
) -> None:
    """For random texts and edits: found if, and only if, the words stand there, folded alike."""
    words = data.draw(WORDS)
    text = data.draw(GAPS).join(words)
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = text[start:end]
    at = data.draw(st.integers(0, len(text)))
    edited = text[:at] + data.draw(st.sampled_from(["", "x", " ", "\u00ad", "S"])) + text[at:]
    made = passage(exact, (start, end))
    state = look_up(made, readable(edited, DOCUMENT)).state
    wanted = naive(exact)
    stands = bool(wanted.strip()) and naive(edited[start:end]) == wanted
    assert (state is PassageState.FOUND) == stands
    if not stands and wanted.strip():
        elsewhere = naive(edited).count(wanted)
        assert (state is PassageState.NOT_FOUND) == (elsewhere == 0)


def naive(text: str) -> str:
    """The folding rules, as they are written down and no faster."""
    text = re.sub("\u00ad[ \u00a0]*\n\\s*", "", text)
    text = text.replace("\u00ad", "")
    for one, other in (("“", '"'), ("”", '"'), ("ﬁ", "fi")):
        text = text.replace(one, other)
    return re.sub(r"\s+", " ", text)
