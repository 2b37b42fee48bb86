"""The library: an index of 10,000 bundles of 30 KB, its refresh, and searching it.

The peers are recoll, which indexes the same files as plain text, and ripgrep, which has no index.
Both know words alone; ours reads each case as a window does, with its checks, dates and deadlines.
The bundles are made once from the seed and kept in build/.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caseviewer.documents.opening import begin
from caseviewer.search.library.entries import Job, entry_of
from caseviewer.search.library.library import Library
from caseviewer.search.library.store import user_store
from tests import generator
from tests.benchmarks.conftest import SEED
from tests.benchmarks.figures import middle
from tests.benchmarks.measuring import ROOT, Bench, in_turn, run, timed

BUNDLES = int(os.environ.get("LIBRARY_BUNDLES", "10000"))
RECORDS = 80
CHANGED = BUNDLES // 100
IN_A_FOLDER = 500
SAMPLE = 300

RARE, FREQUENT, TWO = "quokka7", "border", "border judge"
"""A word that stands in each hundredth bundle, one that stands in all, and two of these."""


def made(at: int, revision: int = 0) -> bytes:
    """A bundle that differs from all others, and from its other revisions."""
    value = generator.bundle(RECORDS, SEED + at)
    value["title"] = f"The case of {value['parties'][0]['name']}, file {at}"
    value["compiled"]["revision"] = str(revision)
    value["gaps"][0]["missing"] += f" The file of quokka{at % 100} is not here."
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.fixture(scope="module")
def cases() -> Path:
    """The folder of the bundles, as they were before any of them changed."""
    folder = ROOT / "build" / f"library-{BUNDLES}-{SEED}"
    if not folder.exists():
        making = folder.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        for at in range(BUNDLES):
            path = making / f"{at // IN_A_FOLDER:03}" / f"{at:05}" / "case.json"
            path.parent.mkdir(parents=True)
            path.write_bytes(made(at))
        making.rename(folder)
    change(folder, 0)
    return folder


def change(folder: Path, revision: int) -> None:
    """Write each hundredth bundle anew."""
    for at in range(0, BUNDLES, BUNDLES // CHANGED):
        path = folder / f"{at // IN_A_FOLDER:03}" / f"{at:05}" / "case.json"
        path.write_bytes(made(at, revision))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


class Recoll:
    """recoll with a configuration of its own, for plain text."""

    def __init__(self, folder: Path, cases: Path) -> None:
        self.folder = folder
        (folder / "recoll.conf").write_text(f"topdirs = {cases}\nnoaspell = 1\n")
        (folder / "mimemap").write_text(".json = text/plain\n")

    def index(self, *options: str) -> float:
        return timed(lambda: self._run("recollindex", *options))

    def query(self, words: str) -> float:
        return timed(lambda: self._run("recollq", "-n", "50", words))

    def _run(self, program: str, *arguments: str) -> None:
        env = {**os.environ, "HOME": str(self.folder)}
        command = [program, "-c", str(self.folder), *arguments]
        subprocess.run(command, env=env, check=True, capture_output=True)


@pytest.fixture(scope="module")
def recoll(tmp_path_factory: pytest.TempPathFactory, cases: Path) -> Recoll | None:
    if shutil.which("recollindex") is None:
        return None
    return Recoll(tmp_path_factory.mktemp("recoll"), cases)


def refreshed(index: Path, cases: Path) -> dict[str, float]:
    return run("indexing", str(index), str(cases)).values


def test_one_bundle(bench: Bench, cases: Path) -> None:
    paths = [str(path) for path in sorted(cases.rglob("case.json"))[:SAMPLE]]
    for path in paths[:20]:
        entry_of(Job(path), lambda: False)
    opening = timed(lambda: [begin(path) for path in paths]) / len(paths)
    reading = timed(lambda: [entry_of(Job(path), lambda: False) for path in paths]) / len(paths)
    size = sum(os.path.getsize(path) for path in paths) / len(paths)  # noqa: PTH202
    bench.keep([opening, reading])
    note = f"{size / 1000:.0f} KB, {RECORDS} records"
    bench.tell("one bundle: opening it, with all its checks", opening * 1000, "ms", note=note)
    what = "one bundle: all that goes into the index, opening included"
    bench.tell(what, reading * 1000, "ms")


def test_first_index(bench: Bench, cases: Path, index: Path, recoll: Recoll | None) -> None:
    values = refreshed(index, cases)
    assert values["read"] == BUNDLES
    bench.keep([values["seconds"]])
    note = f"{values['seconds'] / BUNDLES * 1000:.2f} ms a bundle, two processes read"
    bench.tell(f"{BUNDLES:,} bundles: first index", values["seconds"], "s", note=note)
    note = f"each of the processes that read {values['others']:.0f} MB"
    bench.tell("most memory of the program that writes", values["own"], "MB", note=note)
    given = sum(path.stat().st_size for path in cases.rglob("case.json"))
    size = user_store(index).size()
    note = f"{size / 1e6:,.0f} MB for {given / 1e6:,.0f} MB of bundles"
    bench.tell("index ÷ size of the bundles", size / given, "×", note=note)
    if recoll is None:
        bench.leave_out("recoll is not installed: its time for the same bundles")
        return
    theirs = recoll.index("-z")
    note = f"recoll {theirs:,.1f} s; it knows words alone"
    ratio = values["seconds"] / theirs
    bench.tell("first index ÷ recoll", ratio, "×", goal=round(1 / 15, 3), note=note)


def test_refresh(bench: Bench, cases: Path, index: Path, recoll: Recoll | None) -> None:
    refreshed(index, cases)  # the folders are at rest now
    revisions = iter(range(1, 100))
    unchanged = [refreshed(index, cases)["seconds"] for _ in range(5)]
    bench.keep(unchanged)
    bench.tell("refresh, nothing changed", middle(unchanged) * 1000, "ms")
    if recoll is not None:
        recoll.index()
        theirs = [recoll.index() for _ in range(3)]
        ours = [run("indexing", str(index), str(cases)).at["seconds"] for _ in range(3)]
        note = f"as programs: {middle(ours) * 1000:,.0f} against {middle(theirs) * 1000:,.0f} ms"
        ratio = middle(ours) / middle(theirs)
        bench.tell("refresh, nothing changed ÷ recoll", ratio, "×", goal=round(1 / 3, 3), note=note)
    some: list[float] = []
    for _ in range(3):
        change(cases, next(revisions))
        values = refreshed(index, cases)
        assert values["read"] == len(range(0, BUNDLES, BUNDLES // CHANGED))
        some.append(values["seconds"])
    bench.tell(f"refresh, {CHANGED} bundles changed", middle(some) * 1000, "ms")


@pytest.fixture(scope="module")
def library(
    index: Path, cases: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    library = Library(tmp_path_factory.mktemp("settings"), index)
    assert library.add_folder(cases) == ""
    refreshed(index, cases)
    yield library
    library.close()


def test_query(bench: Bench, library: Library, cases: Path, recoll: Recoll | None) -> None:
    for words in (RARE, FREQUENT, TWO):
        assert library.search(words).cases
    sides: list[Callable[[], float]] = [
        lambda: timed(lambda: library.search(RARE)),
        lambda: timed(lambda: library.search(FREQUENT)),
        lambda: timed(lambda: library.search(TWO)),
    ]
    if shutil.which("rg"):
        command = ["rg", "--files-with-matches", RARE, str(cases)]
        sides.append(lambda: timed(lambda: subprocess.run(command, capture_output=True)))  # noqa: PLW1510
    else:
        bench.leave_out("ripgrep is not installed: its time for a query")
    rare, frequent, two, *ripgrep = in_turn(9, *sides)
    bench.keep(rare)
    note = f"{BUNDLES // 100:,} cases; with snippets and counts"
    bench.tell("query, a rare word, the first 50 hits", middle(rare) * 1000, "ms", note=note)
    what = "query, a word of every case, ranked, the first 50 hits"
    bench.tell(what, middle(frequent) * 1000, "ms", goal=30)
    what = "query, two such words in one record, ranked, with all counts"
    bench.tell(what, middle(two) * 1000, "ms")
    if ripgrep:
        note = f"ripgrep {middle(ripgrep[0]) * 1000:,.0f} ms, which names files alone"
        ratio = middle(rare) / middle(ripgrep[0])
        bench.tell("query, a rare word ÷ ripgrep", ratio, "×", goal=0.02, note=note)
    if recoll is not None:
        theirs = middle([recoll.query(RARE) for _ in range(5)])
        bench.tell("the same ÷ recoll", middle(rare) / theirs, "×", note=f"{theirs * 1000:.0f} ms")


def test_list(bench: Bench, library: Library) -> None:
    samples = []
    for _ in range(5):
        library.close()
        samples.append(timed(library.cases))
    bench.keep(samples)
    bench.tell(f"the list of {BUNDLES:,} cases, read anew", middle(samples) * 1000, "ms")
    again = middle([timed(library.cases) for _ in range(5)])
    bench.tell("the same while the index stays as it is", again * 1000, "ms")
