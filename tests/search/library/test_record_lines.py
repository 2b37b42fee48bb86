"""Records go to other programs as the page on the export tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library.library import Library
from caseviewer.search.library.values import Reach
from tests.builders import TEXT, bundle
from tests.search.library.kit import go_on, library_of, no_progress


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, bundle(), bundle(id="two"), document=TEXT)


def lines(library: Library) -> list[dict[str, Any]]:
    """What the export gives, read back from JSON."""
    return [json.loads(json.dumps(values)) for values in library.records()]


def line(library: Library, record: str, **told: object) -> dict[str, Any]:
    (one,) = (
        values
        for values in lines(library)
        if (values["case"], values["record"]) == ("small-case", record)
        and told.items() <= values.items()
    )
    return one


def test_a_record_is_told_with_its_case(library: Library, tmp_path: Path) -> None:
    event = line(library, "crossing")
    path = tmp_path / "cases" / "000" / "case.json"
    assert event["case_title"] == "A crossing on 3 May 2019"
    assert (event["path"], event["reach"], event["as_of"]) == (str(path), "here", "2020-02-01")
    assert (event["kind"], event["number"], event["block"]) == ("chronology", "E1", None)
    assert {"label": "title", "text": "12 people are taken back to the border"} in event["fields"]
    assert "12 people are taken back to the border" in event["text"].split("\n")
    assert event["dates"] == [
        {"label": "date", "edtf": "2019-05-03", "earliest": "2019-05-03", "latest": "2019-05-03",
         "guide": False},
    ]  # fmt: skip
    assert {"id": "xandria", "name": "Xandria"} in event["parties"]
    assert event["sources"] == [{"id": "report", "name": "A report on a crossing"}]


def test_blocks_of_documents_are_records_of_their_own(library: Library) -> None:
    block = line(library, "report", place="paragraph 3")
    assert (block["kind"], block["block"], block["number"]) == ("document", 3, "")
    assert block["text"] == "A spokesman said that everybody had been heard."
    assert block["sources"] == [{"id": "report", "name": "A report on a crossing"}]


def test_bounds_that_are_open_are_null(library: Library, tmp_path: Path) -> None:
    value = bundle()
    value["chronology"][0]["date"] = {"edtf": "2019-05-03/.."}
    (tmp_path / "cases" / "000" / "case.json").write_text(json.dumps(value))
    library.refresh(no_progress, go_on)
    (date,) = line(library, "crossing")["dates"]
    assert (date["earliest"], date["latest"]) == ("2019-05-03", None)


def test_every_case_is_there_as_long_as_it_was_read(library: Library, tmp_path: Path) -> None:
    (tmp_path / "cases" / "001" / "case.json").write_text("{")
    library.refresh(no_progress, go_on)
    assert {one["case"] for one in lines(library)} == {"small-case"}
    (tmp_path / "cases").rename(tmp_path / "away")
    library.refresh(no_progress, go_on)
    assert {one["reach"] for one in lines(library)} == {Reach.AWAY.value}


def test_it_is_of_one_moment(library: Library, tmp_path: Path) -> None:
    records = library.records()
    next(records)
    (tmp_path / "cases" / "001" / "case.json").write_text("{")
    assert library.refresh(no_progress, go_on).broken == 1
    assert {str(one["case"]) for one in records} == {"small-case", "two"}


def test_reading_can_be_given_up(library: Library) -> None:
    records = library.records()
    next(records)
    records.close()  # type: ignore[attr-defined]
    assert len(lines(library)) > 10
