"""Days and durations of every kind, drawn at random; days are reckoned by the standard library."""

from datetime import date

from hypothesis import strategies as st

from caseviewer.model.dates import day_number

EPOCH = day_number(1970, 1, 1)


def number(day: str) -> int:
    """The number of a day that is written YYYY-MM-DD."""
    return EPOCH + (date.fromisoformat(day) - date(1970, 1, 1)).days


DAYS = st.integers(number("1900-01-01"), number("2100-01-01"))
DURATIONS = st.one_of(
    st.integers(0, 400).map("P{}D".format),
    st.integers(0, 60).map("P{}W".format),
    st.integers(0, 60).map("P{}M".format),
    st.tuples(st.integers(0, 9), st.integers(0, 20)).map(lambda parts: "P{}Y{}M".format(*parts)),
)
