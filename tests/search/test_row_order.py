"""An order made in slices is the one that `sorted` makes."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.row_order import in_order
from caseviewer.search.slices import at_once


def expected(keys: Sequence[Any], *, descending: bool) -> list[int]:
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)


@pytest.mark.parametrize("descending", [False, True])
@given(keys=st.lists(st.tuples(st.integers(0, 3), st.sampled_from("ab"))))
def test_short_lists(*, descending: bool, keys: list[tuple[int, str]]) -> None:
    order = at_once(in_order(keys))
    assert order.arranged(descending=descending) == expected(keys, descending=descending)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("different", [1, 2, 50, 4_000, 10**9])
@pytest.mark.parametrize("count", [999, 1_000, 1_001, 20_000])
def test_long_lists(*, count: int, different: int, descending: bool) -> None:
    chance = random.Random(f"{count} {different}")  # noqa: S311 - the same numbers each time
    keys = [chance.randrange(different) for _ in range(count)]
    order = at_once(in_order(keys))
    assert order.arranged(descending=descending) == expected(keys, descending=descending)


def test_a_long_list_that_is_in_order_or_the_other_way_round() -> None:
    keys = list(range(5_000))
    assert at_once(in_order(keys)).arranged(descending=False) == keys
    assert at_once(in_order(keys[::-1])).arranged(descending=False) == keys[::-1]


def test_a_long_list_is_sorted_in_slices() -> None:
    keys = [str(number) for number in range(20_000)]
    assert sum(1 for _ in in_order(keys)) > 40
