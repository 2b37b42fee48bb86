"""Words that are painted: no sign among them breaks a picture, whatever a file holds."""

import ast
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

import caseviewer.ui.widgets
from caseviewer.pictures.party_links import PartyLink, Place
from caseviewer.pictures.party_network import PartyNetwork
from caseviewer.ui.widgets.painted_words import paint_line, paint_words
from caseviewer.ui.widgets.party_diagram import PartyDiagram
from caseviewer.ui.widgets.picture_file import PaintedPicture, picture_bytes
from caseviewer.ui.widgets.timeline_saving import Sheet
from tests.pictures.kit import node
from tests.pictures.timelines import case_with, event
from tests.ui.timelines import content_of, scene_of

ANY = st.text(st.characters(codec=None, categories=None), max_size=20)
OF_A_CASE = st.text(st.characters(codec="utf-8"), max_size=20)
"""A record holds no half characters."""
BROKEN = "a\ufffeb\uffffc\x00d\x1be\ud800f"
SHOWN = "a⟨U+FFFE⟩b⟨U+FFFF⟩c⟨U+0000⟩d⟨U+001B⟩e⟨U+D800⟩f"


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Fonts need an application."""


def network_of(name: str, note: str) -> PartyNetwork:
    """Two parties of this name and a link with this note."""
    link = PartyLink("a", "b", "works for", notes=(note,), places=(Place(name),))
    return PartyNetwork((node("a", name=name), node("b", name=note)), (link,))


def words_of(svg: bytes) -> str:
    root = ET.fromstring(svg)  # noqa: S314 # our own
    return "\n".join("".join(one.itertext()) for one in root.iter() if one.tag.endswith("text"))


def test_signs_that_no_file_may_hold_are_told_by_their_numbers() -> None:
    def paint(painter: QPainter) -> None:
        paint_line(painter, QPointF(5, 15), BROKEN)
        paint_words(painter, QRectF(5, 20, 400, 20), int(Qt.AlignmentFlag.AlignLeft), BROKEN)

    picture = PaintedPicture("x", BROKEN, QSizeF(500, 50), paint, BROKEN)
    assert words_of(picture_bytes(picture, ".svg")).splitlines() == [SHOWN, SHOWN]


@settings(max_examples=40, deadline=None)
@given(OF_A_CASE, OF_A_CASE)
def test_a_timeline_of_any_words_is_read_as_xml(title: str, other: str) -> None:
    events = [event(1, "2010", title=f"x{title}"), event(2, None, title=f"x{other}")]
    scene = scene_of(content_of(case_with(events), (title, [0]), (other, [1])))
    words_of(picture_bytes(Sheet.of(scene, title, other).picture(), ".svg"))


@settings(max_examples=40, deadline=None)
@given(ANY, ANY)
def test_a_picture_of_parties_of_any_names_is_read_as_xml(name: str, note: str) -> None:
    diagram = PartyDiagram()
    diagram.show_network(network_of(name, note))
    words_of(picture_bytes(diagram.on_paper(name), ".svg"))
    diagram.deleteLater()


def test_pictures_paint_words_here_alone() -> None:
    folder = Path(caseviewer.ui.widgets.__file__).parent
    calls = {
        path.name
        for path in (*folder.glob("party_*.py"), *folder.glob("timeline_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "drawText"
    }
    assert calls == set()
