"""Small cases that rules look through, made from plain values."""

from collections.abc import Callable, Iterator
from typing import Any

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dated import Date
from caseviewer.model.reviewed import Finding
from caseviewer.review.looking import Looking
from tests.builders import bundle
from tests.formatting.making import made

EMPTY: dict[str, list[Any]] = {
    kind: []
    for kind in (
        "proceedings", "parties", "chronology", "deadlines", "quotations", "sources", "passages",
        "differences", "gaps",
    )
}  # fmt: skip


def look(**changes: object) -> Looking:
    """A case of just these records."""
    case = made(Case, **bundle(**{**EMPTY, **changes}))
    return Looking(case, CaseIndex(case))


def facts(
    rule: Callable[[Looking], Iterator[Finding]], looking: Looking
) -> list[tuple[tuple[str, ...], list[str], tuple[str, ...]]]:
    """What a rule finds: records, values, and who recorded it."""
    return [(one.records, list(map(_fact, one.values)), one.recorded) for one in rule(looking)]


def _fact(value: Any) -> str:
    said = value.value
    return said if isinstance(said, str) else str(said.edtf) if isinstance(said, Date) else ""


def event(name: str, date: str | None, **fields: Any) -> dict[str, Any]:
    """An event."""
    values = {"id": name, "kind": "decision", "title": name, "standing": "found", **fields}
    return values if date is None else {**values, "date": {"edtf": date}}


def party(record: str, **fields: Any) -> dict[str, Any]:
    """A named person, unless other fields are given."""
    return {"id": record, "kind": "person", "identity": "named", "name": record, **fields}


def group(name: str, value: int, **fields: Any) -> dict[str, Any]:
    """An unnamed group of so many; `of` names the group that it lies within."""
    of, qualifier = fields.pop("of", None), fields.pop("qualifier", "exact")
    made_size = {"value": value, "qualifier": qualifier, "parts": fields.pop("parts", [])}
    within = {"subset_of": {"of": of, "footing": "inferred"}} if of else {}
    return party(name, kind="group", identity="unnamed", size=made_size, **within, **fields)


def source(name: str, **fields: Any) -> dict[str, Any]:
    """A news report."""
    csl = {"type": "article-newspaper", **fields.pop("csl", {})}
    return {"id": name, "kind": "news_report", "csl": csl, "nature": "original",
            "url_status": "not_printed", **fields}  # fmt: skip


def passage(name: str, of: str, exact: str | None = None) -> dict[str, Any]:
    """A passage of a source, with its words where they are given."""
    words = {} if exact is None else {"selector": {"exact": exact}}
    return {"id": name, "source": of, "locator": {"label": "paragraph", "value": "1"}, **words}


def difference(kind: str, about: list[str], *values: str) -> dict[str, Any]:
    """A difference with the id "x"."""
    return {"id": "x", "kind": kind, "summary": "They differ.", "about": about,
            "values": [{"value": value} for value in values or ("a", "b")]}  # fmt: skip


def gap(about: list[str]) -> dict[str, Any]:
    """A gap with the id "g"."""
    return {"id": "g", "missing": "Something.", "about": about}
