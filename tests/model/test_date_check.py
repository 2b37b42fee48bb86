"""What is let through quickly is what the parser reads, no more and no less."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseviewer.model.date_check import checked
from caseviewer.model.dates import DateError
from tests.model.test_dates import LIKE_DATES, readable


def let_through(text: str) -> bool:
    try:
        return checked(text) == text
    except DateError:
        return False


@given(st.one_of(LIKE_DATES, st.text("0123456789-/.XYTZ:+?~% \n", max_size=14)))
@example("-0000")
@example("-0000-01-01/..")
@example("2012-06-01\n")
@example("٢٠١٢-06-01")
@example("20XX/")
@example("/")
def test_a_text_is_let_through_where_it_can_be_read(text: str) -> None:
    assert let_through(text) is readable(text)


@pytest.mark.parametrize("year", ["0000", "1900", "2011", "2012", "-0001", "-0000"])
def test_every_way_to_write_a_day_is_let_through_where_it_can_be_read(year: str) -> None:
    months = ["", *(f"-{month:02}" for month in range(26)), "-XX"]
    days = ["", *(f"-{day:02}" for day in range(33)), "-XX"]
    forms = ["{}", "{}?", "{}/..", "../{}", "{}/", "/{}%"]
    texts = [form.format(year + month + day) for month in months for day in days for form in forms]
    assert [text for text in texts if let_through(text) is not readable(text)] == []


def test_a_text_that_is_not_let_through_is_refused_in_words() -> None:
    with pytest.raises(DateError, match="February 2011 has 28 days"):
        checked("2011-02-29")
