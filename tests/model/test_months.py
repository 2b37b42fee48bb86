"""Counting by months: what is known, in a table, and what always holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.months import add_months, calendar_span


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


DAYS = st.integers(-2_000_000, 2_000_000)


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2011-06-09", "2012-06-01", (0, 11, 23)),
        ("2011-06-09", "2011-06-09", (0, 0, 0)),
        ("2011-06-09", "2012-06-09", (1, 0, 0)),
        ("2011-06-09", "2012-06-08", (0, 11, 30)),
        ("2012-02-29", "2013-02-28", (1, 0, 0)),
        ("2011-01-31", "2011-02-28", (0, 1, 0)),
        ("2011-01-31", "2011-03-01", (0, 1, 1)),
        ("1999-12-31", "2012-01-30", (12, 0, 30)),
    ],
)
def test_years_months_and_days(start: str, end: str, wanted: tuple[int, int, int]) -> None:
    assert calendar_span(day(start), day(end)) == wanted


@given(DAYS, st.integers(0, 800_000))
def test_years_months_and_days_lead_to_the_end(start: int, length: int) -> None:
    years, months, days = calendar_span(start, start + length)
    assert 0 <= months < 12
    assert 0 <= days < 31
    assert add_months(start, years * 12 + months) + days == start + length


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(0, 100))
def test_months_on_it_is_the_same_day_or_the_last_of_a_shorter_month(
    start: date, months: int
) -> None:
    found = date.fromordinal(add_months(start.toordinal(), months))
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
    assert found.day == start.day or (found + timedelta(1)).day == 1
    assert found.day <= start.day
