"""The time between two records: the answer, its steps, and what to know of it."""

from typing import Any

import pytest

from caseviewer.formatting.clip import page_clip
from caseviewer.formatting.elapsed_page import (
    Dated,
    elapsed_clip,
    elapsed_page,
    elapsed_words,
    pair_of,
)
from caseviewer.formatting.page import BlockKind, Target
from caseviewer.model.dates import day_number
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.elapsed import LEFT_OUT, case_of, dated, day, notes, page_of, through, within
from tests.formatting.making import fields, head, under


def both(first: str, second: str) -> tuple[OpenedCase, Dated, Dated]:
    """Two records of the first sample."""
    case = samples.first()
    return case, dated(case, first), dated(case, second)


def test_a_month_and_a_day_make_a_range_with_each_step() -> None:
    page = elapsed_page(*both("E2", "E3"))
    assert head(page) == ("Between E2 and E3", "elapsed time")
    assert fields(page) == {"E2 to E3": "between 160 and 190 days"}
    assert under(page, "The dates") == [
        "E2 December 2010: Complaint filed with the Committee against Torture",
        "earliest possible day 1 December 2010, latest possible day 31 December 2010 · stated",
        "E3 9 June 2011: 28 individuals extradited to Uzbekistan",
        "9 June 2011 · stated",
    ]
    assert under(page, "How it is counted") == [
        (
            "At least, from the latest day of E2 to the earliest of E3:"
            " 31 December 2010 to 9 June 2011, 160 days"
        ),
        (
            "At most, from the earliest day of E2 to the latest of E3:"
            " 1 December 2010 to 9 June 2011, 190 days"
        ),
        LEFT_OUT,
    ]
    assert list(page.links()) == [Target("complaint"), Target("extradition")]


def test_two_days_make_one_number_with_its_months() -> None:
    page = elapsed_page(*both("E3", "E5"))
    assert fields(page) == {"E3 to E5": "358 days (11 months 23 days)"}
    assert under(page, "How it is counted") == [
        "9 June 2011 to 1 June 2012, 358 days: whole months to 9 May 2012, then 23 days",
        LEFT_OUT,
    ]


def test_it_is_one_page_whichever_row_comes_first() -> None:
    for one, other in (("E2", "E3"), ("E4", "E6"), ("E7", "D1"), ("E5", "E6")):
        case, first, second = both(one, other)
        assert elapsed_page(case, first, second) == elapsed_page(case, second, first)
        assert elapsed_words(case, first, second) == elapsed_words(case, second, first)


def test_ranges_that_overlap_leave_the_order_open() -> None:
    page = elapsed_page(*both("E4", "E6"))
    assert fields(page) == {"E4 to E6": "between 0 and 383 days, order not known"}
    assert under(page, "How it is counted")[:3] == [
        "E6 may be before or after E4; they may be on the same day, which is 0 days",
        (
            "At most, if E4 comes first, from its earliest day to the latest of E6:"
            " 9 June 2011 to 26 June 2012, 383 days"
        ),
        (
            "At most, if E6 comes first, from its earliest day to the latest of E4:"
            " 1 June 2012 to 26 June 2012, 25 days"
        ),
    ]


def test_a_deadline_is_counted_by_the_end_of_its_window() -> None:
    page = elapsed_page(*both("E7", "D1"))
    assert fields(page) == {"E7 to the end of D1": "between 65 and 90 days"}
    assert "Of D1 the day is counted on which its period ends." in notes(page)
    dates = under(page, "The dates")
    assert dates[-1] == "30 August to 24 September 2012; start not stated · computed"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (day("2012-06-01"), day("2012-06-01"), {"E1 to E2": "0 days: the same day"}),
        (day("2012-06-01"), day("2012-06-02"), {"E1 to E2": "1 day"}),
        (day("2012-06-01"), day("2012-06-30"), {"E1 to E2": "29 days"}),
        (day("2012-06-01"), day("2012-07-01"), {"E1 to E2": "30 days (1 month)"}),
        (day("2011-06-01"), day("2013-07-02"), {"E1 to E2": "762 days (2 years 1 month 1 day)"}),
        (day("2012-06-01"), within("2012-06-01/2012-06-02"),
         {"E1 to E2": "between 0 and 1 day"}),
        (day("2012-06-01"), within("2012-07/.."),
         {"E1 to E2": "30 days or more, with no upper limit"}),
        (day("2012-06-01"), within("2012-05/.."),
         {"E2 to E1": "0 days or more, with no upper limit, order not known"}),
        (day("2012-06-01~"), day("2012-06-05"), {"E1 to E2": "4 days, only a guide"}),
        (day("2012-06-01"), day("2012-06-05?"), {"E1 to E2": "4 days, only a guide"}),
        (through("2015-10-05/2015-10-09"), day("2015-10-09"),
         {"the start of E1 to E2": "4 days", "the end of E1 to E2": "0 days: the same day"}),
        (through("2015-10-05/2015-10-09"), day("2015-10-07"),
         {"the start of E1 to E2": "2 days", "E2 to the end of E1": "2 days"}),
        (through("2015-10"), through("2015-11"),
         {"the start of E1 to the start of E2": "31 days (1 month)",
          "the start of E1 to the end of E2": "60 days (1 month 29 days)",
          "the end of E1 to the start of E2": "1 day",
          "the end of E1 to the end of E2": "30 days (1 month)"}),
    ],
)  # fmt: skip
def test_the_answer(first: dict[str, Any], second: dict[str, Any], wanted: dict[str, str]) -> None:
    found = fields(page_of(first, second))
    assert found == wanted
    case = case_of(first, second)
    words = elapsed_words(case, dated(case, "E1"), dated(case, "E2"))
    assert words == "; ".join(f"{label}: {days}" for label, days in wanted.items())


