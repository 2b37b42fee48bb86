import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.ui.preferences import FILE_NAME, RECENT_LIMIT, Preferences

DEFAULTS = Preferences(Path("/nowhere/that/exists"))._values
UNREADABLE = ["The preferences could not be read; the defaults are used."]


def written(folder: Path, content: bytes) -> Preferences:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_bytes(content)
    return Preferences(folder)


def test_without_a_file_the_defaults_hold_and_nothing_is_written(tmp_path: Path) -> None:
    made = Preferences(tmp_path / "none")
    assert made._values == DEFAULTS
    assert made.warnings == []
    assert not (tmp_path / "none").exists()


def test_the_file_lies_in_the_users_own_folder_for_settings(home: Path) -> None:
    path = Preferences().path
    assert path.name == FILE_NAME
    assert path.is_relative_to(home)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", "dark"),
        ("text_size", 150),
        ("tab", "review"),
        ("columns", {"parties": [0.25, 0.75]}),
        ("columns", {"parties": [1.0]}),
        ("panes", {"parties": [0.5, 0.5]}),
        ("window_size", [900, 600]),
        ("timeline", False),
        ("timeline_lanes", "kind"),
        ("panes", {"timeline": [0.25, 0.75]}),
        ("remember_recent", False),
        ("recent", ["/a", "/b"]),
    ],
)
def test_a_value_is_there_after_a_restart(tmp_path: Path, name: str, value: object) -> None:
    assert Preferences(tmp_path).set(name, value) == ""
    again = Preferences(tmp_path)
    assert again.get(name) == value
    assert again.warnings == []
    assert {**again._values, name: None} == {**DEFAULTS, name: None}


BAD_VALUES = [
    ("scheme", "pink"),
    ("scheme", ["dark"]),
    ("text_size", 101),
    ("text_size", "100"),
    ("text_size", None),
    ("tab", 3),
    ("columns", [0.5]),
    ("columns", {"parties": [0, 1.5]}),
    ("columns", {"parties": [True]}),
    ("columns", {"parties": "wide"}),
    ("panes", {"parties": [-0.5]}),
    ("window_size", [0, 600]),
    ("window_size", [800]),
    ("window_size", [800, 40_000]),
    ("window_size", [True, 600]),
    ("window_size", [800.5, 600]),
    ("brief_parts", ["sic"]),
    ("brief_parts", {"sic": 1}),
    ("remember_recent", 1),
    ("recent", "/a"),
    ("recent", [1]),
]


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_a_value_of_the_wrong_kind_gives_way_to_the_default_and_the_others_hold(
    tmp_path: Path, name: str, value: object
) -> None:
    others = {"scheme": "dark"} if name != "scheme" else {"tab": "review"}
    found = written(tmp_path, json.dumps({name: value, **others}).encode())
    assert found._values == {**DEFAULTS, **others}
    assert found.warnings == [f"The preference “{name}” was not usable and is reset."]


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_the_program_itself_cannot_remember_a_wrong_value(
    tmp_path: Path, name: str, value: object
) -> None:
    made = Preferences(tmp_path)
    with pytest.raises(ValueError, match=name):
        made.set(name, value)
    assert not made.path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"dark"',
        b"\xff\xfe{\x00}\x00\x00",
        b"\x00\xff",
        b"[" * 200_000,
        b'{"scheme": "' + b"d" * (1 << 20) + b'"}',
    ],
    ids=["empty", "cut", "list", "null", "string", "utf-16", "bytes", "deep", "too large"],
)
def test_a_file_that_is_no_preferences_gives_way_to_the_defaults(
    tmp_path: Path, content: bytes
) -> None:
    found = written(tmp_path, content)
    assert found._values == DEFAULTS
    assert found.take_warnings() == UNREADABLE
    assert found.take_warnings() == []


def test_a_folder_in_place_of_the_file_gives_way_to_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert Preferences(tmp_path).warnings == UNREADABLE


