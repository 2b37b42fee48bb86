"""Every rule by a small case on which it must speak, and cases on which none may.

A false alarm about a person at risk costs more than a miss, so what was one once stands here.
"""

from typing import Any

import pytest

from caseviewer.model.reviewed import Reviewed, Rule
from caseviewer.review.reviewing import review
from tests.review.looks import event, look, party, passage, source

Records = dict[str, list[dict[str, Any]]]

TWO = [{"party": "p", "role": "complainant"}, {"party": "q", "role": "deciding_body"}]
BODIES = [party("p", roles=[{"role": "complainant"}]), party("q", roles=[{"role": "witness"}])]
REPORTS = [source("s"), source("o")]
PLACES = [passage("t", "s"), passage("u", "o")]
NUMBER = [{"scheme": "Communication No.", "value": "444/2010"}]


def told(name: str, date: str, title: str, basis: str, **fields: Any) -> dict[str, Any]:
    """An event between the two parties, told by a passage."""
    made = event(name, date, title=title, basis=[basis], participants=TWO)
    return {**made, **fields}


def proceeding(**fields: Any) -> dict[str, Any]:
    return {"id": "c", "title": "A v. B", "body": "q", "kind": "individual_communication",
            "status": "decided", "identifiers": NUMBER, **fields}  # fmt: skip


def judgment(name: str, *issued: int, **fields: Any) -> dict[str, Any]:
    """The text of a decision, with the date that its bibliographic data give."""
    dated = {"issued": {"date-parts": [list(issued)]}} if issued else {}
    csl = {"number": "444/2010", **dated}
    return source(name, **{"kind": "treaty_body_decision", "csl": csl, **fields})


def decided(date: str, *sources: dict[str, Any]) -> Records:
    """A proceeding that was decided on a day, with texts of its decision."""
    return {
        "parties": BODIES,
        "proceedings": [proceeding(decision="e")],
        "chronology": [event("e", date, asserted_by=["q"])],
        "sources": list(sources),
    }


def told_by(date: str, **dates: Any) -> Records:
    """An event that one report tells."""
    return {
        "sources": [source("s", **dates)],
        "passages": [passage("t", "s")],
        "chronology": [event("e", date, basis=["t"])],
    }


def state(name: str, title: str) -> Records:
    """A State, and an event in whose title another word stands."""
    roles = [{"role": "state_party"}]
    return {
        "parties": [party("p", kind="state", name=name, roles=roles)],
        "chronology": [event("e", None, title=title, asserted_by=["p"])],
    }


def chain(*dates: str) -> dict[str, Any]:
    rungs = [
        {"link": link, "party": "p", "date": {"edtf": date}}
        for link, date in zip(("said", "published"), dates, strict=True)
    ]
    return {"id": "w", "mode": "paraphrase", "knowledge": "own", "text": "So.", "chain": rungs}


TRUE: list[tuple[Rule, Records]] = [
    (Rule.SAME_EVENT, {
        "parties": BODIES, "sources": REPORTS, "passages": PLACES,
        "chronology": [told("a", "2011-06-09", "The complaint is filed", "t"),
                       told("b", "2011-06-10", "Complaint filed", "u")]}),
    (Rule.SAME_EVENT, {
        "parties": BODIES,
        "chronology": [
            event(f"d{at}", date, kind="death", asserted_by=["q"],
                  participants=[{"party": "p", "role": "alleged_victim"}])
            for at, date in enumerate(["2016-08", "2016-08-14", "2016-08-15"])]}),
    (Rule.DECISION_DATE, decided("2012-06-01", judgment("s", 2012, 7, 11))),
    (Rule.DECISION_DATE, decided("2012-06-01", judgment("s", 2012, 5),
                                 judgment("o", 2012, 7))),
    # A text that was published before the decision cannot be the text of it.
    (Rule.DECISION_DATE, decided("2012-06-01", judgment(
        "s", 2012, 5, 2, published={"edtf": "2012-05-02"}))),
    (Rule.DECISION_FIRST, {
        "parties": BODIES, "proceedings": [proceeding(complaint="a", decision="b")],
        "chronology": [event("a", "2012", asserted_by=["q"]),
                       event("b", "2011", asserted_by=["q"])]}),
    (Rule.TOLD_TOO_EARLY, told_by("2013", published={"edtf": "2012-06-26"})),
    (Rule.TOLD_TOO_EARLY, told_by("2013", published={"edtf": "2011"},
                                  last_updated={"edtf": "2012"})),
    (Rule.STEPS, {"parties": BODIES, "sources": [source("s", publisher="p")],
                  "quotations": [chain("2016-03-20", "2016-03-18")]}),
    (Rule.SPELLING, {
        "parties": [party("p", kind="state", name="Kazakhstan", roles=[{"role": "state_party"}],
                          variants=[{"text": "Kazakstan"}])],
        "sources": [source("s", csl={"title": "UN Rebuke for Kazakstan"})]}),
    (Rule.NEAR_SPELLING, state("Kazakhstan", "Returned to Kazakstan")),
    (Rule.NEAR_SPELLING, state("Germany", "Returned to Gemany")),
    (Rule.SYMBOL, {"sources": [
        source("s", cite_as="CAT/C/48/D/444/2010"), source("o", cite_as="CAT/C/47/D/444/2010")]}),
    (Rule.CASE_NUMBER, {"parties": BODIES, "proceedings": [proceeding()], "sources": [
        source("s", csl={"title": "A v. B", "number": "Communication No. 444/2011"})]}),
    (Rule.PARTY_ALONE, {"parties": [party("p")]}),
    (Rule.NO_PLACE, {"quotations": [
        {"id": "w", "mode": "paraphrase", "knowledge": "own", "text": "So."}]}),
    (Rule.NOBODY_SAYS, {"chronology": [event("e", "2012")]}),
]  # fmt: skip

