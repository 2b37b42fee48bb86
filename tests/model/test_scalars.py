import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from caseviewer.model import scalars

CASES: list[tuple[str, object, bool]] = [
    ("Id", "p1", True),
    ("Id", "a.b_c-D9", True),
    ("Id", "x" * 64, True),
    ("Id", "x" * 65, False),
    ("Id", "-p1", False),
    ("Id", "p 1", False),
    ("Id", "p1\n", False),
    ("Id", "", False),
    ("Id", 1, False),
    ("Line", "a", True),
    ("Line", " a ", True),
    ("Line", " \t\n", False),
    ("Line", "\u00a0", False),
    ("Line", "x" * scalars.LINE_LIMIT, True),
    ("Line", "x" * (scalars.LINE_LIMIT + 1), False),
    ("Line", b"a", False),
    ("Text", "one\n\ntwo", True),
    ("Text", "x" * (scalars.TEXT_LIMIT + 1), False),
    ("Text", "\n", False),
    ("Words", " ", True),
    ("Words", "", False),
    ("Context", "", True),
    ("Context", 5, False),
    ("Country", "KAZ", True),
    ("Country", "kaz", False),
    ("Country", "KZ", False),
    ("Country", "KAZ\n", False),
    ("Language", "en", True),
    ("Language", "zh-Hant-TW", True),
    ("Language", "kk-Cyrl", True),
    ("Language", "e", False),
    ("Language", "en_GB", False),
    ("Language", "en-", False),
    ("Sha256", "0" * 64, True),
    ("Sha256", "A" * 64, False),
    ("Sha256", "0" * 63, False),
    ("MediaType", "text/plain", True),
    ("MediaType", "application/vnd.x+json", True),
    ("MediaType", "text/plain; charset=utf-8", False),
    ("MediaType", "text", False),
    ("Duration", "P90D", True),
    ("Duration", "P1Y6M", True),
    ("Duration", "P2W", True),
    ("Duration", "P", False),
    ("Duration", "PT5H", False),
    ("Duration", "P6M1Y", False),
    ("Day", "2011-06-09", True),
    ("Day", "2011-6-9", False),
    ("ExactDay", "2012-02-29", True),
    ("ExactDay", "2011-02-29", False),
    ("Edtf", "2010-12", True),
    ("Edtf", "2011-06-09/..", True),
    ("Edtf", "December 2010", False),
    ("Edtf", 2010, False),
    ("Number", 1, True),
    ("Number", 999_999, True),
    ("Number", 0, False),
    ("Number", 1_000_000, False),
    ("Number", True, False),
    ("Number", 1.0, False),
    ("Number", "1", False),
    ("Count", 0, True),
    ("Count", -1, False),
    ("Count", 2**53, False),
]


@pytest.mark.parametrize(("name", "value", "allowed"), CASES)
def test_what_a_scalar_allows(name: str, value: object, allowed: bool) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(getattr(scalars, name))
    try:
        assert adapter.validate_python(value) == value
        accepted = True
    except ValidationError:
        accepted = False
    assert accepted is allowed


@given(st.text())
def test_a_line_is_kept_to_the_letter(text: str) -> None:
    adapter = TypeAdapter(scalars.Line)
    try:
        assert adapter.validate_python(text) == text
    except ValidationError:
        assert not text.strip()


def test_a_list_is_left_at_its_first_fault() -> None:
    adapter: TypeAdapter[tuple[str, ...]] = TypeAdapter(scalars.Many[scalars.Id])
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python([1] * 1000)
    assert caught.value.error_count() == 1


def test_a_list_has_an_end() -> None:
    adapter: TypeAdapter[tuple[str, ...]] = TypeAdapter(scalars.Many[scalars.Id])
    ids = ["a"] * scalars.LIST_LIMIT
    assert adapter.validate_python(ids) == tuple(ids)
    with pytest.raises(ValidationError, match="at most 10000"):
        adapter.validate_python([*ids, "a"])


def test_a_list_is_a_list() -> None:
    adapter: TypeAdapter[tuple[str, ...]] = TypeAdapter(scalars.Many[scalars.Id])
    for value in ("abc", {"a": "b"}, None, 5):
        with pytest.raises(ValidationError):
            adapter.validate_python(value)
