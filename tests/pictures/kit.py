"""Networks for tests, a measure without fonts, and what must hold of every picture."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from hypothesis import strategies as st

from caseviewer.model.kinds import PartyKind
from caseviewer.pictures.party_boxes import Box, Face
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_network import PartyNetwork, PartyNode
from caseviewer.pictures.party_picture import Label, PartyPicture, Point

Area = Box | Label
NEAR = 1e-6


class Fixed:
    """Every letter is as wide as the next."""

    def width(self, text: str, face: Face) -> float:
        return len(text) * (7.0 if face is Face.NAME else 6.0)

    def height(self, face: Face) -> float:
        return 16.0 if face is Face.NAME else 14.0


MEASURE = Fixed()


def node(party: str, within: str = "", *, decides: bool = False, name: str = "") -> PartyNode:
    return PartyNode(
        party, party.upper(), PartyKind.PERSON, "person", name or party, within=within,
        decides=decides,
    )  # fmt: skip


def network(
    parties: Iterable[str], links: Iterable[tuple[str, str, str]] = (), **within: str
) -> PartyNetwork:
    """Parties and links; `b="a"` puts the box of b into that of a."""
    nodes = tuple(node(party, within.get(party, "")) for party in parties)
    inner = (PartyLink(small, large, "within", within=True) for small, large in within.items())
    return PartyNetwork(nodes, (*(PartyLink(*link) for link in links), *inner))


@st.composite
def networks(draw: st.DrawFn) -> PartyNetwork:
    """Any parties, one in another or not, and any links: circles, loops, the same twice."""
    count = draw(st.integers(0, 12))
    parties = [f"p{at}" for at in range(count)]
    within = {
        party: parties[large]
        for at, party in enumerate(parties)
        if at and (large := draw(st.integers(-6, at - 1))) >= 0 and draw(st.booleans())
    }
    words = st.sampled_from(["represents", "works for", "sends two people to"])
    ends = st.sampled_from(parties) if parties else st.just("")
    links = draw(st.lists(st.tuples(ends, ends, words), max_size=20 if parties else 0))
    names = draw(st.lists(st.text(max_size=40), min_size=count, max_size=count))
    nodes = tuple(
        node(party, within.get(party, ""), decides=at % 5 == 0, name=name or party)
        for at, (party, name) in enumerate(zip(parties, names, strict=True))
    )
    inner = (PartyLink(small, large, "within", within=True) for small, large in within.items())
    return PartyNetwork(nodes, (*(PartyLink(*link) for link in links), *inner))


def overlap(first: Area, second: Area) -> bool:
    return (
        first.x < second.x + second.w - NEAR
        and second.x < first.x + first.w - NEAR
        and first.y < second.y + second.h - NEAR
        and second.y < first.y + first.h - NEAR
    )


def inside(small: Area, large: Area) -> bool:
    return (
        small.x >= large.x - NEAR
        and small.y >= large.y - NEAR
        and small.x + small.w <= large.x + large.w + NEAR
        and small.y + small.h <= large.y + large.h + NEAR
    )


def holders(made: PartyNetwork, party: str) -> list[str]:
    found: list[str] = []
    at = made.by_id[party].within
    while at:
        found.append(at)
        at = made.by_id[at].within
    return found


def on_edge(point: Point, area: Area) -> bool:
    x, y = point
    across = area.x - NEAR <= x <= area.x + area.w + NEAR
    along = area.y - NEAR <= y <= area.y + area.h + NEAR
    level = min(abs(y - area.y), abs(y - area.y - area.h)) < NEAR
    upright = min(abs(x - area.x), abs(x - area.x - area.w)) < NEAR
    return across and along and (level or upright)


def crosses(start: Point, end: Point, area: Area) -> bool:
    """Whether a stretch of a line is within an area: it is looked at in 40 points."""
    for step in range(41):
        x = start[0] + (end[0] - start[0]) * step / 40
        y = start[1] + (end[1] - start[1]) * step / 40
        if (
            area.x + NEAR < x < area.x + area.w - NEAR
            and area.y + NEAR < y < area.y + area.h - NEAR
        ):
            return True
    return False


def check(made: PartyNetwork, picture: PartyPicture) -> None:
    """What holds of every picture."""
    drawn = [box.party for box in picture.boxes]
    assert sorted([*drawn, *picture.left_out]) == sorted(party.id for party in made.nodes)
    _check_boxes(made, picture.boxes)
    for label in picture.labels:
        assert not any(overlap(label, box) for box in picture.boxes)
    assert not any(overlap(*two) for two in combinations(picture.labels, 2))
    _check_wires(made, picture)
    areas: list[Area] = [*picture.boxes, *picture.labels]
    assert all(inside(area, Label(0, 0, picture.w, picture.h, (), ())) for area in areas)


def _check_boxes(made: PartyNetwork, boxes: Sequence[Box]) -> None:
    place = {box.party: box for box in boxes}
    for first, second in combinations(boxes, 2):
        if second.party in holders(made, first.party):
            assert inside(first, second)
        elif first.party in holders(made, second.party):
            assert inside(second, first)
        else:
            assert not overlap(first, second)
    for box in boxes:
        assert box.depth == len([one for one in holders(made, box.party) if one in place])


def _check_wires(made: PartyNetwork, picture: PartyPicture) -> None:
    """Each link leaves its source, has one label, and reaches its target."""
    boxes = {box.party: box for box in picture.boxes}
    shown = [link for link in made.drawn if all(end in boxes for end in link.ends)]
    for link in shown:
        out = [wire for wire in picture.wires if link in wire.links and not wire.arrow]
        into = [wire for wire in picture.wires if link in wire.links and wire.arrow]
        labels = [label for label in picture.labels if link in label.links]
        assert len(labels) == 1
        assert any(on_edge(wire.points[0], boxes[link.source]) for wire in out)
        assert any(on_edge(wire.points[-1], boxes[link.target]) for wire in into)
    for wire in picture.wires:
        kept = {holder for link in wire.links for end in link.ends for holder in holders(made, end)}
        for start, end in pairwise(wire.points):
            for box in picture.boxes:
                assert box.party in kept or not crosses(start, end, box)
            assert not any(crosses(start, end, label) for label in picture.labels)
