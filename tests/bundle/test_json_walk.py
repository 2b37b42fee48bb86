"""The walk accepts what the standard library accepts, and knows where it stands."""

import json
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.bundle.json_walk import Expect, Walk, skip_space
from tests.bundle.json_samples import Writer, broken_texts, written


def refuse(literal: str) -> NoReturn:
    raise ValueError(literal)


def is_json(text: str) -> bool:
    try:
        json.loads(text, parse_constant=refuse)
    except ValueError:
        return False
    return True


@given(written())
def test_it_walks_through_all_json(sample: tuple[object, Writer]) -> None:
    _, writer = sample
    walk = Walk(writer.text)
    values: list[int] = []
    keys: list[int] = []
    for kind, start, _ in walk:
        if kind in {"string", "number", "word", "open"}:
            values.append(start)
        elif kind == "key":
            keys.append(start)
    assert walk.fault is None
    assert walk.frames == []
    assert values == sorted(writer.values.values())
    assert keys == sorted(writer.keys.values())


@given(st.one_of(broken_texts, st.text(max_size=8)))
def test_it_stops_in_all_other_texts(text: str) -> None:
    walk = Walk(text)
    for _ in walk:
        pass
    assert (walk.fault is None) is is_json(text)


def test_it_knows_its_way() -> None:
    walk = Walk('{"a": [1, {"b": 2, "b": 3}], "c": 4}')
    steps = [(kind, walk.path) for kind, _, _ in walk]
    assert steps == [
        ("open", ()),
        ("key", ("a",)),
        ("colon", ("a",)),
        ("open", ("a", 0)),
        ("number", ("a", 0)),
        ("comma", ("a", 1)),
        ("open", ("a", 1)),
        ("key", ("a", 1, "b")),
        ("colon", ("a", 1, "b")),
        ("number", ("a", 1, "b")),
        ("comma", ("a", 1)),
        ("again", ("a", 1, "b")),
        ("colon", ("a", 1, "b")),
        ("number", ("a", 1, "b")),
        ("close", ("a", 1)),
        ("close", ("a",)),
        ("comma", ()),
        ("key", ("c",)),
        ("colon", ("c",)),
        ("number", ("c",)),
        ("close", ()),
    ]


@pytest.mark.parametrize(
    ("text", "offset", "expect"),
    [
        ("", 0, Expect.VALUE),
        ("[", 1, Expect.FIRST_ITEM),
        ("[1, ]", 4, Expect.ITEM),
        ("[1 2", 3, Expect.NEXT_ITEM),
        ("{1", 1, Expect.FIRST_KEY),
        ('{"a":1,', 7, Expect.KEY),
        ('{"a" 1', 5, Expect.COLON),
        ('{"a": x', 6, Expect.MEMBER),
        ('{"a": 1 x', 8, Expect.NEXT_MEMBER),
        ("[]\n x", 4, Expect.END),
    ],
)
def test_it_knows_what_it_expected(text: str, offset: int, expect: Expect) -> None:
    walk = Walk(text)
    for _ in walk:
        pass
    assert (walk.fault, walk.expect) == (offset, expect)


@pytest.mark.parametrize(
    ("text", "start", "end"), [("  a", 0, 2), ("a", 0, 0), (" \t\r\n", 0, 4), ("", 0, 0)]
)
def test_skip_space(text: str, start: int, end: int) -> None:
    assert skip_space(text, start) == end
