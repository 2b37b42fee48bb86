from dataclasses import replace

import pytest

from caseviewer.model.opened import OpenedCase
from caseviewer.model.record_digest import record_digest
from caseviewer.notes import by_record
from caseviewer.notes.by_record import NO_NOTES, CaseNotes, OfRecord
from caseviewer.notes.values import Annotation, Saw, Sort
from tests.formatting.making import changed, opened
from tests.notes.making import mark, note, notes, star


def says(case: OpenedCase, record: str) -> str:
    item = case.index.get(record)
    assert item is not None
    return record_digest(case.index, item)


CASE = opened()
WOMAN = says(CASE, "woman")


def of(*annotations: Annotation, case: OpenedCase = CASE) -> CaseNotes:
    return CaseNotes(notes(*annotations), case.index)


def test_what_is_kept_on_a_record_is_found() -> None:
    found = of(
        star(), mark(says=WOMAN), note("B.", number=2), note("A."), note("C.", "group", number=3)
    )
    woman = found.of("woman")
    assert (woman.is_starred, woman.is_read, woman.gone) == (True, True, False)
    assert [one.text for one in woman.notes] == ["A.", "B."]
    assert not found.of("group").is_starred
    assert {one.record for one in found} == {"woman", "group"}
    assert found.of("press") == OfRecord("press")
    assert bool(found)


def test_while_nothing_is_kept_there_is_nothing() -> None:
    assert not NO_NOTES
    assert list(NO_NOTES) == []
    assert NO_NOTES.of("woman") == OfRecord("woman")
    assert NO_NOTES.gone == NO_NOTES.outdated == ()


def test_a_record_that_says_something_else_is_told() -> None:
    kept = (star(), mark(says=WOMAN), note(saw=Saw(WOMAN)))
    assert not of(*kept).of("woman").is_outdated
    later = opened(**changed("parties", 1, name="Another woman"))
    found = of(*kept, case=later)
    woman = found.of("woman")
    assert (woman.is_outdated, woman.is_read, woman.is_starred) == (True, False, True)
    assert woman.changed == {kept[1].id, kept[2].id}
    assert found.outdated == (woman,)
    assert of(*kept).outdated == ()


@pytest.mark.parametrize(
    "kept", [note(), mark(), note(saw=Saw("")), star(), replace(star(), saw=Saw("b" * 24))]
)
def test_what_tells_nothing_of_the_record_is_never_outdated(kept: Annotation) -> None:
    assert not of(kept).of("woman").is_outdated


def test_a_record_that_was_read_again_is_read() -> None:
    outdated, other = mark(says="b" * 24), mark(says=WOMAN)
    again = Annotation(
        "urn:uuid:2", Sort.READ, "woman", other.created, other.modified, saw=other.saw
    )
    assert of(outdated).of("woman").is_outdated
    found = of(outdated, again).of("woman")
    assert (found.is_read, found.is_outdated) == (True, False)


def test_notes_on_records_that_are_gone_are_found_in_the_order_of_their_making() -> None:
    kept = (
        note("B.", "gone-b", number=2),
        note("A.", "gone-a"),
        star("gone-c"),
        note("C.", number=3),
    )
    found = of(*kept)
    assert [one.record for one in found.gone] == ["gone-a", "gone-b"]
    assert found.of("gone-c").gone
    assert not found.of("gone-a").is_outdated


def test_without_a_file_all_records_are_gone() -> None:
    found = CaseNotes(notes(note()), None)
    assert [one.record for one in found.gone] == ["woman"]


def test_what_records_say_is_found_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = of(note(saw=Saw("b" * 24)))
    assert found.of("woman").is_outdated
    monkeypatch.setattr(by_record, "record_digest", None)
    assert found.of("woman").is_outdated
    again = found.renewed(notes(note("Other.", saw=Saw(WOMAN))))
    assert not again.of("woman").is_outdated
    assert again.of("woman").notes[0].text == "Other."
