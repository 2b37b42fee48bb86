"""Words for dates."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.dates import bounds_words, day_words, iso_day, words
from caseviewer.formatting.translate import set_translator
from caseviewer.model.dates import DateError, day_number, parse
from caseviewer.model.kinds import Sense

WITHIN, THROUGHOUT = Sense.SOME_TIME_WITHIN, Sense.THROUGHOUT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2010-12", "December 2010"),
        ("2011-06-09", "9 June 2011"),
        ("2010", "2010"),
        ("2012~", "about 2012"),
        ("2012?", "2012 (uncertain)"),
        ("2012%", "about 2012 (uncertain)"),
        ("2011-06-09~", "about 9 June 2011"),
        ("201X", "the 2010s"),
        ("201X~", "about the 2010s"),
        ("200X", "the years 2000 to 2009"),
        ("20XX", "the years 2000 to 2099"),
        ("2XXX", "the years 2000 to 2999"),
        ("007X", "the years AD 70 to AD 79"),
        ("000X", "the years 1 BC to AD 9"),
        ("-004X", "the years 50 BC to 41 BC"),
        ("-201X", "the years 2020 BC to 2011 BC"),
        ("2004-XX", "2004 (month not given)"),
        ("1985-04-XX", "April 1985 (day not given)"),
        ("1985-XX-XX", "1985 (month and day not given)"),
        ("2004-XX?", "2004 (month not given, uncertain)"),
        ("1985-04-XX%", "about April 1985 (day not given, uncertain)"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23?", "autumn 2001 (uncertain)"),
        ("2001-24", "winter 2001"),
        ("Y170000002", "the year 170000002"),
        ("Y-17000", "17001 BC"),
        ("-0044-03-15", "15 March 45 BC"),
        ("-0044", "45 BC"),
        ("0000", "1 BC"),
        ("0001", "AD 1"),
        ("0079", "AD 79"),
        ("0079-08-24", "24 August AD 79"),
        ("0999", "AD 999"),
        ("1000", "1000"),
        ("9999", "9999"),
        ("2015-11-27T12:04:00Z", "27 November 2015, 12:04:00 UTC"),
        ("2015-11-27T12:04:00+00:00", "27 November 2015, 12:04:00 UTC"),
        ("2015-11-27T12:04:00+05:00", "27 November 2015, 12:04:00 (UTC+05:00)"),
        ("2015-11-27T02:04:05-03:30", "27 November 2015, 02:04:05 (UTC\N{MINUS SIGN}03:30)"),
        ("2015-11-27T12:04:00", "27 November 2015, 12:04:00 (time zone not given)"),
    ],
)
def test_dates_in_words(text: str, said: str) -> None:
    assert words(parse(text)) == said
    assert words(parse(text), WITHIN) == said


@pytest.mark.parametrize(
    ("text", "sense", "said"),
    [
        ("2011-06-09/2012-06-26", WITHIN, "between 9 June 2011 and 26 June 2012"),
        ("2011-06-09/2012-06-26", THROUGHOUT, "from 9 June 2011 to 26 June 2012"),
        ("2011-06-09/2012-06-26", None, "9 June 2011 to 26 June 2012"),
        ("2011~/2012-06?", WITHIN, "between about 2011 and June 2012 (uncertain)"),
        ("2012-06-01/..", WITHIN, "after 1 June 2012"),
        ("2012-06-01/..", THROUGHOUT, "from 1 June 2012 on"),
        ("2012-06-01/..", None, "1 June 2012 or later"),
        ("../2012-06-01", WITHIN, "before 1 June 2012"),
        ("../2012-06-01", THROUGHOUT, "until 1 June 2012"),
        ("../2012-06-01", None, "1 June 2012 or earlier"),
        ("2012-06-01/", None, "from 1 June 2012, end unknown"),
        ("2012-06-01/", WITHIN, "from 1 June 2012, end unknown"),
        ("/2012-06-01", None, "until 1 June 2012, start unknown"),
        ("/2012-06-01", THROUGHOUT, "until 1 June 2012, start unknown"),
        ("2010-12", THROUGHOUT, "throughout December 2010"),
        ("2011-06-09", THROUGHOUT, "9 June 2011"),
    ],
)
def test_the_sense_of_a_span_in_words(text: str, sense: Sense | None, said: str) -> None:
    assert words(parse(text), sense) == said


@pytest.mark.parametrize(
    ("day", "said", "with_weekday"),
    [
        ((2012, 8, 30), "30 August 2012", "Thursday 30 August 2012"),
        ((2012, 9, 24), "24 September 2012", "Monday 24 September 2012"),
        ((2012, 6, 3), "3 June 2012", "Sunday 3 June 2012"),
        ((-44, 3, 15), "15 March 45 BC", "Thursday 15 March 45 BC"),
        ((17000, 1, 1), "1 January 17000", "Wednesday 1 January 17000"),
    ],
)
def test_days_in_words(day: tuple[int, int, int], said: str, with_weekday: str) -> None:
    assert day_words(day_number(*day)) == said
    assert day_words(day_number(*day), weekday=True) == with_weekday


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2011-06-09/2012-06-26", "earliest 9 June 2011, latest 26 June 2012"),
        ("2010-12", "earliest 1 December 2010, latest 31 December 2010"),
        ("2012-06-01/..", "earliest 1 June 2012, latest not given"),
        ("2012-06-01/", "earliest 1 June 2012, latest not given"),
        ("../2012-06-01", "earliest not given, latest 1 June 2012"),
        ("2011-06-09", "9 June 2011"),
        (
            "2012-06~",
            "earliest 1 June 2012, latest 30 June 2012 (only a guide: approximate)",
        ),
        ("2011-06-09?", "9 June 2011 (only a guide: uncertain)"),
        (
            "2011-06-09~/2012?",
            (
                "earliest 9 June 2011, latest 31 December 2012"
                " (only a guide: approximate and uncertain)"
            ),
        ),
        ("2001-24", "earliest 1 December 2000, latest 28 February 2002"),
    ],
)
def test_bounds_in_words(text: str, said: str) -> None:
    assert bounds_words(parse(text)) == said


POINTS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.from_regex(r"-?[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4]))?[?~%]?", fullmatch=True),
    st.from_regex(r"-?[0-9](XXX|[0-9]XX|[0-9][0-9]X)[?~%]?", fullmatch=True),
    st.from_regex(r"-?[0-9]{4}-((0[1-9]|1[0-2])-XX|XX(-XX)?)[?~%]?", fullmatch=True),
    st.from_regex(r"Y-?[1-9][0-9]{4,11}[?~%]?", fullmatch=True),
    st.datetimes(timezones=st.timezones() | st.none()).map(
        lambda moment: moment.isoformat(timespec="seconds")
    ),
)
SIDES = POINTS | st.sampled_from(["", ".."])


@given(POINTS | st.tuples(SIDES, SIDES).map("/".join), st.sampled_from([None, WITHIN, THROUGHOUT]))
def test_no_words_hold_a_date_in_numbers(text: str, sense: Sense | None) -> None:
    try:
        date = parse(text)
    except DateError:
        return
    for said in (words(date, sense), bounds_words(date)):
        assert not re.search(r"[0-9]\s*[/.\-\N{EN DASH}\N{MINUS SIGN}]\s*[0-9]", said)
        assert "X" not in said
        assert said == said.strip()


def test_every_word_goes_through_the_translator() -> None:
    before = set_translator(lambda text: re.sub(r"[A-Za-z]+(?![a-z]*\})", "#", text))
    try:
        for text in ("2010-12", "2001-21~", "-0044/0079?", "1985-XX-XX", "2015-11-27T12:04:00Z"):
            assert not re.search("[a-z]{2}", words(parse(text), WITHIN))
            assert not re.search("[a-z]{2}", bounds_words(parse(text)))
        assert not re.search("[a-z]{2}", day_words(1, weekday=True))
    finally:
        set_translator(before)


@given(st.integers(1, date.max.toordinal()))
def test_days_are_written_as_iso_8601(day: int) -> None:
    assert iso_day(day) == (date.min + timedelta(days=day - 1)).isoformat()


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, ""),
        (0, "0000-12-31"),
        (-365, "0000-01-01"),
        (-366, "-0001-12-31"),
        (day_number(-9999, 1, 1), "-9999-01-01"),
        (day_number(-10000, 12, 31), ""),
        (day_number(10000, 1, 1), ""),
    ],
)
def test_days_that_cannot_be_written_so_are_left_out(day: int | None, text: str) -> None:
    assert iso_day(day) == text
