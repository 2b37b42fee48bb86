"""Lines from port to port."""

import pytest

from caseviewer.pictures.party_boxes import Box
from caseviewer.pictures.party_layout import party_picture
from caseviewer.pictures.party_picture import PartyPicture
from caseviewer.pictures.party_wires import Stage, _turns
from tests.pictures.kit import MEASURE, check, network


def drawn(links: list[tuple[str, str, str]], **within: str) -> PartyPicture:
    parties = sorted(
        {end for link in links for end in link[:2]} | within.keys() | set(within.values())
    )
    made = network(parties, links, **within)
    picture = party_picture(made, MEASURE)
    check(made, picture)
    return picture


def test_a_line_between_two_goes_straight_down() -> None:
    picture = drawn([("a", "b", "heads")])
    assert len({x for wire in picture.wires for x, _ in wire.points}) == 1


def test_several_lines_reach_a_box_at_places_of_their_own() -> None:
    picture = drawn([(one, "z", f"word {one}") for one in "abcdefghijkl"])
    ends = sorted(wire.points[-1][0] for wire in picture.wires if wire.arrow)
    assert len(set(ends)) == 12


def test_a_long_line_goes_straight_through_the_rows_between() -> None:
    links = [("a", "b", "heads"), ("b", "c", "heads"), ("a", "c", "represents")]
    picture = drawn(links)
    (long,) = (wire for wire in picture.wires if len(wire.points) > 4)
    upright = [one[0] == two[0] for one, two in zip(long.points, long.points[1:], strict=False)]
    assert upright.count(True) >= 2


def test_a_circle_has_one_line_that_leads_upwards() -> None:
    picture = drawn([("a", "b", "heads"), ("b", "a", "represents")])
    down = [wire.points[-1][1] > wire.points[0][1] for wire in picture.wires]
    assert sorted(down) == [False, True, True, True]


def test_an_inner_box_is_reached_from_the_left() -> None:
    picture = drawn([("x", "b", "heads"), ("b", "y", "represents")], b="a")
    box = picture.box_of("b")
    (into,) = (wire for wire in picture.wires if wire.arrow and wire.links[0].target == "b")
    (out,) = (wire for wire in picture.wires if not wire.arrow and wire.links[0].source == "b")
    assert box is not None
    assert into.points[-1][0] == out.points[0][0] == box.x
    assert box.y < into.points[-1][1] < out.points[0][1] < box.y + box.head
    assert out.points[1][0] != into.points[-2][0] < box.x


def ends_at(picture: PartyPicture, party: str) -> list[tuple[float, float]]:
    """Where lines end at a party, and the lanes on which they come."""
    found = [wire for wire in picture.wires if wire.arrow and wire.links[0].target == party]
    return sorted((wire.points[-2][0], wire.points[-1][1]) for wire in found)


def test_several_lines_to_an_inner_box_have_lanes_and_ends_of_their_own() -> None:
    picture = drawn([(one, "b", f"word {one}") for one in "xyz"], b="a")
    ends = ends_at(picture, "b")
    lanes, heights = zip(*ends, strict=True)
    assert len(set(lanes)) == len(set(heights)) == 3
    # From above: the lane on the left turns lowest, so that no line crosses another one.
    assert list(heights) == sorted(heights, reverse=True)


def test_lines_from_above_and_from_below_turn_without_crossing() -> None:
    box = Box("b", 0, 100, 50, 40, 50, ())
    above, below = True, False
    assert _turns(box, [above, above]) == pytest.approx([100 + 100 / 3, 100 + 50 / 3])
    assert _turns(box, [below, below]) == pytest.approx([100 + 50 / 3, 100 + 100 / 3])
    assert _turns(box, [above, below, above, below]) == pytest.approx([120, 130, 110, 140])


def test_bends_are_asked_for_from_above() -> None:
    stage = Stage((0, 2), (1.0, 2.0), {(0, 1): (5.0,)}, ((0, 1), (2, 3), (4, 5)), 16)
    assert stage.between(0, 1) == (5.0,)
