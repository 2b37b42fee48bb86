"""Dates that do not go together: one event dated twice, steps and sources in a wrong order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from caseviewer.model.dates import EdtfDate
from caseviewer.model.events import Event
from caseviewer.model.kinds import EventKind, PartyKind, Role
from caseviewer.model.parties import Party
from caseviewer.model.publication import date_of
from caseviewer.model.reviewed import Compared, Finding, Rule
from caseviewer.model.sources import Source
from caseviewer.review.looking import Looking, certain, dated_value, surely_before

_WORDS = re.compile(r"\w+")
_SMALL = frozenset({
    "a", "an", "are", "be", "been", "had", "has", "have", "is", "the", "was", "were",
})  # fmt: skip
"""Words that tell nothing about which event is meant; "to" and "from" do."""


def same_event(look: Looking) -> Iterator[Finding]:
    """Two records that may be of one event, and whose dates have no day in common."""
    dated = [one for one in look.each(look.case.chronology) if certain(one.date) is not None]
    for events in look.each(_deaths(look, dated)):
        yield from _dated_differently(look, events)
    for events in look.each(_alike(look, dated)):
        # Three or more that read the same are more likely something that happened again.
        if len(events) == 2 and _told_apart(look, *events):
            yield from _dated_differently(look, events)


def _deaths(look: Looking, events: list[Event]) -> list[list[Event]]:
    """The deaths of each person: there can be one only."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in look.each(events):
        if event.kind is EventKind.DEATH:
            for party in _dead(look, event):
                found[party].append(event)
    return list(found.values())


def _alike(look: Looking, events: list[Event]) -> list[list[Event]]:
    """Events that are told in the same words of the same participants; deaths left out."""
    found: dict[object, list[Event]] = defaultdict(list)
    for event in look.each(events):
        if event.kind is not EventKind.DEATH and len(event.participants) > 1:
            found[_likeness(event)].append(event)
    return list(found.values())


def _dead(look: Looking, event: Event) -> set[str]:
    """The persons who died, as the roles tell."""
    return {
        one.party
        for one in event.participants
        if one.role is Role.ALLEGED_VICTIM
        and isinstance(party := look.index.get(one.party), Party)
        and party.kind is PartyKind.PERSON
    }


def _likeness(event: Event) -> object:
    """What two records of one event have in common: kind, who does what in it, and words.

    Their order counts: who is brought from one place to another is not brought back.
    """
    words = tuple(word for word in _WORDS.findall(event.title.casefold()) if word not in _SMALL)
    return event.kind, words, frozenset((one.party, one.role) for one in event.participants)


def _told_apart(look: Looking, one: Event, other: Event) -> bool:
    """Whether each rests on sources of its own; copies of one work are one source."""
    first, second = (
        {
            copy.id
            for source in look.sources_of(event.basis)
            for copy in look.index.copies(source.id)
        }
        for event in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


def _dated_differently(look: Looking, events: list[Event]) -> Iterator[Finding]:
    """One finding for all, if two of them cannot be of the same day."""
    dates = [date for event in events if (date := certain(event.date)) is not None]
    starts = [date.earliest for date in dates if date.earliest is not None]
    ends = [date.latest for date in dates if date.latest is not None]
    if not starts or not ends or max(starts) <= min(ends):
        return
    ids = tuple(event.id for event in events)
    values = tuple(value for event in events for value in dated_value(event))
    yield Finding(Rule.SAME_EVENT, ids, values, look.recorded(*ids))


def told_too_early(look: Looking) -> Iterator[Finding]:
    """Events that come after every source that tells of them."""
    for event in look.each(look.case.chronology):
        happened, sources = certain(event.date), look.sources_of(event.basis)
        if happened is None or not sources:
            continue
        if not all(_is_before(source, happened) for source in sources):
            continue
        values = list(dated_value(event))
        values += [
            Compared(date, source.id, look.said_by(source.id))
            for source in sources
            if (date := date_of(source)) is not None
        ]
        ids = (event.id, *(source.id for source in sources))
        yield Finding(Rule.TOLD_TOO_EARLY, ids, tuple(values), look.recorded(event.id))


def _is_before(source: Source, happened: EdtfDate) -> bool:
    """Whether a source was surely written before something happened."""
    dates = [date_of(source)]
    if source.last_updated is not None:
        dates.append(source.last_updated)
    return all(
        (date := certain(given)) is not None and surely_before(date, happened) for given in dates
    )


def steps(look: Looking) -> Iterator[Finding]:
    """Quotations whose words were passed on, by their dates, before they were said."""
    for quotation in look.each(look.case.quotations):
        dated = [
            (date, value, rung)
            for rung in quotation.chain
            if (date := rung.date) is not None and (value := certain(date)) is not None
        ]
        for (said, before, first), (passed_on, after, second) in pairwise(dated):
            if surely_before(after, before):
                values = tuple(
                    Compared(date, quotation.id, () if rung.party is None else (rung.party,))
                    for date, rung in ((said, first), (passed_on, second))
                )
                recorded = look.recorded(quotation.id)
                yield Finding(Rule.STEPS, (quotation.id,), values, recorded)
                break
