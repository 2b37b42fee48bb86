import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.picture_view import PictureView

RED = bytes((200, 0, 0))


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    made = PictureView("The page")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def reddish(view: PictureView) -> int:
    image = view.grab().toImage()
    colours = (
        QColor(image.pixel(x, y))
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )
    return sum(colour.red() > 150 and colour.green() < 60 for colour in colours)


def test_pixels_are_shown_until_they_are_cleared(view: PictureView) -> None:
    assert view.is_empty
    assert reddish(view) == 0
    view.show_pixels(100, 80, RED * 8_000)
    assert not view.is_empty
    assert reddish(view) > 300
    view.clear()
    assert view.is_empty
    assert reddish(view) == 0


def test_a_picture_is_as_wide_as_the_view_and_scrolls_when_it_is_high(view: PictureView) -> None:
    view.show_pixels(100, 80, RED * 8_000)
    assert view.verticalScrollBar().maximum() == 0
    wide = view.wanted_width()
    assert 300 < wide < 400
    view.show_pixels(wide, 1_000, RED * (wide * 1_000))
    assert view.verticalScrollBar().maximum() > 600


def test_a_sharper_picture_is_asked_for_when_the_width_has_settled(
    qtbot: QtBot, view: PictureView
) -> None:
    asked: list[int] = []
    view.width_changed.connect(asked.append)
    view.resize(450, 300)
    qtbot.wait(300)
    assert asked == []
    view.show_pixels(100, 80, RED * 8_000)
    view.resize(500, 300)
    view.resize(600, 300)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [view.wanted_width()]


def test_the_view_has_a_name_and_takes_the_keys(view: PictureView) -> None:
    assert view.accessibleName() == "The page"
    assert view.sizeHint().isValid()
    view.setFocus()
    assert view.focusPolicy()


def test_marks_are_painted_on_the_picture(view: PictureView) -> None:
    white = bytes((255, 255, 255))
    view.show_pixels(300, 200, white * 60_000)

    def tinted() -> int:
        image = view.grab().toImage()
        colours = [
            QColor(image.pixel(x, y))
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        ]
        return sum(colour.blue() < 200 < colour.red() for colour in colours)

    assert tinted() == 0
    view.show_marks([(0.1, 0.1, 0.9, 0.5, False)])
    underlined = view.grab().toImage()
    assert tinted() == 0
    view.show_marks([(0.1, 0.1, 0.9, 0.5, True)])
    assert tinted() > 500
    assert view.grab().toImage() != underlined
    view.show_pixels(300, 200, white * 60_000)
    assert tinted() == 0


def test_what_is_marked_for_the_reader_comes_into_view(view: PictureView) -> None:
    wide = view.wanted_width()
    view.show_pixels(wide, 3_000, RED * (wide * 3_000))
    view.show_marks([(0.1, 0.1, 0.2, 0.11, False)])
    assert view.verticalScrollBar().value() == 0
    view.show_marks([(0.1, 0.1, 0.2, 0.11, False), (0.1, 0.5, 0.2, 0.51, True)])
    assert 1_200 < view.verticalScrollBar().value() < 1_500
