"""The page of a deadline: the window, and each step of the count."""

from typing import Any

import pytest

from caseviewer.formatting.deadline_page import (
    deadline_page,
    duration_words,
    exact_day_words,
    is_unanswered,
    state_words,
    window_words,
)
from caseviewer.formatting.page import Page
from caseviewer.model.dates import day_number
from caseviewer.model.deadlines import Window
from caseviewer.model.events import Deadline, Period
from caseviewer.model.opened import OpenedCase
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, fields, head, headings, made, opened, under

HOLIDAYS = "public holidays are not considered."


def deadline(case: OpenedCase, short: str = "D1") -> Deadline:
    found = case.index.by_short(short)
    assert isinstance(found, Deadline)
    return found


def page(case: OpenedCase, short: str = "D1") -> Page:
    return deadline_page(case, deadline(case, short))


def with_triggers(*triggers: dict[str, object], **values: Any) -> OpenedCase:
    return opened(**changed("deadlines", triggers=list(triggers), **values))


def test_the_deadline_of_the_first_sample_is_explained() -> None:
    found = page(samples.first())
    assert head(found) == ("Kazakhstan to respond to the Committee", "D1 · deadline")
    shown = fields(found)
    assert shown["Ends"] == "30 August to 24 September 2012; start not stated"
    assert shown["As at 29 November 2015"] == "window over; no reply recorded in this file"
    assert (shown["Owed by"], shown["Owed to"]) == ("Kazakhstan", "Committee against Torture")
    assert (shown["Period"], shown["In the source’s words"]) == ("90 days", "“within 90 days”")
    assert shown["Counted by"] == "calendar days, the day of the start not counted"
    assert under(found, "How it is counted") == [
        (
            "From the decision: E5 1 June 2012: Committee decides that the extradition breached"
            " the Convention"
        ),
        "1 June 2012 + 90 days = Thursday 30 August 2012",
        (
            "From the letter to ACAT France: E6 between 1 June 2012 and 26 June 2012: Letter of the"
            " Committee to ACAT France"
        ),
        (
            "1 June 2012 + 90 days = Thursday 30 August 2012; at the latest"
            " 26 June 2012 + 90 days = Monday 24 September 2012"
        ),
        (
            "The source does not say which of these the period starts from. The window reaches from"
            " the earliest end to the latest."
        ),
    ]


def test_the_day_of_distribution_would_give_a_day_in_october() -> None:
    case = with_triggers({"label": "distribution", "date": {"edtf": "2012-07-11"}})
    assert under(page(case), "How it is counted") == [
        "From distribution: 11 July 2012",
        "11 July 2012 + 90 days = Tuesday 9 October 2012",
    ]


@pytest.mark.parametrize(
    ("trigger", "line", "step"),
    [
        (
            {"label": "the crossing", "event": "crossing", "stated": True},
            (
                "From the crossing (named by the source): E1 3 May 2019: 12 people are taken"
                " back to the border"
            ),
            "3 May 2019 + 90 days = Thursday 1 August 2019",
        ),
        (
            {"label": "the crossing", "event": "crossing", "date": {"edtf": "2019-05-04"}},
            "From the crossing: 4 May 2019; E1 3 May 2019: 12 people are taken back to the border",
            "4 May 2019 + 90 days = Friday 2 August 2019",
        ),
        (
            {"label": "the letter", "date": {"verbatim": "soon after"}},
            "From the letter: “soon after”",
            "the start has no date, so no end can be counted",
        ),
        (
            {"label": "the letter"},
            "From the letter",
            "the start has no date, so no end can be counted",
        ),
        (
            {"label": "the letter", "date": {"edtf": "2019-05-03/.."}},
            "From the letter: 3 May 2019 or later",
            "3 May 2019 + 90 days = Thursday 1 August 2019",
        ),
    ],
)
def test_each_start_is_named_and_counted(trigger: dict[str, object], line: str, step: str) -> None:
    assert under(page(with_triggers(trigger)), "How it is counted") == [line, step]


