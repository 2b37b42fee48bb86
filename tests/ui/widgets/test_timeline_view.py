"""The picture under the hands of a reader: keys, wheel, mouse."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.pictures.timeline_scale import MOST_PIXELS_A_DAY
from caseviewer.ui.widgets.timeline_found import holder_of
from caseviewer.ui.widgets.timeline_scene import Content, Scene
from caseviewer.ui.widgets.timeline_view import TimelineView
from tests.pictures.timelines import case_of
from tests.ui.kit import bring_to_front_widget
from tests.ui.timelines import content_of

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
DATES = ("2010-01-05", "2011", "2012-06-01/2012-07-01", "2014-03-03", None)


def view_of(qtbot: QtBot, content: Content | None = None) -> TimelineView:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(900, 320)
    view.show_content(content or content_of(case_of(*DATES)), anew=True)
    bring_to_front_widget(qtbot, view)
    view.setFocus()
    return view


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    return view_of(qtbot)


def scene_of(view: TimelineView) -> Scene:
    scene = view.scene()
    assert scene is not None
    return scene


def spot(view: TimelineView, place: int) -> QPoint:
    """A place on the mark, cluster or column that shows a row."""
    scene = scene_of(view)
    if place in scene.content.undated:
        (found,) = (one for one in scene.undated if place in one.places)
        return QPoint(int(scene.strip_left + found.left) + 6, int(scene.strip_top) + 6)
    for lane in scene.layout.lanes:
        placed = lane.with_place(place)
        if placed is not None:
            x = scene.left + max(placed.left + scene.shift, 0) + 4
            return QPoint(int(x), int(scene.row_top(lane.row + placed.row)) + 6)
    raise AssertionError(place)


def wheel(
    view: TimelineView, at: QPoint, turned: tuple[int, int], keys: Qt.KeyboardModifier = NO_KEYS
) -> None:
    place = QPointF(at)
    event = QWheelEvent(place, view.mapToGlobal(place), QPoint(), QPoint(*turned),
                        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase,
                        False)  # fmt: skip
    QApplication.sendEvent(view, event)


def test_keys_lead_along_the_marks_to_the_undated(view: TimelineView) -> None:
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert chosen == [0, 1, 2, 3, 4, 0, 4]


def test_keys_lead_from_lane_to_lane(qtbot: QtBot) -> None:
    content = content_of(case_of(*DATES), ("one", [0, 1]), ("other", [2, 3]))
    view = view_of(qtbot, content)
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert chosen == [0, 1, 2, 4, 2]


def test_keys_zoom_move_and_fit(view: TimelineView) -> None:
    whole = scene_of(view).scale
    QTest.keyClick(view, Qt.Key.Key_Plus)
    near = scene_of(view).scale
    assert near.pixels > whole.pixels
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert scene_of(view).scale.left > near.left
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert scene_of(view).scale == whole
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert scene_of(view).scale == whole


def test_zooming_keeps_the_selected_mark_in_view(view: TimelineView) -> None:
    view.show_chosen(3, "the mark")
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    scene = scene_of(view)
    assert scene.scale.pixels == pytest.approx(MOST_PIXELS_A_DAY)
    assert 0 <= scene.scale.x(scene.content.marks.firsts[3]) <= scene.plot


def test_the_wheel_zooms_around_the_pointer(view: TimelineView) -> None:
    at = QPoint(300, 100)
    before = scene_of(view).scale.day(300)
    wheel(view, at, (0, 240))
    scene = scene_of(view)
    assert scene.scale.day(300) == pytest.approx(before)
    assert scene.zoomed
    wheel(view, at, (0, -120))
    assert scene_of(view).scale.pixels < scene.scale.pixels


@pytest.mark.parametrize(
    "turned", [((-120, 0), NO_KEYS), ((0, -120), Qt.KeyboardModifier.ShiftModifier)]
)
def test_the_wheel_sideways_moves_the_picture(
    view: TimelineView, turned: tuple[tuple[int, int], Qt.KeyboardModifier]
) -> None:
    view.zoom(4)
    before = scene_of(view).scale
    wheel(view, QPoint(300, 100), *turned)
    after = scene_of(view).scale
    assert after.pixels == before.pixels
    assert after.left > before.left


def test_dragging_moves_the_picture_and_selects_nothing(view: TimelineView) -> None:
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    view.zoom(4)
    before = scene_of(view).scale
    QTest.mousePress(view, LEFT, pos=QPoint(400, 60))
    QTest.mouseMove(view, QPoint(402, 60))
    assert scene_of(view).scale == before
    QTest.mouseMove(view, QPoint(300, 60))
    QTest.mouseRelease(view, LEFT, pos=QPoint(300, 60))
    after = scene_of(view).scale
    assert after.left - before.left == pytest.approx(100 / before.pixels, rel=0.05)
    assert chosen == []
    QTest.mouseMove(view, QPoint(200, 60))
    assert scene_of(view).scale == after


def test_the_overview_leads_to_where_it_is_clicked(view: TimelineView) -> None:
    view.zoom(8)
    scene = scene_of(view)
    y = int(scene.overview_top) + 8
    for x in (100, 800):
        QTest.mouseClick(view, LEFT, pos=QPoint(x, y))
        now = scene_of(view)
        first, last = now.content.whole.index.span
        wanted = first + x / now.plot * (last + 1 - first)
        assert now.scale.day(now.plot / 2) == pytest.approx(wanted, abs=2)


@pytest.mark.parametrize("place", [0, 1, 2, 4])
def test_a_click_selects_a_mark(view: TimelineView, place: int) -> None:
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    QTest.mouseClick(view, LEFT, pos=spot(view, place))
    assert chosen == [place]
    QTest.mouseClick(view, LEFT, pos=QPoint(880, 200))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=spot(view, 3))
    assert chosen == [place]


def test_a_double_click_or_enter_leads_on_to_the_page(view: TimelineView) -> None:
    followed: list[int] = []
    view.followed.connect(followed.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.mouseDClick(view, LEFT, pos=spot(view, 1))
    view.show_chosen(4, "undated")
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.mouseDClick(view, LEFT, pos=QPoint(880, 200))
    assert followed == [1, 4]


def crowded() -> Content:
    return content_of(case_of(*(f"2010-01-{day:02}" for day in range(1, 31)), "2015"))


def is_in_cluster(view: TimelineView, place: int) -> bool:
    found = holder_of(scene_of(view), place)
    assert found is not None
    return found.is_many


def test_a_cluster_is_opened_by_zooming_until_its_marks_stand_apart(qtbot: QtBot) -> None:
    view = view_of(qtbot, crowded())
    view.fit()
    view.show_chosen(25, "a mark")
    steps = 0
    while is_in_cluster(view, 25):
        QTest.keyClick(view, Qt.Key.Key_Return)
        steps += 1
        assert steps < 6
    assert steps > 0


def test_a_double_click_opens_a_cluster(qtbot: QtBot) -> None:
    view = view_of(qtbot, crowded())
    view.fit()
    found = holder_of(scene_of(view), 25)
    assert found is not None
    assert found.is_many
    before = scene_of(view).scale
    QTest.mouseDClick(view, LEFT, pos=spot(view, 25))
    assert scene_of(view).scale.pixels > before.pixels


def test_marks_of_one_day_are_listed(qtbot: QtBot) -> None:
    view = view_of(qtbot, content_of(case_of(*["2010-01-05"] * 30)))
    listed: list[object] = []
    view.listed.connect(listed.append)
    view.show_chosen(29, "a mark")
    QTest.keyClick(view, Qt.Key.Key_Enter)
    assert len(listed) == 1
    assert 29 in listed[0]  # type: ignore[operator]


def test_the_rest_of_the_undated_is_turned_to(qtbot: QtBot) -> None:
    view = view_of(qtbot, content_of(case_of("2010", *[None] * 30)))
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    rest = scene_of(view).undated[-1]
    QTest.mouseDClick(view, LEFT, pos=spot(view, rest.places[-1]))
    assert chosen == [rest.places[0]]
    (shown,) = (one for one in scene_of(view).undated if rest.places[0] in one.places)
    assert not shown.is_rest


def test_a_mark_that_is_selected_elsewhere_comes_into_view(view: TimelineView) -> None:
    view.show_chosen(3, "later")
    view.zoom(50)
    view.show_chosen(1, "earlier")
    scene = scene_of(view)
    assert 0 <= scene.scale.x(scene.content.marks.firsts[1]) <= scene.plot


def test_the_first_row_that_is_selected_of_itself_moves_nothing(qtbot: QtBot) -> None:
    days = [f"2010-01-{day:02}" for day in range(1, 29)]
    view = view_of(qtbot, content_of(case_of("1800-01-01", *days)))
    before = scene_of(view).scale
    view.show_chosen(0, "the first")
    assert scene_of(view).scale == before
    view.show_chosen(5, "another")
    view.show_chosen(0, "the first")
    assert scene_of(view).scale != before


def test_lanes_scroll_to_what_is_selected(qtbot: QtBot) -> None:
    names = [(f"lane {at}", [at]) for at in range(40)]
    view = view_of(qtbot, content_of(case_of(*["2010"] * 40), *names))
    view.show_chosen(39, "the last")
    scene = scene_of(view)
    assert scene.top <= scene.row_top(39) < scene.bottom
    view.scroll_to(0)
    assert scene_of(view).row_top(0) == scene.top


def test_a_screen_reader_hears_the_row_as_the_list_says_it(view: TimelineView) -> None:
    assert view.accessibleName() == "Timeline"
    view.show_chosen(1, "E2, 2011, stated: Event 1, alleged")
    assert view.accessibleName() == "Timeline: E2, 2011, stated: Event 1, alleged"
    assert "zoom" in view.accessibleDescription()


def tooltip_at(view: TimelineView, at: QPoint) -> str:
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    return view.toolTip()


def test_a_tooltip_says_the_whole_and_shows_markup_as_letters(qtbot: QtBot) -> None:
    case = case_of("2010", "2012")
    event = dataclasses.replace(case.case.chronology[0], title="<img src='/dev/zero'>")
    case = dataclasses.replace(
        case, case=dataclasses.replace(case.case, chronology=(event, case.case.chronology[1]))
    )
    view = view_of(qtbot, content_of(case, ("<b>one</b>", [0, 1])))
    assert "&lt;img src=" in tooltip_at(view, spot(view, 0))
    assert "&lt;b&gt;one" in tooltip_at(view, QPoint(3, int(scene_of(view).top) + 4))
    assert tooltip_at(view, QPoint(3, 3)) == ""
    assert tooltip_at(view, QPoint(880, int(scene_of(view).bottom) - 2)) == ""


def test_esc_leads_back_to_the_list_and_other_keys_are_the_windows(view: TimelineView) -> None:
    left: list[bool] = []
    view.left.connect(lambda: left.append(True))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_A)
    assert left == [True]


def test_without_marks_words_stand_in_their_place(view: TimelineView) -> None:
    filled = view.grab().toImage()
    view.show_nothing("Nothing is here.")
    assert view.grab().toImage() != filled
    assert view.content is None
    for do in (view.fit, view.follow, view.leave, lambda: view.zoom(2), lambda: view.pan(1)):
        do()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    wheel(view, QPoint(50, 50), (0, 120))
    QTest.mouseDClick(view, LEFT, pos=QPoint(50, 50))
    QTest.mouseClick(view, LEFT, pos=QPoint(50, 50))
    assert view.scene() is None


def test_a_larger_font_makes_larger_marks(view: TimelineView) -> None:
    before = scene_of(view).measures.row
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert scene_of(view).measures.row > 1.5 * before


def test_most_marks_are_seen_where_others_lie_far_off(qtbot: QtBot) -> None:
    days = [f"2010-01-{day:02}" for day in range(1, 29)]
    view = view_of(qtbot, content_of(case_of("1800-01-01", *days)))
    scene = scene_of(view)
    assert scene.zoomed
    assert scene.content.whole.index.before(scene.scale.day(0)) == 1
    assert scene.content.whole.index.after(scene.scale.day(scene.plot)) == 0
