import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.notes.by_record import OfRecord
from caseviewer.notes.values import Annotation
from caseviewer.ui.widgets import note_field
from caseviewer.ui.widgets.note_field import NoteField, Written
from tests.notes.making import note
from tests.ui.kit import bring_to_front_widget, focused, press, write

NOTHING = frozenset[str]()


class Shown:
    """A field beside another one, and what it handed on."""

    def __init__(self, qtbot: QtBot) -> None:
        self.whole = QWidget()
        qtbot.addWidget(self.whole)
        self.other, self.field = QLineEdit(), NoteField()
        layout = QVBoxLayout(self.whole)
        layout.addWidget(self.other)
        layout.addWidget(self.field)
        self.written: list[Written] = []
        self.closed: list[bool] = []
        self.field.written.connect(self.written.append)
        self.field.closed.connect(lambda: self.closed.append(True))
        self.whole.resize(500, 400)
        bring_to_front_widget(qtbot, self.whole)

    def show(
        self, *notes: Annotation, record: str = "woman", unsaved: frozenset[str] = NOTHING
    ) -> None:
        self.field.show_record(OfRecord(record, notes), record.upper(), unsaved)

    @property
    def about(self) -> str:
        return self.field.about.text()

    @property
    def text(self) -> str:
        return self.field.text.toPlainText()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_it_opens_empty_on_a_record_without_a_note(shown: Shown) -> None:
    shown.show()
    assert not shown.field.is_open
    shown.field.open_field()
    assert shown.field.is_open
    assert focused() is shown.field.text
    assert (shown.text, shown.about) == ("", "Your note on WOMAN")
    assert shown.field.text.accessibleName() == "Your note on WOMAN"
    assert shown.field.other.isHidden()
    press("Esc")
    assert (shown.written, shown.closed) == ([], [True])
    assert not shown.field.is_open


@pytest.mark.parametrize("keys", ["Esc", "Ctrl+Return", "Ctrl+Enter"])
def test_it_is_left_with_what_was_written_saved(shown: Shown, keys: str) -> None:
    shown.show()
    shown.field.open_field()
    write("Ask her.")
    press("Return")
    write("Twice.")
    press(keys)
    (written,) = shown.written
    assert (written.record, written.text, written.done) == ("woman", "Ask her.\nTwice.", True)
    assert shown.closed == [True]


