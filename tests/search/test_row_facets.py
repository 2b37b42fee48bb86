"""Rows that are chosen by their values are those that a plain look at each row finds."""

from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.row_facets import RowFacets, masked, values_of_few, values_of_rows
from caseviewer.search.slices import at_once

Row = tuple[str, ...]

values = st.lists(st.sampled_from("abcd"), max_size=3).map(tuple)
chosen = st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=3)


def facets(**rows: list[Row]) -> RowFacets:
    return RowFacets({name: at_once(values_of_rows(found)) for name, found in rows.items()})


SPEAKERS: list[Row] = [("mother",), ("judge",), ("mother",), ()]
SOURCES: list[Row] = [("report", "views"), ("views",), ("report",), ("views", "views")]
FOUND = facets(speaker=SPEAKERS, source=SOURCES)


def test_each_value_is_counted_once_a_row() -> None:
    assert FOUND.counts("speaker") == {"mother": 2, "judge": 1}
    assert FOUND.counts("source") == {"report": 2, "views": 3}
    assert facets(none=[]).counts("none") == {}


def test_one_value_of_a_facet_is_enough_but_each_facet_must_have_one() -> None:
    either = {"speaker": frozenset({"mother", "judge"})}
    assert list(FOUND.mask(either)) == [1, 1, 1, 0]
    both = either | {"source": frozenset({"views"})}
    assert list(FOUND.mask(both)) == [1, 1, 0, 0]
    assert FOUND.mask({}) == b""


def test_choices_that_no_row_has_are_told_apart() -> None:
    choices = {"speaker": frozenset({"mother", "nobody"}), "source": frozenset({"gone"}),
               "other": frozenset({"mother"})}  # fmt: skip
    assert FOUND.occurring(choices) == {"speaker": frozenset({"mother"})}


def test_the_values_of_one_facet_can_be_asked_for() -> None:
    found = FOUND.of("speaker")
    assert found is not None
    assert [found.sets[place] for place in found.places] == SPEAKERS
    assert FOUND.of("none") is None


def test_long_work_has_many_slices() -> None:
    assert sum(1 for _ in values_of_rows([("a",)] * 120)) == 2


def test_an_empty_mask_lets_every_row_pass() -> None:
    assert masked([3, 5], b"") == [3, 5]
    assert masked([0, 2], bytes([1, 1, 0])) == [0]
    assert masked(range(3), bytes([1, 0, 1])) == [0, 2]


@given(
    st.lists(st.tuples(values, values), max_size=12),
    st.dictionaries(st.sampled_from(["first", "second"]), chosen),
    st.sets(st.integers(0, 11)),
)
def test_rows_pass_that_have_a_chosen_value_of_each_facet(
    rows: list[tuple[Row, Row]], choices: dict[str, frozenset[str]], among: set[int]
) -> None:
    found = facets(first=[row[0] for row in rows], second=[row[1] for row in rows])
    places = {"first": 0, "second": 1}
    some = [at for at in sorted(among) if at < len(rows)]
    wanted = [
        at
        for at in some
        if all(values & set(rows[at][places[name]]) for name, values in choices.items())
    ]
    assert list(masked(some, found.mask(choices))) == wanted


@given(st.lists(values, max_size=12), values)
def test_values_of_few_are_those_that_a_look_at_each_row_finds(rows: list[Row], usual: Row) -> None:
    others = {at: found for at, found in enumerate(rows) if found != usual}
    few = values_of_few(len(rows), usual, others)
    every = at_once(values_of_rows(rows))
    assert few.counts == every.counts
    assert [few.sets[place] for place in few.places] == rows


def test_a_facet_can_be_added_and_replaced() -> None:
    yours = values_of_few(4, ("not read",), {2: ("read", "starred")})
    both = FOUND.with_values("yours", yours)
    assert both.counts("yours") == {"not read": 3, "read": 1, "starred": 1}
    assert both.counts("speaker") == FOUND.counts("speaker")
    assert FOUND.of("yours") is None
    choices = {"yours": frozenset({"not read"}), "speaker": frozenset({"mother"})}
    assert list(both.mask(choices)) == [1, 0, 0, 0]
    other = both.with_values("yours", values_of_few(4, (), {}))
    assert other.counts("yours") == {}
