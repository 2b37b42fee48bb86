"""Nodes with their words, groups in groups, sentences."""

from typing import Any

import pytest

from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_network import NESTED, PartyNetwork, party_network
from tests.formatting import samples
from tests.formatting.making import opened
from tests.pictures.kit import network, node


def test_sentences_of_the_first_sample() -> None:
    found = party_network(samples.first())
    assert found.sentence("acat-france") == (
        "P4 ACAT France, organization, representative, recipient: represents P5 29 individuals"
        " (unnamed) (C1); P18 Christine Laroque: works for this party"
    )
    assert found.sentence("refworld") == (
        "P14 Refworld, organization, republisher: no relation recorded"
    )
    assert (
        "P2 Kazakhstan: sends P6 28 individuals extradited (unnamed) to P3 Uzbekistan"
        " (E3 (announced))" in found.sentence("individuals-28")
    )


def test_who_stands_to_itself_is_told_so() -> None:
    assert network("a", [("a", "a", "heads")]).sentence("a") == "A a, person: heads itself"


def test_words_of_nodes() -> None:
    found = party_network(samples.first()).by_id
    twenty_eight = found["individuals-28"]
    assert twenty_eight.head == "P6 · group of 28"
    assert twenty_eight.name == "28 individuals extradited (unnamed)"
    assert (twenty_eight.within, twenty_eight.within_words) == (
        "individuals-29",
        "within P5 (inferred)",
    )
    assert twenty_eight.unnamed
    assert found["committee"].decides
    assert not found["kazakhstan"].decides
    assert not found["kazakhstan"].unnamed
    assert found["parents"].head == "P8 · group"


@pytest.mark.parametrize(
    ("party", "words"),
    [
        ("p-arrested", "group of about 40"),
        ("p-injured", "group of at least 6"),
        ("p-first-miner", "person"),
        ("p-witness-k", "person"),
    ],
)
def test_counts_in_words(party: str, words: str) -> None:
    found = party_network(samples.second()).by_id[party]
    assert found.kind_words == words
    assert found.unnamed


def test_nodes_stand_in_the_order_of_the_list() -> None:
    nodes = party_network(samples.first()).nodes
    assert [one.short for one in nodes[:4]] == ["P1", "P4", "P5", "P6"]


def within(**larger: str) -> PartyNetwork:
    parties: list[dict[str, Any]] = [
        {
            "id": name,
            "kind": "group",
            "identity": "unnamed",
            "name": name,
            "subset_of": {"of": other, "footing": "stated"} if other else None,
        }
        for name, other in larger.items()
    ]
    clean = [{key: value for key, value in one.items() if value} for one in parties]
    return party_network(opened(parties=clean))


def test_groups_in_a_circle_are_told_by_links() -> None:
    found = within(a="b", b="c", c="a", d="a")
    assert sum(not one.within for one in found.nodes) == 1
    assert len(found.drawn) == 1
    assert found.by_id["d"].within == "a"
    assert within(a="a").by_id["a"].within == ""


def test_a_larger_group_that_is_not_in_the_file_holds_nobody() -> None:
    found = within(a="nobody")
    assert (found.by_id["a"].within, found.by_id["a"].within_words) == ("", "")


def test_what_lies_too_deep_is_told_by_a_link() -> None:
    names = [f"g{at}" for at in range(2 * NESTED + 1)]
    found = within(**dict(zip(reversed(names), [*reversed(names[:-1]), ""], strict=True)))
    free = [one.id for one in found.nodes if not one.within]
    assert sorted(free) == [names[0], names[NESTED], names[2 * NESTED]]
    assert [(link.source, link.words) for link in found.drawn] == [
        (names[2 * NESTED], "within"),
        (names[NESTED], "within"),
    ]


def test_only_some_of_a_network() -> None:
    found = network("abc", [("a", "c", "heads")], b="a").only(["b", "c"])
    assert [one.id for one in found.nodes] == ["b", "c"]
    assert found.by_id["b"].within == ""
    assert found.links == ()
    assert network("ab", b="a").only("ab").by_id["b"].within == "a"


def test_around_a_party_in_so_many_steps() -> None:
    links = [("a", "b", "heads"), ("c", "b", "heads"), ("c", "d", "heads"), ("b", "a", "heads")]
    made = network("abcde", links)
    assert made.around("a", 0) == ("a",)
    assert made.around("a", 2) == ("a", "b", "c")
    assert made.around("e", 2) == ("e",)
    assert made.linked == frozenset("abcd")


def test_a_link_that_is_there_twice_is_drawn_once() -> None:
    link = PartyLink("a", "b", "heads")
    assert PartyNetwork((node("a"), node("b")), (link, link)).drawn == (link,)
