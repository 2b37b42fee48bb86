from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.model.as_at_choice import Choice, Reason, choose
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.references import Kind
from tests import generator
from tests.model.known import (
    PUBLISHED,
    day,
    deadline,
    difference,
    event,
    index_of,
    party,
    proceeding,
    quotation,
    source,
)

LATER, UNDATED, NOWHERE = Reason
ON = "2018-06-01"
"""A day by which "old" was published, "year" may have been, and "new" was not."""


def chosen(on: str = ON, **lists: Any) -> Choice:
    return choose(index_of(**lists), day(on))


def why(record: str, on: str = ON, **lists: Any) -> Reason | None:
    """Why one record of a case is hidden."""
    return chosen(on, **lists).hidden.get(record)


@pytest.mark.parametrize(
    ("on", "hidden", "may_be"),
    [
        ("2017-12-31", {"old", "year", "new", "undated"}, ()),
        ("2018-01-01", {"old", "new", "undated"}, ("year",)),
        ("2018-01-10", {"new", "undated"}, ("year",)),
        ("2018-12-31", {"new", "undated"}, ()),
        ("2019-05-20", {"undated"}, ()),
    ],
)
def test_a_source_is_known_from_its_day_and_its_passages_with_it(
    on: str, hidden: set[str], may_be: tuple[str, ...]
) -> None:
    found = chosen(on)
    assert {name for name in PUBLISHED if name in found.hidden} == hidden
    assert {name for name in PUBLISHED if f"t-{name}" in found.hidden} == hidden
    assert {name for name in PUBLISHED if f"t-{name}" not in found.passages} == hidden
    assert found.may_be_known == may_be
    assert found.hidden["undated"] is UNDATED


def test_the_days_are_those_on_which_sources_came_to_be_known() -> None:
    assert chosen().days == (day("2018-01-01"), day("2018-01-10"), day("2019-05-20"))
    open_start = [source("s", "../2018")]
    assert chosen(sources=open_start, passages=()).days == ()


def test_what_the_citation_alone_places_is_told() -> None:
    csl = {"type": "report", "issued": {"date-parts": [[2018, 2]]}}
    sources = [source("cited", None, csl=csl), source("later", None, csl=csl | {"title": "L"})]
    found = chosen(sources=sources, passages=())
    assert found.by_citation == ("cited", "later")
    assert chosen("2018-01-31", sources=sources, passages=()).by_citation == ()


@pytest.mark.parametrize(
    ("updated", "noted"),
    [
        ({"edtf": "2018-06-01"}, False),
        ({"edtf": "2018-06-02"}, True),
        ({"edtf": "../2018-06"}, False),
        ({"verbatim": "lately"}, False),
    ],
)
def test_a_copy_that_was_updated_later_is_noted(updated: dict[str, str], noted: bool) -> None:
    found = chosen(sources=[source("s", "2018", last_updated=updated)], passages=())
    assert ("s" in found.later_too) is noted


@pytest.mark.parametrize(
    ("basis", "reason", "later_too"),
    [
        (["t-old"], None, False),
        (["t-year"], None, False),
        (["t-new", "t-old"], None, True),
        (["t-undated", "t-old"], None, True),
        (["t-new"], LATER, True),
        (["t-undated"], UNDATED, True),
        (["t-undated", "t-new"], LATER, True),
        (["no-such-passage", "t-undated"], UNDATED, True),
        (["no-such-passage", "t-old"], None, True),
        (["no-such-passage"], NOWHERE, True),
        (["state"], NOWHERE, True),
        ([], NOWHERE, False),
    ],
)
def test_a_record_is_known_from_the_first_passage_that_tells_it(
    basis: list[str], reason: Reason | None, later_too: bool
) -> None:
    found = chosen(chronology=[event("e", *basis)])
    assert found.hidden.get("e") is reason
    assert ("e" in found.later_too) is later_too
    assert ("e" in found.unborne) is (reason is not None)


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ({"edtf": "2018-06-01"}, None),
        ({"edtf": "2018-06-02"}, LATER),
        ({"edtf": "2018"}, None),
        ({"edtf": "../2019"}, None),
        ({"verbatim": "one day"}, None),
    ],
)
def test_what_surely_happened_later_is_not_known_though_it_was_announced(
    date: dict[str, str], reason: Reason | None
) -> None:
    assert why("e", chronology=[event("e", "t-old", date=date)]) is reason


def test_a_passage_of_no_source_tells_nothing() -> None:
    passages = [{"id": "t", "source": "none", "locator": {"label": "page", "value": "1"}}]
    assert why("t", passages=passages) is NOWHERE


