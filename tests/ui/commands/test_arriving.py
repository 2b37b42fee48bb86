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
from caseviewer.ui.views.overview_tab import OverviewTab
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


class Tabs(OverviewTab):
    """A tab that writes down what it is asked to show."""

    def __init__(self) -> None:
        self.found: list[object] = []

    @override
    def show_found(self, span: tuple[int, int] | None) -> None:
        self.found.append(span)

    @override
    def focus_page(self) -> None:
        self.found.append("page")


class Set:
    def __init__(self, session: Session) -> None:
        self.owner = QObject()
        self.reader, self.session = Reader(), session
        self.view: Tabs | None = Tabs()
        self.arriving = Arriving(session, self.reader, lambda: self.view, self.owner)

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
    assert empty.view is not None
    assert empty.view.found == [None, "page"]


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


def test_a_hit_in_a_document_is_shown_at_its_words(empty: Set) -> None:
    source = opened_sample().case.sources[0].id
    found = Hit(Tab.DOCUMENTS, source, None, "paragraph 4", Snippet("words"), span=(120, 125))
    empty.arriving.open_at(str(HALVEK), found)
    empty.arrive(HALVEK)
    assert empty.session.location.tab is Tab.DOCUMENTS
    assert empty.view is not None
    assert empty.view.found == [(120, 125), "page"]


def test_a_window_without_tabs_goes_there_all_the_same(empty: Set) -> None:
    empty.view = None
    empty.arriving.open_at(str(HALVEK), Hit(Tab.OVERVIEW, "", None, "title", Snippet("words")))
    empty.arrive(HALVEK)
    assert empty.session.location.tab is Tab.OVERVIEW
