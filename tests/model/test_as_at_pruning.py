from typing import Any

import pytest
from pydantic import TypeAdapter

from caseviewer.model.as_at_pruning import pruned
from caseviewer.model.case_index import kind_of
from caseviewer.model.references import RECORD_TYPES, Kind
from tests.model.known import deadline, difference, event, party, proceeding, quotation, source

HIDDEN = frozenset({"gone"})
TRIGGER = {"label": "a", "stated": False}


@pytest.mark.parametrize(
    ("kind", "given", "left"),
    [
        (Kind.EVENT, {"basis": ["gone", "t", "gone"]}, {"basis": ["t"]}),
        (Kind.EVENT, {"asserted_by": ["gone"]}, {"asserted_by": []}),
        (
            Kind.EVENT,
            {"participants": [{"party": "gone", "role": "judge"}, {"party": "p", "role": "judge"}]},
            {"participants": [{"party": "p", "role": "judge"}]},
        ),
        (Kind.PROCEEDING, {"complaint": "gone", "decision": "e"}, {"decision": "e"}),
        (Kind.PROCEEDING, {"body": "gone"}, {"body": "gone"}),
        (
            Kind.PARTY,
            {"roles": [{"role": "judge", "in": "gone"}, {"role": "witness"}]},
            {"roles": [{"role": "witness"}]},
        ),
        (
            Kind.PARTY,
            {"roles": [{"role": "judge", "in": "e", "on_behalf_of": ["gone", "p"]}]},
            {"roles": [{"role": "judge", "in": "e", "on_behalf_of": ["p"]}]},
        ),
        (
            Kind.PARTY,
            {"relations": [{"kind": "heads", "to": "gone"}, {"kind": "heads", "to": "p"}]},
            {"relations": [{"kind": "heads", "to": "p"}]},
        ),
        (Kind.PARTY, {"subset_of": {"of": "gone", "footing": "stated"}}, {}),
        (
            Kind.PARTY,
            {"subset_of": {"of": "p", "footing": "stated"}, "basis": ["gone"]},
            {"subset_of": {"of": "p", "footing": "stated"}, "basis": []},
        ),
        (
            Kind.DEADLINE,
            {"triggers": [TRIGGER | {"event": "gone"}, TRIGGER | {"event": "e"}]},
            {"triggers": [TRIGGER | {"event": "e"}]},
        ),
        (
            Kind.DEADLINE,
            {"triggers": [TRIGGER | {"event": "gone", "date": {"edtf": "2019"}}]},
            {"triggers": [TRIGGER | {"date": {"edtf": "2019"}}]},
        ),
        (
            Kind.DEADLINE,
            {"fulfilment": {"status": "fulfilled", "event": "gone"}},
            {"fulfilment": {"status": "fulfilled"}},
        ),
        (Kind.QUOTATION, {"inside": "gone"}, {}),
        (
            Kind.QUOTATION,
            {"fragments": [{"passage": "gone"}, {"passage": "t"}]},
            {"fragments": [{"passage": "t"}]},
        ),
        (
            Kind.DIFFERENCE,
            {"values": [{"value": "1", "passage": "gone"}, {"value": "2"}]},
            {"values": [{"value": "2"}]},
        ),
        (Kind.SOURCE, {"author": ["gone"], "publisher": "gone"}, {"author": []}),
    ],
)
def test_a_record_names_nobody_who_is_hidden(
    kind: Kind, given: dict[str, Any], left: dict[str, Any]
) -> None:
    makers = {
        Kind.EVENT: event,
        Kind.PROCEEDING: proceeding,
        Kind.PARTY: party,
        Kind.DEADLINE: deadline,
        Kind.QUOTATION: quotation,
        Kind.DIFFERENCE: difference,
        Kind.SOURCE: lambda name, **more: source(name, None, **more),
    }
    make: Any = makers[kind]
    adapter = TypeAdapter(RECORD_TYPES[kind])
    item, expected = adapter.validate_python(make("r", **given)), make("r", **left)
    assert pruned(kind, (item,), HIDDEN) == (adapter.validate_python(expected),)


def test_a_record_that_names_nobody_hidden_is_the_same_record() -> None:
    item = TypeAdapter(RECORD_TYPES[Kind.EVENT]).validate_python(event("e", "t"))
    assert pruned(kind_of(item), (item,), HIDDEN)[0] is item
