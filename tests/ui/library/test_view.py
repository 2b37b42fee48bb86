from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Target
from caseviewer.ui.library.asking import Asking
from caseviewer.ui.library.view import LibraryView
from caseviewer.ui.preferences import Preferences
from tests.search.library.rows import AWAY, BROKEN, HERE, OTHER, ROWS, row
from tests.ui.kit import LONG, click_link, focused, press
from tests.ui.library.showing import Shown


@pytest.fixture
def shown(qtbot: QtBot, preferences: Preferences) -> Iterator[Shown]:
    made = Shown(qtbot, preferences)
    yield made
    made.settle()


# The list


def test_cases_are_listed_and_the_first_is_read(shown: Shown) -> None:
    assert shown.front() is shown.view.pane.list
    assert shown.current == "1"
    assert shown.preview.startswith("Extradition of asylum-seekers")
    assert "4 cases in 2 folders" in shown.view.head.words.toPlainText()
    assert shown.view.has_cases


def test_arrows_go_through_the_list_with_the_preview(shown: Shown) -> None:
    shown.view.focus_list()
    press("Down")
    assert shown.current == "3"
    assert "Line 3, column 7: a comma is missing." in shown.preview
    press("End")
    assert "The folder of this case is not there." in shown.preview


def test_enter_and_a_double_click_open_a_case(shown: Shown) -> None:
    shown.view.focus_list()
    press("Return")
    assert shown.places == [(HERE.path, Target())]
    table = shown.view.pane.list
    spot = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert shown.places[1:] == [(OTHER.path, Target())]
    shown.view.open_selected()
    assert shown.places[2:] == [(OTHER.path, Target())]


def test_a_case_that_is_gone_meanwhile_is_told_by_its_row(shown: Shown) -> None:
    shown.shelf.rows = ()
    shown.view.focus_list()
    press("End")
    assert "Old appeal" in shown.preview
    assert "what the file said when it was last read" in shown.preview


def test_what_is_chosen_sorted_selected_and_scrolled_stays_when_cases_come(shown: Shown) -> None:
    view = shown.view
    view.pane.facets.chosen.emit({"deadline": frozenset({"over", "open"})})
    names = [column.name for column in view._model.columns]
    view.pane.list.sortByColumn(names.index("year"), Qt.SortOrder.DescendingOrder)
    view.pane.list.select_record("4")
    more = tuple(row(number, f"Case {number}", year=2_000) for number in range(10, 60))
    shown.list((*ROWS, *more))
    shown.settle()
    assert shown.current == "4"
    assert view._model.sorted_by == ("year", Qt.SortOrder.DescendingOrder)
    assert view.pane.facets.buttons["deadline"].property("chosen")
    assert view._model.shown == 53
    view.own_order()
    assert view._model.sorted_by[0] == ""
    bar = view.pane.list.verticalScrollBar()
    view.pane.list.select_record("59")
    scrolled = bar.value()
    assert scrolled > 0
    shown.list((*ROWS, *more))
    assert bar.value() == scrolled


def test_a_column_that_is_no_longer_there_sorts_nothing(shown: Shown) -> None:
    names = [column.name for column in shown.view._model.columns]
    shown.view.pane.list.sortByColumn(names.index("opened"), Qt.SortOrder.AscendingOrder)
    shown.list((HERE, AWAY))
    assert shown.view._model.sorted_by[0] == ""
    assert shown.view._model.rows == (HERE, AWAY)


def test_a_case_that_changed_is_read_anew(shown: Shown) -> None:
    shown.list((replace(HERE, title="Another title"), OTHER))
    assert shown.preview.startswith("Another title")


def test_widths_and_shares_are_remembered(shown: Shown) -> None:
    shown.view.pane.list.horizontalHeader().resizeSection(0, 100)
    shown.view.pane.shares_changed.emit([0.5, 0.5])
    assert len(shown.preferences.get("columns")["library"]) == len(shown.view._model.columns)
    assert shown.preferences.get("panes")["library"] == [0.5, 0.5]
    again = LibraryView(Asking(shown.shelf), shown.preferences)
    shown.qtbot.addWidget(again)
    assert again.pane._shares == [0.5, 0.5]


def test_a_narrow_list_has_the_columns_that_are_needed_most(shown: Shown) -> None:
    names = [column.name for column in shown.view._model.columns]
    assert len(names) == 8
    shown.view.pane.list.select_record("2")
    shown.view.resize(500, 700)
    shown.settle()
    fewer = [column.name for column in shown.view._model.columns]
    assert fewer == [name for name in names if name in fewer]
    assert {"title", "deadline"} <= set(fewer)
    assert len(fewer) < 6
    assert shown.current == "2"
    shown.view.resize(1_280, 700)
    shown.settle()
    assert [column.name for column in shown.view._model.columns] == names


# What there is to choose by


def test_cases_are_chosen_by_facets_and_all_come_back(shown: Shown) -> None:
    view = shown.view
    assert [button.title for button in view.pane.facets.buttons.values()] == [
        "State", "Body", "Status", "Year", "Deadline", "Folder",
    ]  # fmt: skip
    view.pane.facets.chosen.emit({"state": frozenset({"Valdrasia"})})
    assert shown.current == "2"
    assert view.pane.count.text() == "1 of 4"
    view.pane.facets.show_all.click()
    assert view.pane.count.text() == ""
    assert shown.current == "2"
    assert focused() is view.pane.list


