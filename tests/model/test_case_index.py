import pytest
from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex, all_records, kind_of, records
from caseviewer.model.references import How, Kind, references
from tests.builders import bundle

CASE = TypeAdapter(Case).validate_python(bundle())
INDEX = CaseIndex(CASE)


def test_records_in_the_order_of_the_tabs() -> None:
    found = [item.id for item in all_records(CASE)]
    assert found[:3] == ["communication", "group", "woman"]
    assert found[-1] == "names"
    assert records(CASE, Kind.GAP) == CASE.gaps


def test_a_record_is_found_by_its_id() -> None:
    assert INDEX.get("press") is CASE.parties[4]
    assert INDEX.get("nobody") is None
    assert INDEX.get(None) is None
    assert kind_of(CASE.parties[4]) is Kind.PARTY


def test_short_numbers_go_both_ways() -> None:
    assert INDEX.short("press") == "P5"
    assert INDEX.short("nobody") == ""
    assert INDEX.by_short(" p5 ") is CASE.parties[4]
    assert INDEX.by_short("P99") is None


def test_a_number_of_its_own_is_kept() -> None:
    raw = bundle()
    raw["gaps"][0]["number"] = 7
    assert CaseIndex(TypeAdapter(Case).validate_python(raw)).short("names") == "G7"


@pytest.mark.parametrize("item", list(all_records(CASE)), ids=lambda item: item.id)
def test_every_short_number_leads_back(item: object) -> None:
    short = INDEX.short(item.id)  # type: ignore[attr-defined]
    assert INDEX.by_short(short) is item


def test_a_record_that_points_twice_is_told_twice_and_in_the_order_of_its_fields() -> None:
    raw = bundle()
    raw["gaps"][0]["about"] = ["press", "names", "press"]
    raw["parties"][0]["relations"] = [{"kind": "heads", "to": "press"}]
    raw["parties"][0]["subset_of"] = {"of": "press", "footing": "stated"}
    index = CaseIndex(TypeAdapter(Case).validate_python(raw))
    found = [(mention.by.id, mention.path) for mention in index.mentions("press")]
    group = raw["parties"][0]["id"]
    assert [path for by, path in found if by == group] == [
        ("subset_of", "of"),
        ("relations", 0, "to"),
    ]
    assert found[-2:] == [("names", ("about", 0)), ("names", ("about", 2))]
    assert [by for by, _ in found] == sorted((by for by, _ in found), key=_place)


def _place(record_id: str) -> int:
    return [item.id for item in all_records(CASE)].index(record_id)


@pytest.mark.parametrize("item", list(all_records(CASE)), ids=lambda item: item.id)
def test_mentions_are_the_references_of_all_records_the_other_way_round(item: object) -> None:
    target = item.id  # type: ignore[attr-defined]
    assert [(mention.by, mention.how, mention.path) for mention in INDEX.mentions(target)] == [
        (by, reference.how, reference.path)
        for by in all_records(CASE)
        for reference in references(by)
        if reference.target == target
    ]


def test_who_points_at_a_record() -> None:
    mentions = INDEX.mentions("crossing")
    assert [(mention.by.id, mention.how) for mention in mentions] == [("asked", How.ABOUT)]
    assert mentions[0].path == ("about", 0)
    assert INDEX.mentions("names") == ()


@pytest.mark.parametrize(
    ("same_work_as", "works"),
    [
        ({}, ["a", "b", "c"]),
        ({"b": "a"}, ["ab", "ab", "c"]),
        ({"a": "c"}, ["ac", "b", "ac"]),
        ({"b": "a", "c": "b"}, ["abc"] * 3),
        ({"a": "b", "b": "a", "c": "b"}, ["abc"] * 3),
        ({"c": "b", "b": "c", "a": "c"}, ["abc"] * 3),
        ({"a": "a", "b": "nowhere", "c": "press"}, ["a", "b", "c"]),
    ],
)
def test_copies_of_one_work_are_joined_whichever_names_which(
    same_work_as: dict[str, str], works: list[str]
) -> None:
    raw = bundle()
    reprint = raw["sources"][1]
    raw["sources"] = [
        reprint | {"id": name, "same_work_as": same_work_as.get(name)} for name in "abc"
    ]
    index = CaseIndex(TypeAdapter(Case).validate_python(raw))
    assert ["".join(source.id for source in index.copies(name)) for name in "abc"] == works
    assert index.copies("nowhere") == index.copies("press") == ()
