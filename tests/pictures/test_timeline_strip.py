import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.timeline_packing import Placed
from caseviewer.pictures.timeline_strip import strip

MOST = 60


@pytest.mark.parametrize("room", [100, 500])
def test_what_fits_stands_side_by_side(room: float) -> None:
    assert strip([4, 7], lambda _: 50, room, MOST, None) == [
        Placed((4,), 0, 50, 0, 50),
        Placed((7,), 50, 100, 0, 50),
    ]
    assert strip([], lambda _: 50, room, MOST, 3) == []


def test_the_page_of_the_chosen_row_is_shown() -> None:
    found = strip(range(7), lambda _: 50, 240, MOST, 3)
    assert [one.places for one in found] == [(0, 1), (2,), (3,), (4, 5, 6)]
    assert [one.is_rest for one in found] == [True, False, False, True]
    assert [one.places for one in strip(range(7), lambda _: 50, 240, MOST, 6)] == [
        (0, 1, 2, 3, 4, 5),
        (6,),
    ]


def test_of_many_rows_few_are_measured() -> None:
    measured: list[int] = []

    def width_of(place: int) -> float:
        measured.append(place)
        return 50

    strip(range(100_000), width_of, 1_000, MOST, 70_000)
    assert len(measured) < 50


@given(st.lists(st.integers(1, MOST), max_size=20), st.integers(0, 500), st.integers(0, 25))
def test_every_row_stands_once_and_the_chosen_one_by_itself(
    widths: list[int], room: int, chosen: int
) -> None:
    found = strip(range(len(widths)), widths.__getitem__, room, MOST, chosen)
    assert [place for one in found for place in one.places] == list(range(len(widths)))
    if chosen < len(widths):
        assert (chosen,) in [one.places for one in found if not one.is_rest]
    if room >= 3 * MOST:
        assert all(one.right <= room for one in found)
