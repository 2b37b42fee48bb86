import pytest
from pydantic import TypeAdapter

from caseviewer.bundle.check_links import circles, pointing
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from tests.builders import bundle
from tests.bundle.checking import Change, both, drop, put, told

CASES: list[tuple[Change, list[str]]] = [
    (
        put("passages", 0, "source", value="nothing"),
        ["T1 source: no record has this id"],
    ),
    (
        put("passages", 0, "source", value="crossing"),
        ["T1 source: this is the id of an event, E1"],
    ),
    (
        put("parties", 0, "roles", 0, "in", value="group"),
        ["P1 roles/0/in: this is the id of a party, P1"],
    ),
    (
        put("gaps", 0, "about", value=["group", "bad"]),
        ["G1 about/1: the record that it names is set aside"],
    ),
    (
        put("parties", 4, "relations", 0, "to", value="press"),
        ["P5 relations/0/to: this record names itself here"],
    ),
    (put("quotations", 1, "inside", value="heard"), []),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_an_id_that_leads_nowhere(change: Change, expected: list[str]) -> None:
    assert told(pointing(frozenset({"bad"})), change) == expected


def test_what_kind_of_id_is_expected() -> None:
    raw = bundle()
    raw["parties"][0]["roles"][0]["in"] = "no"
    raw["gaps"][0]["about"] = ["no"]
    case = TypeAdapter(Case).validate_python(raw)
    found = list(pointing(frozenset())(case, CaseIndex(case)))
    assert [(remark.found, remark.expected) for _, remark in found] == [
        ("no", "the id of a proceeding or an event"),
        ("no", "the id of a record"),
    ]


def long_ring(raw: dict[str, object]) -> None:
    """Twenty sources that name each other in a ring."""
    sources = raw["sources"]
    assert isinstance(sources, list)
    raw["sources"] = [
        sources[1] | {"id": f"s{at}", "same_work_as": f"s{(at + 1) % 20}"} for at in range(20)
    ]


CIRCLES: list[tuple[Change | None, list[str]]] = [
    (None, []),
    (
        put("quotations", 1, "inside", value="heard"),
        ["Q2 inside: it stands inside itself: Q2 → Q2"],
    ),
    (
        put("quotations", 0, "inside", value="heard"),
        ["Q1 inside: it stands inside itself: Q1 → Q2 → Q1"],
    ),
    (
        put("parties", 0, "subset_of", value={"of": "woman", "footing": "stated"}),
        ["P1 subset_of/of: it is a part of itself: P1 → P2 → P1"],
    ),
    (
        put("sources", 0, "same_work_as", value="reprint"),
        ["S1 same_work_as: the copies name each other in a circle: S1 → S2 → S1"],
    ),
    # a way that leads into a circle is not part of it
    (
        both(
            put("parties", 1, "subset_of", "of", value="xandria"),
            put("parties", 2, "subset_of", value={"of": "committee", "footing": "stated"}),
            put("parties", 3, "subset_of", value={"of": "xandria", "footing": "stated"}),
        ),
        ["P3 subset_of/of: it is a part of itself: P3 → P4 → P3"],
    ),
    (put("quotations", 1, "inside", value="nothing"), []),
    (drop("quotations", 1, "inside"), []),
    (
        long_ring,
        [
            "S1 same_work_as: the copies name each other in a circle: "
            + " → ".join(f"S{at}" for at in range(1, 13))
            + " …"
        ],
    ),
]


@pytest.mark.parametrize(("change", "expected"), CIRCLES)
def test_a_circle_is_told_once(change: Change | None, expected: list[str]) -> None:
    assert told(circles, change) == expected


def test_the_small_bundle_is_sound() -> None:
    assert told(pointing(frozenset())) == []
