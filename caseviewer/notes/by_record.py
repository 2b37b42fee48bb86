"""What is kept on each record of a case, and whether the record still says what it said then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from caseviewer.model.case_index import CaseIndex
from caseviewer.model.record_digest import record_digest
from caseviewer.notes.values import Annotation, Notes, Sort


@dataclass(frozen=True, slots=True)
class OfRecord:
    """What is kept on one record, in the order in which it was made.

    gone: whether the record is not in the file any more. changed: the ids of what was kept on it
    before it came to say something else.
    """

    record: str
    kept: tuple[Annotation, ...] = ()
    gone: bool = False
    changed: frozenset[str] = frozenset()

    def of(self, sort: Sort) -> tuple[Annotation, ...]:
        """What is kept of one sort: where several wrote, it may be more than one."""
        return tuple(one for one in self.kept if one.sort is sort)

    @property
    def is_starred(self) -> bool:
        """Whether it has a star."""
        return bool(self.of(Sort.STAR))

    @property
    def is_read(self) -> bool:
        """Whether it is marked as read, and says what it said then."""
        return any(one.id not in self.changed for one in self.of(Sort.READ))

    @property
    def notes(self) -> tuple[Annotation, ...]:
        """The notes on it."""
        return self.of(Sort.NOTE)

    @property
    def is_outdated(self) -> bool:
        """Whether it says something else since it was read, or since a note was written on it."""
        noted = any(one.id in self.changed for one in self.notes)
        return noted or (bool(self.of(Sort.READ)) and not self.is_read)


class CaseNotes:
    """The notes of a case by its records."""

    def __init__(self, notes: Notes, index: CaseIndex | None) -> None:
        """The index must be that of the whole case; nothing is asked of it before it is needed."""
        self.notes = notes
        self._index = index
        self._says: dict[str, str] = {}
        self._known: dict[str, OfRecord] = {}

    def __bool__(self) -> bool:
        return bool(self.notes.own)

    def __iter__(self) -> Iterator[OfRecord]:
        """What is kept on each record that has anything, in no order in particular."""
        return map(self.of, self._by_record)

    def renewed(self, notes: Notes) -> "CaseNotes":
        """Other notes on the same case."""
        made = CaseNotes(notes, self._index)
        made._says = self._says
        return made

    def of(self, record: str) -> OfRecord:
        """What is kept on a record."""
        kept = self._by_record.get(record)
        if kept is None:
            return OfRecord(record)
        if record not in self._known:
            self._known[record] = self._made(record, kept)
        return self._known[record]

    @cached_property
    def gone(self) -> tuple[OfRecord, ...]:
        """Records that are not in the file any more, and have notes."""
        return _in_order(one for one in self if one.gone and one.notes)

    @cached_property
    def outdated(self) -> tuple[OfRecord, ...]:
        """Records that say something else since a note was written on them."""
        return _in_order(one for one in self if any(note.id in one.changed for note in one.notes))

    @cached_property
    def _by_record(self) -> Mapping[str, list[Annotation]]:
        found = defaultdict[str, list[Annotation]](list)
        for one in sorted(self.notes.own.values(), key=_made_at):
            found[one.record].append(one)
        return dict(found)

    def _made(self, record: str, kept: list[Annotation]) -> OfRecord:
        says = self._said(record)
        changed = frozenset(one.id for one in kept if says and _differs(one, says))
        return OfRecord(record, tuple(kept), gone=not says, changed=changed)

    def _said(self, record: str) -> str:
        """The digest of what a record says; empty where the file has none of that id."""
        if record not in self._says:
            index = self._index
            item = None if index is None else index.get(record)
            says = "" if index is None or item is None else record_digest(index, item)
            self._says[record] = says
        return self._says[record]


NO_NOTES = CaseNotes(Notes(), None)
"""For a case on which nothing is kept, and while notes are hidden."""


def _differs(one: Annotation, says: str) -> bool:
    """Whether a record said something else; where another program wrote, nobody knows.

    A star is on the record, whatever that says.
    """
    known = one.sort is not Sort.STAR and one.saw is not None and one.saw.says
    return bool(known) and known != says


def _made_at(one: Annotation) -> tuple[datetime, str]:
    return one.created, one.id


def _in_order(found: Iterable[OfRecord]) -> tuple[OfRecord, ...]:
    return tuple(sorted(found, key=lambda one: (one.notes[0].created, one.record)))
