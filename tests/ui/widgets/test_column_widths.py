import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.ui.widgets.column_widths import share_out


@pytest.mark.parametrize(
    ("room", "wishes", "least", "widths"),
    [
        (100, [0.5, 0.5], [1, 1], [50, 50]),
        (100, [0.2, 0.8], [40, 1], [40, 60]),
        (100, [0.0, 1.0], [30, 10], [30, 70]),
        (100, [0.1, 0.1], [1, 1], [90, 10]),
        (10, [0.5, 0.5], [30, 10], [8, 2]),
        (100, [1.0], [5], [100]),
    ],
)
def test_widths_follow_wishes_and_needs(
    room: int, wishes: list[float], least: list[int], widths: list[int]
) -> None:
    assert share_out(room, wishes, least) == widths


@pytest.mark.parametrize(
    ("room", "least", "heads", "widths"),
    [
        (100, [90, 30], [20, 30], [70, 30]),
        (100, [90, 90], [20, 40], [43, 57]),
        (100, [90, 60], [80, 20], [80, 20]),
        (50, [90, 60], [60, 40], [30, 20]),
        (200, [90, 60], [80, 20], [100, 100]),
    ],
)
def test_a_head_is_cut_last(
    room: int, least: list[int], heads: list[int], widths: list[int]
) -> None:
    assert share_out(room, [0.5, 0.5], least, heads) == widths


@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(1, 300)), min_size=1, max_size=8),
    st.integers(100, 4_000),
)
def test_columns_fill_the_room_exactly_and_keep_what_they_need(
    columns: list[tuple[float, int]], room: int
) -> None:
    total = sum(wish for wish, _ in columns) or 1.0
    wishes = [wish / total for wish, _ in columns]
    least = [needed for _, needed in columns]
    widths = share_out(room, wishes, least)
    assert sum(widths) == room
    assert all(width >= 1 for width in widths)
    if sum(least) < room:
        assert all(width >= needed for width, needed in zip(widths, least, strict=True))
