import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.dates import day_words
from caseviewer.model.dates import DateError, day_number
from caseviewer.model.typed_day import typed_date, typed_day


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("10 June 2011", "2011-06-10"),
        ("  10  june   2011 ", "2011-06-10"),
        ("10 Jun 2011", "2011-06-10"),
        ("10 Jun. 2011", "2011-06-10"),
        ("10th June, 2011", "2011-06-10"),
        ("1st May 2011", "2011-05-01"),
        ("June 10, 2011", "2011-06-10"),
        ("Sept. 3rd 2011", "2011-09-03"),
        ("June 2011", "2011-06"),
        ("JUNE 2011", "2011-06"),
        ("2011", "2011"),
        ("2011-06", "2011-06"),
        ("2011-06-10", "2011-06-10"),
        ("29 February 2012", "2012-02-29"),
        ("27/6/2012", "2012-06-27"),
        ("6/27/2012", "2012-06-27"),
        ("27.06.2012", "2012-06-27"),
        ("06-27-2012", "2012-06-27"),
        ("6/6/2012", "2012-06-06"),
    ],
)
def test_a_date_is_read_as_people_type_it(text: str, edtf: str) -> None:
    assert typed_day(text).text == edtf


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Write it like 10 June 2011"),
        ("   ", "Write it like 10 June 2011"),
        ("tomorrow", "cannot be read as a date"),
        ("10/06/2011", "could be misread"),
        ("10.06.2011", "could be misread"),
        ("10-06-2011", "could be misread"),
        ("12/1/2011", "could be misread"),
        ("27/6/12", "could be misread"),
        ("2012/6/27", "could be misread"),
        ("27/6.2012", "cannot be read as a date"),
        ("13/13/2012", "no month 13"),
        ("31/6/2011", "June 2011 has 30 days"),
        ("2011/06-10", "cannot be read as a date"),
        ("10 Ju 2011", "No month begins like this"),
        ("10 Juno 2011", "No month begins like this"),
        ("31 June 2011", "June 2011 has 30 days"),
        ("2011-02-30", "February 2011 has 28 days"),
        ("2011-13", "no month 13"),
        ("0 June 2011", "has no day 00"),
        ("2011-6-9", "could be misread"),
        ("June 11", "cannot be read as a date"),
        ("2011~", "cannot be read as a date"),
        ("१० June 2011", "cannot be read as a date"),
        ("x" * 41, "too long"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason) as caught:
        typed_day(text)
    assert str(caught.value).endswith(".")


@given(st.integers(day_number(1000, 1, 1), day_number(9999, 12, 31)))
def test_every_day_is_read_as_it_is_written_in_words(day: int) -> None:
    found = typed_day(day_words(day))
    assert found.earliest == found.latest == day


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_date_or_a_sentence(text: str) -> None:
    said: object
    try:
        said = typed_day(text).latest
    except DateError as error:
        said = str(error)
    assert said


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("  01  june 2012 ", "2012-06-01"),
        ("1. June 2012", "2012-06-01"),
        ("June 2012", "2012-06"),
        ("2012", "2012"),
        (" 2012-06-01/2012-06-26 ", "2012-06-01/2012-06-26"),
        ("2012~", "2012~"),
        ("201X", "201X"),
    ],
)
def test_dates_of_any_kind_are_read(typed: str, edtf: str) -> None:
    assert typed_date(typed).edtf == edtf


@pytest.mark.parametrize("typed", ["1/6/2012", "tomorrow", "", "9" * 100, "30 February 2012"])
def test_what_is_no_date_of_any_kind_is_refused(typed: str) -> None:
    with pytest.raises(DateError):
        typed_date(typed)
