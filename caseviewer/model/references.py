"""Which record points at which: the one list of all references that a record may hold.

Link checks, back-references and the window's links are all made from it, so that a
reference that is checked is also one that a reader can follow, in both directions.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

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


_Refs = Iterator[Reference]


def _one(target: str | None, field: str, allowed: frozenset[Kind], how: How) -> _Refs:
    if target is not None:
        yield Reference((field,), target, allowed, how)


def _each(
    targets: tuple[str, ...], path: tuple[str | int, ...], allowed: frozenset[Kind], how: How
) -> _Refs:
    for at, target in enumerate(targets):
        yield Reference((*path, at), target, allowed, how)


def _proceeding(item: Proceeding) -> _Refs:
    yield from _one(item.body, "body", PARTY, How.BODY)
    yield from _one(item.complaint, "complaint", EVENT, How.COMPLAINT)
    yield from _one(item.decision, "decision", EVENT, How.DECISION)
    yield from _each(item.basis, ("basis",), PASSAGE, How.BASIS)


def _party(item: Party) -> _Refs:
    if item.subset_of is not None:
        yield Reference(("subset_of", "of"), item.subset_of.of, PARTY, How.SUBSET)
    for at, role in enumerate(item.roles):
        if role.within is not None:
            yield Reference(("roles", at, "in"), role.within, SCOPE, How.ROLE_SCOPE)
        yield from _each(role.on_behalf_of, ("roles", at, "on_behalf_of"), PARTY, How.ON_BEHALF)
    for at, relation in enumerate(item.relations):
        yield Reference(("relations", at, "to"), relation.to, PARTY, How.RELATION)
    yield from _each(item.basis, ("basis",), PASSAGE, How.BASIS)


def _event(item: Event) -> _Refs:
    for at, participant in enumerate(item.participants):
        path = ("participants", at, "party")
        yield Reference(path, participant.party, PARTY, How.PARTICIPANT)
    yield from _each(item.asserted_by, ("asserted_by",), PARTY, How.ASSERTED_BY)
    yield from _each(item.basis, ("basis",), PASSAGE, How.BASIS)


def _deadline(item: Deadline) -> _Refs:
    yield from _one(item.owed_by, "owed_by", PARTY, How.OWED_BY)
    yield from _one(item.owed_to, "owed_to", PARTY, How.OWED_TO)
    yield from _one(item.proceeding, "proceeding", PROCEEDING, How.PROCEEDING)
    for at, trigger in enumerate(item.triggers):
        if trigger.event is not None:
            yield Reference(("triggers", at, "event"), trigger.event, EVENT, How.TRIGGER)
    if item.fulfilment.event is not None:
        path = ("fulfilment", "event")
        yield Reference(path, item.fulfilment.event, EVENT, How.FULFILMENT)
    yield from _each(item.basis, ("basis",), PASSAGE, How.BASIS)


def _quotation(item: Quotation) -> _Refs:
    for at, fragment in enumerate(item.fragments):
        path = ("fragments", at, "passage")
        yield Reference(path, fragment.passage, PASSAGE, How.FRAGMENT)
    yield from _one(item.inside, "inside", QUOTATION, How.INSIDE)
    for at, rung in enumerate(item.chain):
        if rung.party is not None:
            yield Reference(("chain", at, "party"), rung.party, PARTY, How.RUNG)
    yield from _each(item.about, ("about",), ANY, How.ABOUT)
    for at, translation in enumerate(item.translations):
        if translation.by is not None:
            path = ("translations", at, "by")
            yield Reference(path, translation.by, PARTY, How.TRANSLATOR)


def _source(item: Source) -> _Refs:
    yield from _one(item.same_work_as, "same_work_as", SOURCE, How.SAME_WORK)
    yield from _each(item.author, ("author",), PARTY, How.AUTHOR)
    yield from _one(item.publisher, "publisher", PARTY, How.PUBLISHER)
    yield from _one(item.republisher, "republisher", PARTY, How.REPUBLISHER)
    for at, disclaimer in enumerate(item.disclaimers):
        if disclaimer.by is not None:
            path = ("disclaimers", at, "by")
            yield Reference(path, disclaimer.by, PARTY, How.DISCLAIMER)


def _passage(item: Passage) -> _Refs:
    yield from _one(item.source, "source", SOURCE, How.SOURCE)


def _difference(item: Difference) -> _Refs:
    for at, value in enumerate(item.values):
        if value.asserted_by is not None:
            path = ("values", at, "asserted_by")
            yield Reference(path, value.asserted_by, PARTY, How.VALUE_PARTY)
        if value.passage is not None:
            path = ("values", at, "passage")
            yield Reference(path, value.passage, PASSAGE, How.VALUE_PASSAGE)
    yield from _each(item.about, ("about",), ANY, How.ABOUT)


def _gap(item: Gap) -> _Refs:
    yield from _each(item.about, ("about",), ANY, How.ABOUT)
    yield from _each(item.basis, ("basis",), PASSAGE, How.BASIS)


_READERS: dict[type[Record], Callable[..., _Refs]] = {
    Proceeding: _proceeding,
    Party: _party,
    Event: _event,
    Deadline: _deadline,
    Quotation: _quotation,
    Source: _source,
    Passage: _passage,
    Difference: _difference,
    Gap: _gap,
}


def references(item: Record) -> _Refs:
    """All references of a record, in the order of its fields."""
    return _READERS[type(item)](item)