def test_keys_of_another_version_are_left_out(tmp_path: Path) -> None:
    found = written(tmp_path, b'{"scheme": "dark", "wings": 2, "__class__": {}}')
    assert found.get("scheme") == "dark"
    assert found.warnings == []
    with pytest.raises(KeyError):
        found.get("wings")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*DEFAULTS, "parties"]), inner)
        ),
    )
)
def test_no_file_leaves_a_value_that_the_program_would_refuse(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    found = written(tmp_path_factory.mktemp("p"), json.dumps(content).encode())
    for name, value in found._values.items():
        found.set(name, value)
    assert set(found._values) == set(DEFAULTS)


# Writing


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    made = Preferences(tmp_path / "made")
    made.set("scheme", "dark")
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(made.folder.stat().st_mode) & 0o077 == 0


def test_nothing_else_is_left_in_or_beside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "neighbour").write_text("mine", "utf-8")
    made = Preferences(tmp_path / "made")
    for scheme in ("dark", "light", "dark"):
        made.set("scheme", scheme)
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert found == ["made", f"made/{FILE_NAME}", "neighbour"]
    assert (tmp_path / "neighbour").read_text("utf-8") == "mine"


def test_an_unchanged_value_is_not_written_again(tmp_path: Path) -> None:
    made = Preferences(tmp_path)
    made.set("scheme", "dark")
    made.path.unlink()
    assert made.set("scheme", "dark") == ""
    assert not made.path.exists()


def test_a_move_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Preferences(tmp_path)
    made.set("scheme", "dark")
    before = made.path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        patch.setattr(Path, "replace", fail)
        told = made.set("scheme", "light")
    assert told == (f"The preferences could not be saved in {tmp_path}: No space left on device.")
    assert made.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert made.get("scheme") == "light"  # it holds until the program ends


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    made = Preferences(tmp_path / "file" / "folder")
    made.take_warnings()
    told = made.set("scheme", "dark")
    assert told.startswith(f"The preferences could not be saved in {tmp_path}")
    assert made.set("text_size", 125) != ""
    assert made.take_warnings() == [told]


def test_that_saving_fails_again_after_it_worked_is_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Preferences(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise OSError

    for scheme in ("dark", "system"):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            assert made.set("scheme", scheme).endswith(": OSError.")
        assert len(made.take_warnings()) == 1
        assert made.set("scheme", "light") == ""


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this user may write everywhere"
)
def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        told = Preferences(tmp_path).set("scheme", "dark")
    finally:
        tmp_path.chmod(0o700)
    assert told == f"The preferences could not be saved in {tmp_path}: Permission denied."


# Recent files


def test_the_newest_recent_file_comes_first_and_only_once(tmp_path: Path) -> None:
    made = Preferences(tmp_path)
    for path in ("/a", "/b", "/a"):
        made.add_recent(path)
    assert made.get("recent") == ["/a", "/b"]


def test_the_recent_list_has_an_end(tmp_path: Path) -> None:
    made = Preferences(tmp_path)
    for number in range(RECENT_LIMIT + 5):
        made.add_recent(f"/{number}")
    assert len(made.get("recent")) == RECENT_LIMIT
    assert made.get("recent")[0] == f"/{RECENT_LIMIT + 4}"


def test_recent_files_can_be_forgotten_and_be_unwanted(tmp_path: Path) -> None:
    made = Preferences(tmp_path)
    made.add_recent("/secret")
    made.forget_recent()
    assert "secret" not in made.path.read_text("utf-8")
    made.set("remember_recent", False)
    assert made.add_recent("/secret") == ""
    assert "secret" not in made.path.read_text("utf-8")


def test_a_path_that_is_no_text_is_remembered_all_the_same(tmp_path: Path) -> None:
    Preferences(tmp_path).add_recent("/caf\udce9")
    assert Preferences(tmp_path).get("recent") == ["/caf\udce9"]
