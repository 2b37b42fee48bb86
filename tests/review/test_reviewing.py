from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.bundle.reader import ReadingStopped
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Reviewed, Rule
from caseviewer.review.reviewing import LISTED, review
from tests import generator
from tests.formatting import samples
from tests.formatting.making import made
from tests.review.looks import event, group, look, party


def reviewed(**records: object) -> Reviewed:
    looking = look(**records)
    return review(looking.case, looking.index)


@pytest.mark.parametrize(
    ("case", "sums", "recorded"),
    [
        (
            samples.first(),
            [("P5", 29, [28], 1, ["X1", "G1"]), ("P5", 29, [27, 2], 0, [])],
            {Rule.SPELLING: 1},
        ),
        (
            samples.second(),
            [("P7", 14, [11, 3], 0, []), ("P8", 2, [1, 1], 0, []), ("P29", 9, [3, 2, 4], 0, [])],
            {Rule.SPELLING: 2, Rule.SYMBOL: 1},
        ),
    ],
    ids=samples.NAMES,
)
def test_of_the_samples_nothing_is_told_that_the_compiler_did_not_record(
    case: OpenedCase, sums: list[tuple[Any, ...]], recorded: dict[Rule, int]
) -> None:
    found = case.reviewed
    assert found is not None
    short = case.index.short
    assert not found.findings
    assert not found.unlisted
    assert [
        (short(one.whole), one.value, [term.value for term in one.terms], one.rest,
         list(map(short, one.recorded)))
        for one in found.sums
    ] == sums  # fmt: skip
    assert dict(found.recorded) == recorded
    assert found.news == 0


def test_much_of_a_kind_is_counted_and_not_listed() -> None:
    found = reviewed(parties=[party(f"p{at}", name="The same") for at in range(362)])
    assert len(found.findings) == LISTED
    assert dict(found.unlisted) == {Rule.PARTY_ALONE: 312}
    assert found.count(Rule.PARTY_ALONE) == found.news == 362
    assert found.count(Rule.SYMBOL) == 0


def test_sums_that_leave_something_are_listed_first() -> None:
    right = [group(f"r{at}", 2, parts=[{"value": 1}, {"value": 1}]) for at in range(LISTED)]
    wrong = [group("w", 3), group("v", 2, of="w")]
    found = reviewed(parties=[*right, *wrong])
    assert [one.whole for one in found.sums[:2]] == ["w", "r0"]
    assert (len(found.sums), found.unlisted_sums) == (LISTED, 1)
    many = [
        one for at in range(60) for one in (group(f"w{at}", 3), group(f"v{at}", 2, of=f"w{at}"))
    ]
    assert reviewed(parties=many).unlisted_sums == 10


def test_the_work_can_be_ended_at_every_pause() -> None:
    def stop() -> None:
        raise ReadingStopped

    looking = look(chronology=[event("e", None)])
    with pytest.raises(ReadingStopped):
        review(looking.case, looking.index, stop)


def test_others_have_their_turn_often() -> None:
    turns = []
    case = made(Case, **generator.bundle(2_000))
    review(case, CaseIndex(case), lambda: turns.append(1))
    assert len(turns) > 50


DEAD = [{"party": "alone", "role": "alleged_victim"}]
RULE_BREAKERS: dict[str, list[dict[str, Any]]] = {
    "parties": [
        party("k", kind="state", name="Kazakhstan"), party("alone"), group("a", 29),
        group("b", 28, of="a"),
    ],
    "chronology": [
        event("e1", "2011", title="Of Kazakstan"),
        event("e2", "2012", kind="death", participants=DEAD),
        event("e3", "2013", kind="death", participants=DEAD),
    ],
    "sources": [],
    "quotations": [{"id": "q", "mode": "paraphrase", "knowledge": "own", "text": "Said."}],
}  # fmt: skip


@given(st.randoms())
def test_the_order_of_records_changes_nothing(draw: Random) -> None:
    shuffled = {kind: draw.sample(items, len(items)) for kind, items in RULE_BREAKERS.items()}

    def told(found: Reviewed) -> set[Any]:
        findings = {(one.rule, frozenset(one.records)) for one in found.findings}
        return findings | {(one.whole, one.rest) for one in found.sums}

    first = told(reviewed(**RULE_BREAKERS))
    assert told(reviewed(**shuffled)) == first
    assert len(first) == 8


@given(st.integers(0, 1_000))
def test_findings_name_records_that_are_there(seed: int) -> None:
    case = made(Case, **generator.bundle(60, seed))
    index = CaseIndex(case)
    found = review(case, index)
    named = [record for one in found.findings for record in one.records]
    named += [record for one in found.sums for record in one.records]
    named += [value.record for one in found.findings for value in one.values]
    assert all(index.get(record) is not None for record in named)