def test_an_unknown_start_sets_no_limit() -> None:
    page = page_of(within("../2012-06-30"), day("2012-06-01"))
    assert fields(page) == {"E1 to E2": "0 days or more, with no upper limit, order not known"}
    assert under(page, "How it is counted")[1:3] == [
        (
            "At most, if E1 comes first, from its earliest day to the latest of E2:"
            " without limit, as no such day is given"
        ),
        (
            "At most, if E2 comes first, from its earliest day to the latest of E1:"
            " 1 June 2012 to 30 June 2012, 29 days"
        ),
    ]
    assert under(page, "The dates")[1] == (
        "earliest possible day not given, latest possible day 30 June 2012 · stated"
    )
    later = page_of(day("2012-06-01"), within("2012-07-01/.."))
    assert under(later, "The dates")[3].endswith("latest possible day not given · stated")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (None, day("2012"), "as E1 has no date that can be put on a calendar."),
        (day("2012"), {"verbatim": "one morning"}, "as E2 has no date that can be put"),
        (None, None, "as E1 and E2 have no dates that can be put on a calendar."),
    ],
)
def test_without_a_date_it_is_said_why_nothing_is_counted(
    first: dict[str, Any] | None, second: dict[str, Any] | None, words: str
) -> None:
    page = page_of(first, second)
    assert fields(page) == {}
    texts = [block.text for block in page.blocks if block.kind is BlockKind.TEXT]
    assert len(texts) == 1
    assert words in texts[0]
    assert under(page, "How it is counted") == []
    assert len(list(page.links())) == 2
    case = case_of(first, second)
    assert elapsed_words(case, dated(case, "E1"), dated(case, "E2")) == texts[0]


def test_a_deadline_without_an_end_cannot_be_counted() -> None:
    deadline = bundle()["deadlines"][0] | {"triggers": []}
    case = case_of(day("2012"), deadlines=[deadline])
    words = elapsed_words(case, dated(case, "E1"), dated(case, "D1"))
    assert words == ("The time cannot be counted, as D1 has no date that can be put on a calendar.")


def test_a_copy_holds_one_line_and_then_the_steps() -> None:
    clip = elapsed_clip(*both("E2", "E3"))
    first, *rest = clip.plain.splitlines()
    assert first == "E2 to E3: between 160 and 190 days"
    assert [line for line in rest if line] == [
        (
            "– E2 December 2010: Complaint filed with the Committee against Torture; earliest"
            " possible day 1 December 2010, latest possible day 31 December 2010 · stated"
        ),
        "– E3 9 June 2011: 28 individuals extradited to Uzbekistan; 9 June 2011 · stated",
        (
            "– At least, from the latest day of E2 to the earliest of E3:"
            " 31 December 2010 to 9 June 2011, 160 days"
        ),
        (
            "– At most, from the earliest day of E2 to the latest of E3:"
            " 1 December 2010 to 9 June 2011, 190 days"
        ),
        f"– {LEFT_OUT}",
    ]
    assert "<p>E2 to E3: between 160 and 190 days</p>" in clip.html


def test_a_copy_names_a_deadline_with_its_window() -> None:
    clip = elapsed_clip(*both("E7", "D1"))
    assert (
        "– D1 Kazakhstan to respond to the Committee; 30 August to 24 September 2012; start not"
        " stated · computed"
    ) in clip.plain


def test_an_assumption_is_marked_wherever_its_end_is_counted() -> None:
    whole, *_ = both("E7", "D1")
    assumed = Assumption("response", event="extradition")
    case = whole.seen_from(Standpoint(assumptions=(assumed,)))
    one, other = dated(case, "E7"), dated(case, "D1")
    page = elapsed_page(case, one, other)
    days = "293 days (9 months 19 days), by your assumption"
    assert fields(page) == {"the end of D1 to E7": days}
    assert elapsed_words(case, one, other) == f"the end of D1 to E7: {days}"
    marked = "7 September 2011; your assumption: counted from E3 · computed"
    assert marked in under(page, "The dates")
    assert marked in elapsed_clip(case, one, other).plain


def test_the_page_tells_the_day_on_which_it_was_known() -> None:
    case, *_ = both("E2", "E3")
    seen = case.seen_from(Standpoint(as_at=day_number(2012, 7, 1)))
    page = elapsed_page(seen, dated(seen, "E2"), dated(seen, "E3"))
    assert page.blocks[2].text == "As at 1 July 2012: what could be known on that day."
    assert elapsed_page(case, dated(case, "E2"), dated(case, "E3")).blocks[2:] == page.blocks[3:]


def test_a_copy_of_the_page_holds_the_same_answer_and_steps() -> None:
    case, one, other = both("E2", "E3")
    page, clip = page_clip(elapsed_page(case, one, other)), elapsed_clip(case, one, other)
    for line in clip.plain.splitlines():
        if "At least" in line or "At most" in line or "to E3:" in line:
            assert line in page.plain


def test_only_two_records_of_the_chronology_are_a_pair() -> None:
    case, one, other = both("E2", "D1")
    party = case.case.parties[0]
    assert pair_of([one, other]) == (one, other)
    for items in ([], [one], [one, other, one], [one, party], [party, one], [party, party]):
        assert pair_of(list(items)) is None
