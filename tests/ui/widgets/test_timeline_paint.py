"""What a picture shows: looked at dot by dot, in both schemes."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from caseviewer.model.dates import day_number
from caseviewer.model.events import Deadline
from caseviewer.model.standpoint import Assumption, Standpoint
from caseviewer.pictures.timeline_layout import MOST_MARKS
from caseviewer.pictures.timeline_scale import Scale
from caseviewer.ui.theme import DARK, LIGHT, Colours
from caseviewer.ui.widgets.timeline_paint import frame, overview_day, overview_x
from caseviewer.ui.widgets.timeline_scene import Scene
from tests.pictures.timelines import case_of
from tests.ui.kit import ABDUSSAMATOV, SAMPLES, opened_sample
from tests.ui.timelines import colours_in, content_of, painted, scene_of


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Fonts need an application."""


def row_of(scene: Scene, place: int) -> float:
    placed = scene.layout.lanes[0].with_place(place)
    assert placed is not None
    return scene.row_top(placed.row)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("size", [(1240.0, 260.0), (880.0, 120.0)], ids=str)
def test_both_samples_are_painted(
    folder: Path, colours: Colours, size: tuple[float, float]
) -> None:
    content = content_of(opened_sample(folder))
    scene = scene_of(content, size=size)
    found = colours_in(painted(scene, colours), 0, 0, *size)
    assert max(found, key=found.__getitem__) == colours.page
    assert found[colours.link] > 50
    assert len(found) > 20


def test_a_bar_covers_its_days_and_no_others() -> None:
    content = content_of(case_of("2010-12", "2012-06-05"))
    scale = Scale(day_number(2010, 11, 1), 4)
    scene = scene_of(content, scale)
    image, y = painted(scene), row_of(scene, 0) + scene.measures.row / 2
    left, right = scale.x(day_number(2010, 12, 1)), scale.x(day_number(2011, 1, 1))
    assert QColor(image.pixel(int(left), int(y))).name() == LIGHT.link
    assert QColor(image.pixel(int(right), int(y))).name() == LIGHT.link
    for x in (left - 3, right + 3):
        assert LIGHT.link not in colours_in(image, x, y, 1, 1)


def test_the_selected_mark_stands_out_and_more_so_with_the_keys() -> None:
    content = content_of(case_of("2010-12-05", "2012-06-05"))
    images = [
        painted(scene_of(content, chosen=chosen, focused=focused))
        for chosen, focused in ((None, False), (0, False), (0, True))
    ]
    assert images[0] != images[1] != images[2]
    scene = scene_of(content, chosen=0)
    area = (0, row_of(scene, 0), scene.width, scene.measures.row)
    assert LIGHT.selected in colours_in(images[1], *area)
    assert LIGHT.selected not in colours_in(images[0], *area)


def test_a_cluster_that_holds_the_selected_row_stands_out() -> None:
    content = content_of(case_of(*["2010-12-05"] * 30))
    plain, holds = scene_of(content), scene_of(content, chosen=20)
    assert plain.layout.lanes[0].with_place(20) is not None
    area = (0, plain.top, plain.width, plain.bottom - plain.top)
    assert LIGHT.selected not in colours_in(painted(plain), *area)
    assert LIGHT.selected in colours_in(painted(holds), *area)


def difference(one: QImage, other: QImage, scene: Scene, top: float, bottom: float) -> int:
    """How many dots of a stretch differ."""
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for y in range(int(top), int(bottom))
        for x in range(int(scene.width))
    )


def test_the_day_of_the_file_and_today_are_lines_with_words() -> None:
    opened = case_of("2019", "2021")
    today = Standpoint(today=day_number(2020, 9, 1))
    content = content_of(opened)
    both = content_of(dataclasses.replace(opened, standpoint=today))
    none = dataclasses.replace(content, lines=())
    images = [painted(scene_of(one)) for one in (none, content, both)]
    scene = scene_of(content)
    top, bottom = scene.measures.axis, scene.top
    assert difference(images[0], images[1], scene, top, bottom) > 100
    assert difference(images[1], images[2], scene, top, bottom) > 100
    assert difference(images[0], images[1], scene, bottom, scene.bottom) > 20


def test_a_line_out_of_view_is_not_drawn() -> None:
    content = content_of(case_of("2010", "2011"))
    none = dataclasses.replace(content, lines=())
    assert painted(scene_of(content)) == painted(scene_of(none))


def test_what_lies_outside_is_counted_above_the_rows() -> None:
    content = content_of(case_of("2010-05-05", "2012-05-05", "2014-05-05"))
    around = scene_of(content, Scale(day_number(2012, 4, 1), 10))
    quiet = dataclasses.replace(around.content, whole=around.layout.lanes[0].lane)
    image = painted(around)
    found = colours_in(image, 0, around.measures.axis, 120, around.measures.notes)
    assert len(found) > 3
    assert quiet.whole.index.before(around.scale.day(0)) == 1


