"""How parties are painted: outlines for kinds, dashes, what stands out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from caseviewer.model.kinds import PartyKind
from caseviewer.pictures.party_boxes import Face
from caseviewer.pictures.party_layout import party_picture
from caseviewer.pictures.party_links import PartyLink
from caseviewer.pictures.party_network import PartyNetwork
from caseviewer.ui.theme import DARK, LIGHT, Colours
from caseviewer.ui.widgets.party_paint import (
    Emphasis,
    FontMeasure,
    PartyPainter,
    _arrow,
    outline,
)
from tests.pictures.kit import node

AREA = QRectF(0, 0, 100, 50)


PLAIN = Emphasis()


def painted(network: PartyNetwork, emphasis: Emphasis = PLAIN, colours: Colours = LIGHT) -> QImage:
    measure = FontMeasure(QApplication.font())
    picture = party_picture(network, measure)
    size = (round(picture.w) + 40, round(picture.h) + 40)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.page))
    painter = QPainter(image)
    painter.translate(20, 20)
    PartyPainter(network, picture, measure, colours).paint(painter, emphasis)
    painter.end()
    return image


def one(kind: PartyKind, *, unnamed: bool = False) -> PartyNetwork:
    return PartyNetwork((replace(node("a"), kind=kind, unnamed=unnamed),))


def test_each_kind_has_its_own_look(qapp: QApplication) -> None:
    """The words in the boxes are the same here."""
    pictures = [painted(one(kind)) for kind in PartyKind]
    assert all(pictures[a] != pictures[b] for a in range(5) for b in range(a))


@pytest.mark.parametrize("kind", list(PartyKind))
def test_a_name_that_is_withheld_makes_a_dashed_box(qapp: QApplication, kind: PartyKind) -> None:
    assert painted(one(kind)) != painted(one(kind, unnamed=True))


def test_outlines_fill_their_areas() -> None:
    for kind in PartyKind:
        assert outline(kind, AREA, 16).boundingRect() == AREA
    corner = QPointF(1, 1)
    cut = [kind for kind in PartyKind if not outline(kind, AREA, 16).contains(corner)]
    assert set(cut) == {PartyKind.PERSON, PartyKind.GROUP, PartyKind.BODY}


def linked() -> PartyNetwork:
    links = (
        PartyLink("a", "b", "sends c to", about=("c",)),
        PartyLink("d", "b", "heads"),
    )
    return PartyNetwork(tuple(map(node, "abcd")), links)


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("party", ["a", "b", "c"])
def test_the_selected_party_stands_out_with_its_links(
    qapp: QApplication, colours: Colours, party: str
) -> None:
    plain = colours_in(painted(linked(), colours=colours))
    found = colours_in(painted(linked(), Emphasis(party), colours))
    assert QColor(colours.selected).name() in found - plain
    assert QColor(colours.link).name() in found - plain


def test_a_link_that_is_about_the_selected_party_stands_out(qapp: QApplication) -> None:
    """Party c has no link of its own: the one that sends it is marked."""
    about = painted(linked(), Emphasis("c"))
    without = PartyNetwork(linked().nodes, (PartyLink("a", "b", "sends c to"), linked().links[1]))
    assert about != painted(without, Emphasis("c"))


def test_the_keys_are_seen(qapp: QApplication) -> None:
    assert painted(linked(), Emphasis("a")) != painted(linked(), Emphasis("a", has_keys=True))


def test_remarks_are_painted(qapp: QApplication) -> None:
    measure = FontMeasure(QApplication.font())
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.page))
    before = image.copy()
    painter = QPainter(image)
    made = PartyPainter(PartyNetwork(), party_picture(PartyNetwork(), measure), measure, LIGHT)
    made.remark(painter, QRectF(0, 0, 300, 60), "Not all are drawn.")
    painter.end()
    assert image != before


def test_words_are_measured_in_their_fonts(qapp: QApplication) -> None:
    measure = FontMeasure(QApplication.font())
    assert measure.width("a name", Face.NAME) > measure.width("a name", Face.NOTE)
    assert measure.height(Face.NAME) >= measure.height(Face.NOTE) > measure.ascent(Face.NOTE)


@pytest.mark.parametrize(
    ("points", "tip", "back"),
    [
        (((0, 0), (0, 20)), (0, 20), (0, 10)),
        (((0, 20), (0, 0)), (0, 0), (0, 10)),
        (((0, 0), (20, 0)), (20, 0), (10, 0)),
        (((20, 0), (0, 0)), (0, 0), (10, 0)),
        (((0, 0), (5, 20), (5, 20)), (5, 20), (5, 10)),
    ],
)
def test_arrows_end_where_lines_do(
    points: tuple[tuple[float, float], ...], tip: tuple[float, float], back: tuple[float, float]
) -> None:
    head = _arrow(points, 10).toList()
    assert (head[0].x(), head[0].y()) == tip
    middle = (head[1] + head[2]) / 2
    assert (middle.x(), middle.y()) == back
