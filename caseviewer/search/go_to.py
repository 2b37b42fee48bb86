"""Where a reader may want to go: records, tabs and actions that fit what he types, best first.

Short numbers come first, then what begins with the words that were typed, then what has words
that begin so; each time tabs before actions before records. Records that hold the words elsewhere
than in their titles come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial

from caseviewer.formatting.record_titles import record_title
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Record
from caseviewer.model.case_index import kind_of
from caseviewer.model.labels import KIND_WORDS
from caseviewer.model.opened import OpenedCase
from caseviewer.search.blocks import marks_in
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.hits import Found, Snippet
from caseviewer.search.slices import Slices
from caseviewer.search.words import fold_words

MOST = 50
"""So many goals are listed."""
_LOOKED_AT = 150
"""So many hits of each tab are looked at; more letters make them fewer."""
_SLICE = 20


class What(IntEnum):
    """What a goal is, in the order in which they are listed."""

    TAB = 0
    ACTION = 1
    RECORD = 2


class Fit(IntEnum):
    """How a goal fits what was typed, the best first."""

    NUMBER = 0
    LONGER_NUMBER = 1
    BEGINNING = 2
    WORDS = 3
    ELSEWHERE = 4


@dataclass(frozen=True, slots=True)
class Goal:
    """A record by its id, a tab or an action by its name.

    kind: what it is, in words. is_offered: whether it can be done now. found_in: gives the field
    of a record in which the words stand that its title lacks; asked for what is seen alone.
    """

    what: What
    name: str
    title: str
    kind: str
    number: str = ""
    is_offered: bool = True
    found_in: Callable[[], str] = field(default=str, repr=False, compare=False)

    @property
    def detail(self) -> str:
        """What it is, and where the words stand."""
        where = self.found_in()
        return tr("{kind} · in: {field}", kind=self.kind, field=where) if where else self.kind

    def shown(self, typed: str) -> Snippet:
        """The title with the words marked that were typed."""
        needles = [f" {word}" for word in fold_words(typed).split()]
        return Snippet(self.title, tuple(marks_in(self.title, needles)))


def goals(typed: str, known: Sequence[Goal], search: CaseSearch | None) -> Slices[tuple[Goal, ...]]:
    """The goals that fit, best first: of `known` tabs and actions, and of the records of a case.

    search: that of the case, once it is there.
    """
    words = fold_words(typed).split()
    if not words:
        return tuple(known)
    found: list[tuple[Fit, Goal]] = []
    if search is not None:
        found += _by_number(typed, search.opened)
    for goal in known:
        fit = fit_of(goal.title, words)
        if fit is not None:
            found.append((fit, goal))
    if search is not None:
        found += yield from _by_words(typed, words, search)
    found.sort(key=lambda one: (one[0], one[1].what))  # else as they are
    best: dict[tuple[What, str], Goal] = {}
    for _, goal in found:
        best.setdefault((goal.what, goal.name), goal)
    return tuple(best.values())[:MOST]


def fit_of(title: str, words: Sequence[str]) -> Fit | None:
    """How a title fits folded words; None where it does not hold them."""
    folded = f" {fold_words(title)}"
    if folded.startswith(f" {' '.join(words)}"):
        return Fit.BEGINNING
    return Fit.WORDS if all(f" {word}" in folded for word in words) else None


def _by_number(typed: str, opened: OpenedCase) -> Iterator[tuple[Fit, Goal]]:
    """The record of a number, and those whose numbers have one more digit."""
    number = typed.strip()
    item = opened.index.by_short(number)
    if item is not None:
        yield Fit.NUMBER, _goal(opened, item)
    for digit in "0123456789":
        longer = opened.index.by_short(f"{number}{digit}")
        if longer is not None:
            yield Fit.LONGER_NUMBER, _goal(opened, longer)


def _by_words(
    typed: str, words: Sequence[str], search: CaseSearch
) -> Slices[list[tuple[Fit, Goal]]]:
    answer = yield from search.finding(typed)
    opened, found = search.opened, list[tuple[Fit, Goal]]()
    elsewhere = 0
    for at in _looked_at(answer):
        place = answer.places[at]
        item = opened.index.get(place.record)
        if at % _SLICE == 0:
            yield
        if item is None or place.block >= 0:
            continue
        fit = fit_of(record_title(opened, item), words)
        if fit is not None:
            found.append((fit, _goal(opened, item)))
        elif elsewhere < MOST:
            elsewhere += 1
            found.append((Fit.ELSEWHERE, _goal(opened, item, partial(_where, search, answer, at))))
    return found


def _looked_at(answer: Found) -> Iterator[int]:
    """The first hits of each tab."""
    start = 0
    for count in answer.counts.values():
        yield from range(start, start + min(count, _LOOKED_AT))
        start += count


def _where(search: CaseSearch, answer: Found, at: int) -> str:
    return search.hit(answer, at).where


def _goal(opened: OpenedCase, item: Record, found_in: Callable[[], str] = str) -> Goal:
    number, kind = opened.index.short(item.id), tr(KIND_WORDS[kind_of(item)])
    title = record_title(opened, item)
    return Goal(What.RECORD, item.id, title, kind, number, found_in=found_in)