def test_words_are_not_left_behind_by_their_marks() -> None:
    content = content_of(case_of("2010-05-05", "2014-05-05"))
    day = day_number(2010, 5, 5)
    for left, seen in ((day - 2, True), (day + 3, False)):
        scene = scene_of(content, Scale(left, 10))
        image, area = painted(scene), (0, row_of(scene, 0), 300, scene.measures.row)
        assert (LIGHT.text in colours_in(image, *area)) is seen


def many() -> Scene:
    dates = [f"{2000 + at % 20}-{at % 12 + 1:02}-05" for at in range(MOST_MARKS + 1)]
    return scene_of(content_of(case_of(*dates)))


def test_columns_stand_on_the_ground_of_their_lane() -> None:
    scene = many()
    lane = scene.layout.lanes[0]
    column = lane.columns[3]
    image = painted(scene)
    base = scene.row_top(lane.rows) - scene.measures.unit
    x = (column.left + column.right) / 2
    assert QColor(image.pixel(int(x), int(base) - 3)).name() == LIGHT.span


def test_the_column_with_the_selected_row_stands_out() -> None:
    scene = many()
    for focused in (False, True):
        chosen = dataclasses.replace(scene, chosen=5, focused=focused)
        found = colours_in(painted(chosen), 0, scene.top, scene.width, scene.bottom - scene.top)
        assert LIGHT.selected in found
    moved = dataclasses.replace(scene, shift=-5_000.0)
    assert LIGHT.span not in colours_in(
        painted(moved), 0, scene.top, scene.width, scene.bottom - scene.top
    )


def test_lanes_out_of_view_are_not_drawn() -> None:
    names = [(f"lane {at}", [at]) for at in range(40)]
    content = content_of(case_of(*["2010"] * 40), *names)
    assert painted(scene_of(content)) != painted(scene_of(content, scroll=70))


def test_undated_marks_stand_in_their_own_place() -> None:
    content = content_of(case_of("2010", *[None] * 30))
    plain, chosen = scene_of(content), scene_of(content, chosen=1)
    area = (0, plain.strip_top, plain.width, plain.measures.row)
    assert len(colours_in(painted(plain), *area)) > 3
    assert LIGHT.selected in colours_in(painted(chosen), *area)
    assert plain.undated[-1].is_rest


def test_the_frame_in_the_overview_is_what_is_seen() -> None:
    content = content_of(case_of("2000-01-01", "2020-01-01"))
    scene = scene_of(content, Scale(day_number(2010, 1, 1), 0.5))
    low, high = frame(scene)
    assert overview_day(scene, low) == pytest.approx(scene.scale.day(0), abs=1)
    assert overview_day(scene, high) == pytest.approx(scene.scale.day(scene.plot), abs=1)
    assert overview_x(scene, overview_day(scene, 123)) == pytest.approx(123)
    near = scene_of(content, Scale(day_number(2010, 1, 1), 90))
    low, high = frame(near)
    assert high - low == pytest.approx(6)
    found = colours_in(painted(scene), 0, scene.overview_top, scene.width, 20)
    assert LIGHT.link in found


def test_what_the_file_says_is_drawn_beside_what_is_assumed() -> None:
    wanted = Assumption("response", event="extradition")
    opened = opened_sample(ABDUSSAMATOV)
    seen = dataclasses.replace(opened, standpoint=Standpoint(assumptions=(wanted,)))
    content = content_of(seen)
    place = next(at for at, item in enumerate(content.marks.rows) if isinstance(item, Deadline))
    for chosen in (None, place):
        scene = scene_of(content, chosen=chosen)
        own = content.marks.mark(place).own
        assert own is not None
        assert own.days is not None
        left, right = scene.scale.x(own.days[0]), scene.scale.x(own.days[1] + 1)
        area = (left - 1, row_of(scene, place), right - left + 2, scene.measures.row)
        assert LIGHT.muted in colours_in(painted(scene), *area)
        plain = scene_of(content_of(opened), scene.scale)
        assert LIGHT.muted not in colours_in(painted(plain), left - 1, plain.top, right - left, 90)


def test_a_window_that_the_file_does_not_know_is_told_in_words_alone() -> None:
    wanted = Assumption("response", event="extradition")
    opened = opened_sample(ABDUSSAMATOV)
    (item,) = opened.case.deadlines
    bare = dataclasses.replace(item, triggers=())
    case = dataclasses.replace(opened.case, deadlines=(bare,))
    seen = dataclasses.replace(opened, case=case, standpoint=Standpoint(assumptions=(wanted,)))
    content = content_of(seen)
    place = next(at for at, row in enumerate(content.marks.rows) if isinstance(row, Deadline))
    mark = content.marks.mark(place)
    assert "the file: end not known" in mark.words
    assert LIGHT.warning in colours_in(painted(scene_of(content)), 0, 0, 900, 200)
