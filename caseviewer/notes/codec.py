"""Notes to and from Web Annotations (W3C Recommendation, 23 February 2017), as docs/notes.md tells.

Reading is strict where it would have to guess, and never raises: what is not understood is kept,
letter by letter, and written again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from caseviewer.notes.annotations import (
    OUR_CONTEXT,
    Unknown,
    annotation_of,
    is_of_type,
    values_of,
)
from caseviewer.notes.json_values import (
    SIZE_LIMIT,
    Fault,
    FaultyFileError,
    is_deep,
    parsed,
    text_of,
)
from caseviewer.notes.values import TEXT_LIMIT, Annotation, Notes

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NUMBER_LIMIT = 20_000
"""How many annotations one file may hold."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds for one case.

    elsewhere: how many annotations are on records of another case. not_understood: how many are
    none that this program makes. fault: why nothing could be read.
    """

    notes: Notes = Notes()  # noqa: RUF009 - it cannot change
    elsewhere: int = 0
    not_understood: int = 0
    fault: Fault | None = None


def read(data: bytes, case: str) -> Found:
    """What a file holds on the case of an id."""
    try:
        items = _items(parsed(data))
    except FaultyFileError as error:
        return Found(fault=error.fault)
    own: dict[str, Annotation] = {}
    others: list[str] = []
    elsewhere = 0
    for item in items:
        found = annotation_of(item, case)
        if isinstance(found, Annotation) and found.id not in own:
            own[found.id] = found
            continue
        elsewhere += found is Unknown.OF_ANOTHER_CASE
        others.append(text_of(item))
    return Found(Notes(own, tuple(sorted(set(others)))), elsewhere, len(others) - elsewhere)


def write(notes: Notes, case: str, title: str) -> bytes:
    """A file of notes; `FaultyFileError` where it could not be read again."""
    if any(len(one.text) > TEXT_LIMIT for one in notes.own.values()):
        raise FaultyFileError(Fault.TOO_LONG)
    lines = [text_of(values_of(one, case)) for one in _in_order(notes)]
    lines += notes.others
    if len(lines) > NUMBER_LIMIT:
        raise FaultyFileError(Fault.TOO_MANY)
    name = f"urn:x-caseviewer:notes:{case}"
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    head = {
        "@context": [CONTEXT, OUR_CONTEXT],
        "id": name,
        "type": "AnnotationCollection",
        "label": title,
        "total": len(lines),
    }
    # One annotation a line, so that what changed can be seen from one copy to another.
    first = "".join((_members(page), '"items": [\n', ",\n".join(lines), "\n]"))
    data = "".join(("{\n", _members(head), '"first": {\n', first, "\n}\n}\n")).encode()
    if len(data) > SIZE_LIMIT:
        raise FaultyFileError(Fault.TOO_LARGE)
    return data


def _members(values: Mapping[str, object]) -> str:
    return "".join(f"{text_of(name)}: {text_of(value)},\n" for name, value in values.items())


def _in_order(notes: Notes) -> list[Annotation]:
    return sorted(notes.own.values(), key=lambda one: (one.created, one.id))


def _items(value: object) -> list[Any]:
    """The annotations in a collection with its page in it, a page, a list, or one by itself."""
    if isinstance(value, dict):
        first = value.get("first", value)
        inside = first.get("items") if isinstance(first, dict) else None
        value = [value] if is_of_type(value, "Annotation") else inside
    if not isinstance(value, list) or is_deep(value):
        raise FaultyFileError(Fault.NOT_NOTES)
    if len(value) > NUMBER_LIMIT:
        raise FaultyFileError(Fault.TOO_MANY)
    return value
