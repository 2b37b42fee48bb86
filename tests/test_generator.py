"""Generated bundles are valid, of the size that was asked for, and the same for a seed."""

import json
from pathlib import Path

import pytest

from caseviewer.documents.opening import open_case
from caseviewer.model.case_index import all_records, records
from caseviewer.model.kinds import PartyKind
from caseviewer.model.references import Kind
from tests import generator


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("size", [9, 10, 57, 400, 2_000])
def test_a_generated_bundle_opens_without_a_problem(tmp_path: Path, size: int, seed: int) -> None:
    path = tmp_path / "generated.case.json"
    path.write_bytes(generator.data(size, seed))
    opened = open_case(path)
    assert [problem.sentence() for problem in opened.problems] == []
    assert len(list(all_records(opened.case))) == size
    assert all(records(opened.case, kind) for kind in Kind)


def test_mostly_one_kind_is_all_but_one_record_of_each_other_kind(tmp_path: Path) -> None:
    path = tmp_path / "events.case.json"
    path.write_bytes(generator.data(300, shares=generator.mostly("chronology")))
    opened = open_case(path)
    assert opened.problems == ()
    assert len(opened.case.chronology) == 300 - 8


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    first = generator.data(200, seed=5)
    assert first == generator.data(200, seed=5)
    assert first != generator.data(200, seed=6)


def test_the_bytes_are_those_of_the_plain_values() -> None:
    assert json.loads(generator.data(60, seed=4)) == generator.bundle(60, seed=4)


def test_fewer_records_than_kinds_are_refused() -> None:
    with pytest.raises(ValueError, match="8"):
        generator.bundle(8)


def test_many_records_show_every_form(tmp_path: Path) -> None:
    value = generator.bundle(3_000, seed=1)
    dates = {
        event["date"]["edtf"] for event in value["chronology"] if "edtf" in event.get("date", {})
    }
    marks = ("~", "?", "%", "X", "T", "/", "/..", "../", "-22", "Y-", "-0044")
    assert [mark for mark in marks if not any(mark in date for date in dates)] == []
    names = "".join(
        variant["text"] for party in value["parties"] for variant in party.get("variants", ())
    )
    scripts = {"А": "Я", "ა": "ჰ", "一": "龥", "ا": "ی", "अ": "ह", "א": "ת", "Ա": "Ֆ", "ሀ": "ፐ"}
    missing = [a for a, z in scripts.items() if not any(a <= sign <= z for sign in names)]
    assert missing == []
    assert {party["kind"] for party in value["parties"]} == {kind.value for kind in PartyKind}
    assert any(len(item["fragments"]) == 3 for item in value["quotations"])
    assert any(len(item["chain"]) == 5 for item in value["quotations"])
    assert any("inside" in item for item in value["quotations"])
