"""Tags are words that no text holds, and tell what records can be chosen by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.dates import day_number
from caseviewer.search.library.tags import (
    ANY_YEAR,
    MARK,
    OF_YEAR,
    name_tag,
    tag,
    year_of,
    year_tag,
    year_tags,
)
from caseviewer.search.words import fold_words


def test_a_tag_is_one_word() -> None:
    assert tag("k", "ill_treatment") == "¶killtreatment"
    assert name_tag("p", "Kazakhstan") == name_tag("p", "Kazakhstan")
    assert name_tag("p", "Kazakhstan") != name_tag("s", "Kazakhstan")
    assert name_tag("p", "Kazakhstan") != name_tag("p", "Kazakstan")


@given(st.text())
def test_no_text_holds_a_tag(text: str) -> None:
    assert MARK not in fold_words(text)
    assert " " not in name_tag("p", text)


@pytest.mark.parametrize("year", [2012, 0, -44, 9999])
def test_a_year_can_be_told_by_its_tag(year: int) -> None:
    assert year_of(year_tag(year)) == year
    assert year_tag(year)[1:].isalnum()


def test_any_year_is_none() -> None:
    assert year_of(tag(OF_YEAR, ANY_YEAR)) is None


def test_dates_have_the_years_in_which_they_may_lie() -> None:
    first, last = day_number(2010, 12, 31), day_number(2012, 1, 1)
    assert list(year_tags([(first, last), (last, last)])) == ["¶y2010", "¶y2011", "¶y2012"]
    assert list(year_tags([])) == []


@pytest.mark.parametrize(
    "span", [(None, None), (1, None), (None, 1), (day_number(1900, 1, 1), day_number(2000, 1, 1))]
)
def test_dates_that_may_lie_in_many_years_have_any(span: tuple[int | None, int | None]) -> None:
    assert list(year_tags([span])) == [tag(OF_YEAR, ANY_YEAR)]
