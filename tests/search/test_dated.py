"""Whether dates lie before or after a day."""

from typing import Any

import pytest

from caseviewer.search.dated import Certainty, Dates
from caseviewer.search.filters import Field, filter_of
from tests.formatting.making import changed, opened

SURELY, PERHAPS, NOT, UNDATED = Certainty


def certainty(
    typed: str, record: str = "crossing", changes: dict[str, list[Any]] | None = None
) -> Certainty:
    field, _, value = typed.partition(":")
    case = opened(**(changes or {}))
    item = case.index.get(record)
    assert item is not None
    return Dates(case).certainty(item, filter_of(Field(field), value))


@pytest.mark.parametrize(
    ("edtf", "typed", "expected"),
    [
        ("2019-05-03", "before:2019", NOT),
        ("2019-05-03", "before:2020", SURELY),
        ("2018-12-31", "before:2019", SURELY),
        ("2019-01-01", "before:2019", NOT),
        ("2019-05-03", "before:2019-05-03", NOT),
        ("2019-05-03", "before:2019-05-04", SURELY),
        ("2019-05-03", "before:May 2019", NOT),
        ("2019-05-03", "before:June 2019", SURELY),
        ("2019-05-03", "after:2018", SURELY),
        ("2019-05-03", "after:2019", NOT),
        ("2020-01-01", "after:2019", SURELY),
        ("2019-12-31", "after:2019", NOT),
        ("2019-05-03", "after:2019-05-03", NOT),
        ("2019-05-03", "after:2019-05-02", SURELY),
        ("2019-05-03", "after:April 2019", SURELY),
        # what only may lie there
        ("2019", "before:2019-05-04", PERHAPS),
        ("2019", "after:2019-05-04", PERHAPS),
        ("2018/2019", "before:2019", PERHAPS),
        ("2018/2019", "after:2018", PERHAPS),
        ("2018/2019", "after:2019", NOT),
        ("2018/..", "after:2030", PERHAPS),
        ("../2018", "before:1900", PERHAPS),
        ("2018/..", "before:2018", NOT),
        ("../2018", "after:2018", NOT),
        ("2018~", "before:2020", PERHAPS),
        ("2018?", "after:2010", PERHAPS),
        ("2018~", "before:2000", NOT),
        ("201X", "before:2015", PERHAPS),
    ],
)
def test_before_and_after(edtf: str, typed: str, expected: Certainty) -> None:
    assert certainty(typed, changes=changed("chronology", date={"edtf": edtf})) is expected


@pytest.mark.parametrize(
    ("record", "typed", "expected"),
    [
        ("answer", "before:2019-08-02", NOT),  # its window: 2 August to 29 October 2019
        ("answer", "before:2019-10-01", PERHAPS),
        ("answer", "before:2019-10-30", SURELY),
        ("report", "before:2019-05-20", NOT),  # published
        ("report", "before:2019-05-21", SURELY),
        ("reprint", "before:2030", UNDATED),
        ("asked", "after:2019-05-19", SURELY),  # a step of its way
        ("heard", "after:2000", UNDATED),
        ("communication", "before:2019-05-04", NOT),  # its complaint
        ("communication", "before:2019-06-01", PERHAPS),
        ("group", "before:2030", UNDATED),
        ("t-words", "before:2030", UNDATED),
        ("names", "before:2030", UNDATED),
    ],
)
def test_dates_of_records_of_each_kind(record: str, typed: str, expected: Certainty) -> None:
    assert certainty(typed, record) is expected


def test_dates_in_words_alone_cannot_be_compared() -> None:
    case = changed("chronology", date={"verbatim": "in the spring"})
    assert certainty("before:2030", changes=case) is UNDATED
    assert certainty("before:2030", changes=changed("chronology", date=None)) is UNDATED


def test_a_deadline_without_bounds_has_no_date() -> None:
    triggers = [{"label": "some day"}]
    assert certainty("before:2030", "answer", changed("deadlines", triggers=triggers)) is UNDATED


def test_the_best_of_several_dates_counts() -> None:
    chain = [{"link": "said", "date": {"edtf": "2019"}},
             {"link": "published", "date": {"edtf": "2020-01-01"}}]  # fmt: skip
    case = changed("quotations", chain=chain)
    assert certainty("after:2019-05-01", "asked", case) is SURELY
    assert certainty("before:2019-05-01", "asked", case) is PERHAPS


def test_one_date_has_to_meet_all_conditions() -> None:
    chain = [{"link": "said", "date": {"edtf": "2017"}},
             {"link": "published", "date": {"edtf": "2019/2021"}}]  # fmt: skip
    case = opened(**changed("quotations", chain=chain))
    dates, item = Dates(case), case.index.get("asked")
    assert item is not None
    after, before = filter_of(Field.AFTER, "2017"), filter_of(Field.BEFORE, "2019")
    assert dates.certainty(item, after) is dates.certainty(item, before) is SURELY
    assert dates.certainty(item, after, before) is NOT
    before = filter_of(Field.BEFORE, "2020")
    assert dates.doubtful(item, before) == ""
    assert dates.doubtful(item, after, before) == "2019 to 2021"


def test_a_doubtful_date_is_told_in_words() -> None:
    case = opened(**changed("chronology", date={"edtf": "2018/2019"}))
    dates, item = Dates(case), case.index.get("crossing")
    assert item is not None
    assert dates.doubtful(item, filter_of(Field.BEFORE, "2019")) == "2018 to 2019"
    assert dates.doubtful(item, filter_of(Field.BEFORE, "2020")) == ""
    assert dates.doubtful(item, filter_of(Field.BEFORE, "2017")) == ""
    answer = case.index.get("answer")
    assert answer is not None
    assert dates.doubtful(answer, filter_of(Field.BEFORE, "2019-09-01")) == (
        "2 August to 29 October 2019; start not stated"
    )


def test_without_a_day_nothing_lies_there() -> None:
    case = opened()
    item = case.index.get("crossing")
    assert item is not None
    found = Dates(case).certainty(item, filter_of(Field.PARTY, "x"))
    assert found is Certainty.NOT
