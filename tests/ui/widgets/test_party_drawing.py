"""The picture with its buttons and its key, and what is made beside the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.model.opened import OpenedCase
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.widgets import party_drawing, party_making
from caseviewer.ui.widgets.party_drawing import PartyDrawing
from tests.ui.kit import ABDUSSAMATOV, bring_to_front_widget, deliver, opened_sample


@pytest.fixture
def drawing(qtbot: QtBot) -> PartyDrawing:
    made = PartyDrawing()
    qtbot.addWidget(made)
    made.resize(800, 600)
    bring_to_front_widget(qtbot, made)
    return made


def ids(opened: OpenedCase) -> list[str]:
    return [party.id for party in opened.case.parties]


def boxes(drawing: PartyDrawing) -> int:
    return len(drawing.diagram.picture.boxes)


def test_buttons_do_what_they_say(drawing: PartyDrawing) -> None:
    opened = opened_sample()
    drawing.show_parties(opened, ids(opened), "p-halvek")
    diagram, first = drawing.diagram, drawing.diagram.scale
    drawing.buttons["in"].click()
    assert diagram.scale == pytest.approx(first * 1.2)
    drawing.buttons["out"].click()
    assert diagram.scale == pytest.approx(first)
    drawing.buttons["fit"].click()
    bars = diagram.horizontalScrollBar(), diagram.verticalScrollBar()
    assert [bar.maximum() for bar in bars] == [0, 0]
    drawing.buttons["key"].click()
    assert drawing.key.isVisible()
    drawing.buttons["key"].click()
    assert drawing.key.isHidden()
    drawing.buttons["in"].setFocus()
    QTest.keyClick(drawing.buttons["in"], Qt.Key.Key_Escape)
    assert diagram.hasFocus()


def test_another_case_and_other_rows_are_drawn(drawing: PartyDrawing) -> None:
    first, second = opened_sample(), opened_sample(ABDUSSAMATOV)
    drawing.show_parties(first, ids(first), "p-halvek")
    assert (boxes(drawing), drawing.diagram.selected) == (41, "p-halvek")
    drawing.show_parties(first, ids(first)[:3], "p-halvek")
    assert boxes(drawing) == 3
    drawing.show_parties(second, ids(second), "committee")
    assert boxes(drawing) == 19


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is made beside the window."""
    monkeypatch.setattr(party_making, "BESIDE", 2)
    monkeypatch.setattr(party_drawing, "BESIDE", 2)


@pytest.mark.usefixtures("beside")
def test_many_parties_are_drawn_beside_the_window(qtbot: QtBot, drawing: PartyDrawing) -> None:
    first, second = opened_sample(), opened_sample(ABDUSSAMATOV)
    drawing.show_parties(second, ids(second), "committee")
    before = drawing.diagram.viewport().grab().toImage()
    assert boxes(drawing) == 0
    drawing.show_parties(first, ids(first), "p-halvek")
    drawing.show_parties(first, ids(first)[:5], "p-halvek")
    qtbot.waitUntil(lambda: boxes(drawing) == 5)
    wait_for_all()
    deliver()
    assert boxes(drawing) == 5
    assert drawing.diagram.viewport().grab().toImage() != before
    drawing.show_parties(first, ids(first), "p-halvek")
    assert boxes(drawing) == 5  # until the other picture is there
    qtbot.waitUntil(lambda: boxes(drawing) == 41)


@pytest.mark.usefixtures("beside")
def test_a_picture_that_is_saved_is_finished_first(drawing: PartyDrawing) -> None:
    opened = opened_sample()
    drawing.show_parties(opened, ids(opened), "")
    drawing.settle()
    assert boxes(drawing) == 41
    drawing.settle()
    wait_for_all()
    deliver()
    assert boxes(drawing) == 41


@pytest.mark.usefixtures("beside")
def test_who_was_selected_meanwhile_is_drawn_if_there_was_no_room(
    qtbot: QtBot, drawing: PartyDrawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseviewer.pictures.party_layout.MOST_LINKED", 4)
    opened = opened_sample()
    drawing.show_parties(opened, ids(opened), "p-committee")
    drawing.diagram.select("p-union")
    qtbot.waitUntil(lambda: drawing.diagram.picture.box_of("p-union") is not None)
    drawing.diagram.select("p-mother")
    qtbot.waitUntil(lambda: drawing.diagram.picture.box_of("p-mother") is not None)
