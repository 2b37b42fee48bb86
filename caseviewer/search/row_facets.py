"""Which rows have which values of a facet, so that choosing values finds rows at once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TypeAlias

from caseviewer.search.slices import Slices

Choices: TypeAlias = Mapping[str, frozenset[str]]
"""The chosen values of each facet, by the names of the facets."""

_SLICE = 50


@dataclass(frozen=True, slots=True)
class RowValues:
    """The values of one facet for all rows.

    Most rows share their values with others: `sets` holds each set of values once, `places`
    names for each row its place in them. `counts` tells how many rows have each value.
    """

    sets: tuple[tuple[str, ...], ...]
    places: array[int]
    counts: Mapping[str, int]

    def mask(self, chosen: frozenset[str]) -> bytes:
        """For each row 1 where it has one of the chosen values, else 0."""
        passes = bytes(not chosen.isdisjoint(values) for values in self.sets)
        return bytes(map(passes.__getitem__, self.places))


def values_of_rows(rows: Iterable[tuple[str, ...]]) -> Slices[RowValues]:
    """Gather the values of rows, which stand from top to bottom."""
    known: dict[tuple[str, ...], int] = {}
    places = array("I")
    for at, values in enumerate(rows, start=1):
        places.append(known.setdefault(values, len(known)))
        if at % _SLICE == 0:
            yield
    return _counted(known, places)


def values_of_few(
    rows: int, usual: tuple[str, ...], others: Mapping[int, tuple[str, ...]]
) -> RowValues:
    """The values of rows of which nearly all have the same: `others` by the places of rows."""
    known: dict[tuple[str, ...], int] = {usual: 0}
    places = array("I", bytes(array("I").itemsize * rows))
    for place, values in others.items():
        places[place] = known.setdefault(values, len(known))
    return _counted(known, places)


class RowFacets:
    """The values of several facets for the same rows."""

    def __init__(self, by_name: Mapping[str, RowValues]) -> None:
        """`by_name` holds the values of each facet by its name."""
        self._by_name = by_name

    def of(self, name: str) -> RowValues | None:
        """What all rows have of a facet; None where there is no such facet."""
        return self._by_name.get(name)

    def with_values(self, name: str, values: RowValues) -> RowFacets:
        """The same, and the values of one facet more, or others of one."""
        return RowFacets({**self._by_name, name: values})

    def counts(self, name: str) -> Mapping[str, int]:
        """How many rows have each value of a facet."""
        return self._by_name[name].counts

    def occurring(self, choices: Choices) -> dict[str, frozenset[str]]:
        """Of the choices what some row has; facets without a choice are left out."""
        found = {
            name: frozenset(value for value in chosen if value in self._by_name[name].counts)
            for name, chosen in choices.items()
            if name in self._by_name
        }
        return {name: chosen for name, chosen in found.items() if chosen}

    def mask(self, choices: Choices) -> bytes:
        """For each row 1 where it has a chosen value of each facet; empty without a choice."""
        masks = [self._by_name[name].mask(chosen) for name, chosen in choices.items()]
        if not masks:
            return b""
        passing = int.from_bytes(masks[0], "little")
        for mask in masks[1:]:
            passing &= int.from_bytes(mask, "little")
        return passing.to_bytes(len(masks[0]), "little")


def _counted(known: Mapping[tuple[str, ...], int], places: array[int]) -> RowValues:
    counts: Counter[str] = Counter()
    times = Counter(places)
    for values, place in known.items():
        for value in dict.fromkeys(values) if times[place] else ():
            counts[value] += times[place]
    return RowValues(tuple(known), places, counts)


def masked(rows: Sequence[int], mask: bytes) -> Sequence[int]:
    """Of some rows, from top to bottom, those that a mask lets pass; an empty one lets all."""
    if not mask:
        return rows
    if len(rows) == len(mask):
        return list(compress(rows, mask))
    return [row for row in rows if mask[row]]
