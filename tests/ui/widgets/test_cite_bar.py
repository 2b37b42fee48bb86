import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.cite_bar import CiteBar
from tests.ui.kit import bring_to_front_widget, press, write

CHOICES = (
    ("refworld", "Refworld"),
    ("oscola", "OSCOLA"),
    ("/a/<b>.csl", "<b>bold</b> & \u202eevil"),
)


class Made:
    """A bar that is on screen, and what it tells."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bar = CiteBar()
        qtbot.addWidget(self.bar)
        self.told: list[object] = []
        self.bar.style_chosen.connect(self.told.append)
        self.bar.place_typed.connect(self.told.append)
        self.bar.copy_wanted.connect(lambda: self.told.append("copy"))
        self.bar.place.left.connect(lambda: self.told.append("left"))
        bring_to_front_widget(qtbot, self.bar)


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    return Made(qtbot)


def test_styles_are_offered_letter_by_letter_and_the_chosen_one_is_shown(made: Made) -> None:
    made.bar.show_styles(CHOICES, "oscola")
    box = made.bar.style_box
    assert box.currentText() == "OSCOLA"
    texts = [box.itemText(at) for at in range(box.count())]
    assert texts[:2] == ["Refworld", "OSCOLA"]
    assert texts[2].startswith("<b>bold</b> & ")
    assert "\u202e" not in texts[2]
    assert made.told == []


def test_a_style_is_chosen_with_keys(made: Made) -> None:
    made.bar.show_styles(CHOICES, "refworld")
    made.bar.style_box.setFocus()
    press("Down")
    assert made.told == ["oscola"]
    made.bar.show_styles(CHOICES, "refworld")
    assert made.bar.style_box.currentText() == "Refworld", "it was refused"


def test_a_style_that_is_not_offered_changes_nothing(made: Made) -> None:
    made.bar.show_styles(CHOICES, "oscola")
    made.bar.show_styles(CHOICES, "unknown")
    assert made.bar.style_box.currentText() == "OSCOLA"
    made.bar.show_styles(CHOICES[:1], "refworld")
    assert made.bar.style_box.count() == 1


def test_a_place_is_told_once_it_was_typed(qtbot: QtBot, made: Made) -> None:
    made.bar.place.setFocus()
    write("para 9")
    assert made.told == []
    qtbot.waitUntil(lambda: made.told == ["para 9"])


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_enter_copies(made: Made, key: str) -> None:
    made.bar.place.setFocus()
    press(key)
    assert made.told == ["copy"]


def test_the_button_copies(made: Made) -> None:
    QTest.mouseClick(made.bar.button, Qt.MouseButton.LeftButton)
    assert made.told == ["copy"]


def test_esc_empties_the_place_and_leaves_it(made: Made) -> None:
    made.bar.place.setFocus()
    write("para 9")
    press("Esc")
    assert made.bar.place.text() == ""
    assert made.told == ["left"]


def test_a_place_that_is_set_was_not_typed_and_can_be_cleared(qtbot: QtBot, made: Made) -> None:
    made.bar.set_place("paragraph 9")
    assert made.bar.place.text() == "paragraph 9"
    assert not made.bar._typed.isActive()
    clear = made.bar.place.findChild(QToolButton)
    assert isinstance(clear, QToolButton)
    qtbot.waitUntil(clear.isVisible)
    assert made.told == []


def test_a_dropped_file_is_for_the_window(made: Made) -> None:
    assert not made.bar.place.acceptDrops()


def test_a_preview_is_shown_letter_by_letter_and_only_where_there_is_one(made: Made) -> None:
    made.bar.show_preview("<b>bold</b> & \u202e12")
    assert made.bar.preview.isVisible()
    assert made.bar.preview.text().startswith("<b>bold</b> & ")
    assert "\u202e" not in made.bar.preview.text()
    assert made.bar.preview.textFormat() is Qt.TextFormat.PlainText
    assert not made.bar.note.isVisible()
    made.bar.show_preview("a citation", "what to know")
    assert (made.bar.preview.text(), made.bar.note.text()) == ("a citation", "what to know")
    assert made.bar.note.isVisible()
    made.bar.show_preview("")
    assert not made.bar.preview.isVisible()
    assert not made.bar.note.isVisible()


def test_all_that_takes_the_keys_has_a_name(made: Made) -> None:
    parts = (made.bar.style_box, made.bar.place, made.bar.button)
    assert [part.accessibleName() for part in parts] == [
        "Citation style",
        "Place in the source (pinpoint)",
        "Copy citation",
    ]
