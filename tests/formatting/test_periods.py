"""The periods that dates are chosen by."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.periods import MOST_PERIODS, Periods
from caseviewer.model.opened import OpenedCase
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import opened


def case_of(*dates: str | None, triggers: Any = ()) -> OpenedCase:
    """The small case with an event for each date."""
    event = {key: value for key, value in bundle()["chronology"][0].items()
             if key not in {"date", "number"}}  # fmt: skip
    events = [
        event | {"id": f"e{at}"} | ({} if date is None else {"date": {"edtf": date}})
        for at, date in enumerate(dates)
    ]
    deadline = bundle()["deadlines"][0] | {"triggers": list(triggers)}
    return opened(chronology=events, deadlines=[deadline])


def periods(*dates: str | None) -> list[tuple[str, ...]]:
    """The periods of each date in a case that has them all."""
    case = case_of(*dates)
    found = Periods(case)
    return [found.of(event) for event in case.case.chronology]


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (["2011-06-09"], [("2011",)]),
        (["2011-06-09", "2012", "2011-12/2012-01"], [("2011",), ("2012",), ("2011", "2012")]),
        (["2010", "2012", "2010/2012"], [("2010",), ("2012",), ("2010", "2012")]),
        (["18XX", "1850", "2011"], [("1800", "1850", "1899"), ("1850",), ("2011",)]),
        (["../2011", "1994", "2012"], [("1994", "2011"), ("1994",), ("2012",)]),
        (["2011/..", "1994", "2012"], [("2011", "2012"), ("1994",), ("2012",)]),
        (["/2011", "2012"], [("2011",), ("2012",)]),
        (["2011-24"], [("2010", "2012")]),
        (["2011-06-09T10:00:00Z", "2011-XX-XX"], [("2011",), ("2011",)]),
        (["-0001-05-01", "0000", "0500"], [("2 BC",), ("1 BC",), ("AD 500",)]),
        ([None], [("undated",)]),
    ],
)
def test_a_date_lies_in_each_period_that_it_may_lie_in(
    dates: list[str | None], wanted: list[tuple[str, ...]]
) -> None:
    assert periods(*dates) == wanted


def test_words_without_a_date_are_undated() -> None:
    case = samples.second()
    found = {Periods(case).of(event) for event in case.chronology if event.date is None
             or event.date.edtf is None}  # fmt: skip
    assert found == {("undated",)}


def test_many_years_become_decades_and_many_decades_centuries() -> None:
    years = [str(year) for year in range(1950, 1950 + MOST_PERIODS)]
    assert periods(*years)[0] == ("1950",)
    years = [str(year) for year in range(1950, 1951 + MOST_PERIODS)]
    assert periods(*years)[0] == ("the 1950s",)
    assert periods(*years)[-1] == ("the 1990s",)
    decades = [str(year) for year in range(1000, 2000, 10)]
    assert periods(*decades)[0] == ("the years 1000 to 1099",)
    assert periods("1000/1199", *decades)[0] == ("the years 1000 to 1099", "the years 1100 to 1199")


def test_a_deadline_lies_where_its_window_does() -> None:
    trigger = {"label": "a", "date": {"edtf": "2018-12-01/2019-01-31"}}
    case = case_of("2018", triggers=[trigger])
    assert Periods(case).of(case.case.deadlines[0]) == ("2019",)
    case = case_of("2018")
    assert Periods(case).of(case.case.deadlines[0]) == ("undated",)


def test_periods_come_in_the_order_of_time() -> None:
    case = case_of("2011", "0050", "-0100", "Y12000")
    found = Periods(case)
    names = [name for event in case.case.chronology for name in found.of(event)]
    assert sorted(names, key=found.place) == ["101 BC", "AD 50", "2011", "12000"]
    assert found.place("something else") == 4
    assert Periods(case).place("2011") == 2  # asked before anything else


def test_the_dates_are_looked_through_in_slices_and_once() -> None:
    case = case_of(*["2011"] * 120)
    found = Periods(case)
    assert len(list(found.find())) == 3
    assert list(found.find()) == []


YEARS = st.integers(-9999, 9999)
SPANS = st.tuples(YEARS, st.sampled_from([0, 0, 1, 9, 99, 5_000])).map(
    lambda both: (both[0], min(both[0] + both[1], 9999))
)


def edtf(span: tuple[int, int]) -> str:
    first, last = (f"{'-' if year < 0 else ''}{abs(year):04}" for year in span)
    return first if first == last else f"{first}/{last}"


@given(st.lists(SPANS, min_size=1, max_size=80))
def test_every_date_has_a_period_and_there_are_never_many(spans: list[tuple[int, int]]) -> None:
    case = case_of(*map(edtf, spans))
    found = Periods(case)
    by_event = {event.id: found.of(event) for event in case.case.chronology}
    assert all(by_event.values())
    assert len({name for names in by_event.values() for name in names}) <= MOST_PERIODS


@given(st.lists(SPANS, min_size=2, max_size=30))
def test_dates_that_may_be_in_the_same_year_share_a_period(spans: list[tuple[int, int]]) -> None:
    case = case_of(*map(edtf, spans))
    found = Periods(case)
    one, other = case.case.chronology[:2]
    low, high = max(first for first, _ in spans[:2]), min(last for _, last in spans[:2])
    if low <= high:
        assert set(found.of(one)) & set(found.of(other))
