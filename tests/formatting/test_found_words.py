from dataclasses import replace

import pytest

from caseviewer.formatting.found_words import (
    ASKED,
    SENTENCES,
    TITLES,
    finding_sentence,
    looked_words,
    sum_words,
)
from caseviewer.model.dated import Date
from caseviewer.model.reviewed import Compared, Finding, Reviewed, Rule, Sum, SumKind, Term
from tests.formatting.making import opened


def test_every_rule_has_its_words() -> None:
    for words in (TITLES, SENTENCES, ASKED):
        assert set(words) == set(Rule)
        assert all(words.values())
    assert all(words.endswith(".") for words in SENTENCES.values())
    assert all(words.endswith("?") for words in ASKED.values())


@pytest.mark.parametrize(
    ("kind", "whole", "parts", "words"),
    [
        (SumKind.PARTS, 29, [27, 2], "27 + 2 = 29 ✓"),
        (SumKind.PARTS, 30, [27, 2], "27 + 2 = 29, not 30: the parts do not add up"),
        (SumKind.PARTS, 13, [1] * 13, f"{' + '.join('1' * 12)} + … = 13 ✓"),
        (SumKind.GROUPS, 2, [1, 1], "1 + 1 = 2 ✓"),
        (SumKind.GROUPS, 29, [28], "29 − 28 = 1 not accounted for"),
        (SumKind.GROUPS, 14, [5, 6], "14 − (5 + 6) = at least 3 not accounted for"),
        (SumKind.GROUPS, 29, [30], "30 are more than the 29 that they lie within"),
    ],
)
def test_a_sum_is_written_as_one(kind: SumKind, whole: int, parts: list[int], words: str) -> None:
    assert sum_words(Sum(kind, "x", whole, tuple(map(Term, parts)))) == words


def test_a_finding_is_told_by_its_facts() -> None:
    case = opened()
    dated = tuple(Compared(Date(edtf=day), "crossing") for day in ("2019-05-03", "2019-05-04"))
    assert finding_sentence(case, Finding(Rule.SAME_EVENT, ("crossing",), dated)) == (
        "12 people are taken back to the border: 3 May 2019 (E1) – 4 May 2019 (E1)"
    )
    words = tuple(Compared(word, "report") for word in ("A", "B", "C", "D", "D"))
    assert finding_sentence(case, Finding(Rule.SYMBOL, ("report",), words)) == (
        "A (S1) – B (S1) – C (S1), and 1 more"
    )
    assert finding_sentence(case, Finding(Rule.NO_PLACE, ("heard",))) == "Everybody had been heard."
    gone = Finding(Rule.PARTY_ALONE, ("gone",), (Compared("x" * 200, "gone"),))
    assert finding_sentence(case, gone) == f"{'x' * 99}… (gone)"
    assert finding_sentence(case, Finding(Rule.PARTY_ALONE, ("gone",))) == "gone"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, "The rules were not applied."),
        (Reviewed(findings=(Finding(Rule.SYMBOL, ("a",)),)), "12 rules were applied."),
        (
            Reviewed(recorded=((Rule.SYMBOL, 2), (Rule.STEPS, 1)), unlisted_sums=1_394),
            (
                "12 rules were applied. They found nothing that the compiler did not record. 3"
                " points that they found are also recorded by the compiler. 1,394 more sums are not"
                " listed."
            ),
        ),
    ],
)
def test_what_came_of_looking_is_told(found: Reviewed | None, words: str) -> None:
    assert looked_words(replace(opened(), reviewed=found)) == words
