import errno
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.notes import store as storing
from caseviewer.notes.codec import read, write
from caseviewer.notes.json_values import Fault
from caseviewer.notes.locking import locked
from caseviewer.notes.merging import Drop, Put
from caseviewer.notes.store import Kept, Mended, NotesStore, Shelf
from caseviewer.notes.values import TEXT_LIMIT
from tests.notes.making import CASE, at, note, notes, star

KEY = "c" * 24
SHELF = Shelf(KEY, CASE, "A crossing")
FIRST, SECOND = Put(note("First.")), Put(note("Second.", number=2))
OTHER = '{"id": "urn:x", "type": "Annotation"}'


@pytest.fixture
def store(tmp_path: Path) -> NotesStore:
    return NotesStore(tmp_path / "data" / "notes")


def texts(kept: Kept) -> list[str]:
    return sorted(one.text for one in kept.notes.own.values())


def on_disk(path: Path) -> list[str]:
    found = read(path.read_bytes(), CASE)
    assert found.fault is None
    return sorted(one.text for one in found.notes.own.values())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def files(store: NotesStore) -> set[str]:
    return {path.name for path in store.folder.iterdir()}


# As it should be -------------------------------------------------------------------------------


def test_nothing_is_written_before_anything_is_kept(store: NotesStore) -> None:
    assert store.read(SHELF) == Kept()
    assert store.forget(KEY) == ""
    assert store.state(KEY) is None
    assert not store.holds(KEY)
    assert not store.folder.exists()


def test_what_cannot_be_forgotten_as_a_whole_does_not_come_back_as_it_was_before(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(SHELF, [FIRST])
    store.save(SHELF, [SECOND])
    unlink = Path.unlink

    def refuse_the_second(path: Path, *, missing_ok: bool = False) -> None:
        if path.exists() and path.name != ".lock":
            monkeypatch.setattr(Path, "unlink", _refused)
        unlink(path, missing_ok=missing_ok)

    def _refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse_the_second)
    assert store.forget(KEY) == "Permission denied"
    monkeypatch.undo()
    assert texts(NotesStore(store.folder).read(SHELF)) == ["First.", "Second."]


def test_what_is_kept_is_there_again_for_its_reader_alone(store: NotesStore) -> None:
    assert texts(store.save(SHELF, [FIRST])) == ["First."]
    again = NotesStore(store.folder)
    assert again.read(SHELF) == Kept(notes(note("First.")))
    assert again.read(replace(SHELF, key="d" * 24)) == Kept()
    assert mode(store.path(KEY)) == 0o600
    assert mode(store.folder) == 0o700
    assert b"A crossing" in store.path(KEY).read_bytes()


def test_the_version_before_is_the_backup(store: NotesStore) -> None:
    store.save(SHELF, [FIRST])
    assert not store.backup(KEY).exists()
    store.save(SHELF, [SECOND])
    assert (on_disk(store.backup(KEY)), on_disk(store.path(KEY))) == (
        ["First."], ["First.", "Second."],
    )  # fmt: skip
    assert mode(store.backup(KEY)) == 0o600


def test_what_changes_nothing_writes_nothing(store: NotesStore) -> None:
    store.save(SHELF, [FIRST])
    before = store.state(KEY)
    assert before is not None
    assert texts(store.save(SHELF, [FIRST])) == ["First."]
    assert store.state(KEY) == before
    assert not store.backup(KEY).exists()
    store.save(SHELF, [SECOND])
    assert store.state(KEY) != before


def test_annotations_of_other_programs_are_kept_and_counted(store: NotesStore) -> None:
    store.folder.mkdir(parents=True)
    store.path(KEY).write_bytes(write(notes(others=(OTHER,)), CASE, ""))
    assert store.read(SHELF) == Kept(notes(others=(OTHER,)), not_understood=1)
    assert store.save(SHELF, [FIRST]).not_understood == 1
    assert store.read(SHELF).notes == notes(note("First."), others=(OTHER,))


# Two at once -----------------------------------------------------------------------------------


def test_two_windows_on_one_case_lose_nothing(store: NotesStore) -> None:
    other = NotesStore(store.folder)
    store.save(SHELF, [FIRST])
    assert texts(other.save(SHELF, [SECOND, Put(star())])) == ["", "First.", "Second."]
    kept = store.save(SHELF, [Drop(note(number=2).id, at(0))])
    assert texts(kept) == ["", "First."]
    assert texts(other.read(SHELF)) == ["", "First."]


