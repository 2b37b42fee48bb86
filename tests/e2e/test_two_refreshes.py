"""Two programs bring the index of the library up to date at once, and nothing is lost by that."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from caseviewer.saying import FAILED
from tests.builders import bundle
from tests.killing import ROOT, python_program
from tests.search.library.kit import Shelf, contents, write_case, write_cases

CASES = 24
RACES = 4

WAITING = """
import sys
from pathlib import Path
from caseviewer.search.library import refreshing
from caseviewer.search.library.settings import Decided
from caseviewer.search.library.store import user_store
from caseviewer.search.library.values import Step

refreshing._BATCH_SECONDS = 0.0  # a transaction for each case
refreshing._TOLD_SECONDS = 0.0

def told(progress):
    if progress.step is Step.READING and progress.done == int(sys.argv[3]):
        print("in the midst", flush=True)
        sys.stdin.readline()

store, folders = user_store(Path(sys.argv[1])), (sys.argv[2],)
done = refreshing.refresh(store, Decided(folders=folders), told, lambda: True)
print(done.ending, done.added, done.changed, flush=True)
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Some cases, and an index where the commands look for it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    shelf = Shelf(tmp_path, "cache/caseviewer")
    write_cases(shelf.cases, CASES)
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "caseviewer" / "library.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"folders": shelf.folders}), encoding="utf-8")
    return shelf


pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the commands are led to this index by XDG_CACHE_HOME"
)


def started(*arguments: str) -> "subprocess.Popen[str]":
    """A command of the library, as a reader calls it."""
    return running([sys.executable, "-m", "caseviewer", "library", *arguments])


def running(command: list[str]) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
    )


@contextmanager
def in_the_midst(shelf: Shelf, cases: int) -> Iterator["subprocess.Popen[str]"]:
    """A refresh that has read so many cases and waits for a line."""
    command = python_program(WAITING, str(shelf.store.folder), str(shelf.cases), str(cases))
    with running(command) as first:
        try:
            assert first.stdout is not None
            assert first.stdout.readline() == "in the midst\n"
            yield first
        finally:
            first.kill()


def never_disturbed(shelf: Shelf, tmp_path: Path) -> dict[str, Any]:
    """What the index tells of the cases where one program alone made it."""
    other = Shelf(tmp_path, "other")
    assert other.refresh().ending == "done"
    return contents(other.store.path)


def titles(listed: str) -> list[str]:
    return sorted(case["title"] for case in json.loads(listed)["cases"])


def test_the_second_says_that_another_program_is_at_it(shelf: Shelf, tmp_path: Path) -> None:
    """And reading goes on meanwhile: it tells the cases that are written."""
    with in_the_midst(shelf, 9) as first:
        second = started("refresh")
        output, errors = second.communicate(timeout=60)
        assert (second.returncode, output) == (FAILED, "")
        assert "Another program is bringing the index up to date" in errors
        listed, _ = started("list", "--json").communicate(timeout=60)
        assert len(titles(listed)) >= 8, "the one that was read last may not be written yet"
        assert first.communicate("go on\n", timeout=60) == (f"done {CASES} 0\n", "")
    assert contents(shelf.store.path) == never_disturbed(shelf, tmp_path)


def test_what_is_written_just_now_cannot_be_erased(shelf: Shelf, tmp_path: Path) -> None:
    with in_the_midst(shelf, 9) as first:
        erasing = started("erase")
        _, errors = erasing.communicate(timeout=60)
        assert erasing.returncode == FAILED
        assert "Another program" in errors
        assert first.communicate("go on\n", timeout=60) == (f"done {CASES} 0\n", "")
    assert contents(shelf.store.path) == never_disturbed(shelf, tmp_path)


def test_one_that_is_killed_leaves_the_way_free(shelf: Shelf, tmp_path: Path) -> None:
    with in_the_midst(shelf, 9) as first:
        first.kill()
        first.wait()
        assert first.returncode == -signal.SIGKILL
    second = started("refresh", "--json")
    output, errors = second.communicate(timeout=60)
    done = json.loads(output)
    assert (done["ending"], done["told"], errors) == ("done", [], "")
    assert done["unchanged"] >= 8, "what the other one wrote was not read again"
    assert done["unchanged"] + done["added"] == CASES
    assert contents(shelf.store.path) == never_disturbed(shelf, tmp_path)


def test_whoever_comes_first_does_it(shelf: Shelf, tmp_path: Path) -> None:
    """Two are started at one moment, again and again, from nothing and after a change."""
    endings: list[str] = []
    for race in range(RACES):
        if race % 2 == 0:
            shutil.rmtree(shelf.store.folder, ignore_errors=True)
        write_case(shelf.cases / "000", bundle(title=f"Race {race}"))
        both = [started("refresh", "--json") for _ in range(2)]
        said = [json.loads(one.communicate(timeout=60)[0])["ending"] for one in both]
        assert set(said) <= {"done", "busy"}
        assert "done" in said
        endings += said
        assert f"Race {race}" in shelf.titles()
        assert contents(shelf.store.path) == never_disturbed(shelf, tmp_path)
        shutil.rmtree(tmp_path / "other")
    assert len(endings) == 2 * RACES
