"""The walk finds cases by names, follows no link, and ends wherever it is sent."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library import walking
from caseviewer.search.library.walking import Leaf, Walked, walk
from tests.search.library.kit import OLD, grow_old


def looked(folder: Path, leaves: dict[str, Leaf] | None = None) -> Walked:
    return walk(str(folder), lambda: None, leaves)


def names(walked: Walked, folder: Path) -> list[str]:
    return [os.path.relpath(found.path, folder) for found in walked.found]


def put(path: Path, content: str = "{}") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def test_cases_are_found_at_any_depth(tmp_path: Path) -> None:
    put(tmp_path / "case.json")
    put(tmp_path / "b" / "c" / "case.json")
    put(tmp_path / "a" / "single.case.json")
    put(tmp_path / "a" / "CASE.JSON")
    walked = looked(tmp_path)
    assert sorted(names(walked, tmp_path)) == [
        "a/CASE.JSON", "a/single.case.json", "b/c/case.json", "case.json",
    ]  # fmt: skip
    assert walked.found[0].case_file.size == 2
    assert (walked.away, walked.cut) == ({}, False)


def test_other_files_hidden_ones_and_documents_are_left_out(tmp_path: Path) -> None:
    put(tmp_path / "one" / "case.json")
    put(tmp_path / "one" / "documents" / "case.json")
    put(tmp_path / ".hidden" / "case.json")
    put(tmp_path / ".x.case.json")
    put(tmp_path / "package.json")
    put(tmp_path / "case.txt")
    assert names(looked(tmp_path), tmp_path) == ["one/case.json"]


def test_a_folder_called_documents_may_hold_cases_where_it_is_no_bundles(tmp_path: Path) -> None:
    put(tmp_path / "documents" / "one" / "case.json")
    assert names(looked(tmp_path), tmp_path) == ["documents/one/case.json"]


def test_no_link_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere / "case.json")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(elsewhere)
    (folder / "round").symlink_to(folder)
    (folder / "case.json").symlink_to(elsewhere / "case.json")
    (folder / "x.case.json").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.case.json")
    (folder / "folder.case.json").mkdir()
    assert names(looked(folder), folder) == []


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    put(tmp_path / "cases" / "one" / "case.json")
    (tmp_path / "link").symlink_to(tmp_path / "cases")
    assert names(looked(tmp_path / "link"), tmp_path / "link") == ["one/case.json"]


def test_a_junction_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "one" / "case.json")
    monkeypatch.setattr(walking, "_is_junction", lambda entry: entry.name == "one")
    assert names(looked(tmp_path), tmp_path) == []


def test_names_that_are_no_text_are_found(tmp_path: Path) -> None:
    strange = os.fsdecode(os.fsencode(tmp_path) + b"/\xff")
    put(Path(strange) / "case.json")
    assert names(looked(tmp_path), tmp_path) == [f"{Path(strange).name}/case.json"]


def test_depth_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "DEEPEST", 2)
    put(tmp_path / "1" / "2" / "case.json")
    put(tmp_path / "1" / "2" / "3" / "case.json")
    walked = looked(tmp_path)
    assert names(walked, tmp_path) == ["1/2/case.json"]
    assert walked.cut


@pytest.mark.parametrize(("name", "most"), [("MOST_CASES", 2), ("MOST_ENTRIES", 5)])
def test_number_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    for at in range(5):
        put(tmp_path / str(at) / "case.json")
    monkeypatch.setattr(walking, name, most)
    walked = looked(tmp_path)
    assert walked.cut
    assert len(walked.found) < 5


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    walked = looked(tmp_path / "gone")
    assert walked.away == {str(tmp_path / "gone"): "was not found"}


def test_a_file_that_goes_while_it_is_looked_at_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "case.json")

    def gone(_: str) -> Any:
        raise FileNotFoundError

    monkeypatch.setattr("os.lstat", gone)
    assert looked(tmp_path).found == []


def test_the_walk_can_be_ended(tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        walk(str(tmp_path), stop)


# Documents ----------------------------------------------------------------------------------


def documents(folder: Path) -> str:
    (found,) = looked(folder).found
    return found.documents


def test_documents_are_told_from_later_states(tmp_path: Path) -> None:
    put(tmp_path / "case.json")
    states = {documents(tmp_path)}
    put(tmp_path / "documents" / "a.txt", "one")
    states.add(documents(tmp_path))
    put(tmp_path / "documents" / "a.txt", "three")
    states.add(documents(tmp_path))
    put(tmp_path / "documents" / "deeper" / "b.txt")
    states.add(documents(tmp_path))
    (tmp_path / "documents" / "a.txt").rename(tmp_path / "documents" / "c.txt")
    states.add(documents(tmp_path))
    assert len(states) == 5
    assert documents(tmp_path) in states


def test_documents_are_not_followed_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "case.json")
    put(tmp_path / "documents" / "1" / "2" / "a.txt")
    (tmp_path / "documents" / "link").symlink_to("/")
    monkeypatch.setattr(walking, "DEEPEST", 1)
    before = documents(tmp_path)
    put(tmp_path / "documents" / "1" / "2" / "b.txt")
    assert documents(tmp_path) == before


def test_documents_that_cannot_be_looked_at_are_a_state_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "case.json")
    (tmp_path / "documents").mkdir()
    before = documents(tmp_path)
    scan = os.scandir

    def refuse(folder: str) -> Any:
        if folder.endswith("documents"):
            raise PermissionError(13, "no")
        return scan(folder)

    monkeypatch.setattr("os.scandir", refuse)
    assert documents(tmp_path) != before


def test_a_document_that_goes_while_it_is_looked_at_is_no_fault() -> None:
    class Gone:
        path = "/case/documents/a.txt"

        def stat(self, **_: bool) -> Any:
            raise FileNotFoundError

    assert walking._state(Gone(), 5) == ""  # type: ignore[arg-type]


# Folders that hold a case alone --------------------------------------------------------------


def test_a_folder_with_a_case_alone_is_told_once_it_is_at_rest(tmp_path: Path) -> None:
    path = put(tmp_path / "one" / "case.json")
    assert looked(tmp_path).found[0].leaf_mtime_ns == 0, "it changed just now"
    grow_old(path.parent)
    assert looked(tmp_path).found[0].leaf_mtime_ns == OLD * 1_000_000_000
    put(path.parent / "notes.txt")
    grow_old(path.parent)
    assert looked(tmp_path).found[0].leaf_mtime_ns == 0, "it holds something else"


def test_such_a_folder_is_looked_into_when_it_changes(tmp_path: Path) -> None:
    path = put(tmp_path / "one" / "case.json")
    grow_old(path.parent)
    leaf = Leaf(str(path), OLD * 1_000_000_000)
    leaves = {str(path.parent): leaf}
    put(path, "more than before")
    (found,) = looked(tmp_path, leaves).found
    assert (found.case_file.size, found.leaf_mtime_ns) == (16, leaf.mtime_ns)
    put(path.parent / "inner" / "case.json")
    os.utime(path.parent, (OLD + 9, OLD + 9))
    assert len(looked(tmp_path, leaves).found) == 2


def test_such_a_folder_may_have_become_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "one"
    path = put(folder / "case.json")
    leaves = {str(folder): Leaf(str(path), 1)}

    changed_at = walking._changed_at

    def gone(name: str) -> int:
        if name == str(folder):
            raise FileNotFoundError(2, "gone")
        return changed_at(name)

    monkeypatch.setattr(walking, "_changed_at", gone)
    walked = looked(tmp_path, leaves)
    assert walked.found == []
    assert list(walked.away) == [str(folder)]


@pytest.mark.skipif(os.name == "nt", reason="of other systems")
def test_elsewhere_no_folder_is_a_junction(tmp_path: Path) -> None:
    tmp_path.joinpath("one").mkdir()
    with os.scandir(tmp_path) as entries:
        assert not any(walking._is_junction(entry) for entry in entries)


def test_a_walk_takes_no_time_that_grows_with_files(tmp_path: Path) -> None:
    path = put(tmp_path / "large.case.json")
    os.truncate(path, 1 << 30)
    began = time.perf_counter()
    assert looked(tmp_path).found[0].case_file.size == 1 << 30
    assert time.perf_counter() - began < 1
