"""Nothing that is shown as at a day changes when what only later records tell is changed.

Cases are generated, and everything that could not be known on a day is altered: records that are
not shown, and what shown ones say of later things. All tabs, pages, rows, marks, links between
parties and the exported table have to stay the same, letter by letter.
"""

import copy
import json
from collections.abc import Callable, Iterator
from itertools import zip_longest
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.csv_table import chronology_rows
from caseviewer.exporting.head import Made
from caseviewer.formatting.page import Tab
from caseviewer.formatting.show import case_values
from caseviewer.formatting.tables import table_for
from caseviewer.model.as_at import Account, known_at
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.pictures.party_links import party_links
from caseviewer.pictures.timeline_marks import mark_of
from caseviewer.search.slices import at_once
from tests import generator
from tests.conftest import ROOT
from tests.formatting.making import opened
from tests.model.known import day, event, proceeding, values_of
from tests.model.known import deadline as deadline_of

Values = dict[str, Any]

LATER = "2040-05-05"
"""After every day that is asked for."""
ALTERED = "What was told later is another thing altogether"


def richer(value: Values, seed: int) -> Values:
    """A generated case with more that is hard to place on a day."""
    random = Random(seed)  # noqa: S311 - not for secrets

    for source in _some(value["sources"], random, 0.2):
        source.pop("published")
        source["csl"].pop("issued")
    _richer_proceedings(value, random)
    _richer_deadlines(value, random)
    return value


def _richer_proceedings(value: Values, random: Random) -> None:
    for item in value["proceedings"]:
        decision = random.choice(value["chronology"])["id"]
        item |= {"outcome_summary": "As it ended.", "session": "The last", "decision": decision}
    for item in _some(value["proceedings"], random, 0.5):
        item.pop("decision")
    for item in _some(value["proceedings"], random, 0.5):
        item["basis"] = []


def _richer_deadlines(value: Values, random: Random) -> None:
    for item in value["deadlines"]:
        item["fulfilment"]["note"] = "How it was met."
    for item in _some(value["deadlines"], random, 0.4):
        item["fulfilment"] = {"status": "fulfilled_late", "note": "It came in 2019."}
    for item in _some(value["deadlines"], random, 0.5):
        event = random.choice(value["chronology"])["id"]
        item["triggers"][1] = {"label": "the letter", "event": event}
    for item in _some(value["deadlines"], random, 0.3):
        item["triggers"][0]["stated"] = True


def _some(items: list[Values], random: Random, share: float) -> list[Values]:
    return [item for item in items if random.random() < share]


def told_later(value: Values, account: Account) -> Values:
    """The same case with everything altered that could not be known on the day."""
    made = copy.deepcopy(value)
    made["summary"] = ALTERED
    hidden = account.hidden
    for kind, alter in _HIDDEN.items():
        for item in made[kind]:
            if item["id"] in hidden:
                alter(item, account)
    for kind, alter in _SHOWN.items():
        for item in made[kind]:
            if item["id"] not in hidden:
                alter(item, account)
    return made


def _any_shown(names: list[str], account: Account) -> bool:
    return any(name not in account.hidden for name in names)


def _other_source(item: Values, account: Account) -> None:
    issued = item["csl"].get("issued")
    item["csl"] = {"type": "book", "title": ALTERED} | (
        {} if issued is None else {"issued": issued}
    )
    for name in ("cite_as", "url", "publisher", "accessed", "document", "language"):
        item.pop(name, None)
    item |= {"kind": "book", "nature": "translation", "url_status": "not_printed"}
    if "edtf" in item.get("published", {}) and any(account.shown.values()):
        item["published"] = {"edtf": LATER}


def _other_passage(item: Values, _: Account) -> None:
    item |= {"locator": {"label": "page", "value": "77"}, "note": ALTERED}
    item.pop("selector", None)


def _other_event(item: Values, account: Account) -> None:
    announced = _any_shown(item.get("basis", []), account)
    item |= {"kind": "other", "title": ALTERED, "description": ALTERED, "standing": "disputed"}
    item |= {"date": {"edtf": LATER if announced else "1999"}, "participants": [], "order": 7}
    item |= {"asserted_by": [], "place": {"name": ALTERED}}


def _other_quotation(item: Values, _: Account) -> None:
    item |= {"mode": "paraphrase", "knowledge": "own", "text": ALTERED, "about": []}


def _other_proceeding(item: Values, _: Account) -> None:
    item |= {"title": ALTERED, "kind": "inquiry", "subject_matter": ALTERED, "status": "pending"}
    item |= {"outcome": None, "remedies": [], "provisions": None, "identifiers": []}


def _other_deadline(item: Values, _: Account) -> None:
    item |= {"title": ALTERED, "period": {"duration": "P7M"}, "rule": "clear_days"}
    item |= {"fulfilment": {"status": "fulfilled", "note": ALTERED}}


def _other_difference(item: Values, _: Account) -> None:
    item |= {"kind": "contradiction", "summary": ALTERED, "resolution": ALTERED}


def _other_gap(item: Values, _: Account) -> None:
    item |= {"missing": ALTERED, "ask": ALTERED}


