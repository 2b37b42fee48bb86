import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.search.library.values import Answer, CaseHits
from caseviewer.ui.item_models.case_hits import CaseHitsModel, HitRow
from caseviewer.ui.library.case_hit_list import CaseHitList
from tests.search.library.rows import HERE, OTHER, hit
from tests.ui.kit import bring_to_front_widget, press

ANSWER = Answer("k", (CaseHits(HERE, (hit(), hit(record="e-2")), 5), CaseHits(OTHER, (hit(),), 1)))


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.list = CaseHitList("Hits")
        qtbot.addWidget(self.list)
        self.list.resize(600, 500)
        self.selected: list[HitRow] = []
        self.followed: list[HitRow] = []
        self.more: list[int] = []
        self.left: list[bool] = []
        self.list.hit_selected.connect(self.selected.append)
        self.list.hit_followed.connect(self.followed.append)
        self.list.more_wanted.connect(self.more.append)
        self.list.left.connect(lambda: self.left.append(True))
        bring_to_front_widget(qtbot, self.list)
        self.list.setFocus()

    def show(self, answer: Answer = ANSWER) -> None:
        self.list.show_model(CaseHitsModel(answer))

    @property
    def at(self) -> int:
        return self.list.currentIndex().row()

    def spot(self, row: int) -> QPoint:
        model = self.list.model()
        return self.list.visualRect(model.index(row, 0)).center()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_a_list_without_an_answer_takes_every_wish_calmly(shown: Shown) -> None:
    shown.list.step(1)
    shown.list.follow()
    shown.list.show_all_of(ANSWER.cases[0])
    shown.list.resize(400, 400)
    shown.list._fit_rows()
    press("Return")
    assert shown.list.current() is None
    assert shown.list.hits_model() is None
    assert shown.followed == []
    assert shown.more == []


def test_the_first_hit_is_selected_and_keys_walk_past_heads(shown: Shown) -> None:
    shown.show()
    assert shown.at == 1
    press("Down", "Down", "Down")
    assert shown.at == 5
    assert [row.case.key for row in shown.selected] == [1, 1, 1, 2]
    press("Up")
    assert shown.at == 3
    shown.list.step(-1)
    assert shown.at == 2


def test_enter_opens_a_hit_and_esc_leaves(shown: Shown) -> None:
    shown.show()
    press("Down", "Return")
    (row,) = shown.followed
    assert row.hit is not None
    assert row.hit.record == "e-2"
    press("Esc")
    assert shown.left == [True]


def test_a_double_click_opens_a_hit_and_a_click_does_not(shown: Shown) -> None:
    shown.show()
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=shown.spot(2))
    assert shown.at == 2
    assert shown.followed == []
    QTest.mouseDClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=shown.spot(5))
    assert [row.case.key for row in shown.followed] == [2]


def test_a_click_on_the_last_line_of_a_case_asks_for_its_other_hits(shown: Shown) -> None:
    shown.show()
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=shown.spot(3))
    assert shown.more == [1]
    shown.list.show_all_of(
        CaseHits(HERE, (*ANSWER.cases[0].hits, hit(record="e-3"), hit(), hit()), 5)
    )
    assert shown.at == 3
    row = shown.list.current()
    assert row is not None
    assert row.hit is not None
    assert row.hit.record == "e-3"
    press("Return")
    assert shown.followed == [row]


def test_rows_are_as_high_as_their_words(shown: Shown) -> None:
    long = hit("A long story of Kazakstan " + "and what came of it " * 40)
    shown.show(Answer("k", (CaseHits(HERE, (hit(), long), 2),)))
    heights = [shown.list.rowHeight(row) for row in range(3)]
    assert heights[0] < heights[1] < heights[2]
    shown.list.resize(250, 500)
    QApplication.processEvents()
    assert shown.list.rowHeight(1) >= heights[1]


def test_a_copy_is_none_of_the_lists_business(shown: Shown) -> None:
    QApplication.clipboard().setText("kept")
    shown.show()
    press("Ctrl+C")
    assert QApplication.clipboard().text() == "kept"


def test_another_answer_takes_the_place_of_the_first(shown: Shown) -> None:
    shown.show()
    press("Down")
    shown.show(Answer("x", (CaseHits(OTHER, (hit(),), 1),)))
    assert shown.at == 1
    assert len(shown.list.findChildren(CaseHitsModel)) == 2
    QApplication.sendPostedEvents(None, 52)
    assert len(shown.list.findChildren(CaseHitsModel)) == 1
