"""The page for compilers says what the records say, and its examples are read."""

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic.dataclasses import is_pydantic_dataclass

from caseviewer.bundle.header import read_header
from caseviewer.bundle.report import Report
from caseviewer.bundle.schema import schema
from caseviewer.model import csl, dated, events, kinds, open_points, parties, quotations, sources
from caseviewer.model.case import Compiled, Header
from caseviewer.model.labels import KIND_WORDS
from caseviewer.model.references import LETTERS, Kind

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "bundle-format.md").read_text("utf-8")
SECTIONS: dict[str, str] = dict(re.findall(r"^##+ (.+)\n((?:(?!^##+ ).*\n)*)", PAGE, re.MULTILINE))
HEADER = "The header"
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
FENCE = re.compile(r"^```json\n(.+?)^```$", re.MULTILINE | re.DOTALL)
DEFINITIONS: Any = schema()["$defs"]
RECORDS: dict[str, type] = {"Compiled": Compiled, HEADER: Header} | {
    name: value
    for module in (csl, dated, events, open_points, parties, quotations, sources)
    for name, value in vars(module).items()
    if isinstance(value, type)
    and value.__module__ == module.__name__
    and is_pydantic_dataclass(value)
}
ENUMERATIONS = {
    name: value
    for name, value in vars(kinds).items()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
}


def fields(name: str) -> tuple[set[str], set[str]]:
    """All fields of a record, and the required ones."""
    made = TypeAdapter(Header).json_schema() if name == HEADER else DEFINITIONS[name]
    return set(made["properties"]), set(made.get("required", []))


def table(section: str) -> tuple[set[str], set[str]]:
    """The fields of a section's table, and those marked as required."""
    rows = re.findall(r"^\| `([^`]+)` \|.*$", section, re.MULTILINE)
    marked = re.findall(r"^\| `([^`]+)` \|.*\brequired\b.*$", section, re.MULTILINE)
    return set(rows), set(marked)


def test_every_record_has_its_section() -> None:
    assert len(RECORDS) > 30
    assert set(RECORDS) <= set(SECTIONS)
    assert set(DEFINITIONS) == (set(RECORDS) - {HEADER}) | set(ENUMERATIONS)


@pytest.mark.parametrize("name", sorted(set(RECORDS) - {"CslItem"}))
def test_the_table_lists_the_fields(name: str) -> None:
    assert table(SECTIONS[name]) == fields(name)


def test_the_fields_of_csl_are_named() -> None:
    named = set(re.findall(r"`([A-Za-z_-]+)`", SECTIONS["CslItem"].replace("`null`", "")))
    assert named == fields("CslItem")[0]


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_the_example_is_read(name: str) -> None:
    (example,) = FENCE.findall(SECTIONS[name])
    raw = json.loads(example)
    if name == HEADER:
        report = Report()
        read_header(raw, (1, 0), report)
        assert report.listed() == ()
        assert {kind.value for kind in Kind} < set(raw)
    else:
        TypeAdapter(RECORDS[name]).validate_python(raw)


@pytest.mark.parametrize("kind", sorted(kind.name for kind in Kind))
def test_the_example_of_a_kind_of_record_shows_every_field(kind: str) -> None:
    name = kind.title()
    (example,) = FENCE.findall(SECTIONS[name])
    assert set(json.loads(example)) == fields(name)[0]


@pytest.mark.parametrize("name", sorted(ENUMERATIONS))
def test_every_word_has_its_meaning(name: str) -> None:
    (section,) = (body for heading, body in SECTIONS.items() if f"(`{name}`)" in heading)
    assert ROW.findall(section) == [member.value for member in ENUMERATIONS[name]]


def test_the_letters() -> None:
    rows = re.findall(r"^\| (\w) \| `(\w+)` \| (\w+) \|$", SECTIONS["Short numbers"], re.MULTILINE)
    assert rows == [(LETTERS[kind], kind.value, KIND_WORDS[kind]) for kind in Kind]


CODE = re.compile(r'"((?:code|date|deadline|difference|document|event|id|number|party|passage|'
                  r'proceeding|quotation|source)\.[a-z_]+)"')  # fmt: skip


def test_every_warning_is_listed_by_its_code() -> None:
    rooms = (ROOT / "caseviewer" / room for room in ("bundle", "documents"))
    found = {code for room in rooms for path in room.glob("*.py")
             for code in CODE.findall(path.read_text("utf-8"))}  # fmt: skip
    assert set(ROW.findall(SECTIONS["What is checked"])) == found - {"id.twice"} | {"field.unknown"}


def anchor(heading: str) -> str:
    """What a link to a heading is called."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_links_inside_the_page_lead_somewhere() -> None:
    wanted = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert wanted
    assert wanted <= set(map(anchor, SECTIONS))
