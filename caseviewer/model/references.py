"""Which record points at which: the one list of all references that a record may hold.

Link checks, back-references and the window's links are all made from it, so that a
reference that is checked is also one that a reader can follow, in both directions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from caseviewer.model.case import Record
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Passage, Source


class Kind(StrEnum):
    """The kinds of record, by the name of their list in the file, in the file's order."""

    PROCEEDING = "proceedings"
    PARTY = "parties"
    EVENT = "chronology"
    DEADLINE = "deadlines"
    QUOTATION = "quotations"
    SOURCE = "sources"
    PASSAGE = "passages"
    DIFFERENCE = "differences"
    GAP = "gaps"


LETTERS = {
    Kind.PROCEEDING: "C",
    Kind.PARTY: "P",
    Kind.EVENT: "E",
    Kind.DEADLINE: "D",
    Kind.QUOTATION: "Q",
    Kind.SOURCE: "S",
    Kind.PASSAGE: "T",
    Kind.DIFFERENCE: "X",
    Kind.GAP: "G",
}
"""The letter of a short number; C as in communication or case, T as in text."""

RECORD_TYPES: dict[Kind, type[Record]] = {
    Kind.PROCEEDING: Proceeding,
    Kind.PARTY: Party,
    Kind.EVENT: Event,
    Kind.DEADLINE: Deadline,
    Kind.QUOTATION: Quotation,
    Kind.SOURCE: Source,
    Kind.PASSAGE: Passage,
    Kind.DIFFERENCE: Difference,
    Kind.GAP: Gap,
}
KIND_OF: dict[type, Kind] = {cls: kind for kind, cls in RECORD_TYPES.items()}

ANY = frozenset(Kind)
PARTY = frozenset({Kind.PARTY})
EVENT = frozenset({Kind.EVENT})
PASSAGE = frozenset({Kind.PASSAGE})
PROCEEDING = frozenset({Kind.PROCEEDING})
QUOTATION = frozenset({Kind.QUOTATION})
SOURCE = frozenset({Kind.SOURCE})
SCOPE = frozenset({Kind.PROCEEDING, Kind.EVENT})


class How(StrEnum):
    """In what way a record points at another one."""

    BASIS = "basis"
    SUBSET = "subset"
    ROLE_SCOPE = "role_scope"
    ON_BEHALF = "on_behalf"
    RELATION = "relation"
    BODY = "body"
    COMPLAINT = "complaint"
    DECISION = "decision"
    PARTICIPANT = "participant"
    ASSERTED_BY = "asserted_by"
    OWED_BY = "owed_by"
    OWED_TO = "owed_to"
    PROCEEDING = "proceeding"
    TRIGGER = "trigger"
    FULFILMENT = "fulfilment"
    FRAGMENT = "fragment"
    INSIDE = "inside"
    RUNG = "rung"
    ABOUT = "about"
    TRANSLATOR = "translator"
    SAME_WORK = "same_work"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    REPUBLISHER = "republisher"
    DISCLAIMER = "disclaimer"
    SOURCE = "source"
    VALUE_PARTY = "value_party"
    VALUE_PASSAGE = "value_passage"


@dataclass(frozen=True, slots=True)
class Reference:
    """One id in a record: where it stands, what it names, and what it may name.

    `path` is the place inside the record, as the file spells it.
    """

    path: tuple[str | int, ...]
    target: str
    allowed: frozenset[Kind]
    how: How


@dataclass(frozen=True, slots=True)
class IdField:
    """A field that may hold one id or several: what they may name, and how they point.

    `part` is the field of the record that holds the parts, or the one part, with this
    field; it is empty where the field is the record's own. `spelling` is the field's name
    in the file where that is another one.
    """

    name: str
    allowed: frozenset[Kind]
    how: How
    part: str = ""
    spelling: str = ""

    def targets(self, items: Sequence[Record]) -> Iterator[tuple[int, str]]:
        """Every id in this field of records of one kind, with the record's place among them."""
        name = self.name
        for at, owner in self._owners(items):
            value = getattr(owner, name)
            if isinstance(value, str):
                yield at, value
            elif value is not None:
                for target in value:
                    yield at, target

    def _owners(self, items: Sequence[Record]) -> Iterator[tuple[int, object]]:
        """What has this field: the records themselves, or their parts."""
        part = self.part
        if not part:
            yield from enumerate(items)
            return
        for at, item in enumerate(items):
            value = getattr(item, part)
            if isinstance(value, tuple):
                for owner in value:
                    yield at, owner
            elif value is not None:
                yield at, value


