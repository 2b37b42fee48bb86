"""Walking from box to box."""

import pytest

from caseviewer.pictures.party_boxes import Box
from caseviewer.pictures.party_layout import party_picture
from caseviewer.pictures.party_network import party_network
from caseviewer.pictures.party_picture import PartyPicture
from caseviewer.pictures.party_steps import beside
from tests.formatting import samples
from tests.pictures.kit import MEASURE

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
PICTURE = PartyPicture(
    300,
    300,
    (
        Box("a", 0, 0, 50, 20, 20, ()),
        Box("b", 100, 0, 50, 20, 20, ()),
        Box("c", 10, 100, 50, 80, 20, ()),
        Box("d", 20, 140, 30, 20, 20, (), 1),
    ),
)


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("a", RIGHT, "b"),
        ("b", LEFT, "a"),
        ("a", DOWN, "c"),
        ("c", DOWN, "d"),
        ("d", UP, "c"),
        ("c", UP, "a"),
        ("a", LEFT, ""),
        ("a", UP, ""),
        ("", DOWN, "a"),
        ("left out", DOWN, "a"),
    ],
)
def test_the_nearest_in_a_direction(start: str, way: tuple[int, int], end: str) -> None:
    assert beside(PICTURE, start, way) == end


def test_an_empty_picture_leads_nowhere() -> None:
    assert beside(PartyPicture(), "", DOWN) == ""


@pytest.mark.parametrize("number", [0, 1])
def test_every_party_of_the_samples_is_reached_by_arrows(number: int) -> None:
    picture = party_picture(party_network((samples.first(), samples.second())[number]), MEASURE)
    reached, rim = {picture.boxes[0].party}, [picture.boxes[0].party]
    while rim:
        at = rim.pop()
        found = {beside(picture, at, way) for way in (LEFT, RIGHT, UP, DOWN)} - reached - {""}
        reached |= found
        rim += found
    assert reached == {box.party for box in picture.boxes}
