"""Walking through the picture of parties: the box that is next in a direction."""

from caseviewer.pictures.party_boxes import Box
from caseviewer.pictures.party_picture import PartyPicture, Point

_ASIDE = 2.0
"""What lies aside of the way counts so many times its distance."""


def beside(picture: PartyPicture, party: str, way: tuple[int, int]) -> str:
    """The party whose box is nearest in a direction, such as (1, 0) for right; "" where none is.

    Where no party of the picture is selected, it is the first one.
    """
    start = picture.box_of(party)
    if start is None:
        return picture.boxes[0].party if picture.boxes else ""
    reached = [
        (ahead + _ASIDE * aside, at, box.party)
        for at, box in enumerate(picture.boxes)
        for ahead, aside in (_distances(_spot(start), _spot(box), way),)
        if ahead > 0 and aside <= 2 * ahead + start.w
    ]
    return min(reached)[2] if reached else ""


def _spot(box: Box) -> Point:
    """Where a box stands for the eye: the middle of its own words, not of what it holds."""
    return box.x + box.w / 2, box.middle


def _distances(start: Point, end: Point, way: tuple[int, int]) -> tuple[float, float]:
    """How far a place is ahead in a direction, and how far aside of it."""
    right, down = end[0] - start[0], end[1] - start[1]
    ahead = right * way[0] + down * way[1]
    return ahead, abs(right * way[1]) + abs(down * way[0])
