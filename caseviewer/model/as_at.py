"""A case as it could be known on a day, and an account of what that leaves out.

What could be known is found by `as_at_choice`. Of a record that is shown, what came later is
taken away as far as its fields tell it apart: how a proceeding ended, whether a deadline was
met, which records it names. Words of the compiler stay; they were written later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from caseviewer.model.as_at_choice import Choice, Reason, choose, knows_start, told_values
from caseviewer.model.as_at_pruning import pruned
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex, records
from caseviewer.model.events import Deadline, Event, Proceeding, Response
from caseviewer.model.kinds import Fulfilment, ProceedingStatus
from caseviewer.model.open_points import Difference
from caseviewer.model.record_base import altered
from caseviewer.model.references import Kind
from caseviewer.model.sources import Source


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many records of a kind are not shown, and why."""

    kind: Kind
    reason: Reason
    count: int


@dataclass(frozen=True, slots=True)
class Starts:
    """Which starts of a period are shown, where not all are.

    places: their places in the whole file, counted from 0. lacking: whether one is not shown
    that counts, so that the end of the period cannot be told from those that are.
    """

    places: tuple[int, ...]
    lacking: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What a case as it could be known on a day holds, and what it leaves out.

    whole: how many records of each kind the whole file has; shown: how many are shown.
    hidden: the ids of those that are not. unsettled: ids of events and proceedings whose
    standing or status on that day the file does not tell. starts: for deadlines by their ids,
    where not all of their starts are shown. The rest as in `Choice`.
    """

    day: int
    whole: Mapping[Kind, int]
    shown: Mapping[Kind, int]
    left_out: tuple[LeftOut, ...]
    hidden: frozenset[str]
    unsettled: frozenset[str]
    later_too: frozenset[str]
    may_be_known: tuple[str, ...]
    by_citation: tuple[str, ...]
    days: tuple[int, ...]
    starts: Mapping[str, Starts]


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case as it could be known on a day."""

    case: Case
    index: CaseIndex
    account: Account


def known_at(index: CaseIndex, day: int) -> KnownCase:
    """What could be known of a whole case, told by its index, by the end of a day."""
    choice = choose(index, day)
    making = _Making(index, choice)
    made = {kind.value: making.shown(kind) for kind in Kind}
    case = altered(index.case, summary=None, **made)
    return KnownCase(case, CaseIndex(case), _account(index, case, day, making))


def _account(index: CaseIndex, case: Case, day: int, making: "_Making") -> Account:
    choice = making.choice
    counts = choice.left_out(index)
    order = {kind: rank for rank, kind in enumerate(Kind)}
    left_out = sorted(counts, key=lambda one: (order[one[0]], one[1]))
    return Account(
        day=day,
        whole=_counts(index.case),
        shown=_counts(case),
        left_out=tuple(LeftOut(kind, why, counts[kind, why]) for kind, why in left_out),
        hidden=frozenset(choice.hidden),
        unsettled=frozenset(making.unsettled),
        later_too=choice.later_too - choice.hidden.keys(),
        may_be_known=choice.may_be_known,
        by_citation=choice.by_citation,
        days=choice.days,
        starts=MappingProxyType(making.starts),
    )


def _counts(case: Case) -> Mapping[Kind, int]:
    return MappingProxyType({kind: len(records(case, kind)) for kind in Kind})


class _Making:
    """Makes the records of one day."""

    def __init__(self, index: CaseIndex, choice: Choice) -> None:
        self.choice = choice
        self.unsettled: set[str] = set()
        self.starts: dict[str, Starts] = {}
        self._index = index
        self._alter: dict[Kind, Any] = {
            Kind.PROCEEDING: self._proceeding,
            Kind.EVENT: self._event,
            Kind.DEADLINE: self._deadline,
            Kind.SOURCE: self._source,
            Kind.DIFFERENCE: self._difference,
        }

    def shown(self, kind: Kind) -> tuple[Any, ...]:
        """The records of one kind as they are shown, each under its number in the whole file."""
        hidden = self.choice.hidden
        found: tuple[Any, ...] = tuple(
            item if item.number is not None else altered(item, number=self._number(item.id))
            for item in records(self._index.case, kind)
            if item.id not in hidden
        )
        if kind is Kind.EVENT:
            self.unsettled.update(item.id for item in found if item.id in self.choice.later_too)
        alter = self._alter.get(kind)
        return pruned(kind, found if alter is None else tuple(map(alter, found)), hidden)

    def _number(self, record: str) -> int:
        return int(self._index.short(record)[1:])

    def _proceeding(self, item: Proceeding) -> Proceeding:
        """Without how it ended, unless that could be known."""
        doubtful = self._may_rest_on_others(item)
        if self._is_event_shown(item.decision):
            return altered(item, outcome_summary=None) if doubtful else item
        if doubtful or item.decision in self.choice.hidden:
            return self._undecided(item)
        return item

    def _may_rest_on_others(self, item: Proceeding | Deadline) -> bool:
        """Whether what it says may be told only by what is not shown."""
        return item.id in self.choice.later_too or item.id in self.choice.unborne

    def _is_event_shown(self, name: str | None) -> bool:
        return name not in self.choice.hidden and isinstance(self._index.get(name), Event)

    def _undecided(self, item: Proceeding) -> Proceeding:
        """With no status of a later day either; `unsettled` says that this one is not the file's.

        A proceeding that is known at all has been submitted.
        """
        self.unsettled.add(item.id)
        found = item.provisions
        return altered(
            item,
            provisions=None if found is None else altered(found, found=()),
            decision=None,
            status=ProceedingStatus.SUBMITTED,
            session=None,
            outcome=None,
            outcome_summary=None,
            remedies=(),
        )

    def _event(self, item: Event) -> Event:
        """Without words for its date that a later source may have used."""
        if item.id not in self.choice.later_too or item.date is None or not item.date.verbatim:
            return item
        date = None if item.date.edtf is None else altered(item.date, verbatim=None)
        return altered(item, date=date)

    def _deadline(self, item: Deadline) -> Deadline:
        """Without an answer that could not be known; without starts, if the named one is not."""
        item = self._started(item)
        if not self._is_event_shown(item.fulfilment.event):
            return altered(item, fulfilment=Response(status=Fulfilment.NOT_RECORDED))
        if not self._may_rest_on_others(item):
            return item
        return altered(item, fulfilment=altered(item.fulfilment, note=None))

    def _started(self, item: Deadline) -> Deadline:
        """With the starts that are shown; none, where the source names one and that is not."""
        hidden, triggers = self.choice.hidden, item.triggers
        known = [at for at, one in enumerate(triggers) if knows_start(one, hidden)]
        if len(known) == len(triggers):
            return item
        named = [at for at, one in enumerate(triggers) if one.stated]
        lacking = not set(named or range(len(triggers))) <= set(known)
        places = () if named and not set(named) & set(known) else tuple(known)
        self.starts[item.id] = Starts(places, lacking)
        return altered(item, triggers=tuple(triggers[at] for at in places))

    def _source(self, item: Source) -> Source:
        """As a copy of another one that is shown, where the one that it names is not."""
        if item.same_work_as not in self.choice.hidden:
            return item
        copies = self._index.copies(item.id)
        first = next(one.id for one in copies if one.id not in self.choice.hidden)
        return altered(item, same_work_as=None if first == item.id else first)

    def _difference(self, item: Difference) -> Difference:
        """With the values that are told, and without what a later one may have settled."""
        values = told_values(item, self.choice.passages)
        later = item.id in self.choice.later_too
        settled = None if later else item.resolution
        return altered(item, values=values, resolution=settled)
