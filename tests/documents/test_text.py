import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.documents.text import follows, numbered_lines, paragraphs
from caseviewer.model.kinds import Numbering
from caseviewer.model.sources import Document
from tests.builders import TEXT


def document(
    numbering: Numbering, count_from: str | None = None, count_until: str | None = None
) -> Document:
    return Document(
        file="a.txt",
        sha256="0" * 64,
        bytes=1,
        media_type="text/plain",
        paragraph_numbering=numbering,
        count_from=count_from,
        count_until=count_until,
    )


NONE = document(Numbering.NONE)


def numbers(text: str, made: Document) -> list[str | None]:
    return [block.number for block in paragraphs(text, made).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("one", ["one"]),
        ("one\ntwo\n", ["one\ntwo"]),
        ("one\n\ntwo", ["one", "two"]),
        ("\n\none\n  \n\n\ntwo\n\n", ["one", "two"]),
        ("one\r\n\r\ntwo\r\n", ["one", "two"]),
        ("one\r\rtwo", ["one", "two"]),
        ("  one  \n\n two", ["  one  ", " two"]),
        ("one\u2028\u2028two", ["one\u2028\u2028two"]),
        ("a\u00a0b\n\u00a0\nc", ["a\u00a0b", "c"]),
    ],
)
def test_blocks_between_blank_lines(text: str, blocks: list[str]) -> None:
    assert [block.text for block in paragraphs(text, NONE).blocks] == blocks


@given(st.text(st.sampled_from("ab \n\r\t\u2029\U0001f600")))
def test_offsets_count_code_points(text: str) -> None:
    found = paragraphs(text, NONE)
    assert all(text[block.start : block.end] == block.text for block in found.blocks)
    words = "".join(block.text for block in found.blocks)
    assert "".join(words.split()) == "".join(text.split())
    assert (found.numbers, found.fault) == (frozenset(), "")


def test_paragraphs_are_counted_between_two_places() -> None:
    made = document(Numbering.COUNTED, "The guards", "End of the report")
    found = paragraphs(TEXT, made)
    assert [block.number for block in found.blocks] == [None, "1", "2", "3", None]
    assert found.numbers == {"1", "2", "3"}
    assert found.fault == ""


def test_paragraphs_are_counted_from_the_first_to_the_last() -> None:
    assert numbers(TEXT, document(Numbering.COUNTED)) == ["1", "2", "3", "4", "5"]


def test_the_first_words_may_be_indented() -> None:
    assert numbers("title\n\n  One", document(Numbering.COUNTED, "One")) == [None, "1"]


def test_without_the_first_words_nothing_is_counted() -> None:
    found = paragraphs(TEXT, document(Numbering.COUNTED, "the guards"))
    assert found.numbers == frozenset()
    assert found.fault == (
        "No paragraph starts with “the guards”, so that no paragraph is numbered."
    )


@pytest.mark.parametrize("words", ["Nowhere", "A report on a crossing"])
def test_without_the_last_words_it_is_counted_to_the_end(words: str) -> None:
    found = paragraphs(TEXT, document(Numbering.COUNTED, "The guards", words))
    assert found.numbers == {"1", "2", "3", "4"}
    assert found.fault.endswith(
        f"starts with “{words}”, so that paragraphs are counted to the end."
    )


@pytest.mark.parametrize(
    ("block", "number"),
    [
        ("12. The Committee", "12"),
        ("12) The Committee", "12"),
        ("(12) The Committee", "12"),
        ("[12] The Committee", "12"),
        ("§ 12 The Committee", "12"),
        ("§§ 12 and 13", "12"),
        ("12a. The Committee", "12a"),
        ("2.1  The complainants", "2.1"),
        ("2.1. The complainants", "2.1"),
        ("10.3.2\tThe complainants", "10.3.2"),
        ("  7.\n  The State party", "7"),
        ("12 people were taken", None),
        ("2010 was a year", None),
        ("1.6.2012 was a Friday", None),
        ("12.5% of them", None),
        ("The 12. report", None),
        ("(a) The Committee", None),
        ("12345. The Committee", None),
    ],
)
def test_printed_numbers(block: str, number: str | None) -> None:
    assert numbers(block, document(Numbering.PRINTED)) == [number]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("no number\nat all", []),
        (
            "Head\n1. First\nruns on\n2. Second\n",
            [("1", "1. First\nruns on"), ("2", "2. Second")],
        ),
        ("2.1 One\n\f\n2.2 Two", [("2.1", "2.1 One"), ("2.2", "2.2 Two")]),
        (
            "7. She left in March\n2016. She went home.\n8. Next.",
            [("7", "7. She left in March\n2016. She went home."), ("8", "8. Next.")],
        ),
        ("2016. A year.\n", []),
    ],
)
def test_without_blank_lines_a_paragraph_begins_with_its_number(
    text: str, blocks: list[tuple[str, str]]
) -> None:
    found = numbered_lines(text)
    assert [(block.number, block.text) for block in found.blocks] == blocks
    assert found.numbers == {number for number, _ in blocks}
    for block in found.blocks:
        assert text[block.start : block.end] == block.text


@pytest.mark.parametrize(
    ("last", "number", "goes_on"),
    [
        (None, "1", True),
        (None, "12", True),
        (None, "2016", False),
        ("7", "8", True),
        ("7", "7a", True),
        ("7a", "7b", True),
        ("7b", "8", True),
        ("7", "7.1", True),
        ("7.1", "7.2", True),
        ("7.2", "8", True),
        ("7.2.9", "7.3", True),
        ("7.1", "7.1.1", True),
        ("7", "9", False),
        ("7", "7", False),
        ("7", "7.2", False),
        ("7.1", "8.1", False),
        ("7", "2016", False),
        ("7.2", "7.1", False),
    ],
)
def test_which_number_goes_on_from_which(last: str | None, number: str, goes_on: bool) -> None:
    assert follows(last, number) is goes_on
