from dataclasses import replace

import pytest

from caseviewer.formatting.clip import plain_page
from caseviewer.search.library.state_words import (
    PROBLEMS,
    cases_words,
    erase_question,
    forgotten_words,
    left_words,
    off_page,
    progress_words,
    refreshed_words,
    shortened,
    state_page,
    welcome_page,
)
from caseviewer.search.library.values import Ending, Progress, Refreshed, State, Step

STATE = State(
    on=True,
    folders=("/a", "/b", "/c"),
    cases=412,
    broken=2,
    away=1_200,
    indexed_at="2026-11-24T14:02:00",
    bytes=1,
)


def test_it_is_told_what_the_index_holds_and_since_when() -> None:
    page = state_page(STATE)
    assert plain_page(page).strip() == (
        "412 cases in 3 folders · indexed 24 November 2026, 14:02 · 2 could not be read · 1,200 in"
        " a folder that is not there"
    )
    assert list(page.links()) == [PROBLEMS, PROBLEMS]


def test_of_an_index_without_faults_nothing_more_is_told() -> None:
    page = state_page(replace(STATE, folders=("/a",), cases=1, broken=0, away=0, indexed_at=""))
    assert plain_page(page).strip() == "1 case in 1 folder · not yet indexed"
    assert list(page.links()) == []


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 cases"), (1, "1 case"), (9_800, "9,800 cases")]
)
def test_cases_are_counted(count: int, words: str) -> None:
    assert cases_words(count) == words


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(Step.LOOKING), "Looking for cases in the folders…"),
        (Progress(Step.TIDYING), "Putting the index in order…"),
        (Progress(Step.READING, 240, 9_800), "Reading 9,800 new or changed cases: 240 done"),
        (
            Progress(Step.READING, 240, 9_800, 130.0),
            "Reading 9,800 new or changed cases: 240 done, about 2 minutes left",
        ),
    ],
)
def test_it_is_told_how_far_an_indexing_is(progress: Progress, words: str) -> None:
    assert progress_words(progress) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "less than a minute left"),
        (59.0, "less than a minute left"),
        (60.0, "about 1 minute left"),
        (600.0, "about 10 minutes left"),
    ],
)
def test_it_is_told_how_long_it_still_takes(seconds: float, words: str) -> None:
    assert left_words(seconds) == words


@pytest.mark.parametrize(
    ("refreshed", "words"),
    [
        (Refreshed(Ending.DONE, unchanged=9), ""),
        (Refreshed(Ending.DONE, added=3), "3 cases added."),
        (
            Refreshed(Ending.DONE, added=1, changed=2, removed=1),
            "1 case added; 2 cases changed and read again; 1 case no longer there and taken out.",
        ),
        (
            Refreshed(Ending.STOPPED),
            "Indexing was stopped; what was done is kept, and F5 goes on.",
        ),
        (
            Refreshed(Ending.STOPPED, added=2),
            "Indexing was stopped; what was done is kept, and F5 goes on. 2 cases added.",
        ),
    ],
)
def test_it_is_told_what_an_indexing_did(refreshed: Refreshed, words: str) -> None:
    assert refreshed_words(refreshed) == words


def test_whoever_opens_the_library_for_the_first_time_is_told_what_is_kept_and_where() -> None:
    words = plain_page(welcome_page("/cache/caseviewer/library.sqlite"))
    for told in (
        "/cache/caseviewer/library.sqlite",
        "which only you can read",
        "nothing leaves this computer",
        "Erase the index",
        "Nothing is indexed before you add a folder",
    ):
        assert told in " ".join(words.split())


def test_a_reader_is_told_how_to_use_the_library_again() -> None:
    words = " ".join(plain_page(off_page()).split())
    assert "Nothing is indexed" in words
    assert "Ctrl+U" in words


def test_what_is_erased_is_told_before_and_what_was_forgotten_after() -> None:
    assert "412 cases" in erase_question(STATE)
    assert forgotten_words("/somewhere/old cases").startswith("“old cases” is forgotten")
    assert forgotten_words("/").startswith("“/” is forgotten")


def test_of_many_sentences_the_first_are_told() -> None:
    assert shortened(("one.", "two.", "three.")) == ("one.", "two.", "three.")
    assert shortened(("one.", "two.", "three.", "four.", "five.")) == (
        "one.", "two.", "three.", "2 more to know: see the column Problems.",
    )  # fmt: skip
