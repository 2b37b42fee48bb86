"""Places in rows, by the library."""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.layers import Placed, apart, place_in_rows

size = st.floats(0, 50)
spot = st.floats(-1000, 1000)


@given(st.lists(st.tuples(spot, size), min_size=1), st.floats(0, 20))
def test_nothing_overlaps_and_the_order_stays(
    things: list[tuple[float, float]], gap: float
) -> None:
    halves = [half for _, half in things]
    found = apart([place for place, _ in things], halves, gap)
    for (left, half), (right, other) in pairwise(zip(found, halves, strict=True)):
        assert right - left >= half + other + gap - 1e-6


def test_what_has_room_stays_where_it_is_and_the_rest_gives_way_evenly() -> None:
    assert apart([0, 100, 200], [5, 5, 5], 2) == [0, 100, 200]
    assert apart([0, 0, 100], [5, 5, 5], 2) == [-6, 6, 100]
    assert apart([10, 0], [5, 5], 0) == [0, 10]


def test_one_thing_stands_alone() -> None:
    assert place_in_rows([30], [0], [], 5) == Placed((15,), (), 30)


def test_rows_are_kept_and_long_lines_bend_in_each_row() -> None:
    placed = place_in_rows([40, 20, 40, 60], [0, 1, 2, 2], [(0, 1), (1, 2), (0, 3)], 10)
    assert [len(bends) for bends in placed.bends] == [0, 0, 1]
    assert abs(placed.middles[2] - placed.middles[3]) >= 60
    ends = [(0, 20), (1, 10), (2, 20), (3, 30)]
    assert min(placed.middles[at] - half for at, half in ends) >= 0
    assert max(placed.middles[at] + half for at, half in ends) <= placed.width
    assert abs(placed.middles[1] - placed.bends[2][0]) >= 10 + 10


@pytest.mark.parametrize("count", [2, 700])
def test_as_many_as_there_are_may_stand_in_one_row(count: int) -> None:
    edges = [(0, at) for at in range(1, count)]
    placed = place_in_rows([10.0] * count, [0] + [1] * (count - 1), edges, 5)
    assert placed.width >= 15 * (count - 1) - 5
    assert placed == place_in_rows([10.0] * count, [0] + [1] * (count - 1), edges, 5)


def test_layouts_at_a_time_leave_the_limit_of_calls_as_it_was() -> None:
    """One is made in the window, others beside it; the limit is that of all of them."""
    before = sys.getrecursionlimit()
    row = [10.0] * 300
    edges = [(at, 300) for at in range(300)]

    def laid(_: int) -> float:
        return place_in_rows([*row, 10.0], [0] * 300 + [1], edges, 5).width

    with ThreadPoolExecutor(4) as pool:
        widths = set(pool.map(laid, range(8)))
    assert len(widths) == 1
    assert sys.getrecursionlimit() == before
