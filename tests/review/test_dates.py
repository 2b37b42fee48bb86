from typing import Any

import pytest

from caseviewer.review.dates import same_event, steps, told_too_early
from tests.review.looks import difference, event, facts, look, party, passage, source

BOTH = [{"party": "p", "role": "complainant"}, {"party": "q", "role": "deciding_body"}]
RECORDS: dict[str, Any] = {
    "parties": [party("p"), party("q"), party("g", kind="group")],
    "sources": [source("s"), source("other"), source("copy", same_work_as="s")],
    "passages": [passage("t", "s"), passage("u", "other"), passage("v", "copy")],
}


def told(name: str, date: str | None, basis: str, **fields: Any) -> dict[str, Any]:
    made = event(name, date, title="The complaint is filed", kind="complaint", participants=BOTH)
    return {**made, "basis": [basis] if basis else [], **fields}


FIRST = told("a", "2010-12-24", "t")


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([told("b", "2011-01-03", "u")], ["2010-12-24", "2011-01-03"]),
        ([told("b", "2011-01-03", "u", title="Complaint filed")], ["2010-12-24", "2011-01-03"]),
        ([told("b", "2010-12", "u")], []),
        ([told("b", "2011~", "u")], []),
        ([told("b", "2011?", "u")], []),
        ([told("b", None, "u")], []),
        ([told("b", "2011-01-03", "t")], []),
        ([told("b", "2011-01-03", "v")], []),
        ([told("b", "2011-01-03", "")], []),
        ([told("b", "2011-01-03", "u", title="The complaint is withdrawn")], []),
        ([told("b", "2011-01-03", "u", title="Filed is the complaint")], []),
        ([told("b", "2011-01-03", "u", kind="submission")], []),
        ([told("b", "2011-01-03", "u", participants=BOTH[:1])], []),
        # What reads the same three times has happened again.
        ([told("b", "2011-01-03", "u"), told("c", "2012-01-03", "u")], []),
    ],
)
def test_one_event_may_be_dated_differently(others: list[Any], found: list[str]) -> None:
    made = facts(same_event, look(**RECORDS, chronology=[FIRST, *others]))
    assert made == ([(("a", "b"), found, ())] if found else [])


def test_the_compiler_may_have_recorded_it() -> None:
    case = look(
        **RECORDS,
        chronology=[FIRST, told("b", "2011-01-03", "u")],
        differences=[difference("contradiction", ["b", "a"])],
    )
    assert [recorded for _, _, recorded in facts(same_event, case)] == [("x",)]


DEAD = [{"party": "p", "role": "alleged_victim"}]


@pytest.mark.parametrize(
    ("participants", "dates", "found"),
    [
        (DEAD, ["2016-08-14", "2016-08-15"], [("d0", "d1")]),
        (DEAD, ["2016-08-14", "2016-08-15", "2016-08"], [("d0", "d1", "d2")]),
        (DEAD, ["2016-08", "2016-08-14", "2016-08-15"], [("d0", "d1", "d2")]),
        (DEAD, ["2016-08", "2016-08-15"], []),
        (DEAD, ["../2016", "2016/.."], []),
        (DEAD, ["2016/..", "2017/.."], []),
        (DEAD, ["../2016", "../2015"], []),
        (DEAD, ["../-0300", "-0200/.."], [("d0", "d1")]),
        (DEAD, ["2016-08-14"], []),
        ([{"party": "p", "role": "witness"}], ["2016-08-14", "2016-08-15"], []),
        ([{"party": "g", "role": "alleged_victim"}], ["2016-08-14", "2016-08-15"], []),
        ([{"party": "lost", "role": "alleged_victim"}], ["2016-08-14", "2016-08-15"], []),
    ],
)
def test_nobody_dies_twice(
    participants: list[Any], dates: list[str], found: list[tuple[str, ...]]
) -> None:
    events = [
        event(f"d{at}", date, kind="death", title=f"Told {at}", participants=participants)
        for at, date in enumerate(dates)
    ]
    assert [one[0] for one in facts(same_event, look(**RECORDS, chronology=events))] == found


@pytest.mark.parametrize(
    ("fields", "date", "found"),
    [
        ({"published": {"edtf": "2012-06-26"}}, "2012-07-01", ["2012-07-01", "2012-06-26"]),
        ({"published": {"edtf": "2012-06-26"}}, "2012-06-26", []),
        ({"published": {"edtf": "2012-06-26"}}, "2012-07~", []),
        ({"published": {"edtf": "2012~"}}, "2013", []),
        ({"published": {"edtf": "2012"}, "last_updated": {"edtf": "2014"}}, "2013", []),
        ({"published": {"edtf": "2012"}, "last_updated": {"edtf": "2012?"}}, "2013", []),
        ({"published": {"edtf": "2012"}, "last_updated": {"verbatim": "lately"}}, "2013", []),
        ({"published": {"edtf": "2012"}, "last_updated": {"edtf": "2012-12"}}, "2013",
         ["2013", "2012"]),
        ({"csl": {"issued": {"date-parts": [[2012, 6]]}}}, "2012-07-01", ["2012-07-01", "2012-06"]),
        ({"csl": {"issued": {"date-parts": [[2012, 6]], "circa": True}}}, "2012-07-01", []),
        ({"csl": {"issued": {"date-parts": [["June"]]}}}, "2012-07-01", []),
        ({"csl": {"issued": {"date-parts": [[2012], [2013]]}}}, "2014", ["2014", "2012/2013"]),
        ({"csl": {"issued": {"date-parts": [[2012], [2013]]}}}, "2013", []),
        ({"csl": {"issued": {"literal": "once"}}}, "2012-07-01", []),
        ({}, "2012-07-01", []),
    ],
)  # fmt: skip
def test_a_source_does_not_tell_of_what_comes_after_it(
    fields: dict[str, Any], date: str, found: list[str]
) -> None:
    case = look(
        sources=[source("s", **fields)],
        passages=[passage("t", "s")],
        chronology=[event("e", date, basis=["t"]), event("alone", date)],
    )
    assert facts(told_too_early, case) == ([(("e", "s"), found, ())] if found else [])


def test_one_later_source_is_enough_to_tell_of_it() -> None:
    case = look(
        sources=[
            source("s", published={"edtf": "2012"}),
            source("late", published={"edtf": "2014"}),
        ],
        passages=[passage("t", "s"), passage("u", "late")],
        chronology=[event("e", "2013", basis=["t", "u", "lost"])],
    )
    assert facts(told_too_early, case) == []


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (["2016-03-20", "2016-03-18"], ["2016-03-20", "2016-03-18"]),
        (["2016-03-16", "2016-03-18"], []),
        (["2016-03", "2016-03-18"], []),
        (["2016-03-20", None, "2016-03-18"], ["2016-03-20", "2016-03-18"]),
        (["2016-03-20", "2016-03~", "2016-03-18", "2015"], ["2016-03-20", "2016-03-18"]),
        ([], []),
    ],
)
def test_words_are_passed_on_after_they_were_said(
    dates: list[str | None], found: list[str]
) -> None:
    chain = [{"link": "said", "party": "p"}, *({"link": "published"} for _ in dates[1:])][
        : len(dates)
    ]
    rungs = [
        step if date is None else {**step, "date": {"edtf": date}}
        for step, date in zip(chain, dates, strict=True)
    ]
    words = {"id": "q1", "mode": "paraphrase", "knowledge": "own", "text": "Said.", "chain": rungs}
    case = look(parties=[party("p")], quotations=[words])
    assert facts(steps, case) == ([(("q1",), found, ())] if found else [])
