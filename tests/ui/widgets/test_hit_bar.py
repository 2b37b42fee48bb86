import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.hit_bar import HitBar

LONG = "3 of 37 · Kazakstan, in S1 paragraph 4 · from the beginning again"


@pytest.fixture
def bar(qtbot: QtBot) -> HitBar:
    made = HitBar()
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show()
    return made


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_buttons_lead_on_back_to_the_list_and_out(bar: HitBar) -> None:
    heard: list[object] = []
    bar.stepped.connect(heard.append)
    bar.hits_wanted.connect(lambda: heard.append("hits"))
    bar.closed.connect(lambda: heard.append("closed"))
    bar.left.connect(lambda: heard.append("left"))
    for button in bar.buttons():
        click(button)
    QTest.keyClick(bar.next, Qt.Key.Key_Escape)
    QTest.keyClick(bar.next, Qt.Key.Key_A)
    assert heard == [-1, 1, "hits", "closed", "left"]
    assert [one.accessibleName() for one in bar.buttons()] == [
        "Previous hit", "Next hit", "Hits", "Close",
    ]  # fmt: skip


def test_words_are_cut_where_there_is_no_room_and_heard_whole(bar: HitBar) -> None:
    bar.tell(LONG)
    bar.resize(420, 40)
    assert bar.told.text().endswith("…")
    assert bar.told.accessibleName() == LONG
    bar.resize(1_200, 40)
    assert bar.told.text() == LONG


def test_words_of_a_bundle_are_shown_letter_by_letter(bar: HitBar) -> None:
    bar.tell("<b>x</b>\u202e")
    assert bar.told.text() == "<b>x</b>⟨U+202E⟩"


def test_buttons_stand_beneath_the_words_where_it_is_narrow(bar: HitBar) -> None:
    bar.tell(LONG)
    assert bar.next.y() < bar.told.geometry().bottom()
    bar.arrange(beneath=True)
    bar.resize(300, 80)
    QTest.qWait(0)
    assert bar.next.y() >= bar.told.geometry().bottom()
    bar.arrange(beneath=True)
    bar.arrange(beneath=False)
    QTest.qWait(0)
    assert bar.next.y() < bar.told.geometry().bottom()


def test_what_leads_nowhere_is_not_offered(bar: HitBar) -> None:
    bar.offer(steps=False)
    assert not bar.next.isEnabled()
    assert not bar.previous.isEnabled()
    bar.offer(steps=True)
    assert bar.next.isEnabled()
    bar.show_way_to_hits(shown=False)
    assert bar.hits.isHidden()
    bar.show_way_to_hits(shown=True)
    assert not bar.hits.isHidden()
