"""The JSON Schema of a bundle, made from the records; `python -m caseviewer.bundle.schema`."""

import json
import sys
from pathlib import Path
from typing import cast

from pydantic import TypeAdapter

from caseviewer.bundle.header import OURS
from caseviewer.bundle.upgrade import JsonObject
from caseviewer.model.case import Case
from caseviewer.model.labels import words_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME = f"case-bundle-{OURS}.schema.json"
IDENTIFIER = f"urn:casebundle:schema:{OURS}"


def schema() -> JsonObject:
    """The schema of the whole file, fields named as they stand in it."""
    made = cast("JsonObject", TypeAdapter(Case).json_schema(by_alias=True))
    made["title"] = f"Case bundle {OURS}"
    made["description"] = "A case file: who, what, when, who says so, and where it is written."
    _describe(made)
    for definition in cast("dict[str, JsonObject]", made["$defs"]).values():
        _describe(definition)
    return {"$schema": DIALECT, "$id": IDENTIFIER, **made}


def _describe(definition: JsonObject) -> None:
    """Give the fields of one record their plain words, and allow no others."""
    properties = cast("dict[str, JsonObject]", definition.get("properties", {}))
    for name, field in properties.items():
        field["title"] = words_for(name)
    if properties:
        definition["additionalProperties"] = False
    definition["description"] = str(definition["description"]).replace("`", "")


def as_text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def main(folder: Path) -> None:
    """Write the schema into a folder."""
    (folder / FILE_NAME).write_text(as_text(), "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
