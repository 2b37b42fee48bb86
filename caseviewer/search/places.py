"""The places that were found, in the order of the tabs; each is made when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Place


@dataclass(frozen=True, slots=True)
class Run:
    """Places side by side: rows of a tab, or blocks of the document of one source.

    apart: whether the words stand in several blocks, of which one is given.
    """

    tab: Tab
    rows: Sequence[int]
    source: str | None = None
    apart: bool = False


class Places(Sequence[Place]):
    """All places of some runs."""

    def __init__(self, runs: Sequence[Run], ids: Sequence[str]) -> None:
        """`ids` are those of the records, by their rows."""
        self._runs = [run for run in runs if run.rows]
        self._ids = ids
        self._starts = [0]
        for run in self._runs:
            self._starts.append(self._starts[-1] + len(run.rows))

    @override
    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> Place: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Place, ...]: ...

    @override
    def __getitem__(self, at: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(at, slice):
            return tuple(self._place(one) for one in range(*at.indices(len(self))))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._place(at % len(self))

    def _place(self, at: int) -> Place:
        place = bisect_right(self._starts, at) - 1
        run = self._runs[place]
        row = run.rows[at - self._starts[place]]
        if run.source is None:
            return Place(run.tab, self._ids[row], row)
        return Place(run.tab, run.source, -1, row, run.apart)

    def counts(self) -> Mapping[Tab, int]:
        """How many there are in each tab."""
        counts = dict.fromkeys(Tab, 0)
        for run in self._runs:
            counts[run.tab] += len(run.rows)
        return counts
