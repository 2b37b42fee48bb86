"""A search across cases says what it searched, and what it could not."""

from dataclasses import replace

from caseviewer.search.library.searched_words import not_searched_words, searched_words
from caseviewer.search.library.values import Reach
from tests.search.library.test_values import ROW


def test_the_words_for_cases_that_are_not_here() -> None:
    away, broken = replace(ROW, reach=Reach.AWAY), replace(ROW, reach=Reach.BROKEN)
    assert list(not_searched_words([ROW])) == []
    assert list(not_searched_words([away, broken])) == [
        "1 case is not reachable: what its file said last is searched.",
        "1 case cannot be opened, and is not searched.",
    ]
    assert list(not_searched_words([away, broken] * 2)) == [
        "2 cases are not reachable: what their files said last is searched.",
        "2 cases cannot be opened, and are not searched.",
    ]


def test_what_was_searched_in_vain() -> None:
    assert list(searched_words([ROW])) == ["Searched: 1 case."]
    broken = replace(ROW, reach=Reach.BROKEN)
    assert list(searched_words([])) == list(searched_words([broken])) == ["No case was searched."]
    read = replace(ROW, documents=(("searched", 1_200), ("not_here", 1)))
    assert list(searched_words([read, ROW, broken])) == [
        "Searched: 2 cases, 1,200 documents.",
        "Not searched: 1 document that is not here (of 1 case).",
    ]


def test_why_documents_were_not_searched() -> None:
    one = replace(
        ROW,
        documents=tuple(dict.fromkeys(("not_here", "not_read", "no_words", "changed"), 1).items()),
    )
    assert list(searched_words([one])) == [
        "Searched: 1 case.",
        (
            "Not searched: 1 document that is not here (of 1 case); 1 document that could not be"
            " read (of 1 case); 1 document that holds no words that can be read (of 1 case)."
        ),
        "Searched, but not the file that was read, as its hash differs: 1 document (of 1 case).",
    ]
    words = " ".join(searched_words([one, one, ROW]))
    assert "2 documents that are not here (of 2 cases); 2 documents that could" in words
    assert "2 documents that hold no words" in words
    assert "as their hashes differ: 2 documents (of 2 cases)." in words
