"""What the rows of lists can be chosen by, in words."""

from typing import Any

import pytest

from caseviewer.formatting.facets import (
    Facet,
    choice_words,
    nothing_words,
)
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Table
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import OpenedCase, PassageState
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, checked, opened

SAID: list[dict[str, Any]] = [{"party": "woman", "link": "said"}]
RELAYED = {"party": "press", "link": "relayed"}


def facet(table: Table, name: str) -> Facet:
    (found,) = (one for one in table.facets if one.name == name)
    return found


def values(case: OpenedCase, tab: Tab, name: str) -> list[tuple[str, ...]]:
    """The values of a facet, row by row."""
    table = table_for(case, tab)
    return [facet(table, name).values_of(case, row) for row in table.rows]


def titles(tab: Tab) -> list[str]:
    return [one.title for one in table_for(opened(), tab).facets]


def test_each_list_has_its_facets() -> None:
    assert titles(Tab.QUOTATIONS) == ["Speaker", "Mode", "Knowledge", "Hearsay", "Check",
                                      "Source", "Language"]  # fmt: skip
    assert titles(Tab.PARTIES) == ["Role", "Kind", "Country"]
    assert titles(Tab.CHRONOLOGY) == ["Kind", "Standing", "Participant", "Who says so",
                                      "Source", "Period"]  # fmt: skip
    assert titles(Tab.REVIEW) == ["Kind", "Concerns", "Seen"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("speaker", [("One woman (anonymous)",), ("speaker not known",)]),
        ("mode", [("direct quotation",), ("paraphrase",)]),
        ("knowledge", [("own knowledge",), ("relays what others said",)]),
        ("hearsay", [("first-hand",), ("relayed once",)]),
        ("check", [("not checked",), ("not checked",)]),
        ("source", [("A report on a crossing, S1",), ("A report on a crossing, S1",)]),
        ("language", [("English",), ("language not given",)]),
    ],
)
def test_the_facets_of_quotations(name: str, wanted: list[tuple[str, ...]]) -> None:
    assert values(opened(), Tab.QUOTATIONS, name) == wanted


@pytest.mark.parametrize(
    ("tab", "name", "wanted"),
    [
        (Tab.PARTIES, "role", {("complainant",), ("witness",), ("State party",),
                               ("deciding body",), ("no role given",)}),
        (Tab.PARTIES, "kind", {("group",), ("person",), ("State",), ("body",), ("organization",)}),
        (Tab.PARTIES, "country", {("Xandria",), ("country not given",)}),
        (Tab.CHRONOLOGY, "kind", {("extradition",), ("complaint",), ("deadline",)}),
        (Tab.CHRONOLOGY, "standing", {("alleged",), ("undisputed",), ()}),
        (Tab.CHRONOLOGY, "party", {("12 people (unnamed)", "Xandria"), ("no participant named",),
                                   ("Xandria", "The Committee")}),
        (Tab.CHRONOLOGY, "asserted_by", {("The Border Press",), ("not told who says so",), ()}),
        (Tab.CHRONOLOGY, "source", {("A report on a crossing, S1",), ("source not given",)}),
        (Tab.CHRONOLOGY, "period", {("2019",)}),
    ],
)  # fmt: skip
def test_the_facets_of_parties_and_of_the_chronology(
    tab: Tab, name: str, wanted: set[tuple[str, ...]]
) -> None:
    assert set(values(opened(), tab, name)) == wanted


# The way of the words


def test_the_invented_case_holds_every_depth() -> None:
    found = {words for (words,) in values(samples.second(), Tab.QUOTATIONS, "hearsay")}
    assert found == {"first-hand", "relayed once", "relayed twice"}


# The state of the check, and where it stands


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((PassageState.FOUND, PassageState.FOUND), "found"),
        ((PassageState.FOUND, PassageState.MOVED), "moved"),
        ((PassageState.AMBIGUOUS, PassageState.FOUND), "ambiguous"),
        ((PassageState.AMBIGUOUS, PassageState.NOT_FOUND), "not found"),
        ((PassageState.UNCHECKED, PassageState.FOUND), "not checked"),
    ],
)
def test_a_quotation_has_the_worst_state_of_its_passages(
    states: tuple[PassageState, PassageState], words: str
) -> None:
    case = checked(opened(), passages=dict(zip(("t-words", "t-counted"), states, strict=True)))
    assert values(case, Tab.QUOTATIONS, "check")[0] == (words,)


