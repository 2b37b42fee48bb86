"""Writes cases into the index and takes them out, so that nothing of them is left behind.

The full-text tables hold no texts, only their words: to take a case out, its words are folded
again from the texts that are kept beside them. Whoever calls does so within a transaction.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from caseviewer.bundle.files import Fingerprint
from caseviewer.search.library.entries import Entry, Outcome
from caseviewer.search.library.store import PLACES
from caseviewer.search.library.texts import BORDER, PackedTexts
from caseviewer.search.library.values import Reach
from caseviewer.search.library.walking import Found


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of a case file, to tell whether it has changed."""

    key: int
    path: str
    folder: str
    case_file: Fingerprint
    documents: str
    leaf_mtime_ns: int
    sha256: str
    reach: Reach


_KNOWN = (
    "SELECT key, path, folder, size, mtime_ns, inode, documents, leaf_mtime_ns, sha256, reach"
    " FROM files"
)


def known_files(connection: sqlite3.Connection) -> dict[str, Known]:
    """All case files that the index knows, by their paths."""
    found = {}
    for key, path, folder, size, mtime_ns, inode, *rest in connection.execute(_KNOWN):
        documents, leaf, sha256, reach = rest
        name = os.fsdecode(path)
        state = Fingerprint(size, int(mtime_ns), int(inode))
        found[name] = Known(
            key, name, os.fsdecode(folder), state, documents, int(leaf), sha256, Reach(reach)
        )
    return found


def put(connection: sqlite3.Connection, found: Found, folder: str, entry: Entry) -> None:
    """Write what became of a case file, instead of what was known of it."""
    key = _key(connection, found.path)
    if key is not None:
        _take_words(connection, key)
    state, read = found.case_file, entry.fingerprint
    sha256 = ""
    if read is not None:
        # As it was when it was read: it may have changed since the walk, and is then read again.
        state, sha256 = Fingerprint(read.size, read.mtime_ns, read.inode), read.sha256
    reach = Reach.HERE if entry.outcome is Outcome.READ else Reach.BROKEN
    values = (
        os.fsencode(folder), state.size, str(state.mtime_ns), str(state.inode), found.documents,
        str(found.leaf_mtime_ns), sha256, reach.value, entry.fault, entry.row, entry.details,
        entry.texts, os.fsencode(found.path),
    )  # fmt: skip
    if key is None:
        key = connection.execute(_INSERT, values).lastrowid
    else:
        connection.execute(_UPDATE, values)
    _put_words(connection, int(key or 0), entry)


_COLUMNS = (
    "folder", "size", "mtime_ns", "inode", "documents", "leaf_mtime_ns", "sha256", "reach",
    "fault", "row", "details", "texts",
)  # fmt: skip
_INSERT = (
    f"INSERT INTO files ({', '.join(_COLUMNS)}, path)"  # noqa: S608  # the names are ours
    f" VALUES ({', '.join('?' * (len(_COLUMNS) + 1))})"
)
_UPDATE = f"UPDATE files SET {', '.join(f'{name} = ?' for name in _COLUMNS)} WHERE path = ?"  # noqa: S608


def put_same(connection: sqlite3.Connection, found: Found, folder: str) -> None:
    """Note that a case file holds what it held, though its time or place on the disk changed."""
    state = found.case_file
    connection.execute(
        "UPDATE files SET folder = ?, size = ?, mtime_ns = ?, inode = ?, documents = ?,"
        " leaf_mtime_ns = ?, reach = 'here' WHERE path = ?",
        (
            os.fsencode(folder), state.size, str(state.mtime_ns), str(state.inode),
            found.documents, str(found.leaf_mtime_ns), os.fsencode(found.path),
        ),
    )  # fmt: skip


def mark(connection: sqlite3.Connection, keys: Iterable[int], reach: Reach) -> None:
    """Note whether cases can be reached."""
    rows = [(reach.value, key) for key in keys]
    connection.executemany("UPDATE files SET reach = ? WHERE key = ?", rows)


def take_out(connection: sqlite3.Connection, key: int) -> None:
    """Take a case out of the index."""
    _take_words(connection, key)
    connection.execute("DELETE FROM files WHERE key = ?", (key,))


def tidy(connection: sqlite3.Connection) -> None:
    """Merge the full-text tables, so that words that were taken out are nowhere in the file."""
    for table in ("words", "cases"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _key(connection: sqlite3.Connection, path: str) -> int | None:
    found = connection.execute("SELECT key FROM files WHERE path = ?", (os.fsencode(path),))
    row = found.fetchone()
    return None if row is None else int(row[0])


def _put_words(connection: sqlite3.Connection, key: int, entry: Entry) -> None:
    if entry.outcome is not Outcome.READ:
        return
    first = key * PLACES
    rows = (
        (first + at, words, tags)
        for at, (words, tags) in enumerate(zip(entry.words, entry.tags, strict=True))
    )
    connection.executemany("INSERT INTO words (rowid, text, tags) VALUES (?, ?, ?)", rows)
    connection.execute(
        "INSERT INTO cases (rowid, text) VALUES (?, ?)", (key, together(entry.words))
    )
    forms = ((key, at, *form) for at, form in enumerate(entry.forms))
    connection.executemany("INSERT INTO forms VALUES (?, ?, ?, ?, ?, ?, ?, ?)", forms)


def _take_words(connection: sqlite3.Connection, key: int) -> None:
    (packed,) = connection.execute("SELECT texts FROM files WHERE key = ?", (key,)).fetchone()
    connection.execute("DELETE FROM forms WHERE file = ?", (key,))
    if not packed:
        return
    texts = PackedTexts(packed).whole()
    words, first = texts.folded(), key * PLACES
    rows = (
        (first + at, text, tags)
        for at, (text, tags) in enumerate(zip(words, texts.tags(), strict=True))
    )
    connection.executemany(
        "INSERT INTO words (words, rowid, text, tags) VALUES ('delete', ?, ?, ?)", rows
    )
    connection.execute(
        "INSERT INTO cases (cases, rowid, text) VALUES ('delete', ?, ?)", (key, together(words))
    )


def together(words: Iterable[str]) -> str:
    """All that is searched of a case; no phrase goes from one record to another."""
    return f" {BORDER} ".join(words)
