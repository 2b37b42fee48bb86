"""Library.

Thousands of cases of about 30 KB (LIBRARY_CASES says how many). The peers are recoll over the
same folder, ripgrep over the same files, and orjson, which only parses them.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import orjson
import pytest

from caseviewer.search.library.library import Library
from caseviewer.search.library.store import user_store
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench, Run, in_turn, run, timed
from tests.benchmarks.shelf import COUNT, name_of, shelf, write

ROUNDS = 5
FREQUENT = "prison"
ASKED = (FREQUENT, "register of the prison", "kazakh", '"the register"', name_of(COUNT // 3))
CONDITIONS = ("kind:event prison", "before:2011 prison", "party:committee prison")


@dataclass
class Indexed:
    """The cases, our index of them and that of recoll; `first` is what making ours said."""

    cases: Path
    settings: Path
    cache: Path
    recoll: Path
    first: Run

    def ours(self, times: int = 1) -> Run:
        """Bring our index up to date in a process of its own."""
        return run("indexing", str(self.settings), str(self.cache), str(times))

    def theirs(self) -> float:
        """Bring that of recoll up to date; the seconds that it takes."""
        return timed(partial(_quietly, "recollindex", "-c", str(self.recoll)))


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    """The library, indexed once."""
    folder = tmp_path_factory.mktemp("library")
    cases = shelf()
    settings, cache, recoll = folder / "settings", folder / "cache", folder / "recoll"
    assert not Library(settings, cache).add_folder(cases)
    recoll.mkdir()
    (recoll / "recoll.conf").write_text(f"topdirs = {cases}\n", "utf-8")
    for path in cases.rglob("case.json"):
        path.read_bytes()  # both sides find the files in the memory of the system
    first = run("indexing", str(settings), str(cache), "1")
    yield Indexed(cases, settings, cache, recoll, first)
    shutil.rmtree(folder)


@pytest.fixture
def library(indexed: Indexed) -> Iterator[Library]:
    """What asks it."""
    made = Library(indexed.settings, indexed.cache)
    yield made
    made.close()


def _quietly(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=False)


def _has(bench: Bench, program: str) -> bool:
    found = shutil.which(program) is not None
    if not found:
        bench.leave_out(f"{program} is not installed.")
    return found


def test_first_index(bench: Bench, indexed: Indexed) -> None:
    ours = indexed.first.values["refreshed0"]
    assert indexed.first.values["added"] == COUNT
    files = list(indexed.cases.rglob("case.json"))
    size = sum(path.stat().st_size for path in files)
    parsing = timed(lambda: [orjson.loads(path.read_bytes()) for path in files])
    bench.keep([ours])
    per_case = f"{ours / COUNT * 1e3:.2f} ms each, by two processes"
    bench.tell(f"{COUNT:,} cases, {size >> 20} MB: first index", ours, "s", note=per_case)
    bench.tell("first index ÷ parsing alone", ours / parsing, "×", note=f"orjson {parsing:.1f} s")
    bench.tell("index ÷ size of the files", user_store(indexed.cache).size() / size, "×")
    _tell_memory(bench, indexed.first)
    if _has(bench, "recollindex"):
        theirs = indexed.theirs()
        bench.tell("first index ÷ recoll", ours / theirs, "×", goal=1 / 15,
                   note=f"recoll {theirs:.1f} s")  # fmt: skip
        taken = sum(one.stat().st_size for one in indexed.recoll.rglob("*") if one.is_file())
        bench.tell("recoll’s index ÷ size of the files", taken / size, "×")


def _tell_memory(bench: Bench, first: Run) -> None:
    if not first.values["most"]:
        bench.leave_out("Memory of the first index: this system does not tell it.")
        return
    note = f"and {first.values['reader'] / 1024:.0f} MB in each of two that read"
    bench.tell("most memory of the process that writes", first.values["most"] / 1024, "MB",
               note=note)  # fmt: skip


def test_nothing_changed(bench: Bench, indexed: Indexed) -> None:
    done = indexed.ours(ROUNDS)
    ours = [done.values[f"refreshed{at}"] for at in range(ROUNDS)]
    walking = timed(lambda: [os.lstat(path) for path in indexed.cases.rglob("case.json")])
    bench.keep(ours)
    note = f"walking by pathlib alone {walking * 1e3:.0f} ms"
    bench.tell("nothing changed: refresh", middle(ours) * 1e3, "ms", note=note)
    if _has(bench, "recollindex"):
        indexed.theirs()
        theirs = [indexed.theirs() for _ in range(ROUNDS)]
        bench.tell("nothing changed: refresh ÷ recoll", middle(ours) / middle(theirs), "×",
                   goal=1 / 3, note=f"recoll {middle(theirs) * 1e3:.0f} ms")  # fmt: skip


def test_some_changed(bench: Bench, indexed: Indexed) -> None:
    some = range(0, COUNT, 100)
    for number in some:
        write(indexed.cases, number, revision=time.time_ns())
    done = indexed.ours()
    assert done.values["changed"] == len(some)
    ours = done.values["refreshed0"]
    bench.keep([ours])
    note = f"{len(some)} cases, {ours / len(some) * 1e3:.1f} ms each"
    bench.tell("1 % changed: refresh", ours * 1e3, "ms", note=note)
    if _has(bench, "recollindex"):
        theirs = indexed.theirs()
        bench.tell("1 % changed: refresh ÷ recoll", ours / theirs, "×",
                   note=f"recoll {theirs:.2f} s")  # fmt: skip


def test_asking(bench: Bench, library: Library) -> None:
    opening = timed(lambda: library.search(FREQUENT))
    listing = timed(library.cases)
    taken: list[float] = []
    for typed in ASKED:
        rounds = [timed(lambda typed=typed: library.search(typed)) for _ in range(ROUNDS)]  # type: ignore[misc]
        taken += rounds
        answer = library.search(typed)
        hits = sum(len(case.hits) for case in answer.cases)
        assert hits
        note = f"{hits} hits shown of cases in all: {answer.in_cases:,}"
        bench.tell(f"“{typed}”, ranked, first 50 hits", middle(rounds) * 1e3, "ms", goal=30,
                   note=note)  # fmt: skip
    bench.keep(taken)
    bench.tell("a question, p95", share(taken, 0.95) * 1e3, "ms")
    bench.tell("the very first question", opening * 1e3, "ms", note="reads the list of all cases")
    bench.tell("the list of all cases, again", listing * 1e3, "ms")


def test_asking_with_conditions(bench: Bench, library: Library) -> None:
    library.search(FREQUENT)
    taken = [timed(lambda typed=typed: library.search(typed)) for typed in CONDITIONS]  # type: ignore[misc]
    bench.keep(taken)
    for typed, seconds in zip(CONDITIONS, taken, strict=True):
        bench.tell(f"“{typed}”, first 50 hits", seconds * 1e3, "ms")


def test_a_bare_question(bench: Bench, library: Library) -> None:
    """What the index alone takes, without hits and their words."""
    library.search(FREQUENT)
    asked = library._asked
    assert asked is not None
    rows = "SELECT rowid FROM words WHERE words MATCH ? LIMIT 50"
    cases = "SELECT rowid FROM cases WHERE cases MATCH ? ORDER BY rank LIMIT 50"
    first, ranked = in_turn(
        ROUNDS * 5,
        lambda: timed(lambda: asked.connection.execute(rows, (FREQUENT,)).fetchall()),
        lambda: timed(lambda: asked.connection.execute(cases, (FREQUENT,)).fetchall()),
    )
    bench.keep(first)
    bench.tell("the index alone: first 50 rows", middle(first) * 1e3, "ms")
    bench.tell("the index alone: ranked, best 50 cases", middle(ranked) * 1e3, "ms", goal=30)


@pytest.mark.parametrize("typed", [FREQUENT, name_of(COUNT // 3)])
def test_against_others(bench: Bench, library: Library, indexed: Indexed, typed: str) -> None:
    library.search(typed)
    peers = {
        "ripgrep": ("rg", "--count", "--ignore-case", "--fixed-strings", typed, str(indexed.cases)),
        "recoll": ("recollq", "-c", str(indexed.recoll), "-b", "-n", "50", typed),
    }
    if shutil.which("recollindex") is not None:
        indexed.theirs()
    goals = {"ripgrep": 1 / 50, "recoll": None}
    kept: list[float] = []
    for peer, command in peers.items():
        if not _has(bench, command[0]):
            continue
        ours, theirs = in_turn(
            ROUNDS,
            lambda: timed(lambda: library.search(typed)),
            lambda command=command: timed(partial(_quietly, *command)),  # type: ignore[misc]
        )
        kept += ours
        note = f"{middle(ours) * 1e3:.1f} ms against {middle(theirs) * 1e3:.0f} ms, a process"
        bench.tell(f"“{typed}”, first 50 hits ÷ {peer}", middle(ours) / middle(theirs), "×",
                   goal=goals[peer], note=note)  # fmt: skip
    bench.keep(kept or [timed(lambda: library.search(typed))])
