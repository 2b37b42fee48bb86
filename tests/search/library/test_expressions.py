"""Queries in the language of FTS5 say what was asked, and nothing that was typed can say more."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.hits import Because, Reason
from caseviewer.search.library.conditions import Condition
from caseviewer.search.library.expressions import for_cases, for_records
from caseviewer.search.query import Query, parse
from caseviewer.search.wanted import Alternative, Group, Wanted


def wanted(query: Query) -> Wanted:
    """What was typed, word by word, without other forms."""
    return Wanted(
        tuple(
            Group(
                term.typed,
                (Alternative((term.needle,), Reason(Because.WORDS, "", "")),),
                None,
                term.without,
            )
            for term in query.terms
        ),
        query.filters,
    )


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, tags, tokenize='ascii')")
        connection.executemany("INSERT INTO words (rowid, text, tags) VALUES (?, ?, ?)", ROWS)
        yield connection


ROWS = (
    (1, "the judge told us ¶ no right of appeal", "¶kquotations ¶y2012"),
    (2, "right of appeal court", "¶kchronology ¶kappeal"),
    (3, "appeal ¶ right", "¶kdocument"),
    (4, "judges казахстан 444 2010", "¶kparties"),
)


def found(index: sqlite3.Connection, typed: str) -> list[int]:
    query = parse(typed)
    conditions = [
        Condition(one, frozenset(f"¶k{choice.value}" for choice in one.choices))
        for one in query.filters
    ]
    expression = for_records(wanted(query), conditions)
    return [
        row
        for (row,) in index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,))
    ]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("judge", [1, 4]),
        ('"judge"', [1]),
        ("app", [1, 2, 3]),
        ("appeal right", [1, 2, 3]),
        ('"right of appeal"', [1, 2]),
        ('"appeal right"', []),
        ("right -court", [1, 3]),
        ("appeal -right", [3]),
        ("444/2010", [4]),
        ("444/20", [4]),
        ("казах", [4]),
        ("kind:event", [2]),
        ("appeal kind:event", [2]),
        ("appeal -kind:event", [1, 3]),
        ("appeal kind:event kind:quotation", [1, 2]),
        ("-judge", [2, 3]),
        ("-kind:event -kind:party", [1, 3]),
    ],
)
def test_what_is_found(index: sqlite3.Connection, typed: str, rows: list[int]) -> None:
    """A document is not left out for words that it must not hold: it is looked through later."""
    assert found(index, typed) == rows


def test_dates_that_must_not_be_met_are_looked_at_later(index: sqlite3.Connection) -> None:
    query = parse("right -before:2012")
    expression = for_records(wanted(query), [Condition(query.filters[0], frozenset({"¶y2012"}))])
    assert "¶y" not in expression


def test_what_nothing_can_meet_is_asked_of_nobody() -> None:
    query = parse("right party:nobody")
    assert for_records(wanted(query), [Condition(query.filters[0], frozenset())]) == ""


def test_what_nothing_meets_is_met_by_all_without_it(index: sqlite3.Connection) -> None:
    query = parse("right -party:nobody")
    expression = for_records(wanted(query), [Condition(query.filters[0], frozenset())])
    assert index.execute(
        "SELECT count(*) FROM words WHERE words MATCH ?", (expression,)
    ).fetchone() == (3,)


def test_any_of_several_forms_will_do(index: sqlite3.Connection) -> None:
    reason = Reason(Because.VARIANT, "", "")
    forms = (Alternative((" court ",), reason), Alternative((" judge", " right of "), reason))
    asked = Wanted((Group("x", forms),))
    expression = for_records(asked, [])
    rows = index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,)).fetchall()
    assert rows == [(1,), (2,)]
    assert for_cases(asked) == '(("court") OR ("judge" * AND "right of"))'


def test_many_names_are_not_too_many(index: sqlite3.Connection) -> None:
    query = parse("party:x")
    numbers = count()
    tags = frozenset(f"¶p{next(numbers):012x}" for _ in range(2_000))
    expression = for_records(Wanted(), [Condition(query.filters[0], tags)])
    assert index.execute(
        "SELECT count(*) FROM words WHERE words MATCH ?", (expression,)
    ).fetchone() == (0,)


@given(st.text())
def test_whatever_is_typed_is_a_question(index: sqlite3.Connection, typed: str) -> None:
    query = parse(typed)
    if query.terms:
        expression = for_records(wanted(query), [])
        index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (expression,)).fetchone()
        ranked = for_cases(wanted(query))
        if ranked:
            index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (ranked,)).fetchone()
