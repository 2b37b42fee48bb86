"""Sentences for why something was found, and how much."""

from dataclasses import replace

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.search.hit_words import count_words, reason_words, remarks
from caseviewer.search.hits import Because, Found, Near, Place, Reason, Searched
from caseviewer.search.query import parse

SPELLING = "the publisher's spelling, throughout the report"
PLACES = tuple(Place(Tab.PARTIES, f"p{at}", at) for at in range(1_200))
NOTHING = Found(parse("x"), (), dict.fromkeys(Tab, 0), Searched({}))


def variant(
    matched: str, typed: str, note: str = "", language: str = "", *, turned: bool = False
) -> Reason:
    return Reason(Because.VARIANT, typed, matched, note, language, turned)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason(Because.WORDS, "kazak", "Kazak"), ""),
        (Reason(Because.NUMBER, "e7", "E7"), "is E7"),
        (
            variant("Kazakstan", "Kazakhstan", SPELLING),
            "matched Kazakstan: the publisher's spelling of Kazakhstan",
        ),
        (
            variant("Kazakhstan", "Kazakstan", SPELLING, turned=True),
            "matched Kazakhstan: Kazakstan is the publisher's spelling of it",
        ),
        (
            variant("Қазақстан", "Kazakhstan", language="kk"),
            "matched Қазақстан: Kazakhstan in Kazakh",
        ),
        (
            variant("Kazakhstan", "Қазақстан", language="kk", turned=True),
            "matched Kazakhstan: which is Қазақстан in Kazakh",
        ),
        (
            variant("Халвек", "Mirela Halvek", "in the statement", "ru"),
            "matched Халвек: Mirela Halvek in the statement",
        ),
        (
            variant("Committee", "CPC", "in the symbols of its documents", turned=True),
            "matched Committee: which is CPC in the symbols of its documents",
        ),
        (variant("RK", "Kazakhstan"), "matched RK: another form of Kazakhstan"),
        (variant("Kazakhstan", "RK", turned=True), "matched Kazakhstan: another form of RK"),
        (
            Reason(Because.TRANSLITERATION, "zhovtis", "Жовтис"),
            "matched Жовтис: a transliteration of zhovtis",
        ),
        (
            Reason(Because.NEAR, "kazakstn", "Kazakstan"),
            "matched Kazakstan: spelt almost like kazakstn",
        ),
        (
            Reason(Because.DATE, "before:2011", "2010 to 2012"),
            "dated 2010 to 2012, so perhaps before:2011",
        ),
        (variant("{x}", "{y}", "{z}"), "matched {x}: {z} of {y}"),
    ],
)
def test_why_something_was_found(reason: Reason, words: str) -> None:
    assert reason_words(reason) == words


def test_how_much_was_found() -> None:
    counts = {Tab.OVERVIEW: 0, Tab.PARTIES: 1_200}
    assert count_words(NOTHING) == "nothing found"
    one = replace(NOTHING, places=PLACES[:1], counts={Tab.PARTIES: 1})
    assert count_words(one) == "1 place: Parties 1"
    many = replace(NOTHING, places=PLACES, counts=counts)
    assert count_words(many) == "1,200 places: Parties 1,200"


def test_what_is_to_be_known_of_an_answer() -> None:
    near = (Near("kazakstn", ("kazakstan", "kazakhstan")),)
    assert remarks(NOTHING) == ()
    assert remarks(replace(NOTHING, faults=("A fault.",), near=near, undated=1)) == (
        "A fault.",
        (
            "No word begins with “kazakstn”. Shown is what is spelt almost like it: kazakstan,"
            " kazakhstan."
        ),
        "1 record or document that would fit has no date that can be compared.",
    )
    assert remarks(replace(NOTHING, undated=1_500)) == (
        "1,500 records and documents that would fit have no date that can be compared.",
    )