@pytest.mark.parametrize(
    ("passages", "chain", "reason"),
    [
        (["t-old"], [{"link": "said"}], None),
        (["t-old", "t-new"], [{"link": "said"}], None),
        (["t-new"], [{"link": "said"}], LATER),
        ([], [{"link": "said"}], NOWHERE),
        (["t-old"], [{"link": "published", "date": {"edtf": "2018-06-02"}}], LATER),
        (["t-old"], [{"link": "published", "date": {"edtf": "2018"}}], None),
        (["t-old"], [{"link": "published", "date": {"edtf": "../2019"}}], None),
        (["t-old"], [{"link": "published", "date": {"verbatim": "later"}}], None),
        (["t-old"], [{"link": "republished", "date": {"edtf": "2019"}}], None),
        (
            ["t-old"],
            [
                {"link": "published", "date": {"edtf": "2018-01"}},
                {"link": "published", "date": {"edtf": "2019"}},
            ],
            None,
        ),
    ],
)
def test_words_are_known_once_they_were_published(
    passages: list[str], chain: list[Any], reason: Reason | None
) -> None:
    assert why("q", quotations=[quotation("q", *passages, chain=chain)]) is reason


def test_words_inside_other_words_are_known_with_these() -> None:
    quotations = [
        quotation("innermost", "t-old", inside="inner"),
        quotation("inner", "t-old", inside="outer"),
        quotation("outer", "t-new"),
        quotation("loose", "t-old", inside="no-such-quotation"),
    ]
    found = chosen(quotations=quotations).hidden
    assert [found.get(item["id"]) for item in quotations] == [LATER, LATER, LATER, None]


def test_a_long_chain_of_words_inside_words_takes_one_look_at_each() -> None:
    """Whichever way round the file has them; going over all of them for each would take minutes."""
    names = [f"q{at}" for at in range(20_000)]
    for order in (1, -1):
        chain = [quotation(names[0], "t-new")]
        chain += [quotation(inner, "t-old", inside=outer) for outer, inner in pairwise(names)]
        index = index_of(quotations=chain[::order])
        start = perf_counter()
        found = choose(index, day(ON)).hidden
        assert perf_counter() - start < 5
        assert {found[name] for name in names} == {LATER}


def test_words_that_are_inside_each_other_end_the_search() -> None:
    ring = [quotation("a", "t-new", inside="b"), quotation("b", "t-old", inside="a")]
    found = chosen(quotations=[*ring, quotation("c", "t-old", inside="c")]).hidden
    assert [found.get(name) for name in "abc"] == [LATER, LATER, None]


@pytest.mark.parametrize(
    ("basis", "events", "reason"),
    [
        (["t-old"], {}, None),
        ([], {}, NOWHERE),
        (["t-old"], {"complaint": "e-old"}, None),
        ([], {"complaint": "e-old", "decision": "e-new"}, None),
        (["t-old"], {"complaint": "e-new"}, LATER),
        (["t-old"], {"complaint": "e-nowhere"}, None),
        (["t-new"], {"decision": "no-such-event"}, LATER),
        (["t-old"], {"decision": "state"}, None),
    ],
)
def test_a_proceeding_is_known_by_its_events_before_its_own_basis(
    basis: list[str], events: dict[str, str], reason: Reason | None
) -> None:
    chronology = [event("e-old", "t-old"), event("e-new", "t-new"), event("e-nowhere")]
    made = proceeding("c", *basis, **events)
    assert why("c", proceedings=[made], chronology=chronology) is reason


@pytest.mark.parametrize(
    ("basis", "triggers", "reason"),
    [
        (["t-old"], [], None),
        ([], [], NOWHERE),
        (["t-new"], [{"label": "a", "event": "e-old"}], LATER),
        (["t-old"], [{"label": "a", "event": "e-old"}], None),
        (["t-old"], [{"label": "a", "event": "e-new"}], LATER),
        (["t-old"], [{"label": "a", "event": "e-new"}, {"label": "b", "event": "e-old"}], None),
        (["t-old"], [{"label": "a", "event": "e-new", "date": {"edtf": "2019"}}], None),
        (["t-old"], [{"label": "a"}], None),
        ([], [{"label": "a", "event": "e-old"}], None),
        ([], [{"label": "a", "event": "e-new"}], LATER),
    ],
)
def test_a_deadline_is_known_once_its_basis_and_a_start_of_it_are(
    basis: list[str], triggers: list[Any], reason: Reason | None
) -> None:
    chronology = [event("e-old", "t-old"), event("e-new", "t-new")]
    made = deadline("d", *basis, triggers=triggers)
    assert why("d", deadlines=[made], chronology=chronology) is reason


