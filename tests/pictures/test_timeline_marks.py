from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.model.dates import day_number
from caseviewer.model.kinds import CountingRule
from caseviewer.model.standpoint import Assumption, Standpoint
from caseviewer.pictures.timeline_marks import End, Mark, Shape, mark_of
from tests.builders import bundle
from tests.formatting import samples
from tests.model.test_reckoning import KNOWN_DAY, THREE, at, staged
from tests.pictures.timelines import case_of, case_with, event, marks

FIRM, SOFT, OPEN, UNKNOWN = End.FIRM, End.SOFT, End.OPEN, End.UNKNOWN


def mark(edtf: str | None, sense: str | None = None, **more: object) -> Mark:
    case = case_with([event(1, edtf, sense=sense, **more)])
    return mark_of(case, case.case.chronology[0])


@pytest.mark.parametrize(
    ("edtf", "sense", "shape", "ends"),
    [
        ("2011-06-09", None, Shape.POINT, (FIRM, FIRM)),
        ("2011-06-09", "throughout", Shape.POINT, (FIRM, FIRM)),
        ("2018-05-22T14:00:00Z", None, Shape.POINT, (FIRM, FIRM)),
        ("2016-08-09?", None, Shape.SPAN, (FIRM, FIRM)),
        ("2016-08-30~", None, Shape.SPAN, (SOFT, SOFT)),
        ("2010-12", None, Shape.SPAN, (FIRM, FIRM)),
        ("2010-12", "throughout", Shape.THROUGHOUT, (FIRM, FIRM)),
        ("2015-21", None, Shape.SPAN, (FIRM, FIRM)),
        ("190X", None, Shape.SPAN, (FIRM, FIRM)),
        ("2011-06-09/2012-06-26", "some_time_within", Shape.WITHIN, (FIRM, FIRM)),
        ("2011-06-09/2012-06-26", "throughout", Shape.THROUGHOUT, (FIRM, FIRM)),
        ("2011-06-09/2012-06-26", None, Shape.SPAN, (FIRM, FIRM)),
        ("2011~/2012", None, Shape.SPAN, (SOFT, FIRM)),
        ("2014-09/..", "throughout", Shape.THROUGHOUT, (FIRM, OPEN)),
        ("../2014-09", None, Shape.SPAN, (OPEN, FIRM)),
        ("2019-06-28/", None, Shape.SPAN, (FIRM, UNKNOWN)),
        ("/2019-06-28", None, Shape.SPAN, (UNKNOWN, FIRM)),
    ],
)  # fmt: skip
def test_a_date_has_its_shape(
    edtf: str, sense: str | None, shape: Shape, ends: tuple[End, End]
) -> None:
    found = mark(edtf, sense)
    assert (found.shape, (found.left, found.right)) == (shape, ends)


def test_a_bar_covers_all_days_that_a_date_may_mean() -> None:
    found = mark("2010-12")
    assert (found.first, found.last) == (day_number(2010, 12, 1), day_number(2010, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "sense", "words"),
    [
        ("2011-06-09", None, "E1 · 9 June 2011 · Event 1"),
        ("2011/2012", "throughout", "E1 · throughout · Event 1"),
        ("2011/2012", "some_time_within", "E1 · some time within · Event 1"),
        ("2011/2012", None, "E1 · 2011 to 2012 · Event 1"),
        ("2014-09/..", "throughout", "E1 · from September 2014 on · Event 1"),
        ("2016-08-09?", None, "? E1 · 9 August 2016 (uncertain) · Event 1"),
        ("1997~", None, "E1 · about 1997 · Event 1"),
        (None, None, "E1 · undated · Event 1"),
    ],
)
def test_a_mark_says_its_date_or_how_its_bar_is_filled(
    edtf: str | None, sense: str | None, words: str
) -> None:
    assert mark(edtf, sense).words == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2011-06-09", "E1 · Event 1"), ("1997~", "E1 · about · Event 1"),
     ("2016?", "? E1 · Event 1")],
)  # fmt: skip
def test_brief_words_keep_what_is_in_doubt(edtf: str, words: str) -> None:
    assert mark(edtf).brief == words


def test_hidden_characters_show() -> None:
    assert "⟨U+202E⟩" in mark("2011", title="a\u202eb").words


def test_the_first_sample_says_what_its_list_says() -> None:
    opened = samples.first()
    rows = table_for(opened, Tab.CHRONOLOGY).rows
    found = [mark_of(opened, row) for row in rows]
    assert [(one.number, one.shape) for one in found] == [
        ("E1", Shape.SPAN),
        ("E2", Shape.SPAN),
        ("E3", Shape.POINT),
        ("E4", Shape.WITHIN),
        ("E5", Shape.POINT),
        ("E6", Shape.WITHIN),
        ("E7", Shape.POINT),
        ("D1", Shape.DEADLINE),
    ]
    deadline = found[-1]
    assert (deadline.first, deadline.last) == (
        day_number(2012, 8, 30),
        day_number(2012, 9, 24),
    )
    assert "30 August to 24 September 2012; start not stated" in deadline.words


def deadline(*triggers: dict[str, object]) -> dict[str, object]:
    (first,) = bundle()["deadlines"][:1]
    found = {name: value for name, value in first.items() if name not in {"basis", "proceeding"}}
    return {**found, "triggers": list(triggers), "fulfilment": {"status": "not_recorded"}}


