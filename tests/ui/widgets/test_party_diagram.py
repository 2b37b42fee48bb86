"""The picture of parties in the window: keys, pointer, wheel, what a screen reader hears."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.pictures import party_layout
from caseviewer.pictures.party_network import PartyNetwork, party_network
from caseviewer.ui.widgets.party_diagram import PartyDiagram
from tests.formatting import samples
from tests.pictures.kit import network
from tests.ui.kit import bring_to_front_widget

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Shown:
    """A diagram that keeps to what is chosen in it, as in a tab."""

    def __init__(self, qtbot: QtBot, made: PartyNetwork, size: tuple[int, int]) -> None:
        self.diagram = PartyDiagram()
        qtbot.addWidget(self.diagram)
        self.diagram.resize(*size)
        self.followed: list[str] = []
        self.diagram.party_selected.connect(self.diagram.select)
        self.diagram.party_followed.connect(self.followed.append)
        bring_to_front_widget(qtbot, self.diagram)
        self.diagram.setFocus()
        self.diagram.show_network(made)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.diagram, key)

    def wheel(self, degrees: int, at: QPoint, keys: Qt.KeyboardModifier = CONTROL) -> None:
        event = QWheelEvent(
            QPointF(at), QPointF(self.diagram.mapToGlobal(at)), QPoint(), QPoint(0, degrees),
            Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.diagram.viewport(), event)

    def bars(self) -> tuple[int, int]:
        diagram = self.diagram
        return diagram.horizontalScrollBar().value(), diagram.verticalScrollBar().value()


def first(qtbot: QtBot, size: tuple[int, int] = (600, 500)) -> Shown:
    return Shown(qtbot, party_network(samples.first()), size)


def second(qtbot: QtBot) -> Shown:
    return Shown(qtbot, party_network(samples.second()), (600, 500))


def test_arrows_lead_from_party_to_party(qtbot: QtBot) -> None:
    shown = first(qtbot)
    shown.press(Qt.Key.Key_Down)
    assert shown.diagram.selected == "committee"
    shown.press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert shown.diagram.selected == "committee"
    shown.press(Qt.Key.Key_Left)
    assert shown.diagram.selected == "committee"
    shown.press(Qt.Key.Key_Right)
    assert shown.diagram.selected == "laroque"
    shown.press(Qt.Key.Key_Return)
    assert shown.followed == ["laroque"]


def test_what_is_selected_is_heard_with_its_links(qtbot: QtBot) -> None:
    shown = first(qtbot)
    assert shown.diagram.accessibleName() == "Picture of the parties"
    shown.diagram.select("acat-france")
    assert shown.diagram.accessibleName() == (
        "Picture of the parties. P4 ACAT France, organization, representative, recipient:"
        " represents P5 29 individuals (unnamed) (C1); P18 Christine Laroque: works for this party"
    )
    assert "Arrows lead" in shown.diagram.accessibleDescription()


@pytest.mark.parametrize("party", ["uzbekistan", "two-sentenced", "refworld", "zhovtis"])
def test_a_click_selects_the_innermost_party(qtbot: QtBot, party: str) -> None:
    shown = first(qtbot, (400, 400))
    shown.diagram.select(party)
    spot = shown.diagram.place_of(party)
    assert shown.diagram.viewport().rect().contains(spot)
    shown.diagram.selected = ""
    QTest.mouseClick(shown.diagram.viewport(), LEFT, pos=spot)
    assert shown.diagram.selected == party


def test_a_click_beside_the_parties_changes_nothing(qtbot: QtBot) -> None:
    shown = first(qtbot)
    shown.diagram.select("committee")
    QTest.mouseClick(shown.diagram.viewport(), LEFT, pos=QPoint(2, 2))
    assert shown.diagram.selected == "committee"
    assert shown.diagram.place_of("nobody") == QPoint(-1, -1)


def test_dragging_moves_the_picture_and_selects_nothing(qtbot: QtBot) -> None:
    shown = first(qtbot, (300, 300))
    view = shown.diagram.viewport()
    QTest.mouseMove(view, QPoint(150, 150))
    QTest.mousePress(view, LEFT, pos=QPoint(200, 200))
    QTest.mouseMove(view, QPoint(199, 199))
    assert shown.bars() == (0, 0)
    QTest.mouseMove(view, QPoint(120, 150))
    QTest.mouseMove(view, QPoint(119, 149))
    QTest.mouseRelease(view, LEFT, pos=QPoint(119, 149))
    assert shown.bars() == (81, 51)
    assert shown.diagram.selected == ""


def test_keys_make_it_larger_smaller_and_whole(qtbot: QtBot) -> None:
    shown = first(qtbot)
    start = shown.diagram.scale
    shown.press(Qt.Key.Key_Plus)
    assert shown.diagram.scale == pytest.approx(start * 1.2)
    shown.press(Qt.Key.Key_Minus)
    assert shown.diagram.scale == pytest.approx(start)
    shown.press(Qt.Key.Key_0)
    bars = shown.diagram.horizontalScrollBar(), shown.diagram.verticalScrollBar()
    assert [bar.maximum() for bar in bars] == [0, 0]
    for _ in range(40):
        shown.press(Qt.Key.Key_Plus)
    assert shown.diagram.scale == 4
    for _ in range(40):
        shown.press(Qt.Key.Key_Minus)
    assert shown.diagram.scale == 0.1


def test_other_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    shown = first(qtbot)
    shown.press(Qt.Key.Key_F, Qt.Key.Key_Escape)
    assert shown.diagram.selected == ""


def test_the_wheel_zooms_about_the_pointer_with_ctrl_and_scrolls_without(qtbot: QtBot) -> None:
    shown = second(qtbot)
    diagram = shown.diagram
    diagram.select("p-valdrasia")
    before, spot = diagram.scale, diagram.place_of("p-valdrasia")
    shown.wheel(120, spot)
    assert diagram.scale == pytest.approx(before * 1.2)
    assert (diagram.place_of("p-valdrasia") - spot).manhattanLength() <= 3
    at = shown.bars()
    shown.wheel(120, spot, Qt.KeyboardModifier.NoModifier)
    assert shown.bars()[1] < at[1]
    assert diagram.scale == pytest.approx(before * 1.2)


@pytest.mark.parametrize("party", ["p-valdrasia", "p-nurse-gate", "p-committee", "p-union"])
def test_what_is_selected_comes_into_view(qtbot: QtBot, party: str) -> None:
    shown = second(qtbot)
    shown.diagram.select("p-second-miner")
    shown.diagram.select(party)
    assert shown.diagram.viewport().rect().contains(shown.diagram.place_of(party))


def test_a_small_picture_is_shown_whole_and_stays_so(qtbot: QtBot) -> None:
    shown = Shown(qtbot, network("ab", [("a", "b", "heads")]), (600, 500))
    assert shown.diagram.scale == 1
    assert shown.diagram.place_of("a").x() > 200
    shown.diagram.resize(300, 130)
    assert 0.75 < shown.diagram.scale < 1
    shown.diagram.resize(600, 500)
    assert shown.diagram.scale == 1


def test_a_size_that_was_chosen_stays(qtbot: QtBot) -> None:
    shown = Shown(qtbot, network("ab", [("a", "b", "heads")]), (600, 500))
    shown.press(Qt.Key.Key_Plus)
    shown.diagram.resize(300, 130)
    assert shown.diagram.scale == pytest.approx(1.2)


def test_moving_the_pointer_alone_moves_nothing(qtbot: QtBot) -> None:
    shown = first(qtbot, (300, 300))
    QTest.mouseRelease(shown.diagram.viewport(), LEFT, pos=QPoint(50, 50))
    QTest.mouseMove(shown.diagram.viewport(), QPoint(100, 100))
    shown.diagram.viewport().setMouseTracking(True)
    QTest.mouseMove(shown.diagram.viewport(), QPoint(200, 200))
    assert shown.bars() == (0, 0)
    assert shown.diagram.selected == ""


def test_a_picture_that_would_be_too_small_begins_with_the_selected_in_the_middle(
    qtbot: QtBot,
) -> None:
    shown = second(qtbot)
    assert shown.diagram.scale == 0.75
    assert shown.diagram.horizontalScrollBar().maximum() > 0
    shown.diagram.select("p-first-miner")
    shown.diagram.show_network(shown.diagram.network)
    middle = shown.diagram.viewport().rect().center()
    box = shown.diagram.picture.box_of("p-first-miner")
    assert box is not None
    spot = shown.diagram.place_of("p-first-miner")
    half = (box.w / 2 - shown.diagram.margin() / 2) * 0.75
    assert abs(spot.x() + half - middle.x()) <= 2
    assert abs(spot.y() - middle.y()) < box.head
    shown.diagram.resize(500, 400)
    assert shown.diagram.viewport().rect().contains(shown.diagram.place_of("p-first-miner"))


def test_a_place_that_was_gone_to_stays_when_the_window_changes(qtbot: QtBot) -> None:
    shown = second(qtbot)
    shown.diagram.select("p-committee")
    shown.wheel(-120, QPoint(100, 100), Qt.KeyboardModifier.NoModifier)
    gone = shown.bars()
    assert gone[1] > 0
    shown.diagram.resize(610, 510)
    assert shown.bars() == gone


def test_a_high_picture_is_as_wide_as_the_view(qtbot: QtBot) -> None:
    shown = first(qtbot, (680, 300))
    assert 0.75 < shown.diagram.scale < 1
    assert shown.diagram.horizontalScrollBar().maximum() == 0
    assert shown.diagram.verticalScrollBar().maximum() > 0


def test_the_picture_grows_with_the_text(qtbot: QtBot) -> None:
    shown = first(qtbot)
    before = shown.diagram.picture.w
    font = shown.diagram.font()
    font.setPointSizeF(2 * font.pointSizeF())
    shown.diagram.setFont(font)
    assert shown.diagram.picture.w > 1.7 * before


def test_of_too_many_those_around_the_selected_are_drawn(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(party_layout, "MOST_LINKED", 4)
    links = [(f"p{at}", f"p{at + 1}", "heads") for at in range(9)]
    shown = Shown(qtbot, network([f"p{at}" for at in range(10)], links), (600, 500))
    assert {box.party for box in shown.diagram.picture.boxes} == {"p0", "p1", "p2"}
    before = shown.diagram.viewport().grab().toImage()
    shown.diagram.select("p7")
    assert "p7" in {box.party for box in shown.diagram.picture.boxes}
    assert shown.diagram.picture.remark.startswith("10 parties with 9 relations")
    assert shown.diagram.viewport().grab().toImage() != before


def test_keys_are_seen_to_be_elsewhere(qtbot: QtBot) -> None:
    shown = first(qtbot)
    shown.diagram.select("committee")
    before = shown.diagram.viewport().grab().toImage()
    shown.diagram.clearFocus()
    assert shown.diagram.viewport().grab().toImage() != before
