import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.widgets.timeline_frame import TimelineFrame
from tests.ui.kit import ABDUSSAMATOV, bring_to_front_widget, deliver, opened_sample


def frame_of(qtbot: QtBot, preferences: Preferences, height: int = 700) -> TimelineFrame:
    made = TimelineFrame(QPlainTextEdit(), preferences)
    qtbot.addWidget(made)
    made.resize(1_000, height)
    bring_to_front_widget(qtbot, made)
    return made


def fill(frame: TimelineFrame) -> None:
    opened = opened_sample()
    model = RecordTableModel(opened, table_for(opened, Tab.CHRONOLOGY), frame)
    frame.show_rows(opened, model, anew=True)


def test_the_picture_takes_its_share_and_less_of_little(
    qtbot: QtBot, preferences: Preferences
) -> None:
    high, low = (frame_of(qtbot, preferences, height) for height in (700, 420))
    shares = [frame.sizes()[0] / sum(frame.sizes()) for frame in (high, low)]
    assert shares[0] == pytest.approx(0.4, abs=0.02)
    assert shares[1] == pytest.approx(0.36, abs=0.03)


def test_a_picture_of_few_rows_takes_no_more_than_it_needs(
    qtbot: QtBot, preferences: Preferences
) -> None:
    frame = frame_of(qtbot, preferences, 1_400)
    opened = opened_sample(ABDUSSAMATOV)
    frame.show_rows(
        opened, RecordTableModel(opened, table_for(opened, Tab.CHRONOLOGY), frame), anew=True
    )
    deliver()
    few = frame.sizes()[0]
    assert few < 0.25 * 1_400
    scene = frame.timeline.view.scene()
    assert scene is not None
    assert scene.spare == 0
    assert not any(one.is_cluster for lane in scene.layout.lanes for one in lane.placed)
    fill(frame)
    deliver()
    assert frame.sizes()[0] > few


def test_the_divider_is_remembered(qtbot: QtBot, preferences: Preferences) -> None:
    frame = frame_of(qtbot, preferences)
    frame.moveSplitter(200, 1)
    again = frame_of(qtbot, preferences)
    assert again.sizes()[0] == pytest.approx(frame.sizes()[0], abs=2)
    assert preferences.get("panes")["timeline"][0] == pytest.approx(200 / 700, abs=0.02)


def test_in_a_low_window_the_picture_is_away_until_it_is_asked_for(
    qtbot: QtBot, preferences: Preferences
) -> None:
    lines = QFontMetrics(QApplication.font()).lineSpacing()
    frame = frame_of(qtbot, preferences, 20 * lines)
    told: list[bool] = []
    frame.toggled.connect(lambda: told.append(frame.is_shown))
    assert frame.timeline.isHidden()
    assert not frame.is_shown
    fill(frame)
    assert frame.timeline.view.content is None
    frame.resize(1_000, 40 * lines)
    deliver()
    assert frame.timeline.isVisible()
    frame.resize(1_000, 20 * lines)
    deliver()
    assert frame.timeline.isHidden()
    frame.show_timeline(shown=True)
    frame.resize(1_000, 21 * lines)
    deliver()
    assert frame.timeline.isVisible()
    frame.show_timeline(shown=False)
    frame.resize(1_000, 40 * lines)
    deliver()
    assert frame.timeline.isHidden()
    assert told == [True, False, True, False]


def test_a_frame_that_was_never_seen_tells_what_it_will_show(
    qtbot: QtBot, preferences: Preferences
) -> None:
    made = TimelineFrame(QPlainTextEdit(), preferences)
    qtbot.addWidget(made)
    assert made.is_shown
    preferences.set("timeline", False)
    other = TimelineFrame(QPlainTextEdit(), preferences)
    qtbot.addWidget(other)
    assert (made.is_shown, other.is_shown) == (True, False)


def test_the_key_takes_its_room_from_the_list(qtbot: QtBot, preferences: Preferences) -> None:
    frame = frame_of(qtbot, preferences)
    fill(frame)
    deliver()
    for remembered in (False, True):
        if remembered:
            frame.moveSplitter(250, 1)
            frame.resize(1_000, 701)
            deliver()
        view, before = frame.timeline.view, frame.sizes()
        high, layout = view.height(), view.scene()
        frame.timeline.buttons["key"].click()
        deliver()
        assert frame.timeline.key.isVisible()
        assert view.height() == pytest.approx(high, abs=2)
        assert frame.sizes()[0] == pytest.approx(before[0] + frame.timeline.key.height(), abs=2)
        after = view.scene()
        assert layout is not None
        assert after is not None
        assert after.layout.lanes[0].placed == layout.layout.lanes[0].placed
        frame.timeline.buttons["key"].click()
        deliver()
        assert frame.sizes() == pytest.approx(before, abs=2)


def test_the_key_is_no_part_of_what_is_remembered(qtbot: QtBot, preferences: Preferences) -> None:
    frame = frame_of(qtbot, preferences)
    frame.timeline.toggle_key()
    deliver()
    frame.moveSplitter(300, 1)
    key = frame.timeline.key.height()
    assert preferences.get("panes")["timeline"][0] == pytest.approx((300 - key) / 700, abs=0.02)


def test_nothing_is_drawn_while_the_picture_is_put_away(
    qtbot: QtBot, preferences: Preferences
) -> None:
    preferences.set("timeline", False)
    frame = frame_of(qtbot, preferences)
    fill(frame)
    assert frame.timeline.isHidden()
    assert frame.timeline.view.content is None
    frame.show_timeline(shown=True)
    assert frame.timeline.isVisible()
    assert frame.timeline.view.content is not None
    frame.show_timeline(shown=False)
    assert frame.timeline.isHidden()
