from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.notes import codec
from caseviewer.notes.annotations import values_of
from caseviewer.notes.codec import CONTEXT, NUMBER_LIMIT, Found, read, write
from caseviewer.notes.json_values import DEPTH_LIMIT, Fault, FaultyFileError, text_of
from caseviewer.notes.values import TEXT_LIMIT, Notes
from tests.notes.making import CASE, JSON, any_notes, mark, note, notes, star, values

OTHER = '{"id": "urn:x", "type": "Annotation"}'
SOME = notes(note("Қазақстан"), star(minutes=1), mark(minutes=2), others=(OTHER,))


def test_a_file_is_a_collection_with_its_page_in_it() -> None:
    found = values(write(SOME, CASE, "A crossing"))
    assert found["@context"] == [CONTEXT, {"caseviewer": "urn:x-caseviewer:"}]
    assert (found["type"], found["label"], found["total"]) == (
        "AnnotationCollection", "A crossing", 4,
    )  # fmt: skip
    first = found["first"]
    assert (first["type"], first["startIndex"]) == ("AnnotationPage", 0)
    assert first["partOf"] == found["id"] == "urn:x-caseviewer:notes:small-case"
    assert first["id"] != found["id"]
    assert [item.get("motivation") for item in first["items"]] == [
        "commenting", "bookmarking", "tagging", None,
    ]  # fmt: skip


def test_each_annotation_stands_on_a_line_of_its_own() -> None:
    lines = write(SOME, CASE, "").decode().split("\n")
    assert sum('"type": "Annotation"' in line for line in lines) == 4
    assert any("Қазақстан" in line for line in lines)


@given(any_notes())
def test_any_notes_come_back_as_they_were(kept: Notes) -> None:
    found = read(write(kept, CASE, "A title"), CASE)
    assert found.notes == kept
    assert found.fault is None
    assert found.not_understood + found.elsewhere == len(kept.others)
    assert write(found.notes, CASE, "A title") == write(kept, CASE, "A title")


def as_file(value: object) -> bytes:
    return text_of(value).encode("utf-8", "surrogatepass")


ITEM: dict[str, Any] = values_of(note(), CASE)


@pytest.mark.parametrize(
    "value",
    [
        [ITEM],
        ITEM,
        {"type": "AnnotationPage", "items": [ITEM]},
        {"type": "AnnotationCollection", "first": {"items": [ITEM]}},
        {"items": [ITEM], "type": ["AnnotationPage", "x"]},
    ],
)
def test_other_files_of_annotations_are_read(value: object) -> None:
    assert read(as_file(value), CASE) == Found(notes(note()))


def test_annotations_of_other_cases_and_of_other_programs_are_counted_and_kept() -> None:
    other = values_of(star("somebody"), "other-case")
    found = read(as_file([ITEM, other, other, 5, "urn:x"]), CASE)
    assert (found.elsewhere, found.not_understood) == (2, 2)
    assert found.notes == notes(note(), others=tuple(sorted([text_of(other), "5", '"urn:x"'])))


def test_of_two_annotations_with_one_id_the_second_is_kept_as_it_is() -> None:
    again = values_of(note("Another text."), CASE)
    found = read(as_file([ITEM, again]), CASE)
    assert found.notes == notes(note(), others=(text_of(again),))
    assert found.not_understood == 1
    assert read(write(found.notes, CASE, ""), CASE) == found


@pytest.mark.parametrize(
    "value", [5, "a", None, {}, {"items": {}}, {"first": "urn:x"}, {"first": {"items": 5}}]
)
def test_json_without_annotations_is_told(value: object) -> None:
    assert read(as_file(value), CASE) == Found(fault=Fault.NOT_NOTES)


def test_what_is_nested_deeply_is_not_read_as_it_could_not_be_written() -> None:
    value: object = 1
    for _ in range(DEPTH_LIMIT - 2):
        value = [value]
    found = read(as_file([value]), CASE)
    assert found.fault is None
    assert read(write(found.notes, CASE, ""), CASE) == found
    assert read(as_file([[value]]), CASE) == Found(fault=Fault.NOT_NOTES)


def test_too_many_are_neither_read_nor_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert NUMBER_LIMIT > 10_000
    monkeypatch.setattr(codec, "NUMBER_LIMIT", 2)
    assert read(as_file([1, 2]), CASE).fault is None
    assert read(as_file([1, 2, 3]), CASE) == Found(fault=Fault.TOO_MANY)
    with pytest.raises(FaultyFileError, match="too_many"):
        write(SOME, CASE, "")


def test_what_would_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    write(notes(note("a" * TEXT_LIMIT)), CASE, "")
    with pytest.raises(FaultyFileError, match="too_long"):
        write(notes(note("a" * (TEXT_LIMIT + 1))), CASE, "")
    monkeypatch.setattr(codec, "SIZE_LIMIT", 500)
    with pytest.raises(FaultyFileError, match="too_large"):
        write(SOME, CASE, "")


@given(st.binary() | JSON.map(as_file) | st.lists(JSON).map(as_file))
def test_no_file_raises(data: bytes) -> None:
    found = read(data, CASE)
    if found.fault is None:
        assert read(write(found.notes, CASE, ""), CASE).notes == found.notes


@given(st.data(), any_notes())
def test_a_file_that_was_cut_or_changed_does_not_raise(data: st.DataObject, kept: Notes) -> None:
    whole = bytearray(write(kept, CASE, "A title"))
    end = data.draw(st.integers(0, len(whole)))
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(whole[:end]), CASE)
    read(bytes(whole), CASE)