@pytest.mark.parametrize(
    ("rule", "end", "note"),
    [
        ("calendar_days", "", None),
        ("clear_days", "", None),
        (
            "frcp_6a",
            ", moved on to Monday 28 March 2016",
            f"Weekends are skipped as the rule says; {HOLIDAYS}",
        ),
        (
            "eu_1182_71",
            ", moved on to Monday 28 March 2016",
            (
                "Weekends are skipped as the rule says, and a period of two days or more has"
                f" at least two working days; {HOLIDAYS}"
            ),
        ),
    ],
)
def test_a_rule_that_moves_the_end_shows_from_where(rule: str, end: str, note: str | None) -> None:
    case = with_triggers(
        {"label": "the handover", "date": {"edtf": "2016-02-26"}},
        period={"duration": "P30D"},
        rule=rule,
    )
    steps = under(page(case), "How it is counted")
    assert steps[1] == f"26 February 2016 + 30 days = Sunday 27 March 2016{end}"
    assert steps[2:] == ([] if note is None else [note])


def test_without_a_start_nothing_is_counted() -> None:
    found = page(with_triggers())
    assert fields(found)["Ends"] == "end not known; start not stated"
    assert "How it is counted" not in headings(found)


def test_proceeding_and_words_of_the_source_are_left_out_where_there_are_none() -> None:
    found = page(opened(**changed("deadlines", proceeding=None, period={"duration": "P90D"})))
    assert {"Proceeding", "In the source’s words"}.isdisjoint(fields(found))


def test_how_it_was_fulfilled_is_told() -> None:
    fulfilment = {"status": "fulfilled_late", "event": "crossing", "note": "Two days late."}
    assert under(page(opened(**changed("deadlines", fulfilment=fulfilment))), "Fulfilment") == [
        "fulfilled, but late",
        "E1 3 May 2019: 12 people are taken back to the border",
        "Two days late.",
    ]


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P90D", "90 days"),
        ("P1D", "1 day"),
        ("P0D", "0 days"),
        ("P2W", "2 weeks"),
        ("P1W", "1 week"),
        ("P6M", "6 months"),
        ("P1M", "1 month"),
        ("P3Y", "3 years"),
        ("P1Y6M", "1 year 6 months"),
        ("P007D", "7 days"),
    ],
)
def test_periods_in_words(duration: str, words: str) -> None:
    assert duration_words(made(Period, duration=duration)) == words


def day(year: int, month: int, number: int) -> int:
    return day_number(year, month, number)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (day(2012, 8, 30), day(2012, 9, 24), "30 August to 24 September 2012"),
        (day(2012, 8, 30), day(2012, 8, 30), "30 August 2012"),
        (day(2012, 12, 30), day(2013, 1, 2), "30 December 2012 to 2 January 2013"),
        (day(2012, 8, 30), None, "30 August 2012 at the earliest"),
        (None, day(2012, 8, 30), "30 August 2012 at the latest"),
        (None, None, "end not known"),
    ],
)
def test_windows_in_words(earliest: int | None, latest: int | None, words: str) -> None:
    assert window_words(Window((), start_stated=True, earliest=earliest, latest=latest)) == words
    unstated = Window((), start_stated=False, earliest=earliest, latest=latest)
    assert window_words(unstated) == f"{words}; start not stated"


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2012-08-30", "window open; no reply recorded in this file"),
        ("2012-09-01", "window may be over; no reply recorded in this file"),
        ("2012-09-25", "window over; no reply recorded in this file"),
    ],
)
def test_a_deadline_is_judged_on_the_day_of_the_file(as_of: str, words: str) -> None:
    triggers = [{"label": "a", "date": {"edtf": "2012-06-01/2012-06-26"}}]
    case = opened(as_of=as_of, **changed("deadlines", triggers=triggers))
    assert state_words(case, deadline(case)) == words


def test_without_an_end_the_state_is_not_known() -> None:
    case = with_triggers()
    assert state_words(case, deadline(case)) == "end not known; no reply recorded in this file"


@pytest.mark.parametrize(
    ("status", "unanswered"),
    [
        ("not_recorded", True),
        ("not_fulfilled", True),
        ("fulfilled", False),
        ("fulfilled_late", False),
        ("partly_fulfilled", False),
    ],
)
def test_a_window_matters_while_nothing_came(status: str, *, unanswered: bool) -> None:
    item = bundle()["deadlines"][0] | {"fulfilment": {"status": status}}
    assert is_unanswered(made(Deadline, **item)) is unanswered


def test_exact_days_in_words() -> None:
    assert exact_day_words("2015-11-29") == "29 November 2015"
