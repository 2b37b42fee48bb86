"""What a period certainly follows, and whether the reader counts from before that."""

from typing import Any

import pytest

from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline
from caseviewer.model.followed import passed_over
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import reckon
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.formatting.making import opened
from tests.model.known import day, event, proceeding, values_of
from tests.model.known import deadline as deadline_of

EVENTS = [
    event("complaint", "t-old", date={"edtf": "2010-12"}),
    event("arrest", "t-old", date={"edtf": "2011-06-09"}),
    event("about", "t-old", date={"edtf": "2011-06~"}),
    event("decision", "t-old", date={"edtf": "2012-06-01"}),
    event("guess", "t-old", date={"edtf": "2012-06-01?"}),
    event("letter", "t-old", date={"edtf": "2012-06-01/2012-06-26"}),
    event("report", "t-new", date={"edtf": "2012-06-26"}),
    event("undated", "t-old"),
]
ENDS = {"complaint": "complaint", "decision": "decision"}


def on(edtf: str) -> dict[str, Any]:
    return {"label": edtf, "date": {"edtf": edtf}}


def from_(name: str, *, stated: bool = False) -> dict[str, Any]:
    return {"label": name, "event": name, "stated": stated}


def case(starts: list[dict[str, Any]], of: str | None = "c", **ends: str) -> OpenedCase:
    made = deadline_of("d", "t-old", triggers=starts, **({} if of is None else {"proceeding": of}))
    return opened(
        **values_of(
            chronology=EVENTS,
            deadlines=[made],
            proceedings=[proceeding("c", "t-old", **(ends or ENDS))],
        )
    )


def passed(made: OpenedCase, as_at: int | None = None, **assumed: Any) -> str | None:
    seen = made.seen_from(Standpoint(as_at).assuming(Assumption("d", **assumed)))
    deadline = seen.index.get("d")
    assert isinstance(deadline, Deadline)
    found = passed_over(seen, deadline, reckon(seen, deadline))
    return None if found is None else found.id


DECISION = [from_("decision"), from_("letter")]


@pytest.mark.parametrize(
    ("assumed", "event"),
    [
        ({"event": "arrest"}, "decision"),
        ({"event": "complaint"}, "decision"),
        ({"start": Date(edtf="2012-05-31")}, "decision"),
        ({"start": Date(edtf="2012-05")}, "decision"),
        ({"start": Date(edtf="2012-06-01")}, None),
        ({"start": Date(edtf="2012")}, None),
        ({"start": Date(edtf="2012-05-31~")}, None),
        ({"start": Date(edtf="2012-05-01/..")}, None),
        ({"event": "about"}, None),
        ({"event": "undated"}, None),
        ({"event": "report"}, None),
        ({"trigger": 1}, None),
        ({}, None),
    ],
)
def test_a_start_before_the_decision_is_told(assumed: dict[str, Any], event: str | None) -> None:
    assert passed(case(DECISION), **assumed) == event


@pytest.mark.parametrize(
    ("starts", "of", "event"),
    [
        ([from_("decision", stated=True), from_("complaint")], "c", "decision"),
        ([from_("decision", stated=True), from_("undated")], "c", "decision"),
        ([from_("letter"), from_("decision")], "c", "decision"),
        ([from_("decision"), from_("complaint")], "c", None),
        ([from_("decision"), from_("undated")], "c", None),
        ([from_("decision"), from_("guess")], "c", None),
        ([from_("decision"), on("../2013")], "c", None),
        ([from_("letter")], "c", None),
        ([from_("decision") | on("2012-06-01")], "c", None),
        ([on("2012-06-01")], "c", None),
        ([], "c", None),
        (DECISION, None, None),
        (DECISION, "state", None),
    ],
)
def test_only_where_the_file_leaves_no_doubt_what_the_period_follows(
    starts: list[dict[str, Any]], of: str | None, event: str | None
) -> None:
    assert passed(case(starts, of), event="arrest") == event


def test_a_complaint_may_be_what_is_followed() -> None:
    made = case([from_("complaint")])
    assert passed(made, start=Date(edtf="2010-11-30")) == "complaint"
    assert passed(made, start=Date(edtf="2010-12-31")) is None


def test_where_a_start_is_not_shown_nothing_is_told_to_follow() -> None:
    made = case([from_("decision"), from_("report")])
    assert passed(made, event="arrest") == "decision"
    assert passed(made, day("2018-06-01"), event="arrest") is None
