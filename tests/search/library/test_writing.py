"""What is written into the index can be taken out again, to the last word."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.bundle.files import Fingerprint
from caseviewer.search.library.entries import Entry, Job, Outcome, entry_of
from caseviewer.search.library.store import open_writing, transaction, user_store
from caseviewer.search.library.values import Reach
from caseviewer.search.library.walking import Found
from caseviewer.search.library.writing import (
    known_files,
    mark,
    put,
    put_same,
    take_out,
    tidy,
    together,
)
from tests.builders import TEXT, bundle
from tests.search.library.kit import contents, write_case

STATE = Fingerprint(1, 2, 2**64 - 1)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection, _ = open_writing(user_store(tmp_path / "index"))
    with closing(connection):
        yield connection


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    path = write_case(tmp_path / "one", bundle(), document=TEXT)
    return entry_of(Job(str(path)), lambda: False)


def found(path: str = "/a/case.json", **told: object) -> Found:
    return Found(path, STATE, **told)  # type: ignore[arg-type]


def test_what_is_written_is_known(index: sqlite3.Connection, entry: Entry) -> None:
    with transaction(index):
        put(index, found(documents="d", leaf_mtime_ns=7), "/a", entry)
    known = known_files(index)["/a/case.json"]
    assert entry.fingerprint is not None
    assert known.case_file == Fingerprint(
        entry.fingerprint.size, entry.fingerprint.mtime_ns, entry.fingerprint.inode
    ), "as it was when it was read"
    assert (known.folder, known.documents, known.leaf_mtime_ns) == ("/a", "d", 7)
    assert (known.sha256, known.reach) == (entry.fingerprint.sha256, Reach.HERE)


def test_a_case_that_could_not_be_read_is_known_as_that(index: sqlite3.Connection) -> None:
    with transaction(index):
        put(index, found(), "/a", Entry(Outcome.BROKEN, "It is broken."))
    known = known_files(index)["/a/case.json"]
    assert (known.case_file, known.sha256, known.reach) == (STATE, "", Reach.BROKEN)


def test_taken_out_nothing_is_left(tmp_path: Path, entry: Entry) -> None:
    empty, used = user_store(tmp_path / "empty"), user_store(tmp_path / "used")
    open_writing(empty)[0].close()
    connection, _ = open_writing(used)
    with closing(connection), transaction(connection):
        put(connection, found("/b/case.json"), "/b", Entry(Outcome.BROKEN))
        put(connection, found(), "/a", entry)
        take_out(connection, known_files(connection)["/a/case.json"].key)
        take_out(connection, known_files(connection)["/b/case.json"].key)
        tidy(connection)
    assert contents(used.path) == contents(empty.path)


def test_written_over_only_the_new_is_left(tmp_path: Path, entry: Entry) -> None:
    other = entry_of(
        Job(str(write_case(tmp_path / "two", bundle(title="Quite another")))), lambda: False
    )
    once, twice = user_store(tmp_path / "once"), user_store(tmp_path / "twice")
    for store, entries in ((once, [other]), (twice, [entry, Entry(Outcome.BROKEN), other])):
        connection, _ = open_writing(store)
        with closing(connection), transaction(connection):
            for one in entries:
                put(connection, found(), "/a", one)
            tidy(connection)
    assert contents(once.path) == contents(twice.path)


def test_what_holds_the_same_is_noted(index: sqlite3.Connection, entry: Entry) -> None:
    with transaction(index):
        put(index, found(), "/a", entry)
        mark(index, [1], Reach.AWAY)
        assert known_files(index)["/a/case.json"].reach is Reach.AWAY
        put_same(index, found(documents="d", leaf_mtime_ns=9), "/b")
    known = known_files(index)["/a/case.json"]
    assert (known.case_file, known.documents, known.leaf_mtime_ns) == (STATE, "d", 9)
    assert (known.folder, known.reach) == ("/b", Reach.HERE)


@given(st.lists(st.sampled_from(["a b", "c", "b a"]), max_size=4))
def test_no_phrase_goes_from_one_record_to_another(words: list[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='ascii')")
        connection.execute("INSERT INTO t VALUES (?)", (together(words),))
        for phrase in ("a b", "b c", "c b", "b a", "c c"):
            (count,) = connection.execute(
                "SELECT count(*) FROM t WHERE t MATCH ?", (f'"{phrase}"',)
            ).fetchone()
            assert bool(count) == any(phrase in one for one in words)
