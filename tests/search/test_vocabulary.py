"""The words that occur in some texts."""

import pytest

from caseviewer.search.slices import at_once
from caseviewer.search.vocabulary import Vocabulary

KNOWN = Vocabulary(["kazakstan", "kazakhstan", "state", "\n", "state", "2010", "жовтис", ""])


def test_words_stand_once_and_in_order() -> None:
    assert KNOWN.words == ("2010", "kazakhstan", "kazakstan", "state", "жовтис")


@pytest.mark.parametrize(
    ("needle", "held"),
    [
        (" kaz", True),
        (" kazakstan ", True),
        (" kazak ", False),
        (" state kaz", True),
        (" stat kaz", False),
        (" kazakstan state ", True),
        (" zzz", False),
        (" жовтисс", False),
    ],
)
def test_what_cannot_be_there_is_known_without_looking(needle: str, *, held: bool) -> None:
    assert KNOWN.may_hold(needle) is held


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("kazakstn", {"kazakstan": 1, "kazakhstan": 2}),
        ("kazaksatn", {"kazakstan": 1, "kazakhstan": 2}),
        ("stxte", {"state": 1}),
        ("sxxte", {}),
        ("sta", {}),
        ("2011", {}),
        ("x" * 65, {}),
    ],
)
def test_words_that_differ_by_a_letter_or_two_are_near(word: str, near: dict[str, int]) -> None:
    assert KNOWN.near(word) == near


def test_more_words_can_come() -> None:
    more = KNOWN.with_more(["note", "state"])
    assert more.has_beginning("not")
    assert more.has_beginning("kazakh")
    assert not KNOWN.has_beginning("not")


def test_words_are_known_by_their_sounds() -> None:
    assert at_once(KNOWN.transliterations.like("zhovtis")) == ("жовтис",)
    assert at_once(Vocabulary(["ж" * 65]).transliterations.like("zzzz")) == ()
