"""The list and its filters, and the preview of a case."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from caseviewer.model.deadlines import DeadlineState
from caseviewer.search.library.library import Library
from caseviewer.search.library.listing import case_name, details_of
from caseviewer.search.library.store import open_reading, user_store
from caseviewer.search.library.values import CaseRow, Chosen, Facet, Reach
from tests.builders import TEXT, bundle
from tests.search.library.kit import go_on, library_of, no_progress


@pytest.fixture
def library(tmp_path: Path) -> Library:
    other = bundle(title="Ärger an der Grenze", deadlines=[])
    other["parties"][2] |= {"country": "KAZ"}
    other["proceedings"][0] |= {"status": "decided", "decision": "crossing"}
    return library_of(tmp_path, bundle(), other, document=TEXT)


def titles(library: Library, chosen: Chosen) -> list[str]:
    return [row.title for row in library.cases(chosen)]


def test_cases_are_listed_by_title(library: Library) -> None:
    first, second = library.cases()
    assert (first.title, second.title) == ("A crossing on 3 May 2019", "Ärger an der Grenze")
    assert first.states == ("Xandria",)
    assert second.states == ("Kazakhstan",), "as ISO 3166 calls the country"
    assert second.year == 2019
    assert first.deadline is not None
    assert first.deadline.state is DeadlineState.OVER
    assert second.deadline is None
    assert first.reach is Reach.HERE


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Chosen(), 2),
        (Chosen({Facet.STATE: frozenset()}), 2),
        (Chosen({Facet.STATE: frozenset({"Xandria"})}), 1),
        (Chosen({Facet.STATE: frozenset({"Xandria", "Kazakhstan"})}), 2),
        (Chosen({Facet.STATE: frozenset({"Xandria"}), Facet.YEAR: frozenset({"2019"})}), 0),
        (Chosen({Facet.DEADLINE: frozenset({"over"})}), 1),
        (Chosen({Facet.STATUS: frozenset({"decided"})}), 1),
        (Chosen(text="arger grenze"), 1),
        (Chosen(text="gre ar"), 1),
        (Chosen(text="renze"), 0),
        (Chosen(text="case.json"), 2),
    ],
)
def test_cases_can_be_chosen(library: Library, chosen: Chosen, found: int) -> None:
    assert len(titles(library, chosen)) == found


def test_the_preview_tells_more(library: Library) -> None:
    details = library.details(library.cases()[0].key)
    assert details is not None
    assert details.summary == "An invented case, as small as one can be."
    assert details.fiction
    assert details.proceedings[0].identifiers == ("Communication 1/2019",)
    names = [party.name for party in details.parties]
    assert names[1:3] == ["One woman (anonymous)", "Xandria"]
    assert details.parties[1].variants == ("Одна женщина",)
    assert details.deadlines[0].short == "D1"
    assert details.counts["parties"] == 5
    assert (details.documents_here, details.documents) == (1, 1)
    assert (details.problems, details.faults) == ((), ())


def test_a_case_that_cannot_be_opened_is_listed_with_its_fault(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "cases" / "000" / "case.json").write_text("{")
    library.refresh(no_progress, go_on)
    (row,) = (row for row in library.cases() if row.reach is Reach.BROKEN)
    assert (row.title, row.states) == ("000", ())
    assert "line 1" in row.fault
    details = library.details(row.key)
    assert details is not None
    assert (details.row, details.parties) == (row, ())


def test_a_case_that_is_gone_has_no_preview(library: Library, tmp_path: Path) -> None:
    assert library.details(10**9) is None
    connection = open_reading(user_store(tmp_path / "index"))
    assert connection is not None
    with closing(connection):
        assert details_of(connection, replace(library.cases()[0], key=10**9)) is None


def test_when_a_case_was_opened_is_told(library: Library) -> None:
    first = library.cases()[0]
    assert first.opened == ""
    library.mark_opened(Path(first.path))
    opened = [row.opened for row in library.cases()]
    assert opened[0][:2] == "20"
    assert opened[1] == ""


@pytest.mark.parametrize(
    ("path", "name"),
    [("/a/b/case.json", "b"), ("/a/b/Case.JSON", "b"), ("/a/b/one.case.json", "one.case.json")],
)
def test_a_case_file_is_called_by_its_folder_or_its_name(path: str, name: str) -> None:
    assert case_name(path) == name


def test_rows_are_frozen_values(library: Library) -> None:
    assert hash(library.cases()[0]) == hash(library.cases()[0])
    assert isinstance(library.cases()[0], CaseRow)
