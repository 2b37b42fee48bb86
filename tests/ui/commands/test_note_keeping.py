from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.note_making import noted, starred
from caseviewer.model.opened import OpenedCase
from caseviewer.notes import store as storing
from caseviewer.notes.by_record import OfRecord
from caseviewer.notes.json_values import Fault
from caseviewer.notes.locking import locked
from caseviewer.notes.store import Kept as Stored
from caseviewer.notes.store import NotesStore
from caseviewer.ui.commands.note_keeping import NoteKeeping
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from tests.formatting.making import changed, opened
from tests.notes.making import note
from tests.ui.kit import ABDUSSAMATOV, opened_sample

CASE = opened()
FULL = "No space left on device"
FIRST, SECOND = (note(number=number).id for number in (1, 2))


class Kept:
    """The notes of one window, and what it told of them."""

    def __init__(self, folder: Path, case: OpenedCase = CASE) -> None:
        self.session = Session()
        self.preferences = Preferences(folder)
        self.store = NotesStore(folder / "notes")
        self.keeping = NoteKeeping(self.session, self.store, self.preferences)
        self.told: list[str] = []
        self.unsaved: list[tuple[int, object]] = []
        self.written: list[bool] = []
        self.shown = 0
        self.keeping.told.connect(self.told.append)
        self.keeping.unsaved.connect(lambda *now: self.unsaved.append(now))
        self.keeping.written.connect(lambda: self.written.append(True))
        self.session.notes_changed.connect(self._count)
        self.session.swap_in(case)

    def _count(self) -> None:
        self.shown += 1

    def star(self, *records: str) -> bool:
        return self.keeping.change(starred(CASE, map(self.keeping.notes.of, records)))

    def write(self, text: str, record: str = "woman", name: str = FIRST) -> bool:
        before = self.keeping.notes.notes.own.get(name)
        change = noted(CASE, record, name, text, before)
        return self.keeping.change([change])

    def texts(self, record: str = "woman") -> list[str]:
        return sorted(one.text for one in self.session.notes.of(record).notes)

    @property
    def path(self) -> Path:
        assert self.keeping.shelf is not None
        return self.store.path(self.keeping.shelf.key)


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def failing(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, FULL)

    monkeypatch.setattr(storing, "write_whole", fail)
    return monkeypatch


def test_nothing_is_kept_at_first_and_no_file_is_made(kept: Kept) -> None:
    assert not kept.session.notes
    assert not kept.store.folder.exists()
    kept.keeping.look()
    assert (kept.told, kept.unsaved, kept.written) == ([], [], [])


def test_what_is_changed_is_shown_and_on_disk_at_once(kept: Kept, tmp_path: Path) -> None:
    assert kept.star("woman")
    assert kept.write("A.")
    assert kept.session.notes.of("woman").is_starred
    assert kept.session.unsaved == frozenset()
    assert kept.unsaved[-1] == (0, "")
    again = Kept(tmp_path)
    assert again.texts() == ["A."]
    assert again.session.notes.of("woman").is_starred


def test_another_window_is_followed(kept: Kept, tmp_path: Path) -> None:
    other = Kept(tmp_path)
    kept.write("A.")
    assert other.texts() == []
    other.keeping.look()
    assert other.texts() == ["A."]
    shown = other.shown
    other.keeping.look()
    assert other.shown == shown
    other.write("B.", name=SECOND)
    kept.keeping.look()
    assert kept.texts() == ["A.", "B."]


