"""Links between boxes of one cluster."""

from caseviewer.pictures.party_layout import party_picture
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_loops import NO_LOOPS, loops_beside
from tests.pictures.kit import MEASURE, check, network


def test_there_may_be_none() -> None:
    assert loops_beside((), MEASURE) is NO_LOOPS


def test_labels_stand_one_below_the_other_on_the_right_of_the_lanes() -> None:
    found = loops_beside([PartyLink("a", "b", "heads"), PartyLink("b", "a", "heads")], MEASURE)
    first, second = found.labels
    assert second.y >= first.y + first.h
    assert first.x == second.x == 16 * 0.5 * 4
    assert (found.w, found.h) == (first.x + first.w, second.y + second.h)


def test_a_link_between_a_group_and_its_member_is_drawn_beside_them() -> None:
    made = network("ab", [("b", "a", "represents"), ("a", "a", "heads")], b="a")
    picture = party_picture(made, MEASURE)
    check(made, picture)
    outer = picture.box_of("a")
    assert outer is not None
    assert [label.lines[0].text for label in picture.labels] == ["represents", "heads"]
    assert all(label.x > outer.right for label in picture.labels)
    assert sum(wire.arrow for wire in picture.wires) == 2
