"""Places of values and keys: right in every text, and found at all only where there is one."""

import json
import time

import pytest
from hypothesis import given

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.positions import (
    DuplicateKey,
    Positions,
    duplicate_keys,
    line_around,
    place_of,
    places_of,
)
from caseviewer.model.problems import Place
from tests.bundle.json_samples import Writer, broken_texts, offset_of, written

TEXT = """{
  "title": "Ä \\"quoted\\" [sic]",
  "chronology": [
    {"id": "e1", "date": {"edtf": "2010-12"}},
    {"id": "e2", "\\u0064ate": {"edtf": "2010-13"}}
  ],
  "empty": [], "last": 1
}"""


@given(written())
def test_every_place_is_the_one_where_the_value_was_written(
    sample: tuple[object, Writer],
) -> None:
    _, writer = sample
    text = writer.text
    decoder = json.JSONDecoder()
    positions = Positions(text)
    found = positions.find(writer.values)
    assert {path: offset_of(text, place) for path, place in found.items()} == writer.values
    whole = json.loads(text)
    for path, place in found.items():
        expected = whole
        for step in path:
            expected = expected[step]
        assert decoder.raw_decode(text, offset_of(text, place))[0] == expected
    for path, offset in writer.keys.items():
        key_place = positions.key_place(path)
        assert key_place is not None
        assert offset_of(text, key_place) == offset
        assert decoder.raw_decode(text, offset)[0] == path[-1]
    assert duplicate_keys(text) == []


@given(written())
def test_one_path_at_a_time_gives_the_same(sample: tuple[object, Writer]) -> None:
    _, writer = sample
    for path, offset in writer.values.items():
        place = Positions(writer.text).place(path)
        assert place is not None
        assert offset_of(writer.text, place) == offset


@given(broken_texts)
def test_no_text_breaks_it(text: str) -> None:
    positions = Positions(text)
    paths: list[Path] = [(), (0,), ("a",), (0, "b"), ("a", 1, 0), ("é",)]
    places = positions.find(paths)
    assert (set(places) == set(paths)) is bool(text.strip(" \t\r\n"))
    duplicate_keys(text)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (2, 12), (2, 3)),
        (("chronology",), (3, 17), (3, 3)),
        (("chronology", 1), (5, 5), (5, 5)),
        (("chronology", 1, "date"), (5, 31), (5, 18)),
        (("chronology", 1, "date", "edtf"), (5, 40), (5, 32)),
        (("last",), (7, 24), (7, 16)),
        # What is missing has the place of what is around it.
        (("chronology", 1, "date", "basis"), (5, 31), (5, 31)),
        (("chronology", 7, "date"), (3, 17), (3, 17)),
        (("chronology", "id"), (3, 17), (3, 17)),
        (("empty", 0), (7, 12), (7, 12)),
        (("title", 0), (2, 12), (2, 12)),
        (("nothing", "at", "all"), (1, 1), (1, 1)),
        ((0,), (1, 1), (1, 1)),
    ],
)
def test_places(path: Path, value: tuple[int, int], key: tuple[int, int]) -> None:
    positions = Positions(TEXT)
    assert positions.place(path) == Place(*value)
    assert positions.key_place(path) == Place(*key)


def test_many_paths_at_once_are_scanned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    positions = Positions(TEXT)
    paths: list[Path] = [("last",), ("chronology", 0, "id"), ("last",)]
    found = positions.find(paths)
    assert found == {("last",): Place(7, 24), ("chronology", 0, "id"): Place(4, 12)}
    monkeypatch.setattr("caseviewer.bundle.positions._scan", lambda *_: pytest.fail("again"))
    assert positions.place(("last",)) == Place(7, 24)
    assert positions.key_place(("last",)) == Place(7, 16)


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_text_without_a_value(text: str) -> None:
    assert Positions(text).find([(), ("a",)]) == {}
    assert Positions(text).place(("a",)) is None
    assert Positions(text).key_place(("a",)) is None


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ('{"a\\q": 1, "b": 2}', ("b",), Place(1, 17)),  # a spelling that is not allowed
        ('{"a": 1, "a": 2}', ("a",), Place(1, 7)),  # the first of the two
        ('{"a": [1, 2', ("a", 1), Place(1, 11)),
        ('["x" "y", "z"]', (1,), Place(1, 1)),
        ('{"a" 1, "b": 2}', ("b",), Place(1, 1)),
        ('{"a": }', ("a", "b"), Place(1, 7)),
        ("[1, {", (1, "a"), Place(1, 5)),
        ("nonsense", ("a",), Place(1, 1)),
    ],
)
def test_broken_texts(text: str, path: Path, place: Place) -> None:
    assert Positions(text).place(path) == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a\nb", {0: Place(1, 1), 1: Place(1, 2), 2: Place(2, 1), 3: Place(2, 2)}),
        ("a\r\nb", {3: Place(2, 1)}),
        ("a\rb", {2: Place(2, 1)}),
        ("😀é\n", {2: Place(1, 3), 3: Place(2, 1), -1: None}),
        ("", {0: Place(1, 1)}),
    ],
)
def test_lines_and_columns_count_characters(text: str, places: dict[int, Place | None]) -> None:
    expected = {offset: place for offset, place in places.items() if place}
    assert places_of(text, places) == expected
    for offset, place in expected.items():
        assert place_of(text, offset) == place


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        ("one\ntwo\nthree", 5, "two"),
        ("one\r\ntwo\r\n", 6, "two"),
        ("one\rtwo", 5, "two"),
        ("one\n", 4, ""),
        ("one\ntwo", 3, "one"),
        ("x" * 200, 0, "x" * 120 + "…"),
        ("x" * 200, 199, "…" + "x" * 120),
        ("x" * 100 + "y" + "x" * 100, 100, "…" + "x" * 60 + "y" + "x" * 59 + "…"),
        ("x" * 120, 60, "x" * 120),
    ],
)
def test_the_line_around(text: str, offset: int, line: str) -> None:
    assert line_around(text, offset) == line


def test_duplicate_keys() -> None:
    text = '{"a": {"x": 1, "y": 2,\n "\\u0078": 3},\n "a": [{"": 1, "": 2, "": 3}]}'
    assert duplicate_keys(text) == [
        DuplicateKey(("a",), "x", Place(1, 8), Place(2, 2)),
        DuplicateKey((), "a", Place(1, 2), Place(3, 2)),
        DuplicateKey(("a", 0), "", Place(3, 9), Place(3, 16)),
        DuplicateKey(("a", 0), "", Place(3, 9), Place(3, 23)),
    ]


def test_duplicate_keys_up_to_a_fault() -> None:
    assert len(duplicate_keys('[{"a": 1, "a": 2}, {"a": 1 "a": 2}]')) == 1
    assert duplicate_keys("nonsense") == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "[" * 50_000 + "]" * 50_000,
        '{"a":' * 20_000,
        '"' + "\\u0041" * 50_000,
        '["' + '\\"' * 50_000 + '"]',
        "[" + '"",' * 50_000 + "1]",
        "[" + " " * 500_000,
        "[" + "-" * 500_000,
        '{"' + "a" * 500_000,
        "\n" * 500_000 + "1",
    ],
    ids=range(10),
)
def test_hostile_texts_take_no_long_time(text: str) -> None:
    start = time.process_time()
    Positions(text).find([(0,), ("a", "a"), (0, 0), (1,)])
    duplicate_keys(text)
    assert time.process_time() - start < 5
