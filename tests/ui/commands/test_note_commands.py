from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.notes.store import NotesStore
from caseviewer.ui.commands import note_commands
from caseviewer.ui.commands.note_commands import NoteCommands
from caseviewer.ui.commands.note_keeping import NoteKeeping
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.note_field import Written
from caseviewer.ui.widgets.own_pane import OwnPane
from caseviewer.ui.widgets.own_reading import OwnReading
from caseviewer.ui.widgets.page_view import PageView
from tests.formatting.making import changed, opened
from tests.notes.making import note

CASE = opened()
LATER = opened(**changed("parties", 1, name="Another woman"))
HIDDEN = "Your notes are hidden; Ctrl+Shift+H shows them."
NO_RECORD = "Go to a record first: stars, marks and notes stand on records of the file."


class Front:
    """A tab with records of the test's own."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.selected: tuple[str, ...] = ()
        self.pane, self.page = OwnPane(), PageView("Page")
        for widget in (self.pane, self.page):
            qtbot.addWidget(widget)
        self.own = OwnReading(session, self.page, self.pane, lambda: self.selected)
        session.notes_changed.connect(self.own.renew)

    def select(self, *records: str) -> None:
        self.selected = records
        self.own.read(records[0] if records else "", records[0] if records else "")


class Made:
    """The commands of a window; what they say is kept."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.session, self.preferences = Session(), Preferences(folder)
        self.keeping = NoteKeeping(self.session, NotesStore(folder / "notes"), self.preferences)
        self.front: object = None
        self.commands = NoteCommands(self.session, self.keeping, lambda: self.front)
        self.said: list[str] = []
        self.undos: list[tuple[str, str, object]] = []
        self.hid: list[bool] = []
        self.commands.said.connect(self.said.append)
        self.commands.undoable.connect(lambda *undo: self.undos.append(undo))
        self.commands.hidden_changed.connect(lambda: self.hid.append(True))
        self.session.swap_in(CASE)
        self.tab = self.front = Front(qtbot, self.session)

    def do(self, name: str) -> str:
        self.said.clear()
        self.commands.handlers()[name]()
        return " ".join(self.said)

    def write(self, text: str, *, done: bool = True) -> None:
        self.commands.write(Written("woman", note().id, text, done))

    def starred(self) -> set[str]:
        return {one.record for one in self.session.notes if one.is_starred}

    def read(self) -> set[str]:
        return {one.record for one in self.session.notes if one.is_read}

    def texts(self) -> list[str]:
        return [one.text for one in self.session.notes.of("woman").notes]


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Made:
    return Made(qtbot, tmp_path)


def test_one_key_stars_and_takes_the_star_away(made: Made) -> None:
    made.tab.select("woman")
    assert made.do("star") == "Starred: P2."
    assert made.starred() == {"woman"}
    assert made.do("star") == "No longer starred: P2."
    assert made.starred() == set()


def test_of_several_all_are_starred_unless_all_are_already(made: Made) -> None:
    made.tab.select("woman")
    made.do("star")
    made.tab.select("group", "woman", "press")
    assert made.do("star") == "Starred: P1, P2, P5."
    assert made.starred() == {"group", "woman", "press"}
    assert made.do("star") == "No longer starred: P1, P2, P5."
    assert made.starred() == set()


def test_one_key_marks_as_read_and_as_not_read(made: Made) -> None:
    made.tab.select("woman", "group")
    assert made.do("mark_read") == "Marked as read: P2, P1."
    assert made.read() == {"woman", "group"}
    assert made.do("mark_read") == "Marked as not read: P2, P1."
    assert made.read() == set()


def test_what_changed_since_is_read_again_by_the_same_key(made: Made) -> None:
    made.tab.select("woman")
    made.do("mark_read")
    made.session.swap_in(LATER)
    assert made.read() == set()
    assert made.do("mark_read") == "Marked as read: P2."
    assert made.read() == {"woman"}


