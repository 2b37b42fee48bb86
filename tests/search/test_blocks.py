"""Long texts in blocks, and the way back from folded words to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.blocks import Blocks, blocks_of, marks_in
from caseviewer.search.words import fold_words

LONG = " ".join(f"word{at} ünd{at % 7}" for at in range(3_000))
SIGNS = "aB éß-\u00a0\n\u00ad\u0301ж中."


def marked(text: str, *needles: str) -> list[str]:
    return [text[start:end] for start, end in marks_in(text, needles)]


@pytest.mark.parametrize(
    ("text", "needles", "found"),
    [
        ("Kazakstan and Kazakhstan", [" kaz"], ["Kazakstan", "Kazakhstan"]),
        ("CRS Issue 647,\u00a0available", [" issue 647 available "], ["Issue 647,\u00a0available"]),
        ("no right of appeal", [" right of ", " of appeal "], ["right of appeal"]),
        ("a a a", [" a a "], ["a a"]),
        ("a a a", [" a "], ["a", "a", "a"]),
        ("中国人", [" 中 国"], ["中国"]),
        ("½", [" 1 2 "], ["½"]),
        ("nothing", [" else"], []),
        ("", [" x"], []),
    ],
)
def test_marks_hold_whole_words(text: str, needles: list[str], found: list[str]) -> None:
    assert marked(text, *needles) == found


def test_a_needle_at_several_places_and_several_at_one() -> None:
    assert marks_in("ab abc ab", (" ab", " abc ")) == [(0, 2), (3, 6), (7, 9)]


def test_blocks_that_hold_words_are_found_each_once() -> None:
    made = Blocks("one two\n\n…\n\ntwo two\n\nthree two one")
    for start, end in ((0, 7), (9, 10), (12, 19), (21, 34)):
        made.add(start, end)
    made.close()
    assert len(made) == 3  # a block without words is none
    assert made.folded == " one two two two three two one "
    assert list(made.with_words(" two")) == [0, 1, 2]
    assert list(made.with_words(" three ")) == [2]
    assert list(made.with_words(" two three ")) == [1]  # across a border
    assert list(made.with_words(" four")) == []
    assert [made.text[a:b] for a, b in made.marks(1, (" two three ",))] == ["two\n\nthree"]
    assert made.marks(2, (" two three ",)) == []


def test_a_text_without_words_has_no_block() -> None:
    assert len(blocks_of("")) == len(blocks_of("… –")) == 0
    assert blocks_of("").folded == " "


def test_a_long_text_is_parted_and_folds_as_a_whole() -> None:
    made = blocks_of(LONG)
    assert len(made) > 5
    assert made.folded == f" {fold_words(LONG)} "


@pytest.mark.parametrize("sign", ["x", "é", "中", "\u0301", "1"])
def test_a_word_without_an_end_is_parted_and_stays_one(sign: str) -> None:
    text = sign * 20_000 + " end"
    made = blocks_of(text)
    assert made.folded == f" {fold_words(text)} "
    assert list(made.with_words(" end"))


def test_a_phrase_over_several_blocks_is_marked_whole() -> None:
    text = f"Before {'x' * 20_000} and {'y' * 20_000} behind"
    made = blocks_of(text)
    phrase = f" {'x' * 20_000} and {'y' * 20_000} "
    (mark,) = made.marks(next(made.with_words(phrase)), (phrase,))
    assert text[slice(*mark)] == phrase.strip()


def test_signs_without_spaces_between_words_are_words_of_their_own() -> None:
    text = ("x" * 2_999 + ",") * 5
    assert blocks_of(text).folded == f" {fold_words(text)} "


@given(st.text(SIGNS, max_size=30), st.integers(1, 4_000), st.data())
def test_any_long_text_folds_as_a_whole(piece: str, times: int, data: st.DataObject) -> None:
    text = piece * times
    made = blocks_of(text)
    assert made.folded == (f" {fold_words(text)} " if fold_words(text) else " ")
    words = fold_words(text).split()
    if words:
        at = data.draw(st.integers(0, len(words) - 1))
        phrase = f" {' '.join(words[at : at + 3])} "
        block = next(made.with_words(phrase))
        marks = made.marks(block, (phrase,))
        assert marks
        for start, end in marks:
            assert phrase in f" {fold_words(text[start:end])} "


def test_a_break_within_a_word_does_not_part_it() -> None:
    text = "a" * 3_500 + "\u00ad\n  " + "b" * 3_500
    assert blocks_of(text).folded == f" {fold_words(text)} "
