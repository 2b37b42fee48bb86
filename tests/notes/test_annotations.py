from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from caseviewer.notes.annotations import Unknown, annotation_of, is_of_type, values_of
from caseviewer.notes.merging import Put, applied
from caseviewer.notes.values import TEXT_LIMIT, Annotation, Notes, Quote, Saw, after
from tests.notes.making import CASE, JSON, annotations, mark, note, star

SAW = Saw("a" * 24, "parties", "P2", "One woman", "1")
NOTE = note(saw=SAW, quote=Quote("they said", "and ", ""))
WRITTEN = {
    "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
    "type": "Annotation",
    "motivation": "commenting",
    "created": "2026-07-01T09:30:00.000Z",
    "modified": "2026-07-01T09:30:00.000Z",
    "body": {"type": "TextualBody", "format": "text/plain", "value": "Ask her again."},
    "target": {
        "type": "SpecificResource",
        "source": "urn:x-casebundle:small-case:woman",
        "selector": {"type": "TextQuoteSelector", "exact": "they said", "prefix": "and "},
    },
    "caseviewer:saw": {
        "caseviewer:says": "a" * 24,
        "caseviewer:kind": "parties",
        "caseviewer:number": "P2",
        "caseviewer:title": "One woman",
        "caseviewer:revision": "1",
    },
}


def changed(**members: Any) -> dict[str, Any]:
    found = WRITTEN | members
    return {name: value for name, value in found.items() if value is not None}


def body(**members: Any) -> dict[str, Any]:
    return changed(body=WRITTEN["body"] | members)  # type: ignore[operator]


def target(**members: Any) -> dict[str, Any]:
    return changed(target=WRITTEN["target"] | members)  # type: ignore[operator]


def test_a_note_is_an_annotation_in_the_words_of_the_w3c() -> None:
    assert values_of(NOTE, CASE) == WRITTEN
    assert annotation_of(WRITTEN, CASE) == NOTE


def test_a_star_is_a_bookmark_and_a_read_mark_is_a_tag() -> None:
    starred, read = values_of(star(), CASE), values_of(mark(), CASE)
    assert (starred["motivation"], "body" in starred) == ("bookmarking", False)
    assert read["motivation"] == "tagging"
    assert read["body"] == {"type": "TextualBody", "purpose": "tagging", "value": "read"}


@given(annotations())
def test_any_annotation_comes_back_as_it_was(annotation: Annotation) -> None:
    assert annotation_of(values_of(annotation, CASE), CASE) == annotation


def test_what_others_wrote_into_it_is_written_again() -> None:
    found = target(styleClass="red", renderedVia={"id": "urn:x"})
    found |= {"creator": "urn:me", "@context": "http://www.w3.org/ns/anno.jsonld"}
    found["body"] = {**WRITTEN["body"], "language": "en", "purpose": "replying"}  # type: ignore[dict-item]
    read = annotation_of(found, CASE)
    assert isinstance(read, Annotation)
    assert values_of(read, CASE) == found


def test_a_selector_of_another_sort_is_kept() -> None:
    selector = [{"type": "TextPositionSelector", "start": 1, "end": 2}]
    read = annotation_of(target(selector=selector), CASE)
    assert isinstance(read, Annotation)
    assert read.quote is None
    assert values_of(read, CASE)["target"]["selector"] == selector


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "TextQuoteSelector"},
        {"type": "TextQuoteSelector", "exact": "a", "refinedBy": {}},
        {"exact": "a"},
        "urn:selector",
    ],
)
def test_a_quote_that_says_more_or_less_is_another_selector(selector: object) -> None:
    read = annotation_of(target(selector=selector), CASE)
    assert isinstance(read, Annotation)
    assert read.quote is None
    assert values_of(read, CASE)["target"]["selector"] == selector


@pytest.mark.parametrize(
    "item",
    [
        changed(motivation=["commenting"]),
        changed(body=[WRITTEN["body"]]),
        changed(modified=None),
        changed(created=None),
        changed(created="2026-07-01T11:30:00+02:00"),
        changed(created="2026-07-01T09:30:00Z"),
        changed(created="2026-07-01T09:30:00.000000999Z"),
        body(format=None) | {"body": {"type": "TextualBody", "value": "Ask her again."}},
        target(type="SpecificResource"),
    ],
)
def test_other_ways_to_say_the_same_are_read(item: object) -> None:
    assert annotation_of(item, CASE) == NOTE


