from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.timeline_packing import Placed, Rooms, packed, rows_needed, runs

ROOMS = Rooms((80, 40, 20), 1, 30)
Bars = list[tuple[int, int]]
BARS = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 200)), max_size=60)


class Laid:
    """Bars with words behind them."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self.places = list(range(len(bars)))

    def __call__(self, place: int, room: float) -> tuple[float, float]:
        left, width = self._bars[place]
        return left, left + width + min(room, 60)


@given(BARS, st.integers(1, 8))
def test_every_mark_stands_once_and_none_overlap(bars: Bars, rows: int) -> None:
    laid = Laid(bars)
    found = packed(laid.places, laid, rows, ROOMS)
    assert sorted(place for one in found for place in one.places) == laid.places
    assert all(0 <= one.row < rows for one in found)
    for row in range(rows):
        in_row = sorted((one for one in found if one.row == row), key=lambda one: one.left)
        assert all(one.right <= other.left for one, other in pairwise(in_row))


@given(BARS, st.integers(1, 8))
def test_what_fits_is_not_clustered(bars: Bars, rows: int) -> None:
    laid = Laid(bars)
    found = packed(laid.places, laid, rows, ROOMS)
    if rows_needed(laid.places, laid, ROOMS.words[-1], 99) <= rows:
        assert not any(one.is_cluster for one in found)


@given(BARS)
def test_runs_hold_every_mark_and_do_not_touch(bars: Bars) -> None:
    laid = Laid(bars)
    found = list(runs(laid.places, laid, 80))
    assert sorted(place for run in found for place in run) == laid.places
    for run, following in pairwise(found):
        reach = max(laid(place, 80)[1] for place in run)
        assert reach <= min(laid(place, 80)[0] for place in following)


def test_words_get_narrower_before_marks_become_a_cluster() -> None:
    laid = Laid([(0, 5), (50, 5)])
    assert packed(laid.places, laid, 1, ROOMS) == [
        Placed((0,), 0, 50, 0, 45),
        Placed((1,), 50, 115, 0, 80),
    ]


def test_a_crowded_run_takes_no_words_from_the_others() -> None:
    laid = Laid([(0, 5), (1, 5), (2, 5), (500, 5)])
    found = packed(laid.places, laid, 2, ROOMS)
    assert [(one.places, one.row, one.room) for one in found] == [
        ((0,), 0, 80),
        ((1, 2), 1, 20),
        ((3,), 0, 80),
    ]
    assert [one.is_cluster for one in found] == [False, True, False]


def test_of_too_many_in_one_place_none_is_tried_with_words() -> None:
    laid = Laid([(at, 1) for at in range(30)])
    (found,) = packed(laid.places, laid, 1, ROOMS)
    assert found.places == tuple(range(30))


def test_words_take_what_is_free_behind_them() -> None:
    laid = Laid([(0, 5), (1, 5), (50, 5), (53, 5), (400, 5)])
    found = {one.places: one for one in packed(laid.places, laid, 2, ROOMS)}
    assert (found[0,].room, found[1,].room) == (45, 47)
    assert (found[0,].right, found[1,].right) == (50, 53)
    assert (found[2,].room, found[3,].room, found[4,].room) == (80, 80, 80)


def test_words_that_would_leave_their_bar_stay_as_they_are() -> None:
    def extent(place: int, room: float) -> tuple[float, float]:
        """The words of the first stand in its bar if they are short, else behind it."""
        left = 60.0 * place
        return left, left + (50 if place or room <= 40 else 50 + room)

    rooms = Rooms((80, 40, 20), 1, 30)
    found = packed([0, 1], extent, 1, rooms)
    assert [(one.right, one.room) for one in found] == [(50, 40), (110, 80)]


def test_a_mark_that_is_alone_among_clusters_stays_a_mark() -> None:
    laid = Laid([(0, 300), (5, 2), (6, 2), (200, 2), (210, 2)])
    found = packed(laid.places, laid, 2, ROOMS)
    assert [one.places for one in found if one.row == 1] == [(1, 2), (3, 4)]
    alone = Laid([(0, 300), (5, 2), (6, 2), (200, 2)])
    found = packed(alone.places, alone, 2, ROOMS)
    assert [one.places for one in found if one.row == 1] == [(1, 2), (3,)]


def test_rows_are_counted_up_to_a_limit() -> None:
    laid = Laid([(0, 5)] * 12)
    assert rows_needed(laid.places, laid, 80, 99) == 12
    assert rows_needed(laid.places, laid, 80, 5) == 5
    assert rows_needed([], laid, 80, 5) == 1
