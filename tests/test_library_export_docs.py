"""The page on what `caseviewer library export` writes says what it writes."""

import json
import re
import shutil
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from caseviewer.cli import main
from caseviewer.model.references import Kind

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "library-export.md").read_text("utf-8")
SECTIONS: dict[str, str] = dict(re.findall(r"^##+ (.+)\n((?:(?!^##+ ).*\n)*)", PAGE, re.MULTILINE))
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| .+ \|$", re.MULTILINE)
FENCE = re.compile(r"^```json\n(.+?)^```$", re.MULTILINE | re.DOTALL)
TYPES: dict[str, set[type]] = {
    "text": {str},
    "number or null": {int, type(None)},
    "text or null": {str, type(None)},
    "true or false": {bool},
    "list": {list},
}
INNER = {
    "fields": "Keys in `fields`",
    "dates": "Keys in `dates`",
    "parties": "Keys in `parties` and `sources`",
    "sources": "Keys in `parties` and `sources`",
}
KINDS = ["file", *(kind.value for kind in Kind), "document"]

Line = dict[str, Any]


def keys(section: str) -> dict[str, set[type]]:
    """The keys of a table, in its order, each with its types."""
    return {name: TYPES[words.strip()] for name, words in ROW.findall(SECTIONS[section])}


def example(kind: str) -> Line:
    """The example of a kind of line."""
    (found,) = FENCE.findall(SECTIONS[f"`{kind}`"])
    made = json.loads(found)
    assert isinstance(made, dict)
    return made


def place(line: Line) -> tuple[object, ...]:
    """What tells a line from all others."""
    return line["case"], line["kind"], line["record"], line["block"]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    """All that the program writes of both samples."""
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(ROOT / "cases", folder / "cases")
    target = folder / "records.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / name))
        assert main(["library", "add", str(folder / "cases")]) == 0
        assert main(["library", "export", "--out", str(target)]) == 0
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()]


def test_every_key_is_in_the_table(lines: list[Line]) -> None:
    listed = keys("Keys of a line")
    assert len(lines) > 500
    for line in lines:
        assert list(line) == list(listed), "also in their order"
        assert all(type(value) in listed[name] for name, value in line.items())


@pytest.mark.parametrize("name", INNER)
def test_every_key_of_a_list_is_in_its_table(lines: list[Line], name: str) -> None:
    listed = keys(INNER[name])
    found = [one for line in lines for one in line[name]]
    assert found
    for one in found:
        assert list(one) == list(listed)
        assert all(type(value) in listed[inner] for inner, value in one.items())


@pytest.mark.parametrize("name", [*INNER, "block"])
def test_every_type_in_the_tables_comes(lines: list[Line], name: str) -> None:
    """No table says more than is written."""
    if name == "block":
        assert {type(line[name]) for line in lines} == keys("Keys of a line")[name]
        return
    found = [one for line in lines for one in line[name]]
    for inner, listed in keys(INNER[name]).items():
        assert {type(one[inner]) for one in found} == listed


def test_every_kind_of_line_has_its_example(lines: list[Line]) -> None:
    headings = [name.strip("`") for name in SECTIONS if name.startswith("`")]
    assert headings == list(dict.fromkeys(headings))
    assert set(headings) == set(KINDS) == {line["kind"] for line in lines}


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_is_what_is_written(lines: list[Line], kind: str) -> None:
    shown = example(kind)
    (written,) = [line for line in lines if place(line) == place(shown)]
    ends = [PurePosixPath(Path(line["path"]).as_posix()).parts[-3:] for line in (shown, written)]
    assert ends[0] == ends[1]
    assert shown | {"path": ""} == written | {"path": ""}


def test_most_examples_are_from_the_first_sample() -> None:
    cases = {kind: example(kind)["case"] for kind in KINDS}
    assert set(cases.values()) == {"abdussamatov-v-kazakhstan", "halvek-v-valdrasia"}
    assert [kind for kind, case in cases.items() if case.startswith("halvek")] == ["document"]


def test_path_record_and_block_name_a_line(lines: list[Line]) -> None:
    """What the page takes for an identifier is one."""
    named = {(line["path"], *place(line)) for line in lines}
    assert len(named) == len(lines)


def test_what_is_asked_of_by_examples_is_a_key(lines: list[Line]) -> None:
    """The columns in the queries are keys of a line, or of its lists."""
    known = set(lines[0]) | {inner for name in INNER for inner in keys(INNER[name])}
    queries = "\n".join(re.findall(r"^```sql\n(.+?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    columns = re.findall(r"\b(?:date|party)\.(\w+)|\(DISTINCT (\w+)\)|unnest\((\w+)\)", queries)
    asked = {name for some in columns for name in some if name}
    assert {"path", "parties", "dates", "latest", "name"} <= asked <= known
