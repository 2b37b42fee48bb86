from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.formatting.page import Tab, Target
from caseviewer.model.references import Kind
from caseviewer.search.hits import Hit, Snippet
from caseviewer.ui.commands.arriving import Arriving
from caseviewer.ui.commands.opening import Opener
from caseviewer.ui.session import Session
from tests.ui.kit import ABDUSSAMATOV, HALVEK, opened_sample


class Reader(Opener):
    """Reads nothing; writes down what it is asked to read."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.reading = False

    @property
    @override
    def busy(self) -> bool:
        return self.reading

    @override
    def open(self, path: str) -> None:
        self.asked.append(path)
        self.reading = True


class Set:
    def __init__(self, session: Session) -> None:
        self.owner = QObject()
        self.reader, self.session = Reader(), session
        self.arriving = Arriving(session, self.reader, self.owner)

    def arrive(self, folder: Path) -> None:
        self.reader.reading = False
        self.session.swap_in(opened_sample(folder))
        self.arriving.arrive(opened_sample(folder))


@pytest.fixture
def empty(qtbot: QtBot) -> Set:
    return Set(Session())


def test_a_case_is_read_and_then_shown_at_the_place(empty: Set) -> None:
    empty.arriving.open_at(str(HALVEK), Target("p-korr"))
    assert empty.reader.asked == [str(HALVEK)]
    assert empty.arriving.shows(str(HALVEK))
    assert not empty.arriving.shows(str(ABDUSSAMATOV))
    empty.arrive(HALVEK)
    assert empty.session.location.record == "p-korr"
    assert empty.session.location.tab is Tab.PARTIES


def test_a_case_that_is_open_is_not_read_again(empty: Set) -> None:
    empty.session.swap_in(opened_sample())
    assert empty.arriving.shows(str(HALVEK / "case.json"))
    quotation = opened_sample().case.quotations[0].id
    empty.arriving.open_at(str(HALVEK / "case.json"), Hit(Tab.QUOTATIONS, quotation,
                           Kind.QUOTATION, "text", Snippet("words")))  # fmt: skip
    assert empty.reader.asked == []
    assert empty.session.location.record == quotation
    assert empty.session.location.tab is Tab.QUOTATIONS


def test_without_a_place_the_case_is_shown_where_it_opens(empty: Set) -> None:
    empty.arriving.open_at(str(HALVEK), Target())
    empty.arrive(HALVEK)
    assert not empty.session.can_go(-1)


def test_a_place_is_not_sought_in_another_case(empty: Set) -> None:
    empty.arriving.open_at(str(ABDUSSAMATOV), Target("p-korr"))
    empty.arrive(HALVEK)
    assert empty.session.location.record == ""
    empty.arrive(ABDUSSAMATOV)
    assert empty.session.location.record == ""


def test_a_place_in_a_case_that_was_refused_is_forgotten(empty: Set) -> None:
    empty.arriving.open_at(str(HALVEK), Target("p-korr"))
    empty.reader.reading = False
    empty.reader.refused.emit(str(HALVEK), "It is torn.")
    assert not empty.arriving.shows(str(HALVEK))
    empty.arrive(HALVEK)
    assert empty.session.location.record == ""


def test_a_window_without_a_case_shows_none(empty: Set) -> None:
    assert not empty.arriving.shows(str(HALVEK))
