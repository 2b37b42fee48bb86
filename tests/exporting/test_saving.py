import os
from dataclasses import replace
from pathlib import Path

import pytest

from caseviewer.documents.opening import open_case
from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import TakenError, check_target, save
from caseviewer.model.opened import OpenedCase
from tests.builders import bundle, write, write_folder


@pytest.fixture
def single(tmp_path: Path) -> OpenedCase:
    """A case that is one file, among other files of its reader."""
    return open_case(write(tmp_path, bundle()))


@pytest.fixture
def folder(tmp_path: Path) -> OpenedCase:
    """A case that is a folder."""
    place = tmp_path / "bundle"
    place.mkdir()
    return open_case(write_folder(place, bundle()))


def refused(case: OpenedCase, target: Path, *, overwrite: bool = False) -> str:
    with pytest.raises(ExportError) as caught:
        check_target(case, target, overwrite=overwrite)
    return str(caught.value)


def test_beside_a_single_file_there_is_room(single: OpenedCase, tmp_path: Path) -> None:
    check_target(single, tmp_path / "a.csv", overwrite=False)


@pytest.mark.parametrize("name", ["small.case.json", "documents/a.csv", "documents"])
def test_a_single_file_and_its_documents_are_left_alone(
    single: OpenedCase, tmp_path: Path, name: str
) -> None:
    assert "nothing is ever written" in refused(single, tmp_path / name, overwrite=True)


@pytest.mark.parametrize("name", ["a.csv", "case.json", "documents/a.csv", "x/../a.csv", "new/a"])
def test_a_folder_of_a_case_is_left_alone(folder: OpenedCase, name: str) -> None:
    assert "nothing is ever written" in refused(folder, Path(folder.path) / name, overwrite=True)


def test_a_folder_is_one_by_its_documents_too(folder: OpenedCase, tmp_path: Path) -> None:
    named = replace(folder, path=folder.case_file)
    assert "nothing is ever written" in refused(named, Path(folder.path) / "a.csv")
    (Path(folder.path) / "documents").rmdir()
    check_target(named, Path(folder.path) / "a.csv", overwrite=False)
    check_target(folder, tmp_path / "a.csv", overwrite=False)


def test_a_link_into_the_case_is_seen(folder: OpenedCase, tmp_path: Path) -> None:
    link = tmp_path / "a.csv"
    link.symlink_to(folder.case_file)
    assert "nothing is ever written" in refused(folder, link, overwrite=True)
    way = tmp_path / "way"
    way.symlink_to(folder.path)
    assert "nothing is ever written" in refused(folder, way / "a.csv")


def test_what_is_there_stays_unless_it_may_go(single: OpenedCase, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("before", "utf-8")
    with pytest.raises(TakenError, match=r"“a\.csv” is there already and was left as it is."):
        check_target(single, target, overwrite=False)
    check_target(single, target, overwrite=True)


def test_only_ordinary_files_are_written(single: OpenedCase, tmp_path: Path) -> None:
    assert "is a folder" in refused(single, tmp_path, overwrite=True)
    os.mkfifo(tmp_path / "pipe")
    assert "is no ordinary file" in refused(single, tmp_path / "pipe", overwrite=True)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert "is no ordinary file" in refused(single, tmp_path / "dangling", overwrite=True)


@pytest.mark.parametrize("name", ["a\0b", "n" * 300])
def test_a_name_that_cannot_be(single: OpenedCase, tmp_path: Path, name: str) -> None:
    assert "could not be written" in refused(single, tmp_path / name)


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    save(b"one", target)
    save(b"two", target)
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.csv"
    save(b"one", target)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        ExportError, match=r"“a.csv” could not be written: No space left on device."
    ):
        save(b"two", target)
    assert target.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_stays_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    save(b"one", target)
    seen: list[tuple[bytes, bytes]] = []

    def refuse(part: Path, to: Path) -> None:
        seen.append((part.read_bytes(), to.read_bytes()))
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="Permission denied"):
        save(b"two", target)
    assert seen == [(b"two", b"one")]
    assert target.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="No such file or directory"):
        save(b"one", tmp_path / "gone" / "a.csv")
