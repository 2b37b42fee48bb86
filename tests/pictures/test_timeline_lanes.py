import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.pictures import timeline_lanes
from caseviewer.pictures.timeline_lanes import Lane, lanes_by, shared_rows, undated, whole_lane
from caseviewer.search.row_facets import values_of_rows
from caseviewer.search.slices import at_once
from tests.formatting import samples
from tests.pictures.timelines import case_of, case_with, event, marks


def lanes(name: str) -> list[Lane]:
    opened = samples.second()
    table = table_for(opened, Tab.CHRONOLOGY)
    (facet,) = (one for one in table.facets if one.name == name)
    values = at_once(values_of_rows(facet.values_of(opened, row) for row in table.rows))
    found = marks(opened)
    return at_once(lanes_by(found, whole_lane(found, None), facet, values, "deadline"))


@pytest.mark.parametrize("name", ["kind", "standing", "asserted_by"])
def test_every_row_stands_in_the_lane_of_each_of_its_values(name: str) -> None:
    opened = samples.second()
    table = table_for(opened, Tab.CHRONOLOGY)
    (facet,) = (one for one in table.facets if one.name == name)
    found = marks(opened)
    by_name = {lane.name: set(lane.index.order) for lane in lanes(name)}
    for place in found.order:
        values = set(facet.values_of(opened, table.rows[place])) or {"deadline"}
        assert {lane for lane, places in by_name.items() if place in places} == values
    for lane in lanes(name):
        starts = [found.firsts[place] for place in lane.index.order]
        assert starts == sorted(starts)


def made(values: list[tuple[str, ...]]) -> dict[str, list[int]]:
    """The lanes of so many rows with these values."""
    case = case_of(*["2010"] * len(values))
    found = marks(case)
    facet = table_for(case, Tab.CHRONOLOGY).facets[0]
    of_rows = at_once(values_of_rows(values))
    lanes = at_once(lanes_by(found, whole_lane(found, None), facet, of_rows, "none"))
    return {lane.name: list(lane.index.order) for lane in lanes}


def test_of_many_values_those_with_the_most_rows_have_lanes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timeline_lanes, "MOST_LANES", 2)
    values: list[tuple[str, ...]] = [("a",), ("b", "c"), ("b",), ("d", "e"), (), ("f",), ("b", "d")]
    assert made(values) == {"b": [1, 2, 6], "d": [3, 6], "5 others": [0, 1, 3, 4, 5]}


def test_one_more_value_than_there_are_lanes_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_lanes, "MOST_LANES", 2)
    assert made([("a",), ("b",), ("c",)]) == {"a": [0], "b": [1], "c": [2]}


def test_lanes_come_in_the_order_of_the_facet_and_what_has_no_value_last() -> None:
    names = [lane.name for lane in lanes("standing")]
    assert names == ["alleged", "announced", "found", "disputed", "undisputed", "deadline"]


def test_only_rows_that_are_shown_are_drawn() -> None:
    found = marks(case_of("2010", None, "2012", None))
    assert list(whole_lane(found, None).index.order) == [0, 1]
    assert list(whole_lane(found, [0, 1, 2, 3]).index.order) == [0, 1]
    assert list(whole_lane(found, [1, 2]).index.order) == [1]
    assert list(undated(found, None)) == [2, 3]
    assert list(undated(found, [1, 2])) == [2]


def test_a_lane_of_rows_from_two_groups_is_in_order() -> None:
    case = case_with([event(1, "2012"), event(2, "2010"), event(3, "2011")])
    found = marks(case)
    facet = table_for(case, Tab.CHRONOLOGY).facets[0]
    values = at_once(values_of_rows([("a",), ("a", "b"), ("a",)]))
    lanes = at_once(lanes_by(found, whole_lane(found, None), facet, values, ""))
    assert {lane.name: list(lane.index.order) for lane in lanes} == {"a": [0, 1, 2], "b": [1]}


@pytest.mark.parametrize(
    ("needed", "room", "rows"),
    [
        ([1, 2, 3], 10, [1, 2, 3]),
        ([1, 9, 9], 9, [1, 4, 4]),
        ([5, 5, 5], 3, [2, 2, 2]),
        ([2, 1], 1, [2, 1]),
        ([], 5, []),
    ],
)
def test_lanes_share_the_rows(needed: list[int], room: int, rows: list[int]) -> None:
    assert shared_rows(needed, room) == rows


@given(st.lists(st.integers(1, 30), max_size=30), st.integers(1, 40))
def test_no_lane_gets_more_than_it_needs(needed: list[int], room: int) -> None:
    rows = shared_rows(needed, room)
    assert all(1 <= row <= need for row, need in zip(rows, needed, strict=True))
    assert sum(rows) <= max(room, sum(min(need, 2) for need in needed))
