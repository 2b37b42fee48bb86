"""Finding records: by id, by short number, and by who points at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from caseviewer.model.case import Case, Record
from caseviewer.model.references import KIND_OF, LETTERS, How, Kind, references


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
        self._short: dict[str, str] = {}
        self._by_short: dict[str, Record] = {}
        for kind in Kind:
            letter = LETTERS[kind]
            for at, item in enumerate(records(case, kind), start=1):
                short = f"{letter}{item.number or at}"
                self._by_id[item.id] = item
                self._short[item.id] = short
                self._by_short[short] = item

    def get(self, record_id: str | None) -> Record | None:
        """The record with this id, or None where the case has none."""
        return None if record_id is None else self._by_id.get(record_id)

    def short(self, record_id: str) -> str:
        """The short number of a record, such as "P4"; empty where there is none."""
        return self._short.get(record_id, "")

    def by_short(self, short: str) -> Record | None:
        """The record with this short number, whatever the case of its letter."""
        return self._by_short.get(short.strip().upper())

    def mentions(self, record_id: str) -> tuple[Mention, ...]:
        """Who points at a record, in the order of the file."""
        return self._mentions.get(record_id, ())

    @cached_property
    def _mentions(self) -> dict[str, tuple[Mention, ...]]:
        gathered: dict[str, list[Mention]] = {}
        for item in all_records(self.case):
            for reference in references(item):
                mention = Mention(item, reference.how, reference.path)
                gathered.setdefault(reference.target, []).append(mention)
        return {target: tuple(found) for target, found in gathered.items()}
