"""From the network of parties to their picture: linked ones, then those without a link."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from caseviewer.formatting.translate import tr
from caseviewer.pictures.party_boxes import Box, Face, Line, Measure, nested
from caseviewer.pictures.party_bundles import Bundle, bundled
from caseviewer.pictures.party_islands import Cluster, island
from caseviewer.pictures.party_links import PartyLink, among
from caseviewer.pictures.party_network import PartyNetwork, PartyNode
from caseviewer.pictures.party_picture import Heading, PartyPicture

MOST_LINKED = 150
MOST_LINKS = 200
"""So much is laid out while the window waits; of more, what is around the selected party."""

MOST_LOOSE = 300
_STEPS = 2
_FEW = 4
_ASPECT = 1.6


def party_picture(network: PartyNetwork, measure: Measure, selected: str = "") -> PartyPicture:
    """Lay the parties out; the same network gives the same picture."""
    kept, remark = _bounded(network, selected)
    inside = {node.id for node in kept.nodes}
    left_out = tuple(node.id for node in network.nodes if node.id not in inside)
    linked = kept.linked
    unit = measure.height(Face.NAME)
    islands = _islands(kept.only(linked), measure)
    loose = [nested(node, {}, measure)[0] for node in kept.nodes if node.id not in linked]
    whole = _beneath(_on_shelves(islands, unit), loose, measure)
    return replace(whole, left_out=left_out, remark=remark)


def _bounded(network: PartyNetwork, selected: str) -> tuple[PartyNetwork, str]:
    """What there is room for, and what is to be said of the rest."""
    linked = network.linked
    loose = [node.id for node in network.nodes if node.id not in linked]
    near = [node.id for node in network.nodes if node.id in linked]
    links = network.links
    if len(near) <= MOST_LINKED and len(links) <= MOST_LINKS and len(loose) <= MOST_LOOSE:
        return network, ""
    remark = tr("Parties without a relation are not all drawn: the list has them all.")
    if len(near) > MOST_LINKED or len(links) > MOST_LINKS:
        centre = selected if selected in linked else near[0]
        near, links = _around(network, centre)
        remark = tr(
            "{all} parties with {links} relations are too many to draw. Drawn is what there is"
            " room for of {name} and those within two steps. Select another party to see what is"
            " around it.",
            all=str(len(linked)),
            links=str(len(network.links)),
            name=network.by_id[centre].numbered,
        )
    return replace(network, links=links).only((*near, *loose[:MOST_LOOSE])), remark


def _around(network: PartyNetwork, centre: str) -> tuple[list[str], tuple[PartyLink, ...]]:
    """A party and the nearest to it, with the links between them, as far as there is room."""
    near = list(network.around(centre, _STEPS))[:MOST_LINKED]
    links = among(network.links, near)
    while len(links) > MOST_LINKS and len(near) > _FEW:
        near = near[: len(near) * 3 // 4]
        links = among(links, near)
    return near, links[:MOST_LINKS]


def _islands(network: PartyNetwork, measure: Measure) -> list[PartyPicture]:
    """A picture for each set of parties that no link joins to another one, in their order."""
    inside: dict[str, list[PartyNode]] = {}
    root: dict[str, str] = {}
    for node in network.nodes:
        inside.setdefault(node.within, []).append(node)
    for node in inside.get("", []):
        _root_all(node, node.id, inside, root)
    crossing = [link for link in network.drawn if root[link.source] != root[link.target]]
    bundles = bundled(crossing)
    lines = Counter(party for bundle in bundles for party in (*bundle.sources, *bundle.targets))
    clusters = {
        node.id: Cluster(
            boxes := nested(node, inside, measure),
            tuple(
                link for link in network.drawn if root[link.source] == root[link.target] == node.id
            ),
            # What stands highest is reached first, on the lanes next to it.
            tuple(box.party for box in boxes[:0:-1] for _ in range(lines[box.party])),
            top=node.decides,
        )
        for node in inside.get("", [])
    }
    return [
        island([clusters[one] for one in members], found, measure)
        for members, found in _joined(list(clusters), bundles, root)
    ]


def _root_all(
    node: PartyNode, root: str, inside: dict[str, list[PartyNode]], found: dict[str, str]
) -> None:
    """Note the outermost group of a party and of all in it."""
    found[node.id] = root
    for smaller in inside.get(node.id, ()):
        _root_all(smaller, root, inside, found)


def _joined(
    clusters: Sequence[str], bundles: Sequence[Bundle], root: dict[str, str]
) -> list[tuple[list[str], list[Bundle]]]:
    """Clusters that bundles join, with these, in the order of their first clusters."""
    members = {cluster: [cluster] for cluster in clusters}
    for bundle in bundles:
        ends = [root[party] for party in (*bundle.sources, *bundle.targets)]
        for end in ends[1:]:
            few, many = sorted((members[ends[0]], members[end]), key=len)
            if few is not many:
                many += few
                members.update(dict.fromkeys(few, many))
    found: dict[str, tuple[list[str], list[Bundle]]] = {}
    for cluster in clusters:
        found.setdefault(members[cluster][0], ([], []))[0].append(cluster)
    for bundle in bundles:
        found[members[root[bundle.sources[0]]][0]][1].append(bundle)
    return list(found.values())


def _on_shelves(islands: Sequence[PartyPicture], unit: float) -> PartyPicture:
    """Pictures beside and below each other; the largest come first."""
    area = sum((one.w + 2 * unit) * (one.h + 2 * unit) for one in islands)
    room = max([(area * _ASPECT) ** 0.5, *(one.w for one in islands)])
    x = y = low = wide = 0.0
    moved: list[PartyPicture] = []
    for one in sorted(islands, key=lambda one: -one.w * one.h):
        if x and x + one.w > room:
            x, y = 0.0, low + 2 * unit
        moved.append(one.moved(x, y))
        low, wide = max(low, y + one.h), max(wide, x + one.w)
        x += one.w + 2 * unit
    return PartyPicture(
        wide,
        low,
        tuple(box for one in moved for box in one.boxes),
        tuple(label for one in moved for label in one.labels),
        tuple(wire for one in moved for wire in one.wires),
    )


def _beneath(picture: PartyPicture, loose: Sequence[Box], measure: Measure) -> PartyPicture:
    """A picture with the parties that have no link in rows below it, under words that say so."""
    if not loose:
        return picture
    unit = measure.height(Face.NAME)
    line = Line(tr("No relation recorded"), Face.NOTE)
    top = picture.h + 2 * unit if picture.boxes else 0.0
    area = sum((box.w + unit) * (box.h + unit) for box in loose)
    room = max([picture.w, (area * _ASPECT) ** 0.5, *(box.w for box in loose)])
    x, y = 0.0, top + 1.5 * measure.height(Face.NOTE)
    low, wide = y, max(picture.w, measure.width(line.text, line.face))
    moved: list[Box] = []
    for box in loose:
        if x and x + box.w > room:
            x, y = 0.0, low + unit
        moved.append(box.moved(x, y))
        low, wide = max(low, y + box.h), max(wide, x + box.w)
        x += box.w + unit
    heading = Heading(0.0, top, line)
    return replace(picture, w=wide, h=low, boxes=(*picture.boxes, *moved), headings=(heading,))
