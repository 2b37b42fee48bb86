from collections.abc import Callable
from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from caseviewer.bundle.report import Remark, Report
from caseviewer.bundle.structure import MOST_FAULTS, SLICE, RecordReader, sound, validated
from caseviewer.model.parties import Party
from caseviewer.model.problems import Severity
from caseviewer.model.references import Kind
from tests.builders import Bundle, bundle

ADAPTER = TypeAdapter(Party)
PARTY: Bundle = {"id": "a", "kind": "person", "identity": "named", "name": "A"}


def mark(remark: Remark) -> Remark:
    return replace(remark, message=f"unknown: {remark.path[-1]}")


def read(items: list[object], kind: Kind = Kind.PARTY) -> tuple[RecordReader, Report, list[int]]:
    report, ticks = Report(), list[int]()
    reader = RecordReader(report, mark, ticks.append)
    reader.read(kind, items)
    return reader, report, ticks


def parties(count: int) -> list[object]:
    return [PARTY | {"id": f"p{at}"} for at in range(count)]


def test_a_sound_value() -> None:
    outcome = validated(ADAPTER, dict(PARTY))
    assert outcome.value is not None
    assert (outcome.value.name, outcome.faults, outcome.unknown) == ("A", [], [])


def test_unknown_fields_are_left_out_wherever_they_stand() -> None:
    raw = PARTY | {
        "x": 1,
        "roles": [{"role": "judge", "y": 1}, {"role": "witness", "z": 2, "on_behalf_of": []}],
        "size": {"value": 1, "w": {}},
    }
    outcome = validated(ADAPTER, raw)
    assert outcome.value is not None
    assert [role.role for role in outcome.value.roles] == ["judge", "witness"]
    assert {remark.path for remark in outcome.unknown} == {
        ("x",), ("roles", 0, "y"), ("roles", 1, "z"), ("size", "w"),
    }  # fmt: skip
    assert raw["size"] == {"value": 1, "w": {}}


def test_a_fault_behind_an_unknown_field_is_found() -> None:
    outcome = validated(ADAPTER, PARTY | {"roles": [{"role": "judge", "y": 1}, {"role": "x"}]})
    assert outcome.value is None
    assert [remark.path for remark in outcome.faults] == [("roles", 1, "role")]
    assert [remark.path for remark in outcome.unknown] == [("roles", 0, "y")]


def judges(count: int) -> list[object]:
    return [{"role": "judge", "y": 1} for _ in range(count)]


def test_a_long_list_of_unknown_fields_comes_to_an_end() -> None:
    outcome = validated(ADAPTER, PARTY | {"roles": judges(100)})
    assert outcome.value is not None
    assert len(outcome.value.roles) == 100
    assert [remark.path for remark in outcome.unknown] == [("roles", at, "y") for at in range(21)]


def test_a_fault_behind_a_long_list_of_unknown_fields_is_found() -> None:
    outcome = validated(ADAPTER, PARTY | {"roles": [*judges(100), {"role": "x"}]})
    assert outcome.value is None
    assert [remark.path for remark in outcome.faults] == [("roles", 100, "role")]


@pytest.mark.parametrize("count", [MOST_FAULTS, MOST_FAULTS + 1])
def test_a_record_of_unknown_fields_alone_is_not_gone_through(count: int) -> None:
    outcome = validated(ADAPTER, PARTY | {f"k{at}": at for at in range(count)})
    if count <= MOST_FAULTS:
        assert outcome.value is not None
        assert len(outcome.unknown) == count
    else:
        assert outcome.value is None
        assert [remark.message for remark in outcome.faults] == ["more than 1,000 fields are wrong"]


def test_beyond_the_limit_faults_are_counted_and_sound_records_kept() -> None:
    bad = [PARTY | {"id": f"b{at}", "name": "", "kind": "x"} for at in range(60)]
    reader, report, _ = read([*bad, *parties(1), PARTY | {"id": "u", "x": 1}])
    assert [item.id for item in reader.records.lists[Kind.PARTY]] == ["p0", "u"]
    assert len(reader.records.aside) == 60
    assert len(report.listed()) == 50
    assert report.unlisted() == 120 + 1 - 50


def test_a_bad_record_leaves_the_others_on_screen() -> None:
    items = parties(40)
    items[7] = PARTY | {"id": "bad", "name": 5}
    reader, report, _ = read(items)
    assert len(reader.records.lists[Kind.PARTY]) == 39
    assert reader.records.aside == {"bad"}
    (problem,) = report.listed()
    assert problem.severity is Severity.SET_ASIDE
    assert (problem.short, problem.record, problem.path) == ("P8", "bad", ("parties", 7, "name"))
    shorts = [reader.records.subject(item).short for item in reader.records.lists[Kind.PARTY]]
    assert shorts == [f"P{number}" for number in range(1, 41) if number != 8]


@pytest.mark.parametrize("value", [None, 5, "x", [], [PARTY], {}])
def test_what_is_no_record_is_set_aside(value: object) -> None:
    reader, report, _ = read([value, *parties(1)])
    assert [item.id for item in reader.records.lists[Kind.PARTY]] == ["p0"]
    assert {problem.short for problem in report.listed()} == {"P1"}


@pytest.mark.parametrize("own", [5, None, ["a"]])
def test_an_id_that_is_no_text_names_nobody(own: object) -> None:
    reader, report, _ = read([PARTY | {"id": own}])
    assert reader.records.aside == {""}
    assert report.listed()[0].record == ""


