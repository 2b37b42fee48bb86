import re

import pytest

from caseviewer.exporting.chronology import Chronology, Days, chronology
from caseviewer.exporting.head import Chosen
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.builders import bundle
from tests.exporting.papers import MADE
from tests.formatting.making import changed, opened
from tests.formatting.samples import NAMES, first, sample, second


def made(case: OpenedCase, chosen: Chosen | None = None) -> Chronology:
    return chronology(case, MADE, chosen)


ABDUSSAMATOV_ROWS = [
    ("E1", "2010", "stated: “introduced in 2010”", "S1, paragraph 6 (counted)",
     "2010", "2010-01-01", "2010-12-31"),
    ("E2", "December 2010", "stated: “In December 2010”",
     "S1, paragraph 3 (counted); S2, header of the decision",
     "2010-12", "2010-12-01", "2010-12-31"),
    ("E3", "9 June 2011", "stated: “on June 9, 2011”", "S1, paragraph 4 (counted)",
     "2011-06-09", "2011-06-09", "2011-06-09"),
    ("E4", "between 9 June 2011 and 26 June 2012", "bounded: “once back in Uzbekistan”",
     "S1, paragraphs 7, 8 (counted)", "2011-06-09/2012-06-26", "2011-06-09", "2012-06-26"),
    ("E5", "1 June 2012", "stated: “on June 1”",
     "S1, paragraphs 2, 5 (counted); S2, header of the decision",
     "2012-06-01", "2012-06-01", "2012-06-01"),
    ("E6", "between 1 June 2012 and 26 June 2012", "bounded", "S1, paragraph 2 (counted)",
     "2012-06-01/2012-06-26", "2012-06-01", "2012-06-26"),
    ("E7", "26 June 2012", "stated: “26 June 2012”", "S1, head of the page",
     "2012-06-26", "2012-06-26", "2012-06-26"),
]  # fmt: skip


def test_the_first_sample_row_by_row() -> None:
    found = made(first())
    rows = [
        (one.number, one.date, one.rests_on, one.source, one.days.edtf, one.days.earliest,
         one.days.latest)
        for one in found.events
    ]  # fmt: skip
    assert rows == ABDUSSAMATOV_ROWS
    assert [one.standing for one in found.events] == [
        "undisputed", "undisputed", "announced", "alleged", "found", "undisputed", "undisputed",
    ]  # fmt: skip
    assert found.events[2].event == "28 individuals extradited to Uzbekistan"
    assert found.events[2].who == "The Kazak authorities (unnamed)"
    assert (found.undated, found.holds, found.counted) == ((), "7 events and 1 deadline", True)
    (deadline,) = found.deadlines
    assert (deadline.owed_by, deadline.owed_to) == ("Kazakhstan", "Committee against Torture")
    assert deadline.window == "30 August to 24 September 2012; start not stated"
    assert deadline.state == "window over; no reply recorded in this file"
    assert (deadline.days.earliest, deadline.days.latest) == ("2012-08-30", "2012-09-24")
    assert not deadline.assumed
    assert [one.number for one in found.sources] == ["S1", "S2"]
    assert found.sources[0].citation.text.count("\u00a0") == 3
    assert found.sources[1].citation.text == (
        "Toirjon Abdussamatov and 28 other complainants v. Kazakhstan, Committee against Torture,"
        " 1 June 2012"
    )


def test_the_second_sample_is_there_in_the_order_of_its_list() -> None:
    case = second()
    found = made(case)
    events = [*found.events, *found.undated]
    assert [one.number for one in events] == [case.index.short(one.id) for one in case.chronology]
    assert (len(found.events) + len(found.undated), len(found.deadlines)) == (68, 9)
    assert found.undated
    assert {one.days.edtf for one in found.undated} == {""}
    assert found.warnings == ("An invented case: fiction.",)
    assert all(one.source for one in events)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_shows_a_day_that_the_source_does_not_give(name: str) -> None:
    found = made(sample(name)).events
    days = {one.number for one in found if re.fullmatch(r"[0-9]{1,2} \w+ [0-9]{4}", one.date)}
    exact = {one.number for one in found if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){2}", one.days.edtf)}
    assert days == exact != set()


