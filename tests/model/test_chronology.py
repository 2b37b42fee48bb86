"""The order of events."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.chronology import event_key, in_order, is_dated
from caseviewer.model.events import Event
from tests.builders import bundle

EVENTS = TypeAdapter(list[Event])
DATES = ["2010", "2010-12", "2011-06-09", "2011-06-09/2012-06-26", "2012-06-01", "../2012", "2012/"]


def events(*values: Mapping[str, object]) -> list[Event]:
    return EVENTS.validate_python(
        [
            {"id": f"e{at}", "kind": "other", "title": "t", "standing": "alleged", **value}
            for at, value in enumerate(values)
        ]
    )


def dated(*dates: str | None) -> list[Event]:
    return events(*({} if date is None else {"date": {"edtf": date}} for date in dates))


def order(found: Sequence[Event]) -> list[str]:
    return [item.id for item in sorted(found, key=event_key)]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("2010-01-01", "2010"),  # both may be 1 January; the day is over sooner
        ("2010", "2010-12"),
        ("2011-06-09", "2011-06-09/2012-06-26"),
        ("../2012", "1900"),  # no earliest day comes before every earliest day
        ("2012-06-01", "2012-06-01/.."),  # no latest day comes after every latest day
        ("2012-12-31", None),
        ("2018-05-22T14:00:00Z", "2018-05-22T15:00:00Z"),
        ("2018-05-22T15:00:00+02:00", "2018-05-22T14:00:00Z"),  # 13:00 and 14:00 in UTC
    ],
)
def test_earliest_day_then_latest_day_decides(first: str, then: str | None) -> None:
    assert order(dated(first, then)) == ["e0", "e1"]
    assert order(dated(then, first)) == ["e1", "e0"]


def test_order_then_number_decide_between_equal_dates() -> None:
    same = {"date": {"edtf": "2011"}}
    found = events(
        same | {"number": 4},
        same | {"number": 3},
        same | {"number": 5, "order": 2},
        same | {"number": 6, "order": 1},
    )
    assert order(found) == ["e3", "e2", "e1", "e0"]


def test_only_a_date_on_the_calendar_makes_an_event_dated() -> None:
    found = events(
        {"date": {"edtf": "2011"}},
        {"date": {"verbatim": "the day after the pipes were mended"}},
        {},
    )
    assert [is_dated(item) for item in found] == [True, False, False]


def test_undated_events_come_last() -> None:
    with_words = {"date": {"verbatim": "one morning"}}
    found = events({}, with_words, {"date": {"edtf": "9999"}})
    assert order(found) == ["e2", "e0", "e1"]


@given(st.lists(st.sampled_from([*DATES, None]), max_size=8))
def test_the_order_of_the_file_does_not_matter(dates: list[str | None]) -> None:
    found = events(
        *(
            {"number": at, **({} if date is None else {"date": {"edtf": date}})}
            for at, date in enumerate(dates, start=1)
        )
    )
    assert order(found) == order(found[::-1])


def test_a_case_gives_its_events_in_order() -> None:
    events_of_file = bundle()["chronology"]
    case = TypeAdapter(Case).validate_python(bundle(chronology=events_of_file[::-1]))
    assert [item.id for item in in_order(case)] == ["crossing", "complaint"]


DAYS = st.dates().map(lambda day: day.isoformat())
ANY_DATE = st.one_of(
    st.none(),
    st.sampled_from(DATES),
    DAYS,
    DAYS.map(lambda day: day[:7]),
    st.tuples(DAYS, DAYS).map(lambda both: "/".join(sorted(both))),
)


@given(st.lists(st.tuples(ANY_DATE, st.none() | st.integers(1, 3)), max_size=12), st.data())
def test_any_shuffle_of_the_file_gives_one_order_that_keeps_to_the_bounds(
    records: list[tuple[str | None, int | None]], data: st.DataObject
) -> None:
    found = events(
        *(
            {"number": at}
            | ({} if date is None else {"date": {"edtf": date}})
            | ({} if rank is None else {"order": rank})
            for at, (date, rank) in enumerate(records, start=1)
        )
    )
    placed = sorted(data.draw(st.permutations(found)), key=event_key)
    assert [item.id for item in placed] == order(found)
    dated_ones = [item for item in placed if is_dated(item)]
    assert placed[: len(dated_ones)] == dated_ones
    bounds = [
        (
            float("-inf") if value.earliest is None else value.earliest,
            float("inf") if value.latest is None else value.latest,
            float("inf") if item.order is None else item.order,
        )
        for item in dated_ones
        if item.date is not None and (value := item.date.value) is not None
    ]
    assert bounds == sorted(bounds)
