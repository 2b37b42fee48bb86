"""Brings the index up to date: one program at a time, in steps that can be ended anywhere.

What is written is written in transactions of some cases, so that whatever ends the work, the index
tells each case wholly or as it was before, and the next refresh goes on from there.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime

from caseviewer.bundle.reader import ReadingStopped
from caseviewer.search.library.comparing import Plan, plan_for
from caseviewer.search.library.crew import Crew, CrewError
from caseviewer.search.library.entries import Entry, Job, Outcome, entry_of
from caseviewer.search.library.listing import case_name
from caseviewer.search.library.refresh_words import (
    away_words,
    broken_words,
    busy_words,
    cut_words,
    failed_words,
    off_words,
)
from caseviewer.search.library.settings import Decided
from caseviewer.search.library.store import (
    FullDiskError,
    IndexUnusableError,
    Store,
    open_writing,
    required,
    transaction,
    writer_lock,
)
from caseviewer.search.library.texts import DamagedError
from caseviewer.search.library.values import (
    Ending,
    MayGoOn,
    OnProgress,
    Progress,
    Reach,
    Refreshed,
    Step,
)
from caseviewer.search.library.walking import Found
from caseviewer.search.library.writing import (
    Known,
    known_files,
    mark,
    put,
    put_same,
    take_out,
    tidy,
)

_FEW_BYTES = 1 << 20
"""So much is read by this process itself: to start another one takes longer."""
_ONE_WORKER_BYTES = 4 << 20
_BATCH_SECONDS = 1.0
_BATCH_BYTES = 8 << 20
_MANY_GONE = 0.1
_TOLD_SECONDS = 0.1

_COUNTED = ("added", "changed", "unchanged", "removed", "broken", "away")
_REACHED = "SELECT count(*) FROM files WHERE reach = ?"

Result = tuple[Job, Entry]


class _Stopped(Exception):  # noqa: N818  # nothing went wrong
    """Whoever asked for the refresh does not want it any more."""


def refresh(
    store: Store, decided: Decided, on_progress: OnProgress, may_go_on: MayGoOn
) -> Refreshed:
    """Look through the folders and read what is new or changed."""
    if not decided.on:
        return Refreshed(Ending.OFF, told=(off_words(),))
    try:
        with writer_lock(store) as locked:
            if not locked:
                return Refreshed(Ending.BUSY, told=(busy_words(),))
            return _Refresh(store, decided, on_progress, may_go_on).run()
    except OSError as error:
        return Refreshed(Ending.FAILED, told=(failed_words(store.folder, error),))


class _Refresh:
    """One refresh, in the hands of the one program that may write."""

    def __init__(
        self, store: Store, decided: Decided, on_progress: OnProgress, may_go_on: MayGoOn
    ) -> None:
        self._store = store
        self._decided = decided
        self._on_progress = on_progress
        self._may_go_on = may_go_on
        self._told: list[str] = []
        self._counts = dict.fromkeys(_COUNTED, 0)

    def run(self) -> Refreshed:
        """Do it; an index that shows to be damaged is made anew once."""
        try:
            try:
                ending = self._run()
            except IndexUnusableError as error:
                self._told.append(str(error))
                self._store.delete()
                self._counts = dict.fromkeys(self._counts, 0)
                ending = self._run()
        except _Stopped:
            ending = Ending.STOPPED
        except FullDiskError as error:
            self._told.append(str(error))
            ending = Ending.FULL
        except (CrewError, IndexUnusableError) as error:
            self._told.append(str(error))
            ending = Ending.FAILED
        except OSError as error:
            self._told.append(failed_words(self._store.folder, error))
            ending = Ending.FAILED
        return Refreshed(ending, **self._counts, told=tuple(self._told))

    def _run(self) -> Ending:
        connection, told = open_writing(self._store)
        if told:
            self._told.append(told)
        with closing(connection):
            try:
                self._bring_up_to_date(connection)
            except (sqlite3.Error, DamagedError) as error:
                raise required(error, self._store) from error
        return Ending.DONE

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        self._on_progress(Progress(Step.LOOKING))
        known = known_files(connection)
        plan = plan_for(self._decided.folders, known, self._pause)
        self._counts["unchanged"] = plan.unchanged
        self._told += [away_words(one) for one in plan.told]
        self._told += [cut_words(folder) for folder in plan.cut]
        self._without_reading(connection, plan)
        self._read(connection, plan)
        if plan.gone or len(plan.read) > _MANY_GONE * len(known):
            self._on_progress(Progress(Step.TIDYING))
            with transaction(connection):
                tidy(connection)
        with transaction(connection):
            at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('refreshed', ?)", (at,))
        self._told += broken_words(connection)
        for name in (Reach.BROKEN, Reach.AWAY):
            counted = connection.execute(_REACHED, (name.value,)).fetchone()
            self._counts[name.value] = int(counted[0])

    def _without_reading(self, connection: sqlite3.Connection, plan: Plan) -> None:
        """Take out what is gone, and note what is away, or came back."""
        for some in _in_batches(plan.gone):
            self._pause()
            with transaction(connection):
                for one in some:
                    take_out(connection, one.key)
            self._counts["removed"] += len(some)
        if plan.away or plan.noted:
            with transaction(connection):
                mark(connection, (one.key for one in plan.away), Reach.AWAY)
                for found, folder in plan.noted:
                    put_same(connection, found, folder)

    def _read(self, connection: sqlite3.Connection, plan: Plan) -> None:
        """Read what is new or changed, and write it as it comes."""
        if not plan.read:
            return
        by_path = {found.path: (found, folder, known) for found, folder, known in plan.read}
        jobs = [Job(found.path, _known_hash(found, known)) for found, _, known in plan.read]
        size = sum(found.case_file.size for found, _, _ in plan.read)
        batch = _Batch(connection, self._counts)
        telling = _Telling(self._on_progress, len(jobs))
        with closing(_entries(jobs, size, self._may_go_on)) as results:
            for done, (job, entry) in enumerate(results, start=1):
                batch.add(*by_path.pop(job.path), entry)
                telling.tell(done, job.path)
        batch.write()
        if by_path:
            raise _Stopped

    def _pause(self) -> None:
        if not self._may_go_on():
            raise _Stopped


# Reading ------------------------------------------------------------------------------------


def _known_hash(found: Found, known: Known | None) -> str:
    """The hash that makes reading needless: that of the case, if its documents are the same."""
    return known.sha256 if known is not None and known.documents == found.documents else ""


def _entries(jobs: list[Job], size: int, may_go_on: MayGoOn) -> Generator[Result, None, None]:
    """The entry of each job, read here or by other processes; ends early where told to."""
    if size <= _FEW_BYTES:
        return _read_here(jobs, may_go_on)
    workers = 1 if size <= _ONE_WORKER_BYTES else min(2, os.cpu_count() or 1)
    return Crew(workers).entries(jobs, may_go_on)


def _read_here(jobs: Iterable[Job], may_go_on: MayGoOn) -> Generator[Result, None, None]:
    for job in jobs:
        if not may_go_on():
            return
        try:
            entry = entry_of(job, lambda: not may_go_on())
        except ReadingStopped:
            return
        yield job, entry


class _Batch:
    """Cases that are written together."""

    def __init__(self, connection: sqlite3.Connection, counts: dict[str, int]) -> None:
        self._connection = connection
        self._counts = counts
        self._waiting: list[tuple[Found, str, Known | None, Entry]] = []
        self._bytes = 0
        self._since = time.monotonic()

    def add(self, found: Found, folder: str, known: Known | None, entry: Entry) -> None:
        """Take a case; write what waits if it is much, or waited long."""
        self._waiting.append((found, folder, known, entry))
        self._bytes += len(entry.texts) + sum(map(len, entry.words))
        if self._bytes > _BATCH_BYTES or time.monotonic() - self._since > _BATCH_SECONDS:
            self.write()

    def write(self) -> None:
        """Write what waits."""
        with transaction(self._connection):
            for found, folder, _, entry in self._waiting:
                if entry.outcome is Outcome.SAME:
                    put_same(self._connection, found, folder)
                else:
                    put(self._connection, found, folder, entry)
        for _, _, known, entry in self._waiting:
            self._counts[_what_became(known, entry)] += 1
        self._waiting.clear()
        self._bytes = 0
        self._since = time.monotonic()


def _what_became(known: Known | None, entry: Entry) -> str:
    if known is None:
        return "added"
    still_broken = known.reach is Reach.BROKEN and entry.outcome is Outcome.BROKEN
    return "unchanged" if still_broken or entry.outcome is Outcome.SAME else "changed"


class _Telling:
    """Tells how far the reading is, not too often."""

    def __init__(self, on_progress: OnProgress, total: int) -> None:
        self._on_progress = on_progress
        self._total = total
        self._began = self._told = time.monotonic()
        on_progress(Progress(Step.READING, 0, total))

    def tell(self, done: int, path: str) -> None:
        now = time.monotonic()
        if done < self._total and now - self._told < _TOLD_SECONDS:
            return
        self._told = now
        left = (now - self._began) / done * (self._total - done)
        self._on_progress(Progress(Step.READING, done, self._total, left, case_name(path)))


def _in_batches(known: list[Known], size: int = 100) -> Iterator[list[Known]]:
    return (known[at : at + size] for at in range(0, len(known), size))