@pytest.mark.parametrize(
    ("given_date", "date_words", "rests_on", "days"),
    [
        ({"edtf": "2011~"}, "about 2011", "stated", ("2011~", "", "")),
        ({"edtf": "2011-05?"}, "May 2011 (uncertain)", "stated", ("2011-05?", "", "")),
        ({"edtf": "2011-05/.."}, "May 2011 or later", "stated", ("2011-05/..", "2011-05-01", "")),
        ({"edtf": "Y12345"}, "the year 12345", "stated", ("Y12345", "", "")),
        ({"verbatim": "one spring"}, "“one spring”", "stated", ("", "", "")),
        (None, "undated", "", ("", "", "")),
    ],
)
def test_dates_of_every_kind(
    given_date: dict[str, str] | None, date_words: str, rests_on: str, days: tuple[str, ...]
) -> None:
    found = made(opened(**changed("chronology", 0, date=given_date)))
    (row,) = [one for one in (*found.events, *found.undated) if one.number == "E1"]
    assert (row.date, row.rests_on) == (date_words, rests_on)
    assert (row.days.edtf, row.days.earliest, row.days.latest) == days
    assert (row in found.undated) == ("edtf" not in (given_date or {}))


def test_rows_that_the_reader_chose() -> None:
    found = made(opened(), Chosen(frozenset({"complaint"}), "“complains” in the filter"))
    assert [one.event for one in found.events] == ["The group complains"]
    assert (found.deadlines, found.sources, found.counted) == ((), (), False)
    assert found.holds == "1 of 2 events and 0 of 1 deadline"
    assert "“complains” in the filter" in [one.words.text for one in found.facts]


def test_what_the_reader_assumes_of_a_deadline_is_marked() -> None:
    case = opened().seen_from(
        Standpoint(assumptions=(Assumption("answer", rule=CountingRule.CLEAR_DAYS),))
    )
    (row,) = made(case).deadlines
    assert row.assumed
    assert row.rule == "clear days, neither the day of the start nor of the act counted"
    assert row.window.endswith("; the reader’s assumption: by clear days")
    other = opened().seen_from(Standpoint(assumptions=(Assumption("answer", trigger=0),)))
    (row,) = made(other).deadlines
    assert row.assumed
    assert row.rule == "calendar days, the day of the start not counted"


@pytest.mark.parametrize(
    ("start", "window", "days"),
    [
        ("2012-06-01", "30 August 2012", ("2012-08-30", "2012-08-30")),
        ("2012-06-01~", "about 30 August 2012", ("", "")),
        ("2012-06-01?", "30 August 2012 (uncertain)", ("", "")),
    ],
)
def test_a_deadline_of_a_doubtful_start_has_no_bounds_that_could_be_relied_on(
    start: str, window: str, days: tuple[str, str]
) -> None:
    triggers = [{"label": "it", "date": {"edtf": start}, "stated": True}]
    (row,) = made(opened(**changed("deadlines", 0, triggers=triggers))).deadlines
    assert (row.window, row.days) == (window, Days("", *days))


def test_a_party_that_is_not_in_the_file_is_named_by_its_id() -> None:
    (row,) = made(opened(**changed("deadlines", 0, owed_to="nobody"))).deadlines
    assert (row.owed_by, row.owed_to) == ("Xandria", "nobody")


@pytest.mark.parametrize(
    ("fields", "citation"),
    [
        ({}, "The Border Press, A report on a crossing,\u00a020 May 2019"),
        ({"cite_as": None}, "A report on a crossing, The Border Press, 20 May 2019"),
        (
            {"cite_as": None, "publisher": None, "published": None},
            "A report on a crossing, 20 May 2019",
        ),
        (
            {
                "cite_as": None,
                "publisher": "gone",
                "published": None,
                "csl": {"type": "report", "publisher": "Press"},
            },
            "news report, Press, no date given",
        ),
    ],
)
def test_a_source_is_cited_without_a_style(fields: dict[str, object], citation: str) -> None:
    found = made(opened(**changed("sources", 0, **fields)))
    assert [one.citation.text for one in found.sources] == [citation]


def test_a_citation_has_the_language_of_its_source() -> None:
    kinds = bundle()["sources"][0] | {"language": None}
    sources = [{k: v for k, v in kinds.items() if v is not None}, bundle()["sources"][1]]
    assert made(opened(language="kk")).sources[0].citation.language == "en"
    assert made(opened(language="kk", sources=sources)).sources[0].citation.language == "kk"
