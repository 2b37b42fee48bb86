import re
from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.case_index import all_records
from caseviewer.model.references import (
    ANY,
    ID_FIELDS,
    KIND_OF,
    LETTERS,
    RECORD_TYPES,
    How,
    Kind,
    Reference,
    references,
)
from tests.builders import bundle

# Every field that may hold an id, so that a new one cannot be forgotten.
FULL = bundle(
    proceedings=[bundle()["proceedings"][0] | {"decision": "complaint"}],
    deadlines=[
        bundle()["deadlines"][0]
        | {"fulfilment": {"status": "fulfilled", "event": "crossing"}, "basis": ["t-heard"]}
    ],
)


def all_references() -> Iterator[Reference]:
    case = TypeAdapter(Case).validate_python(FULL)
    for item in all_records(case):
        yield from references(item)


def id_fields(schema: dict[str, object]) -> set[tuple[str, str]]:
    """Every field of the schema that holds ids, as (record, field)."""
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    return {
        (record, field)
        for record, definition in definitions.items()
        for field, value in definition.get("properties", {}).items()
        if "[A-Za-z0-9][A-Za-z0-9._-]*" in str(value) and field != "id"
    }


def test_every_field_with_an_id_is_a_reference() -> None:
    fields = {field for _, field in id_fields(TypeAdapter(Case).json_schema())}
    reached = {[step for step in ref.path if isinstance(step, str)][-1] for ref in all_references()}
    assert reached == fields


def test_fields_and_records_tell_the_same_ids() -> None:
    case = TypeAdapter(Case).validate_python(FULL)
    for kind, fields in ID_FIELDS.items():
        items = getattr(case, kind.value)
        by_field = [(at, target, field.how) for field in fields
                    for at, target in field.targets(items)]  # fmt: skip
        by_record = [(at, reference.target, reference.how) for at, item in enumerate(items)
                     for reference in references(item)]  # fmt: skip
        assert sorted(by_field) == sorted(by_record)


def test_every_way_of_pointing_is_used() -> None:
    assert {reference.how for reference in all_references()} == set(How)


def test_paths_lead_to_the_ids_in_the_file() -> None:
    case = TypeAdapter(Case).validate_python(FULL)
    for kind in Kind:
        for at, item in enumerate(getattr(case, kind.value)):
            for reference in references(item):
                value = FULL[kind.value][at]
                for step in reference.path:
                    value = value[step]
                assert value == reference.target


def test_the_tables_know_every_kind() -> None:
    assert list(ID_FIELDS) == list(Kind)
    assert set(LETTERS) == set(RECORD_TYPES) == set(Kind) == set(KIND_OF.values()) == ANY
    assert "".join(LETTERS.values()) == "CPEDQSTXG"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_record_without_ids_points_nowhere(kind: Kind) -> None:
    item = TypeAdapter(RECORD_TYPES[kind]).validate_python(BARE[kind])
    assert [ref for ref in references(item) if not re.match("r-", ref.target)] == []


BARE: dict[Kind, dict[str, object]] = {
    Kind.PROCEEDING: {"title": "t", "body": "r-1", "kind": "inquiry", "status": "pending"},
    Kind.PARTY: {
        "kind": "person", "identity": "unknown", "name": "n",
        "roles": [{"role": "judge"}], "relations": [],
    },
    Kind.EVENT: {"kind": "other", "title": "t", "standing": "found"},
    Kind.DEADLINE: {
        "title": "t", "owed_by": "r-1", "owed_to": "r-2", "period": {"duration": "P1D"},
        "triggers": [{"label": "l"}], "rule": "clear_days", "fulfilment": {"status": "fulfilled"},
    },
    Kind.QUOTATION: {
        "mode": "indirect", "knowledge": "own", "chain": [{"link": "said"}],
        "translations": [{"text": "t", "language": "en"}],
    },
    Kind.SOURCE: {
        "kind": "book", "csl": {"type": "book"}, "nature": "original", "url_status": "not_online",
        "disclaimers": [{"text": "t"}],
    },
    Kind.PASSAGE: {"source": "r-1"},
    Kind.DIFFERENCE: {"kind": "copy", "summary": "s", "values": [{"value": "v"}]},
    Kind.GAP: {"missing": "m"},
}  # fmt: skip
for _bare in BARE.values():
    _bare["id"] = "x"
