"""The invented case shows everything that a bundle can hold, and its dates and sums are right."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

import pytest

from caseviewer.model import deadlines, kinds
from caseviewer.model.case_index import all_records, records
from caseviewer.model.chronology import in_order
from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate, Limit, Point, Precision, civil
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import Fulfilment, Identity, Sense, WithheldBy
from caseviewer.model.references import How, Kind, references
from tests.cases.halvek import FOLDER, case, opened

AT_LEAST = {
    Kind.PROCEEDING: 5,
    Kind.PARTY: 25,
    Kind.EVENT: 40,
    Kind.DEADLINE: 5,
    Kind.QUOTATION: 30,
    Kind.SOURCE: 12,
    Kind.PASSAGE: 60,
    Kind.DIFFERENCE: 9,
    Kind.GAP: 6,
}

EVERY_VALUE = [
    value
    for enumeration in vars(kinds).values()
    if isinstance(enumeration, type) and issubclass(enumeration, StrEnum)
    for value in enumeration
]


def walk(value: object) -> Iterator[object]:
    """A value and everything in it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from walk(getattr(value, field.name))


@cache
def everything() -> tuple[object, ...]:
    return tuple(walk(case()))


# All of it is there


def test_opens_without_a_problem() -> None:
    assert [problem.sentence() for problem in opened().problems] == []
    assert opened().unlisted_problems == 0


