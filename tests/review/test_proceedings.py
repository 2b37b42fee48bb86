from typing import Any

import pytest

from caseviewer.review.proceedings import decision_date, decision_first
from tests.review.looks import difference, event, facts, look, party, source


def proceeding(record: str = "c", **fields: Any) -> dict[str, Any]:
    return {
        "id": record, "title": "A v. B", "body": "p", "kind": "individual_communication",
        "status": "decided", "complaint": "filed", "decision": "decided",
        "identifiers": [{"scheme": "Communication No.", "value": "444/2010"}], **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("filed", "decided", "found"),
    [
        ("2012", "2011", ["2012", "2011"]),
        ("2012", "2012", []),
        ("2012", "2011~", []),
        ("2011-12", "2012-01", []),
        ("2012", "../2011", ["2012", "../2011"]),
        ("2012", "2011/..", []),
        (None, "2011", []),
        ("2012", None, []),
    ],
)
def test_a_complaint_comes_before_its_decision(
    filed: str | None, decided: str | None, found: list[str]
) -> None:
    events = [event("filed", filed), event("decided", decided)]
    case = look(parties=[party("p")], proceedings=[proceeding()], chronology=events)
    assert facts(decision_first, case) == (
        [(("c", "filed", "decided"), found, ())] if found else []
    )


@pytest.mark.parametrize("left_out", ["complaint", "decision"])
def test_where_one_of_them_is_not_given_nothing_is_said(left_out: str) -> None:
    events = [event("filed", "2012"), event("decided", "2011")]
    case = look(proceedings=[{**proceeding(), left_out: None}], chronology=events)
    assert facts(decision_first, case) == []


DECISION = {"kind": "treaty_body_decision"}
DATED = {"issued": {"date-parts": [[2012, 7, 11]]}}


@pytest.mark.parametrize(
    ("number", "fields", "found"),
    [
        ("Communication No. 444/2010", {}, True),
        ("444/2010", {}, True),
        ("Communication No. 444/2010, ", {}, True),
        ("Communication No. 1444/2010", {}, False),
        (None, {}, False),
        ("444/2010", {"csl": {"issued": {"date-parts": [[2012, 6]]}}}, False),
        ("444/2010", {"csl": {"issued": {"date-parts": [[2012, 7]], "circa": True}}}, False),
        ("444/2010", {"csl": {"issued": {"literal": "in July"}}}, False),
        ("444/2010", {"csl": {}}, False),
        # It may be published on another day than that of its text.
        ("444/2010", {"published": {"edtf": "2012-08"}}, True),
        ("444/2010", {"published": {"edtf": "2012-07"}}, False),
        ("444/2010", {"published": {"edtf": "2012-07~"}}, False),
        ("444/2010", {"published": {"verbatim": "in July"}}, True),
        ("444/2010", {"nature": "advance"}, False),
        ("444/2010", {"kind": "news_report"}, False),
    ],
)
def test_a_decision_bears_its_own_date(
    number: str | None, fields: dict[str, Any], found: bool
) -> None:
    csl = {**fields.get("csl", DATED), **({} if number is None else {"number": number})}
    case = look(
        proceedings=[proceeding()],
        chronology=[event("decided", "2012-06-01")],
        sources=[source("s", **{**DECISION, **fields, "csl": csl})],
        differences=[difference("superseded", ["s"])],
    )
    made = facts(decision_date, case)
    assert made == ([(("decided", "s", "c"), ["2012-06-01", "2012-07-11"], ())] if found else [])


@pytest.mark.parametrize("others", [
    {"proceedings": [proceeding(), proceeding("d")]},
    {"proceedings": [proceeding(decision=None)]},
    {"chronology": [event("decided", None)]},
])  # fmt: skip
def test_what_is_not_certain_is_not_said(others: dict[str, Any]) -> None:
    records = {
        "proceedings": [proceeding()],
        "chronology": [event("decided", "2012-06-01")],
        "sources": [source("s", **DECISION, csl={"number": "444/2010", **DATED})],
    }
    assert len(facts(decision_date, look(**records))) == 1
    assert facts(decision_date, look(**{**records, **others})) == []
