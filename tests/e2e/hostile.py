"""A bundle whose every free text is hostile, built from a sample and the format's schema."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from caseviewer.bundle.schema import schema

Node = dict[str, Any]

LENGTH = 10_000
OVERRIDE = "\u202e"
_LONG_ENOUGH = 200


def hostile(canary: Path) -> str:
    """What every text starts with."""
    return f'<b>bold</b> <img src="{canary.as_uri()}"> A&B {OVERRIDE}12/34 '


def hostile_name() -> str:
    """The same as far as a name of a file may hold it; the picture lies beside it."""
    return f"<b>bold<b> <img src='canary.png'> A&B {OVERRIDE}12"


class Poisoner:
    """Walks a bundle beside its schema and replaces each free text.

    The first text of each field is 10,000 characters long, further ones are short, so that
    every field is tried and the whole stays small enough to be read again and again.
    """

    def __init__(self, canary: Path) -> None:
        self._schema: Node = dict(schema())
        self._text = hostile(canary)
        self.fields: set[str] = set()

    def poisoned(self, bundle: Node) -> Node:
        """A copy of a bundle in which every free text is hostile."""
        made = self._value(bundle, self._schema, "")
        assert isinstance(made, dict)
        return made

    def _value(self, value: object, node: Node, field: str) -> object:
        node = self.branch(node, value)
        if isinstance(value, dict):
            return self._object(value, node, field)
        if isinstance(value, list):
            parts = node.get("items") or {}
            places = node.get("prefixItems") or []
            return [
                self._value(part, places[at] if at < len(places) else parts, field)
                for at, part in enumerate(value)
            ]
        return self._fill(node, field) if isinstance(value, str) and _is_free(node) else value

    def _object(self, value: Node, node: Node, field: str) -> Node:
        properties = node.get("properties", {})
        name = node.get("title", field)
        made = {
            key: self._value(part, properties.get(key, {}), f"{name}.{key}")
            for key, part in value.items()
        }
        for key, part in properties.items():
            branch = self.branch(part, "")
            if key not in value and _is_free(branch):
                made[key] = self._fill(branch, f"{name}.{key}")
        return made

    def _fill(self, node: Node, field: str) -> str:
        wanted = len(self._text) if field in self.fields else LENGTH
        self.fields.add(field)
        text = self._text + "and so on " * ((wanted - len(self._text)) // 10 + 1)
        return text[: min(wanted, node.get("maxLength", wanted))]

    def branch(self, node: Node, value: object) -> Node:
        """The part of the schema that a value stands under."""
        if "$ref" in node:
            return self.branch(self._schema["$defs"][node["$ref"].rpartition("/")[2]], value)
        choices = [
            self.branch(choice, value)
            for choice in (*node.get("anyOf", ()), *node.get("oneOf", ()))
        ]
        return next((choice for choice in choices if _fits(choice, value)), node)


def free_fields(whole: Node) -> set[str]:
    """Every free text that the schema knows, as "Record.field"."""
    poisoner = Poisoner(Path("/canary.png"))
    return {
        f"{record.get('title', name)}.{field}"
        for name, record in (("", whole), *whole["$defs"].items())
        for field, node in record.get("properties", {}).items()
        if _is_free(poisoner.branch(node, ""))
        or _is_free(poisoner.branch(_items(poisoner, node), ""))
    }


def _items(poisoner: Poisoner, node: Node) -> Node:
    items = poisoner.branch(node, []).get("items", {})
    assert isinstance(items, dict)
    return items


def _is_free(node: Node) -> bool:
    bound = {"enum", "const", "format"} & set(node)
    long = node.get("maxLength", LENGTH) >= _LONG_ENOUGH
    return (
        node.get("type") == "string" and not bound and long and node.get("pattern", r"\S") == r"\S"
    )


def _fits(node: Node, value: object) -> bool:
    if isinstance(value, dict):
        known, needed = set(node.get("properties", ())), set(node.get("required", ()))
        return node.get("type") == "object" and needed <= set(value) <= known
    kinds = {str: "string", list: "array", bool: "boolean", int: "integer"}
    return node.get("type") == kinds.get(type(value))


def write_hostile(sample: Path, folder: Path, canary: Path) -> set[str]:
    """Write the hostile twin of a sample; gives the fields that were poisoned."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    case = json.loads((sample / "case.json").read_text("utf-8"))
    poisoner = Poisoner(canary)
    made = poisoner.poisoned(case)
    for source in made["sources"]:
        if "document" in source:
            source["document"] |= _document(sample, documents, source["document"], canary)
    made["chronology"].append(_faulty(made["chronology"][0], canary))
    text = json.dumps(made, ensure_ascii=False)
    (folder / "case.json").write_text(text, "utf-8")
    return poisoner.fields


def _faulty(event: Node, canary: Path) -> Node:
    """An event that is set aside, with problems that quote hostile words."""
    return {**event, "id": "faulty", "kind": hostile(canary), hostile(canary): hostile(canary)}


def _document(sample: Path, documents: Path, document: Node, canary: Path) -> Node:
    """Write one document under a hostile name; texts are hostile throughout."""
    number = sum(1 for _ in documents.iterdir())
    if document["media_type"] == "text/plain":
        data = "\n\n".join(f"{n}. {hostile(canary)}" for n in range(1, 100)).encode()
        name = f"{hostile_name()} {number}.txt"
    else:
        data = next(_contents(sample, document["media_type"]))
        name = f"{hostile_name()} {number}"
    (documents / name).write_bytes(data)
    return {
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
    }


def _contents(sample: Path, media_type: str) -> Iterator[bytes]:
    ending = media_type.rpartition("/")[2]
    for path in sorted((sample / "documents").glob(f"*.{ending}")):
        yield path.read_bytes()
