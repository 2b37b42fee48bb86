from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.events import Deadline
from caseviewer.model.standpoint import Assumption, Standpoint
from caseviewer.pictures.timeline_lanes import Lane, whole_lane
from caseviewer.pictures.timeline_layout import (
    MOST_MARKS,
    Arranger,
    Layout,
    bar_of,
    own_bar,
    stands_inside,
    with_own,
    words_after,
)
from caseviewer.pictures.timeline_marks import End, Mark, Marks, Shape
from caseviewer.pictures.timeline_scale import Scale, fitted
from tests.formatting import samples
from tests.pictures.timelines import SIZES, case_of, marks

DATES = ["2010", "2010-05", "2010-05-06", "../2011", "2012/", "2012-24", "2010-06-01/2011"]
WIDTH = 1_000.0


def arranger(found: Marks) -> Arranger:
    return Arranger(found, SIZES, lambda _, room: min(120.0, room))


def laid(found: Marks, lanes: list[Lane], rows: int = 5, scale: Scale | None = None) -> Layout:
    used = scale or fitted(lanes[0].index.span, WIDTH, (20, 100))
    return arranger(found).layout(lanes, used, WIDTH, rows)


def mark(shape: Shape, left: End = End.FIRM, right: End = End.FIRM) -> Mark:
    return Mark("E1", 1, 1, shape, left, right, False, "", "")


@pytest.mark.parametrize(
    ("shape", "ends", "days", "box"),
    [
        (Shape.POINT, (End.FIRM, End.FIRM), (10, 10), (100, 110)),
        (Shape.SPAN, (End.FIRM, End.FIRM), (10, 12), (100, 130)),
        (Shape.SPAN, (End.SOFT, End.OPEN), (10, 12), (90, 150)),
        (Shape.SPAN, (End.UNKNOWN, End.FIRM), (10, 12), (80, 130)),
    ],
)
def test_a_shape_covers_its_days(
    shape: Shape, ends: tuple[End, End], days: tuple[int, int], box: tuple[float, float]
) -> None:
    assert bar_of(mark(shape, *ends), days, Scale(0, 10), SIZES) == box


def test_a_bar_of_few_days_can_still_be_seen() -> None:
    left, right = bar_of(mark(Shape.SPAN), (100, 130), Scale(0, 0.01), SIZES)
    assert right - left == SIZES.bar
    assert (left + right) / 2 == pytest.approx(1.155)


def assumed(own: Mark | None) -> Mark:
    return replace(mark(Shape.DEADLINE), first=100, last=100, assumed=True, own=own)


@pytest.mark.parametrize(
    ("days", "whole", "words"),
    [
        ((200, 209), (1_000, 2_100), 1_015),  # they fit before it
        ((110, 119), (1_000, 1_200), 1_205),  # they do not
        ((50, 59), (500, 1_010), 1_015),
        ((95, 104), (950, 1_050), 1_055),
        ((None, None), (1_000, 1_010), 1_015),
    ],
)
def test_what_the_file_says_has_its_place_beside_what_is_assumed(
    days: tuple[int | None, int | None], whole: tuple[float, float], words: float
) -> None:
    found = assumed(replace(mark(Shape.DEADLINE), first=days[0], last=days[1]))
    scale, bar = Scale(0, 10), (1_000.0, 1_010.0)
    assert with_own(found, bar, scale, SIZES) == whole
    assert words_after(found, bar, 100, scale, SIZES) == words
    assert own_bar(assumed(None), scale, SIZES) is None


def test_a_mark_keeps_the_room_of_what_the_file_says() -> None:
    wanted = Assumption("response", event="extradition")
    found = marks(replace(samples.first(), standpoint=Standpoint(assumptions=(wanted,))))
    at = next(place for place, item in enumerate(found.rows) if isinstance(item, Deadline))
    own = found.mark(at).own
    assert own is not None
    assert own.days is not None
    scale = Scale(found.firsts[at] - 10, 2)
    left, right = arranger(found).extent(at, 100, scale)
    assert left < scale.x(found.firsts[at] + 1)
    assert right >= scale.x(own.days[1])


