"""The command line for notes: what is listed, exported and imported, and what is told."""

import json
import stat
from pathlib import Path

import pytest

from caseviewer import cli
from caseviewer.notes import store as storing
from caseviewer.notes.codec import write
from caseviewer.notes.merging import Put
from caseviewer.notes.of_case import shelf_of
from caseviewer.notes.store import FOLDER, Kept, NotesStore
from caseviewer.notes.values import Notes
from caseviewer.places import data_folder
from tests.commands import run, sound
from tests.formatting.making import opened
from tests.notes.making import CASE, mark, note, notes, star

Captured = pytest.CaptureFixture[str]
SHELF = shelf_of(opened().case)


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "case").mkdir()
    return sound(tmp_path / "case")


def store() -> NotesStore:
    return NotesStore(data_folder() / FOLDER)


def keep(kept: Notes) -> Kept:
    return store().save(SHELF, [Put(one) for one in kept.own.values()])


def test_without_notes_that_is_said(path: str, capsys: Captured) -> None:
    assert cli.main(["notes", path]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "You have kept nothing on this case.\n")
    assert not store().folder.exists()


def test_what_is_kept_is_listed(path: str, capsys: Captured) -> None:
    keep(notes(note("Ask \x1b[31mher."), star(minutes=1)))
    assert cli.main(["notes", path]) == 0
    printed = capsys.readouterr()
    assert "P2 One woman" in printed.out
    assert "Yours: starred · note" in printed.out
    assert "Ask ⟨U+001B⟩[31mher." in printed.out
    assert printed.err == ""


def test_programs_get_it_as_json(path: str, capsys: Captured) -> None:
    keep(notes(note("Ask her."), mark("group")))
    assert cli.main(["notes", path, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["case"]["id"] == CASE
    assert found["file"] == str(store().path(SHELF.key))
    assert found["not_understood"] == 0
    assert [(one["record"], one["read"]) for one in found["records"]] == [
        ("group", True), ("woman", False),
    ]  # fmt: skip


def test_what_is_exported_can_be_imported_elsewhere(path: str, capsys: Captured) -> None:
    kept = notes(note("Ask her."), star())
    keep(kept)
    target = Path(path).parent.parent / "mine.json"
    assert cli.main(["notes", path, "--export", str(target)]) == 0
    assert capsys.readouterr().err == "Exported: 1 star and 1 note to “mine.json”.\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert cli.main(["notes", path, "--export", str(target)]) == 2
    assert "To write over it: --force" in capsys.readouterr().err
    assert cli.main(["notes", path, "--export", str(target), "--force"]) == 0
    store().forget(SHELF.key)
    capsys.readouterr()
    assert cli.main(["notes", path, "--import", str(target)]) == 0
    assert capsys.readouterr().err == "Imported from “mine.json”: 2 new, 0 changed.\n"
    assert store().read(SHELF).notes == kept
    assert cli.main(["notes", path, "--import", str(target)]) == 0
    assert capsys.readouterr().err == "Imported from “mine.json”: 0 new, 0 changed.\n"


def test_nothing_is_not_exported_over_what_was_exported_before(path: str, capsys: Captured) -> None:
    keep(notes(note("Ask her.")))
    target = Path(path).parent.parent / "mine.json"
    assert cli.main(["notes", path, "--export", str(target)]) == 0
    before = target.read_bytes()
    store().forget(SHELF.key)
    capsys.readouterr()
    assert cli.main(["notes", path, "--export", str(target), "--force"]) == 2
    told = "You have kept nothing on this case, so nothing was exported.\n"
    assert (capsys.readouterr().err, target.read_bytes()) == (told, before)


def test_what_cannot_be_exported_or_imported_is_told(
    path: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(notes(star()))
    inside = Path(path)
    assert cli.main(["notes", path, "--export", str(inside), "--force"]) == 2
    assert "where nothing is ever written" in capsys.readouterr().err
    assert cli.main(["notes", path, "--import", path]) == 2
    assert "was not imported: the file holds no Web Annotations." in capsys.readouterr().err

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    theirs = Path(path).parent.parent / "theirs.json"
    theirs.write_bytes(write(notes(note()), CASE, ""))
    monkeypatch.setattr(storing, "write_whole", fail)
    assert cli.main(["notes", path, "--import", str(theirs)]) == 2
    assert capsys.readouterr().err == "Nothing was imported: No space left on device.\n"


def test_what_is_wrong_with_the_file_is_told_beside_the_list(
    path: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(notes(star()))
    keep(notes(note("Ask her.")))
    store().path(SHELF.key).write_bytes(b"{")
    assert cli.main(["notes", path]) == 0
    printed = capsys.readouterr()
    assert "Yours: starred" in printed.out
    assert printed.err.startswith("The file of your notes on this case could not be read.")
    content = write(notes(star(), others=('{"id": "urn:x"}',)), CASE, "")
    store().path(SHELF.key).write_bytes(content)
    assert cli.main(["notes", path]) == 0
    assert "holds 1 annotation that this program" in capsys.readouterr().err

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(storing, "_found", refuse)
    assert cli.main(["notes", path]) == 2
    assert "could not be read in" in capsys.readouterr().err


def test_what_is_no_case_has_no_notes(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["notes", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err


def test_the_command_runs_as_a_process(path: str) -> None:
    keep(notes(note("Ask her.")))
    done = run("notes", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ask her." in done.stdout
