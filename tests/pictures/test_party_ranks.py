"""Rows of a layered picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.party_ranks import Edge, ranks, without_circles

COUNT = 8
edges = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] != e[1]))


@given(edges, st.sets(st.integers(0, 7)))
def test_every_edge_leads_downwards_once_circles_are_cut(made: list[Edge], top: set[int]) -> None:
    straight = without_circles(COUNT, made)
    assert [set(edge) for edge in straight] == [set(edge) for edge in made]
    found = ranks(COUNT, straight, top)
    assert all(found[source] < found[target] for source, target in straight)
    assert min(found) >= 0


@pytest.mark.parametrize(
    ("made", "straight"),
    [
        ([(0, 1), (1, 2)], [(0, 1), (1, 2)]),
        ([(2, 1), (1, 0)], [(2, 1), (1, 0)]),
        ([(0, 1), (1, 2), (2, 0)], [(0, 1), (1, 2), (0, 2)]),
        ([(1, 2), (2, 1), (0, 1)], [(1, 2), (1, 2), (0, 1)]),
    ],
)
def test_only_what_leads_back_is_turned_round(made: list[Edge], straight: list[Edge]) -> None:
    assert without_circles(3, made) == straight


@pytest.mark.parametrize(
    ("made", "top", "rows"),
    [
        ([(0, 1), (1, 2), (3, 2)], set(), [0, 1, 2, 1]),
        ([(0, 1), (1, 2), (3, 2)], {3}, [0, 1, 2, 0]),
        ([(0, 1), (0, 2), (2, 3)], set(), [0, 1, 1, 2]),
        ([(0, 2), (1, 2), (2, 3)], set(), [0, 0, 1, 2]),
        ([], set(), [0, 0, 0, 0]),
    ],
)
def test_what_points_at_more_comes_down_to_it(
    made: list[Edge], top: set[int], rows: list[int]
) -> None:
    assert ranks(4, made, top) == rows
