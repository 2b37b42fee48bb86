import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.commands.picture_commands import Pictured
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.parties_tab import PartiesTab
from caseviewer.ui.widgets.picture_file import picture_bytes
from tests.ui.kit import ABDUSSAMATOV, bring_to_front_widget, opened_sample
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> PartiesTab:
    made = PartiesTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: PartiesTab) -> None:
    session.go(Target(tab=Tab.PARTIES))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "Name" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: PartiesTab
) -> None:
    record = "p-mardek"
    session.go(Target(record))
    assert session.location.tab is Tab.PARTIES
    assert "Lena Mardek" in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: PartiesTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.PARTIES))
    assert tab.pane._empty.text() == tab.empty_words() == "This file names no parties."
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""


def show_picture(qtbot: QtBot, tab: PartiesTab) -> None:
    """As a reader does: by the button."""
    tab.resize(1100, 600)
    bring_to_front_widget(qtbot, tab)
    QTest.mouseClick(tab.switch.picture, Qt.MouseButton.LeftButton)


def test_the_picture_takes_the_place_of_the_list(
    qtbot: QtBot, session: Session, tab: PartiesTab, preferences: Preferences
) -> None:
    session.go(Target(tab=Tab.PARTIES))
    show_picture(qtbot, tab)
    assert tab.diagram.isVisible()
    assert tab.diagram.hasFocus()
    assert not tab.pane.list.isVisible()
    assert tab.page_view.isVisible()
    assert tab.switch.save.isVisible()
    assert preferences.get("parties_view") == "picture"
    assert len(tab.diagram.picture.boxes) == 41
    QTest.mouseClick(tab.switch.list, Qt.MouseButton.LeftButton)
    assert tab.pane.list.isVisible()
    assert tab.pane.list.hasFocus()
    assert not tab.switch.save.isVisible()
    assert preferences.get("parties_view") == "list"


def test_nothing_is_laid_out_before_the_picture_is_wanted(
    session: Session, tab: PartiesTab
) -> None:
    session.go(Target(tab=Tab.PARTIES))
    assert tab.diagram.picture.boxes == ()


def test_the_picture_is_remembered(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    preferences.set("parties_view", "picture")
    made = PartiesTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    bring_to_front_widget(qtbot, made)
    session.go(Target("p-mardek"))
    assert made.diagram.isVisible()
    assert made.diagram.selected == "p-mardek"
    made.toggle_picture()
    assert made.pane.list.isVisible()


def test_list_and_picture_go_in_step(qtbot: QtBot, session: Session, tab: PartiesTab) -> None:
    session.go(Target("p-ministry"))
    show_picture(qtbot, tab)
    assert tab.diagram.selected == "p-ministry"
    QTest.keyClick(tab.diagram, Qt.Key.Key_Down)
    assert session.location.record == tab.diagram.selected == tab.pane.list.current_record()
    assert session.location.record != "p-ministry"
    spot = tab.diagram.place_of(tab.diagram.selected)
    QTest.keyClick(tab.diagram, Qt.Key.Key_Up)
    assert tab.diagram.selected != "p-ministry" or spot != tab.diagram.place_of("p-ministry")
    session.go(Target("p-valdrasia"))
    assert tab.diagram.selected == "p-valdrasia"
    assert "Valdrasia" in tab.page_view.toPlainText()
    QTest.keyClick(tab.diagram, Qt.Key.Key_Return)
    assert tab.page_view.hasFocus()
    tab.focus_list()
    assert tab.diagram.hasFocus()


def test_filter_and_facets_narrow_the_picture(
    qtbot: QtBot, session: Session, tab: PartiesTab
) -> None:
    session.go(Target("p-halvek"))
    show_picture(qtbot, tab)
    tab.focus_filter()
    QTest.keyClicks(tab.pane.filter, "halvek")
    qtbot.waitUntil(lambda: len(tab.diagram.picture.boxes) < 10)
    drawn = {box.party for box in tab.diagram.picture.boxes}
    assert drawn == {"p-halvek", "p-mother", "p-tomas"}
    QTest.keyClicks(tab.pane.filter, " nothing such")
    qtbot.waitUntil(tab.pane._empty.isVisible)
    QTest.keyClick(tab.pane.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(tab.diagram.picture.boxes) == 41)
    assert tab.diagram.hasFocus()
    tab.pane._choose({"kind": frozenset({"State"})})
    assert {box.party for box in tab.diagram.picture.boxes} == {"p-valdrasia", "p-sorvinia"}


def test_another_order_of_rows_draws_nothing_anew(
    qtbot: QtBot, session: Session, tab: PartiesTab
) -> None:
    session.go(Target(tab=Tab.PARTIES))
    show_picture(qtbot, tab)
    before = tab.diagram.picture
    tab.pane.list.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert tab.diagram.picture is before


def test_another_case_is_another_picture(qtbot: QtBot, session: Session, tab: PartiesTab) -> None:
    session.go(Target(tab=Tab.PARTIES))
    show_picture(qtbot, tab)
    session.swap_in(opened_sample(ABDUSSAMATOV), Tab.PARTIES)
    assert len(tab.diagram.picture.boxes) == 19


def test_the_picture_is_saved_by_the_desk(qtbot: QtBot, session: Session, tab: PartiesTab) -> None:
    session.go(Target(tab=Tab.PARTIES))
    show_picture(qtbot, tab)
    with qtbot.waitSignal(tab.wished) as wish:
        QTest.mouseClick(tab.switch.save, Qt.MouseButton.LeftButton)
    assert wish.args == ["save_picture", None]
    assert isinstance(tab, Pictured)


def test_a_picture_is_painted_though_the_list_is_shown(session: Session, tab: PartiesTab) -> None:
    assert tab.painted_picture().title == "Parties"
    session.go(Target(tab=Tab.PARTIES))
    painted = tab.painted_picture()
    assert painted.title == "A lawyer held out of reach: Mirela Halvek v. Valdrasia"
    svg = picture_bytes(painted, ".svg").decode()
    assert "decides on" in svg
    assert "Mirela Halvek" in svg
