"""The library as windows and commands use it."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library import library as module
from caseviewer.search.library.asking import Asking
from caseviewer.search.library.library import Library
from caseviewer.search.library.store import (
    IndexOutOfReachError,
    IndexUnusableError,
    open_reading,
    open_writing,
    transaction,
    user_store,
    writer_lock,
)
from caseviewer.search.library.values import Chosen, Ending, State
from caseviewer.search.library.writing import take_out
from tests.builders import bundle
from tests.search.library.kit import go_on, library_of, matching, no_progress, write_case


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, bundle(title="One vicuna"), bundle(title="Two"))


def test_it_lies_in_the_users_own_folders(home: Path) -> None:
    library = Library()
    library.add_folder(home)
    library.refresh(no_progress, go_on)
    kept = {path.name for path in home.rglob("library.*")}
    assert kept == {"library.json", "library.sqlite", "library.lock"}
    library.close()


def test_before_anything_was_read_there_is_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "settings", tmp_path / "index")
    assert library.state() == State(
        on=True, folders=(), cases=0, broken=0, away=0, indexed_at="", bytes=0
    )
    assert library.cases() == ()
    assert library.details(1) is None
    assert library.search("a").cases == ()
    assert library.hits_in("a", 1).cases == ()
    assert library.same_party(1, "a") == ()
    assert list(library.records()) == []
    assert library.erase() == ""


def test_its_state_is_told(library: Library, tmp_path: Path) -> None:
    state = library.state()
    assert (state.on, state.cases, state.broken, state.away, state.told) == (True, 2, 0, 0, ())
    assert state.folders == (str(tmp_path / "cases"),)
    assert state.indexed_at[:2] == "20"
    assert state.bytes > 10_000


def test_settings_that_cannot_be_read_are_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "settings" / "library.json").write_text("{")
    assert "could not be read" in library.state().told[0]


# On and off ---------------------------------------------------------------------------------


def test_switched_off_no_index_is_read_or_written(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "index" / "library.sqlite").read_bytes()
    assert library.switch(on=False) == ""
    monkeypatch.setattr(sqlite3, "connect", lambda *_, **__: pytest.fail("it was opened"))
    state = library.state()
    assert (state.on, state.cases) == (False, 0)
    assert library.cases() == ()
    assert library.search("vicuna").cases == ()
    assert list(library.records()) == []
    assert library.refresh(no_progress, go_on).ending is Ending.OFF
    monkeypatch.undo()
    assert (tmp_path / "index" / "library.sqlite").read_bytes() == before
    library.switch(on=True)
    assert len(library.cases()) == 2, "what was there stays"


def test_another_window_may_switch_it_off(library: Library, tmp_path: Path) -> None:
    Library(tmp_path / "settings", tmp_path / "index").switch(on=False)
    assert library.cases() == ()


# Forgetting ---------------------------------------------------------------------------------


def test_a_forgotten_folder_is_erased_at_once(library: Library, tmp_path: Path) -> None:
    write_case(tmp_path / "others" / "three", bundle(title="Three"))
    library.add_folder(tmp_path / "others")
    library.refresh(no_progress, go_on)
    assert len(library.cases()) == 3
    assert library.forget_folder(str(tmp_path / "cases")) == ""
    assert [row.title for row in library.cases()] == ["Three"]
    library.close()
    held = b"".join(path.read_bytes() for path in (tmp_path / "index").iterdir())
    assert b"vicuna" not in held
    assert matching(tmp_path / "index" / "library.sqlite", '"two"') == 0


def test_words_that_another_program_still_holds_are_told(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseviewer.search.library.store._WAIT", 0.1)
    reading = open_reading(user_store(tmp_path / "index"))
    assert reading is not None
    with closing(reading):
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM files").fetchone()
        told = library.forget_folder(str(tmp_path / "cases"))
        assert "stay in its file until that program is closed" in told
    assert library.state().folders == ()
    library.close()
    assert all(b"vicuna" not in path.read_bytes() for path in (tmp_path / "index").iterdir())


def test_a_folder_that_is_none_of_the_librarys_is_told(library: Library) -> None:
    assert library.forget_folder("/no/such") == "“/no/such” is no folder of the library."


def test_a_folder_can_be_forgotten_before_anything_was_read(tmp_path: Path) -> None:
    library = Library(tmp_path / "settings", tmp_path / "index")
    library.add_folder(tmp_path)
    assert library.forget_folder(str(tmp_path)) == ""
    assert not (tmp_path / "index").exists()


def test_what_cannot_be_kept_is_told(library: Library, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "settings")
    (tmp_path / "settings").write_text("a file")
    assert "could not be saved" in library.add_folder(tmp_path / "cases" / "000")
    assert "no folder of the library" in library.forget_folder("/a")


def test_erased_nothing_is_left_but_the_folders(library: Library, tmp_path: Path) -> None:
    library.mark_opened(tmp_path / "cases" / "000" / "case.json")
    library.search("vicuna")
    assert library.erase() == ""
    assert {path.name for path in (tmp_path / "index").iterdir()} == {"library.lock"}
    assert library.state().folders == (str(tmp_path / "cases"),)
    assert library.cases() == ()
    library.refresh(no_progress, go_on)
    assert [row.opened for row in library.cases()] == ["", ""]


def test_nothing_is_erased_while_a_program_writes(library: Library, tmp_path: Path) -> None:
    with writer_lock(user_store(tmp_path / "index")) as locked:
        assert locked
        assert "Another program" in library.erase()
        assert "Another program" in library.forget_folder(str(tmp_path / "cases"))
    assert library.state().bytes > 0


def test_what_cannot_be_erased_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    assert "Permission denied" in library.erase()


def faulty(name: str) -> sqlite3.OperationalError:
    made = sqlite3.OperationalError("a word of SQLite")
    made.sqlite_errorname = name
    return made


def test_on_a_full_disk_a_folder_stays_and_the_index_can_be_erased(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise faulty("SQLITE_FULL")

    folder = str(tmp_path / "cases")
    monkeypatch.setattr(module, "take_out", full)
    assert "nothing can be taken out of the index" in library.forget_folder(folder)
    assert library.state().folders == (folder,)
    assert library.erase() == ""
    assert library.forget_folder(folder) == ""


def test_a_damaged_index_keeps_nothing_of_a_forgotten_folder(
    library: Library, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "index" / "library.sqlite")) as connection:
        connection.execute("UPDATE files SET texts = x'00'")
        connection.commit()
    assert library.forget_folder(str(tmp_path / "cases")) == ""
    assert library.state().bytes == 0


def test_an_index_that_is_out_of_reach_is_told_and_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise faulty("SQLITE_IOERR_READ")

    with monkeypatch.context() as patch:
        patch.setattr(module, "all_rows", refuse)
        with pytest.raises(IndexOutOfReachError, match="could not be read: a word of SQLite"):
            library.cases()
    assert len(library.cases()) == 2


# While it is written ------------------------------------------------------------------------


def test_what_is_read_is_as_new_as_the_index(library: Library, tmp_path: Path) -> None:
    assert len(library.cases()) == 2
    write_case(tmp_path / "cases" / "new", bundle(title="New"))
    other = Library(tmp_path / "settings", tmp_path / "index")
    other.refresh(no_progress, go_on)
    assert [row.title for row in library.cases()] == ["New", "One vicuna", "Two"]
    assert library.search("new").cases


def test_what_was_made_of_the_index_is_kept_while_it_is_the_same(library: Library) -> None:
    assert library.cases(Chosen()) == library.cases()
    assert library.cases()[0] is library.cases()[0]


def test_who_reads_waits_for_no_writer(library: Library, tmp_path: Path) -> None:
    connection, _ = open_writing(user_store(tmp_path / "index"))
    with closing(connection), transaction(connection):
        connection.execute("DELETE FROM files")
        assert len(library.cases()) == 2
        assert library.search("vicuna").records == 1


def test_a_question_is_answered_by_one_state(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = Asking._ranked

    def taken_out_meanwhile(self: Asking, *given: Any) -> list[int]:
        keys = list(ranked(self, *given))
        connection, _ = open_writing(user_store(tmp_path / "index"))
        with closing(connection), transaction(connection):
            for key in keys:
                take_out(connection, key)
        return keys

    assert library.search("vicuna").in_cases == 1
    with monkeypatch.context() as patch:
        patch.setattr(Asking, "_ranked", taken_out_meanwhile)
        (case,) = library.search("vicuna").cases
    assert case.hits
    assert library.search("vicuna").cases == ()


def test_it_may_be_asked_from_any_thread(library: Library) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: library.search("vicuna").records, range(40)))
    assert found == [1] * 40


# Damage -------------------------------------------------------------------------------------


def test_an_index_that_is_made_anew_is_asked_anew(library: Library, tmp_path: Path) -> None:
    assert len(library.cases()) == 2
    user_store(tmp_path / "index").delete()
    assert library.cases() == ()
    Library(tmp_path / "settings", tmp_path / "index").refresh(no_progress, go_on)
    assert len(library.cases()) == 2


def test_a_damaged_index_is_told_and_mended_by_a_refresh(library: Library, tmp_path: Path) -> None:
    library.close()
    path = tmp_path / "index" / "library.sqlite"
    path.write_bytes(b"x" * 10_000)
    with pytest.raises(IndexUnusableError, match="damaged"):
        library.cases()
    state = library.state()
    assert "damaged" in state.told[0]
    assert library.refresh(no_progress, go_on).ending is Ending.DONE
    assert len(library.cases()) == 2


def test_without_the_list_of_folders_nothing_is_taken_out(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "settings" / "library.json"
    kept = path.read_bytes()
    path.write_text("{")
    done = library.refresh(no_progress, go_on)
    assert (done.ending, done.removed) == (Ending.FAILED, 0)
    assert "could not be read" in done.told[0]
    path.write_bytes(kept)
    assert library.state().cases > 0


@pytest.mark.parametrize("change", ["DROP TABLE cases", "UPDATE files SET texts = x'00'"])
def test_damage_that_shows_in_a_question_is_told(
    library: Library, tmp_path: Path, change: str
) -> None:
    library.close()
    path = tmp_path / "index" / "library.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(change)
    with pytest.raises(IndexUnusableError, match="damaged"):
        library.search("vicuna")
    done = Library(tmp_path / "settings", tmp_path / "index").refresh(no_progress, go_on)
    assert "damaged" in done.told[0], "whoever refreshes next makes it anew"
    assert library.search("vicuna").records == 1
    assert library.refresh(no_progress, go_on).told == ()


def test_damage_that_shows_in_an_export_is_told(library: Library, tmp_path: Path) -> None:
    library.close()
    path = tmp_path / "index" / "library.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE files SET texts = x'00'")
    with pytest.raises(IndexUnusableError, match="damaged"):
        list(library.records())


def test_an_unforeseen_error_is_not_hidden(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.ProgrammingError("a fault of ours")

    monkeypatch.setattr(module, "all_rows", broken)
    with pytest.raises(sqlite3.ProgrammingError, match="a fault of ours"):
        library.cases()
