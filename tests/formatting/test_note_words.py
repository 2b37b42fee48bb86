from datetime import UTC, datetime

import pytest

from caseviewer.formatting.note_words import (
    called,
    counts_words,
    fault_words,
    further_texts,
    import_words,
    mark_words,
    mended_words,
    not_understood_words,
    outdated_words,
    revision_of,
    unread_words,
    unsaved_words,
    written_on,
    yours,
)
from caseviewer.notes.by_record import OfRecord
from caseviewer.notes.json_values import Fault
from caseviewer.notes.store import Mended
from caseviewer.notes.values import Notes, Saw, Sort
from tests.builders import bundle
from tests.formatting.making import changed, opened
from tests.formatting.noting import again, kept_on
from tests.notes.making import mark, note, notes, star

CASE = opened()
EVERYTHING = kept_on(
    CASE, stars=("woman",), reads=("woman",), texts=(("woman", "A."), ("group", "B."))
)


def test_what_is_kept_on_a_record_is_told_in_words() -> None:
    assert mark_words(EVERYTHING.of("woman")) == ("starred", "read", "note")
    assert mark_words(OfRecord("a", (note("A."), note("B.", number=2)))) == ("2 notes",)
    assert mark_words(EVERYTHING.of("press")) == ()
    assert yours(("starred", "read")) == "Yours: starred · read"
    assert yours(()) == ""


def test_that_a_record_changed_since_is_told_with_both_revisions() -> None:
    compiled = bundle()["compiled"]
    later = opened(
        **changed("parties", 1, name="Another woman"), compiled=compiled | {"revision": "2"}
    )
    kept = again(EVERYTHING, later).of("woman")
    assert mark_words(kept) == ("starred", "note", "changed since")
    assert (revision_of(CASE), revision_of(later)) == ("2020-02-02", "2")
    star_, read, written = (kept.of(sort)[0] for sort in Sort)
    assert outdated_words(kept, star_, "2") == ""
    assert outdated_words(kept, read, "2") == (
        "This record has changed since you marked it as read (revision 2020-02-02, now 2)."
    )
    assert outdated_words(kept, written, "2020-02-02") == (
        "This record has changed since you wrote this."
    )


def test_without_the_revision_it_is_told_that_it_changed() -> None:
    written = note(saw=Saw("a"))
    kept = OfRecord("woman", (written,), changed=frozenset({written.id}))
    assert outdated_words(kept, written, "2") == "This record has changed since you wrote this."
    bare = note()
    kept = OfRecord("woman", (bare,), changed=frozenset({bare.id}))
    assert outdated_words(kept, bare, "2") == "This record has changed since you wrote this."


def test_a_record_that_is_gone_keeps_its_name() -> None:
    assert called(EVERYTHING.of("woman")) == "P2 One woman (anonymous)"
    assert called(OfRecord("woman", (note(), note(saw=Saw("a", title="She"))))) == "She"
    assert called(OfRecord("woman", (note(),))) == "woman"


def test_the_day_is_that_of_the_reader() -> None:
    noon = datetime(2026, 7, 28, 12, tzinfo=UTC)
    assert written_on(noon) == "28 July 2026"


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_its_words(fault: Fault) -> None:
    words = fault_words(fault)
    assert "{" not in words
    assert words != fault.value


def test_what_the_system_says_is_told_as_it_is() -> None:
    assert fault_words("No space left on device") == "No space left on device"
    assert unread_words("Permission denied", "/notes") == (
        "Your notes on this case could not be read in /notes: Permission denied. They are not"
        " shown, and the file stays as it is."
    )


def test_what_was_done_about_a_bad_file_is_told() -> None:
    assert mended_words(Mended(("c.bad-1.json",), backup=True), "/notes") == (
        "The file of your notes on this case could not be read. Your notes are shown from its"
        " backup, which may lack what you wrote last. It was set aside as “c.bad-1.json” in"
        " /notes."
    )
    both = mended_words(Mended(("c.bad-1.json", "c.bad-2.json"), backup=False), "/notes")
    assert "There is no backup" in both
    assert both.endswith("It was set aside as “c.bad-1.json” and “c.bad-2.json” in /notes.")
    assert mended_words(Mended((), backup=True, stays=True), "/notes").startswith(
        "The file of your notes on this case could not be read, and not be set aside in /notes: it"
        " stays as it is. Your notes are shown from its backup"
    )
    assert mended_words(Mended((), backup=True), "/notes").startswith(
        "The file of your notes on this case was missing in /notes; "
    )


@pytest.mark.parametrize(("count", "words"), [(1, "1 annotation that"), (2, "2 annotations that")])
def test_what_is_not_understood_is_told(count: int, words: str) -> None:
    assert words in not_understood_words(count)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 change to your notes is not saved: Full."),
        (2, "2 changes to your notes are not saved: Full."),
    ],
)
def test_what_is_not_saved_is_told_with_the_reason(count: int, words: str) -> None:
    assert unsaved_words(count, "Full") == words


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Notes(), "nothing"),
        (notes(star()), "1 star"),
        (notes(note(), note(number=2)), "2 notes"),
        (notes(star(), mark(), note()), "1 star, 1 read mark and 1 note"),
    ],
)
def test_what_is_kept_is_counted(kept: Notes, words: str) -> None:
    assert counts_words(kept) == words


def test_an_import_tells_what_it_brought_and_what_it_left_out() -> None:
    assert import_words("a.json", 2, 1, 0, 0) == "Imported from “a.json”: 2 new, 1 changed."
    assert import_words("a.json", 0, 0, 3, 4) == (
        "Imported from “a.json”: 0 new, 0 changed, 3 on another case, left out, 4 not understood,"
        " left out."
    )


def test_the_search_finds_the_texts_of_notes_by_their_records() -> None:
    assert further_texts(EVERYTHING) == {
        "woman": (("your note", "A."),),
        "group": (("your note", "B."),),
    }
    assert further_texts(kept_on(CASE, stars=("woman",))) == {}
