"""The picture as plain geometry."""

from caseviewer.pictures.party_boxes import Box
from caseviewer.pictures.party_picture import Label, PartyPicture, Wire

OUTER = Box("a", 0, 0, 100, 100, 20, ())
INNER = Box("b", 10, 30, 50, 50, 50, (), 1)
LABEL = Label(200, 0, 20, 10, (), ())
WIRE = Wire(((1, 2), (3, 4)), (), arrow=True)
PICTURE = PartyPicture(300, 100, (OUTER, INNER), (LABEL,), (WIRE,))


def test_the_innermost_box_is_hit() -> None:
    assert PICTURE.at(20, 40) == "b"
    assert PICTURE.at(5, 5) == "a"
    assert PICTURE.at(150, 5) == ""


def test_boxes_are_found_by_their_parties() -> None:
    assert PICTURE.box_of("b") is INNER
    assert PICTURE.box_of("c") is None


def test_everything_moves_together() -> None:
    moved = PICTURE.moved(5, 7)
    assert [(box.x, box.y) for box in moved.boxes] == [(5, 7), (15, 37)]
    assert [(label.x, label.y) for label in moved.labels] == [(205, 7)]
    assert moved.wires[0].points == ((6, 9), (8, 11))
