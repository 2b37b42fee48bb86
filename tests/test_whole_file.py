import stat
from pathlib import Path

import pytest

from caseviewer.whole_file import whole_file, write_whole


@pytest.mark.parametrize("private", [True, False])
def test_a_file_is_written_whole(tmp_path: Path, private: bool) -> None:
    path = tmp_path / "marks.json"
    path.write_text("before")
    write_whole(path, "after ⟨é⟩".encode(), private=private)
    assert path.read_text("utf-8") == "after ⟨é⟩"
    assert [one.name for one in tmp_path.iterdir()] == ["marks.json"]


def test_what_is_private_is_for_its_owner_alone(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    write_whole(tmp_path / "mine", b"", private=True)
    write_whole(tmp_path / "ours", b"", private=False)
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert modes["mine"] == 0o600
    assert modes["ours"] == modes["usual"]


def test_what_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marks.json"
    path.write_text("before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"after", private=True)
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["marks.json"]


def test_a_file_may_be_written_bit_by_bit(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    with whole_file(path, private=True) as stream:
        stream.write(b"one")
        assert not path.exists()
        stream.write(b"two")
    assert path.read_bytes() == b"onetwo"
    with pytest.raises(KeyError), whole_file(path, private=True) as stream:
        raise KeyError
    assert path.read_bytes() == b"onetwo"
    assert [one.name for one in tmp_path.iterdir()] == ["lines"]
