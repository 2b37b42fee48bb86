"""The shapes can be told apart without their colours."""

import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from caseviewer.pictures.timeline_marks import End, Mark, Shape
from caseviewer.ui.theme import DARK, LIGHT, Colours
from caseviewer.ui.widgets.timeline_shapes import Ink, draw_cluster, draw_shape
from tests.pictures.timelines import SIZES

BOX = QRectF(20.5, 10.5, 100, 16)
FIRM = End.FIRM


def mark(shape: Shape, left: End = FIRM, right: End = FIRM, *, uncertain: bool = False) -> Mark:
    return Mark("E1", 1, 1, shape, left, right, uncertain, "", "")


def drawn(given: Mark, colours: Colours = LIGHT) -> QImage:
    image = QImage(140, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.page))
    with QPainter(image) as painter:
        draw_shape(painter, given, BOX, SIZES, Ink.of(colours))
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


LOOKS = [
    mark(Shape.POINT),
    mark(Shape.SPAN),
    mark(Shape.THROUGHOUT),
    mark(Shape.WITHIN),
    mark(Shape.DEADLINE),
    mark(Shape.DEADLINE, End.UNKNOWN),
    mark(Shape.SPAN, uncertain=True),
    mark(Shape.SPAN, End.SOFT, End.SOFT),
    mark(Shape.SPAN, FIRM, End.OPEN),
    mark(Shape.SPAN, End.OPEN, FIRM),
    mark(Shape.SPAN, FIRM, End.UNKNOWN),
    mark(Shape.THROUGHOUT, FIRM, End.OPEN),
    mark(Shape.WITHIN, End.UNKNOWN, FIRM),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_shape_looks_different_without_colours(qapp: QApplication, colours: Colours) -> None:
    images = [drawn(one, colours) for one in LOOKS]
    assert all(one != other for one, other in itertools.combinations(images, 2))


def ink_at(image: QImage, x: float, y: float) -> bool:
    """Whether something was drawn at a place of a light page."""
    return QColor(image.pixel(int(x), int(y))).lightness() < 250


def test_throughout_is_filled_and_some_time_within_hatched(qapp: QApplication) -> None:
    area = [(x, y) for x in range(30, 110) for y in range(13, 24)]
    share = {
        shape: sum(ink_at(drawn(mark(shape)), *at) for at in area) / len(area)
        for shape in (Shape.THROUGHOUT, Shape.WITHIN, Shape.SPAN)
    }
    assert share[Shape.THROUGHOUT] == 1
    assert 0.05 < share[Shape.WITHIN] < 0.7
    assert share[Shape.SPAN] == 0


def test_an_open_end_has_no_edge(qapp: QApplication) -> None:
    side = [ink_at(drawn(mark(Shape.SPAN, FIRM, End.OPEN)), 100, y) for y in range(13, 24)]
    closed = [ink_at(drawn(mark(Shape.SPAN)), 120, y) for y in range(13, 24)]
    assert not any(side)
    assert all(closed)


def test_a_cluster_looks_like_a_pile_and_shows_that_it_holds_the_selected(
    qapp: QApplication,
) -> None:
    images = []
    for holds, focused in ((False, False), (True, False), (True, True)):
        image = QImage(140, 40, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.page))
        with QPainter(image) as painter:
            draw_cluster(painter, BOX, Ink.of(LIGHT), holds=holds, focused=focused)
        images.append(image)
    assert all(one != other for one, other in itertools.combinations(images, 2))
    assert QColor(images[1].pixel(60, 18)).name() == LIGHT.selected