_BASIS = IdField("basis", PASSAGE, How.BASIS)
_ABOUT = IdField("about", ANY, How.ABOUT)

ID_FIELDS: dict[Kind, tuple[IdField, ...]] = {
    Kind.PROCEEDING: (
        IdField("body", PARTY, How.BODY),
        IdField("complaint", EVENT, How.COMPLAINT),
        IdField("decision", EVENT, How.DECISION),
        _BASIS,
    ),
    Kind.PARTY: (
        IdField("of", PARTY, How.SUBSET, part="subset_of"),
        IdField("within", SCOPE, How.ROLE_SCOPE, part="roles", spelling="in"),
        IdField("on_behalf_of", PARTY, How.ON_BEHALF, part="roles"),
        IdField("to", PARTY, How.RELATION, part="relations"),
        _BASIS,
    ),
    Kind.EVENT: (
        IdField("party", PARTY, How.PARTICIPANT, part="participants"),
        IdField("asserted_by", PARTY, How.ASSERTED_BY),
        _BASIS,
    ),
    Kind.DEADLINE: (
        IdField("owed_by", PARTY, How.OWED_BY),
        IdField("owed_to", PARTY, How.OWED_TO),
        IdField("proceeding", PROCEEDING, How.PROCEEDING),
        IdField("event", EVENT, How.TRIGGER, part="triggers"),
        IdField("event", EVENT, How.FULFILMENT, part="fulfilment"),
        _BASIS,
    ),
    Kind.QUOTATION: (
        IdField("passage", PASSAGE, How.FRAGMENT, part="fragments"),
        IdField("inside", QUOTATION, How.INSIDE),
        IdField("party", PARTY, How.RUNG, part="chain"),
        _ABOUT,
        IdField("by", PARTY, How.TRANSLATOR, part="translations"),
    ),
    Kind.SOURCE: (
        IdField("same_work_as", SOURCE, How.SAME_WORK),
        IdField("author", PARTY, How.AUTHOR),
        IdField("publisher", PARTY, How.PUBLISHER),
        IdField("republisher", PARTY, How.REPUBLISHER),
        IdField("by", PARTY, How.DISCLAIMER, part="disclaimers"),
    ),
    Kind.PASSAGE: (IdField("source", SOURCE, How.SOURCE),),
    Kind.DIFFERENCE: (
        IdField("asserted_by", PARTY, How.VALUE_PARTY, part="values"),
        IdField("passage", PASSAGE, How.VALUE_PASSAGE, part="values"),
        _ABOUT,
    ),
    Kind.GAP: (_ABOUT, _BASIS),
}
"""The fields that may hold ids, in the order of each kind's fields."""

_BY_PART = {
    kind: tuple((part, tuple(fields)) for part, fields in groupby(id_fields, attrgetter("part")))
    for kind, id_fields in ID_FIELDS.items()
}


def references(item: Record) -> Iterator[Reference]:
    """All references of a record, in the order of its fields, and of its parts within these."""
    for part, fields in _BY_PART[KIND_OF[type(item)]]:
        for path, owner in _parts(item, part):
            for field in fields:
                yield from _in_field(owner, path, field)


_Path = tuple[str | int, ...]


def _parts(item: Record, part: str) -> Iterator[tuple[_Path, object]]:
    """The record itself, or its parts, each with its path in the record."""
    value = getattr(item, part) if part else item
    if isinstance(value, tuple):
        yield from (((part, at), owner) for at, owner in enumerate(value))
    elif value is not None:
        yield ((part,) if part else ()), value


def _in_field(owner: object, path: _Path, field: IdField) -> Iterator[Reference]:
    value = getattr(owner, field.name)
    path = (*path, field.spelling or field.name)
    if isinstance(value, str):
        yield Reference(path, value, field.allowed, field.how)
    elif value is not None:
        for at, target in enumerate(value):
            yield Reference((*path, at), target, field.allowed, field.how)