@pytest.mark.parametrize(
    ("passages", "reason"),
    [
        (["t-old", "t-year"], None),
        (["t-old", "t-new"], LATER),
        (["t-new", "t-old", "t-year"], None),
        (["t-old", "t-undated"], UNDATED),
        (["t-old", None], NOWHERE),
        (["t-old", "no-such-passage"], NOWHERE),
        (["t-old"], NOWHERE),
    ],
)
def test_a_difference_is_known_once_two_of_its_values_are(
    passages: list[str | None], reason: Reason | None
) -> None:
    assert why("x", differences=[difference("x", *passages)]) is reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"basis": ["t-old"]}, None),
        ({"basis": ["t-new"], "about": ["e-old"]}, LATER),
        ({"basis": ["t-old", "t-new"]}, LATER),
        ({"about": ["e-new", "e-old"]}, None),
        ({"about": ["e-new"]}, LATER),
        ({"about": ["g-other", "e-new", "no-such-record"]}, LATER),
        ({"about": ["g-other"]}, NOWHERE),
        ({}, NOWHERE),
    ],
)
def test_a_gap_is_known_by_its_basis_or_else_by_what_it_is_about(
    more: dict[str, Any], reason: Reason | None
) -> None:
    gaps = [{"id": "g", "missing": "a", **more}, {"id": "g-other", "missing": "b"}]
    chronology = [event("e-old", "t-old"), event("e-new", "t-new")]
    assert why("g", gaps=gaps, chronology=chronology) is reason


@pytest.mark.parametrize(
    ("lists", "reason"),
    [
        ({}, LATER),
        ({"chronology": [event("e", "t-old", asserted_by=["p"])]}, LATER),
        (
            {"chronology": [event("e", "t-old", participants=[{"party": "p", "role": "witness"}])]},
            None,
        ),
        (
            {"chronology": [event("e", "t-new", participants=[{"party": "p", "role": "witness"}])]},
            LATER,
        ),
        ({"quotations": [quotation("q", "t-old", chain=[{"link": "said", "party": "p"}])]}, None),
        ({"proceedings": [proceeding("c", "t-old", body="p")]}, None),
        ({"deadlines": [deadline("d", "t-old", owed_by="p")]}, None),
        ({"sources": [source("s", "2018", publisher="p")], "passages": ()}, None),
        ({"gaps": [{"id": "g", "missing": "a", "about": ["p"], "basis": ["t-old"]}]}, LATER),
    ],
)
def test_a_party_is_known_by_its_basis_or_by_what_cannot_be_told_without_it(
    lists: dict[str, Any], reason: Reason | None
) -> None:
    parties = [party("p", basis=["t-new"]), party("state"), party("committee")]
    if "sources" in lists:
        parties[0]["basis"] = ()
    assert why("p", parties=parties, **lists) is reason


def test_who_says_a_value_is_known_with_the_value_alone() -> None:
    found = chosen(differences=[difference("x", "t-old", "t-year", "t-new")]).hidden
    assert [found.get(f"p-t-{name}") for name in PUBLISHED] == [None, None, NOWHERE, NOWHERE]


def test_what_is_left_out_is_counted_by_kind_and_reason() -> None:
    index = index_of(parties=(), chronology=[event("a", "t-new"), event("b"), event("c", "t-new")])
    counts = choose(index, day(ON)).left_out(index)
    assert counts == {
        (Kind.SOURCE, LATER): 1,
        (Kind.SOURCE, UNDATED): 1,
        (Kind.PASSAGE, LATER): 1,
        (Kind.PASSAGE, UNDATED): 1,
        (Kind.EVENT, LATER): 2,
        (Kind.EVENT, NOWHERE): 1,
    }


GENERATED = [
    CaseIndex(TypeAdapter(Case).validate_python(generator.bundle(120, seed))) for seed in range(4)
]
DAYS = st.integers(day("1985"), day("2032"))


@given(st.sampled_from(GENERATED), DAYS, DAYS)
def test_a_later_day_knows_no_less(index: CaseIndex, one: int, other: int) -> None:
    early, late = sorted((one, other))
    assert choose(index, late).hidden.keys() <= choose(index, early).hidden.keys()


@pytest.mark.parametrize("index", GENERATED)
def test_at_the_end_only_what_has_no_place_in_time_is_missing(index: CaseIndex) -> None:
    hidden = choose(index, day("2100")).hidden
    assert Reason.LATER not in hidden.values()
    assert len(hidden) < 10
