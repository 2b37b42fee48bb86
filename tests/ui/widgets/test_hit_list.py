import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.ui.widgets import hit_list
from caseviewer.ui.widgets.hit_list import HitList
from tests.ui.kit import bring_to_front_widget, clipboard, press
from tests.ui.widgets.hit_kit import hit, several


@pytest.fixture
def shown(qtbot: QtBot) -> HitList:
    made = HitList()
    qtbot.addWidget(made)
    made.resize(360, 400)
    made.hits.show_hits(*several(30))
    bring_to_front_widget(qtbot, made)
    made.setFocus()
    return made


def heard(shown: HitList) -> list[object]:
    told: list[object] = []
    shown.followed.connect(told.append)
    shown.left.connect(lambda: told.append("left"))
    return told


def test_arrows_go_from_hit_to_hit_and_enter_follows(shown: HitList) -> None:
    told = heard(shown)
    shown.go_to(0)
    press("Down", "Down", "Up", "Return")
    assert shown.place == 1
    press("End", "Enter")
    assert shown.place == 29
    press("Home")
    press("Esc")
    assert told == [1, 29, "left"]


def test_a_click_follows_and_a_head_does_not(shown: HitList) -> None:
    told = heard(shown)
    for row in (0, 2):
        spot = shown.visualRect(shown.hits.index(row, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == [1]


def test_steps_stop_at_the_ends(shown: HitList) -> None:
    assert shown.place is None
    shown.step(1)
    assert shown.place == 0
    shown.step(-3)
    assert shown.place == 0
    shown.step(shown.page_step())
    assert shown.place == shown.page_step() > 0
    shown.step(100)
    assert shown.place == 29
    shown.hits.clear()
    shown.step(1)
    assert shown.place is None


def test_a_hit_is_brought_into_view_with_the_head_above_it(shown: HitList) -> None:
    shown.go_to(20)
    shown.go_to(0)
    assert shown.rowAt(0) == 0
    shown.go_to(29)
    row = shown.hits.row_of(29)
    assert shown.viewport().rect().contains(shown.visualRect(shown.hits.index(row, 0)))


def test_rows_are_as_high_as_their_words_need(shown: HitList, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shown._unfitted)
    assert len({shown.rowHeight(row) for row in range(1, 30)}) == 1
    narrow = shown.rowHeight(1)
    shown.hits.show_hits({Tab.PARTIES: 2}, lambda place: hit(place, words=place == 0))
    assert shown.rowHeight(1) == narrow > shown.rowHeight(2)
    font = QFont(shown.font())
    font.setPointSizeF(1.5 * font.pointSizeF())
    shown.setFont(font)
    assert shown.rowHeight(1) > narrow


def test_rows_of_a_long_list_have_one_height(
    shown: HitList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_list, "_FITTED_ROWS", 10)
    shown.hits.show_hits(*several(100_000))
    full = shown._delegate.full_height(shown.font())
    assert {shown.rowHeight(row) for row in (1, 50, 99_999)} == {full}
    assert shown.rowHeight(0) == shown._delegate.head_height(shown.font()) < full


def test_another_width_lays_the_rows_out_anew(shown: HitList) -> None:
    shown.hits.show_hits({Tab.PARTIES: 1}, lambda _: hit(0, notes=6 * "a note of words "))
    before = shown.rowHeight(1)
    shown.resize(1_200, 400)
    assert shown.rowHeight(1) < before
    assert shown.columnWidth(0) == shown.viewport().width()
    shown.resize(1_200, 500)


def test_copying_is_left_to_the_window(shown: HitList) -> None:
    shown.go_to(0)
    QApplication.clipboard().setText("before")
    press("Ctrl+C")
    assert clipboard().text() == "before"
