from typing import Any

import pytest

from caseviewer.review.left_out import (
    events_that_nobody_tells,
    parties_alone,
    quotations_without_a_place,
)
from tests.review.looks import event, facts, gap, group, look, party, passage, source


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, True),
        ({"roles": [{"role": "mentioned"}]}, False),
        ({"roles": [{"role": "witness", "in": "e"}]}, False),
        ({"roles": [{"role": "representative", "on_behalf_of": ["q"]}]}, False),
        ({"relations": [{"kind": "heads", "to": "q"}]}, False),
        ({"subset_of": {"of": "q", "footing": "stated"}}, False),
    ],
)
def test_a_party_may_stand_alone(fields: dict[str, Any], found: bool) -> None:
    case = look(parties=[party("p", **fields), group("q", 2)], chronology=[event("e", None)],
                gaps=[gap(["q"])])  # fmt: skip
    assert facts(parties_alone, case) == ([(("p",), [], ())] if found else [])


def words(name: str = "w", **fields: Any) -> dict[str, Any]:
    return {"id": name, "mode": "paraphrase", "knowledge": "own", "text": "Said.", **fields}


PAGE = [{"link": "said"}, {"link": "published", "party": "p"}]


@pytest.mark.parametrize(
    ("quotations", "found"),
    [
        ([words()], ["w"]),
        ([words(fragments=[{"passage": "t"}])], []),
        ([words(mode="direct")], []),
        ([words(chain=PAGE)], []),
        ([words(chain=[{"link": "said"}, {"link": "published", "party": "q"}])], ["w"]),
        ([words(chain=[{"link": "said", "party": "p"}])], ["w"]),
        ([words(inside="o"), words("o", fragments=[{"passage": "t"}])], []),
        ([words(inside="o"), words("o")], ["w", "o"]),
        ([words(inside="o"), words("o", inside="w")], ["w", "o"]),
    ],
)
def test_words_may_have_no_source(quotations: list[Any], found: list[str]) -> None:
    case = look(
        parties=[party("p"), party("q")],
        sources=[source("s", publisher="p")],
        passages=[passage("t", "s")],
        quotations=quotations,
    )
    assert [records for records, _, _ in facts(quotations_without_a_place, case)] == [
        (name,) for name in found
    ]


def test_a_gap_about_the_words_tells_the_same() -> None:
    case = look(quotations=[words()], gaps=[gap(["w"])])
    assert facts(quotations_without_a_place, case) == [(("w",), [], ("g",))]


@pytest.mark.parametrize(
    ("fields", "found"),
    [({}, True), ({"asserted_by": ["p"]}, False), ({"basis": ["t"]}, False)],
)
def test_an_event_may_be_told_by_nobody(fields: dict[str, Any], found: bool) -> None:
    case = look(chronology=[event("e", "2012", **fields)])
    assert facts(events_that_nobody_tells, case) == ([(("e",), [], ())] if found else [])
