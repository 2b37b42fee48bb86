"""The structure pass: from plain values to records, a bad one being set aside by itself.

Records are validated in slices, so that a window can breathe between two of them; only
the slices that hold a fault are gone through one by one.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Generic, TypeVar, cast

from pydantic import FailFast, TypeAdapter, ValidationError

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.numbers import assign, brought
from caseviewer.bundle.report import Remark, Report, Subject
from caseviewer.bundle.wording import UNKNOWN, remarks
from caseviewer.model.case import Record
from caseviewer.model.case_index import kind_of
from caseviewer.model.labels import KIND_WORDS
from caseviewer.model.problems import Severity
from caseviewer.model.references import KIND_OF, LETTERS, RECORD_TYPES, Kind

SLICE = 500
MOST_FAULTS = 1_000
_ROUNDS = 20
_TOO_MANY = Remark(
    (),
    "record.faults",
    f"more than {MOST_FAULTS:,} fields are wrong",
    hint="Compare it with the page on the format.",
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[_T]):
    """What became of one value: the record or what is wrong with it, and unknown fields."""

    value: _T | None
    faults: list[Remark] = field(default_factory=list)
    unknown: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Records:
    """The records that can be shown; by its id, each one's place in its list in the file.

    `aside` holds the ids of records that cannot be shown.
    """

    lists: dict[Kind, list[Record]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    aside: set[str] = field(default_factory=set)

    def subject(self, record: Record) -> Subject:
        """A record as problems speak of it."""
        return _subject(kind_of(record), self.places[record.id], record.number or 0, record.id)


def validated(adapter: TypeAdapter[_T], raw: object) -> Outcome[_T]:
    """Validate one value; where only unknown fields are wrong with it, without these."""
    try:
        return Outcome(adapter.validate_python(raw))
    except ValidationError as error:
        if error.error_count() > MOST_FAULTS:
            return Outcome(None, [_TOO_MANY])
        unknown = [remark for remark in remarks(error, raw) if remark.code == UNKNOWN]
    try:
        value = adapter.validate_python(raw, extra="ignore")
    except ValidationError as error:
        return Outcome(None, remarks(error, raw), unknown)
    return Outcome(value, unknown=[*unknown, *_further(adapter, raw, unknown)])


def _further(adapter: TypeAdapter[_T], raw: object, unknown: list[Remark]) -> Iterator[Remark]:
    """Unknown fields behind the first ones: a list inside a record tells its first one only."""
    bare = deepcopy(raw)
    for _ in range(_ROUNDS):
        for remark in unknown:
            _take_out(bare, remark.path)
        try:
            adapter.validate_python(bare)
        except ValidationError as error:
            unknown = remarks(error, bare)
        else:
            return
        yield from unknown


def _take_out(value: object, path: Path) -> None:
    """Take the field at a path out of a value."""
    *way, last = path
    for step in way:
        value = cast("dict[str | int, object]", value)[step]
    del cast("dict[str | int, object]", value)[last]


def _fault_count(kind: Kind, raw: object) -> int:
    """How many faults keep a record from being shown; unknown fields do not."""
    try:
        _one(kind).validate_python(raw, extra="ignore")
    except ValidationError as error:
        return error.error_count()
    return 0


@cache
def _one(kind: Kind) -> TypeAdapter[Record]:
    return TypeAdapter(RECORD_TYPES[kind])


@cache
def _many(kind: Kind) -> TypeAdapter[list[Record]]:
    item = RECORD_TYPES[kind]
    return TypeAdapter(Annotated[list[item], FailFast()])  # type: ignore[valid-type,arg-type]


def sound(kind: Kind, values: list[object]) -> list[object]:
    """The records that plain values hold, if all are sound; otherwise the values themselves."""
    try:
        return list(_many(kind).validate_python(values))
    except ValidationError:
        return values


class RecordReader:
    """Reads the lists of a bundle one after another into `records`, problems into `report`.

    `unknown_words` turns a remark about a field that the format does not know into one
    for readers; `tick` is told how many records have been looked at.
    """

    def __init__(
        self,
        report: Report,
        unknown_words: Callable[[Remark], Remark],
        tick: Callable[[int], None],
    ) -> None:
        """Start with no records."""
        self.records = Records()
        self._report = report
        self._unknown_words = unknown_words
        self._tick = tick
        self._by_id: dict[str, Record] = {}

    def read(self, kind: Kind, items: list[object]) -> None:
        """Read one list of plain values, or of records from `sound`."""
        numbers = assign(items)
        for at in numbers.repeated:
            self._tell_repeated(kind, at, items[at], numbers.given[at])
        self.records.lists[kind] = []
        again = frozenset(numbers.repeated)
        for start in range(0, len(items), SLICE):
            piece = items[start : start + SLICE]
            given = numbers.given[start : start + SLICE]
            if not numbers.own:
                _write_numbers(piece, given, start, again)
            self._slice(kind, piece, start, given)
            self._tick(len(piece))

    def _slice(self, kind: Kind, piece: list[object], start: int, given: tuple[int, ...]) -> None:
        try:
            found = _many(kind).validate_python(piece)
        except ValidationError:
            for at, (raw, number) in enumerate(zip(piece, given, strict=True), start):
                self._single(kind, raw, at, number)
            return
        new = {record.id: record for record in found}
        if len(new) == len(found) and self._by_id.keys().isdisjoint(new):
            self._by_id.update(new)
            self.records.places.update(zip(new, range(start, start + len(new)), strict=True))
            self.records.lists[kind] += found
            return
        for at, record in enumerate(found, start):
            self._keep(kind, record, at)

    def _single(self, kind: Kind, raw: object, at: int, number: int) -> None:
        own = _own_id(raw)
        if self._report.is_full(Severity.SET_ASIDE) and (faults := _fault_count(kind, raw)):
            self.records.aside.add(own)
            self._report.count(faults)
            return
        outcome = validated(_one(kind), raw)
        subject = _subject(kind, at, number, own)
        if outcome.value is not None:
            for remark in outcome.unknown:
                self._report.tell(self._unknown_words(remark), subject, Severity.WARN)
            self._keep(kind, outcome.value, at)
            return
        self.records.aside.add(own)
        for remark in outcome.faults + outcome.unknown:
            self._report.tell(remark, subject, Severity.SET_ASIDE)

    def _keep(self, kind: Kind, record: Record, at: int) -> None:
        """Keep a record, unless one before it has the same id."""
        first = self._by_id.setdefault(record.id, record)
        if first is record:
            self.records.places[record.id] = at
            self.records.lists[kind].append(record)
            return
        remark = Remark(
            ("id",),
            "id.twice",
            f"{self.records.subject(first).short} has the same id, "
            "and ids must differ in the whole bundle",
            found=record.id,
            hint="Give one of the two another id.",
        )
        subject = _subject(kind, at, record.number or 0, record.id)
        self._report.tell(remark, subject, Severity.SET_ASIDE)

    def _tell_repeated(self, kind: Kind, at: int, raw: object, number: int) -> None:
        letter = LETTERS[kind]
        own = brought(raw, "number")
        subject = _subject(kind, at, number, _own_id(raw))
        remark = Remark(
            ("number",),
            "number.twice",
            f"another {KIND_WORDS[kind]} before it is {letter}{own} already; "
            f"this one is called {letter}{number} here",
            found=str(own),
            hint="Give it a number of its own.",
        )
        self._report.tell(remark, subject, Severity.WARN)


def _write_numbers(
    piece: list[object], given: tuple[int, ...], start: int, again: frozenset[int]
) -> None:
    """Put the numbers into records that have none, or one that is taken; plain ones are copied."""
    for at, (raw, number) in enumerate(zip(piece, given, strict=True)):
        if brought(raw, "number") is not None and start + at not in again:
            continue
        if isinstance(raw, dict):
            piece[at] = {**raw, "number": number}
        elif type(raw) in KIND_OF:
            object.__setattr__(raw, "number", number)  # nobody else has seen it yet


def _subject(kind: Kind, at: int, number: int, record_id: str) -> Subject:
    return Subject(record_id, f"{LETTERS[kind]}{number}", (kind.value, at))


def _own_id(raw: object) -> str:
    """The id that a record says it has, if it is a text."""
    own = brought(raw, "id")
    return own if isinstance(own, str) else ""
