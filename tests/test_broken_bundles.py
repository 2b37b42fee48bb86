"""Each bundle in `tests/broken/` has one defect; this is what its reader must be told."""

import json
import os
import socket
import tomllib
from pathlib import Path
from typing import Any

import pytest

from caseviewer.documents.opening import open_case
from caseviewer.model.problems import BundleError, Problem, Severity
from tests.builders import bundle, write

BROKEN = Path(__file__).parent / "broken"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((BROKEN / "expected.toml").read_text("utf-8"))


def problems(path: Path) -> tuple[Problem, ...]:
    """What opening a path tells, whether the case opens or not."""
    try:
        return open_case(path).problems
    except BundleError as error:
        return (error.problem,)


def test_every_broken_bundle_has_its_words() -> None:
    files = {path.name for path in BROKEN.iterdir()} - {"expected.toml"}
    assert files == set(EXPECTED)
    assert len(files) > 80


@pytest.mark.parametrize("name", EXPECTED)
def test_the_reader_is_told(name: str) -> None:
    expected = EXPECTED[name]
    (problem,) = problems(BROKEN / name)
    sentence = problem.sentence()
    assert problem.severity == expected["severity"]
    assert problem.short == expected.get("record", "")
    assert [words for words in expected["words"] if words not in sentence] == []
    place = problem.place
    assert (place and (place.line, place.column)) == (
        (expected["line"], expected["column"]) if "line" in expected else None
    )


@pytest.mark.parametrize("name", [name for name in EXPECTED if "at" in EXPECTED[name]])
def test_the_place_is_where_the_defect_is(name: str) -> None:
    expected = EXPECTED[name]
    path = BROKEN / name
    text = (path / "case.json" if path.is_dir() else path).read_text("utf-8")
    line = text.splitlines()[expected["line"] - 1]
    assert line[expected["column"] - 1 :].startswith(expected["at"])


@pytest.mark.parametrize("name", EXPECTED)
def test_only_what_is_broken_is_lost(name: str) -> None:
    """Where a problem does not stop the whole, the case opens; set aside is one record."""
    if EXPECTED[name]["severity"] == "stop":
        return
    opened = open_case(BROKEN / name)
    assert opened.case.title == "A case with one defect"
    path = opened.case_file
    raw = json.loads(Path(path).read_text("utf-8-sig"))
    lists = {key: value for key, value in raw.items() if isinstance(value, list) and value}
    there = sum(len(value) for value in lists.values())
    shown = sum(len(getattr(opened.case, key)) for key in lists)
    lost = EXPECTED[name]["severity"] == "set_aside" and "record" in EXPECTED[name]
    assert shown == there - lost


# What cannot lie in a folder that is copied about.


def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.case.json")
    (problem,) = problems(tmp_path / "pipe.case.json")
    assert "is a pipe, not a file" in problem.sentence()


def test_a_pipe_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.json")
    (problem,) = problems(tmp_path)
    assert "is a pipe, not a file" in problem.sentence()


def test_a_device() -> None:
    (problem,) = problems(Path("/dev/zero"))
    assert "is a device, not a file" in problem.sentence()


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may have some 100 characters only
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.json")
        (problem,) = problems(Path("socket.json"))
    assert "is a socket, not a file" in problem.sentence()


def test_a_case_file_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text(json.dumps(bundle()))
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "case.json").symlink_to(tmp_path / "secret.json")
    (problem,) = problems(folder)
    assert "is a link" in problem.sentence()


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "own.case.json").write_text(json.dumps(bundle()))
    (tmp_path / "link.case.json").symlink_to(tmp_path / "own.case.json")
    assert problems(tmp_path / "link.case.json") == ()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "nowhere.case.json")
    assert problem.sentence().startswith("“nowhere.case.json” was not found")


def test_a_file_of_more_than_64_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "large.case.json"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    (problem,) = problems(path)
    assert "is too large: 64 MB, and at most 64 MB are read" in problem.sentence()


def test_one_bad_event_out_of_forty_leaves_the_others(tmp_path: Path) -> None:
    event: dict[str, object] = {"kind": "other", "title": "An event", "standing": "alleged"}
    events = [event | {"id": f"e{at}"} for at in range(1, 41)]
    events[6]["date"] = {"edtf": "2019-02-30"}
    path = write(tmp_path, bundle(chronology=events))
    opened = open_case(path)
    assert [event.number for event in opened.case.chronology] == [*range(1, 7), *range(8, 41)]
    (problem,) = (item for item in opened.problems if item.severity is Severity.SET_ASIDE)
    assert (problem.short, problem.field) == ("E7", "date")
