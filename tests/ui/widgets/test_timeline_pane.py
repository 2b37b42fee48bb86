"""The picture in step with a list."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.widgets import timeline_pane
from caseviewer.ui.widgets.timeline_found import holder_of
from caseviewer.ui.widgets.timeline_pane import TimelinePane
from caseviewer.ui.widgets.timeline_scene import Content
from tests.pictures.timelines import case_of
from tests.ui.kit import bring_to_front_widget, deliver, opened_sample
from tests.ui.samples import without_records


def model_of(pane: TimelinePane, opened: OpenedCase) -> RecordTableModel:
    model = RecordTableModel(opened, table_for(opened, Tab.CHRONOLOGY), pane)
    pane.show_rows(opened, model, anew=True)
    return model


@pytest.fixture
def pane(qtbot: QtBot, preferences: Preferences) -> TimelinePane:
    made = TimelinePane(preferences)
    qtbot.addWidget(made)
    made.resize(1_000, 320)
    bring_to_front_widget(qtbot, made)
    return made


@pytest.fixture
def model(pane: TimelinePane) -> RecordTableModel:
    return model_of(pane, opened_sample())


def content(pane: TimelinePane) -> Content:
    found = pane.view.content
    assert found is not None
    return found


def shown(pane: TimelinePane) -> int:
    found = content(pane)
    return len(found.whole.index) + len(found.undated)


def test_every_row_of_the_list_is_a_mark(pane: TimelinePane, model: RecordTableModel) -> None:
    assert shown(pane) == model.shown == len(model.table.rows)


def test_a_filter_narrows_the_marks_and_keeps_the_days(
    qtbot: QtBot, pane: TimelinePane, model: RecordTableModel
) -> None:
    pane.view.zoom(3)
    before = pane.view.scene()
    model.set_filter("prison")
    qtbot.waitUntil(lambda: shown(pane) == model.shown)
    after = pane.view.scene()
    assert 0 < model.shown < len(model.table.rows)
    assert before is not None
    assert after is not None
    assert after.scale.pixels == before.scale.pixels
    model.set_filter("no such words")
    qtbot.waitUntil(lambda: pane.view.content is None)
    model.set_filter("")
    qtbot.waitUntil(lambda: pane.view.content is not None and shown(pane) == model.shown)


def test_a_choice_narrows_the_marks(
    qtbot: QtBot, pane: TimelinePane, model: RecordTableModel
) -> None:
    model.set_choices({"standing": frozenset({"alleged"})})
    qtbot.waitUntil(lambda: shown(pane) == model.shown)
    assert 0 < model.shown < len(model.table.rows)


def test_a_record_that_is_selected_in_the_list_is_marked(
    pane: TimelinePane, model: RecordTableModel
) -> None:
    pane.show_record("e-supreme")
    scene = pane.view.scene()
    assert scene is not None
    assert scene.chosen is not None
    assert getattr(scene.content.marks.rows[scene.chosen], "id", "") == "e-supreme"
    assert "The Supreme Court finds no violation" in pane.view.accessibleName()
    pane.show_record("none of these")
    assert pane.view.accessibleName() == "Timeline"


def test_a_mark_that_is_selected_tells_its_record(
    qtbot: QtBot, pane: TimelinePane, model: RecordTableModel
) -> None:
    with qtbot.waitSignal(pane.row_selected) as told:
        pane.view.to_end(1)
    assert told.args == [getattr(model.table.rows[content(pane).undated[-1]], "id", "")]
    with qtbot.waitSignal(pane.row_followed) as followed:
        pane.view.follow()
    assert followed.args == told.args


@pytest.mark.parametrize("name", ["kind", "standing", "party"])
def test_lanes_are_chosen_from_a_menu_and_remembered(
    pane: TimelinePane, model: RecordTableModel, preferences: Preferences, name: str
) -> None:
    (action,) = (one for one in pane.lanes_menu.actions() if one.data() == name)
    action.trigger()
    assert preferences.get("timeline_lanes") == name
    lanes = content(pane).lanes
    assert len(lanes) > 3
    assert {place for lane in lanes for place in lane.index.order} == set(
        content(pane).whole.index.order
    )
    assert action.isChecked()
    assert pane.lanes_button.text().startswith("Lanes: ")
    pane.lanes_menu.actions()[0].trigger()
    assert len(content(pane).lanes) == 1


def test_lanes_that_do_not_fit_can_be_scrolled(pane: TimelinePane, model: RecordTableModel) -> None:
    assert pane.bar.isHidden()
    pane.choose_lanes("party")
    assert pane.bar.isVisible()
    pane.bar.setValue(pane.bar.maximum())
    scene = pane.view.scene()
    assert scene is not None
    assert scene.scroll > 0


@pytest.mark.parametrize("high", [220, 260, 320])
def test_the_selected_row_is_seen_in_some_lane(
    pane: TimelinePane, model: RecordTableModel, high: int
) -> None:
    pane.resize(1_000, high)
    pane.choose_lanes("kind")
    pane.show_record(model.id_at(model.rowCount() - 1))
    hidden = []
    for row in filter(model.id_at, range(model.rowCount())):
        pane.show_record(model.id_at(row))
        scene = pane.view.scene()
        assert scene is not None
        assert scene.chosen is not None
        tops = [
            scene.row_top(lane.row + placed.row)
            for lane in scene.layout.lanes
            for placed in (lane.with_place(scene.chosen),)
            if placed is not None
        ]
        seen = (scene.top - 1 <= top <= scene.bottom - scene.measures.row + 1 for top in tops)
        if tops and not any(seen):
            hidden.append(row)
    assert hidden == []


def test_buttons_do_what_they_say(
    qtbot: QtBot, pane: TimelinePane, model: RecordTableModel
) -> None:
    def pixels() -> float:
        scene = pane.view.scene()
        assert scene is not None
        return scene.scale.pixels

    first = pixels()
    pane.buttons["in"].click()
    assert pixels() > first
    pane.buttons["out"].click()
    assert pixels() == pytest.approx(first)
    pane.buttons["fit"].click()
    assert pixels() < first
    pane.buttons["key"].click()
    assert pane.key.isVisible()
    pane.buttons["key"].click()
    assert pane.key.isHidden()
    with qtbot.waitSignal(pane.picture_wanted):
        pane.buttons["save"].click()
    pane.lanes_button.click()
    assert pane.lanes_menu.isVisible()
    pane.lanes_menu.close()


def test_a_sheet_says_what_is_shown_of_what(pane: TimelinePane, model: RecordTableModel) -> None:
    pane.show_record("e-supreme")
    sheet = pane.sheet("A title")
    assert sheet is not None
    assert sheet.title == "A title"
    total = len(model.table.rows)
    assert f"{total} of {total} dates · file as of 30 September 2020" in sheet.note
    assert sheet.scene.chosen is None
    pane.hide()
    assert pane.sheet("A title") is None


def test_a_case_without_events_says_so(pane: TimelinePane) -> None:
    model_of(pane, without_records())
    assert pane.view.content is None
    assert pane.sheet("A title") is None


def test_long_lists_are_drawn_beside_the_window(
    qtbot: QtBot, pane: TimelinePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_pane, "_BESIDE", 10)
    model = model_of(pane, opened_sample())
    assert pane.view.content is None
    pane.show_record("e-supreme")
    qtbot.waitUntil(lambda: pane.view.content is not None)
    assert shown(pane) == len(model.table.rows)
    scene = pane.view.scene()
    assert scene is not None
    assert scene.chosen is not None


def test_lanes_of_long_lists_are_made_beside_the_window(
    qtbot: QtBot, pane: TimelinePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = model_of(pane, opened_sample())
    pane.choose_lanes("kind")
    known = [(lane.name, list(lane.index.order)) for lane in content(pane).lanes]
    pane.choose_lanes("")
    monkeypatch.setattr(timeline_pane, "_BESIDE", 10)
    pane.choose_lanes("kind")
    assert len(content(pane).lanes) == 1
    qtbot.waitUntil(lambda: len(content(pane).lanes) > 1)
    assert [(lane.name, list(lane.index.order)) for lane in content(pane).lanes] == known
    pane.choose_lanes("standing")
    pane.choose_lanes("")
    wait_for_all()
    deliver()
    assert len(content(pane).lanes) == 1
    assert shown(pane) == model.shown


def test_what_was_begun_for_other_rows_is_dropped(
    qtbot: QtBot, pane: TimelinePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_pane, "_BESIDE", 10)
    model_of(pane, opened_sample())
    few = model_of(pane, case_of("2010", "2012"))
    wait_for_all()
    deliver()
    assert shown(pane) == len(few.table.rows) == 2


def test_marks_of_one_day_are_offered_in_a_menu(qtbot: QtBot, pane: TimelinePane) -> None:
    model_of(pane, case_of(*["2010-01-05"] * 60))
    pane.show_record("e59")
    pane.view.follow()
    (menu,) = (one for one in pane.findChildren(QMenu) if one is not pane.lanes_menu
               and one.isVisible())  # fmt: skip
    *offered, rest = menu.actions()
    assert len(offered) == 40
    scene = pane.view.scene()
    assert scene is not None
    holder = holder_of(scene, 59)
    assert holder is not None
    assert (rest.text(), rest.isEnabled()) == (f"{len(holder.places) - 40} more", False)
    with qtbot.waitSignal(pane.row_selected) as told:
        menu.actions()[0].trigger()
    assert told.args[0].startswith("e")
    menu.close()
