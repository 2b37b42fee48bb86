from dataclasses import replace

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Near
from caseviewer.search.library.case_hit_words import (
    beneath_words,
    count_words,
    further_row,
    head_words,
    hit_row,
    more_row,
    more_words,
    nothing_words,
    place_words,
    told_words,
)
from caseviewer.search.library.values import Answer, CaseHits, RecordName
from tests.search.library.rows import BROKEN, HERE, NAMES, OTHER, hit

FOUND = (CaseHits(HERE, (hit(),), 3), CaseHits(OTHER, (hit(),), 1))
WHY = "matched Kazakstan: spelling of Kazakhstan"


def test_hits_stand_beneath_the_title_of_their_case() -> None:
    assert head_words(HERE, 3) == "Extradition of asylum-seekers: 3 hits"
    assert head_words(BROKEN, 1) == "torn: 1 hit"
    assert more_words(1_200) == "Show 1,200 more in this case"


def test_a_hit_says_where_it_stands_and_why_it_was_found() -> None:
    assert place_words(hit(), NAMES["e-1"]) == "Chronology · E3 · description"
    assert place_words(hit(where=""), None) == "Chronology"
    assert beneath_words(hit()) == f"{WHY}; 1 more place in it"
    assert beneath_words(hit(more=0)) == WHY
    assert beneath_words(hit(more=2, reasons=())) == "2 more places in it"
    assert beneath_words(hit(more=0, reasons=())) == ""


def test_a_hit_in_which_stands_what_was_typed_needs_no_reason() -> None:
    (reason,) = hit().reasons
    plain = replace(reason, because=type(reason.because).WORDS)
    assert beneath_words(hit(more=0, reasons=(plain,))) == ""


def test_a_hit_is_told_to_a_screen_reader_as_a_sentence() -> None:
    line = hit_row(HERE, hit(more=0), NAMES["e-1"])
    assert line.sentence == (
        f"E3, Asylum-seekers held, description: …detained in Kazakstan in 2010…. {WHY}"
    )
    assert line.found == "Kazakstan"
    assert line.place == "E3, description"
    assert further_row().sentence == "Show hits in more cases"
    assert more_row(2).sentence == "Show 2 more in this case"


def test_what_is_found_in_a_title_is_marked_there_and_told_once() -> None:
    found = hit("Held in Kazakstan", reasons=(), more=0, where="title")
    line = hit_row(HERE, found, RecordName("E3", "Held in Kazakstan"))
    assert (line.title, line.words) == (found.snippet, None)
    in_document = replace(found, tab=Tab.DOCUMENTS, kind=None)
    line = hit_row(HERE, in_document, RecordName("S1", "Held in Kazakstan"))
    assert line.words == found.snippet
    assert line.in_document
    assert line.place == "S1 title"


def test_what_a_file_says_of_itself_is_called_by_the_case() -> None:
    line = hit_row(HERE, hit(record="", kind=None, tab=Tab.OVERVIEW), None)
    assert (line.number, line.title.text) == ("", "Extradition of asylum-seekers")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            Answer("k", FOUND, records=1_234, in_cases=12, more=True),
            "1,234 records and documents in 12 cases",
        ),
        (Answer("k", FOUND[1:], records=1, in_cases=1), "1 hit in 1 case"),
        (Answer("k", FOUND[:1], records=1, in_cases=1), "3 hits in 1 case"),
        (Answer("k", FOUND, more=True), "4 hits or more"),
        (Answer("k", FOUND), "4 hits in 2 cases"),
        (Answer("k", FOUND, in_cases=9, more=True), "4 hits in the first 2 of 9 cases"),
        (Answer("k", FOUND[:1], in_cases=9, more=True), "3 hits in the first of 9 cases"),
        (Answer("k", FOUND, in_cases=9), "4 hits in 2 cases"),
    ],
)
def test_it_is_told_how_much_was_found(answer: Answer, words: str) -> None:
    assert count_words(answer) == words


def test_words_that_were_searched_instead_are_told() -> None:
    answer = Answer(
        "k", FOUND, near=(Near("wan", ("one", "two")),), faults=("A fault.",), told=("All of it.",)
    )
    assert told_words(answer) == (
        "A fault. No word begins with “wan”; searched instead: “one”, “two”. All of it."
    )
    assert told_words(Answer("k", FOUND)) == ""


def test_where_nothing_was_found_it_is_told_what_was_searched() -> None:
    answer = Answer(" k ", faults=("A fault.",), told=("412 cases were searched.",))
    assert nothing_words(answer, "") == (
        "Nothing in the library matches “k”.",
        "A fault.",
        "412 cases were searched.",
    )
    (words,) = nothing_words(Answer("k"), "State: Kazakhstan")
    assert (
        words == "Nothing in the library matches “k” among the cases chosen by State: Kazakhstan."
    )
