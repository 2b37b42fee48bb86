"""The page of a deadline: the window, and each step of the count."""

from typing import Any

import pytest

from caseviewer.formatting.deadline_page import (
    deadline_page,
    deadline_words,
    exact_day_words,
    is_fulfilled,
    is_unanswered,
    state_words,
    today_words,
    window_words,
)
from caseviewer.formatting.page import Page
from caseviewer.model.dated import Date
from caseviewer.model.dates import day_number
from caseviewer.model.deadlines import Window
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import (
    blocks_under,
    changed,
    fields,
    head,
    headings,
    made,
    opened,
    under,
)


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
        "1 June 2012 + 90 days = Thursday 30 August 2012 (day 1 is 2 June 2012)",
        (
            "From the letter to ACAT France: E6 between 1 June 2012 and 26 June 2012: Letter of the"
            " Committee to ACAT France"
        ),
        ("at the earliest: 1 June 2012 + 90 days = Thursday 30 August 2012 (day 1 is 2 June 2012)"),
        (
            "at the latest: 26 June 2012 + 90 days = Monday 24 September 2012"
            " (day 1 is 27 June 2012)"
        ),
        (
            "The source does not say which of these the period starts from. The window reaches from"
            " the earliest end to the latest."
        ),
    ]
    assert under(found, "What the rule says") == [
        "The day of the start is left out.",
        "Every day counts, Saturdays, Sundays and holidays too.",
    ]


def test_the_day_of_distribution_would_give_a_day_in_october() -> None:
    case = with_triggers({"label": "distribution", "date": {"edtf": "2012-07-11"}})
    assert under(page(case), "How it is counted") == [
        "From distribution: 11 July 2012",
        "11 July 2012 + 90 days = Tuesday 9 October 2012 (day 1 is 12 July 2012)",
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
            "3 May 2019 + 90 days = Thursday 1 August 2019 (day 1 is 4 May 2019)",
        ),
        (
            {"label": "the crossing", "event": "crossing", "date": {"edtf": "2019-05-04"}},
            "From the crossing: 4 May 2019; E1 3 May 2019: 12 people are taken back to the border",
            "4 May 2019 + 90 days = Friday 2 August 2019 (day 1 is 5 May 2019)",
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
            "at the earliest: 3 May 2019 + 90 days = Thursday 1 August 2019 (day 1 is 4 May 2019)",
        ),
    ],
)
def test_each_start_is_named_and_counted(trigger: dict[str, object], line: str, step: str) -> None:
    assert under(page(with_triggers(trigger)), "How it is counted") == [line, step]


@pytest.mark.parametrize(
    ("rule", "moved"),
    [
        ("calendar_days", []),
        (
            "clear_days",
            [
                (
                    "the day of the act is left out too: 27 March 2016 is the last clear day,"
                    " Monday 28 March 2016 the first day after it"
                )
            ],
        ),
        ("frcp_6a", ["no period ends on Sunday 27 March 2016: it runs on to Monday 28 March 2016"]),
        (
            "eu_1182_71",
            ["no period ends on Sunday 27 March 2016: it runs on to Monday 28 March 2016"],
        ),
    ],
)
def test_a_rule_that_moves_the_end_shows_each_step(rule: str, moved: list[str]) -> None:
    case = with_triggers(
        {"label": "the handover", "date": {"edtf": "2016-02-26"}},
        period={"duration": "P30D"},
        rule=rule,
    )
    _, first, *more = blocks_under(page(case), "How it is counted")
    assert first.text == (
        "26 February 2016 + 30 days = Sunday 27 March 2016 (day 1 is 27 February 2016)"
    )
    assert [block.text for block in more] == moved
    assert [block.level for block in (first, *more)] == [1, *(2 for _ in moved)]


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
        (day(999, 1, 1), day(999, 12, 31), "1 January to 31 December AD 999"),
        (day(-43, 3, 1), day(-43, 3, 15), "1 March to 15 March 44 BC"),
        (day(-43, 3, 1), day(44, 3, 15), "1 March 44 BC to 15 March AD 44"),
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
    ("status", "unanswered", "fulfilled"),
    [
        ("not_recorded", True, False),
        ("not_fulfilled", True, False),
        ("fulfilled", False, True),
        ("fulfilled_late", False, True),
        ("partly_fulfilled", False, False),
    ],
)
def test_a_window_matters_while_nothing_came(
    status: str, *, unanswered: bool, fulfilled: bool
) -> None:
    item = made(Deadline, **bundle()["deadlines"][0] | {"fulfilment": {"status": status}})
    assert (is_unanswered(item), is_fulfilled(item)) == (unanswered, fulfilled)


def test_exact_days_in_words() -> None:
    assert exact_day_words("2015-11-29") == "29 November 2015"


# What the reader assumes.

JUNE_26 = day_number(2012, 6, 26)


def first_assuming(**assumed: Any) -> OpenedCase:
    case = samples.first()
    return case.seen_from(Standpoint().assuming(Assumption(deadline(case).id, **assumed)))