def test_many_are_counted_and_very_many_are_refused(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [one.id for one in CASE.case.parties] + [one.id for one in CASE.case.chronology]
    made.tab.select(*records)
    assert made.do("star") == "Starred: 7 records."
    monkeypatch.setattr(note_commands, "_AT_ONCE", 6)
    assert made.do("mark_read") == "Select at most 6 rows."
    assert made.read() == set()


def test_a_note_is_opened_on_what_is_read(made: Made) -> None:
    made.tab.pane.show()
    made.tab.select("woman")
    assert made.do("note") == ""
    assert made.tab.pane.field.is_open


@pytest.mark.parametrize("name", ["star", "mark_read", "note", "confirm_note"])
def test_where_no_record_is_read_that_is_said(made: Made, name: str) -> None:
    made.tab.select()
    assert made.do(name) == NO_RECORD
    made.front = object()
    assert made.do(name) == NO_RECORD
    made.front = None
    assert made.do(name) == NO_RECORD
    assert not made.session.notes


def test_a_note_is_kept_changed_and_taken_away_and_brought_back(made: Made) -> None:
    made.write("A.")
    made.write("B.")
    assert made.texts() == ["B."]
    made.write("  \n")
    assert made.texts() == []
    ((words, button, undo),) = made.undos
    assert (words, button) == ("Taken away: your note on P2.", "Undo")
    assert callable(undo)
    undo()
    assert made.texts() == ["B."]


def test_a_text_without_words_makes_no_note(made: Made) -> None:
    made.write("  ")
    made.commands.write("no text at all")
    made.commands.write(Written("no such record", note(number=2).id, " ", done=True))
    assert not made.session.notes
    assert made.undos == []


def test_a_text_on_a_record_that_is_gone_is_kept(made: Made) -> None:
    made.commands.write(Written("no-such-record", note(number=2).id, "A.", done=True))
    assert [one.text for one in made.session.notes.of("no-such-record").notes] == ["A."]


def test_what_still_holds_is_confirmed(made: Made) -> None:
    made.tab.select("woman")
    made.write("A.")
    made.do("mark_read")
    assert made.do("confirm_note") == ("Nothing here was kept on a record that has changed since.")
    made.session.swap_in(LATER)
    assert made.session.notes.of("woman").is_outdated
    assert made.do("confirm_note") == "Still holds: what you kept on P2."
    assert not made.session.notes.of("woman").is_outdated
    assert made.read() == {"woman"}


def test_hidden_nothing_is_done_and_that_is_said(made: Made) -> None:
    made.tab.pane.show()
    made.tab.select("woman")
    made.do("star")
    made.do("note")
    made.tab.pane.field.text.setPlainText("Unfinished")
    made.tab.pane.wished.connect(lambda _, written: made.commands.write(written))
    assert made.do("show_notes") == HIDDEN
    assert made.hid == [True]
    assert made.preferences.get("notes_hidden")
    assert not made.session.notes
    for name in ("star", "mark_read", "note", "confirm_note"):
        assert made.do(name) == f"{HIDDEN} Nothing was changed."
    assert made.do("show_notes") == "Your notes are shown again."
    assert made.starred() == {"woman"}
    assert made.texts() == ["Unfinished"]


def test_a_record_that_is_gone_keeps_its_name(made: Made) -> None:
    made.tab.select("woman")
    made.do("star")
    parties = [one for one in changed("parties")["parties"] if one["id"] != "woman"]
    made.session.swap_in(opened(parties=parties))
    made.tab.select("woman")
    assert made.do("star") == "No longer starred: P2 One woman (anonymous)."
    assert made.do("star") == NO_RECORD


def test_without_a_case_nothing_happens(qtbot: QtBot, tmp_path: Path) -> None:
    session, preferences = Session(), Preferences(tmp_path)
    keeping = NoteKeeping(session, NotesStore(tmp_path), preferences)
    commands = NoteCommands(session, keeping, lambda: None)
    for name in ("star", "mark_read", "note", "confirm_note"):
        commands.handlers()[name]()
    commands.write(Written("woman", note().id, "A.", done=True))
    commands.leave()
    assert not keeping.notes
