import pytest
from PySide6.QtWidgets import QApplication

from caseviewer.pictures.timeline_layout import MOST_MARKS
from caseviewer.pictures.timeline_scale import Scale
from tests.pictures.timelines import case_of
from tests.ui.timelines import SIZE, composer_of, content_of, scene_of


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Fonts need an application."""


def test_the_parts_lie_below_each_other() -> None:
    content = content_of(case_of("2010", "2012", None))
    whole = scene_of(content)
    zoomed = scene_of(content, Scale(content.marks.firsts[0], 5))
    assert not whole.zoomed
    assert zoomed.zoomed
    for scene in (whole, zoomed):
        assert 0 < scene.top < scene.bottom <= scene.strip_top
        assert scene.strip_top < scene.overview_top <= scene.height
    assert zoomed.overview_top < whole.overview_top == SIZE[1]


def test_a_low_picture_has_no_overview() -> None:
    content = content_of(case_of("2010", "2012", None))
    assert not scene_of(content, Scale(content.marks.firsts[0], 5), size=(900, 140)).zoomed


def test_all_days_are_shown_where_no_scale_is_told() -> None:
    content = content_of(case_of("2010", "2012-05-06"))
    scene = scene_of(content)
    assert content.span is not None
    assert scene.scale.x(content.span[0]) > 0
    assert scene.scale.x(content.span[1] + 1) < scene.plot


def test_without_dates_there_are_only_undated_marks() -> None:
    content = content_of(case_of(None, None))
    scene = scene_of(content)
    assert content.span is None
    assert not scene.zoomed
    assert [one.places for one in scene.undated] == [(0,), (1,)]


def test_marks_are_found_where_they_are_drawn() -> None:
    content = content_of(case_of("2010", "2012", None))
    scene = scene_of(content)
    (lane,) = scene.layout.lanes
    placed = lane.placed[0]
    y = scene.row_top(placed.row) + 3
    assert scene.placed_at(scene.left + placed.left + scene.shift + 2, y) is placed
    assert scene.placed_at(scene.width - 2, scene.bottom - 2) is None
    assert scene.placed_at(5, 2) is None
    undated = scene.placed_at(scene.strip_left + 5, scene.strip_top + 5)
    assert undated is not None
    assert undated.places == (2,)
    assert scene.placed_at(scene.width - 1, scene.strip_top + 5) is None


def test_lanes_have_names_at_the_left() -> None:
    content = content_of(case_of("2010", "2012"), ("found", [0]), ("alleged", [1]))
    scene = scene_of(content)
    assert scene.left > 0
    found = scene.lane_at(scene.row_top(1) + 2)
    assert found is not None
    assert found.lane.name == "alleged"
    assert scene.lane_at(scene.bottom - 1) is None
    assert scene.placed_at(scene.left - 2, scene.row_top(0) + 2) is None
    assert scene.column_at(scene.left - 2, scene.row_top(0) + 2) is None


def test_lanes_scroll_no_further_than_there_are_rows() -> None:
    names = [(f"lane {at}", [at]) for at in range(40)]
    content = content_of(case_of(*["2010"] * 40), *names)
    top, end = scene_of(content), scene_of(content, scroll=9_999)
    assert end.scroll == (end.layout.rows - (end.bottom - end.top) / end.measures.row) * (
        end.measures.row
    )
    assert end.row_top(39) + end.measures.row == pytest.approx(end.bottom)
    assert top.row_top(0) == top.top


def test_what_was_laid_out_is_kept_while_the_picture_is_moved() -> None:
    content = content_of(case_of("2010", "2012"))
    composer = composer_of(content)
    scale = Scale(content.marks.firsts[0], 1)
    first = composer.scene(scale, SIZE)
    moved = composer.scene(scale.moved(-5_000), SIZE)
    assert moved.layout is first.layout
    assert moved.shift == pytest.approx(-5_000)
    assert composer.scene(scale.zoomed(2, 0), SIZE).layout is not first.layout


def test_many_marks_are_laid_out_anew_after_half_a_picture() -> None:
    dates = [f"{2000 + at % 20}-{at % 12 + 1:02}-05" for at in range(MOST_MARKS + 1)]
    composer = composer_of(content_of(case_of(*dates)))
    first = composer.scene(None, SIZE)
    column = first.layout.lanes[0].columns[0]
    assert first.column_at(column.left + 2, first.row_top(0) + 2) == (
        first.layout.lanes[0],
        column,
    )
    near = composer.scene(first.scale.moved(100), SIZE)
    far = composer.scene(first.scale.moved(600), SIZE)
    assert near.layout is first.layout
    assert far.layout is not first.layout
