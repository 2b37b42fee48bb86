"""Dates that a reader types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.typed_dates import typed_date
from caseviewer.model.dates import DateError, day_number


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1 June 2012", "2012-06-01"),
        ("  01  june 2012 ", "2012-06-01"),
        ("1 Jun. 2012", "2012-06-01"),
        ("1st June, 2012", "2012-06-01"),
        ("1. June 2012", "2012-06-01"),
        ("June 1, 2012", "2012-06-01"),
        ("Jun 2nd 2012", "2012-06-02"),
        ("30 Sept 2012", "2012-09-30"),
        ("June 2012", "2012-06"),
        ("29 February 2012", "2012-02-29"),
        ("2012", "2012"),
        ("2012-06-01", "2012-06-01"),
        ("2012-06", "2012-06"),
        ("2012-06-01/2012-06-26", "2012-06-01/2012-06-26"),
        ("201X", "201X"),
    ],
)
def test_what_is_read(typed: str, edtf: str) -> None:
    assert typed_date(typed).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1/6/2012", "2011-06-09"),
        ("01.06.2012", "could be misread"),
        ("30 February 2012", "February"),
        ("0 June 2012", "0"),
        ("1 Juno 2012", "2011-06-09"),
        ("Juno 1 2012", "2011-06-09"),
        ("tomorrow", "2011-06-09"),
        ("", "2011-06-09"),
        ("9" * 100, "64"),
    ],
)
def test_what_is_refused_with_a_reason(typed: str, told: str) -> None:
    with pytest.raises(DateError) as refused:
        typed_date(typed)
    assert told in str(refused.value)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = typed_date(text)
    except DateError:
        return
    assert found.value is not None


@given(st.dates())
def test_a_day_as_it_is_shown_is_read_again(day: object) -> None:
    number = day.toordinal()  # type: ignore[attr-defined]
    value = typed_date(day_words(number) if day.year > 999 else str(day)).value  # type: ignore[attr-defined]
    assert value is not None
    assert value.earliest == value.latest == number
    assert number == day_number(day.year, day.month, day.day)  # type: ignore[attr-defined]
