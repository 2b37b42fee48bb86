from dataclasses import replace
from functools import reduce
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.notes.codec import NUMBER_LIMIT
from caseviewer.notes.merging import (
    Change,
    Drop,
    Put,
    applied,
    differences,
    gathered,
    merged,
)
from caseviewer.notes.values import Annotation, Notes
from tests.notes.making import any_notes, at, note, notes, star, versions

EITHER = any_notes() | versions()


def texts(found: Notes) -> list[str]:
    return sorted(one.text for one in found.own.values())


# Two files ------------------------------------------------------------------------------------


@given(EITHER, EITHER)
def test_it_does_not_matter_which_comes_first(one: Notes, other: Notes) -> None:
    assert merged(one, other) == merged(other, one)


@given(EITHER, EITHER)
def test_nothing_is_lost(one: Notes, other: Notes) -> None:
    found = merged(one, other)
    for side in (one, other):
        assert set(side.others) <= set(found.others)
        for name, annotation in side.own.items():
            there = found.own[name]
            newer = there.modified > annotation.modified
            same_words = annotation.text in {item.text for item in found.own.values()}
            assert there == annotation or newer or same_words


@given(EITHER, EITHER)
def test_nothing_is_invented(one: Notes, other: Notes) -> None:
    known = {replace(item, id="") for side in (one, other) for item in side.own.values()}
    found = merged(one, other)
    assert {replace(item, id="") for item in found.own.values()} <= known
    assert set(found.others) == {*one.others, *other.others}
    assert all(name == item.id for name, item in found.own.items())


@given(EITHER, EITHER)
def test_once_is_enough(one: Notes, other: Notes) -> None:
    found = merged(one, other)
    assert merged(found, other) == merged(one, found) == merged(found, found) == found


@given(EITHER, EITHER, EITHER)
def test_it_does_not_matter_which_two_are_merged_first(a: Notes, b: Notes, c: Notes) -> None:
    left, right = merged(merged(a, b), c), merged(a, merged(b, c))
    newest = {
        name: max(side.own[name].modified for side in (a, b, c) if name in side.own)
        for side in (a, b, c)
        for name in side.own
    }
    for found in (left, right):
        assert all(found.own[name].modified == moment for name, moment in newest.items())


def test_what_was_changed_last_counts() -> None:
    older, newer = notes(note("Old.")), notes(note("New.", minutes=5))
    assert texts(merged(older, newer)) == texts(merged(newer, older)) == ["New."]


def test_two_texts_of_one_moment_both_stay() -> None:
    one, other = notes(note("One.")), notes(note("Other."))
    found = merged(one, other)
    assert texts(found) == ["One.", "Other."]
    assert note().id in found.own


# Changes of a window ---------------------------------------------------------------------------


def test_what_a_window_made_changed_and_took_away_is_applied() -> None:
    kept = notes(note("A.", number=1), note("B.", number=2))
    changes = (
        Put(note("C.", number=3)),
        Put(note("A2.", number=1, minutes=1), at(0)),
        Drop(note(number=2).id, at(0)),
    )
    found, moved = applied(kept, changes)
    assert (texts(found), moved) == (["A2.", "C."], {})


def test_what_others_wrote_meanwhile_stays() -> None:
    theirs = notes(note("Theirs.", number=9), others=("{}",))
    found, _ = applied(theirs, (Put(note("Ours.")),))
    assert texts(found) == ["Ours.", "Theirs."]
    assert found.others == ("{}",)


def test_a_note_that_somebody_else_changed_meanwhile_is_kept_beside_ours() -> None:
    theirs = notes(note("Theirs.", minutes=1))
    ours = note("Ours.", minutes=2)
    found, moved = applied(theirs, (Put(ours, at(0)),))
    assert texts(found) == ["Ours.", "Theirs."]
    assert found.own[ours.id].text == "Theirs."
    assert found.own[moved[ours.id]].text == "Ours."


def test_the_same_words_written_twice_are_one_note() -> None:
    theirs = notes(note("Same.", minutes=1))
    found, moved = applied(theirs, (Put(note("Same.", minutes=2), at(0)),))
    assert (texts(found), moved) == (["Same."], {})
    assert applied(found, (Put(note("Same.", minutes=1), at(0)),)) == (found, {})


def test_a_star_that_two_windows_set_is_one() -> None:
    found, moved = applied(notes(star(minutes=1)), (Put(star(minutes=2)),))
    assert (len(found.own), moved) == (1, {})


def test_a_note_that_somebody_else_took_away_comes_back_when_we_changed_it() -> None:
    found, _ = applied(notes(), (Put(note("Ours.", minutes=2), at(0)),))
    assert texts(found) == ["Ours."]


def test_what_somebody_else_changed_meanwhile_is_not_taken_away() -> None:
    theirs = notes(note("Theirs.", minutes=1))
    assert applied(theirs, (Drop(note().id, at(0)),)) == (theirs, {})
    assert applied(notes(), (Drop(note().id, at(0)),)) == (notes(), {})


@given(versions(), st.lists(st.builds(note, st.sampled_from("abc"), number=st.integers(1, 3),
                                      minutes=st.integers(0, 3)), max_size=4))  # fmt: skip
def test_what_is_put_is_there_whatever_others_did(kept: Notes, ours: list[Annotation]) -> None:
    changes: tuple[Change, ...] = gathered((), [Put(one) for one in ours])
    found, moved = applied(kept, changes)
    last = {one.id: one.text for one in ours}
    for name, text in last.items():
        assert found.own[moved.get(name, name)].text == text
    assert set(kept.own) <= set(found.own)


# Changes that wait -----------------------------------------------------------------------------


def test_of_changes_that_wait_the_last_counts_from_where_the_first_began() -> None:
    first, second = Put(note("A.", minutes=1), at(0)), Put(note("B.", minutes=2), at(1))
    assert gathered((first,), [second]) == (Put(second.annotation, at(0)),)
    assert gathered((first,), [Drop(note().id, at(1))]) == (Drop(note().id, at(0)),)
    other = Put(star())
    assert gathered((first, other), [second]) == (other, Put(second.annotation, at(0)))


def test_what_was_made_and_taken_away_before_it_was_written_leaves_nothing() -> None:
    assert gathered((Put(note()),), [Drop(note().id, at(0))]) == ()
    again = gathered((Drop(note().id, at(0)),), [Put(note("Again.", minutes=3))])
    assert again == (Put(note("Again.", minutes=3), at(0)),)


def test_as_many_as_a_file_may_hold_are_gathered_without_a_wait() -> None:
    many = [Put(note(number=number)) for number in range(NUMBER_LIMIT)]
    began = process_time()
    assert gathered((), many) == tuple(many)
    assert process_time() - began < 2  # it was 20 seconds, as each was compared with all others


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (notes(note()), (0, 0)),
        (notes(note(), star()), (1, 0)),
        (notes(note("Other.", minutes=1), star()), (1, 1)),
        (reduce(merged, (notes(note("One.")), notes(note("Two.")), notes())), (1, 1)),
    ],
)
def test_what_is_new_and_what_is_changed_is_counted(
    after: Notes, expected: tuple[int, int]
) -> None:
    assert differences(notes(note()).own, after) == expected
