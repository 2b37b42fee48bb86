"""Which records of a case could be known on a day, by what the case says of its sources.

A source is known from the day on which it was published, other records from the day on which
a source that tells them is. What cannot be placed on a day is never taken for known.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caseviewer.model.case import Record
from caseviewer.model.case_index import CaseIndex, kind_of, records
from caseviewer.model.events import Deadline, Event, Proceeding, Trigger
from caseviewer.model.kinds import ChainLink
from caseviewer.model.open_points import Difference, Gap, StatedValue
from caseviewer.model.publication import publication
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import ID_FIELDS, How, IdField, Kind
from caseviewer.model.sources import Source


class Reason(StrEnum):
    """Why a record is not shown for a day.

    LATER: it is told by what was published later, or happened later. UNDATED: it is told only
    by sources whose day of publication the file does not give. NOWHERE: the file names no
    passage for it.
    """

    LATER = "later"
    UNDATED = "undated"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is not shown for a day and why; and what is to be known of what is shown.

    passages: those that are shown. may_be_known: sources that may have been published by then,
    or later. by_citation: sources that are placed by the date in their citation alone.
    later_too: records that a source bears as well which is not shown, and sources whose copy was
    last updated later. unborne: records that no passage that is shown bears, even where they are
    shown for what they name. days: those on which sources came to be known, in order.
    """

    hidden: Mapping[str, Reason]
    passages: frozenset[str]
    may_be_known: tuple[str, ...]
    by_citation: tuple[str, ...]
    later_too: frozenset[str]
    unborne: frozenset[str]
    days: tuple[int, ...]

    def left_out(self, index: CaseIndex) -> Counter[tuple[Kind, Reason]]:
        """How many records of each kind are not shown for each reason."""
        found = ((index.get(name), why) for name, why in self.hidden.items())
        return Counter((kind_of(item), why) for item, why in found if item is not None)


def choose(index: CaseIndex, day: int) -> Choice:
    """Find what could be known by the end of a day."""
    found = _Choosing(index, day)
    for step in (found.sources, found.passages, found.events, found.quotations):
        step()
    for step in (found.proceedings, found.deadlines, found.differences, found.parties, found.gaps):
        step()
    return Choice(
        found.hidden,
        frozenset(found.shown),
        tuple(found.may_be_known),
        tuple(found.by_citation),
        frozenset(found.later_too),
        frozenset(found.unborne),
        tuple(sorted(found.days)),
    )


def told_values(difference: Difference, shown: Container[str]) -> tuple[StatedValue, ...]:
    """The values that stand in a passage that is shown."""
    return tuple(value for value in difference.values if (value.passage or "") in shown)


def knows_start(trigger: Trigger, hidden: Mapping[str, Reason]) -> bool:
    """Whether a start of a period is shown, or has a date of its own."""
    return trigger.date is not None or trigger.event not in hidden


def _forcing(kind: Kind) -> tuple[IdField, ...]:
    """The fields that name parties without whom the record would not say what it says."""
    return tuple(
        one for one in ID_FIELDS[kind] if one.allowed == {Kind.PARTY} and one.how not in _APART
    )


_APART = frozenset({How.ASSERTED_BY, How.VALUE_PARTY})
_MENTIONING = tuple((kind, _forcing(kind)) for kind in Kind if kind is not Kind.PARTY)


