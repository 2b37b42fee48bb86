import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from caseviewer.pictures.timeline_layout import MOST_MARKS
from caseviewer.ui.widgets.timeline_found import found_at, holder_of
from caseviewer.ui.widgets.timeline_scene import Scene
from tests.pictures.timelines import case_of
from tests.ui.timelines import content_of, scene_of


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Fonts need an application."""


def spot(scene: Scene, place: int) -> QPointF:
    placed = scene.layout.lanes[0].with_place(place)
    assert placed is not None
    return QPointF(scene.left + placed.left + 3, scene.row_top(placed.row) + 5)


def test_a_mark_is_told_with_its_date() -> None:
    scene = scene_of(content_of(case_of("2011-06-09", "2012")))
    found = found_at(scene, spot(scene, 0))
    assert found is not None
    assert (list(found.places), found.words) == ([0], "E1 · 9 June 2011 · Event 0")
    assert not found.is_many
    assert holder_of(scene, 0) == found


def test_a_cluster_is_told_with_what_it_holds() -> None:
    scene = scene_of(content_of(case_of(*["2011-06-09"] * 30)))
    found = holder_of(scene, 29)
    assert found is not None
    assert found.is_many
    assert "events, 9 June 2011; zoom in" in found.words
    assert found_at(scene, spot(scene, 29)) == found


def test_a_column_is_told_with_its_number() -> None:
    dates = [f"{2000 + at % 20}-{at % 12 + 1:02}-05" for at in range(MOST_MARKS + 1)]
    scene = scene_of(content_of(case_of(*dates)))
    found = holder_of(scene, 7)
    assert found is not None
    assert found.is_many
    assert 7 in found.places
    column = scene.layout.lanes[0].columns[0]
    under = found_at(scene, QPointF(column.left + 2, scene.top + 2))
    assert under is not None
    assert under.words.startswith(f"{column.count} begin, 1 January 2000")


def test_undated_marks_and_the_rest_of_them_are_told() -> None:
    scene = scene_of(content_of(case_of("2010", *[None] * 30)))
    y = scene.strip_top + 5
    first = found_at(scene, QPointF(scene.strip_left + 5, y))
    rest = found_at(scene, QPointF(scene.strip_left + scene.undated[-1].left + 5, y))
    assert first is not None
    assert rest is not None
    assert (first.is_undated, first.is_many, first.words) == (True, False, "E2 · undated · Event 1")
    assert rest.is_many
    assert rest.words.endswith("more undated")


def test_nothing_is_found_where_nothing_is() -> None:
    scene = scene_of(content_of(case_of("2010", "2012")))
    assert found_at(scene, QPointF(3, 3)) is None
