from array import array

from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.timeline_index import DayIndex

Spans = list[tuple[int, int]]
SPANS = st.lists(
    st.tuples(st.integers(-1_000, 1_000), st.integers(0, 300)).map(lambda one: (one[0], sum(one))),
    min_size=1,
)


def index_of(spans: Spans) -> DayIndex:
    firsts, lasts = array("q", (one for one, _ in spans)), array("q", (one for _, one in spans))
    return DayIndex(sorted(range(len(spans)), key=firsts.__getitem__), firsts, lasts)


@given(SPANS, st.integers(-1_200, 1_200), st.integers(0, 500))
def test_what_touches_a_stretch_is_found(spans: Spans, first: int, length: int) -> None:
    last = first + length
    expected = {at for at, (start, end) in enumerate(spans) if start <= last and end >= first}
    index = index_of(spans)
    found = index.within(first, last)
    assert set(found) == expected
    assert len(found) == len(expected) == index.count_within(first, last)
    assert [spans[at][0] for at in found] == sorted(spans[at][0] for at in found)


@given(SPANS, st.integers(-1_200, 1_200))
def test_what_lies_outside_is_counted(spans: Spans, day: int) -> None:
    index = index_of(spans)
    assert index.before(day) == sum(end < day for _, end in spans)
    assert index.after(day) == sum(start > day for start, _ in spans)
    assert len(index) == len(spans)
    assert index.span == (min(start for start, _ in spans), max(end for _, end in spans))


@given(SPANS)
def test_the_main_span_is_all_or_holds_most(spans: Spans) -> None:
    index = index_of(spans)
    first, last = index.main_span()
    if (first, last) != index.span:
        assert sum(first <= start <= last for start, _ in spans) >= int(0.8 * len(spans))
        assert last - first < 0.25 * (index.span[1] - index.span[0])


def test_what_lies_far_off_does_not_press_the_rest_together() -> None:
    near = [(day, day) for day in range(1_000, 1_010)]
    assert index_of([(-9_000, -9_000), *near, (1_010, 1_010)]).main_span() == (1_000, 1_010)


def test_what_lies_near_belongs_to_the_rest() -> None:
    days = [0, *range(10_000, 10_100, 10), 10_105]
    assert index_of([(day, day) for day in days]).main_span() == (10_000, 10_105)


def test_what_lies_evenly_is_shown_whole() -> None:
    assert index_of([(day, day) for day in range(0, 1_000, 100)]).main_span() == (0, 900)


@given(SPANS, st.data())
def test_what_is_kept_is_as_if_there_were_nothing_else(spans: Spans, data: st.DataObject) -> None:
    count = len(spans)
    share = data.draw(st.sampled_from([0.05, 0.5, 1.0]))
    shown = data.draw(st.lists(st.integers(0, count - 1), unique=True, max_size=int(count * share)))
    whole = index_of(spans)
    if data.draw(st.booleans()):
        whole.look_up()
    kept, alone = whole.kept(shown), index_of([spans[at] for at in sorted(shown)] or [(0, 0)])
    assert sorted(kept.order) == sorted(shown)
    if shown:
        assert kept.starts == alone.starts
        assert kept.ends == alone.ends
        assert kept.within(-50, 400) == [sorted(shown)[at] for at in alone.within(-50, 400)]
        assert kept.span == alone.span


def test_a_few_of_many_are_put_in_order_by_themselves() -> None:
    whole = index_of([(100 - at, 200) for at in range(100)])
    few = whole.kept([3, 1, 2])
    assert list(few.order) == [3, 2, 1]
    assert list(few.ends) == [200] * 3


def test_what_has_no_days_is_not_kept() -> None:
    firsts = array("q", [5, 0, 3])
    whole = DayIndex([2, 0], firsts, firsts)
    assert list(whole.kept([0, 1, 2]).order) == [2, 0]
    many = DayIndex(list(range(20)), array("q", range(30)), array("q", range(30)))
    assert list(many.kept([25, 4]).order) == [4]
