"""Finding bundles at and below paths."""

import errno
import os
from pathlib import Path

import pytest

from caseviewer.search import bundle_paths
from caseviewer.search.bundle_paths import bundles_at
from tests.builders import bundle, write, write_folder


def found(path: Path, root: Path | None = None) -> list[tuple[str, bool]]:
    root = root or path
    return [(each.path.relative_to(root).as_posix(), each.named) for each in bundles_at(path)]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("b", "a", "a/deeper"):
        (tmp_path / name).mkdir()
    write_folder(tmp_path / "b", bundle(), {"data.json": b'{"format": "casebundle"}'})
    write(tmp_path / "a", bundle(), "one.case.json")
    write(tmp_path / "a/deeper", bundle(), "Two.JSON")
    write(tmp_path / "a", {"format": "something else"}, "other.json")
    (tmp_path / "a" / "notes.txt").write_text('"casebundle"', "utf-8")
    return tmp_path


def test_every_case_below_a_folder(shelf: Path) -> None:
    assert found(shelf) == [("a/one.case.json", False), ("a/deeper/Two.JSON", False), ("b", False)]


def test_a_folder_that_is_a_bundle_is_named(shelf: Path) -> None:
    assert found(shelf / "b", shelf) == [("b", True)]
    (place,) = bundles_at(shelf / "b")
    assert place.case_file == shelf / "b" / "case.json"


def test_what_lies_beside_and_below_a_bundle_is_found_too(shelf: Path) -> None:
    write(shelf / "b", bundle(), "more.case.json")
    (shelf / "b" / "old").mkdir()
    write(shelf / "b" / "old", bundle())
    assert found(shelf / "b", shelf) == [
        ("b", True),
        ("b/more.case.json", False),
        ("b/old/small.case.json", False),
    ]


def test_a_file_is_what_it_is_called(shelf: Path) -> None:
    assert found(shelf / "a" / "notes.txt", shelf) == [("a/notes.txt", True)]
    assert found(shelf / "nowhere", shelf) == [("nowhere", True)]


def test_a_broken_case_file_of_a_named_folder_is_told_of(shelf: Path) -> None:
    (shelf / "b" / "case.json").write_text("{", "utf-8")
    assert found(shelf / "b", shelf) == [("b", True)]
    assert ("b", False) not in found(shelf)


@pytest.mark.parametrize("before", [0, 65_536 - 15, 65_536 - 8, 65_536, 300_000])
def test_a_case_may_say_late_what_it_is(tmp_path: Path, before: int) -> None:
    text = "{" + " " * before + '"format": "casebundle"}'
    (tmp_path / "late.json").write_text(text, "utf-8")
    (tmp_path / "other.json").write_text(text.replace("case", "cart"), "utf-8")
    assert found(tmp_path) == [("late.json", False)]


def test_no_more_is_read_than_a_case_may_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_paths, "LIMIT", 2 * 64 * 1024)
    (tmp_path / "huge.json").write_text(" " * 200_000 + '"casebundle"', "utf-8")
    assert found(tmp_path) == []


def test_what_cannot_be_read_to_its_end_is_passed_over(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bool:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(bundle_paths, "_holds_mark", fail)
    assert found(shelf) == []


def test_links_are_not_followed(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(outside, bundle(), "secret.json")
    before = found(shelf)
    (shelf / "link.json").symlink_to(outside / "secret.json")
    (shelf / "away").symlink_to(outside)
    (shelf / "round").symlink_to(shelf)
    assert found(shelf) == before


def test_hidden_things_and_pipes_are_passed_over(shelf: Path) -> None:
    before = found(shelf)
    (shelf / ".hidden").mkdir()
    write(shelf / ".hidden", bundle())
    write(shelf, bundle(), ".x.json")
    os.mkfifo(shelf / "pipe.json")
    assert found(shelf) == before


def test_what_cannot_be_looked_into_is_passed_over(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert found(shelf) == []
    monkeypatch.setattr(os, "scandir", refuse)
    assert found(shelf) == []


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(200):
        deep /= "d"
    deep.mkdir(parents=True)
    write(deep, bundle())
    assert len(found(tmp_path)) == 1
