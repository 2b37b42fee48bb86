from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Found, Place, Searched
from caseviewer.search.query import parse
from caseviewer.search.walking import Step, kept, stepped


@pytest.mark.parametrize(
    ("now", "by", "is_read", "expected"),
    [
        (None, 1, False, Step(0)),
        (None, -1, False, Step(4)),
        (2, 1, False, Step(2)),
        (2, 1, True, Step(3)),
        (2, -1, False, Step(1)),
        (2, -1, True, Step(1)),
        (4, 1, True, Step(0, turned=True)),
        (4, 1, False, Step(4)),
        (0, -1, True, Step(4, turned=True)),
    ],
)
def test_a_step_leads_to_the_next_hit(
    now: int | None, by: int, is_read: bool, expected: Step
) -> None:
    assert stepped(now, by, 5, is_read=is_read) == expected


@given(st.integers(1, 30), st.sampled_from([1, -1]))
def test_so_many_steps_as_there_are_hits_lead_round(count: int, by: int) -> None:
    at, turns = 0, 0
    for _ in range(count):
        step = stepped(at, by, count, is_read=True)
        at, turns = step.at, turns + step.turned
    assert (at, turns) == (0, 1)


def found(places: Sequence[Place]) -> Found:
    counts = {tab: sum(1 for place in places if place.tab is tab) for tab in Tab}
    return Found(parse("x"), places, counts, Searched({}))


def record(tab: Tab, name: str) -> Place:
    return Place(tab, name, 0)


def block(source: str, at: int) -> Place:
    return Place(Tab.DOCUMENTS, source, -1, at)


BEFORE = found(
    [
        record(Tab.PARTIES, "a"),
        record(Tab.CITATIONS, "s"),
        block("s", 3),
        block("s", 7),
        record(Tab.REVIEW, "g"),
    ]
)
MORE = found(
    [
        record(Tab.PARTIES, "a"),
        record(Tab.CITATIONS, "s"),
        block("r", 1),
        block("s", 3),
        block("s", 7),
        record(Tab.REVIEW, "f"),
        record(Tab.REVIEW, "g"),
    ]
)
LESS = found([record(Tab.CITATIONS, "s"), block("s", 7)])


@pytest.mark.parametrize(
    ("at", "after", "expected"),
    [
        (0, BEFORE, 0), (4, BEFORE, 4),
        (0, MORE, 0), (1, MORE, 1), (2, MORE, 3), (3, MORE, 4), (4, MORE, 6),
        (0, LESS, None), (1, LESS, 0), (2, LESS, None), (3, LESS, 1), (4, LESS, None),
    ],
)  # fmt: skip
def test_a_hit_is_found_again_in_a_later_answer(
    at: int, after: Found, expected: int | None
) -> None:
    assert kept(BEFORE, at, after) == expected
