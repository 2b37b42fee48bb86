from caseviewer.formatting.note_making import confirmed, dropped, noted, read, starred
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import CaseNotes, OfRecord
from caseviewer.notes.merging import Change, Drop, Put, applied
from caseviewer.notes.values import Notes, Quote, Sort
from tests.formatting.making import changed, opened
from tests.formatting.noting import again, kept_on

CASE = opened()
LATER = opened(**changed("parties", 1, name="Another woman"))


def of(notes: CaseNotes, *records: str) -> list[OfRecord]:
    return list(map(notes.of, records))


def after(notes: CaseNotes, changes: list[Change], case: OpenedCase = CASE) -> CaseNotes:
    found, _ = applied(notes.notes, changes)
    return CaseNotes(found, case.index)


def test_stars_come_to_records_that_have_none() -> None:
    before = kept_on(CASE, stars=("woman",))
    changes = starred(CASE, of(before, "woman", "group", "no such record"))
    assert [one.id for one in changes] == [kept_on(CASE, stars=("group",)).of("group").kept[0].id]
    made = after(before, changes).of("group").kept[0]
    assert made.saw is not None
    assert (made.saw.number, made.saw.title, made.saw.revision) == (
        "P1", "12 people (unnamed)", "2020-02-02",
    )  # fmt: skip


def test_what_is_read_is_read_again_only_when_it_changed() -> None:
    before = kept_on(CASE, reads=("woman",))
    assert read(CASE, of(before, "woman")) == []
    assert len(read(CASE, of(before, "group", "no such record"))) == 1
    outdated = again(before, LATER)
    (change,) = read(LATER, of(outdated, "woman"))
    assert isinstance(change, Put)
    assert change.base == before.of("woman").kept[0].modified
    assert after(outdated, [change], LATER).of("woman").is_read


def test_one_sort_is_taken_away_and_the_others_stay() -> None:
    before = kept_on(CASE, stars=("woman", "group"), reads=("woman",))
    changes = dropped(of(before, "woman", "group"), Sort.STAR)
    assert all(isinstance(one, Drop) for one in changes)
    assert [one.sort for one in after(before, changes).notes.own.values()] == [Sort.READ]


def test_what_still_holds_is_kept_on_what_the_record_says_now() -> None:
    before = kept_on(
        CASE, stars=("woman",), reads=("woman",), texts=(("woman", "A."), ("group", "B."))
    )
    outdated = again(before, LATER)
    assert [one.record for one in outdated.outdated] == ["woman"]
    changes = confirmed(LATER, of(outdated, "woman", "group"))
    assert len(changes) == 2  # a star is on the record, whatever that says
    found = after(outdated, changes, LATER)
    assert not found.of("woman").is_outdated
    assert found.of("woman").notes[0].text == "A."


def test_a_note_remembers_what_its_record_was_until_that_is_confirmed() -> None:
    change = noted(CASE, "t-words", "urn:uuid:1", "Text.", None)
    assert isinstance(change, Put)
    note = change.annotation
    assert note.quote == Quote("They never asked us anything,", '"', "")
    assert note.saw is not None
    assert note.saw.kind == "passages"
    later = noted(LATER, "t-words", note.id, "Other.", note)
    assert isinstance(later, Put)
    assert (later.annotation.text, later.base) == ("Other.", note.modified)
    assert later.annotation.saw == note.saw
    assert later.annotation.created == note.created < later.annotation.modified


def test_what_is_written_on_a_record_that_is_gone_is_not_lost() -> None:
    note = noted(CASE, "no such record", "urn:uuid:1", "Text.", None).annotation
    assert (note.record, note.text, note.saw, note.quote) == ("no such record", "Text.", None, None)
    gone = kept_on(CASE, reads=("woman",), texts=(("woman", "A."),))
    parties = [one for one in changed("parties")["parties"] if one["id"] != "woman"]
    without = opened(parties=parties, quotations=[], chronology=[], deadlines=[], proceedings=[])
    note = gone.of("woman").notes[0]
    change = noted(without, "woman", note.id, "B.", note)
    assert change.annotation.text == "B."
    assert confirmed(without, of(again(gone, without), "woman")) == []


def test_a_record_that_is_gone_cannot_be_confirmed() -> None:
    kept = kept_on(CASE, texts=(("woman", "A."),)).of("woman")
    strange = OfRecord("nobody", tuple(kept.kept), changed=frozenset({kept.kept[0].id}))
    assert len(confirmed(CASE, [strange])) == 1  # it is told by the annotation itself
    nobody = CaseNotes(Notes(), None).of("nobody")
    assert confirmed(CASE, [nobody]) == []
