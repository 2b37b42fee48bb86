"""From what the user chose to the bytes of the case file."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from caseviewer.bundle import container
from caseviewer.bundle.container import changed, locate, read_bytes
from caseviewer.model.problems import BundleError, Severity

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")


def refusal(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(BundleError) as caught:
        call()
    problem = caught.value.problem
    assert problem.severity is Severity.STOP
    assert problem.hint
    assert caught.value.__cause__ is None
    return problem.code, problem.message


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "the case"
    folder.mkdir()
    (folder / "case.json").write_bytes(b'{"a": 1}')
    return folder


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("kazakstan.case.json", "kazakstan"),
        ("kazakstan.json", "kazakstan"),
        (".json", ".json"),
        ("notes.txt", "notes.txt"),
        ("a\u202eb.json", "a⟨U+202E⟩b"),
    ],
)
def test_a_file_stands_alone(tmp_path: Path, name: str, title: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"{}")
    location = locate(str(path))
    assert location.case_file == path
    assert location.folder is None
    assert location.documents is None
    assert location.title_hint == title
    assert read_bytes(location.case_file).data == b"{}"


def test_a_folder_holds_its_case_and_documents(bundle: Path) -> None:
    location = locate(bundle)
    assert location.case_file == bundle / "case.json"
    assert location.folder == bundle
    assert location.documents == bundle / "documents"
    assert location.title_hint == "the case"
    assert locate(bundle / "case.json") == location


def test_the_folder_one_stands_in(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bundle)
    assert locate(".").title_hint == "the case"
    assert locate("case.json").title_hint == "the case"


def test_a_folder_without_a_case(tmp_path: Path) -> None:
    code, words = refusal(lambda: locate(tmp_path))
    assert code == "file.no_case"
    assert words == f"“{tmp_path.name}” is a folder without case.json"


def test_a_case_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "case.json").mkdir()
    assert refusal(lambda: locate(tmp_path)) == (
        "file.folder",
        "“case.json” is a folder, not a file",
    )


def test_the_users_own_link_is_followed(bundle: Path, tmp_path: Path) -> None:
    link = tmp_path / "mine.json"
    link.symlink_to(bundle / "case.json")
    assert read_bytes(locate(link).case_file).data == b'{"a": 1}'
    folder = tmp_path / "linked"
    folder.symlink_to(bundle, target_is_directory=True)
    assert read_bytes(locate(folder).case_file).data == b'{"a": 1}'


@pytest.mark.parametrize("name", ["case.json", "CASE.JSON"])
def test_a_case_in_a_folder_is_never_a_link(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / name).symlink_to(secret)
    assert refusal(lambda: read_bytes(folder / name)) == ("file.link", f"“{name}” is a link")


def test_a_link_in_a_folder_is_seen_at_once(tmp_path: Path) -> None:
    (tmp_path / "case.json").symlink_to(tmp_path / "elsewhere.json")
    assert refusal(lambda: locate(tmp_path)) == ("file.link", "“case.json” is a link")


def test_a_link_that_is_put_there_after_the_look(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_file = bundle / "case.json"
    ordinary = case_file.lstat()
    case_file.rename(bundle / "moved.json")
    case_file.symlink_to(bundle / "moved.json")
    monkeypatch.setattr(Path, "lstat", lambda _self: ordinary)
    assert refusal(lambda: read_bytes(case_file))[0] == "file.link"


@needs_pipes
@pytest.mark.parametrize("read", [locate, read_bytes])
def test_a_pipe(tmp_path: Path, read: Callable[[Path], object]) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert refusal(lambda: read(pipe)) == ("file.pipe", "“pipe.json” is a pipe, not a file")


@needs_pipes
def test_a_pipe_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.json")
    assert refusal(lambda: locate(tmp_path))[0] == "file.pipe"


@needs_pipes
def test_a_pipe_that_is_put_there_after_the_look(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_file = bundle / "case.json"
    ordinary = case_file.lstat()
    case_file.unlink()
    os.mkfifo(case_file)
    monkeypatch.setattr(Path, "lstat", lambda _self: ordinary)
    assert refusal(lambda: read_bytes(case_file))[0] == "file.pipe"


@needs_pipes
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device(name: str) -> None:
    path = Path(name)
    words = f"“{path.name}” is a device, not a file"
    assert refusal(lambda: locate(path)) == ("file.device", words)
    assert refusal(lambda: read_bytes(path)) == ("file.device", words)


@needs_pipes
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.json")  # a short name: the system allows some hundred characters
        assert refusal(lambda: locate("s.json")) == (
            "file.socket",
            "“s.json” is a socket, not a file",
        )
        assert refusal(lambda: read_bytes(Path("s.json")))[0] == "file.socket"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("gone.json", "file.missing", "“gone.json” was not found"),
        (
            "a\x00b.json",
            "file.name",
            "“a⟨U+0000⟩b.json” has a name that this system does not allow",
        ),
        ("x" * 300, "file.name", "has a name that is too long"),
        ("file.json/case.json", "file.missing", "a part of the path is a file, no folder"),
    ],
)
@pytest.mark.parametrize("read", [locate, read_bytes])
def test_names_that_lead_nowhere(
    tmp_path: Path, name: str, code: str, words: str, read: Callable[[Path], object]
) -> None:
    (tmp_path / "file.json").write_bytes(b"{}")
    got, message = refusal(lambda: read(tmp_path / name))
    assert got == code
    assert words in message


def test_no_right_to_read(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> int:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "open", deny)
    assert refusal(lambda: read_bytes(bundle / "case.json")) == (
        "file.denied",
        "“case.json” may not be read by you",
    )


def test_no_right_to_look_into_the_folder(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(_self: Path) -> os.stat_result:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "lstat", deny)
    assert refusal(lambda: locate(bundle)) == (
        "file.denied",
        "“the case” may not be read by you",
    )


def test_a_fault_of_the_disk_leaves_no_file_open(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    really_close = os.close

    def fail(*_: object) -> bytes:
        raise OSError(5, "fault")

    def close(descriptor: int) -> None:
        closed.append(descriptor)
        really_close(descriptor)

    monkeypatch.setattr(os, "read", fail)
    monkeypatch.setattr(os, "close", close)
    code, words = refusal(lambda: read_bytes(bundle / "case.json"))
    assert code == "file.io"
    assert "the disk or the network reports a fault" in words
    assert len(closed) == 1


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.touch()
    assert refusal(lambda: read_bytes(path)) == ("file.empty", "“empty.json” is empty")


def test_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(container.LIMIT + 1024 * 1024)
    assert refusal(lambda: read_bytes(path)) == (
        "file.too_large",
        "“large.json” is too large: 65 MB, and at most 64 MB are read",
    )
    path.write_bytes(b"x" * 10)
    assert read_bytes(path, 10).size == 10
    assert refusal(lambda: read_bytes(path, 9))[0] == "file.too_large"


def test_a_change_on_the_disk_is_noticed(bundle: Path) -> None:
    path = bundle / "case.json"
    known = read_bytes(path).fingerprint
    assert not changed(known, path)
    os.utime(path, ns=(5, 5))
    assert changed(known, path)
    known = read_bytes(path).fingerprint
    replacement = bundle / "new.json"
    replacement.write_bytes(b'{"a": 2}')
    os.utime(replacement, ns=(5, 5))
    replacement.replace(path)
    assert changed(known, path)
    path.unlink()
    assert changed(known, path)
    assert changed(known, Path("a\x00b"))