def test_times_are_read_to_the_microsecond() -> None:
    read = annotation_of(changed(modified="2026-07-01T09:30:00.1234567Z"), CASE)
    assert isinstance(read, Annotation)
    assert read.modified == datetime(2026, 7, 1, 9, 30, 0, 123_456, tzinfo=UTC)
    assert values_of(read, CASE)["modified"] == "2026-07-01T09:30:00.123456Z"


@pytest.mark.parametrize(
    ("moment", "ours"),
    [
        ("2999-12-31T23:59:59.999Z", True),
        ("1000-01-01T00:00:00.000Z", True),
        ("2999-12-31T23:59:59.999-14:00", False),
        ("1000-01-01T00:00:00+14:00", False),
    ],
)
def test_a_time_is_ours_where_it_can_be_written_and_gone_on_from(moment: str, ours: bool) -> None:
    read = annotation_of(changed(created=moment, modified=moment), CASE)
    assert (read is not Unknown.NOT_UNDERSTOOD) == ours
    if isinstance(read, Annotation):
        edited = replace(read, text="Later.", modified=after(read.modified))
        kept, _ = applied(Notes({read.id: read}), [Put(edited, read.modified)])
        assert kept.own == {read.id: edited}
        assert annotation_of(values_of(edited, CASE), CASE) == edited


def test_without_what_it_saw_it_is_ours_all_the_same() -> None:
    read = annotation_of(changed(**{"caseviewer:saw": None}), CASE)
    assert isinstance(read, Annotation)
    assert read.saw is None


READ = values_of(mark(), CASE)
STAR = values_of(star(), CASE)


@pytest.mark.parametrize(
    "item",
    [
        None,
        "urn:uuid:00000000-0000-4000-8000-000000000001",
        [],
        {},
        changed(id=None),
        changed(id="http://example.org/1"),
        changed(id=7),
        changed(type="AnnotationPage"),
        changed(type=["Annotation"]),
        changed(motivation=None),
        changed(motivation="linking"),
        changed(motivation=["commenting", "tagging"]),
        changed(created=None, modified=None),
        changed(created="yesterday"),
        changed(created="2026-07-01T09:30:00"),
        changed(created="2026-13-01T09:30:00Z"),
        changed(created="9999-07-01T09:30:00Z"),
        changed(created="2026-07-01T09:30:00+99:00"),
        changed(created=5),
        changed(body=None),
        changed(body="Ask her again."),
        changed(body=[WRITTEN["body"], WRITTEN["body"]]),
        body(type="Text"),
        body(format="text/html"),
        body(value=7),
        body(value="  \n"),
        body(value="a" * (TEXT_LIMIT + 1)),
        changed(target=None),
        changed(target="urn:x-casebundle:small-case:woman"),
        changed(target=[WRITTEN["target"]]),
        target(type="Image"),
        target(source=None),
        target(source="https://example.org/page"),
        target(source="urn:x-casebundle:small-case"),
        target(source="urn:x-casebundle:small-case:a:b"),
        target(source="urn:x-casebundle:small-case:-a"),
        target(selector={"type": "TextQuoteSelector", "exact": 5}),
        changed(**{"caseviewer:saw": "a"}),
        changed(**{"caseviewer:saw": {"caseviewer:says": 5}}),
        changed(**{"caseviewer:saw": {"caseviewer:title": "a" * 201}}),
        changed(**{"caseviewer:saw": {"other": "a"}}),
        STAR | {"body": WRITTEN["body"]},
        READ | {"body": READ["body"] | {"value": "unread"}},
        READ | {"body": READ["body"] | {"purpose": "linking"}},
    ],
)
def test_what_would_have_to_be_guessed_at_is_not_ours(item: object) -> None:
    assert annotation_of(item, CASE) is Unknown.NOT_UNDERSTOOD


def test_a_record_of_another_case_is_told_from_what_is_not_understood() -> None:
    assert annotation_of(WRITTEN, "other-case") is Unknown.OF_ANOTHER_CASE
    assert annotation_of(body(value=7), "other-case") is Unknown.NOT_UNDERSTOOD


@given(JSON)
def test_whatever_it_is_nothing_is_raised(item: object) -> None:
    members = ("id", "motivation", "body", "target", "created", "caseviewer:saw")
    parts = [target(source=item), target(selector=item), body(value=item)]
    for one in (item, *parts, *(changed(**{name: item}) for name in members)):
        annotation_of(one, CASE)


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Annotation", True), (["a", "Annotation"], True), (["a"], False), (None, False)],
)
def test_a_type_stands_by_itself_or_among_others(given: object, expected: bool) -> None:
    assert is_of_type({"type": given}, "Annotation") is expected
