"""What to know of the time between two records."""

from typing import Any

import pytest

from caseviewer.formatting.elapsed_page import (
    elapsed_page,
)
from tests.builders import bundle
from tests.formatting.elapsed import LEFT_OUT, case_of, dated, day, notes, page_of, through, within
from tests.formatting.making import fields


@pytest.mark.parametrize(
    ("first", "note"),
    [
        (day("2012~"), "Only a guide: the date of E1 is approximate."),
        (day("2012?"), "Only a guide: the date of E1 is uncertain."),
        (day("2012%"), "Only a guide: the date of E1 is approximate and uncertain."),
        (through("2012/.."), "The file gives no end of E1, so it is counted from its start alone."),
        (through("/2012"), "The file gives no start of E1, so it is counted from its end alone."),
        (
            day("2012-01-01/2012-02-01"),
            (
                "The file does not say whether E1 filled its time or happened some time within"
                " it; it is counted as one day within."
            ),
        ),
        (
            day("2012-01-01T10:00:00Z"),
            "Of E1 the day is counted as it is written; the time of day is left out.",
        ),
    ],
)
def test_what_to_know_of_a_date(first: dict[str, Any], note: str) -> None:
    assert notes(page_of(first, day("2014-01-01"))) == [LEFT_OUT, note]


def test_a_plain_date_needs_no_note() -> None:
    for first in (day("2012"), within("2012-01/2012-03"), through("2012-01/2012-03")):
        assert notes(page_of(first, day("2014-01-01"))) == [LEFT_OUT]


@pytest.mark.parametrize(
    ("orders", "ranked"),
    [([1, 2], True), ([2, 1], True), ([1, 1], False), ([1, None], False), ([None, 1], False)],
)
def test_the_file_may_rank_what_the_dates_do_not_tell_apart(
    orders: list[int | None], *, ranked: bool
) -> None:
    page = page_of(day("2012-06"), day("2012-06"), orders=orders)
    (answer,) = fields(page).values()
    unsaid = "order not told by the dates" if ranked else "order not known"
    assert answer == f"between 0 and 29 days, {unsaid}"
    first, second = ("E2", "E1") if orders == [2, 1] else ("E1", "E2")
    words = f"The dates do not tell them apart; the file puts {first} before {second}."
    assert (words in notes(page)) is ranked


def test_a_rank_among_other_dates_says_nothing() -> None:
    page = page_of(day("2012-06"), day("2012-07"), orders=[1, 2])
    assert notes(page) == [LEFT_OUT]
    assert notes(page_of(None, None, orders=[1, 2])) == []


@pytest.mark.parametrize(
    ("start", "doubt"),
    [
        ("2012-06-01~", "approximate"),
        ("2012-06-01?", "uncertain"),
        ("2012-06-01%", "approximate or uncertain"),
    ],
)
def test_a_deadline_of_a_doubtful_start_is_only_a_guide(start: str, doubt: str) -> None:
    trigger = {"label": "it", "date": {"edtf": start}, "stated": True}
    deadline = bundle()["deadlines"][0] | {"triggers": [trigger]}
    case = case_of(day("2013-01-01"), deadlines=[deadline])
    page = elapsed_page(case, dated(case, "E1"), dated(case, "D1"))
    assert fields(page)["the end of D1 to E1"] == "124 days (4 months 2 days), only a guide"
    assert f"Only a guide: a start of D1 is {doubt}." in notes(page)
