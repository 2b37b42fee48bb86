import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.notes.by_record import OfRecord
from caseviewer.ui.widgets.note_field import Written
from caseviewer.ui.widgets.own_pane import OwnPane
from tests.notes.making import mark, note, star
from tests.ui.kit import bring_to_front_widget, focused, press, write


@pytest.fixture
def pane(qtbot: QtBot) -> OwnPane:
    made = OwnPane()
    qtbot.addWidget(made)
    made.resize(600, 300)
    bring_to_front_widget(qtbot, made)
    return made


BARE = OfRecord("press")
FULL = OfRecord("woman", (star(), mark(), note()))


def words(pane: OwnPane) -> list[str]:
    bar = pane.bar
    return [one.text() for one in (bar.star, bar.read, bar.note, bar.confirm)
            if not one.isHidden()]  # fmt: skip


def test_each_button_says_what_it_would_do(pane: OwnPane) -> None:
    pane.bar.show_records((BARE,))
    assert words(pane) == ["Star", "Mark as read", "Write a note…"]
    pane.bar.show_records((FULL,))
    assert words(pane) == ["Take the star away", "Mark as not read", "Edit your note…"]
    pane.bar.show_records((FULL, BARE))
    assert words(pane) == ["Star", "Mark as read", "Edit your note…"]
    changed = frozenset(one.id for one in FULL.kept[1:])
    pane.bar.show_records((OfRecord("woman", FULL.kept, changed=changed),))
    assert words(pane) == ["Take the star away", "Mark as read", "Edit your note…", "Still holds"]


def test_where_nothing_is_selected_nothing_can_be_done(pane: OwnPane) -> None:
    pane.bar.show_records(())
    assert not any(one.isEnabled() for one in (pane.bar.star, pane.bar.read, pane.bar.note))
    pane.bar.show_records((BARE,))
    assert all(one.isEnabled() for one in (pane.bar.star, pane.bar.read, pane.bar.note))


def test_on_a_record_that_is_gone_a_star_can_only_be_taken_away(pane: OwnPane) -> None:
    pane.bar.show_records((OfRecord("woman", FULL.kept, gone=True),))
    assert all(one.isEnabled() for one in (pane.bar.star, pane.bar.read, pane.bar.note))
    pane.bar.show_records((OfRecord("woman", (note(),), gone=True),))
    assert not pane.bar.star.isEnabled()
    assert not pane.bar.read.isEnabled()
    assert pane.bar.note.isEnabled()


def test_the_review_has_another_button_for_what_is_seen(qtbot: QtBot) -> None:
    made = OwnPane(with_read=False)
    qtbot.addWidget(made)
    made.bar.show_records((BARE,))
    assert words(made) == ["Star", "Write a note…"]


@pytest.mark.parametrize(
    ("button", "name"),
    [("star", "star"), ("read", "mark_read"), ("note", "note"), ("confirm", "confirm_note")],
)
def test_a_click_and_a_key_wish_for_it(pane: OwnPane, button: str, name: str) -> None:
    wished: list[tuple[str, object]] = []
    pane.wished.connect(lambda *wish: wished.append(wish))
    changed = frozenset(one.id for one in FULL.kept)
    pane.bar.show_records((OfRecord("woman", FULL.kept, changed=changed),))
    found = getattr(pane.bar, button)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    found.setFocus()
    press("Return")
    assert wished == [(name, None), (name, None)]


def test_esc_leaves_the_buttons_and_the_field(pane: OwnPane) -> None:
    left: list[bool] = []
    pane.left.connect(lambda: left.append(True))
    pane.bar.show_records((BARE,))
    pane.bar.star.setFocus()
    press("Esc")
    assert left == [True]
    pane.field.open_field()
    press("Esc")
    assert left == [True, True]


def test_what_is_written_is_handed_on(pane: OwnPane) -> None:
    wished: list[tuple[str, object]] = []
    pane.wished.connect(lambda *wish: wished.append(wish))
    pane.field.show_record(BARE, "P5", frozenset())
    pane.field.open_field()
    assert focused() is pane.field.text
    write("A")
    press("Esc")
    ((name, written),) = wished
    assert name == "write_note"
    assert isinstance(written, Written)
    assert written.text == "A"


def test_it_can_be_hidden_as_a_whole_with_what_is_written_saved(pane: OwnPane) -> None:
    wished: list[str] = []
    pane.wished.connect(lambda name, _: wished.append(name))
    pane.field.open_field()
    write("A")
    pane.show_hidden(hidden=True)
    assert wished == ["write_note"]
    assert not pane.bar.isVisible()
    assert not pane.field.isVisible()
    pane.show_hidden(hidden=False)
    assert pane.bar.isVisible()


def test_where_lines_are_few_the_keys_are_left(pane: OwnPane) -> None:
    pane.set_low(low=True)
    assert not pane.bar.isVisible()
    pane.show_hidden(hidden=False)
    assert not pane.bar.isVisible()
    pane.set_low(low=False)
    assert pane.bar.isVisible()
