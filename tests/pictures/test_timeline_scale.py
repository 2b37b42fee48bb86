from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.dates import civil, day_number
from caseviewer.pictures.timeline_scale import (
    MOST_PIXELS_A_DAY,
    Scale,
    Step,
    fitted,
    held,
    month_words,
    step_for,
    ticks,
    year_words,
)

DAYS = st.integers(-5_000_000, 5_000_000)
PIXELS = st.floats(1e-4, MOST_PIXELS_A_DAY)


@given(DAYS, PIXELS, st.floats(-5_000, 5_000))
def test_a_place_and_its_day_lead_to_each_other(left: int, pixels: float, x: float) -> None:
    scale = Scale(left, pixels)
    assert scale.x(scale.day(x)) == pytest.approx(x, abs=1e-3)


@given(DAYS, PIXELS, st.floats(0.1, 10), st.floats(0, 2_000))
def test_what_is_under_the_pointer_stays_there(
    left: int, pixels: float, factor: float, x: float
) -> None:
    scale = Scale(left, pixels)
    zoomed = scale.zoomed(factor, x)
    assert zoomed.day(x) == pytest.approx(scale.day(x), rel=1e-9, abs=1e-3)
    assert zoomed.pixels == pytest.approx(pixels * factor)


def test_a_moved_scale_shows_other_days_as_wide() -> None:
    assert Scale(100, 2).moved(10) == Scale(95, 2)


@given(DAYS, st.integers(0, 400_000), st.floats(200, 3_000))
def test_all_days_fit_between_the_margins(first: int, length: int, width: float) -> None:
    scale = fitted((first, first + length), width, (20, 60))
    assert scale.x(first) >= 20 - 1e-3
    assert scale.x(first + length + 1) <= width - 60 + 1e-3


def test_a_single_day_is_not_blown_up() -> None:
    scale = fitted((1000, 1000), 5_000)
    assert scale.pixels == MOST_PIXELS_A_DAY
    assert scale.x(1000.5) == pytest.approx(2_500)


def test_a_scale_is_held_where_there_are_days() -> None:
    whole, margins = (1_000, 1_999), (0.0, 0.0)
    widest = fitted(whole, 500, margins)
    assert held(Scale(0, 0.0001), whole, 500, margins) == widest
    assert held(Scale(1_200, 5), whole, 500, margins) == Scale(1_200, 5)
    assert held(Scale(9_999, 5), whole, 500, margins) == Scale(1_950, 5)
    assert held(Scale(-9_999, 5), whole, 500, margins) == Scale(950, 5)
    assert held(Scale(1_000, 1e9), whole, 500, margins).pixels == MOST_PIXELS_A_DAY


@pytest.mark.parametrize(
    ("pixels", "step"),
    [
        (90, Step(days=1)),
        (20, Step(days=5)),
        (7, Step(days=10)),
        (2, Step(months=1)),
        (1, Step(months=3)),
        (0.2, Step(years=1)),
        (0.1, Step(years=2)),
        (0.04, Step(years=5)),
        (0.02, Step(years=10)),
        (0.002, Step(years=100)),
        (0.0002, Step(years=1_000)),
        (0.00025, Step(years=1_000)),
    ],
)
def test_ticks_lie_far_enough_apart(pixels: float, step: Step) -> None:
    assert step_for(pixels, 56) == step
    assert step.length * pixels >= 56


@given(st.integers(-800_000, 1_500_000), PIXELS, st.floats(100, 3_000))
def test_ticks_ascend_and_cover_the_picture(left: int, pixels: float, width: float) -> None:
    scale = Scale(left, pixels)
    found = ticks(scale, width, 56)
    assert all(one.day < other.day for one, other in pairwise(found))
    assert found[0].day <= scale.left
    assert found[-1].day >= scale.day(width)
    assert all(scale.x(other.day) - scale.x(one.day) >= 56 * 0.55 for one, other in pairwise(found))
    assert all(tick.label for tick in found)


@given(st.integers(-800_000, 1_500_000), st.floats(0.02, MOST_PIXELS_A_DAY))
def test_a_tick_stands_at_the_first_day_of_what_it_names(left: int, pixels: float) -> None:
    step = step_for(pixels, 56)
    for tick in ticks(Scale(left, pixels), 1_000, 56):
        _, month, day = civil(tick.day)
        if step.years:
            assert (month, day) == (1, 1)
        elif step.months:
            assert (month - 1) % step.months == 0
            assert day == 1
        else:
            assert tick.label == str(day)


@pytest.mark.parametrize(
    ("pixels", "labels"),
    [
        (90, [("27", "February 2016"), ("28", ""), ("29", ""), ("1", "March 2016"), ("2", "")]),
        (14, [("26", "February 2016"), ("1", "March 2016"), ("6", ""), ("11", ""), ("16", "")]),
        (2, [("Feb", "2016"), ("Mar", ""), ("Apr", ""), ("May", ""), ("Jun", "")]),
        (0.2, [("2016", ""), ("2017", ""), ("2018", ""), ("2019", ""), ("2020", "")]),
    ],
)
def test_ticks_say_what_begins(pixels: float, labels: list[tuple[str, str]]) -> None:
    found = ticks(Scale(day_number(2016, 2, 27), pixels), 2_000, 56)
    assert [(tick.label, tick.above) for tick in found[:5]] == labels


def test_days_run_on_over_the_end_of_a_year() -> None:
    found = ticks(Scale(day_number(2015, 12, 30), 90), 300, 56)
    assert [(tick.label, tick.above) for tick in found[:3]] == [
        ("30", "December 2015"),
        ("31", ""),
        ("1", "January 2016"),
    ]


@pytest.mark.parametrize(
    ("year", "words"),
    [(2016, "2016"), (950, "AD 950"), (0, "1 BC"), (-43, "44 BC"), (12_000, "the year 12000")],
)
def test_years_are_said_as_people_count(year: int, words: str) -> None:
    assert year_words(year) == words


def test_a_month_is_said_with_its_year() -> None:
    assert month_words(2016, 3) == "March 2016"
