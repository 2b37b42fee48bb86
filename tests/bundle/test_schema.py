import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.bundle import schema
from caseviewer.model.case import Case
from tests.builders import Bundle, bundle
from tests.bundle.checking import Change, drop, put

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "cases").glob("*/case.json"))
VALIDATOR = jsonschema.Draft202012Validator(schema.schema())


def agreed(raw: Bundle) -> bool:
    """What the schema and the records both say of a bundle."""
    by_schema = VALIDATOR.is_valid(raw)
    try:
        TypeAdapter(Case).validate_python(raw)
        by_records = True
    except ValidationError:
        by_records = False
    assert by_schema is by_records
    return by_schema


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.schema())


def test_the_file_in_docs_is_current() -> None:
    stored = (ROOT / "docs" / schema.FILE_NAME).read_text("utf-8")
    assert stored == schema.as_text(), "run: python -m caseviewer.bundle.schema"


def test_it_is_written_by_its_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "caseviewer.bundle.schema", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT)
    assert (tmp_path / schema.FILE_NAME).read_text("utf-8") == schema.as_text()


def test_main_writes_one_file(tmp_path: Path) -> None:
    schema.main(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [schema.FILE_NAME]


def test_the_small_bundle_follows_it() -> None:
    assert agreed(bundle())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_samples_follow_it(path: Path) -> None:
    assert agreed(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "change",
    [
        put("titel", value=1),
        put("parties", 0, "titel", value=1),
        put("parties", 0, "roles", 0, "within", value="x"),
        put("parties", 0, "kind", value="firm"),
        put("parties", 0, "number", value=0),
        put("parties", 0, "name", value=" "),
        put("parties", 0, "id", value="-"),
        put("parties", 0, "basis", value="x"),
        put("sources", 0, "csl", "container_title", value="x"),
        put("sources", 0, "csl", "type", value="x"),
        put("sources", 0, "document", "sha256", value="x"),
        put("passages", 0, "locator", "label", value="x"),
        put("passages", 1, "position", "start", value=-1),
        drop("title"),
        drop("compiled", "on"),
        drop("deadlines", 0, "rule"),
    ],
)
def test_they_refuse_the_same(change: Change) -> None:
    raw = bundle()
    change(raw)
    assert not agreed(raw)


def test_every_object_is_closed_and_every_field_has_its_words() -> None:
    made = schema.schema()
    definitions = made["$defs"]
    assert isinstance(definitions, dict)
    records = [item for item in [made, *definitions.values()] if "properties" in item]
    assert len(records) > 30
    for item in records:
        assert item["additionalProperties"] is False
        assert item["description"]
        assert all(field["title"] for field in item["properties"].values())
