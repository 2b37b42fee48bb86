import stat
from pathlib import Path

import pytest

from caseviewer.ui.whole_file import write_whole


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    path.write_text("before")
    write_whole(path, "after ⟨é⟩")
    assert path.read_text("utf-8") == "after ⟨é⟩"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["marks.json"]


def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    path.write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["marks.json"]
