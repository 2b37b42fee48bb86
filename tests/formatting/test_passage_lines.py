"""Where a statement stands: lines for passages."""

from dataclasses import replace

import pytest

from caseviewer.formatting.page import Look, PageBuilder, Span, Target
from caseviewer.formatting.passage_lines import (
    EXCERPT_LIMIT,
    add_basis,
    add_finding,
    is_counted,
    nearest_words,
    passage_line,
    state_span,
)
from caseviewer.model.opened import (
    Change,
    Checked,
    Folding,
    OpenedCase,
    PassageFinding,
    PassageState,
    Piece,
)
from caseviewer.model.sources import Passage
from tests.formatting.making import changed, checked, headings, opened, under

CASE = opened()


def passage(case: OpenedCase, record_id: str) -> Passage:
    found = case.index.get(record_id)
    assert isinstance(found, Passage)
    return found


def text(case: OpenedCase, record_id: str) -> str:
    return "".join(span.text for span in passage_line(case, record_id))


def test_a_line_has_the_place_the_words_and_the_state() -> None:
    assert text(CASE, "t-words") == (
        "T2 S1, paragraph 2 (counted): “They never asked us anything,” · not checked"
    )
    assert text(CASE, "t-heard") == "T4 S1, paragraph 3 (counted) · not checked"
    assert text(CASE, "t-reprint") == "T5 S2, page 1 · not checked"
    assert passage_line(CASE, "t-words")[0].target == Target("t-words")


def test_long_words_are_cut() -> None:
    case = opened(**changed("passages", 3, selector={"exact": "word " * 100}))
    line = text(case, "t-heard")
    assert line.endswith("…” · not checked")
    assert len(line.split("“")[1].split("”")[0]) == EXCERPT_LIMIT


def test_a_passage_that_is_not_there_is_said_to_be_missing() -> None:
    assert text(CASE, "nowhere") == "nowhere (not in this file)"
    assert text(CASE, "press") == "P5 The Border Press"


@pytest.mark.parametrize(
    ("state", "words", "look"),
    [
        (PassageState.FOUND, "found", Look.MUTED),
        (PassageState.UNCHECKED, "not checked", Look.MUTED),
        (PassageState.NOT_FOUND, "not found", Look.WARNING),
        (
            PassageState.MOVED,
            "moved: the words stand elsewhere in the document",
            Look.WARNING,
        ),
        (
            PassageState.AMBIGUOUS,
            "ambiguous: the words stand in several places",
            Look.WARNING,
        ),
    ],
)
def test_a_fault_stands_out(state: PassageState, words: str, look: Look) -> None:
    case = checked(CASE, passages={"t-words": state})
    assert state_span(case, passage(case, "t-words")) == Span(words, None, look)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, True),
        ({"locator": {"label": "page", "value": "2"}}, False),
        ({"locator": None}, False),
        ({"source": "reprint"}, False),
        ({"source": "nowhere"}, False),
    ],
)
def test_a_counted_number_is_one_of_a_paragraph_that_nobody_printed(
    record: dict[str, object], *, expected: bool
) -> None:
    case = opened(**changed("passages", 0, **record))
    assert is_counted(case, passage(case, "t-group")) is expected


def test_a_basis_stands_under_its_heading_or_not_at_all() -> None:
    builder = PageBuilder()
    add_basis(builder, CASE, "Written in", ())
    assert builder.page().blocks == ()
    add_basis(builder, CASE, "Written in", ("t-heard", "t-reprint"))
    page = builder.page()
    assert headings(page) == ["Written in"]
    assert under(page, "Written in") == [text(CASE, "t-heard"), text(CASE, "t-reprint")]


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        (Checked.UNDER_WAY, "being checked"),
        (Checked.STOPPED, "not checked, as this was stopped"),
    ],
)
def test_a_check_that_is_not_done_is_told(checks: Checked, words: str) -> None:
    case = replace(CASE, checked=checks)
    assert state_span(case, passage(case, "t-words")).text == words


NEAR = (
    Piece(Change.SAME, "They "),
    Piece(Change.ONLY_THERE, "seldom "),
    Piece(Change.ONLY_QUOTED, "never "),
    Piece(Change.SAME, "asked"),
)


def finding_lines(*findings: PassageFinding) -> list[str]:
    builder = PageBuilder()
    add_finding(builder, replace(CASE, findings=findings), "t-words", level=1)
    page = builder.page()
    assert all(block.level == 1 for block in page.blocks)
    return [block.text for block in page.blocks]


def test_what_was_folded_and_what_comes_nearest_are_told() -> None:
    assert finding_lines() == []
    assert finding_lines(PassageFinding("t-heard", frozenset(), NEAR)) == []
    folded = frozenset({Folding.MARKS, Folding.SPACES})
    assert finding_lines(PassageFinding("t-words", folded)) == [
        ("found as they read; not compared: spaces and line breaks, the shape of quotation marks")
    ]
    assert finding_lines(PassageFinding("t-words", frozenset(), NEAR)) == [
        "What comes nearest in the document:",
        "They [in the document: seldom ][quoted here: never ]asked",
    ]
    assert nearest_words(NEAR).startswith("They [in the document")
