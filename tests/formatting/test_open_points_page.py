"""The pages of differences, gaps and problems."""

import pytest

from caseviewer.formatting.open_points_page import (
    difference_page,
    gap_page,
    problem_page,
)
from caseviewer.formatting.page import BlockKind, Look, Target
from caseviewer.model.problems import Place, Problem, Severity
from tests.formatting.making import blocks_under, changed, fields, head, headings, opened, under


def test_a_difference_sets_its_values_side_by_side() -> None:
    values = [
        {"value": "12", "asserted_by": "press", "passage": "t-group", "note": "by its count"},
        {"value": "ten", "asserted_by": "xandria"},
        {"value": "about ten"},
    ]
    case = opened(**changed("differences", values=values, resolution="Not resolved."))
    found = difference_page(case, case.case.differences[0])
    assert head(found) == ("Contradiction", "X1 · difference")
    assert found.blocks[2].text == "12 people by one account, ten by another."
    where = "T1 S1, paragraph 1 (counted): “The guards took 12 people back” · not checked"
    assert [(row.label, row.text) for row in blocks_under(found, "Values side by side")] == [
        ("Value", "12 | ten"),
        ("Who says so", "P5 The Border Press | P3 Xandria"),
        ("Source dated", "20 May 2019, updated 21 May 2019 | not given"),
        ("Where", f"{where} | not given"),
        ("Note", "by its count | –"),
        ("Value", "about ten"),
        ("Resolution", "Not resolved."),
    ]
    first, *_ = blocks_under(found, "Values side by side")
    assert [cell[0].look for cell in first.cells] == [Look.STRONG, Look.STRONG]
    assert fields(found) == {"Resolution": "Not resolved."}
    assert under(found, "Concerns") == ["P1 12 people (unnamed)"]


def test_of_very_many_values_some_are_counted() -> None:
    values = [{"value": str(at)} for at in range(203)]
    case = opened(**changed("differences", values=values))
    *rows, more = blocks_under(
        difference_page(case, case.case.differences[0]), "Values side by side"
    )
    assert len(rows) == 100
    assert more.text == "and 3 more values"


def test_what_mentions_a_difference_is_listed() -> None:
    case = opened(**changed("gaps", about=["how-many"]))
    found = difference_page(case, case.case.differences[0])
    assert headings(found) == ["Values side by side", "Concerns", "Gaps"]


def test_a_gap_says_what_is_missing_and_whom_to_ask() -> None:
    case = opened()
    found = gap_page(case, case.case.gaps[0])
    assert head(found) == ("Not said in this file", "G1 · gap")
    assert found.blocks[2].text == "The names of the twelve."
    assert fields(found) == {"Question for": "The Border Press"}
    assert under(found, "Concerns") == ["P1 12 people (unnamed)"]
    assert headings(found) == ["Concerns", "Seen in"]


def test_a_gap_about_nothing_in_particular() -> None:
    case = opened(**changed("gaps", about=None, ask=None, basis=None))
    found = gap_page(case, case.case.gaps[0])
    assert (fields(found), headings(found)) == ({}, [])


PROBLEM = Problem(
    Severity.WARN,
    "code",
    "The hash is not that of the file",
    found="ab",
    expected="cd",
    record="report",
    short="S1",
    field="hash",
    place=Place(3, 7),
    hint="Compare the two files.",
    line_text='  "sha256": "ab"',
)


def test_a_problem_says_what_where_and_what_to_do() -> None:
    found = problem_page(opened(), PROBLEM)
    assert head(found) == (
        "The hash is not that of the file",
        "shown, with a mark · problem of the bundle",
    )
    assert fields(found) == {
        "Record": "S1 A report on a crossing",
        "Field": "hash",
        "Found": "ab",
        "Expected": "cd",
        "Place in the file": "line 3, column 7",
        "What to do": "Compare the two files.",
    }
    assert Target("report") in found.links()
    quotes = [block.text for block in found.blocks if block.kind is BlockKind.QUOTE]
    assert quotes == ['  "sha256": "ab"']


@pytest.mark.parametrize(
    ("record", "short", "words"),
    [
        ("lost", "E7", "E7 lost (not shown)"),
        ("lost", "", "lost (not shown)"),
        ("", "E7", "E7 (not shown)"),
    ],
)
def test_a_record_that_was_set_aside_is_named_without_a_link(
    record: str, short: str, words: str
) -> None:
    problem = Problem(Severity.SET_ASIDE, "code", "It has no title", record=record, short=short)
    found = problem_page(opened(), problem)
    assert fields(found) == {"Record": words}
    assert list(found.links()) == []


def test_a_problem_of_the_whole_bundle_names_no_record() -> None:
    found = problem_page(opened(), Problem(Severity.WARN, "code", "An odd header"))
    assert fields(found) == {}
