"""What a query looks for in the texts of a case: each group by one of several alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caseviewer.search.filters import Filter
from caseviewer.search.hits import Reason


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to find a group: all of the needles occur; what is matched is told by the hit."""

    needles: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Group:
    """What was typed, and the ways to find it; `record` is the id of that short number."""

    typed: str
    alternatives: tuple[Alternative, ...]
    record: str | None = None
    without: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """All groups of a query, each of which must be found, or must not where it is `without`.

    conditions: what else must be met. faults: sentences on what is not looked for.
    """

    groups: tuple[Group, ...] = ()
    conditions: tuple[Filter, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def positive(self) -> tuple[Group, ...]:
        """The groups that must be found."""
        return tuple(group for group in self.groups if not group.without)

    @property
    def negative(self) -> tuple[Group, ...]:
        """The groups that must not be found."""
        return tuple(group for group in self.groups if group.without)

    def needles(self) -> Iterator[str]:
        """Everything that is marked where it occurs."""
        for group in self.positive:
            for alternative in group.alternatives:
                yield from alternative.needles
