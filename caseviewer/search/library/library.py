"""The library as windows and commands use it; safe to call from any thread.

Reading never waits for a refresh, neither for one of this program nor for another's: a question
is answered by the last whole state of the index.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TypeVar

from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.search.library.asking import Among, Asking
from caseviewer.search.library.listing import all_rows, details_of, fitting
from caseviewer.search.library.record_lines import record_values
from caseviewer.search.library.refresh_words import (
    busy_words,
    failed_words,
    full_words,
    held_words,
)
from caseviewer.search.library.refreshing import refresh
from caseviewer.search.library.same_party import same_parties
from caseviewer.search.library.settings import Settings, is_below
from caseviewer.search.library.store import (
    FullDiskError,
    IndexUnusableError,
    Store,
    is_damage,
    open_reading,
    open_writing,
    required,
    transaction,
    unreadable,
    user_store,
    writer_lock,
)
from caseviewer.search.library.texts import DamagedError
from caseviewer.search.library.values import (
    EVERYTHING,
    Answer,
    CaseDetails,
    CaseRow,
    Chosen,
    Ending,
    MayGoOn,
    OnProgress,
    Reach,
    Refreshed,
    SameParty,
    State,
)
from caseviewer.search.library.writing import take_out, tidy

_T = TypeVar("_T")
_SHOWN = 200


@dataclass
class _Asked:
    """One state of the index, and what was made of it."""

    connection: sqlite3.Connection
    version: int
    opened: Mapping[str, str]

    @cached_property
    def rows(self) -> tuple[CaseRow, ...]:
        """All cases by title."""
        return all_rows(self.connection, self.opened)

    @cached_property
    def by_key(self) -> dict[int, CaseRow]:
        """All cases by their keys."""
        return {row.key: row for row in self.rows}

    @cached_property
    def asking(self) -> Asking:
        """What searches it."""
        return Asking(self.connection, self.by_key)


class Library:
    """The reader's folders and the index of the cases below them."""

    def __init__(self, settings: Path | None = None, cache: Path | None = None) -> None:
        """`settings` and `cache` are folders; the user's own unless told."""
        self._settings = Settings(settings)
        self._store = user_store(cache)
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._asked: _Asked | None = None

    def state(self) -> State:
        """Whether it is on, the folders, how many cases there are."""
        decided, fault = self._settings.read()
        told = [fault] if fault else []
        rows: tuple[CaseRow, ...] = ()
        at = ""
        if decided.on:
            try:
                rows = self._ask(lambda asked: asked.rows, ())
                at = self._ask(_refreshed, "")
            except IndexUnusableError as error:
                told.append(str(error))
        reached = [row.reach for row in rows]
        return State(
            on=decided.on,
            folders=decided.folders,
            cases=len(rows),
            broken=reached.count(Reach.BROKEN),
            away=reached.count(Reach.AWAY),
            indexed_at=at,
            bytes=self._store.size(),
            told=tuple(told),
        )

    # What the reader decides; each returns a sentence where it could not be kept, else nothing.

    def switch(self, *, on: bool) -> str:
        """Switch it on or off; off, no index is read or written, and what is there stays."""
        if not on:
            self.close()
        return self._settings.switch(on=on)

    def add_folder(self, folder: Path) -> str:
        """Add a folder; its cases come with the next refresh."""
        return self._settings.add(folder)

    def forget_folder(self, folder: str) -> str:
        """Forget a folder, as `state` names it, and erase its cases from the index at once."""
        if folder not in self._settings.decided().folders:
            return tr("“{folder}” is no folder of the library.", folder=visible(folder, _SHOWN))
        left: list[str] = []
        if self._store.exists():
            fault = self._writing(lambda: left.extend(self._take_out(folder)))
            if fault:
                return fault
        return " ".join(filter(None, (self._settings.forget(folder), *left)))

    def erase(self) -> str:
        """Erase the index and when cases were opened; the folders stay known."""
        fault = self._settings.forget_opened()
        return self._writing(self._delete) or fault

    def mark_opened(self, case_file: Path) -> str:
        """Remember that a case was opened just now, if it is in the library."""
        with self._lock:
            self._asked = None
        return self._settings.mark_opened(case_file)

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._asked = self._identity = None

    # What takes long

    def refresh(self, on_progress: OnProgress, may_go_on: MayGoOn) -> Refreshed:
        """Bring the index up to date; call it beside the window."""
        decided, fault = self._settings.read()
        if fault:  # without folders all cases would be taken out
            return Refreshed(Ending.FAILED, told=(fault,))
        return refresh(self._store, decided, on_progress, may_go_on)

    # What is asked; raises IndexUnusableError where the index has to be made anew.

    def cases(self, chosen: Chosen = EVERYTHING) -> tuple[CaseRow, ...]:
        """The cases that fit, by title."""
        return self._ask(lambda asked: fitting(asked.rows, chosen), ())

    def details(self, key: int) -> CaseDetails | None:
        """What the preview of a case shows; None where it is gone."""

        def found(asked: _Asked) -> CaseDetails | None:
            row = asked.by_key.get(key)
            return None if row is None else details_of(asked.connection, row)

        return self._ask(found, None)

    def search(self, typed: str, chosen: Chosen = EVERYTHING, most: int = 50) -> Answer:
        """The first hits, case by case, the best case first."""

        def found(asked: _Asked) -> Answer:
            fit = fitting(asked.rows, chosen)
            keys = asked.by_key.keys() if fit is asked.rows else {row.key for row in fit}
            return asked.asking.search(typed, Among(keys, most))

        return self._ask(found, Answer(typed))

    def hits_in(self, typed: str, key: int, most: int = 500) -> Answer:
        """The hits in one case alone, as many as are wanted."""

        def found(asked: _Asked) -> Answer:
            keys = {key} & asked.by_key.keys()
            return asked.asking.search(typed, Among(keys, most, most))

        return self._ask(found, Answer(typed))

    def same_party(self, key: int, record: str) -> tuple[SameParty, ...]:
        """Parties of other cases that may be the same as one, the surest first."""
        return self._ask(
            lambda asked: same_parties(asked.connection, asked.by_key, key, record), ()
        )

    def records(self) -> Iterator[dict[str, object]]:
        """All records of all cases as plain values, for other programs."""
        if not self._settings.decided().on:
            return
        connection = open_reading(self._store)  # its own: this may take long
        if connection is None:
            return
        try:
            yield from record_values(connection, all_rows(connection, {}))
        except (sqlite3.Error, DamagedError) as error:
            raise unreadable(error, self._store) from error
        finally:
            connection.close()

    # How it is asked

    def _ask(self, question: Callable[[_Asked], _T], nothing: _T) -> _T:
        """Ask the index; `nothing` where there is none, or the library is off."""
        decided = self._settings.decided()
        if not decided.on:
            self.close()
            return nothing
        with self._lock:
            try:
                with self._state_kept():
                    asked = self._now(decided.opened)
                    return nothing if asked is None else question(asked)
            except (sqlite3.Error, DamagedError) as error:
                self.close()
                if is_damage(error):
                    self._store.mark_damaged()
                raise unreadable(error, self._store) from error

    @contextmanager
    def _state_kept(self) -> Iterator[None]:
        """Keep the index as it is for a whole question, whatever is written meanwhile."""
        identity = _identity(self._store)
        if identity != self._identity or self._connection is None:
            self.close()
            self._connection = open_reading(self._store)
            self._identity = identity
        connection = self._connection
        if connection is None:
            yield
            return
        connection.execute("BEGIN")
        try:
            connection.execute("SELECT key FROM meta LIMIT 1").fetchone()  # from here on
            yield
        finally:
            with suppress(sqlite3.Error):  # where what failed has closed or ended it
                connection.execute("ROLLBACK")

    def _now(self, opened: Mapping[str, str]) -> _Asked | None:
        """The index as it is now; what was made of it before is kept while it is the same."""
        if self._connection is None:
            return None
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        known = self._asked
        if known is None or known.version != version or known.opened != opened:
            self._asked = known = _Asked(self._connection, version, opened)
        return known

    # How it is changed beside a refresh

    def _writing(self, work: Callable[[], None]) -> str:
        """Do something that no refresh may disturb; a sentence where that cannot be now."""
        try:
            with writer_lock(self._store) as locked:
                if not locked:
                    return busy_words()
                work()
        except OSError as error:
            return failed_words(self._store.folder, error)
        except FullDiskError:
            return full_words(self._store.folder)
        return ""

    def _delete(self) -> None:
        self.close()
        self._store.delete()

    def _take_out(self, folder: str) -> Iterator[str]:
        """Take the cases of a folder out; a sentence where another program still holds some."""
        connection, _ = open_writing(self._store)
        try:
            if not _take_out(connection, folder):
                yield held_words()
        except (sqlite3.Error, DamagedError) as error:
            meant = required(error, self._store)
            if not isinstance(meant, IndexUnusableError):
                raise meant from error
            self._delete()  # it is damaged, and would keep what is to be forgotten
        finally:
            connection.close()


def _take_out(connection: sqlite3.Connection, folder: str) -> bool:
    """Take the cases of a folder out; whether nothing of them is left in any file."""
    paths = connection.execute("SELECT key, path FROM files").fetchall()
    keys = [key for key, path in paths if is_below(os.fsdecode(path), folder)]
    with transaction(connection):
        for key in keys:
            take_out(connection, key)
        tidy(connection)
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _refreshed(asked: _Asked) -> str:
    found = asked.connection.execute("SELECT value FROM meta WHERE key = 'refreshed'").fetchone()
    return "" if found is None else str(found[0])


def _identity(store: Store) -> tuple[int, int] | None:
    """What tells one file of the index from another."""
    try:
        status = store.path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
