"""The words of records, field by field."""

from dataclasses import fields, replace
from typing import Any

import pytest

from caseviewer.formatting.as_at_words import standing_words
from caseviewer.model.case import Header
from caseviewer.model.case_index import all_records
from caseviewer.model.dates import day_number
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import ID_FIELDS, RECORD_TYPES, Kind
from caseviewer.search.record_fields import RecordFields, _plan
from tests.formatting.making import changed, opened
from tests.formatting.samples import first, second


def of(record: str, **changes: object) -> list[tuple[str, str]]:
    return of_case(opened(**changes), record)


def of_case(case: OpenedCase, record: str) -> list[tuple[str, str]]:
    item = case.index.get(record)
    assert item is not None
    return list(RecordFields(case).of(item))


def test_a_party_is_its_names_roles_and_counts() -> None:
    assert of("group") == [
        ("kind", "group"),
        ("identity", "unnamed"),
        ("name", "12 people"),
        ("size", "12"),
        ("size, parts", "9"),
        ("size, parts, nationality", "Uzbekistan (UZB)"),
        ("size, parts", "3"),
        ("size, parts", "others"),
        ("roles", "complainant"),
    ]
    assert of("woman") == [
        ("kind", "person"),
        ("identity", "anonymous"),
        ("name", "One woman"),
        ("who keeps the name back", "name withheld by the source"),
        ("other forms of the name", "Одна женщина"),
        ("other forms of the name, language", "Russian"),
        ("larger group, whether a source says so", "inferred"),
        ("roles", "witness"),
    ]
    assert ("country", "Xandria (XAN)") in of("xandria")
    assert ("relations, note", "now and then") in of("press")


def test_dates_stand_in_words_as_stated_and_as_written() -> None:
    found = of("crossing")
    assert [text for label, text in found if label == "date"] == [
        "3 May 2019",
        "3 May 2019",
        "2019-05-03",
    ]
    assert ("date, basis", "stated") in found
    assert ("place", "the border") in found
    assert ("place, country", "Xandria (XAN)") in found
    assert ("standing", "alleged") in found
    assert ("participants", "sending State") in found


def test_a_date_in_words_alone() -> None:
    case = changed("chronology", date={"verbatim": "in the spring"})
    assert ("date", "in the spring") in of("crossing", **case)


def test_what_a_record_points_at_is_not_its_own_words() -> None:
    words = " ".join(text for _, text in of("crossing"))
    assert "12 people" in words  # its own title
    assert "Press" not in words
    assert "t-group" not in words


def test_a_deadline_tells_its_end() -> None:
    found = of("answer")
    assert ("period", "90 days") in found
    assert ("period", "within 90 days") in found
    assert ("triggers", "the letter") in found
    assert ("end", "2 August to 29 October 2019; start not stated") in found
    assert ("fulfilment", "no reply recorded in this file") in found


def test_a_direct_quotation_reads_as_printed() -> None:
    found = of("asked")
    said = "They never asked us anything, she said. They only counted us."
    assert found[0] == ("quoted words", said)
    assert ("translations", "Нас ни о чём не спросили.") in found
    assert ("way from the mouth to the page, note", "no byline") in found


def test_fragments_of_other_quotations_stand_apart() -> None:
    fragments = [{"passage": "t-words"}, {"passage": "t-counted"}, {"passage": "t-heard"}]
    case = changed("quotations", mode="indirect", text="They were not asked.", fragments=fragments)
    assert [text for label, text in of("asked", **case) if label == "quoted words"] == [
        "They never asked us anything,",
        "They only counted us.",
    ]
    assert not [label for label, _ in of("heard") if label == "quoted words"]


def test_a_source_is_its_data_and_its_own_citation() -> None:
    found = of("report")
    assert ("the source's own citation",
            "The Border Press, A report on a crossing,\u00a020 May 2019") in found  # fmt: skip
    assert ("title", "A report on a crossing") in found
    assert ("type", "newspaper article") in found
    assert ("issued", "20 May 2019") in found
    assert ("author", "The Border Press") in found
    assert ("volume", "4") in found
    assert ("web address", "https://example.org/crossing") in found
    assert ("document, file", "report.txt") in found
    assert ("disclaimers", "Not checked.") in found
    assert not [text for _, text in found if text in {"219", "report"}]  # sizes and keys


def test_a_passage_is_its_place_and_its_words() -> None:
    assert of("t-words") == [
        ("locator", "paragraph 2"),
        ("words", "They never asked us anything,"),
    ]


def test_the_file_tells_of_itself() -> None:
    found = list(RecordFields(opened()).of_header())
    assert found[0] == ("title", "A crossing on 3 May 2019")
    assert ("day up to which the file speaks", "1 February 2020") in found
    assert ("compiled, by whom", "A. Compiler") in found
    assert ("note on handling", "Invented; no care needed.") in found
    assert not [label for label, _ in found if "format" in label or label == "id"]


def test_no_field_is_empty_in_the_samples() -> None:
    for case in (first(), second()):
        reading = RecordFields(case)
        for item in all_records(case.case):
            assert all(label and text.strip() for label, text in reading.of(item))


LEFT_OUT = {
    "id", "number", "order", "stated", "fiction", "format", "format_version", "position",
    "standing", "status",
}  # fmt: skip
"""Fields that are no words, and those whose words depend on the day that is asked for."""


@pytest.mark.parametrize("kind", Kind)
def test_every_field_is_searched_or_is_no_words(kind: Kind) -> None:
    """A field that is added to a record fails here, unless it is searched."""
    owner: Any = RECORD_TYPES[kind]
    searched = {name for name, _, _ in _plan(owner)}
    pointing = {field.name for field in ID_FIELDS[kind] if not field.part}
    assert {field.name for field in fields(owner)} - searched <= LEFT_OUT | pointing
    assert searched
    header = {name for name, _, _ in _plan(Header)}
    assert {field.name for field in fields(Header)} - header <= LEFT_OUT


def test_as_at_a_day_a_standing_is_told_as_it_is_shown() -> None:
    whole = first()
    day = day_number(2012, 6, 26)
    case = whole.seen_from(replace(whole.standpoint, as_at=day))
    assert case.account is not None
    unsettled = [event for event in case.case.chronology if event.id in case.account.unsettled]
    for event in case.case.chronology:
        assert ("standing", standing_words(case, event)) in of_case(case, event.id)
    assert unsettled or case.account.unsettled == frozenset()


def test_values_of_several_kinds_and_unknown_countries() -> None:
    case = changed("parties", 2, country="XAA")
    assert ("country", "Xandria (XAA)") in of("xandria", **case)
    case = changed("parties", 0, country="XBB")
    assert ("country", "XBB") in of("group", **case)
