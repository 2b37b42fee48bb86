from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.search.hits import Hit
from caseviewer.search.library.values import Facet as By
from caseviewer.ui.preferences import Preferences
from tests.search.library.rows import HERE, OTHER
from tests.ui.kit import focused, press
from tests.ui.library.showing import Shown


@pytest.fixture
def shown(qtbot: QtBot, preferences: Preferences) -> Iterator[Shown]:
    made = Shown(qtbot, preferences)
    yield made
    made.settle()


def test_hits_come_while_typing_and_esc_brings_the_list_back_as_it_was(shown: Shown) -> None:
    view = shown.view
    view.pane.list.select_record("2")
    shown.type("kaz")
    assert ("search", "kaz", {}) in shown.shelf.asked
    assert shown.front() is view.pane.hits
    assert view.pane.count.text() == "4 hits in 2 cases"
    assert "Found in Chronology · E3 · description" in shown.preview
    press("Esc")
    assert view.head.field.text() == ""
    assert shown.front() is view.pane.list
    assert focused() is view.pane.list
    assert shown.current == "2"
    assert view.pane.count.text() == ""
    assert shown.preview.startswith("Mirela Halvek v. Valdrasia")
    assert "Found in" not in shown.preview


def test_esc_leaves_the_hits_too(shown: Shown) -> None:
    shown.type("kaz")
    press("Return")
    assert focused() is shown.view.pane.hits
    press("Esc")
    assert shown.front() is shown.view.pane.list


def test_enter_opens_a_case_at_a_hit(shown: Shown) -> None:
    shown.type("kaz")
    press("Down", "Return")
    ((path, place),) = shown.places
    assert path == HERE.path
    assert isinstance(place, Hit)
    assert place.record == "e-1"
    shown.view.step(1)
    shown.view.open_selected()
    assert shown.places[1][0] == OTHER.path


def test_the_preview_follows_the_hits_and_asks_once_for_a_case(shown: Shown) -> None:
    shown.shelf.hits = (*shown.shelf.hits, replace(shown.shelf.hits[0], where="title"))
    shown.type("kaz")
    asked = shown.shelf.asked.count(("details", 1))
    shown.view.step(1)
    assert "Found in Chronology · E3 · title" in shown.preview
    assert shown.shelf.asked.count(("details", 1)) == asked
    shown.view.step(1)
    assert shown.preview.startswith("Mirela Halvek")
    shown.view.step(-1)
    assert shown.preview.startswith("Extradition")


def test_the_rest_of_a_case_is_listed_when_it_is_asked_for(shown: Shown) -> None:
    shown.type("kaz")
    press("Down", "Down", "Return")
    shown.settle()
    assert ("hits in", "kaz", 1) in shown.shelf.asked
    row = shown.view.pane.hits.current()
    assert row is not None
    assert row.hit is not None
    assert shown.view.pane.hits.hits_model() is not None


def test_a_search_is_among_the_cases_that_are_chosen(shown: Shown) -> None:
    shown.view.pane.facets.chosen.emit({"deadline": frozenset({"over"})})
    shown.type("k")
    assert ("search", "k", {By.DEADLINE: frozenset({"over"})}) in shown.shelf.asked
    shown.view.pane.facets.chosen.emit({})
    shown.settle()
    assert ("search", "k", {}) in shown.shelf.asked


def test_where_nothing_is_found_it_is_told_what_was_searched(shown: Shown) -> None:
    shown.type("nothing")
    words = shown.view.pane.empty.toPlainText()
    assert words == "Nothing in the library matches “nothing”.\n412 cases were searched."
    assert shown.view.pane.preview.toPlainText() == ""
    press("Esc")
    assert shown.front() is shown.view.pane.list


def test_while_hits_are_shown_a_list_that_comes_stays_behind(shown: Shown) -> None:
    shown.type("kaz")
    shown.list()
    shown.settle()
    assert shown.front() is shown.view.pane.hits
    assert shown.view.pane.count.text() == "4 hits in 2 cases"


def test_what_comes_too_late_of_another_case_is_not_shown(shown: Shown) -> None:
    shown.type("kaz")
    assert shown.preview.startswith("Extradition")
    late = shown.shelf.details(2)
    shown.view._asking.detailed.emit(2, late)
    assert shown.preview.startswith("Extradition")


def test_hits_in_more_cases_are_shown_when_they_are_wanted(shown: Shown) -> None:
    shown.shelf.more = True
    shown.type("kaz")
    assert shown.shelf.most == 50
    hits = shown.view.pane.hits
    press("Down", "End")
    row = hits.currentIndex().row()
    press("Return")
    shown.settle()
    assert shown.shelf.most == 200
    assert hits.currentIndex().row() == row
    shown.type("a")
    assert shown.shelf.most == 50
    assert hits.currentIndex().row() == 1
