from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.notes import json_values
from caseviewer.notes.json_values import (
    DEPTH_LIMIT,
    Fault,
    FaultyFileError,
    is_deep,
    parsed,
    text_of,
)
from tests.notes.making import JSON


@given(JSON)
def test_any_value_comes_back_as_it_was(value: object) -> None:
    assert parsed(text_of(value).encode()) == value


@given(JSON)
def test_a_value_stands_on_one_line(value: object) -> None:
    assert "\n" not in text_of(value)


def test_equal_values_look_alike() -> None:
    assert text_of({"b": 1, "a": 2}) == text_of({"a": 2, "b": 1})


def test_other_scripts_can_be_read_and_halves_of_characters_can_be_written() -> None:
    assert text_of("Қазақстан") == '"Қазақстан"'
    assert text_of("Қ\ud800") == '"\\u049a\\ud800"'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b"\xff\xfe[\x00]\x00",
        b"[NaN]",
        b"[-Infinity]",
        b"[1e999]",
        b'{"a": 1, "a": 2}',
        b'{"a": 1, "\\u0061": 2}',
        b"[" * 100_000,
        b"1" * 5_000,
    ],
)
def test_what_is_not_json_or_could_be_read_in_two_ways_is_refused(data: bytes) -> None:
    with pytest.raises(FaultyFileError) as caught:
        parsed(data)
    assert caught.value.fault is Fault.NOT_JSON
    assert str(caught.value) == "not_json"


def test_a_mark_of_the_order_of_bytes_is_left_aside() -> None:
    assert parsed(b"\xef\xbb\xbf[]") == []


def test_a_file_that_is_too_large_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "SIZE_LIMIT", 3)
    assert parsed(b"[1]") == [1]
    with pytest.raises(FaultyFileError) as caught:
        parsed(b"[1 ]")
    assert caught.value.fault is Fault.TOO_LARGE


@given(st.binary())
def test_any_bytes_are_a_value_or_a_fault(data: bytes) -> None:
    with suppress(FaultyFileError):
        text_of(parsed(data))


@pytest.mark.parametrize("step", ["list", "object"])
def test_depth_is_told(step: str) -> None:
    value: object = 1
    for _ in range(DEPTH_LIMIT - 1):
        value = [value] if step == "list" else {"a": value, "b": 1}
    assert not is_deep(value)
    assert is_deep([value])