def test_unknown_fields_warn_and_leave_a_set_aside_record_as_it_is() -> None:
    items: list[object] = [PARTY | {"x": 1}, PARTY | {"id": "b", "name": "", "x": 1}]
    _, report, _ = read(items)
    assert [(problem.severity, problem.message) for problem in report.listed()] == [
        (Severity.SET_ASIDE, "the text is blank"),
        (Severity.SET_ASIDE, "the field “x” is not part of the format"),
        (Severity.WARN, "unknown: x"),
    ]


def test_of_two_records_with_one_id_the_second_is_set_aside() -> None:
    reader, report, _ = read([PARTY, PARTY | {"name": "B"}])
    reader.read(Kind.GAP, [{"id": "a", "missing": "m"}])
    assert [item.id for items in reader.records.lists.values() for item in items] == ["a"]
    assert [problem.sentence() for problem in report.listed()] == [
        f"{short} is set aside: id: P1 has the same id, and ids must differ in the whole bundle; "
        "found “a”. Give one of the two another id."
        for short in ("P2", "G1")
    ]


def test_of_two_records_with_one_number_the_second_gets_another() -> None:
    items = [PARTY | {"number": 4}, PARTY | {"id": "b", "number": 4}, PARTY | {"id": "c"}]
    reader, report, _ = read([*items])
    assert [item.number for item in reader.records.lists[Kind.PARTY]] == [4, 5, 6]
    (problem,) = report.listed()
    assert problem.sentence() == (
        "P5: number: another party before it is P4 already; this one is called P5 here; "
        "found “4”. Give it a number of its own."
    )


@pytest.mark.parametrize("count", [0, 1, SLICE, SLICE + 1, 3 * SLICE])
def test_records_are_read_in_slices(count: int) -> None:
    reader, report, ticks = read(parties(count))
    assert sum(ticks) == len(reader.records.lists[Kind.PARTY]) == count
    assert all(tick <= SLICE for tick in ticks)
    assert report.listed() == ()


# Records that were made while the file was parsed


def test_sound_values_become_records_and_others_stay_as_they_are() -> None:
    records = sound(Kind.PARTY, parties(2))
    assert [type(item) for item in records] == [Party, Party]
    values = [*parties(2), PARTY | {"x": 1}]
    assert sound(Kind.PARTY, values) is values


def numbered() -> list[object]:
    """Parties of two slices with and without numbers, one of which is taken."""
    items = [PARTY | {"id": f"p{at}", "number": at} for at in range(1, SLICE + 20)]
    items[2] = PARTY | {"id": "taken", "number": 1}
    items[3] = PARTY | {"id": "null", "number": None}
    del items[SLICE + 3]["number"]
    items[SLICE + 4] = PARTY | {"id": "p1", "number": 5_000}
    return [*items]


@pytest.mark.parametrize("bad", [None, 7, SLICE + 7])
def test_records_are_read_as_the_values_that_they_were_made_from(bad: int | None) -> None:
    items = numbered()
    if bad is not None:
        items[bad] = PARTY | {"id": "bad", "name": "", "number": "x"}
    mixed = [item for at in range(0, len(items), SLICE)
             for item in sound(Kind.PARTY, items[at : at + SLICE])]  # fmt: skip
    plain, plain_report, _ = read(items)
    reader, report, _ = read(mixed)
    assert reader.records == plain.records
    assert report.listed() == plain_report.listed()
    assert {problem.code for problem in report.listed()} >= {"number.twice", "id.twice"}


def test_one_slice_may_hold_records_and_values() -> None:
    items = [*sound(Kind.PARTY, parties(2)), PARTY | {"id": "bad", "name": ""}, PARTY]
    reader, report, _ = read(items)
    shown = [(item.id, item.number) for item in reader.records.lists[Kind.PARTY]]
    assert shown == [("p0", 1), ("p1", 2), ("a", 4)]
    assert [problem.short for problem in report.listed()] == ["P3"]


def test_what_is_read_stays_as_it_was() -> None:
    items = parties(3)
    read(items)
    assert items == parties(3)


def _swaps() -> list[tuple[Kind, int, tuple[str | int, ...], object]]:
    """Every scalar of the small bundle with a value of another type in its place."""
    other: dict[type, tuple[object, ...]] = {
        str: (5, True, None, [], {}),
        int: ("5", True, 5.0, [], {}),
        bool: (1, "true", None),
    }
    found: list[tuple[Kind, int, tuple[str | int, ...], object]] = []

    def walk(value: object, path: tuple[str | int, ...], note: Callable[..., None]) -> None:
        if isinstance(value, dict | list):
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            for step, inner in pairs:
                walk(inner, (*path, step), note)
        else:
            note(value, path)

    for kind in Kind:
        for at, item in enumerate(bundle()[kind.value]):

            def note(value: object, path: tuple[str | int, ...], at: int = at) -> None:
                swaps = other[type(value)]
                found.extend((kind, at, path, swap) for swap in swaps)  # noqa: B023

            walk(item, (), note)
    return found


def test_no_scalar_takes_a_value_of_another_type() -> None:
    """Only null for what may be left out, and what CSL takes as text or number."""
    taken = []
    swaps = _swaps()
    for kind, at, path, swap in swaps:
        item = bundle()[kind.value][at]
        inner = item
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = swap
        reader, _, _ = read([item], kind)
        free = swap is None or "csl" in path
        if reader.records.lists[kind] and not free:
            taken.append((kind, path, swap))
    assert len(swaps) > 500
    assert taken == []