def test_what_others_write_just_after_it_was_read_or_written_is_seen_at_the_next_look(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Kept(tmp_path)
    read, save = kept.store.read, kept.store.save

    def then_write(result: Stored, text: str) -> Stored:
        monkeypatch.undo()
        other.keeping.look()
        other.write(text, name=note(number=len(other.texts()) + 10).id)
        return result

    monkeypatch.setattr(kept.store, "save", lambda *given: then_write(save(*given), "A."))
    kept.star("man")
    assert kept.texts() == []
    monkeypatch.setattr(kept.store, "read", lambda *given: then_write(read(*given), "B."))
    kept.keeping.look()
    assert kept.texts() == ["A."]
    kept.keeping.look()
    assert kept.texts() == ["A.", "B."]


def test_what_could_not_be_mended_while_another_program_wrote_is_at_the_next_look(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "_WAIT", 0)
    kept.write("A.")
    kept.write("B.")
    kept.path.write_bytes(b"{")
    with locked(kept.store.folder / ".lock", 0):
        other = Kept(tmp_path)
        assert other.texts() == []
    other.keeping.look()
    assert other.texts() == ["A."]


def test_two_windows_that_change_one_note_keep_both_texts(kept: Kept, tmp_path: Path) -> None:
    kept.write("First.")
    other = Kept(tmp_path)
    kept.write("Mine.")
    other.write("Theirs.")
    assert other.texts() == ["Mine.", "Theirs."]


def test_what_cannot_be_saved_stays_and_waits(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write("On disk.")
    with monkeypatch.context() as patch:
        failing(patch)
        assert not kept.write("One more.")
        assert kept.texts() == ["One more."]
        assert not kept.write("Still more.")
        assert not kept.star("woman")
        assert kept.texts() == ["Still more."]
        assert kept.session.unsaved == {one.id for one in kept.session.notes.of("woman").kept}
        assert kept.unsaved[-1] == (2, FULL)
        assert (kept.keeping.waiting, kept.keeping.fault) == (2, FULL)
        assert kept.keeping.unsaved_texts() == ["Still more."]
        kept.keeping.look()
        assert kept.texts() == ["Still more."]
    assert kept.keeping.save()
    assert (kept.unsaved[-1], kept.keeping.waiting) == ((0, ""), 0)
    assert kept.session.unsaved == frozenset()
    assert kept.texts() == ["Still more."]
    assert kept.told == []


def test_what_waits_is_kept_beside_what_others_wrote_meanwhile(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write("First.")
    other = Kept(tmp_path)
    with monkeypatch.context() as patch:
        failing(patch)
        kept.write("Mine.")
    other.write("Theirs.")
    kept.keeping.look()
    assert kept.texts() == ["Mine.", "Theirs."]
    assert kept.keeping.save()
    assert kept.texts() == ["Mine.", "Theirs."]


def test_while_another_program_writes_it_waits(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "_WAIT", 0)
    kept.write("First.")
    with locked(kept.store.folder / ".lock", 0):
        assert not kept.write("Mine.")
    assert kept.keeping.fault is Fault.BUSY
    assert kept.texts() == ["Mine."]
    assert kept.keeping.save()


def test_a_file_that_was_mended_is_told(kept: Kept, tmp_path: Path) -> None:
    kept.write("First.")
    kept.write("Second.")
    kept.path.write_bytes(b"{")
    again = Kept(tmp_path)
    assert again.texts() == ["First."]
    assert len(again.told) == 1
    assert ".bad-1.json" in again.told[0]


def test_a_file_that_cannot_be_read_is_told_and_not_replaced(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write("First.")
    content = kept.path.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(storing, "_found", refuse)
        again = Kept(tmp_path)
        assert again.texts() == []
        assert "Permission denied" in again.told[0]
        assert not again.write("Mine.", name=SECOND)
        assert again.texts() == ["Mine."]
    assert kept.path.read_bytes() == content
    assert again.keeping.save()
    assert again.texts() == ["First.", "Mine."]


def test_hidden_nothing_is_shown_or_told_until_it_is_shown_again(
    kept: Kept, tmp_path: Path
) -> None:
    kept.write("First.")
    kept.write("Second.")
    kept.keeping.hide(hidden=True)
    assert not kept.session.notes
    assert kept.session.notes_hidden
    kept.path.write_bytes(b"{")
    again = Kept(tmp_path)
    assert (again.told, again.texts()) == ([], [])
    assert again.keeping.hidden
    again.keeping.hide(hidden=False)
    assert again.texts() == ["First."]
    assert len(again.told) == 1
    kept.preferences = Preferences(tmp_path)
    assert not kept.preferences.get("notes_hidden")


def test_another_window_hides_too_when_it_looks(kept: Kept) -> None:
    other = NoteKeeping(kept.session, kept.store, kept.preferences)
    kept.write("First.")
    other.hide(hidden=True)
    kept.keeping.look()
    assert kept.session.notes_hidden


def test_a_new_revision_tells_what_changed_and_keeps_what_waits(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        failing(patch)
        kept.write("A.")
        later = opened(**changed("parties", 1, name="Another woman"))
        kept.session.swap_in(later)
        assert kept.session.notes.of("woman").is_outdated
        assert kept.texts() == ["A."]
    kept.session.swap_in(later)
    assert kept.keeping.save()


def test_another_case_has_notes_of_its_own_and_what_waits_is_not_lost(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        failing(patch)
        kept.write("A.")
        kept.session.swap_in(opened_sample(ABDUSSAMATOV))
        assert not kept.session.notes
        assert kept.keeping.waiting == 1
    assert kept.keeping.save()
    assert Kept(tmp_path).texts() == ["A."]


def test_what_is_forgotten_is_gone_with_what_waits(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write("A.")
    with monkeypatch.context() as patch:
        failing(patch)
        kept.write("B.")
    assert kept.keeping.forget() == ""
    assert not kept.session.notes
    assert not kept.path.exists()
    assert kept.unsaved[-1] == (0, FULL)


def test_what_cannot_be_forgotten_stays(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "_WAIT", 0)
    kept.write("A.")
    with locked(kept.store.folder / ".lock", 0):
        assert kept.keeping.forget() is Fault.BUSY
    assert kept.texts() == ["A."]


def test_without_a_case_nothing_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    keeping = NoteKeeping(session, NotesStore(tmp_path), Preferences(tmp_path))
    assert not keeping.change(starred(CASE, [OfRecord("woman")]))
    assert keeping.forget() == ""
    keeping.look()
    session.case_changed.emit()
    assert keeping.shelf is None