@pytest.mark.parametrize(
    ("assumed", "ends", "start"),
    [
        (
            {"trigger": 1, "rule": CountingRule.CLEAR_DAYS},
            ("31 August to 25 September 2012; your assumption: counted from E6, by clear days"),
            "From the letter to ACAT France, your assumption: E6 between",
        ),
        (
            {"event": "publication"},
            "24 September 2012; your assumption: counted from E7",
            "From Report published, your assumption: E7 26 June 2012",
        ),
        (
            {"start": Date(edtf="2012-07-11")},
            "9 October 2012; your assumption: counted from 11 July 2012",
            "From a date of your own: 11 July 2012",
        ),
        (
            {"rule": CountingRule.FRCP_6A},
            (
                "30 August to 24 September 2012; start not stated; your assumption:"
                " by Fed. R. Civ. P. 6(a)"
            ),
            "From the decision: E5",
        ),
    ],
)
def test_what_the_reader_assumes_is_marked_beside_what_the_file_says(
    assumed: dict[str, Any], ends: str, start: str
) -> None:
    case = first_assuming(**assumed)
    assert deadline_words(case, deadline(case)) == ends
    found = page(case)
    shown = fields(found)
    assert shown["Ends"] == ends
    assert shown["As the file says"] == (
        "30 August to 24 September 2012; start not stated, counted by calendar days, the day of"
        " the start not counted"
    )
    assert under(found, "How it is counted")[0].startswith(start)


def test_a_file_that_nobody_assumes_anything_of_says_only_what_it_says() -> None:
    case = samples.first()
    assert "As the file says" not in fields(page(case))
    assert deadline_words(case, deadline(case)) == fields(page(case))["Ends"]


# Other days.


def test_the_day_of_the_reader_is_judged() -> None:
    case = samples.first().seen_from(Standpoint(as_at=day(2012, 9, 1)))
    shown = fields(page(case))
    assert (
        shown["As at 1 September 2012"]
        == "window may be over; no reply known by then from this file"
    )
    assert "As at 29 November 2015" not in shown


def test_what_came_after_the_day_of_the_reader_is_not_told() -> None:
    fulfilment = {"status": "fulfilled", "event": "crossing"}
    case = opened(**changed("deadlines", fulfilment=fulfilment))
    earlier = case.seen_from(Standpoint(as_at=day(2019, 5, 1), today=day(2026, 11, 24)))
    known = earlier.case.deadlines
    assert all("fulfilled" not in state_words(earlier, one) for one in known)
    assert all("Today" not in str(fields(deadline_page(earlier, one))) for one in known)
    assert state_words(case, deadline(case)).endswith("; fulfilled")


def test_today_is_a_line_of_its_own() -> None:
    case = samples.first()
    today = case.seen_from(Standpoint(today=day(2026, 11, 24)))
    shown = fields(page(today))
    assert shown["As at 29 November 2015"] == fields(page(case))["As at 29 November 2015"]
    assert shown["Today, 24 November 2026"] == (
        "window over for 14 years; this file says nothing of what came after 29 November 2015"
    )


@pytest.mark.parametrize("status", ["fulfilled", "fulfilled_late"])
def test_of_what_is_done_today_says_nothing(status: str) -> None:
    fulfilment = {"status": status, "event": "crossing"}
    case = opened(**changed("deadlines", fulfilment=fulfilment))
    shown = fields(page(case.seen_from(Standpoint(today=day(2026, 11, 24)))))
    assert not any(label.startswith("Today") for label in shown)


@pytest.mark.parametrize(
    ("earliest", "latest", "today", "words"),
    [
        ((2012, 8, 30), (2012, 9, 24), (2012, 8, 29), "window open for another 1 day at least"),
        ((2012, 8, 30), (2012, 9, 24), (2012, 6, 1), "window open for another 90 days at least"),
        ((2012, 8, 30), (2012, 9, 24), (2012, 8, 30), "window open; it may end today"),
        ((2012, 8, 30), (2012, 8, 30), (2012, 8, 30), "last day of the window"),
        ((2012, 8, 30), (2012, 8, 30), (2012, 8, 28), "window open for another 2 days"),
        ((2012, 8, 30), None, (2012, 8, 28), "window open for another 2 days at least"),
        ((2012, 8, 30), (2012, 9, 24), (2012, 9, 1), "window may be over"),
        ((2012, 8, 30), (2012, 9, 24), (2012, 9, 25), "window over for 1 day"),
        (None, (2012, 9, 24), (2012, 10, 23), "window over for 29 days"),
        (None, (2012, 1, 31), (2012, 2, 29), "window over for 1 month"),
        (None, (2012, 9, 24), (2012, 10, 24), "window over for 1 month"),
        ((2012, 8, 30), (2012, 9, 24), (2013, 9, 23), "window over for 11 months"),
        ((2012, 8, 30), (2012, 9, 24), (2013, 9, 24), "window over for 1 year"),
        ((2012, 8, 30), (2012, 9, 24), (2015, 9, 23), "window over for 2 years"),
        (None, None, (2012, 9, 24), ""),
    ],
)
def test_where_a_window_stands_today(
    earliest: tuple[int, int, int] | None,
    latest: tuple[int, int, int] | None,
    today: tuple[int, int, int],
    words: str,
) -> None:
    first, last = (None if one is None else day(*one) for one in (earliest, latest))
    span = Window((), start_stated=True, earliest=first, latest=last)
    assert today_words(samples.first(), span, day(*today)) == words
