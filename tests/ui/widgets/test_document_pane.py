import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import PageBuilder
from caseviewer.ui.widgets.document_pane import DocumentPane
from caseviewer.ui.widgets.laid_out import lay_out
from tests.ui.widgets.test_document_view import marked

TEXT = "First page.\n\f\nSecond page.\n\f\nThird page."
PAGES = (("iv", 0), ("1", 14), ("3", 29))


@pytest.fixture
def pane(qtbot: QtBot) -> DocumentPane:
    made = DocumentPane("Text of the document")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


@pytest.fixture
def asked(pane: DocumentPane) -> list[int]:
    found: list[int] = []
    pane.picture_wanted.connect(lambda page, _: found.append(page))
    return found


def click(qtbot: QtBot, pane: DocumentPane, name: str) -> None:
    QTest.mouseClick(getattr(pane, name), Qt.MouseButton.LeftButton)


def test_a_text_alone_has_no_pages(pane: DocumentPane) -> None:
    pane.show_text(lay_out("words"), (), ())
    assert pane.front() is pane.text
    assert pane.text.isVisible()
    assert not pane._as_pages.isVisible()
    assert not pane._after.isVisible()


def test_words_stand_where_there_is_nothing_to_show(pane: DocumentPane) -> None:
    pane.show_text(lay_out("words"), (), PAGES)
    pane.clear("It is being read…")
    assert pane.fault.isVisible()
    assert pane.fault.text() == "It is being read…"
    assert not pane.text.isVisible()
    assert not pane._as_pages.isVisible()


def test_pages_and_their_labels_are_told_apart_from_their_places(
    qtbot: QtBot, pane: DocumentPane, asked: list[int]
) -> None:
    pane.show_text(lay_out(TEXT), (), PAGES)
    assert not pane._which.isVisible()
    click(qtbot, pane, "_as_pages")
    assert pane.picture.isVisible()
    assert pane._which.text() == "page iv (1 of 3)"
    assert not pane._before.isEnabled()
    click(qtbot, pane, "_after")
    assert pane._which.text() == "page 1 (2 of 3)"
    click(qtbot, pane, "_after")
    assert pane._which.text() == "page 3 of 3"
    assert not pane._after.isEnabled()
    assert asked == [0, 1, 2]
    pane.turn(1)
    assert asked == [0, 1, 2]
    click(qtbot, pane, "_as_text")
    assert pane.text.isVisible()
    assert pane.text.place() == 29


def test_the_page_of_what_is_marked_comes_to_the_front(
    qtbot: QtBot, pane: DocumentPane, asked: list[int]
) -> None:
    pane.show_text(lay_out(TEXT), (), PAGES)
    pane.mark([(14, 20)])
    assert marked(pane.text) == ["Second"]
    assert asked == []
    click(qtbot, pane, "_as_pages")
    assert asked == [1]
    pane.mark([(29, 34)])
    assert asked == [1, 2]
    pane.mark([])
    assert asked == [1, 2]


def test_a_picture_is_one_page(pane: DocumentPane, asked: list[int]) -> None:
    pane.show_picture()
    assert asked == [0]
    assert pane.front() is pane.picture
    assert not pane._which.isVisible()
    assert not pane._as_text.isVisible()


def test_a_page_that_cannot_be_drawn_says_why_and_the_text_stays(
    qtbot: QtBot, pane: DocumentPane
) -> None:
    pane.show_text(lay_out(TEXT), (), PAGES)
    click(qtbot, pane, "_as_pages")
    pane.tell_fault("The page cannot be drawn.")
    assert pane.fault.isVisible()
    click(qtbot, pane, "_as_text")
    assert pane.text.isVisible()


def test_after_a_page_that_cannot_be_drawn_others_are_shown(
    qtbot: QtBot, pane: DocumentPane
) -> None:
    pane.show_text(lay_out(TEXT), (), PAGES)
    click(qtbot, pane, "_as_pages")
    pane.tell_fault("The page cannot be drawn.")
    click(qtbot, pane, "_after")
    assert pane.picture.isVisible()
    pane.tell_fault("The page cannot be drawn.")
    pane.mark([(29, 34)])
    assert pane.front().isVisible()
    pane.tell_fault("The page cannot be drawn.")
    pane.show_drawn()
    assert pane.picture.isVisible()
    click(qtbot, pane, "_as_text")
    pane.show_drawn()
    assert pane.text.isVisible()


def test_the_line_beneath_is_there_when_it_says_something(pane: DocumentPane) -> None:
    pane.show_text(lay_out(TEXT), (), ())
    assert not pane.stands_on.isVisible()
    builder = PageBuilder()
    builder.note("Q1 is marked.")
    pane.tell(builder.page())
    assert pane.stands_on.isVisible()


def test_a_wider_pane_asks_for_a_sharper_page(
    qtbot: QtBot, pane: DocumentPane, asked: list[int]
) -> None:
    pane.show_picture()
    pane.picture.show_pixels(10, 10, bytes(300))
    pane.resize(700, 400)
    qtbot.waitUntil(lambda: asked == [0, 0])


def test_long_words_beneath_leave_room_for_the_text(pane: DocumentPane) -> None:
    pane.show_text(lay_out(TEXT), (), ())
    builder = PageBuilder()
    builder.note("some words " * 300)
    pane.tell(builder.page())
    QApplication.processEvents()
    assert pane.stands_on.height() <= pane.height() / 3
    assert pane.text.height() >= pane.height() / 2
    assert pane.stands_on.verticalScrollBar().isVisible()
    assert pane.stands_on.verticalScrollBar().maximum() > 0
    builder = PageBuilder()
    builder.note("few words")
    pane.tell(builder.page())
    assert not pane.stands_on.verticalScrollBar().isVisible()


def test_a_place_is_shown_in_the_text_even_where_pages_were(pane: DocumentPane) -> None:
    pane.show_text(lay_out(TEXT), (), PAGES)
    pane.show_as(pages=True)
    pane.go_to(PAGES[1][1] + 1)
    assert not pane.shows_pages()
    assert pane.text.place() == PAGES[1][1] + 1
    pane.show_picture()
    pane.go_to(3)  # a picture has no words to go to
    assert pane.shows_pages()
