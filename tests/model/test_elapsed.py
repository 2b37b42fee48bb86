"""Days between two dates: what is known, in tables, and what always holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.dated import Date
from caseviewer.model.dates import day_number
from caseviewer.model.elapsed import (
    Elapsed,
    Moment,
    Order,
    Side,
    between,
    moments,
)
from caseviewer.model.kinds import Sense
from tests.formatting.making import made


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def dated(edtf: str, sense: Sense | None = None) -> Date:
    return made(Date, edtf=edtf, sense=sense)


def only(edtf: str) -> Moment:
    (found,) = moments(dated(edtf))
    return found


def test_days_are_counted_as_the_calendar_of_python_counts_them() -> None:
    assert day("2012-06-01") == day_number(2012, 6, 1)


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("2010-12", "2011-06-09", Elapsed(160, 190, Order.FIRST, 190, 0)),
        ("2011-06-09", "2010-12", Elapsed(160, 190, Order.SECOND, 0, 190)),
        ("2011-06-09", "2012-06-01", Elapsed(358, 358, Order.FIRST, 358, 0)),
        ("2011-06-09", "2011-06-09", Elapsed(0, 0, Order.SAME_DAY, 0, 0)),
        ("2012-06-01", "2012-06-01/2012-06-26", Elapsed(0, 25, Order.FIRST, 25, 0)),
        ("2012-06-01/2012-06-26", "2012-06-01", Elapsed(0, 25, Order.SECOND, 0, 25)),
        ("2012-06-10", "2012-06-01/2012-06-26", Elapsed(0, 16, Order.UNKNOWN, 16, 9)),
        ("2012-06", "2012-06", Elapsed(0, 29, Order.UNKNOWN, 29, 29)),
        ("2014-09/..", "2014-08-31", Elapsed(1, None, Order.SECOND, 0, None)),
        ("../2014-06-30", "2014-07-01", Elapsed(1, None, Order.FIRST, None, 0)),
        ("../2014-06-30", "2014-06-01", Elapsed(0, None, Order.UNKNOWN, None, 29)),
        ("2014-06-01", "../2014-06-30", Elapsed(0, None, Order.UNKNOWN, 29, None)),
        ("../2014", "2013/..", Elapsed(0, None, Order.UNKNOWN, None, 729)),
        ("-0001-12-31", "0000-01-01", Elapsed(1, 1, Order.FIRST, 1, 0)),
    ],
)
def test_days_between_two_dates(first: str, second: str, wanted: Elapsed) -> None:
    found = between(only(first), only(second))
    assert found == wanted
    assert found.is_exact is (wanted.least == wanted.most)


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2015-10-05/2015-10-09", [(Side.START, "2015-10-05", "2015-10-05"),
                                   (Side.END, "2015-10-09", "2015-10-09")]),
        ("2015-10/2016", [(Side.START, "2015-10-01", "2015-10-31"),
                          (Side.END, "2016-01-01", "2016-12-31")]),
        ("2014-09-01/..", [(Side.START, "2014-09-01", "2014-09-01")]),
        ("/2016-05-08", [(Side.END, "2016-05-08", "2016-05-08")]),
        ("2015-10-05", [(Side.WHOLE, "2015-10-05", "2015-10-05")]),
        ("2015-10-05/2015-10-05", [(Side.WHOLE, "2015-10-05", "2015-10-05")]),
        ("2015-02", [(Side.START, "2015-02-01", "2015-02-01"),
                     (Side.END, "2015-02-28", "2015-02-28")]),
        ("2015", [(Side.START, "2015-01-01", "2015-01-01"),
                  (Side.END, "2015-12-31", "2015-12-31")]),
        ("2015-21", [(Side.START, "2015-01-01", "2015-12-31"),
                     (Side.END, "2015-01-01", "2015-12-31")]),
        ("2015-XX-XX", [(Side.START, "2015-01-01", "2015-12-31"),
                        (Side.END, "2015-01-01", "2015-12-31")]),
        ("2015-03-XX", [(Side.START, "2015-03-01", "2015-03-31"),
                        (Side.END, "2015-03-01", "2015-03-31")]),
        ("201X", [(Side.START, "2010-01-01", "2019-12-31"),
                  (Side.END, "2010-01-01", "2019-12-31")]),
    ],
)  # fmt: skip
def test_what_filled_its_time_has_a_start_and_an_end(
    edtf: str, wanted: list[tuple[Side, str, str]]
) -> None:
    found = moments(dated(edtf, Sense.THROUGHOUT))
    assert [(one.side, one.earliest, one.latest) for one in found] == [
        (side, day(first), day(last)) for side, first, last in wanted
    ]
    for sense in (None, Sense.SOME_TIME_WITHIN):
        assert [one.side for one in moments(dated(edtf, sense))] == [Side.WHOLE]


def test_what_has_no_place_on_a_calendar_cannot_be_counted() -> None:
    assert moments(None) == ()
    assert moments(made(Date, verbatim="the day after")) == ()


# What always holds.

DAYS = st.integers(-2_000_000, 2_000_000)
LENGTHS = st.integers(0, 40_000)


@st.composite
def bounded(draw: st.DrawFn) -> Moment:
    """A moment between two days."""
    first = draw(DAYS)
    return Moment(first, first + draw(LENGTHS))


@st.composite
def any_moment(draw: st.DrawFn) -> Moment:
    """A moment of which a side, or both, may be open."""
    made_one = draw(bounded())
    earliest = draw(st.sampled_from([made_one.earliest, None]))
    latest = draw(st.sampled_from([made_one.latest, None]))
    return Moment(earliest, latest)


def days_within(moment: Moment) -> st.SearchStrategy[int]:
    """Days that a moment may be; an open side reaches some way."""
    first, last = moment.earliest, moment.latest
    if first is None:
        first = (0 if last is None else last) - 50_000
    return st.integers(first, first + 100_000 if last is None else last)


def holds(elapsed: Elapsed, first: int, second: int) -> bool:
    """Whether what is told fits two days."""
    days = second - first
    within = elapsed.least <= abs(days) and (elapsed.most is None or abs(days) <= elapsed.most)
    ahead = elapsed.ahead is None or days <= elapsed.ahead
    behind = elapsed.behind is None or -days <= elapsed.behind
    ordered = {
        Order.SAME_DAY: days == 0,
        Order.FIRST: days >= 0,
        Order.SECOND: days <= 0,
        Order.UNKNOWN: True,
    }[elapsed.order]
    return within and ahead and behind and ordered


@given(any_moment(), any_moment(), st.data())
def test_every_two_days_that_are_possible_lie_within_the_range(
    first: Moment, second: Moment, data: st.DataObject
) -> None:
    found = between(first, second)
    assert found.most is None or 0 <= found.least <= found.most
    assert holds(found, data.draw(days_within(first)), data.draw(days_within(second)))


@given(bounded(), bounded())
def test_the_least_and_the_most_are_reached(first: Moment, second: Moment) -> None:
    found = between(first, second)
    lead, reach = second.earliest - first.latest, second.latest - first.earliest  # type: ignore[operator]
    possible = [0] if lead <= 0 <= reach else [min(abs(lead), abs(reach))]
    assert [found.least] == possible
    assert found.most == max(abs(lead), abs(reach))


@given(any_moment(), any_moment())
def test_the_other_way_round_it_is_as_many_days(first: Moment, second: Moment) -> None:
    there, back = between(first, second), between(second, first)
    assert (there.least, there.most) == (back.least, back.most)
    assert (there.ahead, there.behind) == (back.behind, back.ahead)
    turned = {Order.FIRST: Order.SECOND, Order.SECOND: Order.FIRST}
    assert back.order is turned.get(there.order, there.order)


@given(any_moment(), any_moment(), st.data())
def test_a_narrower_date_never_widens_the_range(
    first: Moment, second: Moment, data: st.DataObject
) -> None:
    one, other = data.draw(days_within(first)), data.draw(days_within(first))
    narrower = Moment(min(one, other), max(one, other))
    wide, narrow = between(first, second), between(narrower, second)
    assert narrow.least >= wide.least
    assert wide.most is None or (narrow.most is not None and narrow.most <= wide.most)
    assert wide.order in {narrow.order, Order.UNKNOWN} or narrow.order is Order.SAME_DAY
