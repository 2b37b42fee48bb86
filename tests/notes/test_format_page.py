"""The page about the format says what the program does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from caseviewer.model.record_digest import record_digest
from caseviewer.notes.by_record import CaseNotes
from caseviewer.notes.codec import NUMBER_LIMIT, read, write
from caseviewer.notes.json_values import DEPTH_LIMIT, SIZE_LIMIT
from caseviewer.notes.values import TEXT_LIMIT, Sort, mark_id
from tests.formatting.samples import second

PAGE = (Path(__file__).parents[2] / "docs" / "notes.md").read_text("utf-8")
CASE = "halvek-v-valdrasia"


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    (found,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    value: dict[str, Any] = json.loads(found)
    return value


def test_the_example_is_read_whole_and_written_again_as_it_is(example: dict[str, Any]) -> None:
    found = read(json.dumps(example).encode(), CASE)
    assert (found.fault, found.elsewhere, found.not_understood) == (None, 0, 0)
    assert len(found.notes.own) == example["total"] == len(example["first"]["items"])
    assert json.loads(write(found.notes, CASE, example["label"])) == example


def test_the_example_has_each_sort_and_a_passage(example: dict[str, Any]) -> None:
    items = example["first"]["items"]
    assert {item["motivation"] for item in items} == {"bookmarking", "tagging", "commenting"}
    assert any("selector" in item["target"] for item in items)


def test_the_example_is_about_records_of_the_sample_that_say_what_they_said(
    example: dict[str, Any],
) -> None:
    case = second()
    found = CaseNotes(read(json.dumps(example).encode(), CASE).notes, case.index)
    for kept in found:
        item = case.index.get(kept.record)
        assert item is not None
        for one in kept.kept:
            assert one.saw is not None
            assert one.saw.says == record_digest(case.index, item)
            assert one.saw.number == case.index.short(kept.record)
            if one.sort is not Sort.NOTE:
                assert one.id == mark_id(CASE, kept.record, one.sort)


@pytest.mark.parametrize(
    "words",
    [
        f"{SIZE_LIMIT >> 20} MB",
        f"{NUMBER_LIMIT:,} annotations",
        f"deeper than {DEPTH_LIMIT}",
        f"{TEXT_LIMIT:,} characters",
        "`urn:x-casebundle:CASE:RECORD`",
        "`urn:x-caseviewer:`",
    ],
)
def test_the_limits_and_names_are_those_of_the_program(words: str) -> None:
    assert words in re.sub(r"\s+", " ", PAGE)
