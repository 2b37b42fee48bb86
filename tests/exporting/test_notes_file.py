import json
import os
import stat
from pathlib import Path

import pytest

from caseviewer.exporting.notes_file import export_notes, read_notes, usual_notes_name
from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import TakenError
from caseviewer.notes import codec
from tests.formatting.making import opened
from tests.notes.making import note, notes, star

CASE = opened()
SOME = notes(note("A note."), star())


def test_an_export_is_for_its_owner_alone_and_can_be_read_again(tmp_path: Path) -> None:
    target = tmp_path / usual_notes_name(CASE)
    assert target.name == "small-case-notes.json"
    export_notes(CASE, SOME, target, overwrite=False)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert json.loads(target.read_bytes())["label"] == "A crossing on 3 May 2019"
    assert read_notes(target, CASE.case.id).notes == SOME


def test_nothing_is_written_over_or_into_the_bundle(tmp_path: Path) -> None:
    target = tmp_path / "notes.json"
    target.write_text("mine")
    with pytest.raises(TakenError):
        export_notes(CASE, SOME, target, overwrite=False)
    assert target.read_text() == "mine"
    export_notes(CASE, SOME, target, overwrite=True)
    with pytest.raises(ExportError, match="the case’s own folder"):
        export_notes(CASE, SOME, Path(CASE.case_file), overwrite=True)


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "NUMBER_LIMIT", 1)
    with pytest.raises(ExportError, match="The notes were not exported: there are more than"):
        export_notes(CASE, SOME, tmp_path / "notes.json", overwrite=False)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    with pytest.raises(ExportError, match=r"“bad.json” was not imported: the file is no JSON"):
        read_notes(bad, "small-case")
    with pytest.raises(ExportError, match=r"“none.json” was not found\."):
        read_notes(tmp_path / "none.json", "small-case")
    with pytest.raises(ExportError, match="is a folder, not a file"):
        read_notes(tmp_path, "small-case")
    with pytest.raises(ExportError, match="name that this system does not allow"):
        read_notes(tmp_path / "a\0b", "small-case")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is a pipe, not a file"):
        read_notes(tmp_path / "pipe", "small-case")
