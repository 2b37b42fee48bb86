"""What every rule works with: the case, what the compiler recorded, and who says what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate
from caseviewer.model.events import Event
from caseviewer.model.kinds import DifferenceKind
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.reviewed import Compared
from caseviewer.model.sources import Passage, Source

_T = TypeVar("_T")
_TURN = 100
"""After so many records others have their turn."""


@dataclass(frozen=True)
class Looking:
    """One case that is looked through; `pause` is called between two pieces of the work."""

    case: Case
    index: CaseIndex
    pause: Callable[[], None] = lambda: None
    _about: dict[str, dict[int, Difference | Gap]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def __post_init__(self) -> None:
        points: tuple[Difference | Gap, ...] = (*self.case.differences, *self.case.gaps)
        for at, point in enumerate(points):
            for target in point.about:
                self._about[target][at] = point

    def each(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items one by one, with a pause now and then."""
        for at, item in enumerate(items):
            if at % _TURN == 0:
                self.pause()
            yield item

    def recorded(
        self, *records: str, kinds: frozenset[DifferenceKind] | None = None
    ) -> tuple[str, ...]:
        """The differences and gaps about all of these records.

        With `kinds`, only such differences; then gaps count that are about two records or more,
        as a gap about one alone may be about anything.
        """
        # A group may have thousands of points, and thousands of others beside it: the one with
        # the fewest points is looked through.
        first, *others = sorted((self._about.get(one, {}) for one in set(records)), key=len)
        return tuple(
            point.id
            for at, point in first.items()
            if all(at in other for other in others)
            and (kinds is None or (others if isinstance(point, Gap) else point.kind in kinds))
        )

    def sources_of(self, passages: Iterable[str]) -> list[Source]:
        """The sources of some passages, each once."""
        found: dict[str, Source] = {}
        for passage_id in passages:
            passage = self.index.get(passage_id)
            source = self.index.get(passage.source) if isinstance(passage, Passage) else None
            if isinstance(source, Source):
                found[source.id] = source
        return list(found.values())

    def said_by(self, record: str) -> tuple[str, ...]:
        """Whose words a source or a passage in it holds: its author, else its publisher."""
        item = self.index.get(record)
        source = self.index.get(item.source) if isinstance(item, Passage) else item
        if not isinstance(source, Source):
            return ()
        return source.author or tuple(filter(None, (source.publisher,)))


def certain(date: Date | None) -> EdtfDate | None:
    """A date that claims can be built on: one that is not marked as approximate or uncertain."""
    value = None if date is None else date.value
    return None if value is None or value.approximate or value.uncertain else value


def surely_before(one: EdtfDate, other: EdtfDate) -> bool:
    """Whether the one lies before the other, whatever days they mean."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def apart(one: EdtfDate, other: EdtfDate) -> bool:
    """Whether no day is meant by both."""
    return surely_before(one, other) or surely_before(other, one)


def dated_value(event: Event) -> tuple[Compared, ...]:
    """The date of an event with who says so and where; nothing where it has none."""
    if event.date is None:
        return ()
    return (Compared(event.date, event.id, event.asserted_by, event.basis),)
