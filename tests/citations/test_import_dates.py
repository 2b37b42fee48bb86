from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.citations.import_dates import read_date
from caseviewer.model.csl import CslDate
from caseviewer.model.dated import Date

CSL_DATE = TypeAdapter(CslDate)
DATE = TypeAdapter(Date)
WORDS = "is no date of the calendar and was kept in its words"


@pytest.mark.parametrize(
    ("value", "csl", "edtf"),
    [
        ({"date-parts": [[2012, 6, 26]]}, {"date-parts": [[2012, 6, 26]]}, "2012-06-26"),
        ({"date-parts": [["2010", "12"]]}, {"date-parts": [[2010, 12]]}, "2010-12"),
        ({"date-parts": [[2010, 0, 0]]}, {"date-parts": [[2010]]}, "2010"),
        ({"date-parts": [[2010, None, ""]]}, {"date-parts": [[2010]]}, "2010"),
        ({"date-parts": [[2019]], "season": "3"}, {"date-parts": [[2019, 23]]}, "2019-23"),
        ({"date-parts": [[2019, 21]]}, {"date-parts": [[2019, 21]]}, "2019-21"),
        (
            {"date-parts": [[2012]], "circa": 1},
            {"date-parts": [[2012]], "circa": True},
            "2012~",
        ),
        ({"date-parts": [[2012]], "circa": False}, {"date-parts": [[2012]]}, "2012"),
        ({"date-parts": [[2012, 5], [2012, 5]]}, {"date-parts": [[2012, 5]]}, "2012-05"),
        (
            {"date-parts": [[2012, 5], [2012, 6, 1]]},
            {"date-parts": [[2012, 5], [2012, 6, 1]]},
            "2012-05/2012-06-01",
        ),
        ({"date-parts": [[2012], [0]]}, {"date-parts": [[2012], [0]]}, "2012/.."),
        ("2012-06~", {"date-parts": [[2012, 6]], "circa": True}, "2012-06~"),
        ({"raw": "2012-XX"}, {"literal": "2012-XX"}, "2012-XX"),
        ({"literal": "2012/2013"}, {"date-parts": [[2012], [2013]]}, "2012/2013"),
    ],
)
def test_a_date_is_as_exact_as_it_is_given(value: object, csl: Any, edtf: str) -> None:
    found = read_date(value)
    assert (found.csl, found.record, found.remark) == (csl, {"edtf": edtf, "basis": "stated"}, "")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"literal": "after  1 June"}, "after 1 June"),
        ({"raw": "last year", "literal": " "}, "last year"),
        ({"date-parts": [[2019, 13]]}, "2019-13"),
        ({"date-parts": [[2019, 2, 30]]}, "2019-2-30"),
        ({"date-parts": [[2020], [2019]]}, "2020/2019"),
        ({"date-parts": [[-44]]}, "-44"),
        ({"date-parts": [[10_000]]}, "10000"),
        ({"date-parts": [["soon"]]}, "soon"),
        ({"date-parts": [[2019.5]]}, "2019.5"),
        ({"date-parts": [[1, 2, 3, 4]]}, "1-2-3"),
        ({"date-parts": [[2019], [2020], [2021]]}, "2019/2020"),
        ({"date-parts": [[0], [2020]]}, "2020"),
        ({"date-parts": 2019}, "2019"),
        ({"date-parts": [2019]}, "2019"),
    ],
)
def test_what_is_no_date_stays_words(value: object, words: str) -> None:
    found = read_date(value)
    assert found.csl == {"literal": words}
    assert found.record == {"verbatim": words, "basis": "stated"}
    assert found.remark == WORDS


@pytest.mark.parametrize(
    ("value", "remark"),
    [
        (3, "is no date and was left behind"),
        ({}, "holds nothing that can be kept as a date"),
        ({"date-parts": []}, "holds nothing that can be kept as a date"),
        ({"date-parts": [[None]]}, "holds nothing that can be kept as a date"),
        ({"literal": "\ud800"}, "holds nothing that can be kept as a date"),
        ({"date-parts": [["\ud800"]]}, "holds nothing that can be kept as a date"),
        ({"raw": "x" * 20_001}, "holds nothing that can be kept as a date"),
    ],
)
def test_where_there_is_nothing_nothing_is_made_up(value: object, remark: str) -> None:
    found = read_date(value)
    assert (found.csl, found.record, found.remark) == (None, None, remark)


def test_words_beside_a_date_are_kept_with_it() -> None:
    found = read_date({"date-parts": [[2012, 6]], "literal": "June 2012"})
    assert found.record == {"edtf": "2012-06", "verbatim": "June 2012", "basis": "stated"}


def test_what_is_beside_a_date_is_told() -> None:
    assert read_date({"date-parts": [[2012]], "x": 1}).remark == (
        "has parts that were left behind (“x”)"
    )
    found = read_date({"date-parts": [[2012]], "season": "Michaelmas"})
    assert found.csl == {"date-parts": [[2012]], "season": "Michaelmas"}
    assert found.remark == "has a season that stands in the data only"


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4), max_leaves=12)


@given(
    st.dictionaries(
        st.sampled_from(["date-parts", "season", "circa", "literal", "raw", "x"]), VALUES
    )
    | VALUES
)
def test_whatever_stands_there_becomes_a_date_of_the_model_or_a_remark(value: object) -> None:
    found = read_date(value)
    assert (found.csl is None) == (found.record is None)
    if found.csl is None:
        assert found.remark
    else:
        CSL_DATE.validate_python(found.csl)
        DATE.validate_python(found.record)
