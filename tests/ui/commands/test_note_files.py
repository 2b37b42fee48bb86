import json
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.notes import store as storing
from caseviewer.notes.codec import write
from caseviewer.notes.locking import locked
from caseviewer.notes.merging import Drop, Put
from caseviewer.notes.store import NotesStore
from caseviewer.notes.values import Annotation
from caseviewer.ui import messages
from caseviewer.ui.commands.note_files import NoteFiles
from caseviewer.ui.commands.note_keeping import NoteKeeping
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from tests.formatting.making import opened
from tests.notes.making import note, notes, star

CASE = opened()
HIDDEN = "Your notes are hidden; Ctrl+Shift+H shows them. Nothing was changed."


class Made:
    """The commands of a window; the dialogs answer as the test wishes."""

    def __init__(self, qtbot: QtBot, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.answer, self.proposed, self.left = folder, "", "", 0
        self.session = Session()
        self.keeping = NoteKeeping(self.session, NotesStore(folder / "notes"), Preferences(folder))
        window = QWidget()
        qtbot.addWidget(window)
        self.files = NoteFiles(window, self.session, self.keeping, self._leave)
        self.said: list[str] = []
        self.warned: list[str] = []
        self.asked: list[tuple[str, str, object]] = []
        self.files.said.connect(self.said.append)
        self.files.warned.connect(self.warned.append)
        self.files.asked.connect(lambda *question: self.asked.append(question))
        patch.setattr(messages, "ask_where_to_export_notes", self._where)
        patch.setattr(messages, "ask_for_notes", lambda _: self.answer)

    def _leave(self) -> None:
        self.left += 1

    def _where(self, _: QWidget, proposed: str) -> str:
        self.proposed = proposed
        return self.answer

    def open(self) -> "Made":
        self.session.swap_in(CASE)
        return self

    def keep(self, *annotations: Annotation) -> None:
        self.keeping.change(Put(one) for one in annotations)

    def do(self, name: str) -> str:
        self.said.clear()
        self.warned.clear()
        self.files.handlers()[name]()
        return " ".join((*self.said, *self.warned))


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    return Made(qtbot, tmp_path, monkeypatch).open()


def test_notes_are_exported_for_their_owner_alone(made: Made) -> None:
    made.keep(note("A."), star())
    made.answer = str(made.folder / "mine")
    assert made.do("export_notes") == "Exported: 1 star and 1 note to “mine.json”."
    assert made.proposed.endswith("small-case-notes.json")
    target = made.folder / "mine.json"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert json.loads(target.read_bytes())["total"] == 2
    assert made.left == 1


def test_the_dialog_asked_before_a_file_is_written_over_unless_its_ending_was_added(
    made: Made,
) -> None:
    made.keep(star())
    target = made.folder / "mine.json"
    target.write_text("before")
    made.answer = str(made.folder / "mine")
    assert "is there already" in made.do("export_notes")
    assert target.read_text() == "before"
    made.answer = str(target)
    assert made.do("export_notes") == "Exported: 1 star to “mine.json”."


def test_without_notes_or_an_answer_nothing_is_exported(made: Made) -> None:
    assert made.do("export_notes") == (
        "You have kept nothing on this case, so nothing was exported."
    )
    assert made.proposed == ""
    made.keep(star())
    assert made.do("export_notes") == ""
    assert made.proposed != ""


def test_what_is_imported_is_told_by_how_much_of_it_is_new(made: Made) -> None:
    made.keep(note("Mine.", minutes=5), star())
    file = made.folder / "theirs.json"
    file.write_bytes(
        write(notes(note("Older."), note("New.", number=2), others=("5",)), CASE.case.id, "")
    )
    made.answer = str(file)
    assert made.do("import_notes") == (
        "Imported from “theirs.json”: 1 new, 0 changed, 1 not understood, left out."
    )
    assert sorted(one.text for one in made.keeping.notes.notes.own.values()) == [
        "", "Mine.", "New.",
    ]  # fmt: skip
    other = write(notes(star()), "other-case", "")
    file.write_bytes(other)
    assert made.do("import_notes") == (
        "Imported from “theirs.json”: 0 new, 0 changed, 1 on another case, left out."
    )
    assert made.keeping.notes.notes.others == ()


def test_what_cannot_be_imported_is_told(made: Made) -> None:
    assert made.do("import_notes") == ""
    made.answer = str(made.folder / "none.json")
    assert made.do("import_notes") == "“none.json” was not found."


def test_all_is_forgotten_after_a_question_with_its_backup(made: Made) -> None:
    made.keep(star())
    made.keep(note("A."))
    assert made.do("forget_notes") == ""
    ((words, button, do),) = made.asked
    assert words == "Forget what you keep on this case, and its backup: 1 star and 1 note?"
    assert button == "Forget it"
    assert made.keeping.notes
    assert callable(do)
    do()
    assert made.said == ["Forgotten: all that you kept on this case, and its backup."]
    assert not made.keeping.notes
    assert [path.name for path in (made.folder / "notes").iterdir()] == [".lock"]


def test_where_nothing_is_kept_only_what_is_left_of_it_is_forgotten(made: Made) -> None:
    assert made.do("forget_notes") == "You have kept nothing on this case."
    assert made.asked == []
    made.keep(note("A."))
    made.keeping.change([Drop(note().id, note().modified)])
    assert not made.keeping.notes
    made.do("forget_notes")
    ((words, _, do),) = made.asked
    assert words == (
        "You keep nothing on this case that can be shown. Forget what is left of it on disk?"
    )
    assert callable(do)
    do()
    assert [path.name for path in (made.folder / "notes").iterdir()] == [".lock"]


def test_what_cannot_be_forgotten_is_told(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "_WAIT", 0)
    made.keep(star())
    made.do("forget_notes")
    do = made.asked[0][2]
    assert callable(do)
    with locked(made.folder / "notes" / ".lock", 0):
        do()
    assert made.warned == [
        "Your notes could not be forgotten: another program writes there at this moment."
    ]
    assert made.keeping.notes


@pytest.mark.parametrize("name", ["export_notes", "import_notes", "forget_notes"])
def test_hidden_or_without_a_case_nothing_is_done(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    made = Made(qtbot, tmp_path, monkeypatch)
    made.answer = str(tmp_path / "mine.json")
    assert made.do(name) == ""
    made.files.take(tmp_path / "mine.json")
    made.open()
    made.keep(star())
    made.keeping.hide(hidden=True)
    assert made.do(name) == HIDDEN
    assert made.asked == []
    assert not (tmp_path / "mine.json").exists()
