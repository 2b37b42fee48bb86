"""Linked parties in rows."""

from caseviewer.pictures.party_boxes import nested
from caseviewer.pictures.party_bundles import bundled
from caseviewer.pictures.party_islands import Cluster, island
from caseviewer.pictures.party_links import PartyLink
from tests.pictures.kit import MEASURE, node


def cluster(party: str, *, top: bool = False) -> Cluster:
    return Cluster(nested(node(party), {}, MEASURE), top=top)


def test_boxes_stand_above_each_other_with_words_between() -> None:
    links = [PartyLink("a", "b", "heads"), PartyLink("c", "b", "works for")]
    picture = island([cluster("a"), cluster("b"), cluster("c")], bundled(links), MEASURE)
    a, b, c = picture.boxes
    assert a.y == c.y
    assert b.y > a.bottom
    assert all(a.bottom < label.y < b.y for label in picture.labels)
    assert [label.links for label in picture.labels] == [(links[0],), (links[1],)]
    assert picture.h == b.bottom


def test_what_belongs_at_the_top_stands_there() -> None:
    links = [PartyLink("a", "b", "heads"), PartyLink("b", "c", "heads"), PartyLink("d", "c", "x")]
    names = "abcd"
    for top in (True, False):
        made = [cluster(name, top=top and name == "d") for name in names]
        boxes = {box.party: box.y for box in island(made, bundled(links), MEASURE).boxes}
        assert (boxes["d"] == boxes["a"]) is top


def test_an_island_may_be_one_cluster() -> None:
    picture = island([cluster("a")], (), MEASURE)
    assert (picture.w, picture.h) == (picture.boxes[0].w, picture.boxes[0].h)


def test_rows_are_farther_apart_where_lines_lead_far() -> None:
    few = [PartyLink("z", f"p{at}", "heads") for at in range(2)]
    many = [PartyLink("z", f"p{at}", "heads") for at in range(20)]

    def height(links: list[PartyLink]) -> float:
        made = [cluster("z"), *(cluster(link.target) for link in links)]
        return island(made, bundled(links), MEASURE).h

    assert height(many) > height(few)
