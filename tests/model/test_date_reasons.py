"""The sentences with which a date is refused."""

import pytest

from caseviewer.model import date_reasons
from caseviewer.model.dates import parse


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            date_reasons.no_day("2012-02-30", 30, year=2012, month=2, last=29),
            "“2012-02-30” has no day 30: February 2012 has 29 days.",
        ),
        (
            date_reasons.no_time("2011-06-09T24:00:00", "hour", "24", 23),
            "“2011-06-09T24:00:00” has no hour 24; it lies between 00 and 23.",
        ),
        (
            date_reasons.unreadable("tomorrow"),
            (
                "“tomorrow” is not a date that can be read;"
                " a date is written like 2011-06-09, 2011-06 or 2011."
            ),
        ),
        (
            date_reasons.too_long(65, 64),
            (
                "The date is 65 characters long; at most 64 are read,"
                " and a date is written like 2011-06-09, 2011-06 or 2011."
            ),
        ),
    ],
)
def test_sentences_name_what_was_found_and_what_is_expected(sentence: str, said: str) -> None:
    assert sentence == said


def test_signs_that_cannot_be_seen_are_shown() -> None:
    said = date_reasons.unreadable("2012\N{RIGHT-TO-LEFT OVERRIDE}\N{NULL}")
    assert said.startswith("“2012\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}”")


@pytest.mark.parametrize(
    "example",
    [
        "2011-06-09",
        "2011-06",
        "2011",
        "2011-06-09/2012-06-26",
        "2012-06-01/..",
        "../2012-06-01",
        "201X",
        "20XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "Y17000",
        "Y-17000",
        "2011-06-09T12:04:00",
        "2011-06-09T12:04:00Z",
        "2011-06-09T12:04:00+05:00",
    ],
)
def test_every_example_in_a_sentence_can_be_read(example: str) -> None:
    sentences = (
        date_reasons.unreadable("tomorrow"),
        date_reasons.unreadable("XXXX"),
        date_reasons.unreadable("Y1"),
        date_reasons.unreadable("2011T12"),
        date_reasons.time_in_interval("2011-06-09T12:04:00"),
        date_reasons.boundless("/"),
    )
    assert any(example in sentence for sentence in sentences)
    assert parse(example).text == example
