"""What is typed into a search field, understood."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseviewer.search.filters import Field
from caseviewer.search.query import LONGEST, MOST_FAULTS, MOST_FILTERS, MOST_TERMS, parse
from caseviewer.search.words import fold_words


@pytest.mark.parametrize(
    ("typed", "needles"),
    [
        ("kazak", [" kazak"]),
        ("KAZAK  stan", [" kazak", " stan"]),
        ("444/2010", [" 444 2010"]),
        ("CRS Issue 647, available", [" crs", " issue", " 647", " available"]),
        ('"right of appeal"', [" right of appeal "]),
        ("“right of appeal”", [" right of appeal "]),
        ("„right of appeal“", [" right of appeal "]),
        ("«right of appeal»", [" right of appeal "]),
        ("»right of appeal«", [" right of appeal "]),
        ('"right of app', [" right of app"]),
        ('"right"of', [" right ", " of"]),
        ('צה"ל', [" צה ל"]),
        ("it's 5\" long", [" it s", " 5", " long"]),
        ("中国", [" 中 国"]),
        ("http://example.org", [" http example org"]),
        ("at 12:04", [" at", " 12 04"]),
        ("Kazakstan – Uzbekistan - x", [" kazakstan", " uzbekistan", " x"]),
        ("a\x00b\u202e", [" a b"]),
        ("", []),
        (" - ", []),
    ],
)
def test_words_and_phrases(typed: str, needles: list[str]) -> None:
    query = parse(typed)
    assert [term.needle for term in query.terms] == needles
    assert not any(term.without for term in query.terms)
    assert query.filters == ()


def test_only_phrases_in_quotation_marks_are_exact() -> None:
    words, phrase, typing = parse('kazak "of appeal" "and he').terms
    assert (words.exact, words.whole) == (False, False)
    assert (phrase.exact, phrase.whole) == (True, True)
    assert (typing.exact, typing.whole) == (True, False)


def test_a_dash_before_a_word_leaves_it_out() -> None:
    query = parse('kazak -uzbek -"right of" -5 -- -')
    assert [(term.needle, term.without) for term in query.terms] == [
        (" kazak", False),
        (" uzbek", True),
        (" right of ", True),
        (" 5", True),
    ]
    assert [term.needle for term in query.wanted] == [" kazak"]


def test_conditions_stand_among_the_words() -> None:
    query = parse('party:"one mother" appeal -KIND:passage source:S1')
    assert [term.needle for term in query.terms] == [" appeal"]
    assert [(one.field, one.typed, one.without) for one in query.filters] == [
        (Field.PARTY, "one mother", False),
        (Field.KIND, "passage", True),
        (Field.SOURCE, "S1", False),
    ]
    assert not query.is_empty


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("before:next", ("before:next is neither a year nor a date; write before:2011 or "
                        "before:2011-06-09")),
        ("party:", 'party: lacks a name; write party:kazakhstan, party:"one mother" or party:P2'),
        ("party: kazak", ("party: lacks a name; write party:kazakhstan, "
                         'party:"one mother" or party:P2')),
        ("?!", "There is no letter and no digit to look for."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_a_sentence(typed: str, fault: str) -> None:
    assert parse(typed).faults == (fault,)


def test_nothing_typed_is_no_fault() -> None:
    assert parse("  ").is_empty
    assert parse("  ").faults == ()


def test_a_long_query_is_cut_with_a_sentence() -> None:
    query = parse("word" * 25_000)
    assert len(query.terms[0].words[0]) == LONGEST
    assert query.faults == ("This is long: only its first 2,000 characters are looked for.",)


def test_many_words_and_conditions_are_cut_with_a_sentence() -> None:
    query = parse("a " * 100)
    assert len(query.terms) == MOST_TERMS
    assert query.faults == ("These are many words: only the first 64 are looked for.",)
    query = parse("party:a " * 100)
    assert len(query.filters) == MOST_FILTERS
    assert query.faults == ("These are many conditions: only the first 16 are looked at.",)


def test_few_faults_are_told_each_once() -> None:
    assert len(parse("kind: " * 100).faults) == 1
    assert len(parse(" ".join(f"before:n{chr(97 + at)}" for at in range(20))).faults) == MOST_FAULTS


@given(st.text())
@example('-"')
@example("party:")
@example("-party:\u2028")
@example('party:"')
def test_whatever_is_typed_is_a_query(typed: str) -> None:
    query = parse(typed)
    assert query.typed == typed
    for term in query.terms:
        assert term.words
        assert all(fold_words(word) == word for word in term.words)


@given(st.text().filter(lambda text: '"' not in text))
def test_a_text_in_quotation_marks_is_its_words(text: str) -> None:
    found = [" ".join(term.words) for term in parse(f'"{text}"').terms]
    assert found == list(filter(None, [fold_words(text)]))
