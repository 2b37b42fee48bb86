import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.citations.csl_import import read_csl_json
from caseviewer.citations.import_entry import ImportFault


@pytest.mark.parametrize(
    "text",
    [
        '[{"type": "book"}]',
        '{"type": "book"}',
        '{"items": [{"type": "book"}]}',
        '{"references": [{"type": "book"}]}',
    ],
)
def test_items_are_found_in_every_wrapping(text: str) -> None:
    (entry,), told = read_csl_json(text)
    assert entry.data == {"type": "book"}
    assert told == []


def test_what_is_no_item_is_told() -> None:
    entries, told = read_csl_json('[3, {"a": 1, "a": 2}]')
    assert [entry.data for entry in entries] == [{"a": 1}]
    assert told == [
        "“a” stands twice in one object; the first counts.",
        "Item 1 is no object in braces, and was left aside.",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[}", r"^The file is no JSON: Expecting value \(line 1, column 2\)\.$"),
        ("[NaN]", "a number that JSON does not have"),
        ("[-Infinity]", "a number that JSON does not have"),
        (f"[{'9' * 5_000}]", "one with too many digits"),
        ("[" * 100_000, "nested too deeply"),
        ("3", "no list of items"),
        ('{"format": "casebundle"}', "is a case bundle already"),
        (json.dumps([0] * 20_001), "more than 20,000 entries"),
    ],
)
def test_what_is_no_csl_json_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(ImportFault, match=words):
        read_csl_json(text)


@given(st.text(alphabet='[]{}",:1aeN-\\ \n', max_size=40))
def test_anything_else_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ImportFault):
        read_csl_json(text)
