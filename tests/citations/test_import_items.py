from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.citations.import_entry import Entry
from caseviewer.citations.import_items import read_item
from caseviewer.model.csl import CslItem

ITEM = TypeAdapter(CslItem)


def item(**fields: Any) -> dict[str, Any]:
    """The item of an entry about which there is nothing to tell."""
    entry = Entry({"type": "book", **fields})
    found, _ = read_item(entry)
    assert entry.remarks == []
    return found


def told(fields: dict[str, Any]) -> list[str]:
    """What is told of an entry of which nothing can be kept."""
    entry = Entry({"type": "book", **fields})
    assert read_item(entry) == ({"type": "book"}, {})
    return entry.remarks


def test_fields_are_kept_as_they_are() -> None:
    fields = {
        "title": "A \u00a0 B",
        "volume": 3,
        "author": [{"family": "Odrin", "given": "Vera"}, {"literal": "Custody Watch"}],
        "issued": {"date-parts": [[2012, 6]]},
        "note": "one\n\ntwo",
    }
    assert item(**fields, id="x", editor=[], DOI="", ISBN=None) == {"type": "book", **fields}


def test_dates_come_for_the_record_too() -> None:
    _, dates = read_item(Entry({"type": "book", "accessed": "2012-06"}))
    assert dates == {"accessed": {"edtf": "2012-06", "basis": "stated"}}


def test_what_counts_something_may_become_a_text() -> None:
    assert item(section=5, issue=10**20, version=1.5, title="a\n b ") == {
        "type": "book",
        "section": "5",
        "issue": "100000000000000000000",
        "version": "1.5",
        "title": "a b",
    }


def test_old_names_of_fields_are_known() -> None:
    assert item(event="Ninth session", shortTitle="T", journalAbbreviation="J") == {
        "type": "book",
        "event-title": "Ninth session",
        "title-short": "T",
        "container-title-short": "J",
    }


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ({"foo": 1}, "The field “foo” has no place in a bundle and was left behind"),
        ({"title-short": "x" * 20_001}, "The field “title-short” is too long and was left behind"),
        ({"volume": True}, "The field “volume” is no text and was left behind"),
        ({"volume": {"a": 1}}, "The field “volume” is no text and was left behind"),
        ({"volume": float("inf")}, "The field “volume” is no number and was left behind"),
        ({"title": "\ud800"}, "The field “title” holds half a character and was left behind"),
        (
            {"author": [{"family": "\ud800"}]},
            "The field “author” holds half a character and was left behind",
        ),
        ({"author": ["Odrin"]}, "The field “author” is no list of names and was left behind"),
        (
            {"author": "Odrin"},
            "The field “author” is not what stands in its place in a bundle, and was left behind",
        ),
        (
            {"author": [{"family": "a"}] * 10_001},
            "The field “author” has too many entries and was left behind",
        ),
        ({"author": [{"x": "a"}]}, "“x” of a name in “author” was left behind"),
        ({"author": [{"family": 3}]}, "“family” of a name in “author” was left behind"),
        ({"issued": 3}, "The date “issued” is no date and was left behind"),
    ],
)
def test_what_has_no_place_is_told(fields: dict[str, Any], remark: str) -> None:
    assert told(fields) == [remark]


def test_blank_fields_are_no_fields() -> None:
    assert told({"title": " ", "author": [{"family": " "}]}) == []


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ({}, "There is no type, and “document” stands for it"),
        ({"type": "x"}, "The type “x” is none of CSL, and “document” stands for it"),
        ({"type": ["x"]}, "There is no type, and “document” stands for it"),
    ],
)
def test_without_a_type_it_is_a_document(fields: dict[str, Any], remark: str) -> None:
    entry = Entry(fields)
    assert read_item(entry) == ({"type": "document"}, {})
    assert entry.remarks == [remark]


def test_markup_is_left_off_and_told() -> None:
    entry = Entry({"type": "book", "title": 'On <i>x</i> <span class="nocase">NGO</span> < 3'})
    assert read_item(entry)[0]["title"] == "On x NGO < 3"
    assert entry.remarks == ["The markup in “title” was left off"]


def test_a_field_under_two_names_is_told() -> None:
    entry = Entry({"type": "book", "event-title": "A", "event": "B"})
    assert read_item(entry)[0]["event-title"] == "A"
    assert entry.remarks == ["The field “event” stands twice, and was left behind"]


KEYS = st.sampled_from([
    "type", "title", "author", "issued", "volume", "note", "event", "URL", "x", "language",
])  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES))
def test_whatever_stands_there_becomes_an_item_of_the_model(data: dict[str, Any]) -> None:
    found, _ = read_item(Entry(data))
    ITEM.validate_python(found)
