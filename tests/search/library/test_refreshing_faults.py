"""A refresh of an index that is damaged, or of one that the system keeps out of reach."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from caseviewer.search.library import refreshing
from caseviewer.search.library.values import Ending
from tests.builders import bundle
from tests.search.library.kit import Shelf, counts, write_case, write_cases


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no database at all" * 300, b"SQLite format 3\0" * 500])
def test_a_damaged_index_is_made_anew(shelf: Shelf, content: bytes) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    shelf.store.delete()
    shelf.store.path.write_bytes(content)
    done = shelf.refresh()
    assert counts(done) == {"added": 2}
    assert "made anew" in done.told[0]


def test_damage_that_shows_later_is_mended_too(shelf: Shelf) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    with closing(sqlite3.connect(shelf.store.path)) as connection, connection:
        connection.execute("UPDATE files SET texts = x'0123'")
    write_case(shelf.cases / "000", bundle(title="Changed"))
    done = shelf.refresh()
    assert counts(done) == {"added": 2}
    assert "made anew" in done.told[0]
    assert shelf.titles() == ["Changed", "The case of 1"]


def test_damage_that_comes_again_is_told(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: object) -> None:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorname = "SQLITE_CORRUPT"
        raise error

    monkeypatch.setattr(refreshing, "known_files", damaged)
    done = shelf.refresh()
    assert done.ending is Ending.FAILED
    assert len(done.told) == 2


def test_a_fault_of_the_disk_is_told_and_nothing_thrown_away(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorname = "SQLITE_IOERR_FSYNC"

    def broken(_: object) -> None:
        raise fault

    monkeypatch.setattr(refreshing, "known_files", broken)
    done = shelf.refresh()
    assert (done.ending, done.told[-1][-16:]) == (Ending.FAILED, " disk I/O error.")
    assert len(shelf.titles()) == 2


def test_an_unforeseen_error_is_not_hidden(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise sqlite3.ProgrammingError("a fault of ours")

    monkeypatch.setattr(refreshing, "known_files", broken)
    with pytest.raises(sqlite3.ProgrammingError, match="a fault of ours"):
        shelf.refresh()
