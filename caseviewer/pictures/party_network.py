"""The parties of a case as the picture of them tells: nodes with their words, links, sentences."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from caseviewer.formatting.names import count_words, party_name
from caseviewer.formatting.party_page import role_list
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import Identity, PartyKind
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.sides import Side, party_key, side_of
from caseviewer.model.visible import visible
from caseviewer.pictures.party_links import PartyLink, among, party_links
from caseviewer.search.slices import Slices, at_once

NESTED = 4
"""So many boxes stand one within another; what lies deeper is told by a link."""

_TEXT_LIMIT = 300
_SLICE = 50


@dataclass(frozen=True, slots=True)
class PartyNode:
    """A party in the picture.

    kind_words: the kind, with the count of a group. within: the larger group whose box holds this
    one; "" where none does. unnamed: the name is withheld, not given, not known, or not the real
    one. decides: stands at the top.
    """

    id: str
    short: str
    kind: PartyKind
    kind_words: str
    name: str
    roles: str = ""
    within: str = ""
    within_words: str = ""
    unnamed: bool = False
    decides: bool = False

    @property
    def head(self) -> str:
        """Number and kind."""
        return f"{self.short} · {self.kind_words}"

    @property
    def numbered(self) -> str:
        """Number and name."""
        return f"{self.short} {self.name}"


@dataclass(frozen=True)
class PartyNetwork:
    """Parties and their links; a link within a larger group is drawn as a box in a box."""

    nodes: tuple[PartyNode, ...] = ()
    links: tuple[PartyLink, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, PartyNode]:
        """The nodes by the ids of their parties."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def drawn(self) -> tuple[PartyLink, ...]:
        """The links that are drawn as lines, each once."""
        held = {node.id: node.within for node in self.nodes}
        return tuple(
            link
            for link in dict.fromkeys(self.links)
            if not (link.within and held[link.source] == link.target)
        )

    @cached_property
    def linked(self) -> frozenset[str]:
        """The parties that have a link of any kind."""
        return frozenset(end for link in self.links for end in link.ends)

    def only(self, parties: Collection[str]) -> "PartyNetwork":
        """The same network with some of its parties alone."""
        kept = frozenset(parties)
        nodes = tuple(
            node if node.within in kept else replace(node, within="")
            for node in self.nodes
            if node.id in kept
        )
        return PartyNetwork(nodes, among(self.links, kept))

    def around(self, party: str, steps: int) -> tuple[str, ...]:
        """A party and those that links lead to in so many steps, the nearest first."""
        beside: dict[str, list[str]] = {}
        for link in self.links:
            beside.setdefault(link.source, []).append(link.target)
            beside.setdefault(link.target, []).append(link.source)
        found, rim = {party: None}, [party]
        for _ in range(steps):
            reached = dict.fromkeys(other for one in rim for other in beside.get(one, ()))
            rim = [other for other in reached if other not in found]
            found.update(dict.fromkeys(rim))
        return tuple(found)

    @cached_property
    def _links_of(self) -> Mapping[str, list[PartyLink]]:
        found: dict[str, list[PartyLink]] = {}
        for link in self.links:
            for party in dict.fromkeys((*link.ends, *link.about)):
                found.setdefault(party, []).append(link)
        return found

    def sentence(self, party: str) -> str:
        """A party and its links in words, as a screen reader says them."""
        node = self.by_id[party]
        head = ", ".join(filter(None, (node.numbered, node.kind_words, node.roles)))
        told = [self._told(link, party) for link in self._links_of.get(party, ())]
        return f"{head}: {'; '.join(told) or tr('no relation recorded')}"

    def _told(self, link: PartyLink, party: str) -> str:
        source, target = (self.by_id[end].numbered for end in link.ends)
        source = "" if link.source == party else f"{source}:"
        if link.target == party:
            target = tr("itself") if link.source == party else tr("this party")
        words = " ".join(filter(None, (source, link.words, target)))
        return f"{words} ({link.details})" if link.details else words


def party_network(opened: OpenedCase) -> PartyNetwork:
    """The parties of a case in the order of their list, with all links between them."""
    return at_once(network_slices(opened))


def network_slices(opened: OpenedCase) -> Slices[PartyNetwork]:
    """The same in slices, for work beside the window."""
    parties = sorted(opened.case.parties, key=party_key)
    holding = _holding(parties)
    nodes: list[PartyNode] = []
    for at, party in enumerate(parties):
        nodes.append(_node(opened, party, holding[party.id]))
        if at % _SLICE == 0:
            yield
    links = yield from party_links(opened)
    return PartyNetwork(tuple(nodes), links)


def _node(opened: OpenedCase, party: Party, within: str) -> PartyNode:
    short, within_words = opened.index.short(party.id), ""
    if party.subset_of is not None and opened.index.get(party.subset_of.of) is not None:
        larger = opened.index.short(party.subset_of.of)
        footing = word(party.subset_of.footing)
        within_words = tr("within {larger} ({footing})", larger=larger, footing=footing)
    return PartyNode(
        party.id,
        short,
        party.kind,
        _kind_words(party),
        visible(party_name(party), _TEXT_LIMIT),
        role_list(party),
        within,
        within_words,
        unnamed=party.identity is not Identity.NAMED,
        decides=side_of(party) is Side.DECIDING,
    )


def _kind_words(party: Party) -> str:
    """The kind, and how many there are: "group of about 40"; one person needs no count."""
    kind, count = word(party.kind), count_words(party.size)
    if not count or (party.kind is PartyKind.PERSON and count == "1"):
        return kind
    return tr("{kind} of {count}", kind=kind, count=count)


def _holding(parties: Iterable[Party]) -> dict[str, str]:
    """The group whose box holds each party; "" where groups lie in a circle, or too deep."""
    named = {party.id: party.subset_of for party in parties}
    larger = {
        party: subset.of if subset is not None and subset.of in named else ""
        for party, subset in named.items()
    }
    depth: dict[str, int] = {}
    for start in larger:
        way: dict[str, None] = {}
        at = start
        while at and at not in depth and at not in way:
            way[at] = None
            at = larger[at]
        if at in way:
            larger[at], depth[at] = "", 0  # the circle is cut where it was entered
        for party in reversed(way):
            above = depth[larger[party]] + 1 if larger[party] else 0
            if above >= NESTED:
                larger[party], above = "", 0
            depth[party] = above
    return larger