def test_every_state_has_its_place_among_the_values() -> None:
    check = facet(table_for(opened(), Tab.QUOTATIONS), "check")
    assert len(check.first) == len(PassageState)
    assert check.first[:2] == ("found", "moved")


def test_without_a_passage_neither_check_nor_source_is_given() -> None:
    case = opened(**changed("quotations", 1, fragments=[]))
    assert values(case, Tab.QUOTATIONS, "check")[1] == ("no passage",)
    assert values(case, Tab.QUOTATIONS, "source")[1] == ("source not given",)
    lost = opened(**changed("quotations", 1, fragments=[{"passage": "nowhere"}]))
    assert values(lost, Tab.QUOTATIONS, "source")[1] == ("source not given",)


def test_a_short_title_comes_before_the_title_and_each_source_is_named_once() -> None:
    csl = bundle()["sources"][0]["csl"] | {"title-short": "Crossing report"}
    case = opened(**changed("sources", 0, csl=csl))
    assert values(case, Tab.QUOTATIONS, "source")[0] == ("Crossing report",)
    both = [{"passage": "t-words"}, {"passage": "t-reprint"}, {"passage": "t-counted"}]
    case = opened(**changed("sources", 0, csl=csl), **changed("quotations", 0, fragments=both))
    assert values(case, Tab.QUOTATIONS, "source")[0] == ("Crossing report",
                                                         "A report on a crossing")  # fmt: skip


def test_two_people_of_one_name_are_told_apart_by_their_numbers() -> None:
    group = {"name": "One woman", "identity": "anonymous", "withheld_by": "source"}
    case = opened(**changed("parties", 0, **group))
    assert values(case, Tab.QUOTATIONS, "speaker")[0] == ("One woman (anonymous), P2",)


@pytest.mark.parametrize("party", ["nowhere", "crossing"])
def test_what_is_no_party_keeps_its_id(party: str) -> None:
    case = opened(**changed("quotations", 0, chain=[{"party": party, "link": "said"}]))
    assert values(case, Tab.QUOTATIONS, "speaker")[0] == (party,)


# Order and words


def test_values_come_in_their_order_then_by_the_alphabet_and_the_unknown_last() -> None:
    made_up = Facet("x", "X", lambda *_: (), first=("second", "first"), last="a not known")
    wanted = ["second", "first", "B", "c", "a not known"]
    assert made_up.in_order(sorted(wanted)) == wanted


def test_of_very_many_values_those_are_offered_that_are_chosen_or_frequent() -> None:
    made_up = Facet("x", "X", lambda *_: ())
    counts = {"a": 1, "b": 5, "c": 3, "d": 2}
    assert made_up.offered(counts, frozenset(), 9) == ["a", "b", "c", "d"]
    assert made_up.offered(counts, frozenset(), 2) == ["b", "c"]
    assert made_up.offered(counts, frozenset({"a"}), 2) == ["a", "b"]


def test_what_is_chosen_reads_in_the_order_of_the_buttons() -> None:
    facets = table_for(opened(), Tab.QUOTATIONS).facets
    choices = {
        "language": frozenset({"Russian"}),
        "mode": frozenset({"paraphrase", "direct quotation"}),
        "speaker": frozenset[str](),
    }
    words = "Mode: direct quotation, paraphrase; Language: Russian"
    assert choice_words(facets, choices) == words
    assert choice_words(facets, {}) == ""


@pytest.mark.parametrize(
    ("query", "chosen", "words"),
    [
        ("x", "", "Nothing matches “x”."),
        ("x", "Mode: direct", "Nothing matches “x” with Mode: direct."),
        (" ", "Mode: direct", "Nothing matches Mode: direct."),
    ],
)
def test_why_nothing_is_shown(query: str, chosen: str, words: str) -> None:
    assert nothing_words(query, chosen) == words
