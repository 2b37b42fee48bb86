"""Search in a case.

A case of 100,000 records, asked letter by letter, and a document of 5 MB. The peers are a bare
scan of the same folded texts for the same words, and ripgrep over the case file.
"""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from caseviewer.bundle.quiet import collector_off
from caseviewer.documents.opening import begin
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_documents
from caseviewer.search.slices import at_once
from tests import generator_documents
from tests.benchmarks.conftest import SEED, CaseFile
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench, in_turn, timed

RECORDS = 100_000
TYPED = ("detainees", "register of the prison", "kazakh", "committee", "zhovtis")
ASKED = ("party:P2", "kind:event prison", "before:2011 prison", "standing:alleged", "source:S1")
"""Asked once each: conditions are looked up when they are first met."""


@pytest.fixture(scope="module")
def path(case_file: CaseFile) -> Path:
    """A case of 100,000 records."""
    return case_file(RECORDS)


@pytest.fixture(scope="module")
def search(path: Path) -> CaseSearch:
    """The search over it, ready."""
    with collector_off(freeze=True):
        made = CaseSearch(begin(path).opened)
        at_once(made.prepare())
    return made


def keys() -> list[str]:
    """What stands in the field after each key."""
    return [word[:end] for word in TYPED for end in range(1, len(word) + 1)]


def test_preparing(bench: Bench, path: Path) -> None:
    opened = begin(path).opened
    with collector_off():
        spent: list[float] = []
        slices = CaseSearch(opened).prepare()
        done = object()
        last: object = None
        while last is not done:
            start = time.perf_counter()
            last = next(slices, done)
            spent.append(time.perf_counter() - start)
        worst = max(spent)
        reading = timed(lambda: begin(path))
    bench.keep([sum(spent)])
    note = f"{sum(spent):.1f} s; once, behind the window"
    bench.tell("making ready ÷ reading the case", sum(spent) / reading, "×", note=note)
    bench.tell("making ready, longest slice", worst * 1000, "ms")


def test_typing(bench: Bench, search: CaseSearch, path: Path) -> None:
    texts = search._records.texts
    ours, bare = [], []
    for typed in keys():
        needles = [f" {word}" for word in typed.split()]
        one, other = in_turn(
            1,
            lambda typed=typed: timed(lambda: search.find(typed)),  # type: ignore[misc]
            lambda needles=needles: timed(  # type: ignore[misc]
                lambda: [row for row, text in enumerate(texts) if all(n in text for n in needles)]
            ),
        )
        ours += one
        bare += other
    bench.keep(ours)
    note = f"a bare scan {middle(bare) * 1000:.0f} ms, {middle(ours) / middle(bare):.2f} × that"
    bench.tell("a key, all that it finds, middle", middle(ours) * 1000, "ms", goal=30, note=note)
    bench.tell("a key, p95", share(ours, 0.95) * 1000, "ms")
    bench.tell("a key, worst", max(ours) * 1000, "ms", goal=120, note="the first key of all")


def test_against_ripgrep(bench: Bench, search: CaseSearch, path: Path) -> None:
    if shutil.which("rg") is None:
        bench.leave_out("ripgrep is not installed.")
        pytest.skip("ripgrep is not installed")

    def ripgrep(word: str) -> None:
        command = ["rg", "--count-matches", "--ignore-case", "--fixed-strings", word, str(path)]
        subprocess.run(command, capture_output=True, check=False)

    def all_by_ripgrep() -> None:
        for word in words:
            ripgrep(word)

    words = [typed.split()[0] for typed in TYPED]
    ours, theirs = in_turn(
        5,
        lambda: timed(lambda: [search.find(f"{word} ") for word in words]) / len(words),
        lambda: timed(all_by_ripgrep) / len(words),
    )
    bench.keep(ours)
    note = f"{middle(theirs) * 1000:.0f} ms against {middle(ours) * 1000:.1f} ms; ours is ready"
    bench.tell("ripgrep over the case file ÷ a word again", middle(theirs) / middle(ours), "×",
               note=note)  # fmt: skip


def test_conditions(bench: Bench, search: CaseSearch) -> None:
    first = [timed(lambda typed=typed: search.find(typed)) for typed in ASKED]  # type: ignore[misc]
    again = [timed(lambda typed=typed: search.find(typed)) for typed in ASKED]  # type: ignore[misc]
    bench.keep(first)
    for typed, taken, later in zip(ASKED, first, again, strict=True):
        note = f"again {later * 1000:.0f} ms; in slices"
        bench.tell(f"“{typed}”, first time", taken * 1000, "ms", note=note)


def test_near_words(bench: Bench, search: CaseSearch) -> None:
    taken = [timed(lambda: search.find("detaineex")) for _ in range(5)]
    bench.keep(taken)
    bench.tell("a word that stands nowhere", middle(taken) * 1000, "ms", goal=60)


def test_hits(bench: Bench, search: CaseSearch) -> None:
    found = search.find("prison")
    taken = [timed(lambda at=at: search.hit(found, at)) for at in range(500)]  # type: ignore[misc]
    bench.keep(taken)
    note = f"p95 {share(taken, 0.95) * 1e6:.0f} µs"
    bench.tell("a hit with its words", middle(taken) * 1e6, "µs", goal=500, note=note)


def test_document(bench: Bench, tmp_path: Path) -> None:
    folder = generator_documents.write(
        tmp_path / "case", SEED, "txt", documents=1, pages=1_600, passages=400
    )
    opened = begin(folder).opened
    search = CaseSearch(opened)
    reading = timed(lambda: search.add_documents(read_documents(opened, {}, lambda: False)))
    search.find("x")
    folded = next(iter(search._documents.values())).document.blocks.folded
    ours, bare = in_turn(
        1,
        lambda: middle([timed(lambda typed=typed: search.find(typed)) for typed in keys()]),  # type: ignore[misc]
        lambda: middle([timed(lambda typed=typed: folded.count(f" {typed}")) for typed in keys()]),  # type: ignore[misc]
    )
    bench.keep(ours)
    note = f"counting in the folded text {bare[0] * 1000:.1f} ms"
    bench.tell("a text of 5 MB: a key", ours[0] * 1000, "ms", goal=30, note=note)
    bench.tell("a text of 5 MB: reading and folding", reading * 1000, "ms")
