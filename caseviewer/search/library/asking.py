"""Searches all cases: which ones hold what is looked for, the best first, and where in them.

Cases are ranked by FTS5 (bm25 over whole cases), as ranking each record takes too long; which
records of the best ones hold it, their kept texts tell.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caseviewer.search.filters import DATES
from caseviewer.search.library.all_names import Words, understood, with_near_words
from caseviewer.search.library.case_hits import CaseHits as Looking
from caseviewer.search.library.conditions import Condition, conditions_of
from caseviewer.search.library.expressions import for_cases, for_records
from caseviewer.search.library.record_names import record_names
from caseviewer.search.library.searched_words import (
    not_searched_words,
    numbers_words,
    searched_words,
)
from caseviewer.search.library.store import PLACES
from caseviewer.search.library.texts import PackedTexts
from caseviewer.search.library.values import Answer, CaseHits, CaseRow, Reach
from caseviewer.search.query import parse
from caseviewer.search.wanted import Wanted

PER_CASE = 10
"""So many hits of one case are shown with those of others."""

_FEW = 2_000
"""In so many cases hits are counted one by one, though nothing else needs it."""


@dataclass(frozen=True, slots=True)
class Among:
    """Which cases are asked, by their keys, and how many hits are wanted, in all and of each."""

    keys: Collection[int]
    most: int
    per_case: int = PER_CASE


class _Places:
    """At which places of each case something matches; `rowids` are those of `words`, ascending."""

    def __init__(self, rowids: Sequence[int]) -> None:
        self._rowids = rowids
        self.counts = Counter([rowid // PLACES for rowid in rowids])

    def of(self, key: int) -> list[int]:
        """The places in one case."""
        begin = bisect_left(self._rowids, key * PLACES)
        return [rowid % PLACES for rowid in self._rowids[begin : begin + self.counts[key]]]

    def count_in(self, keys: Collection[int]) -> int:
        """How many there are in some cases, each of which has one."""
        if len(keys) == len(self.counts):
            return len(self._rowids)
        return sum(self.counts[key] for key in keys)

    def most_first(self) -> list[int]:
        """The keys of the cases, those first that have most places."""
        return sorted(sorted(self.counts), key=self.counts.__getitem__, reverse=True)


@dataclass(frozen=True, slots=True)
class _Matches:
    """The keys of cases that may hold it, the best first; and how many hits are in how many.

    places: where in the cases something matches; None where they were not looked up.
    """

    keys: Sequence[int]
    places: _Places | None
    records: int | None = None
    in_cases: int | None = None


class Asking:
    """Asks one state of the index."""

    def __init__(self, connection: sqlite3.Connection, rows: Mapping[int, CaseRow]) -> None:
        """`rows` are all cases by their keys."""
        self._connection = connection
        self._rows = rows
        self._words = Words(connection)
        self._not_here = [row for row in rows.values() if row.reach is not Reach.HERE]

    def search(self, typed: str, among: Among) -> Answer:
        """The first hits, case by case."""
        query = parse(typed)
        if query.is_empty:
            return Answer(typed, faults=query.faults)
        conditions = conditions_of(self._connection, query.filters)
        wanted = understood(self._connection, query, self._words)
        told_of = dict.fromkeys(one.fault for one in conditions if one.fault)
        faults = (*query.faults, *told_of, *wanted.faults)
        away = not_searched_words(row for row in self._not_here if row.key in among.keys)
        told = (*numbers_words(query), *away)
        found = self._filled(Answer(typed, faults=faults, told=told), wanted, conditions, among)
        better = None
        if wanted.positive and not found.cases:
            better = with_near_words(query, wanted, self._words)
        if better is not None:
            near = self._filled(found, better.wanted, conditions, among)
            found = replace(near, near=better.near) if near.cases else found
        if found.cases:
            return found
        searched = searched_words(row for key, row in self._rows.items() if key in among.keys)
        return replace(found, told=(*told, *searched))

    def _filled(
        self, answer: Answer, wanted: Wanted, conditions: Sequence[Condition], among: Among
    ) -> Answer:
        """An answer with the hits of the best cases."""
        matches = self._matches(wanted, conditions, among)
        cases: list[CaseHits] = []
        left, more = among.most, False
        for key in matches.keys:
            if left <= 0:
                more = True
                break
            row = self._rows[key]
            texts = self._texts(key)
            looking = Looking(texts, row.title, wanted, conditions)
            places = None if matches.places is None else matches.places.of(key)
            hits, count = looking.found(min(left, among.per_case), places)
            if count:
                cases.append(CaseHits(row, hits, count, record_names(texts, hits)))
                left -= len(hits)
        return replace(
            answer,
            cases=tuple(cases),
            more=more,
            records=matches.records,
            in_cases=matches.in_cases,
        )

    def _texts(self, key: int) -> PackedTexts:
        found = self._connection.execute("SELECT texts FROM files WHERE key = ?", (key,)).fetchone()
        return PackedTexts(found[0])

    def _matches(self, wanted: Wanted, conditions: Sequence[Condition], among: Among) -> _Matches:
        expression = for_records(wanted, conditions)
        if not expression:
            return _Matches((), None, 0, 0)
        if _is_plain(wanted, conditions):
            count = self._count(wanted)
            if count > _FEW and len(among.keys) == len(self._rows):
                # Each of them has a hit; one more tells that there are more.
                return _Matches(list(self._ranked(wanted, among.most + 1)), None, None, count)
            keys = [key for key in self._ranked(wanted) if key in among.keys]
            if len(keys) > _FEW:
                return _Matches(keys, None, None, len(keys))
            places = self._places(expression)
            return _Matches(keys, places, places.count_in(keys), len(keys))
        places = self._places(expression)
        counts = places.counts
        # What more than half of all cases hold ranks none of them: bm25 gives it no weight.
        tells = wanted.positive and 2 * len(counts) <= len(self._rows)
        ranked = self._ranked(wanted) if tells else places.most_first()
        keys = [key for key in ranked if key in counts and key in among.keys]
        if wanted.negative or any(one.asked.field in DATES for one in conditions):
            return _Matches(keys, places)  # some are found to be none when they are looked at
        return _Matches(keys, places, places.count_in(keys), len(keys))

    def _count(self, wanted: Wanted) -> int:
        """In how many cases all words occur."""
        found = self._connection.execute(
            "SELECT count(*) FROM cases WHERE cases MATCH ?", (for_cases(wanted),)
        )
        return int(found.fetchone()[0])

    def _ranked(self, wanted: Wanted, most: int = -1) -> Iterator[int]:
        """The cases in which all words occur, the best first; so many at most, if told."""
        found = self._connection.execute(
            "SELECT rowid FROM cases WHERE cases MATCH ? ORDER BY rank LIMIT ?",
            (for_cases(wanted), most),
        )
        return (key for (key,) in found)

    def _places(self, expression: str) -> _Places:
        """Where a record or document matches."""
        found = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (expression,)
        )
        return _Places([rowid for (rowid,) in found])


def _is_plain(wanted: Wanted, conditions: Sequence[Condition]) -> bool:
    """Whether a case in which the words occur holds a hit for certain."""
    groups = wanted.groups
    return (
        not conditions
        and len(groups) == 1
        and not groups[0].without
        and all(len(one.needles) == 1 for one in groups[0].alternatives)
    )
