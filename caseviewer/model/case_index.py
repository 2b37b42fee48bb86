"""Finding records: by id, by short number, and by who points at them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from caseviewer.model.case import Case, Record
from caseviewer.model.references import ID_FIELDS, KIND_OF, LETTERS, How, Kind, references
from caseviewer.model.sources import Source


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that points at another one, and in what way."""

    by: Record
    how: How
    path: tuple[str | int, ...]


def records(case: Case, kind: Kind) -> tuple[Record, ...]:
    """All records of one kind, in the order of the file."""
    found: tuple[Record, ...] = getattr(case, kind.value)
    return found


def all_records(case: Case) -> Iterator[Record]:
    """All records, kind by kind in the order of the tabs."""
    for kind in Kind:
        yield from records(case, kind)


def kind_of(item: Record) -> Kind:
    """The kind of a record."""
    return KIND_OF[type(item)]


class CaseIndex:
    """What points at what in one case.

    Building costs one walk over the ids; back-references are gathered on first use.
    """

    def __init__(self, case: Case) -> None:
        """Number and index the records of `case`."""
        self.case = case
        self._by_id: dict[str, Record] = {}
        self._unnumbered: dict[str, int] = {}
        for kind in Kind:
            items = records(case, kind)
            self._by_id.update((item.id, item) for item in items)
            places = enumerate(items, start=1)
            self._unnumbered.update((item.id, at) for at, item in places if item.number is None)

    def get(self, record_id: str | None) -> Record | None:
        """The record with this id, or None where the case has none."""
        return None if record_id is None else self._by_id.get(record_id)

    def short(self, record_id: str) -> str:
        """The short number of a record, such as "P4"; empty where there is none."""
        item = self._by_id.get(record_id)
        if item is None:
            return ""
        return f"{LETTERS[kind_of(item)]}{item.number or self._unnumbered[record_id]}"

    def by_short(self, short: str) -> Record | None:
        """The record with this short number, whatever the case of its letter."""
        return self._by_short.get(short.strip().upper())

    def named(self, name: str) -> Record | None:
        """The record that people name by its id or by its short number."""
        return self.get(name) or self.by_short(name)

    @cached_property
    def _by_short(self) -> dict[str, Record]:
        return {self.short(item.id): item for item in self._by_id.values()}

    def copies(self, source_id: str) -> tuple[Source, ...]:
        """The records of one work, this source among them, in the order of the file."""
        return self._copies.get(source_id, ())

    @cached_property
    def _copies(self) -> dict[str, tuple[Source, ...]]:
        """Sources joined by `same_work_as`, whichever names which, even in a circle."""
        joined = {source.id: [source.id] for source in self.case.sources}
        for source in self.case.sources:
            other = joined.get(source.same_work_as or "", joined[source.id])
            few, many = sorted((joined[source.id], other), key=len)
            if few is not many:
                many += few
                joined.update(dict.fromkeys(few, many))
        of_work = defaultdict[str, list[Source]](list)
        for source in self.case.sources:
            of_work[joined[source.id][0]].append(source)
        return {source: tuple(of_work[ids[0]]) for source, ids in joined.items()}

    def is_mentioned(self, record_id: str) -> bool:
        """Whether any record points at this one."""
        return record_id in self._pointing

    def mentions(self, record_id: str) -> tuple[Mention, ...]:
        """Who points at a record, in the order of the file."""
        return tuple(
            Mention(item, reference.how, reference.path)
            for place in sorted(set(self._pointing.get(record_id, ())))
            for item in (self._in_order[place],)
            for reference in references(item)
            if reference.target == record_id
        )

    @cached_property
    def _in_order(self) -> tuple[Record, ...]:
        return tuple(all_records(self.case))

    @cached_property
    def _pointing(self) -> dict[str, list[int]]:
        """The places, in the order of the file, of the records that point at each id.

        How they point is looked up for one id at a time, as most are never asked for.
        """
        gathered = defaultdict[str, list[int]](list)
        before = 0
        for kind, fields in ID_FIELDS.items():
            items = records(self.case, kind)
            for field in fields:
                for at, target in field.targets(items):
                    gathered[target].append(before + at)
            before += len(items)
        return gathered
