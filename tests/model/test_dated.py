import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.model.dated import Date
from caseviewer.model.dates import parse
from caseviewer.model.kinds import DateBasis, Sense

ADAPTER = TypeAdapter(Date)


def test_a_date_is_parsed_as_far_as_it_is_known() -> None:
    date = ADAPTER.validate_python({
        "edtf": "2011-06-09/2012-06-26", "basis": "bounded", "sense": "some_time_within",
    })  # fmt: skip
    assert date.value == parse("2011-06-09/2012-06-26")
    assert (date.basis, date.sense) == (DateBasis.BOUNDED, Sense.SOME_TIME_WITHIN)


def test_a_date_in_the_source_s_words_alone() -> None:
    date = Date(verbatim="shortly after the harvest")
    assert date.value is None
    assert date.basis is DateBasis.STATED


def test_a_date_says_something() -> None:
    with pytest.raises(ValidationError, match="needs “edtf”, “verbatim” or both"):
        ADAPTER.validate_python({"basis": "stated"})


def test_a_date_that_cannot_be_read_says_why() -> None:
    with pytest.raises(ValidationError, match="no month 13"):
        ADAPTER.validate_python({"edtf": "2012-13"})
