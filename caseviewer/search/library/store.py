"""The file of the index: made private, opened for reading or writing, and thrown away if damaged.

It is one SQLite database in the reader's cache folder. Everything in it comes from the cases, so
that it can be made again: a file that is damaged, older or not ours is deleted, never mended.

    files    a case each: what tells its file from a later state, its row in the list (JSON), its
             details and its texts (packed JSON)
    words    a full-text row for each record and each document; its rowid is the key of the case,
             shifted, and the place in the case's texts
    cases    a full-text row for each case, by which cases are ranked
    forms    a row for each form of a party's name, for its country, and for what a source is called
"""

from __future__ import annotations

import errno
import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.search.library.texts import DamagedError

FILE_NAME = "library.sqlite"
LOCK_NAME = "library.lock"
MARK_NAME = "library.damaged"
PLACES = 1 << 20
"""So many places a case may have in the index, and more than it may have records."""

_SCHEMA_VERSION = 3
_APPLICATION = 0x43564C31  # "CVL1"
_PRIVATE = 0o600
_WAIT = 10.0
_CACHE_KB = 32_768
_SHOWN = 200

_SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE files (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        path BLOB NOT NULL UNIQUE,
        folder BLOB NOT NULL,
        size INTEGER NOT NULL,
        -- as text, as a file system may tell larger numbers than SQLite holds
        mtime_ns TEXT NOT NULL, inode TEXT NOT NULL,
        documents TEXT NOT NULL, leaf_mtime_ns TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        reach TEXT NOT NULL,
        fault TEXT NOT NULL,
        row TEXT NOT NULL,
        details BLOB NOT NULL,
        texts BLOB NOT NULL
    )""",
    """CREATE VIRTUAL TABLE words USING fts5(
        text, tags, content='', columnsize=0, tokenize='ascii'
    )""",
    """CREATE VIRTUAL TABLE cases USING fts5(
        text, content='', tokenize='ascii', prefix='1 2'
    )""",
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(cases, row)",
    "CREATE VIRTUAL TABLE tag_vocabulary USING fts5vocab(words, row)",
    """CREATE TABLE forms (
        file INTEGER NOT NULL, at INTEGER NOT NULL,
        letter TEXT NOT NULL, record TEXT NOT NULL, folded TEXT NOT NULL, text TEXT NOT NULL,
        name TEXT NOT NULL, variants TEXT NOT NULL,
        PRIMARY KEY (file, at)
    ) WITHOUT ROWID""",
    "CREATE INDEX forms_folded ON forms (letter, folded, name)",
    "CREATE INDEX forms_varied ON forms (letter, folded) WHERE variants != ''",
)


_LOOKS = (
    "SELECT key FROM files LIMIT 1",
    "SELECT file FROM forms LIMIT 1",
    "SELECT rowid FROM words WHERE words MATCH '\"a\"' LIMIT 1",
    "SELECT rowid FROM cases WHERE cases MATCH '\"a\"' LIMIT 1",
)
"""Questions that a sound index answers."""


class IndexUnusableError(Exception):
    """There is no index to be used; its text is a sentence for people."""


class IndexOutOfReachError(IndexUnusableError):
    """The index may be sound, but cannot be read now; its text is a sentence for people."""


class FullDiskError(Exception):
    """There is no room left for the index; its text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where the index lies."""

    folder: Path

    @property
    def path(self) -> Path:
        """The database."""
        return self.folder / FILE_NAME

    @property
    def lock_path(self) -> Path:
        """What a program locks while it writes."""
        return self.folder / LOCK_NAME

    @property
    def mark_path(self) -> Path:
        """What tells that a question showed the index to be damaged, though it opens."""
        return self.folder / MARK_NAME

    @property
    def paths(self) -> tuple[Path, ...]:
        """The database and what SQLite puts beside it."""
        names = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", f"{FILE_NAME}-journal")
        return tuple(self.folder / name for name in names)

    def exists(self) -> bool:
        """Whether there is an index."""
        return self.path.is_file()

    def size(self) -> int:
        """How many bytes it takes on the disk."""
        total = 0
        for path in self.paths:
            with suppress(OSError):
                total += path.stat().st_size
        return total

    def delete(self) -> None:
        """Delete the index; may raise OSError."""
        for path in (*reversed(self.paths), self.mark_path):  # whatever is left is told anew
            path.unlink(missing_ok=True)

    def mark_damaged(self) -> None:
        """Let the next refresh make the index anew, whoever does it."""
        with suppress(OSError):
            self.mark_path.touch(_PRIVATE)


def user_store(folder: Path | None = None) -> Store:
    """The index in a folder, by default the user's own cache folder."""
    return Store(folder or user_cache_path("caseviewer", appauthor=False))


def foldings() -> str:
    """What the folded words in an index depend on beside its schema."""
    return f"Unicode {unicodedata.unidata_version}"


# Opening ------------------------------------------------------------------------------------


def open_reading(store: Store) -> sqlite3.Connection | None:
    """The index for questions, which wait for no writer; None where there is none yet.

    Raises IndexUnusableError where it cannot be used as it is.
    """
    if not store.exists():
        return None
    try:
        with _connected(store) as connection:
            _require_ours(connection)
            connection.execute("PRAGMA query_only = 1")
    except _NotMadeError:
        return None
    except sqlite3.Error as error:
        raise unreadable(error, store) from None
    return connection


