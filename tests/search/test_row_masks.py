"""Masks of rows: what several questions have in common is known at once."""

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from caseviewer.search.row_masks import RowMasks
from caseviewer.search.slices import at_once

TEXTS = (" alpha beta ", " beta gamma ", " gamma delta ", " alphabet ", "  ")


def holding(masks: RowMasks, needle: str, among: int | None = None) -> list[int]:
    mask = at_once(masks.holding(needle, masks.all if among is None else among))
    return masks.rows(mask)


def test_rows_that_hold_a_needle() -> None:
    masks = RowMasks(TEXTS)
    assert holding(masks, " alpha") == [0, 3]
    assert holding(masks, " alpha ") == [0]
    assert holding(masks, " zeta") == []
    assert masks.rows(masks.all) == [0, 1, 2, 3, 4]
    assert holding(RowMasks(()), " alpha") == []


def test_masks_combine() -> None:
    masks = RowMasks(TEXTS)
    beta, gamma = (at_once(masks.holding(one, masks.all)) for one in (" beta", " gamma"))
    assert masks.rows(beta & gamma) == [1]
    assert masks.rows(beta | gamma) == [0, 1, 2]
    assert masks.rows(masks.all & ~beta) == [2, 3, 4]
    assert masks.of_rows([0, 1]) == beta


def test_only_some_rows_are_looked_at_where_that_is_asked() -> None:
    masks = RowMasks(TEXTS)
    some = masks.of_rows([1, 3])
    assert holding(masks, " beta", some) == [1]
    assert holding(masks, " beta") == [0, 1]  # what was found among some is not taken for all
    assert holding(masks, " beta", some) == [1]


class Told(str):
    """A text that tells when something is looked for in it."""

    __slots__ = ("asked",)
    asked: list[str]

    @override
    def __contains__(self, word: object) -> bool:
        self.asked.append(str(self))
        return str(word) in str(self)


def told(asked: list[str]) -> list[str]:
    """The texts, each of which notes in a list that it was asked."""
    made = [Told(text) for text in TEXTS]
    for text in made:
        text.asked = asked
    return list(made)


def test_of_rows_that_cannot_be_found_none_is_looked_at() -> None:
    asked: list[str] = []
    masks = RowMasks(told(asked))
    assert holding(masks, " beta", masks.of_rows([1, 3])) == [1]
    assert asked == [TEXTS[1], TEXTS[3]]


def test_a_longer_word_is_looked_for_where_the_shorter_one_is() -> None:
    looked_at: list[str] = []
    masks = RowMasks(told(looked_at))
    holding(masks, " al")
    assert looked_at == list(TEXTS)
    looked_at.clear()
    holding(masks, " alphab")
    assert looked_at == [TEXTS[0], TEXTS[3]]
    looked_at.clear()
    holding(masks, " al")
    assert looked_at == []


def test_questions_of_other_kinds_are_kept_under_their_names() -> None:
    asked: list[int] = []

    def is_even(row: int) -> bool:
        asked.append(row)
        return row % 2 == 0

    masks = RowMasks(TEXTS)
    for _ in range(2):
        assert masks.rows(at_once(masks.where("even", is_even))) == [0, 2, 4]
    assert asked == [0, 1, 2, 3, 4]


def test_few_masks_are_kept() -> None:
    masks = RowMasks(TEXTS)
    for at in range(200):
        holding(masks, f" x{at}")
    assert len(masks._known) <= 64
    assert holding(masks, " alpha") == [0, 3]


def test_many_rows_are_looked_at_in_slices() -> None:
    masks = RowMasks([" word "] * 10_000)
    assert sum(1 for _ in masks.holding(" word", masks.all)) == 3
    assert sum(1 for _ in masks.where("all", lambda _: True)) == 3


words = st.text("abc", min_size=1, max_size=3).map(" {}".format)


@given(st.lists(st.text("abc ", max_size=8)), st.lists(words))
def test_what_was_asked_before_changes_no_answer(texts: list[str], asked: list[str]) -> None:
    masks = RowMasks(texts)
    for needle in asked:
        assert holding(masks, needle) == [at for at, text in enumerate(texts) if needle in text]