FALSE: list[tuple[str, Records]] = [
    ("a way there and a way back", {
        "parties": BODIES, "sources": REPORTS, "passages": PLACES,
        "chronology": [told("a", "2011", "He is moved from Tashkent to Almaty", "t"),
                       told("b", "2013", "He is moved from Almaty to Tashkent", "u")]}),
    ("brought to a place and from it", {
        "parties": BODIES, "sources": REPORTS, "passages": PLACES,
        "chronology": [told("a", "2011", "Brought to Almaty", "t"),
                       told("b", "2013", "Brought from Almaty", "u")]}),
    ("a decision is published weeks later",
     decided("2012-06-01", judgment("s", 2012, 6, 1, published={"edtf": "2012-07-11"}))),
    ("its data give the day of publication, as they should",
     decided("2012-06-01", judgment("s", 2012, 7, 11, published={"edtf": "2012-07-11"}))),
    ("its data give no day",
     decided("2012-06-01", judgment("s", published={"edtf": "2012-07-11"}))),
    ("its data give about a day",
     decided("2012-06-01", judgment("s", csl={
         "number": "444/2010", "issued": {"date-parts": [[2013]], "circa": True}}))),
    ("a decision on admissibility beside the one on the merits",
     decided("2012-06-01", judgment("s", 2010, 5, 4), judgment("o", 2012, 6, 1))),
    ("the one on the merits bears no day",
     decided("2012-06-01", judgment("s", 2010, 5, 4), judgment("o"))),
    ("people of a country", state("Germany", "Germans are returned")),
    ("people of another country", state("Somalia", "Somalis are returned")),
    ("and of a third one", state("Sweden", "Swedes are returned")),
    ("an ending of two letters", state("Mauritius", "A Mauritian is returned")),
    ("people by the name of the country", state("Argentina", "Argentines are returned")),
    ("a university", state("Colombia", "A clinic at Columbia writes")),
    ("a party with a role in nothing that is named", {
        "parties": [party("p", roles=[{"role": "mentioned"}])]}),
    ("a page may have been updated since",
     told_by("2013", published={"edtf": "2012"}, last_updated={"edtf": "2014?"})),
    ("a page was updated on no day that is told",
     told_by("2013", published={"edtf": "2012"}, last_updated={"verbatim": "recently"})),
]  # fmt: skip


def reviewed(records: Records) -> Reviewed:
    looking = look(**records)
    return review(looking.case, looking.index)


@pytest.mark.parametrize(("rule", "records"), TRUE, ids=[rule.value for rule, _ in TRUE])
def test_a_rule_speaks_and_no_other(rule: Rule, records: Records) -> None:
    found = reviewed(records)
    assert {one.rule for one in found.findings} == {rule}
    assert found.recorded == ()


def test_every_rule_has_its_case() -> None:
    assert {rule for rule, _ in TRUE} == set(Rule)


@pytest.mark.parametrize("records", [one for _, one in FALSE], ids=[name for name, _ in FALSE])
def test_no_rule_speaks(records: Records) -> None:
    assert reviewed(records).findings == ()
