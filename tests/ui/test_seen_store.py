import stat
from pathlib import Path

import pytest

from caseviewer.ui.seen_store import SeenStore

CASE, NAME, SAID = "c" * 24, "a" * 24, "b" * 24
UNREADABLE = "What you marked as seen could not be read; nothing is shown as seen."


@pytest.fixture
def store(tmp_path: Path) -> SeenStore:
    return SeenStore(tmp_path / "data" / "seen")


def test_nothing_is_written_before_anything_is_marked(store: SeenStore) -> None:
    assert store.read(CASE) == ({}, "")
    assert store.write(CASE, {}) == ""
    assert not store.folder.exists()


def test_marks_are_there_again(store: SeenStore) -> None:
    assert store.write(CASE, {NAME: SAID}) == ""
    assert SeenStore(store.folder).read(CASE) == ({NAME: SAID}, "")
    assert stat.S_IMODE(store.path(CASE).stat().st_mode) == 0o600
    assert store.read("d" * 24) == ({}, "")


def test_what_is_forgotten_leaves_no_file_and_no_empty_folder(store: SeenStore) -> None:
    store.write(CASE, {NAME: SAID})
    store.write("d" * 24, {NAME: SAID})
    assert store.forget(CASE) == ""
    assert store.read(CASE) == ({}, "")
    assert store.read("d" * 24) == ({NAME: SAID}, "")
    store.forget("d" * 24)
    assert not store.folder.exists()
    assert store.forget(CASE) == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"[" * 10_000, b'{"x": "y"}', f'{{"{NAME}": 1}}'.encode(), b"\xff",
     f'{{"{NAME}": "{SAID}\\n"}}'.encode()],
)  # fmt: skip
def test_a_broken_file_is_as_good_as_none(store: SeenStore, content: bytes) -> None:
    store.folder.mkdir(parents=True)
    store.path(CASE).write_bytes(content)
    assert store.read(CASE) == ({}, UNREADABLE)
    assert store.write(CASE, {NAME: SAID}) == ""
    assert store.read(CASE) == ({NAME: SAID}, "")


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    store = SeenStore(blocked / "seen")
    fault = store.write(CASE, {NAME: SAID})
    assert fault.startswith(f"What is seen could not be saved in {store.folder}: ")
    assert store.read(CASE) == ({}, "")
