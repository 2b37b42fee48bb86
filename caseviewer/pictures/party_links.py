"""Who stands how to whom: links between parties, each with the records that say so.

A link says no more than the file: a role, a relation, a part in an event, a larger group. What is
left open there, such as who brought a complaint that has no complainant, is no link here.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from caseviewer.formatting.as_at_words import standing_words, status_words
from caseviewer.formatting.names import party_name
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.events import Event, Proceeding
from caseviewer.model.kinds import ProceedingStatus, Role
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party, PartyRole
from caseviewer.model.visible import visible

_NAMED_SENT = 3
_TEXT_LIMIT = 200
_SENT = frozenset({Role.COMPLAINANT, Role.ALLEGED_VICTIM})


@dataclass(frozen=True, slots=True)
class PartyLink:
    """One party stands to another as `words` say: "represents".

    notes: the file's own words about it. places: records beside those of the two parties that say
    so, as "E3, announced". about: other parties that it is about, such as those who are sent.
    within: whether it says no more than that the one lies within the other.
    """

    source: str
    target: str
    words: str
    notes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    within: bool = False

    @property
    def details(self) -> str:
        """What stands beside the words: notes, then places."""
        return " · ".join((*self.notes, *self.places))

    @property
    def ends(self) -> tuple[str, str]:
        """The two parties."""
        return (self.source, self.target)


def party_links(opened: OpenedCase) -> tuple[PartyLink, ...]:
    """All links that the file gives, each pair of parties once for the same words."""
    return _merged(_found(opened))


def among(links: Iterable[PartyLink], parties: Collection[str]) -> tuple[PartyLink, ...]:
    """The links that have both ends among some parties."""
    return tuple(link for link in links if link.source in parties and link.target in parties)


def _found(opened: OpenedCase) -> Iterator[PartyLink]:
    known = {party.id for party in opened.case.parties}
    acting = _acting(opened)
    for proceeding in opened.case.proceedings:
        yield from among(_decided(opened, proceeding, acting), known)
    for party in opened.case.parties:
        yield from among(_of_party(opened, party), known)
    for event in opened.case.chronology:
        yield from _sendings(opened, event, acting)


_Acting = dict[tuple[str, Role], dict[str, None]]
"""The parties that have a role in a proceeding or an event, in the order of the file."""


def _acting(opened: OpenedCase) -> _Acting:
    """What parties say of their roles, and events of their participants."""
    found: _Acting = {}
    known = {party.id for party in opened.case.parties}
    for party in opened.case.parties:
        for role in party.roles:
            if role.within is not None:
                found.setdefault((role.within, role.role), {})[party.id] = None
    for event in opened.case.chronology:
        for part in event.participants:
            if part.party in known:
                found.setdefault((event.id, part.role), {})[part.party] = None
    return found


def _decided(opened: OpenedCase, item: Proceeding, acting: _Acting) -> Iterator[PartyLink]:
    """Who decides on whom, and who complains against whom, in one proceeding."""
    place = opened.index.short(item.id)
    if item.status is not ProceedingStatus.DECIDED:
        place = tr("{what}, {state}", what=place, state=status_words(opened, item))
    states = acting.get((item.id, Role.STATE_PARTY), {})
    complainants = acting.get((item.id, Role.COMPLAINANT), {})
    for party in {**states, **complainants}:
        yield PartyLink(item.body, party, tr("decides on"), places=(place,))
    for party in complainants:
        for state in states:
            yield PartyLink(party, state, tr("complains against"), places=(place,))


def _of_party(opened: OpenedCase, party: Party) -> Iterator[PartyLink]:
    """What a party's own record says: its relations, and for whom it acts."""
    for relation in party.relations:
        notes = () if relation.note is None else (visible(relation.note, _TEXT_LIMIT),)
        yield PartyLink(party.id, relation.to, word(relation.kind), notes)
    for role in party.roles:
        for other in role.on_behalf_of:
            yield _acts_for(opened, party, role, other)
    if party.subset_of is not None:
        footing = (word(party.subset_of.footing),)
        yield PartyLink(party.id, party.subset_of.of, tr("within"), footing, within=True)


def _acts_for(opened: OpenedCase, party: Party, role: PartyRole, other: str) -> PartyLink:
    words = tr("acts for, as {role}", role=word(role.role))
    if role.role is Role.REPRESENTATIVE:
        words = tr("represents")
    notes = () if role.note is None else (visible(role.note, _TEXT_LIMIT),)
    places = tuple(filter(None, (opened.index.short(role.within or ""),)))
    return PartyLink(party.id, other, words, notes, places)


def _sendings(opened: OpenedCase, event: Event, acting: _Acting) -> Iterator[PartyLink]:
    """Who sends whom to which State, and how the event stands."""
    sent = {
        party: None
        for role in sorted(_SENT)
        for party in acting.get((event.id, role), {})
        if isinstance(opened.index.get(party), Party)
    }
    number, standing = opened.index.short(event.id), standing_words(opened, event)
    place = tr("{what}, {state}", what=number, state=standing)
    for source in acting.get((event.id, Role.SENDING_STATE), {}):
        for target in acting.get((event.id, Role.RECEIVING_STATE), {}):
            words = tr("sends {whom} to", whom=_whom(opened, tuple(sent)))
            yield PartyLink(source, target, words, places=(place,), about=tuple(sent))


def _whom(opened: OpenedCase, sent: tuple[str, ...]) -> str:
    """Those who are sent: with number and name, as far as they are few."""
    if not sent:
        return tr("people, not recorded as parties,")
    names = [numbered_name(opened, party) for party in sent[:_NAMED_SENT]]
    if len(sent) > _NAMED_SENT:
        names.append(tr("{count} more", count=str(len(sent) - _NAMED_SENT)))
    *most, last = names
    return tr("{most} and {last}", most=", ".join(most), last=last) if most else last


def numbered_name(opened: OpenedCase, party: str) -> str:
    """A party as the picture tells it: "P5 29 individuals (unnamed)"."""
    found = opened.index.get(party)
    name = party_name(found) if isinstance(found, Party) else party
    return f"{opened.index.short(party)} {visible(name, _TEXT_LIMIT)}"


def _merged(links: Iterable[PartyLink]) -> tuple[PartyLink, ...]:
    """One link for the same words between the same two, with all that is beside them."""
    found: dict[tuple[str, str, str], PartyLink] = {}
    for link in links:
        key = (link.source, link.target, link.words)
        before = found.get(key, link)
        found[key] = replace(
            before,
            notes=_both(before.notes, link.notes),
            places=_both(before.places, link.places),
            about=_both(before.about, link.about),
        )
    return tuple(found.values())


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
