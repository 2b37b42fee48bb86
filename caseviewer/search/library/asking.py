"""Searches all cases: which ones hold what is looked for, the best first, and where in them.

Cases are ranked by FTS5 (bm25 over whole cases), as ranking each record takes too long; which
records of the best ones hold it, their kept texts tell.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from caseviewer.search.filters import DATES
from caseviewer.search.library.all_names import Words, understood, with_near_words
from caseviewer.search.library.case_hits import CaseHits as Looking
from caseviewer.search.library.conditions import Condition, conditions_of
from caseviewer.search.library.expressions import for_cases, for_records
from caseviewer.search.library.record_names import record_names
from caseviewer.search.library.searched_words import not_searched_words, searched_words
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


@dataclass(frozen=True, slots=True)
class _Matches:
    """The keys of cases that may hold it, the best first; and how many hits are in how many.

    places: the places in the cases at which something matches, as far as they were looked up.
    """

    keys: Sequence[int]
    places: Mapping[int, Sequence[int]]
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
        told = tuple(not_searched_words(row for row in self._not_here if row.key in among.keys))
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
            hits, count = looking.found(min(left, among.per_case), matches.places.get(key))
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
            return _Matches((), {}, 0, 0)
        if _is_plain(wanted, conditions):
            keys = [key for key in self._ranked(wanted) if key in among.keys]
            if len(keys) > _FEW:
                return _Matches(keys, {}, None, len(keys))
            places = self._places(expression)
            return _Matches(keys, places, sum(len(places[key]) for key in keys), len(keys))
        places = self._places(expression)
        ranked = self._ranked(wanted) if wanted.positive else _by_count(places)
        keys = [key for key in ranked if key in places and key in among.keys]
        if wanted.negative or any(one.asked.field in DATES for one in conditions):
            return _Matches(keys, places)  # some are found to be none when they are looked at
        return _Matches(keys, places, sum(len(places[key]) for key in keys), len(keys))

    def _ranked(self, wanted: Wanted) -> Iterator[int]:
        """The cases in which all words occur, the best first."""
        found = self._connection.execute(
            "SELECT rowid FROM cases WHERE cases MATCH ? ORDER BY rank", (for_cases(wanted),)
        )
        return (key for (key,) in found)

    def _places(self, expression: str) -> dict[int, list[int]]:
        """At which places of each case a record or document matches."""
        found = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ?", (expression,)
        )
        together = groupby((rowid for (rowid,) in found), key=lambda rowid: rowid // PLACES)
        return {key: [rowid % PLACES for rowid in rowids] for key, rowids in together}


def _is_plain(wanted: Wanted, conditions: Sequence[Condition]) -> bool:
    """Whether a case in which the words occur holds a hit for certain."""
    groups = wanted.groups
    return (
        not conditions
        and len(groups) == 1
        and not groups[0].without
        and all(len(one.needles) == 1 for one in groups[0].alternatives)
    )


def _by_count(places: Mapping[int, Sequence[int]]) -> list[int]:
    return sorted(places, key=lambda key: -len(places[key]))
