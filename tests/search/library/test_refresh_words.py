"""A refresh says what happened, what it means, and what to do."""

from pathlib import Path

import pytest

from caseviewer.search.library.comparing import EMPTY, Away
from caseviewer.search.library.refresh_words import (
    away_words,
    busy_words,
    cut_words,
    failed_words,
    full_words,
    held_words,
    off_words,
)


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (Away("/a", "was not found", 0), "“/a” was not found."),
        (
            Away("/a", "was not found", 1),
            "“/a” was not found. Its case stays in the library, marked as not reachable.",
        ),
        (
            Away("/a", EMPTY, 1_200),
            (
                "“/a” holds nothing now: is its disk connected? Its 1,200 cases stay in the"
                " library, marked as not reachable."
            ),
        ),
    ],
)
def test_a_folder_that_is_away(away: Away, words: str) -> None:
    assert away_words(away) == words


def test_names_that_could_steer_a_terminal_are_shown() -> None:
    assert "\x1b" not in away_words(Away("/a\x1b[2J", "was not found", 0))


def test_other_sentences() -> None:
    assert "switched off" in off_words()
    assert "refresh again" in busy_words()
    assert "Add the folders that matter" in cut_words("/a")
    assert failed_words(Path("/c"), OSError(28, "No space left on device")) == (
        "The index could not be written in /c: No space left on device."
    )
    assert "Make room and try again, or erase" in full_words(Path("/c"))
    assert held_words().startswith("The cases of the folder are taken out")
    assert "OSError" in failed_words(Path("/c"), OSError())