def test_file_is_plain_utf8_as_an_editor_writes_it() -> None:
    written = (FOLDER / "case.json").read_bytes()
    data: dict[str, Any] = json.loads(written)
    assert written == (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_record_is_there_and_numbered(kind: Kind) -> None:
    found = records(case(), kind)
    assert len(found) >= AT_LEAST[kind]
    assert [item.number for item in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("value", EVERY_VALUE, ids=lambda value: f"{type(value).__name__}.{value}")
def test_every_value_of_every_list_of_words_occurs(value: StrEnum) -> None:
    assert any(type(found) is type(value) and found == value for found in everything())


@pytest.mark.parametrize("how", How)
def test_records_point_at_each_other_in_every_way(how: How) -> None:
    assert any(ref.how is how for item in all_records(case()) for ref in references(item))


def test_every_field_of_every_record_is_used() -> None:
    unused = {
        f"{type(item).__name__}.{field.name}"
        for item in all_records(case())
        for field in dataclasses.fields(item)
    } - {
        f"{type(item).__name__}.{field.name}"
        for item in all_records(case())
        for field in dataclasses.fields(item)
        if getattr(item, field.name) not in (None, ())
    }
    assert unused == set()


# Dates


def is_point(check: Callable[[Point], bool]) -> Callable[[EdtfDate], bool]:
    return lambda value: any(check(point) for point in value.points)


def is_day(value: EdtfDate) -> bool:
    return value.is_exact_day and isinstance(value.start, Point) and value.start.time is None


DATE_FORMS: list[tuple[str, Callable[[EdtfDate], bool]]] = [
    ("day", is_day),
    ("month", is_point(lambda point: point.month is not None and point.day is None)),
    ("year", is_point(lambda point: point.text.isdigit())),
    ("season", lambda value: value.precision is Precision.SEASON),
    ("decade", lambda value: value.precision is Precision.DECADE),
    ("century", lambda value: value.precision is Precision.CENTURY),
    ("day not told", is_point(lambda p: p.day_unspecified and not p.month_unspecified)),
    ("month not told", is_point(lambda p: p.month_unspecified and not p.day_unspecified)),
    ("month and day not told", is_point(lambda p: p.month_unspecified and p.day_unspecified)),
    ("time in UTC", is_point(lambda point: point.time is not None and point.offset == 0)),
    ("time with offset", is_point(lambda point: bool(point.offset))),
    ("time without zone", is_point(lambda p: p.time is not None and p.offset is None)),
    ("approximate", lambda value: value.approximate and not value.uncertain),
    ("uncertain", lambda value: value.uncertain and not value.approximate),
    ("both", lambda value: value.uncertain and value.approximate),
    ("interval", lambda value: value.is_interval and len(value.points) == 2),
    ("approximate side", lambda value: value.is_interval and value.approximate),
    ("open start", lambda value: value.start is Limit.OPEN),
    ("open end", lambda value: value.end is Limit.OPEN),
    ("unknown start", lambda value: value.start is Limit.UNKNOWN),
    ("unknown end", lambda value: value.end is Limit.UNKNOWN),
]


@pytest.mark.parametrize(("name", "form"), DATE_FORMS, ids=[name for name, _ in DATE_FORMS])
def test_every_form_of_date_occurs_in_the_chronology(
    name: str, form: Callable[[EdtfDate], bool]
) -> None:
    found = [event.date.value for event in case().chronology if event.date is not None]
    assert any(form(value) for value in found if value is not None), name


def test_events_with_words_for_a_date_and_events_without_any() -> None:
    assert any(event.date is not None and event.date.edtf is None for event in case().chronology)
    assert any(event.date is None for event in case().chronology)


def test_intervals_of_both_senses_and_others_without_one() -> None:
    senses = {event.date.sense for event in case().chronology if event.date is not None}
    assert senses == {Sense.THROUGHOUT, Sense.SOME_TIME_WITHIN, None}


def test_the_chronology_stands_in_its_order() -> None:
    assert in_order(case()) == case().chronology


def test_nothing_lies_behind_the_day_up_to_which_the_file_speaks() -> None:
    last = date.fromisoformat(case().as_of).toordinal()
    for found in everything():
        value = found.value if isinstance(found, Date) else None
        if value is not None and value.earliest is not None:
            assert value.earliest <= last, value.text


# Who and when


def test_parts_add_up_by_nationality_and_by_label() -> None:
    sizes = [party.size for party in case().parties if party.size and party.size.parts]
    for size in sizes:
        assert sum(part.value for part in size.parts) == size.value
    parts = [part for size in sizes for part in size.parts]
    assert any(part.nationality for part in parts)
    assert any(part.label for part in parts)


def test_who_withholds_a_name_fits_what_is_shown() -> None:
    expected = {
        Identity.NAMED: {None},
        Identity.PSEUDONYM: {WithheldBy.DECIDING_BODY},
        Identity.ANONYMOUS: {WithheldBy.SOURCE},
        Identity.UNNAMED: {None},
        Identity.UNKNOWN: {None},
        Identity.REDACTED: {WithheldBy.BUNDLE},
    }
    for identity, by in expected.items():
        assert {p.withheld_by for p in case().parties if p.identity is identity} == by


def test_no_two_parties_have_the_same_name() -> None:
    names = [party.name for party in case().parties]
    assert len(names) == len(set(names))


def test_invented_states_have_codes_that_are_free() -> None:
    codes = {party.country for party in case().parties} - {None}
    assert codes == {"XVA", "XVB"}


ENDS = [
    ("d-asylum-appeal", "2016-02-03", "2016-02-05", False),
    ("d-relatives", "2016-02-29", "2016-03-01", True),
    ("d-consul", "2016-03-28", "2016-03-28", True),
    ("d-appeal", "2016-05-31", "2016-05-31", True),
    ("d-examination", "2017-02-17", "2017-08-15", True),
    ("d-observations", "2017-08-03", "2017-08-03", True),
    ("d-measures", "2019-03-07", "2019-04-15", False),
    ("d-wages", "2020-01-15", "2020-01-15", True),
    ("d-inquiry", "2021-07-01", "2021-07-31", True),
]


@pytest.mark.parametrize(("record_id", "earliest", "latest", "stated"), ENDS)
def test_every_deadline_can_be_computed(
    record_id: str, earliest: str, latest: str, stated: bool
) -> None:
    deadline = opened().index.get(record_id)
    assert isinstance(deadline, Deadline)
    window = deadlines.window(deadline, opened().index)
    assert window.earliest is not None
    assert window.latest is not None
    assert date(*civil(window.earliest)).isoformat() == earliest
    assert date(*civil(window.latest)).isoformat() == latest
    assert window.start_stated is stated


def test_the_table_of_ends_holds_every_deadline() -> None:
    assert [row[0] for row in ENDS] == [deadline.id for deadline in case().deadlines]


def test_a_step_that_fulfilled_a_deadline_was_taken_when_it_is_said() -> None:
    for deadline in case().deadlines:
        event = next((e for e in case().chronology if e.id == deadline.fulfilment.event), None)
        value = event.date.value if event is not None and event.date is not None else None
        latest = deadlines.window(deadline, opened().index).latest
        if value is None or value.latest is None or latest is None:
            assert deadline.fulfilment.status in {Fulfilment.NOT_FULFILLED, Fulfilment.NOT_RECORDED}
        else:
            late = deadline.fulfilment.status is Fulfilment.FULFILLED_LATE
            assert (value.latest > latest) is late