@pytest.mark.parametrize(
    ("start", "shape", "ends"),
    [
        ("2019-01-01", Shape.DEADLINE, (FIRM, FIRM)),
        ("2019-01-01/", Shape.DEADLINE, (FIRM, UNKNOWN)),
        ("/2019-01-01", Shape.DEADLINE, (UNKNOWN, FIRM)),
        (None, Shape.UNDATED, (UNKNOWN, UNKNOWN)),
        ("2016-06-01~", Shape.DEADLINE, (SOFT, SOFT)),
        ("2016-06-01?", Shape.DEADLINE, (FIRM, FIRM)),
        ("2016-06-01%", Shape.DEADLINE, (SOFT, SOFT)),
        ("2016-06~/", Shape.DEADLINE, (SOFT, UNKNOWN)),
    ],
)
def test_a_deadline_is_a_window_as_far_as_it_is_known(
    start: str | None, shape: Shape, ends: tuple[End, End]
) -> None:
    trigger: dict[str, object] = {"label": "the start"}
    if start is not None:
        trigger["date"] = {"edtf": start}
    case = case_with([], deadlines=[deadline(trigger)])
    found = mark_of(case, case.case.deadlines[0])
    assert (found.shape, (found.left, found.right)) == (shape, ends)
    assert found.uncertain == (start is not None and start.endswith(("?", "%")))
    assert found.words.startswith("? ") == found.uncertain


def test_a_deadline_takes_doubt_from_the_starts_that_count() -> None:
    starts = [("2016-06-01", True), ("2016-08-01%", False)]
    triggers = [{"label": "a", "date": {"edtf": date}, "stated": stated} for date, stated in starts]
    case = case_with([], deadlines=[deadline(*triggers)])
    stated = mark_of(case, case.case.deadlines[0])
    assert (stated.left, stated.right, stated.uncertain) == (FIRM, FIRM, False)
    for trigger in triggers:
        trigger["stated"] = False
    case = case_with([], deadlines=[deadline(*triggers)])
    either = mark_of(case, case.case.deadlines[0])
    assert (either.left, either.right, either.uncertain) == (SOFT, SOFT, True)


def assumed(*, event: str | None = None, rule: CountingRule | None = None) -> Mark:
    wanted = Assumption("response", event=event, rule=rule)
    opened = replace(samples.first(), standpoint=Standpoint(assumptions=(wanted,)))
    (item,) = opened.case.deadlines
    return mark_of(opened, item)


def test_an_assumption_is_told_first_and_what_the_file_says_stays() -> None:
    found = assumed(event="extradition")
    day = day_number(2011, 9, 7)
    assert (found.assumed, found.first, found.last) == (True, day, day)
    assert found.words.startswith(
        "your assumption · D1 · deadline 7 September 2011, counted from E3; the file: 30 August to"
        " 24 September 2012; start not stated · "
    )
    assert found.brief.startswith("your assumption · D1 · Kazakhstan")
    assert found.briefest == "assumed · D1"
    assert found.own is not None
    assert found.own.days == (day_number(2012, 8, 30), day_number(2012, 9, 24))
    assert not found.own.assumed


def test_another_rule_keeps_what_is_not_stated() -> None:
    found = assumed(rule=CountingRule.CLEAR_DAYS)
    assert "start not stated, by clear days; the file: 30 August to 24" in found.words


def test_a_start_that_was_not_known_is_no_part_of_what_the_file_says() -> None:
    """Two starts, of which one was not known on the day: the other alone makes no window."""
    made = staged(THREE[0], THREE[1])
    early, whole = at(made, KNOWN_DAY, trigger=1), at(made, None, trigger=1)
    (known,), (all_known,) = (
        [mark_of(case, item) for item in case.case.deadlines] for case in (early, whole)
    )
    assert known.words.startswith("your assumption · D1 · deadline 30 July 2012, counted from ")
    assert "; the file: end not known; a possible start is not shown" in known.words
    assert known.own is not None
    assert known.own.days is None
    assert all_known.own is not None
    assert all_known.own.days == (day_number(2012, 7, 30), day_number(2015, 7, 31))


def test_where_nothing_is_assumed_nothing_says_so() -> None:
    found = mark("2010")
    assert (found.assumed, found.own, found.briefest) == (False, None, found.brief)


@pytest.mark.parametrize(
    ("edtf", "days"),
    [("2011-06-09", (1, 1)), ("2011-06-09/", (1, 1)), ("/2011-06-09", (1, 1)), (None, None)],
)
def test_the_days_of_a_mark_are_those_of_the_side_that_is_known(
    edtf: str | None, days: tuple[int, int] | None
) -> None:
    day = day_number(2011, 6, 9)
    assert mark(edtf).days == (None if days is None else (day, day))


def test_rows_are_ordered_by_their_days_and_undated_ones_stand_apart() -> None:
    found = marks(case_of("2012", None, "2010-05", "../2011", "2010"))
    rows = [getattr(found.rows[place], "id", "") for place in found.order]
    assert rows == ["e4", "e2", "e3", "e0"]
    assert [getattr(found.rows[place], "id", "") for place in found.undated] == ["e1"]
    assert found.mark(0) is found.mark(0)


@given(st.lists(st.sampled_from(["2010", None, "2011-05-06", "../2011", "2012/", "2012-24"])))
def test_every_row_is_dated_or_undated(dates: list[str | None]) -> None:
    found = marks(case_of(*dates))
    assert sorted([*found.order, *found.undated]) == list(range(len(dates)))
    assert all(found.firsts[place] <= found.lasts[place] for place in found.order)
