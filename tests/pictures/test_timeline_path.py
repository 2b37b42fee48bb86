from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.timeline_path import Path

FIRSTS = [10, 20, 30, 12, 26, 0]


def test_the_way_leads_along_a_lane_and_on_to_the_undated() -> None:
    path = Path([[0, 1, 2]], [5])
    assert [path.step(place, 1) for place in (None, 0, 1, 2, 5)] == [0, 1, 2, 5, 5]
    assert [path.step(place, -1) for place in (None, 0, 1, 5)] == [0, 0, 0, 2]
    assert (path.end(1, -1), path.end(1, 1)) == (0, 5)


def test_the_way_leads_to_the_nearest_mark_of_the_next_lane() -> None:
    path = Path([[0, 1, 2], [3, 4]], [5])
    assert path.across(1, 1, FIRSTS) == 4
    assert path.step(4, -1) == 3
    assert path.across(3, -1, FIRSTS) == 0
    assert path.across(0, -1, FIRSTS) is None
    assert path.across(0, 1, FIRSTS) == 3
    assert path.across(3, 1, FIRSTS) == 5
    assert path.across(5, 1, FIRSTS) is None
    assert path.across(None, 1, FIRSTS) is None


def test_a_mark_that_stands_in_two_lanes_is_where_the_keys_were() -> None:
    path = Path([[0, 1], [0, 2]], [])
    path.enter(1)
    assert path.step(0, 1) == 2
    path.enter(9)
    assert path.step(0, 1) == 2
    path.enter(-3)
    assert path.step(0, 1) == 1


def test_a_mark_that_is_hidden_leads_to_the_first() -> None:
    assert Path([[0, 1]], []).step(9, 1) == 0


def test_without_marks_there_is_no_way() -> None:
    path = Path([[], []], [])
    path.enter(2)
    assert (path.step(None, 1), path.end(None, 1), path.across(0, 1, FIRSTS)) == (None, None, None)


@given(st.integers(1, 30))
def test_every_mark_is_on_the_way(count: int) -> None:
    path, at, seen = Path([range(count)], [count]), None, []
    for _ in range(count + 1):
        at = path.step(at, 1)
        seen.append(at)
    assert seen == list(range(count + 1))
