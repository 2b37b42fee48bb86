from typing import Any

import pytest

from caseviewer.formatting.page import Look, PageBuilder, Span
from caseviewer.formatting.side_by_side import (
    Side,
    add_sides,
    compared_side,
    source_date_words,
    stated_side,
)  # fmt: skip
from caseviewer.model.open_points import StatedValue
from caseviewer.model.reviewed import Compared
from caseviewer.model.sources import Source
from tests.formatting.making import made, opened
from tests.review.looks import source


def rows(*sides: Side) -> list[tuple[str, str]]:
    builder = PageBuilder()
    add_sides(builder, sides)
    return [(block.label, block.text) for block in builder.page().blocks]


def side(word: str, **parts: str) -> Side:
    return Side((Span(word),), **{name: (Span(text),) for name, text in parts.items()})


def test_two_stand_beside_each_other_and_a_third_below() -> None:
    assert rows(side("a", who="A"), side("b"), side("c", note="n")) == [
        ("Value", "a | b"),
        ("Who says so", "A | not given"),
        ("Value", "c"),
        ("Note", "n"),
    ]
    assert rows() == []


def test_what_is_missing_is_quiet() -> None:
    builder = PageBuilder()
    add_sides(builder, [side("a", who="A"), side("b")])
    assert builder.page().blocks[1].cells[1] == (Span("not given", None, Look.MUTED),)


def test_a_value_without_anything_is_itself() -> None:
    assert stated_side(opened(), made(StatedValue, value="ten")) == Side((Span("ten"),))


def test_where_no_passage_is_given_the_record_is_where() -> None:
    shown = compared_side(opened(), Compared("Halvec", "crossing"))
    assert "".join(span.text for span in shown.where).startswith("E1 ")
    assert shown.note == shown.when == ()


def test_a_source_is_dated_by_its_record_else_by_its_data() -> None:
    dated = {"published": {"edtf": "2012-06-26"}}
    issued = {"csl": {"issued": {"date-parts": [[2012, 6, 1]]}}}
    for fields, words in ((dated, "26 June 2012"), (issued, "1 June 2012"), ({}, "")):
        assert source_date_words(made(Source, **source("s", **fields))) == words


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"published": {"edtf": "2012-06-26"}}, "26 June 2012"),
        (
            {"published": {"edtf": "2012-06-26"}, "last_updated": {"edtf": "2015-11-27"}},
            "26 June 2012, updated 27 November 2015",
        ),
        ({"last_updated": {"edtf": "2015-11-27"}}, "updated 27 November 2015"),
        ({}, ""),
    ],
)
def test_what_a_page_says_may_be_of_the_day_of_its_update(
    dates: dict[str, Any], words: str
) -> None:
    case = opened(sources=[source("report", **dates)])
    shown = compared_side(case, Compared("27 November 2015", "report"))
    assert "".join(span.text for span in shown.when) == words