def _other_party(item: Values, _: Account) -> None:
    item |= {"kind": "organization", "name": ALTERED, "identity": "named"}
    for name in ("relations", "roles", "country", "counts", "subset_of", "note"):
        item.pop(name, None)


_HIDDEN: dict[str, Callable[[Values, Account], None]] = {
    "sources": _other_source,
    "passages": _other_passage,
    "chronology": _other_event,
    "quotations": _other_quotation,
    "proceedings": _other_proceeding,
    "deadlines": _other_deadline,
    "differences": _other_difference,
    "gaps": _other_gap,
    "parties": _other_party,
}


def _is_borne_by_others(item: Values, account: Account) -> bool:
    """Whether a passage bears it that is not shown, or none at all does."""
    basis = item.get("basis", [])
    return not basis or not account.hidden.isdisjoint(basis)


def _later_of_event(item: Values, account: Account) -> None:
    if _is_borne_by_others(item, account):
        item["standing"] = "disputed"
        if "edtf" in item.get("date", {}):
            item["date"]["verbatim"] = ALTERED


def _later_of_proceeding(item: Values, account: Account) -> None:
    decision, others = item.get("decision"), _is_borne_by_others(item, account)
    if others:
        item["outcome_summary"] = ALTERED
    if decision in account.hidden or (decision is None and others):
        item |= {"status": "discontinued", "outcome": "violation", "outcome_summary": ALTERED}
        item |= {"session": ALTERED, "remedies": [ALTERED]}
        if item.get("provisions") is not None:
            item["provisions"]["found"] = [ALTERED]


def _later_of_deadline(item: Values, account: Account) -> None:
    answer = item["fulfilment"].get("event")
    if answer is None or answer in account.hidden:
        item["fulfilment"] |= {"status": "not_fulfilled", "note": ALTERED}
    elif _is_borne_by_others(item, account):
        item["fulfilment"]["note"] = ALTERED
    for trigger in item["triggers"]:
        if "date" not in trigger and trigger.get("event") in account.hidden:
            trigger["label"] = ALTERED


def _later_of_difference(item: Values, account: Account) -> None:
    untold = [
        value
        for value in item["values"]
        if value.get("passage") is None or value["passage"] in account.hidden
    ]
    for value in untold:
        value["value"] = ALTERED
        value.pop("asserted_by", None)
    if untold:
        item["resolution"] = ALTERED


_SHOWN: dict[str, Callable[[Values, Account], None]] = {
    "chronology": _later_of_event,
    "proceedings": _later_of_proceeding,
    "deadlines": _later_of_deadline,
    "differences": _later_of_difference,
}


def shown(whole: OpenedCase, on: int) -> tuple[str, object]:
    """All that can be read of a case on a day, as text; what is drawn and exported of it."""
    seen = whole.seen_from(Standpoint(on))
    text = json.dumps(case_values(seen, list(Tab)), indent=1)
    marks = [mark_of(seen, item) for item in table_for(seen, Tab.CHRONOLOGY).rows]
    table = chronology_rows(chronology(seen, Made(on, "1")))
    return text, (marks, at_once(party_links(seen)), table)


def holds(value: Values, on: int) -> None:
    whole = opened(**value)
    account = known_at(whole.index, on).account
    altered = opened(**told_later(value, account))
    assert known_at(altered.index, on).account.hidden == account.hidden
    text, drawn = shown(whole, on)
    other, other_drawn = shown(altered, on)
    assert list(_unlike(text, other)) == []
    assert drawn == other_drawn


def _unlike(one: str, other: str) -> Iterator[tuple[str | None, str | None]]:
    pairs = zip_longest(one.splitlines(), other.splitlines())
    return ((a, b) for a, b in pairs if a != b)


GENERATED = [richer(generator.bundle(150, seed), seed) for seed in range(6)]


@given(st.integers(0, len(GENERATED) - 1), st.integers(day("1985"), day("2032")))
def test_what_is_told_later_changes_nothing_that_is_shown_before(case: int, on: int) -> None:
    holds(GENERATED[case], on)


@pytest.mark.parametrize(
    "on", ["2012-06-10", "2016-03-20", "2017-06-10", "2018-12-07", "2019-06-01"]
)
@pytest.mark.parametrize("name", ["abdussamatov-v-kazakhstan", "halvek-v-valdrasia"])
def test_of_the_samples_nothing_leaks(name: str, on: str) -> None:
    text = (ROOT / "cases" / name / "case.json").read_text("utf-8")
    holds(json.loads(text), day(on))


def test_each_thing_that_once_leaked_stays_out() -> None:
    """The answer without an event, the end without a decision, the start that came later."""
    events = [
        event("one", "t-old", date={"edtf": "2017-06-01"}),
        event("two", "t-new", date={"edtf": "2017-06-26"}),
    ]
    starts = [{"label": name, "event": name} for name in ("two", "one")]
    late = {"status": "fulfilled_late", "note": "The answer came in 2019."}
    value = values_of(
        chronology=events,
        deadlines=[deadline_of("d", "t-old", triggers=starts, fulfilment=late)],
        proceedings=[
            proceeding("none", complaint="one", status="discontinued"),
            proceeding("undated", "t-undated", complaint="one"),
        ],
    )
    holds(value, day("2018-06-01"))