@dataclass(slots=True)
class _Choosing:
    """One search, kind by kind, as the later kinds follow from the earlier ones."""

    index: CaseIndex
    day: int
    hidden: dict[str, Reason] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    ranks: dict[str, int] = field(default_factory=dict)
    may_be_known: list[str] = field(default_factory=list)
    by_citation: list[str] = field(default_factory=list)
    later_too: set[str] = field(default_factory=set)
    unborne: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)

    def sources(self) -> None:
        for source in self.index.case.sources:
            reason = self._published(source)
            if reason is not None:
                self.hidden[source.id] = reason
            updated = None if source.last_updated is None else source.last_updated.value
            if updated is not None and _surely_after(updated.earliest, self.day):
                self.later_too.add(source.id)

    def _published(self, source: Source) -> Reason | None:
        found = publication(source)
        if found is None:
            return Reason.UNDATED
        if found.earliest is not None:
            self.days.add(found.earliest)
        if found.is_later_than(self.day):
            return Reason.LATER
        if not found.is_sure_by(self.day):
            self.may_be_known.append(source.id)
        if found.by_citation:
            self.by_citation.append(source.id)
        return None

    def passages(self) -> None:
        known = {source.id for source in self.index.case.sources} - self.hidden.keys()
        for passage in self.index.case.passages:
            if passage.source in known:
                self.shown.add(passage.id)
            else:
                self.hidden[passage.id] = self.hidden.get(passage.source, Reason.NOWHERE)
            self.ranks[passage.id] = _RANK[self.hidden.get(passage.id)]

    def events(self) -> None:
        for event in self.index.case.chronology:
            reason = self._told(event.id, event.basis)
            self._note(event, reason or self._not_yet(event))

    def _not_yet(self, event: Event) -> Reason | None:
        date = None if event.date is None else event.date.value
        later = date is not None and _surely_after(date.earliest, self.day)
        return Reason.LATER if later else None

    def quotations(self) -> None:
        carried: dict[str, list[str]] = {}
        for item in self.index.case.quotations:
            reason = self._told(item.id, [part.passage for part in item.fragments])
            self._note(item, Reason.LATER if self._published_later(item) else reason)
            carried.setdefault(item.inside or "", []).append(item.id)
        self._hide_with_their_carriers(carried)

    def _hide_with_their_carriers(self, carried: Mapping[str, Iterable[str]]) -> None:
        """Hide the words inside of words that are hidden, however deep they lie."""
        carriers = [name for name in carried if name in self.hidden]
        while carriers:
            carrier = carriers.pop()
            for name in carried.get(carrier, ()):
                if name not in self.hidden:
                    self.hidden[name] = self.hidden[carrier]
                    carriers.append(name)

    def _published_later(self, item: Quotation) -> bool:
        """Whether the words were first published later, as their chain has it."""
        days = [
            rung.date.value.earliest
            for rung in item.chain
            if rung.link is ChainLink.PUBLISHED and rung.date is not None and rung.date.value
        ]
        return bool(days) and all(_surely_after(day, self.day) for day in days)

    def proceedings(self) -> None:
        for item in self.index.case.proceedings:
            reason = self._told(item.id, item.basis)
            self._note(item, self._begun(item, reason))

    def _begun(self, item: Proceeding, reason: Reason | None) -> Reason | None:
        """A proceeding is known by its events, where they have a basis: its own may be a law's."""
        events = [self.index.get(name) for name in (item.complaint, item.decision)]
        placed = [one for one in events if isinstance(one, Event) and one.basis]
        if not placed:
            return reason
        return _least(self.hidden.get(event.id) for event in placed)

    def deadlines(self) -> None:
        for item in self.index.case.deadlines:
            reason = self._told(item.id, item.basis)
            self._note(item, self._started(item, reason))

    def _started(self, item: Deadline, reason: Reason | None) -> Reason | None:
        """A period is known once a source and a start of it are; some rest on a start alone."""
        if reason is not None and item.basis:
            return reason
        if not item.triggers:
            return reason
        return _least(
            None if knows_start(one, self.hidden) else self.hidden[one.event or ""]
            for one in item.triggers
        )

    def differences(self) -> None:
        for item in self.index.case.differences:
            told = [self._told(item.id, [value.passage or ""]) for value in item.values]
            self._note(item, _second(told))

    def parties(self) -> None:
        mentioned = self._mentioned()
        for party in self.index.case.parties:
            reason = self._told(party.id, party.basis)
            self._note(party, None if party.id in mentioned else reason)

    def _mentioned(self) -> set[str]:
        """The parties that what is shown cannot do without."""
        found: set[str] = set()
        for kind, fields in _MENTIONING:
            shown = [item for item in records(self.index.case, kind) if item.id not in self.hidden]
            for one in fields:
                found.update(target for _, target in one.targets(shown))
            for item in shown:
                if isinstance(item, Difference):
                    told = told_values(item, self.shown)
                    found.update(value.asserted_by or "" for value in told)
        return found

    def gaps(self) -> None:
        """A gap is seen in all of its passages together, so that each of them has to be shown."""
        for gap in self.index.case.gaps:
            seen_in = [_REASONS[self.ranks.get(passage, _LAST)] for passage in gap.basis]
            reason = max(seen_in, key=_RANK.__getitem__, default=None)
            self._note(gap, reason if gap.basis else self._about_what_is_shown(gap))

    def _about_what_is_shown(self, gap: Gap) -> Reason | None:
        about = [target for target in gap.about if self._is_other(target)]
        return _least(self.hidden.get(target) for target in about) if about else Reason.NOWHERE

    def _is_other(self, target: str) -> bool:
        item = self.index.get(target)
        return item is not None and not isinstance(item, Gap)

    def _note(self, item: Record, reason: Reason | None) -> None:
        if reason is not None:
            self.hidden[item.id] = reason

    def _told(self, record: str, basis: Iterable[str]) -> Reason | None:
        """Why none of some passages is shown; None where one is. Notes that another is not."""
        ranks = [self.ranks.get(passage, _LAST) for passage in basis]
        if any(ranks):
            self.later_too.add(record)
        reason = _REASONS[min(ranks, default=_LAST)]
        if reason is not None:
            self.unborne.add(record)
        return reason


_REASONS = (None, Reason.LATER, Reason.UNDATED, Reason.NOWHERE)
_RANK = {reason: rank for rank, reason in enumerate(_REASONS)}
_LAST = _RANK[Reason.NOWHERE]


def _least(reasons: Iterable[Reason | None]) -> Reason | None:
    """The best of some reasons: none at all, if one of them is."""
    return min(reasons, key=_RANK.__getitem__)


def _second(reasons: list[Reason | None]) -> Reason | None:
    """What keeps two of some values from being shown; a single one makes no difference."""
    ranked = sorted(reasons, key=_RANK.__getitem__)
    return ranked[1] if len(ranked) > 1 else Reason.NOWHERE


def _surely_after(earliest: int | None, day: int) -> bool:
    return earliest is not None and earliest > day
