from typing import Any

import pytest

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting import citing
from caseviewer.formatting.citing import case_items, case_places, cited_by, source_item
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source
from tests.builders import bundle
from tests.formatting.making import changed, opened
from tests.formatting.samples import first, second

P = LocatorLabel.PARAGRAPH


def cited(case: OpenedCase, short: str) -> list[str]:
    record = case.index.by_short(short)
    assert record is not None
    return [
        wanted.source if wanted.pinpoint is None else f"{wanted.source}, {wanted.pinpoint.words()}"
        for wanted in cited_by(case, record)
    ]


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("S1", ["report"]),
        ("T1", ["report, paragraph 1"]),
        ("E1", ["report, paragraph 1"]),
        ("Q1", ["report, paragraph 2"]),
        ("E2", []),
        ("P5", []),
    ],
)
def test_what_is_cited_where_a_record_is(short: str, expected: list[str]) -> None:
    assert cited(opened(), short) == expected


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (["t-group", "t-words", "t-counted", "t-heard"], ["report, paragraphs 1, 2, 3"]),
        (["t-reprint"], ["reprint, page 1"]),
        (["t-reprint", "t-group"], ["reprint, page 1", "report, paragraph 1"]),
        (["gone"], []),
    ],
)
def test_places_of_one_source_are_told_together(basis: list[str], expected: list[str]) -> None:
    assert cited(opened(**changed("chronology", basis=basis)), "E1") == expected


def test_a_passage_without_a_place_is_its_source() -> None:
    assert cited(opened(**changed("passages", locator=None)), "E1") == ["report"]


def test_places_that_are_counted_differently_stay_apart() -> None:
    passages = bundle()["passages"]
    passages[1]["locator"] = {"label": "page", "value": "7"}
    case = opened(
        passages=passages, **changed("chronology", basis=["t-group", "t-words", "t-heard"])
    )
    assert cited(case, "E1") == ["report, paragraphs 1, 3", "report, page 7"]


def test_every_source_is_an_item_and_every_place_is_told_once() -> None:
    case = second()
    assert [item.source for item in case_items(case)] == [item.id for item in case.case.sources]
    places = case_places(case)
    assert len(places) == len(set(places))
    assert all(wanted.pinpoint is not None for wanted in places)
    assert Wanted("report", Pinpoint(P, "10")) in case_places(first())


def test_very_many_places_are_not_formatted_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citing, "PLACES_LIMIT", 3)
    assert len(case_places(second())) == 3


def authors(**changes: Any) -> object:
    csl = {"type": "webpage", "title": "T"}
    case = opened(**changed("sources", csl=csl, **changes.pop("source", {})), **changes)
    source = case.index.by_short("S1")
    assert isinstance(source, Source)
    return source_item(case, source).data.get("author")


@pytest.mark.parametrize(
    ("identity", "named"),
    [("named", True), ("pseudonym", True), ("anonymous", False), ("unknown", False)],
)
def test_only_a_name_is_an_author(identity: str, named: bool) -> None:
    found = authors(**changed("parties", 4, identity=identity))
    assert found == ([{"literal": "The Border Press"}] if named else None)


def test_an_author_that_is_not_in_the_file_is_none() -> None:
    assert authors(source={"author": ["gone", "crossing"]}) is None


def test_a_date_that_csl_cannot_write_is_told_in_words() -> None:
    case = opened(**changed("sources", csl={"type": "book"}, published={"edtf": "2019-05/.."}))
    source = case.index.by_short("S1")
    assert isinstance(source, Source)
    assert source_item(case, source).data["issued"] == {"literal": "May 2019 or later"}
