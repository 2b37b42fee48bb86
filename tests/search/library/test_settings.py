"""What the reader decided is kept in a private file, and nothing of it is lost."""

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from caseviewer.notes.locking import locked
from caseviewer.search.library.settings import FILE_NAME, Decided, Settings, is_below


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "cases"
    found.mkdir()
    return found


def test_it_is_on_and_empty_at_first(settings: Settings) -> None:
    assert settings.read() == (Decided(), "")
    assert not settings.path.exists(), "nothing is written before there is something to keep"


def test_the_users_own_folder_is_the_default(home: Path) -> None:
    assert home in Settings().path.parents


def test_what_is_decided_is_kept_for_its_owner_alone(settings: Settings, folder: Path) -> None:
    assert settings.add(folder) == ""
    assert settings.switch(on=False) == ""
    assert settings.decided() == Decided(on=False, folders=(str(folder),))
    assert stat.S_IMODE(settings.path.stat().st_mode) == 0o600
    assert {file.name for file in settings.folder.iterdir()} == {".library.lock", FILE_NAME}


def test_what_is_decided_twice_is_written_once(settings: Settings, folder: Path) -> None:
    settings.add(folder)
    before = settings.path.stat()
    assert settings.add(folder) == ""
    assert settings.switch(on=True) == ""
    assert settings.path.stat().st_ino == before.st_ino


def test_two_windows_keep_what_the_other_one_decided(settings: Settings, folder: Path) -> None:
    other = Settings(settings.folder)
    settings.add(folder)
    other.switch(on=False)
    assert settings.decided() == Decided(on=False, folders=(str(folder),))


def test_windows_that_write_at_once_lose_nothing(settings: Settings, folder: Path) -> None:
    settings.add(folder)
    cases = [folder / f"{at}.case.json" for at in range(24)]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda case: Settings(settings.folder).mark_opened(case), cases))
    assert not any(told)
    assert set(settings.decided().opened) == set(map(str, cases))


def test_another_program_that_never_lets_go_is_told(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.add(folder)
    monkeypatch.setattr("caseviewer.search.library.settings._WAIT", 0.0)
    with locked(settings.folder / ".library.lock", 1.0):
        assert "another program is writing there" in settings.switch(on=False)
    assert settings.decided().on


def test_a_list_that_is_out_of_reach_is_not_written_over(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.add(folder)
    with monkeypatch.context() as patch:
        refused = PermissionError(13, "Permission denied")
        patch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(refused))
        assert settings.read()[1].endswith("could not be read: Permission denied.")
        assert "Permission denied" in settings.switch(on=False)
    assert settings.decided() == Decided(folders=(str(folder),))


def test_openings_leave_the_file_so_short_that_it_can_be_read(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.add(folder)
    monkeypatch.setattr("caseviewer.search.library.settings._ROOM", 4_000)
    for at in range(5):
        assert settings.mark_opened(folder / ("ж" * 60 + str(at))) == ""
    assert 0 < len(settings.decided().opened) < 5


def test_a_folder_that_is_not_here_is_not_added(settings: Settings, folder: Path) -> None:
    told = settings.add(folder / "nowhere")
    assert "is not a folder that is here" in told
    assert settings.decided().folders == ()


def test_a_folder_is_kept_from_the_root(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    settings.add(Path("../cases/"))
    assert settings.decided().folders == (str(folder),)


def test_a_folder_in_another_one_is_told(settings: Settings, folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    settings.add(folder)
    assert "lies in" in settings.add(inner)
    assert settings.decided().folders == (str(folder),)


def test_an_outer_folder_takes_the_place_of_inner_ones(settings: Settings, folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    settings.add(inner)
    assert settings.add(folder) == ""
    assert settings.decided().folders == (str(folder),)


def test_there_is_a_limit_of_folders(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseviewer.search.library.settings._MOST_FOLDERS", 0)
    assert "takes no more" in settings.add(folder)


def test_openings_are_kept_for_cases_of_the_library_alone(settings: Settings, folder: Path) -> None:
    settings.add(folder)
    inside, outside = folder / "one" / "case.json", folder.parent / "other.json"
    assert settings.mark_opened(inside) == settings.mark_opened(outside) == ""
    assert list(settings.decided().opened) == [str(inside)]
    settings.switch(on=False)
    settings.mark_opened(folder / "two.case.json")
    assert list(settings.decided().opened) == [str(inside)]


def test_openings_go_with_their_folder_and_at_a_wish(settings: Settings, folder: Path) -> None:
    other = folder.parent / "others"
    other.mkdir()
    settings.add(folder)
    settings.add(other)
    settings.mark_opened(folder / "case.json")
    settings.mark_opened(other / "case.json")
    assert settings.forget(str(folder)) == ""
    assert list(settings.decided().opened) == [str(other / "case.json")]
    assert settings.forget_opened() == ""
    assert settings.decided() == Decided(folders=(str(other),))


def test_the_latest_openings_are_kept(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseviewer.search.library.settings._MOST_OPENED", 1)
    old = {str(folder / "old.case.json"): "2001-01-01T00:00:00+00:00"}
    values = {"on": True, "folders": [str(folder)], "opened": old}
    settings.folder.mkdir()
    settings.path.write_text(json.dumps(values))
    settings.mark_opened(folder / "new.case.json")
    assert list(settings.decided().opened) == [str(folder / "new.case.json")]


@pytest.mark.parametrize(
    "content",
    [
        "{", "[]", '{"on": 1}', '{"folders": "a"}', '{"folders": [1]}', '{"opened": []}',
        '{"opened": {"a": 1}}', "\ud800".encode("utf-8", "surrogatepass"), "[" * 100_000,
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told(settings: Settings, content: str | bytes) -> None:
    settings.folder.mkdir()
    settings.path.write_bytes(content if isinstance(content, bytes) else content.encode())
    decided, told = settings.read()
    assert decided == Decided()
    assert FILE_NAME in told


def test_what_cannot_be_saved_is_told(settings: Settings, folder: Path) -> None:
    settings.folder.write_text("a file stands where the folder should be")
    told = settings.add(folder)
    assert "could not be saved" in told
    assert str(settings.folder) in told


def test_names_that_are_no_text_are_kept(settings: Settings, folder: Path) -> None:
    strange = Path(os.fsdecode(os.fsencode(folder) + b"/\xff"))
    strange.mkdir()
    settings.add(strange)
    assert settings.decided().folders == (str(strange),)


@pytest.mark.parametrize(
    ("path", "folder", "below"),
    [
        ("/a/b", "/a", True),
        ("/a", "/a", True),
        ("/ab", "/a", False),
        ("/a", "/", True),
        ("/b", "/a", False),
    ],
)
def test_below_is_told_by_whole_names(path: str, folder: str, *, below: bool) -> None:
    assert is_below(path, folder) is below


def test_the_innermost_folder_counts() -> None:
    decided = Decided(folders=("/a", "/a/b"))
    assert decided.folder_of("/a/b/c") == "/a/b"
    assert decided.folder_of("/a/c") == "/a"
    assert decided.folder_of("/c") is None