def test_both_versions_of_a_note_are_kept_and_the_new_id_of_ours_is_told(store: NotesStore) -> None:
    store.save(SHELF, [FIRST])
    store.save(SHELF, [Put(note("Theirs.", minutes=1), at(0))])
    kept = store.save(SHELF, [Put(note("Ours.", minutes=2), at(0))])
    assert texts(kept) == ["Ours.", "Theirs."]
    ((before, after),) = kept.moved
    assert before == note().id
    assert kept.notes.own[after].text == "Ours."


def test_what_was_written_last_is_not_read_again_unless_somebody_else_wrote(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(SHELF, [FIRST])
    with monkeypatch.context() as patch:
        patch.setattr(storing, "_found", None)
        assert texts(store.save(SHELF, [SECOND])) == ["First.", "Second."]
    NotesStore(store.folder).save(SHELF, [Put(star())])
    third = Put(note("Third.", number=3))
    assert texts(store.save(SHELF, [third])) == ["", "First.", "Second.", "Third."]
    other = replace(SHELF, key="d" * 24, case="other-case")
    assert texts(store.save(other, [FIRST])) == ["First."]


def test_many_at_once_lose_nothing(store: NotesStore) -> None:
    def write_some(first: int) -> None:
        own = NotesStore(store.folder)
        for number in range(first, first + 10):
            while own.save(SHELF, [Put(note(f"{number}", number=number))]).fault:
                pass

    threads = [threading.Thread(target=write_some, args=(1 + 10 * at,)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts(store.read(SHELF)) == sorted(str(number) for number in range(1, 61))


def test_while_another_program_writes_nothing_is_written_and_that_is_told(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "_WAIT", 0)
    store.save(SHELF, [FIRST])
    with locked(store.folder / ".lock", 0):
        assert store.save(SHELF, [SECOND]) == Kept(fault=Fault.BUSY)
        assert store.forget(KEY) is Fault.BUSY
        assert texts(store.read(SHELF)) == ["First."]
        store.path(KEY).write_bytes(b"{")
        assert store.read(SHELF) == Kept(fault=Fault.BUSY)
        store.path(KEY).write_bytes(write(notes(note("First.")), CASE, ""))
    assert texts(store.save(SHELF, [SECOND])) == ["First.", "Second."]


# What cannot be read ---------------------------------------------------------------------------


def damage(store: NotesStore, content: bytes = b"{") -> None:
    store.save(SHELF, [FIRST])
    store.save(SHELF, [SECOND])
    store.path(KEY).write_bytes(content)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 9_000, b"\xff", b"5", b"{}"])
def test_the_backup_stands_in_and_the_bad_file_is_set_aside(
    store: NotesStore, content: bytes
) -> None:
    damage(store, content)
    kept = store.read(SHELF)
    name = f"{KEY}.bad-1.json"
    assert (texts(kept), kept.mended, kept.fault) == (["First."], Mended((name,), backup=True), "")
    assert (store.folder / name).read_bytes() == content
    assert on_disk(store.path(KEY)) == ["First."]
    assert store.read(SHELF) == Kept(notes(note("First.")))  # it is told once


def test_a_bad_file_never_takes_the_place_of_another(store: NotesStore) -> None:
    damage(store, b"one")
    store.read(SHELF)
    store.path(KEY).write_bytes(b"two")
    kept = store.save(SHELF, [SECOND])
    assert (texts(kept), kept.mended) == (
        ["First.", "Second."], Mended((f"{KEY}.bad-2.json",), backup=True),
    )  # fmt: skip
    assert (store.folder / f"{KEY}.bad-1.json").read_bytes() == b"one"
    assert (store.folder / f"{KEY}.bad-2.json").read_bytes() == b"two"


def test_without_a_backup_the_bad_file_is_set_aside_all_the_same(store: NotesStore) -> None:
    store.save(SHELF, [FIRST])
    store.path(KEY).write_bytes(b"{")
    assert store.read(SHELF) == Kept(mended=Mended((f"{KEY}.bad-1.json",), backup=False))
    assert texts(store.save(SHELF, [SECOND])) == ["Second."]


def test_a_bad_backup_of_a_bad_file_is_set_aside_too(store: NotesStore) -> None:
    damage(store)
    store.backup(KEY).write_bytes(b"[")
    names = (f"{KEY}.bad-1.json", f"{KEY}.bad-2.json")
    assert store.read(SHELF).mended == Mended(names, backup=False)
    assert store.read(SHELF) == Kept()
    store.save(SHELF, [FIRST])
    store.save(SHELF, [SECOND])
    assert [(store.folder / name).read_bytes() for name in names] == [b"{", b"["]


def test_a_bad_backup_without_a_file_is_set_aside(store: NotesStore) -> None:
    damage(store)
    store.path(KEY).unlink()
    store.backup(KEY).write_bytes(b"[")
    name = f"{KEY}.bad-1.json"
    assert store.save(SHELF, [FIRST]).mended == Mended((name,), backup=False)
    store.save(SHELF, [SECOND])
    assert (store.folder / name).read_bytes() == b"["


def test_a_file_that_is_missing_is_made_again_from_the_backup(store: NotesStore) -> None:
    damage(store)
    store.path(KEY).unlink()
    assert store.read(SHELF) == Kept(notes(note("First.")), mended=Mended((), backup=True))
    assert on_disk(store.path(KEY)) == ["First."]


def test_where_the_bad_file_cannot_be_set_aside_nothing_is_written_over_it(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(store)

    def refuse(_: Path, __: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    found = store.read(SHELF)
    assert (texts(found), found.fault) == (["First."], "Permission denied")
    assert found.mended == Mended((), backup=True, stays=True)
    kept = store.save(SHELF, [SECOND])
    assert (texts(kept), kept.fault) == (["First."], "Permission denied")
    assert store.path(KEY).read_bytes() == b"{"


def test_a_file_that_was_set_aside_is_named_though_the_backup_cannot_take_its_place(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(SHELF, [FIRST])
    store.save(SHELF, [SECOND])
    store.path(KEY).write_bytes(b"{")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(storing, "write_whole", refuse)
        kept = store.read(SHELF)
    assert (texts(kept), kept.fault) == (["First."], "No space left on device")
    assert kept.mended == Mended((f"{KEY}.bad-1.json",), backup=True)
    assert texts(store.read(SHELF)) == ["First."]


def test_a_file_that_may_not_be_read_is_not_replaced(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(SHELF, [FIRST])
    content = store.path(KEY).read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert store.read(SHELF) == Kept(fault="Permission denied")
        assert NotesStore(store.folder).save(SHELF, [SECOND]) == Kept(fault="Permission denied")
        assert store.save(SHELF, [SECOND]).fault == "Permission denied"
    assert store.path(KEY).read_bytes() == content


@given(content=st.binary(max_size=40))
def test_whatever_a_file_holds_nothing_is_raised_and_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    store = NotesStore(tmp_path_factory.mktemp("any") / "notes")
    damage(store, content)
    assert "Second." in texts(store.save(SHELF, [SECOND]))
    kept = {path.read_bytes() for path in store.folder.iterdir()}
    assert content in kept or read(content, CASE).fault is None


# What cannot be written ------------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    store = NotesStore(blocked / "notes")
    assert store.save(SHELF, [FIRST]).fault == "Not a directory"
    assert store.read(SHELF) == Kept()
    assert store.forget(KEY) == ""


def test_an_error_without_words_is_told_by_its_name(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(storing, "write_whole", fail)
    assert store.save(SHELF, [FIRST]).fault == "OSError"


def test_on_a_full_disk_what_was_there_stays(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(SHELF, [FIRST])

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(storing, "write_whole", fail)
        kept = store.save(SHELF, [SECOND])
        assert (texts(kept), kept.fault) == (["First."], "No space left on device")
    assert on_disk(store.path(KEY)) == ["First."]
    assert texts(store.save(SHELF, [SECOND])) == ["First.", "Second."]


def test_a_note_that_could_not_be_read_again_is_not_written(store: NotesStore) -> None:
    store.save(SHELF, [FIRST])
    long = Put(note("a" * (TEXT_LIMIT + 1), number=2))
    assert store.save(SHELF, [long]).fault is Fault.TOO_LONG
    assert on_disk(store.path(KEY)) == ["First."]


# Forgetting ------------------------------------------------------------------------------------


def test_forgetting_takes_away_the_backup_and_what_was_set_aside_and_no_other_case(
    store: NotesStore,
) -> None:
    damage(store)
    store.read(SHELF)
    store.save(SHELF, [SECOND])
    other = replace(SHELF, key="d" * 24)
    store.save(other, [FIRST])
    assert store.forget(KEY) == ""
    assert files(store) == {".lock", f"{other.key}.json"}
    assert store.read(SHELF) == Kept()


def test_what_a_killed_program_left_half_written_goes(store: NotesStore) -> None:
    store.save(SHELF, [FIRST])
    left = store.folder / ".caseviewer-0123456789ab.part"
    left.write_text("half a note")
    store.save(SHELF, [SECOND])
    assert not left.exists()


def test_what_cannot_be_forgotten_is_told(
    store: NotesStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(SHELF, [FIRST])

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    assert store.forget(KEY) == "Permission denied"
