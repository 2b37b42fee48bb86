from hypothesis import given

from caseviewer.notes.importing import Brought, brought
from caseviewer.notes.merging import Put, applied, merged
from caseviewer.notes.values import Notes, Saw
from tests.notes.making import at, mark, note, notes, star, versions


def test_what_is_new_and_what_is_newer_is_brought() -> None:
    kept = notes(note("Mine."), star())
    found = notes(note("Theirs.", minutes=1), note("New.", number=2), star(minutes=9))
    assert brought(kept, found) == Brought(
        (Put(note("New.", number=2)),), (Put(note("Theirs.", minutes=1), at(0)),)
    )


def test_a_newer_note_of_ones_own_stays() -> None:
    kept = notes(note("Mine.", minutes=5))
    assert brought(kept, notes(note("Older.", minutes=1))) == Brought()


def test_of_two_texts_of_one_moment_the_other_comes_beside() -> None:
    found = brought(notes(note("One.")), notes(note("Two.")))
    texts = {one.annotation.text for one in found.all}
    after, _ = applied(notes(note("One.")), found.all)
    assert texts <= {"One.", "Two."}
    assert sorted(one.text for one in after.own.values()) == ["One.", "Two."]


def test_a_mark_that_saw_another_record_is_a_change() -> None:
    found = brought(notes(mark(says="a")), notes(mark(minutes=1, says="b")))
    assert [one.annotation.saw for one in found.changed] == [Saw("b")]


def test_annotations_of_other_programs_stay_where_they_are() -> None:
    assert brought(notes(), Notes(others=('{"a": 1}',))) == Brought()


@given(versions(), versions())
def test_what_is_brought_makes_both_what_they_are_merged(kept: Notes, found: Notes) -> None:
    after, moved = applied(kept, brought(kept, found).all)
    wanted = merged(kept, found)
    assert moved == {}
    assert {name: one.text for name, one in after.own.items()} == {
        name: one.text for name, one in wanted.own.items()
    }


@given(versions(), versions())
def test_twice_brings_nothing_more(kept: Notes, found: Notes) -> None:
    after, _ = applied(kept, brought(kept, found).all)
    assert brought(after, found) == Brought()
