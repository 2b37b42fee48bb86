import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.ui.widgets.stretches import Spans, together

NUMBERS = st.integers(0, 40)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ([], [])),
        ([(1, 3), (5, 6)], ([1, 5], [3, 6])),
        ([(1, 9), (2, 4), (8, 12), (12, 13), (20, 21)], ([1, 20], [13, 21])),
    ],
)
def test_what_overlaps_or_meets_is_one(spans: Spans, expected: tuple[list[int], list[int]]) -> None:
    assert together(spans) == expected


@given(st.lists(st.tuples(NUMBERS, NUMBERS).filter(lambda span: span[0] < span[1])))
def test_the_same_signs_are_covered(spans: list[tuple[int, int]]) -> None:
    starts, ends = together(sorted(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert {at for start, end in zip(starts, ends, strict=True) for at in range(start, end)} == (
        covered
    )
    assert (starts, ends) == (sorted(set(starts)), sorted(set(ends)))
