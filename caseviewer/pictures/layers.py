"""Places things that stand in rows, and the lines between them, by the library grandalf.

The library orders each row so that few lines cross, and gives places from left to right. What it
is asked, and what is made of its answer, is here: rows are given, and nothing overlaps at the end.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

from caseviewer.pictures.party_ranks import Edge

_ONE_AT_A_TIME = Lock()
_ROUNDS = 3
_LINE_ROOM = 4.0
_CALLS_EACH = 6
"""The library calls itself for each thing in a row; so many calls are allowed for each."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of it.

    middles: for each thing, from left to right. bends: for each edge, the place in every row
    between its ends, from top to bottom. width: of the whole, from 0.
    """

    middles: tuple[float, ...]
    bends: tuple[tuple[float, ...], ...]
    width: float


def place_in_rows(
    widths: Sequence[float], rows: Sequence[int], edges: Sequence[Edge], gap: float
) -> Placed:
    """Place connected things; each edge leads to a lower row, none is there twice."""
    if len(widths) == 1:
        return Placed((widths[0] / 2,), (), widths[0])
    layout, vertices, lines = _asked(widths, rows, edges, gap)
    with _deep_calls(len(layout.grx)):
        layout.init_all(roots=[], inverted_edges=[])
        layout.draw(_ROUNDS)
    middle, left, right = _pushed_apart(layout.layers, gap)
    return Placed(
        tuple(middle[vertex] - left for vertex in vertices),
        tuple(tuple(middle[bend] - left for bend in _bends(layout, line)) for line in lines),
        right - left,
    )


class _Size:
    """What the library asks of a thing: its size; and where it puts its place."""

    def __init__(self, width: float) -> None:
        """The heights of rows are not the library's."""
        self.w = width
        self.h = 1.0
        self.xy = (0.0, 0.0)


def _asked(
    widths: Sequence[float], rows: Sequence[int], edges: Sequence[Edge], gap: float
) -> tuple[Any, list[Any], list[Any]]:
    """The library's layout, with our rows, its vertices and edges."""
    from grandalf.graphs import Edge as Line
    from grandalf.graphs import Vertex, graph_core
    from grandalf.layouts import Layer, SugiyamaLayout

    vertices = [Vertex() for _ in widths]
    for vertex, width in zip(vertices, widths, strict=True):
        vertex.view = _Size(width)
    lines = [Line(vertices[source], vertices[target]) for source, target in edges]
    layout = SugiyamaLayout(graph_core(vertices, lines))
    layout.xspace, layout.dw, layout.dh = gap, _LINE_ROOM, 1.0

    def rank_all(*_: object) -> None:
        for row in range(max(rows) + 1):
            inside = [at for at, found in enumerate(rows) if found == row]
            layout.layers.append(Layer(vertices[at] for at in inside))
            for at in inside:
                layout.grx[vertices[at]].rank = row

    def detect_conflicts() -> None:
        SugiyamaLayout._detect_alignment_conflicts(layout)  # noqa: SLF001 # see below
        layout.conflicts = set(layout.conflicts)  # it is searched for each line, which is slow

    layout.rank_all, layout._detect_alignment_conflicts = rank_all, detect_conflicts  # noqa: SLF001
    return layout, vertices, lines


@contextmanager
def _deep_calls(things: int) -> Iterator[None]:
    """Allow the library's calls of itself, however many things stand in one row.

    The limit is that of all threads: one picture is placed after the other.
    """
    with _ONE_AT_A_TIME:
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(before + _CALLS_EACH * things)
        try:
            yield
        finally:
            sys.setrecursionlimit(before)


def _bends(layout: Any, line: Any) -> list[Any]:
    """The library's points of a line in the rows between its ends, from top to bottom."""
    points = layout.ctrls.get(line, {})
    return [points[row] for row in sorted(points)[1:-1]]


def _pushed_apart(layers: Sequence[Any], gap: float) -> tuple[dict[Any, float], float, float]:
    """Where everything is, when what overlaps is pushed apart; and the two ends of the whole."""
    found: dict[Any, float] = {}
    ends: list[float] = []
    for layer in layers:
        wanted = [vertex.view.xy[0] for vertex in layer]
        halves = [vertex.view.w / 2 for vertex in layer]
        places = apart(wanted, halves, gap)
        found.update(zip(layer, places, strict=True))
        ends += [places[0] - halves[0], places[-1] + halves[-1]]
    return found, min(ends), max(ends)


def apart(wanted: Sequence[float], halves: Sequence[float], gap: float) -> list[float]:
    """Places in this order, as near to the wanted ones as leaves a gap between neighbours.

    Neighbours that would overlap share what they must give way (the pool of adjacent violators).
    """
    offsets = [0.0]
    for before, after in pairwise(halves):
        offsets.append(offsets[-1] + before + after + gap)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        total, count = place - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            sum_before, count_before = pools.pop()
            total, count = total + sum_before, count + count_before
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]
