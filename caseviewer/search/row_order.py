"""The order of rows by a key, made once for both directions, in slices."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from caseviewer.search.slices import Slices

_PART = 1_000
"""How many rows are sorted in one go: a sort cannot be interrupted."""
_SLICE = 250
_SAMPLES = 8


@dataclass(frozen=True, slots=True)
class RowOrder:
    """Rows by their keys; `starts` and `ends` bound in `rows` what several equal keys have."""

    rows: array[int]
    starts: array[int]
    ends: array[int]

    def arranged(self, *, descending: bool) -> list[int]:
        """All rows; rows with equal keys keep their order in both directions."""
        if not descending:
            return self.rows.tolist()
        turned = self.rows[::-1].tolist()
        count = len(turned)
        for start, end in zip(self.starts, self.ends, strict=True):
            turned[count - end : count - start] = self.rows[start:end]
        return turned


def in_order(keys: Sequence[Any]) -> Slices[RowOrder]:
    """Sort rows by their keys, as `sorted` does: equal ones stay as they are."""
    rows = array("I")
    for part in (yield from _parted(keys)):
        rows.extend(sorted(part, key=keys.__getitem__))
        yield
    starts, ends = array("I"), array("I")
    start = 0
    for first in range(1, len(rows) + 1, _SLICE):
        for at in range(first, min(first + _SLICE, len(rows) + 1)):
            if at == len(rows) or keys[rows[at - 1]] < keys[rows[at]]:
                if at - start > 1:
                    starts.append(start)
                    ends.append(at)
                start = at
        yield
    return RowOrder(rows, starts, ends)


def _parted(keys: Sequence[Any]) -> Slices[list[list[int]]]:
    """The rows in parts, each of which sorts wholly before the next one."""
    wanted = len(keys) // _PART + 1
    samples = sorted(keys[:: len(keys) // (wanted * _SAMPLES) + 1])
    borders = samples[_SAMPLES::_SAMPLES]
    parts: list[list[int]] = [[] for _ in range(len(borders) + 1)]
    for first in range(0, len(keys), _SLICE):
        for row in range(first, min(first + _SLICE, len(keys))):
            parts[bisect_right(borders, keys[row])].append(row)
        yield
    return parts