def test_choices_that_no_case_has_together_say_so(shown: Shown) -> None:
    shown.view.pane.facets.chosen.emit(
        {"state": frozenset({"Valdrasia"}), "deadline": frozenset({"over"})}
    )
    assert shown.front() is shown.view.pane.empty
    words = shown.view.pane.empty.toPlainText()
    assert words == "Nothing matches State: Valdrasia; Deadline: over."
    shown.view.show_all()
    assert shown.front() is shown.view.pane.list


def test_without_cases_it_is_told_why(shown: Shown) -> None:
    shown.list(())
    assert "No case was found below your folders." in shown.view.pane.empty.toPlainText()
    assert shown.view.pane.preview.toPlainText() == ""
    shown.view.set_indexing(True)
    assert "as soon as some are read" in shown.view.pane.empty.toPlainText()
    shown.view.open_selected()
    assert shown.places == []


def test_the_words_for_what_could_not_be_read_lead_there(shown: Shown) -> None:
    click_link(shown.view.head.words, lambda words: "could not" in words)
    assert shown.current == str(BROKEN.key)
    assert shown.view._model.sorted_by[0] == "problems"


def test_there_is_nothing_to_lead_to_where_all_could_be_read(shown: Shown) -> None:
    shown.list((HERE,))
    shown.view.show_problems()
    assert shown.view._model.sorted_by[0] == ""


# Links of the preview


def link(shown: Shown, words: str) -> None:
    shown.settle()
    click_link(shown.view.pane.preview, lambda text: text == words)
    shown.settle()


def test_links_lead_into_the_case(shown: Shown) -> None:
    link(shown, "Open the case")
    link(shown, "D1 Reply to the Committee")
    assert shown.places == [(HERE.path, Target()), (HERE.path, Target("d-reply"))]


def test_a_party_leads_to_the_same_party_elsewhere_and_back(shown: Shown) -> None:
    link(shown, "Kazakhstan")
    assert ("same", 1, "p-kaz") in shown.shelf.asked
    assert "Both are States with the code KZ." in shown.preview
    assert focused() is shown.view.pane.preview
    link(shown, "P2 Kazakhstan")
    assert shown.places == [(OTHER.path, Target("p-kaz"))]
    link(shown, "Back to Extradition of asylum-seekers")
    assert "Twenty-nine men" in shown.preview
    link(shown, "One mother (anonymous)")
    assert "No other case in the library" in shown.preview


def test_another_case_with_the_party_is_selected_whatever_hides_it(shown: Shown) -> None:
    shown.view.pane.facets.chosen.emit({"state": frozenset({"Kazakhstan"})})
    shown.type("kaz")
    link(shown, "Kazakhstan")
    link(shown, "Mirela Halvek v. Valdrasia")
    assert shown.front() is shown.view.pane.list
    assert shown.current == "2"
    assert shown.preview.startswith("Mirela Halvek")


def test_links_to_what_is_gone_meanwhile_lead_nowhere(shown: Shown) -> None:
    shown.settle()
    shown.view._details = None
    click_link(shown.view.pane.preview, lambda text: text == "Kazakhstan")
    assert not any(one[0] == "same" for one in shown.shelf.asked if isinstance(one, tuple))
    shown.view._asking.same_found.emit(99, None, ())
    shown.view._ask_details(99)
    shown.settle()
    assert shown.view.pane.preview.toPlainText() == ""


# Text of strangers

HOSTILE = "<img src='file:///dev/zero'><b>12\u202e34/5</b> &amp; A&B"
SEEN = "<img src='file:///dev/zero'><b>12⟨U+202E⟩34/5</b> &amp; A&B"


def test_text_of_cases_is_shown_letter_by_letter_wherever_it_comes(shown: Shown) -> None:
    hostile = row(
        1, HOSTILE, proceeding=HOSTILE, states=(HOSTILE,), bodies=(HOSTILE,), fault=HOSTILE,
        reach=AWAY.reach, folder=f"/cases/{HOSTILE.replace('/', '')}",
    )  # fmt: skip
    shown.list((hostile, OTHER))
    assert shown.preview.count(SEEN) >= 3
    assert shown.view.pane.list.model().index(0, 0).data() == SEEN
    shown.view.pane.facets.chosen.emit({"state": frozenset({HOSTILE})})
    button = shown.view.pane.facets.buttons["state"]
    assert "12⟨U+202E⟩" in button.accessibleName()
    assert "&amp;" not in button.text() or "&&amp;" in button.text()
    shown.view.pane.facets.chosen.emit({"state": frozenset({"Valdrasia"})})
    shown.type("nothing <b>")
    assert "“nothing <b>”" in shown.view.pane.empty.toPlainText()


# Keys


def test_keys_go_where_they_are_wanted(shown: Shown) -> None:
    shown.view.focus_search()
    assert focused() is shown.view.head.field
    shown.view.focus_page()
    assert focused() is shown.view.pane.preview
    shown.view.focus_list()
    assert focused() is shown.view.pane.list
    with shown.qtbot.waitSignal(shown.view.add_wanted, timeout=LONG):
        shown.view.head.add.click()