def test_a_pause_is_enough(shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.show()
    shown.field.open_field()
    shown.field._pause.setInterval(20)
    write("A")
    qtbot.waitUntil(lambda: len(shown.written) == 1)
    assert (shown.written[0].text, shown.written[0].done) == ("A", False)
    write("B")
    qtbot.waitUntil(lambda: len(shown.written) == 2)
    assert shown.written[0].note == shown.written[1].note
    assert note_field._PAUSE_MS <= 1_000


def test_so_is_going_elsewhere(shown: Shown) -> None:
    shown.show()
    shown.field.open_field()
    write("A")
    shown.other.setFocus()
    assert [one.text for one in shown.written] == ["A"]
    assert shown.field.is_open
    shown.field.open_field()
    shown.other.setFocus()
    assert len(shown.written) == 1  # nothing was changed since


def test_another_record_takes_over_once_the_first_is_saved(shown: Shown) -> None:
    shown.show()
    shown.field.open_field()
    write("A")
    shown.show(note("Kept.", "group"), record="group")
    assert [(one.record, one.text) for one in shown.written] == [("woman", "A")]
    assert (shown.text, shown.about) == ("Kept.", "Your note on GROUP · saved")
    assert len(shown.written) == 1


def test_it_says_whether_what_is_written_is_on_disk(shown: Shown) -> None:
    kept = note("Kept.")
    shown.show(kept)
    shown.field.open_field()
    assert shown.about == "Your note on WOMAN · saved"
    write(" More")
    assert shown.about == "Your note on WOMAN"
    press("Esc")
    shown.show(note("Kept. More"), unsaved=frozenset({kept.id}))
    shown.field.open_field()
    assert shown.about == "Your note on WOMAN · not saved"


def test_it_opens_at_the_end_of_the_last_note(shown: Shown) -> None:
    shown.show(note("First."), note("Second.", number=2))
    shown.field.open_field()
    assert shown.about == "Your note on WOMAN, 2 of 2 · saved"
    write(" More.")
    assert shown.text == "Second. More."


def test_the_button_goes_on_to_the_next_note(shown: Shown) -> None:
    notes = (note("First."), note("Second.", number=2))
    shown.show(*notes)
    shown.field.open_field()
    QTest.mouseClick(shown.field.other, Qt.MouseButton.LeftButton)
    assert (shown.text, shown.about) == ("First.", "Your note on WOMAN, 1 of 2 · saved")
    assert focused() is shown.field.text
    write("!")
    QTest.mouseClick(shown.field.other, Qt.MouseButton.LeftButton)
    assert shown.text == "Second."
    assert [(one.note, one.text) for one in shown.written] == [(notes[0].id, "First.!")]


def test_from_a_new_note_the_button_goes_to_those_that_came_meanwhile(shown: Shown) -> None:
    shown.show()
    shown.field.open_field()
    shown.show(note("Theirs."))
    assert not shown.field.other.isHidden()
    assert shown.text == ""
    QTest.mouseClick(shown.field.other, Qt.MouseButton.LeftButton)
    assert shown.text == "Theirs."
    shown.show()
    shown.field._next()
    assert shown.text == "Theirs."  # there is no other any more


def test_what_somebody_else_wrote_is_shown_unless_the_field_was_changed(shown: Shown) -> None:
    shown.show(note("First."))
    shown.field.open_field()
    shown.show(note("Theirs.", minutes=1))
    assert shown.text == "Theirs."
    write(" Mine.")
    shown.show(note("Theirs again.", minutes=2))
    assert shown.text == "Theirs. Mine."


def test_a_note_that_had_to_take_another_id_is_still_the_one_that_is_written(
    shown: Shown,
) -> None:
    shown.show(note("First."))
    shown.field.open_field()
    write(" Mine.")
    shown.other.setFocus()
    shown.show(note("Theirs.", minutes=1), note("First. Mine.", number=2))
    assert (shown.text, shown.about) == ("First. Mine.", "Your note on WOMAN, 2 of 2 · saved")
    shown.field.open_field()
    write("!")
    press("Esc")
    assert shown.written[-1].note == note(number=2).id


def test_an_emptied_note_is_handed_on_only_when_that_is_meant(shown: Shown, qtbot: QtBot) -> None:
    shown.show(note("First."))
    shown.field.open_field()
    shown.field._pause.setInterval(10)
    press("Ctrl+A", "Del")
    qtbot.wait(60)
    assert shown.written == []
    press("Esc")
    assert [one.text for one in shown.written] == [""]


def test_a_text_with_other_ends_of_lines_is_left_as_it_is(shown: Shown) -> None:
    shown.show(note("One.\r\nTwo.\u2028Three.\u2029"))
    shown.field.open_field()
    press("Esc")
    assert shown.written == []


def test_a_file_that_is_dropped_is_for_the_window(shown: Shown) -> None:
    assert not shown.field.text.acceptDrops()


def test_while_it_is_closed_it_hands_nothing_on(shown: Shown) -> None:
    shown.show(note("First."))
    shown.field.close_field()
    assert shown.closed == []
    shown.field.text.setPlainText("never seen")
    shown.show(record="group")
    assert shown.written == []


def test_its_height_grows_with_the_letters(shown: Shown) -> None:
    before = shown.field.text.maximumHeight()
    font = shown.field.font()
    font.setPointSizeF(2 * font.pointSizeF())
    shown.field.setFont(font)
    assert shown.field.text.maximumHeight() > 1.5 * before


def test_where_there_is_little_room_the_text_stands_alone(shown: Shown) -> None:
    shown.show(note("First."))
    shown.field.set_low(low=True)
    shown.field.open_field()
    assert shown.field.about.isHidden()
    assert shown.field.done.isHidden()
    assert shown.field.text.isVisible()
    assert shown.field.text.accessibleName() == "Your note on WOMAN"
    shown.field.set_low(low=False)
    assert shown.field.about.isVisible()