def open_writing(store: Store) -> tuple[sqlite3.Connection, str]:
    """The index to be written, made anew where needed; and a sentence where an old one had to go.

    May raise OSError and FullDiskError where none can be made. One that is only out of reach just
    now is not thrown away.
    """
    told = ""
    if store.exists():
        try:
            return _opened_whole(store), ""
        except _NotMadeError:
            store.delete()
        except sqlite3.Error as error:
            meant = required(error, store)
            if not isinstance(meant, IndexUnusableError):
                raise meant from None
            told = str(meant)
            store.delete()
    store.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # SQLite gives its other files the rights of this one.
    os.close(os.open(store.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE))
    return _made(store), told


def unusable(error: Exception) -> IndexUnusableError:
    """What to say of an index that cannot be used."""
    if isinstance(error, _OtherVersionError):
        return IndexUnusableError(
            tr("The index was made by another version of this program, and is made anew.")
        )
    return IndexUnusableError(tr("The index was damaged, and is made anew from the cases."))


class _NotOursError(sqlite3.DatabaseError):
    """The file is no index."""


class _NotMadeError(sqlite3.DatabaseError):
    """The file is empty: an index is just being made in it, or its making was ended at once."""


class _OtherVersionError(_NotOursError):
    """The file is an index, but not as this program makes it."""


def _opened_whole(store: Store) -> sqlite3.Connection:
    """The index as it lies there, if it is sound as far as a look can tell."""
    store.path.chmod(_PRIVATE)
    with _connected(store) as connection:
        _require_ours(connection)
        for look in _LOOKS:
            connection.execute(look).fetchone()
        if store.mark_path.exists():
            raise _NotOursError
    return connection


def _made(store: Store) -> sqlite3.Connection:
    try:
        with _connected(store) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            with transaction(connection):
                for statement in _SCHEMA:
                    connection.execute(statement)
                connection.execute("INSERT INTO meta VALUES ('foldings', ?)", (foldings(),))
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
    except sqlite3.Error as error:
        with suppress(OSError):  # what was begun is no index
            store.delete()
        raise required(error, store) from None
    return connection


@contextmanager
def _connected(store: Store) -> Iterator[sqlite3.Connection]:
    """A connection that stays open after all went well within, and is closed after a fault."""
    connection = sqlite3.connect(
        store.path, timeout=_WAIT, isolation_level=None, check_same_thread=False
    )
    try:
        _set(connection)
        yield connection
    except sqlite3.Error:
        connection.close()
        raise


def _set(connection: sqlite3.Connection) -> None:
    for setting in (
        "synchronous = NORMAL",  # what a power cut takes away is read from the cases again
        "secure_delete = 1",
        "temp_store = MEMORY",
        "trusted_schema = 0",
        f"cache_size = -{_CACHE_KB}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _require_ours(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.Error where the database is not an index of this version."""
    connection.execute("BEGIN")  # one state of it, though another program may just be making it
    try:
        _look_whose(connection)
    finally:
        connection.execute("ROLLBACK")


def _look_whose(connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        begun = connection.execute("SELECT name FROM sqlite_master LIMIT 1").fetchone()
        raise _NotOursError if application or version or begun else _NotMadeError
    if version != _SCHEMA_VERSION:
        raise _OtherVersionError
    found = connection.execute("SELECT value FROM meta WHERE key = 'foldings'").fetchone()
    if found != (foldings(),):
        raise _OtherVersionError


# Writing ------------------------------------------------------------------------------------


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written within, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _is_full(error: Exception) -> bool:
    """Whether the disk, or what the user may use of it, is full."""
    return getattr(error, "sqlite_errorname", "") in _FULL


_FULL = frozenset({"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"})
_OUTSIDE = (
    "SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_LOCKED", "SQLITE_PERM",
    "SQLITE_PROTOCOL", "SQLITE_READONLY",
)  # fmt: skip
"""What SQLite calls faults of the disk, of rights, or of what others do, which damage nothing."""


def required(error: Exception, store: Store) -> Exception:
    """What a fault in writing means: a full disk, a damaged index, the system, or what it says."""
    if _is_full(error):
        return FullDiskError(full_words(store))
    if is_damage(error):
        return unusable(error)
    return OSError(errno.EIO, str(error)) if _is_outside(error) else error


def unreadable(error: Exception, store: Store) -> Exception:
    """What a fault in reading means: a damaged index, one out of reach, or what it says itself."""
    if is_damage(error):
        return unusable(error)
    if not _is_outside(error):
        return error
    return IndexOutOfReachError(
        tr(
            "The index in {folder} could not be read: {reason}.",
            folder=visible(str(store.folder), _SHOWN),
            reason=error,
        )
    )


def _is_outside(error: Exception) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(_OUTSIDE)


def is_damage(error: Exception) -> bool:
    """Whether an error tells that the file is not what it should be."""
    if isinstance(error, DamagedError | _NotOursError):
        return True
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or (
        isinstance(error, sqlite3.OperationalError) and str(error).startswith("no such ")
    )


def full_words(store: Store) -> str:
    """The sentence for a disk that is full."""
    return tr(
        "The disk with {folder} is full, so that the index is not complete. Nothing of the cases"
        " is touched. Make room, and refresh.",
        folder=visible(str(store.folder), _SHOWN),
    )


@contextmanager
def writer_lock(store: Store) -> Iterator[bool]:
    """Whether this program may write now; no other one may until the end, or its death."""
    store.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(FileExistsError):
        os.close(os.open(store.lock_path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE))
    lock = sqlite3.connect(store.lock_path, timeout=0, isolation_level=None)
    try:
        yield _locked(lock)
    finally:
        lock.close()


def _locked(lock: sqlite3.Connection) -> bool:
    try:
        lock.execute("PRAGMA journal_mode = MEMORY")  # needs no room on the disk
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            return False
        raise OSError(errno.EIO, tr("its lock {file} is damaged", file=LOCK_NAME)) from None
    return True
