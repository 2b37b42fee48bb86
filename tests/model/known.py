"""Small cases whose sources were published on several days, for the tests of what was known."""

from typing import Any

from pydantic import TypeAdapter

from caseviewer.model.as_at import KnownCase, known_at
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dates import parse
from tests.builders import bundle

PUBLISHED = {"old": "2018-01-10", "year": "2018", "new": "2019-05-20", "undated": None}
"""The sources, each with a passage such as "t-old"."""


def day(text: str) -> int:
    """The number of a day, or of the last day of a date."""
    latest = parse(text).latest
    assert latest is not None
    return latest


def source(name: str, published: str | None, **more: Any) -> dict[str, Any]:
    """A source as plain values."""
    made: dict[str, Any] = {
        "id": name,
        "kind": "news_report",
        "csl": {"type": "webpage", "title": name},
        "nature": "original",
        "url_status": "not_online",
    }
    return made | ({} if published is None else {"published": {"edtf": published}}) | more


def party(name: str, **more: Any) -> dict[str, Any]:
    """A party as plain values."""
    return {"id": name, "kind": "person", "identity": "named", "name": name, **more}


def event(name: str, *basis: str, **more: Any) -> dict[str, Any]:
    """An event as plain values."""
    made = {"id": name, "kind": "other", "title": name, "standing": "found", "basis": list(basis)}
    return made | more


def deadline(name: str, *basis: str, **more: Any) -> dict[str, Any]:
    """A deadline as plain values."""
    made: dict[str, Any] = {
        "id": name,
        "title": name,
        "owed_by": "state",
        "owed_to": "committee",
        "period": {"duration": "P90D"},
        "rule": "calendar_days",
        "fulfilment": {"status": "not_recorded"},
        "basis": list(basis),
    }
    return made | more


def proceeding(name: str, *basis: str, **more: Any) -> dict[str, Any]:
    """A proceeding as plain values."""
    made: dict[str, Any] = {
        "id": name,
        "title": name,
        "body": "committee",
        "kind": "individual_communication",
        "status": "decided",
        "session": "Last session",
        "outcome": "violation",
        "outcome_summary": "Breached; later upheld.",
        "remedies": ["compensation"],
        "provisions": {"alleged": ["article 3"], "found": ["article 3"]},
        "basis": list(basis),
    }
    return made | more


def quotation(name: str, *passages: str, **more: Any) -> dict[str, Any]:
    """A quotation as plain values."""
    made: dict[str, Any] = {
        "id": name,
        "mode": "direct",
        "knowledge": "own",
        "fragments": [{"passage": one} for one in passages],
        "chain": [{"link": "said"}],
    }
    return made | more


def difference(name: str, *passages: str | None, **more: Any) -> dict[str, Any]:
    """A difference as plain values: one value for each passage, said by a party of that name."""
    values = [
        {"value": str(at)} | ({} if one is None else {"passage": one, "asserted_by": f"p-{one}"})
        for at, one in enumerate(passages)
    ]
    return {"id": name, "kind": "precision", "summary": name, "values": values, **more}


def values_of(**lists: Any) -> dict[str, Any]:
    """A case with some records, and with what they name, as plain values."""
    sources = [source(name, published) for name, published in PUBLISHED.items()]
    passages = [
        {"id": f"t-{name}", "source": name, "locator": {"label": "page", "value": "1"}}
        for name in PUBLISHED
    ]
    named = ("state", "committee", *(f"p-{item['id']}" for item in passages))
    empty = dict.fromkeys(("proceedings", "chronology", "deadlines", "quotations"), ())
    return bundle(
        **{
            **empty,
            "sources": sources,
            "passages": passages,
            "parties": [party(name) for name in named],
            "differences": (),
            "gaps": (),
            **lists,
        }
    )


def index_of(**lists: Any) -> CaseIndex:
    """The same case, read, by its index."""
    return CaseIndex(TypeAdapter(Case).validate_python(values_of(**lists)))


def known(text: str, **lists: Any) -> KnownCase:
    """What could be known of such a case on a day."""
    return known_at(index_of(**lists), day(text))