@pytest.mark.parametrize(
    ("width", "words", "inside"),
    [(110, 100, True), (109, 100, False), (110, 500, True), (60, 50, True), (59, 50, False)],
)
def test_words_stand_in_a_bar_that_has_room(width: float, words: float, inside: bool) -> None:
    assert stands_inside(width, words, SIZES) is inside


def test_words_stand_behind_a_point_and_in_a_long_bar() -> None:
    found = marks(case_of("2010-01-01", "2010"))
    day, year = (list(found.order).index(place) for place in (0, 1))
    scale = Scale(found.firsts[0], 1)
    assert arranger(found).extent(found.order[day], 80, scale) == (-4.5, 5.5 + 80 + 10)
    assert arranger(found).extent(found.order[year], 80, scale) == (0, 365 + 5)


@given(st.lists(st.sampled_from(DATES), min_size=1, max_size=40), st.integers(1, 9),
       st.floats(0.5, 20))  # fmt: skip
def test_every_event_stands_in_one_mark_or_cluster(
    dates: list[str], rows: int, factor: float
) -> None:
    found = marks(case_of(*dates))
    whole = whole_lane(found, None)
    scale = fitted(whole.index.span, WIDTH, (20, 100)).zoomed(factor, 500)
    layout = laid(found, [whole], rows, scale)
    (lane,) = layout.lanes
    places = [place for one in lane.placed for place in one.places]
    assert sorted(places) == sorted(found.order)
    assert layout.whole
    for row in range(rows):
        ends = sorted((one.left, one.right) for one in lane.placed if one.row == row)
        assert all(one[1] <= other[0] for one, other in pairwise(ends))


def test_lanes_lie_below_each_other() -> None:
    found = marks(case_of("2010", "2011", "2012"))
    lanes = [whole_lane(found, [place]) for place in (0, 1, 2)]
    layout = laid(found, lanes, 9, Scale(found.firsts[0], 1))
    assert [(lane.row, lane.rows) for lane in layout.lanes] == [(0, 1), (1, 1), (2, 1)]
    assert layout.rows == 3


def test_a_mark_is_found_where_it_stands() -> None:
    found = marks(case_of("2010", "2012"))
    (lane,) = laid(found, [whole_lane(found, None)]).lanes
    placed = lane.with_place(1)
    assert placed is not None
    assert lane.at(placed.left + 1, placed.row) is placed
    assert lane.at(placed.left - 1, 4) is None
    assert lane.with_place(7) is None


def many(count: int) -> Marks:
    return marks(case_of(*(f"{2000 + at % 20}-{at % 12 + 1:02}-05" for at in range(count))))


def test_too_many_marks_become_columns_that_hold_each_once() -> None:
    found = many(MOST_MARKS + 1)
    whole = whole_lane(found, None)
    layout = laid(found, [whole])
    (lane,) = layout.lanes
    assert not layout.whole
    assert lane.placed == ()
    assert sum(column.count for column in lane.columns) == MOST_MARKS + 1
    assert all(one.high == other.low for one, other in pairwise(lane.columns))
    for column in lane.columns:
        starts = whole.index.starts[column.low : column.high]
        assert all(column.days[0] <= day <= column.days[1] for day in starts)


def test_zooming_in_tells_the_marks_apart_again() -> None:
    found = many(MOST_MARKS + 50)
    whole = whole_lane(found, None)
    (lane,) = laid(found, [whole], 5, Scale(whole.index.span[0], 2)).lanes
    assert lane.columns == ()
    shown = {place for one in lane.placed for place in one.places}
    assert set(whole.index.within(whole.index.span[0], whole.index.span[0] + WIDTH / 2)) <= shown
    assert len(shown) < MOST_MARKS


def test_only_the_crowded_lanes_become_columns() -> None:
    found = many(MOST_MARKS + 50)
    few = whole_lane(found, [0, 1, 2])
    layout = laid(found, [whole_lane(found, None), few])
    assert [bool(lane.columns) for lane in layout.lanes] == [True, False]
    assert len([place for one in layout.lanes[1].placed for place in one.places]) == 3
