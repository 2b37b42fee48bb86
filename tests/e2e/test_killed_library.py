"""The library's refresh is killed at any moment, and nothing is lost or made up by that."""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.builders import bundle
from tests.killing import Death, kill_at_random, python_program
from tests.search.library.kit import Shelf, contents, write_case, write_cases

KILLS = int(os.environ.get("KILLS", "100"))
"""How often the three tests kill in all."""

CASES = 16

REFRESH = """
import subprocess, sys
from pathlib import Path
from caseviewer.search.library import crew, refreshing
from caseviewer.search.library.settings import Decided
from caseviewer.search.library.store import user_store

class Told(subprocess.Popen):
    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        print(self.pid, flush=True)

crew.subprocess.Popen = Told
refreshing._BATCH_SECONDS = 0.004  # many transactions, as a large library has
refreshing._FEW_BYTES = int(sys.argv[3])
store, folders = user_store(Path(sys.argv[1])), (sys.argv[2],)
print("ready", flush=True)
done = refreshing.refresh(store, Decided(folders=folders), lambda _: None, lambda: True)
assert done.ending == "done", done
"""
BY_ITSELF, BY_OTHERS = 1 << 30, -1


def command(shelf: Shelf, who: int = BY_ITSELF) -> list[str]:
    return python_program(REFRESH, str(shelf.store.folder), str(shelf.cases), str(who))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    write_cases(shelf.cases, CASES)
    return shelf


def never_killed(shelf: Shelf, tmp_path: Path) -> dict[str, Any]:
    """What a refresh tells of the cases that nothing hinders."""
    other = Shelf(tmp_path, "never killed")
    assert other.refresh().ending == "done"
    return contents(other.store.path)


def cases_left(path: Path) -> int | None:
    """How many cases an index holds after a death, which must be sound; None before it is one."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if connection.execute("PRAGMA user_version").fetchone() == (0,):
            return None
        (count,) = connection.execute("SELECT count(*) FROM files").fetchone()
    return int(count)


def test_a_first_refresh_that_is_killed_goes_on_where_it_was(shelf: Shelf, tmp_path: Path) -> None:
    """Killed again and again, the index is sound each time, and complete in the end."""
    expected = never_killed(shelf, tmp_path)
    left: list[int | None] = []
    anew = True

    def prepare() -> None:
        if anew:
            shutil.rmtree(shelf.store.folder, ignore_errors=True)

    def check(death: Death) -> None:
        nonlocal anew
        left.append(cases_left(shelf.store.path))
        anew = death.number % 3 == 2  # the refreshes between go on where one was killed
        if anew:
            assert shelf.refresh().ending == "done"
            assert contents(shelf.store.path) == expected, death

    kills = KILLS * 55 // 100
    deaths = kill_at_random(command(shelf), check, kills=kills, seed=1, prepare=prepare)
    assert sum(death.killed for death in deaths) > kills // 3
    assert any(count is not None and 0 < count < CASES for count in left), "in the midst of it"


def test_a_refresh_of_what_changed_that_is_killed_loses_nothing(
    shelf: Shelf, tmp_path: Path
) -> None:
    """Each case is told as it was or as it is, and as it is in the end."""
    assert shelf.refresh().ending == "done"
    before = tmp_path / "before"
    shutil.copytree(shelf.store.folder, before)
    for at in range(0, CASES, 2):
        write_case(shelf.cases / f"{at:03}", bundle(id=f"new-{at}", title="Changed since"))
    for at in range(1, CASES, 6):
        shutil.rmtree(shelf.cases / f"{at:03}")
    write_case(shelf.cases / "one more", bundle(title="New"))
    expected = never_killed(shelf, tmp_path)

    def prepare() -> None:
        shutil.rmtree(shelf.store.folder)
        shutil.copytree(before, shelf.store.folder)

    def check(death: Death) -> None:
        assert (cases_left(shelf.store.path) or 0) >= CASES - len(range(1, CASES, 6))
        told = set(shelf.titles())
        assert told <= {"Changed since", "New", *(f"The case of {at}" for at in range(CASES))}
        done = shelf.refresh()
        assert done.ending == "done"
        assert not done.told, "nothing was damaged"
        assert contents(shelf.store.path) == expected, death

    kills = KILLS * 35 // 100
    deaths = kill_at_random(command(shelf), check, kills=kills, seed=2, prepare=prepare)
    assert any(death.killed for death in deaths)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="tells by /proc whether a process runs")
def test_the_processes_that_read_end_with_the_one_that_is_killed(
    shelf: Shelf, tmp_path: Path
) -> None:
    expected = never_killed(shelf, tmp_path)
    readers: list[int] = []

    def check(death: Death) -> None:
        started = [int(line) for line in death.output.split()]
        readers.extend(started)
        for process in started:
            wait_for_the_end_of(process)
        assert shelf.refresh().ending == "done"
        assert contents(shelf.store.path) == expected, death

    kill_at_random(
        command(shelf, BY_OTHERS),
        check,
        kills=KILLS // 10,
        seed=3,
        prepare=lambda: shutil.rmtree(shelf.store.folder, ignore_errors=True),
    )
    assert readers


def wait_for_the_end_of(process: int) -> None:
    """Wait until a process has ended that is not ours to be waited for."""
    for _ in range(1_000):
        if not runs(process):
            return
        time.sleep(0.01)
    pytest.fail(f"{process} still runs")


def runs(process: int) -> bool:
    """Whether a process runs; one that has ended may be listed for a while."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
