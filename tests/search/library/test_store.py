"""The index is private, opens when it is sound, and is made anew when it is not."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library import store as module
from caseviewer.search.library.store import (
    FullDiskError,
    IndexOutOfReachError,
    IndexUnusableError,
    Store,
    is_damage,
    open_reading,
    open_writing,
    required,
    transaction,
    unreadable,
    unusable,
    user_store,
    writer_lock,
)
from caseviewer.search.library.texts import DamagedError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return user_store(tmp_path / "cache")


def error(name: str, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    made = kind("a word of SQLite")
    made.sqlite_errorname = name
    return made


def make(store: Store) -> str:
    """Open the index for writing, and close it; gives what was told."""
    connection, told = open_writing(store)
    connection.close()
    return told


def test_it_lies_in_the_users_cache(home: Path) -> None:
    assert home in user_store().path.parents


def test_every_file_is_for_its_owner_alone(store: Store) -> None:
    previous = os.umask(0)
    try:
        connection, told = open_writing(store)
        with closing(connection):
            with transaction(connection):
                connection.execute("INSERT INTO meta VALUES ('a', 'b')")
            files = [path for path in store.paths if path.exists()]
            assert [path.suffix for path in files] == [".sqlite", ".sqlite-wal", ".sqlite-shm"]
            assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
            assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
            assert store.size() == sum(path.stat().st_size for path in files)
        with writer_lock(store):
            assert stat.S_IMODE(store.lock_path.stat().st_mode) == 0o600
    finally:
        os.umask(previous)
    assert told == ""


def test_rights_that_are_too_wide_are_taken_back(store: Store) -> None:
    make(store)
    store.path.chmod(0o644)
    make(store)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_what_is_there_is_opened_again(store: Store) -> None:
    connection, _ = open_writing(store)
    with closing(connection), transaction(connection):
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    again, told = open_writing(store)
    with closing(again):
        assert again.execute("SELECT value FROM meta WHERE key = 'a'").fetchone() == ("b",)
    assert told == ""


def test_who_reads_cannot_write_and_waits_for_nobody(store: Store) -> None:
    assert open_reading(store) is None
    writing, _ = open_writing(store)
    reading = open_reading(store)
    assert reading is not None
    with closing(writing), closing(reading), transaction(writing):
        writing.execute("INSERT INTO meta VALUES ('a', 'b')")
        assert reading.execute("SELECT count(*) FROM meta WHERE key = 'a'").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reading.execute("DELETE FROM meta")


@pytest.mark.parametrize("content", [b"x" * 5_000, b"SQLite format 3\0" * 300])
def test_a_file_that_is_no_index_is_refused_and_made_anew(store: Store, content: bytes) -> None:
    store.folder.mkdir()
    store.path.write_bytes(content)
    with pytest.raises(IndexUnusableError, match="damaged"):
        open_reading(store)
    assert "damaged" in make(store)
    assert make(store) == ""


@pytest.mark.parametrize("setting", ["journal_mode = DELETE", "journal_mode = WAL"])
def test_an_index_that_is_just_being_made_is_none_yet(store: Store, setting: str) -> None:
    store.folder.mkdir()
    store.path.touch()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(f"PRAGMA {setting}")
        assert open_reading(store) is None
    assert make(store) == ""
    reading = open_reading(store)
    assert reading is not None
    reading.close()


def test_a_database_of_another_program_is_no_index(store: Store) -> None:
    store.folder.mkdir()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("CREATE TABLE theirs (value)")
    with pytest.raises(IndexUnusableError, match="damaged"):
        open_reading(store)


@pytest.mark.parametrize(
    "change",
    ["PRAGMA user_version = 99", "UPDATE meta SET value = 'of old' WHERE key = 'foldings'"],
)
def test_an_index_of_another_version_is_made_anew(store: Store, change: str) -> None:
    make(store)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute(change)
    with pytest.raises(IndexUnusableError, match="another version"):
        open_reading(store)
    assert "another version" in make(store)


@pytest.mark.parametrize("table", ["files", "forms", "words", "cases"])
def test_a_table_that_lacks_is_damage(store: Store, table: str) -> None:
    make(store)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute(f"DROP TABLE {table}")
    assert "damaged" in make(store)


def test_it_is_deleted_with_all_that_lies_beside_it(store: Store) -> None:
    connection, _ = open_writing(store)
    store.delete()
    connection.close()
    assert not any(path.exists() for path in store.paths)
    assert store.size() == 0
    store.delete()


# Writing ------------------------------------------------------------------------------------


def test_a_transaction_is_done_wholly_or_not_at_all(store: Store) -> None:
    connection, _ = open_writing(store)
    with closing(connection):
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.executemany("INSERT INTO meta VALUES ('a', 'b')", [(), ()])
        assert connection.execute("SELECT count(*) FROM meta WHERE key = 'a'").fetchone() == (0,)


def test_what_sqlite_has_ended_itself_is_not_ended_again(store: Store) -> None:
    connection, _ = open_writing(store)
    with closing(connection):
        with pytest.raises(sqlite3.Error, match="cannot commit"), transaction(connection):
            connection.execute("ROLLBACK")
        assert not connection.in_transaction


def test_one_program_writes_at_a_time(store: Store) -> None:
    with writer_lock(store) as mine:
        assert mine
        with writer_lock(store) as other:
            assert not other
    with writer_lock(store) as again:
        assert again


def test_a_lock_that_cannot_be_had_for_another_reason_is_told(store: Store) -> None:
    store.folder.mkdir()
    store.lock_path.write_bytes(b"no database" * 500)
    with pytest.raises(OSError, match="lock"), writer_lock(store):
        pytest.fail("it may not write")


def test_a_full_disk_is_told_wherever_it_shows(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Any:
        raise error("SQLITE_FULL")

    monkeypatch.setattr(module, "transaction", full)
    with pytest.raises(FullDiskError, match="is full"):
        open_writing(store)
    monkeypatch.undo()
    make(store)
    monkeypatch.setattr(module, "_require_ours", full)
    with pytest.raises(FullDiskError, match="is full"):
        open_writing(store)
    assert store.exists()


def test_other_faults_of_making_are_raised(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: Any) -> Any:
        raise error("SQLITE_CANTOPEN")

    monkeypatch.setattr(module, "transaction", fault)
    with pytest.raises(OSError, match="a word of SQLite"):
        open_writing(store)
    assert not store.exists(), "what was begun is no index"


@pytest.mark.parametrize("name", ["SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_IOERR_READ"])
def test_an_index_that_is_out_of_reach_is_not_thrown_away(
    store: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fault(*_: Any) -> Any:
        raise error(name)

    make(store)
    monkeypatch.setattr(module, "_require_ours", fault)
    with pytest.raises(OSError, match="a word of SQLite"):
        open_writing(store)
    with pytest.raises(IndexOutOfReachError, match="could not be read: a word of SQLite"):
        open_reading(store)
    monkeypatch.undo()
    assert make(store) == "", "it is as it was"


def test_a_lock_needs_no_room_on_the_disk(store: Store) -> None:
    with writer_lock(store) as mine:
        assert mine
        assert [path.name for path in store.folder.iterdir()] == ["library.lock"]


def test_faults_of_writing_are_told_apart(store: Store) -> None:
    assert isinstance(required(error("SQLITE_FULL"), store), FullDiskError)
    assert isinstance(required(error("SQLITE_IOERR_WRITE"), store), FullDiskError)
    assert isinstance(required(error("SQLITE_CORRUPT_VTAB"), store), IndexUnusableError)
    assert isinstance(required(DamagedError(), store), IndexUnusableError)
    other = error("SQLITE_MISUSE")
    assert required(other, store) is unreadable(other, store) is other
    assert isinstance(required(error("SQLITE_IOERR_SHMSIZE"), store), FullDiskError)
    assert isinstance(unreadable(DamagedError(), store), IndexUnusableError)


def test_damage_is_known_by_its_name() -> None:
    assert is_damage(error("SQLITE_NOTADB", sqlite3.DatabaseError))
    assert is_damage(sqlite3.OperationalError("no such table: files"))
    assert not is_damage(error("SQLITE_BUSY"))
    assert not is_damage(sqlite3.ProgrammingError("no such table: files"))
    assert "damaged" in str(unusable(error("SQLITE_CORRUPT")))
