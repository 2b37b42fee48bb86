"""Who stands how to whom: links between parties, each with the records that say so.

A link says no more than the file: a role, a relation, a part in an event, a larger group. What is
left open there, such as who brought a complaint that has no complainant, is no link here.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from string import ascii_letters
from typing import TypeVar

from caseviewer.formatting.as_at_words import standing_words, status_words
from caseviewer.formatting.names import party_name
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.events import Event, Proceeding
from caseviewer.model.kinds import ProceedingStatus, Role
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party, PartyRole
from caseviewer.model.visible import visible
from caseviewer.search.slices import Slices

_T = TypeVar("_T")
_SLICE = 50
_NAMED_SENT = 3
_TEXT_LIMIT = 200
_SENT = frozenset({Role.COMPLAINANT, Role.ALLEGED_VICTIM})


@dataclass(frozen=True, slots=True)
class Place:
    """A record that says so: its number, and how it stands where that matters."""

    number: str
    state: str = ""


def place_lines(places: Iterable[Place]) -> tuple[str, ...]:
    """Numbers of records, those that stand alike together: "C1, C7", then "C6, C9 (registered)"."""
    found: dict[str, dict[str, None]] = {}
    for place in places:
        found.setdefault(place.state, {})[place.number] = None
    lines = []
    for state in sorted(found, key=bool):
        numbers = ", ".join(sorted(found[state], key=_by_number))
        lines.append(tr("{what} ({state})", what=numbers, state=state) if state else numbers)
    return tuple(lines)


def _by_number(number: str) -> tuple[int, str]:
    digits = number.lstrip(ascii_letters)
    return (int(digits) if digits.isascii() and digits.isdigit() else 0, number)


@dataclass(frozen=True, slots=True)
class PartyLink:
    """One party stands to another as `words` say: "represents".

    notes: the file's own words about it. places: records beside those of the two parties that say
    so. about: other parties that it is about, such as those who are sent.
    within: whether it says no more than that the one lies within the other.
    """

    source: str
    target: str
    words: str
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    about: tuple[str, ...] = ()
    within: bool = False

    @property
    def details(self) -> str:
        """What stands beside the words: notes, then places."""
        return " · ".join((*self.notes, *place_lines(self.places)))

    @property
    def ends(self) -> tuple[str, str]:
        """The two parties."""
        return (self.source, self.target)


def party_links(opened: OpenedCase) -> Slices[tuple[PartyLink, ...]]:
    """All links that the file gives, each pair of parties once for the same words; in slices."""
    found: dict[tuple[str, str, str], PartyLink] = {}
    acting: _Acting = {}
    yield from _note_acting(opened, acting)
    for at, links in enumerate(_found(opened, acting)):
        for link in links:
            _merge(found, link)
        if at % _SLICE == 0:
            yield
    return tuple(found.values())


def among(links: Iterable[PartyLink], parties: Collection[str]) -> tuple[PartyLink, ...]:
    """The links that have both ends among some parties."""
    return tuple(link for link in links if link.source in parties and link.target in parties)


_Acting = dict[tuple[str, Role], dict[str, None]]
"""The parties that have a role in a proceeding or an event, in the order of the file."""


def _found(opened: OpenedCase, acting: _Acting) -> Iterator[Iterable[PartyLink]]:
    """The links of each record."""
    known = {party.id for party in opened.case.parties}
    for proceeding in opened.case.proceedings:
        yield among(_decided(opened, proceeding, acting), known)
    for party in opened.case.parties:
        yield among(_of_party(opened, party), known)
    for event in opened.case.chronology:
        yield _sendings(opened, event, acting)


def _note_acting(opened: OpenedCase, found: _Acting) -> Slices[None]:
    """Note what parties say of their roles, and events of their participants."""
    known = {party.id for party in opened.case.parties}
    for at, roles in enumerate(_roles(opened)):
        for record, role, party in roles:
            if party in known:
                found.setdefault((record, role), {})[party] = None
        if at % _SLICE == 0:
            yield


def _roles(opened: OpenedCase) -> Iterator[list[tuple[str, Role, str]]]:
    """For each party and event, in which record it tells of which role, and of whose."""
    for party in opened.case.parties:
        yield [
            (role.within, role.role, party.id) for role in party.roles if role.within is not None
        ]
    for event in opened.case.chronology:
        yield [(event.id, part.role, part.party) for part in event.participants]


def _decided(opened: OpenedCase, item: Proceeding, acting: _Acting) -> Iterator[PartyLink]:
    """Who decides on whom, and who complains against whom, in one proceeding."""
    decided = item.status is ProceedingStatus.DECIDED
    state = "" if decided else status_words(opened, item)
    place = Place(opened.index.short(item.id), state)
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
    within = opened.index.short(role.within or "")
    places = (Place(within),) if within else ()
    return PartyLink(party.id, other, words, notes, places)


def _sendings(opened: OpenedCase, event: Event, acting: _Acting) -> Iterator[PartyLink]:
    """Who sends whom to which State, and how the event stands."""
    sent = {
        party: None
        for role in sorted(_SENT)
        for party in acting.get((event.id, role), {})
        if isinstance(opened.index.get(party), Party)
    }
    place = Place(opened.index.short(event.id), standing_words(opened, event))
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


def _merge(found: dict[tuple[str, str, str], PartyLink], link: PartyLink) -> None:
    """One link for the same words between the same two, with all that is beside them."""
    key = (link.source, link.target, link.words)
    before = found.get(key)
    if before is None:
        found[key] = link
        return
    found[key] = replace(
        before,
        notes=_both(before.notes, link.notes),
        places=_both(before.places, link.places),
        about=_both(before.about, link.about),
    )


def _both(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
