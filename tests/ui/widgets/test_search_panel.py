import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Block, BlockKind, Page, Span, Tab, Target
from caseviewer.ui.widgets.hit_bar import HitBar
from caseviewer.ui.widgets.search_panel import SearchPanel
from tests.ui.kit import bring_to_front_widget, click_link, deliver, focused, press
from tests.ui.widgets.hit_kit import several


def page(*words: str, tab: Tab | None = None) -> Page:
    target = None if tab is None else Target(tab=tab)
    return Page(tuple(Block(BlockKind.TEXT, (Span(one, target),)) for one in words))


@pytest.fixture
def panel(qtbot: QtBot) -> SearchPanel:
    made = SearchPanel()
    qtbot.addWidget(made)
    made.resize(360, 500)
    bring_to_front_widget(qtbot, made)
    return made


def test_hits_or_a_page_can_be_seen(panel: SearchPanel) -> None:
    panel.show_page(page("What can be typed"))
    assert panel.page.isVisible()
    assert not panel.list.isVisible()
    assert not panel.head.isVisible()
    panel.show_hits(page("5 hits"), *several(5))
    assert panel.list.isVisible()
    assert not panel.page.isVisible()
    assert panel.head.toPlainText() == "5 hits"
    panel.show_page(page("Nothing"), page("a remark"))
    assert panel.list.hits.hits == 0
    assert panel.head.toPlainText() == "a remark"


def test_the_same_page_stays_where_it_is_read(panel: SearchPanel) -> None:
    long = page(*(f"{n}" for n in range(300)))
    panel.show_page(long)
    panel.page.verticalScrollBar().setValue(300)
    panel.show_page(long)
    assert panel.page.verticalScrollBar().value() == 300


def test_counts_lead_to_the_hits_of_their_tab(panel: SearchPanel) -> None:
    panel.show_hits(page("Documents 1", tab=Tab.DOCUMENTS), *several(5))
    click_link(panel.head)
    assert panel.list.place == 4
    assert focused() is panel.list
    panel.head.activated.emit(Target(tab=Tab.REVIEW))  # which has no hits
    panel.head.activated.emit(Target("p"))
    assert panel.list.place == 4


def test_a_hit_is_followed_and_esc_leaves(panel: SearchPanel) -> None:
    heard: list[object] = []
    panel.followed.connect(heard.append)
    panel.left.connect(lambda: heard.append("left"))
    panel.show_hits(page("5 hits"), *several(5))
    panel.list.setFocus()
    panel.list.go_to(2)
    press("Return", "Esc")
    panel.head.setFocus()
    press("Esc")
    QTest.keyClick(panel, Qt.Key.Key_A)
    assert heard == [2, "left", "left"]


def test_what_is_said_above_takes_a_part_of_the_room(panel: SearchPanel) -> None:
    panel.show_hits(page(*(40 * ["a remark"])), *several(5))
    assert panel.head.height() <= panel.height() / 3 + 1
    bar = HitBar()
    panel.put_on_top(bar)
    deliver()
    assert bar.geometry().bottom() < panel.head.geometry().top()
