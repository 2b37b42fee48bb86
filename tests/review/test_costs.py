"""What many records about one thing cost: as much again for as many again, and not its square."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from caseviewer.review.identifiers import case_numbers, symbols
from caseviewer.review.left_out import quotations_without_a_place
from caseviewer.review.looking import Looking
from caseviewer.review.sums import sums
from tests.review.looks import gap, group, look, source

SECONDS = 3.0
"""Each of these took more than ten when its cost grew with the square."""


def groups_and_gaps() -> dict[str, Any]:
    """A whole with very many groups within it, each told as not explained."""
    names = [f"g{at}" for at in range(5_000)]
    parts = [group(name, 1, of="a") for name in names]
    gaps = [{**gap(["a", name]), "id": f"x{name}"} for name in names]
    return {"parties": [group("a", 5_001), *parts], "gaps": gaps}


def words_within_words() -> dict[str, Any]:
    """Each account stands inside the one before."""
    words = {"mode": "paraphrase", "knowledge": "own", "text": "So."}
    chain = [{**words, "id": f"w{at}", "inside": f"w{at + 1}"} for at in range(12_000)]
    return {"quotations": chain}


def one_symbol() -> dict[str, Any]:
    """The same symbol in very many sources."""
    return {"sources": [source(f"s{at}", cite_as="CAT/C/48/D/444/2010") for at in range(40_000)]}


def one_title() -> dict[str, Any]:
    """Very many proceedings and sources of one title."""
    number = [{"scheme": "Communication No.", "value": "444/2010"}]
    cases = [
        {"id": f"c{at}", "title": "A v. B", "body": "p", "kind": "individual_communication",
         "status": "decided", "identifiers": number}
        for at in range(3_000)
    ]  # fmt: skip
    csl = {"title": "A v. B", "number": "Communication No. 444/2010"}
    texts = [source(f"s{at}", csl=csl, cite_as="Communication No. 444/2010 " * 20)
             for at in range(3_000)]  # fmt: skip
    return {"proceedings": cases, "sources": texts}


@pytest.mark.parametrize(
    ("rule", "records"),
    [
        (sums, groups_and_gaps),
        (quotations_without_a_place, words_within_words),
        (symbols, one_symbol),
        (case_numbers, one_title),
    ],
)
def test_many_cost_no_more_than_their_number(
    rule: Callable[[Looking], Iterator[object]], records: Callable[[], dict[str, Any]]
) -> None:
    looking = look(**records())
    before = time.process_time()
    list(rule(looking))
    assert time.process_time() - before < SECONDS


def test_others_have_their_turn_within_one_sum() -> None:
    turns = []
    made = look(**groups_and_gaps())
    looking = Looking(made.case, made.index, lambda: turns.append(1))
    list(sums(looking))
    assert len(turns) > 150
