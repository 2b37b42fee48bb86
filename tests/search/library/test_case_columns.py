from collections.abc import Callable
from dataclasses import replace

import pytest

from caseviewer.formatting.translate import set_translator
from caseviewer.model.deadlines import DeadlineState
from caseviewer.search.library.case_columns import (
    CaseColumn,
    case_columns,
    case_facets,
    case_sentence,
    case_title,
    folder_names,
    problem_words,
    raw_choices,
)
from caseviewer.search.library.values import CaseRow, Facet, Reach
from tests.search.library.rows import AWAY, BROKEN, DEADLINE, HERE, OTHER, ROWS, row


def column(name: str) -> CaseColumn:
    return next(one for one in case_columns(()) if one.name == name)


def texts(of: CaseRow) -> dict[str, str]:
    return {one.name: one.text(of) for one in case_columns(())}


def test_a_case_has_its_cells_in_words() -> None:
    assert texts(OTHER) == {
        "title": "Mirela Halvek v. Valdrasia",
        "states": "Valdrasia",
        "bodies": "Constitutional Court, Committee",
        "statuses": "pending",
        "year": "2021",
        "deadline": "1 March 2022",
        "problems": "2 warnings",
        "opened": "24 November 2026",
    }


def test_of_a_file_that_cannot_be_opened_only_that_is_told() -> None:
    assert {name: text for name, text in texts(BROKEN).items() if text} == {
        "title": "torn",
        "problems": "cannot be opened",
    }


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/cases/torn/case.json", "torn"),
        ("/cases/torn/CASE.JSON", "torn"),
        ("/cases/torn.case.json", "torn.case.json"),
        ("/cases/torn", "torn"),
    ],
)
def test_a_case_without_a_title_is_called_by_its_file(path: str, title: str) -> None:
    assert case_title(row(title="", path=path)) == title


def test_a_deadline_is_told_short_as_its_page_tells_the_rest() -> None:
    deadline = column("deadline")
    assert deadline.text(HERE) == "30 August to 24 September 2012"
    assert deadline.second_line is not None
    assert deadline.second_line(HERE) == "over, unanswered"
    assert deadline.second_line(BROKEN) == ""
    answered = row(deadline=replace(DEADLINE, unanswered=False, state=DeadlineState.ENDING))
    assert deadline.second_line(answered) == "perhaps over"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (HERE, ""),
        (AWAY, "folder is not there"),
        (row(set_aside=1), "1 record set aside"),
        (row(set_aside=3, warnings=1), "3 records set aside, 1 warning"),
    ],
)
def test_problems_are_told_in_a_few_words(case: CaseRow, words: str) -> None:
    assert problem_words(case) == words


def test_a_column_that_no_case_fills_is_hidden() -> None:
    names = [one.name for one in case_columns([HERE])]
    assert names == ["title", "states", "bodies", "statuses", "year", "deadline"]
    assert [one.name for one in case_columns([replace(BROKEN, reach=Reach.HERE)])] == ["title"]
    assert len(case_columns(ROWS)) == 8


def test_where_there_is_little_room_the_most_needed_columns_are_there() -> None:
    names = [one.name for one in case_columns(ROWS, 4)]
    assert names == ["title", "states", "statuses", "deadline"]
    assert [one.name for one in case_columns([BROKEN], 2)] == ["title", "problems"]
    assert [one.name for one in case_columns(ROWS, 1)] == ["title"]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("title", [HERE, OTHER, AWAY, BROKEN]),
        ("states", [HERE, AWAY, OTHER, BROKEN]),
        ("bodies", [HERE, AWAY, OTHER, BROKEN]),
        ("year", [HERE, AWAY, OTHER, BROKEN]),
        ("deadline", [HERE, AWAY, OTHER, BROKEN]),
        ("problems", [BROKEN, AWAY, OTHER, HERE]),
        ("opened", [OTHER, HERE, BROKEN, AWAY]),
    ],
)
def test_columns_sort_with_what_is_missing_last_and_the_worst_problem_first(
    name: str, order: list[CaseRow]
) -> None:
    later = replace(OTHER, deadline=replace(DEADLINE, latest=None, earliest=738_000))
    rows = [HERE, BROKEN, later, AWAY]
    keys: Callable[[CaseRow], object] = column(name).key
    found = sorted(rows, key=keys)  # type: ignore[arg-type]
    assert [one.key for one in found] == [one.key for one in order]


def test_a_deadline_without_bounds_sorts_behind_those_that_have_some() -> None:
    key = column("deadline").key
    unbound = row(deadline=replace(DEADLINE, earliest=None, latest=None))
    assert key(HERE) < key(unbound)


def test_a_row_is_told_as_a_sentence() -> None:
    assert case_sentence(HERE) == (
        "Extradition of asylum-seekers, Kazakhstan, Committee against Torture, decided, decided"
        " 2012, next deadline 30 August to 24 September 2012: over, unanswered"
    )
    assert case_sentence(BROKEN) == "torn, cannot be opened"
    assert case_sentence(OTHER).endswith("2 warnings, last opened 24 November 2026")


def test_cases_are_chosen_by_words() -> None:
    facets = {facet.by: facet for facet in case_facets([HERE, OTHER])}
    assert list(facets) == list(Facet)
    assert [facets[by].words(OTHER) for by in Facet] == [
        ("Valdrasia",),
        ("Constitutional Court", "Committee"),
        ("pending",),
        ("2021",),
        ("open",),
        ("cases",),
    ]
    assert facets[Facet.DEADLINE].shown.in_order(["over", "open"]) == ["open", "over"]
    assert facets[Facet.YEAR].shown.in_order(["2012", "2021"]) == ["2021", "2012"]
    assert facets[Facet.STATE].shown.values_of(None, OTHER) == ()  # type: ignore[arg-type]


def test_choices_reach_the_index_as_it_knows_them() -> None:
    facets = case_facets([row(folder="/a/cases"), row(folder="/b/cases"), row(folder="/c/files")])
    chosen = {
        "deadline": frozenset({"perhaps over"}),
        "folder": frozenset({"/a/cases", "files"}),
        "state": frozenset({"Kazakhstan"}),
        "body": frozenset[str](),
    }
    assert raw_choices(facets, chosen) == {
        Facet.STATE: {"Kazakhstan"},
        Facet.DEADLINE: {"ending"},
        Facet.FOLDER: {"/a/cases", "/c/files"},
    }


def test_choices_reach_the_index_whatever_language_they_are_shown_in() -> None:
    before = set_translator(lambda text: f"¤{text}")
    try:
        facet = next(one for one in case_facets(ROWS) if one.by is Facet.DEADLINE)
        (words,) = facet.words(HERE)
        assert words == "¤over"
        assert facet.raw(words) == "over"
    finally:
        set_translator(before)


def test_folders_of_one_name_are_told_apart_by_their_paths() -> None:
    assert folder_names(["/a/x", "/b/x", "/a/y", "/a/x"]) == {
        "/a/x": "/a/x",
        "/b/x": "/b/x",
        "/a/y": "y",
    }
    assert folder_names(["/", "/a/x"]) == {"/": "/", "/a/x": "x"}, "a whole disk has no other name"


def test_of_many_values_the_first_is_listed_and_the_others_are_counted() -> None:
    bodies = column("bodies")
    assert bodies.text(row(bodies=("Committee", "Court"))) == "Committee, Court"
    assert bodies.text(row(bodies=("Committee", "Court", "Court again"))) == "Committee and 2 more"
    assert bodies.key(row(bodies=("A", "B", "D"))) > bodies.key(row(bodies=("A", "B", "C")))
