from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.search.library.values import EVERYTHING
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.library.asking import Asking
from tests.search.library.rows import HERE, KAZAKHSTAN, ROWS, details
from tests.ui.kit import LONG, deliver
from tests.ui.library.shelf import Shelf


class Asked:
    def __init__(self) -> None:
        self.shelf = Shelf()
        self.asking = Asking(self.shelf)
        self.told: list[tuple[object, ...]] = []
        for name in ("listed", "detailed", "found", "found_more", "same_found", "failed"):
            getattr(self.asking, name).connect(lambda *found, name=name: self._note(name, found))

    def _note(self, name: str, found: tuple[object, ...]) -> None:
        self.told.append((name, *found))


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    yield Asked()
    wait_for_all()


def wait(qtbot: QtBot, asked: Asked, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(asked.told) == count, timeout=LONG)


def test_cases_come_with_the_state_of_the_index(qtbot: QtBot, asked: Asked) -> None:
    asked.asking.list_cases()
    wait(qtbot, asked)
    assert asked.told == [("listed", asked.shelf.state(), ROWS)]


def test_while_the_library_is_off_no_case_is_asked_for(qtbot: QtBot, asked: Asked) -> None:
    asked.shelf.on = False
    asked.asking.list_cases()
    wait(qtbot, asked)
    assert asked.told[0][2] == ()


def test_what_a_case_holds_comes_with_its_key(qtbot: QtBot, asked: Asked) -> None:
    asked.asking.ask_details(1)
    wait(qtbot, asked)
    assert asked.told == [("detailed", 1, details(HERE))]


def test_other_cases_with_a_party_come_in_place_of_what_a_case_holds(
    qtbot: QtBot, asked: Asked
) -> None:
    asked.asking.ask_details(1)
    asked.asking.ask_same(1, KAZAKHSTAN)
    wait(qtbot, asked)
    wait_for_all()
    deliver()
    ((name, key, party, found),) = asked.told
    assert (name, key, party) == ("same_found", 1, KAZAKHSTAN)
    assert found == asked.shelf.same_party(1, "p-kaz")


def test_of_several_searches_only_the_last_is_answered(qtbot: QtBot, asked: Asked) -> None:
    for typed in ("k", "ka", "kaz"):
        asked.asking.search(typed, EVERYTHING, 50)
    wait(qtbot, asked)
    wait_for_all()
    deliver()
    ((name, answer),) = asked.told
    assert (name, getattr(answer, "typed", "")) == ("found", "kaz")


def test_the_rest_of_a_case_can_be_asked_for(qtbot: QtBot, asked: Asked) -> None:
    asked.asking.search_in("kaz", 1)
    wait(qtbot, asked)
    ((name, answer),) = asked.told
    assert name == "found_more"
    assert getattr(answer, "typed", "") == "kaz"


def test_a_search_that_is_left_and_all_that_is_dropped_tell_nothing(
    qtbot: QtBot, asked: Asked
) -> None:
    asked.asking.search("kaz", EVERYTHING, 50)
    asked.asking.leave_search()
    asked.asking.list_cases()
    asked.asking.ask_details(1)
    asked.asking.drop()
    wait_for_all()
    qtbot.wait(10)
    assert asked.told == []


def test_a_fault_of_the_program_is_told(qtbot: QtBot, asked: Asked) -> None:
    asked.shelf.error = RuntimeError("ours")
    asked.asking.list_cases()
    wait(qtbot, asked)
    assert asked.told == [("failed", asked.shelf.error)]
