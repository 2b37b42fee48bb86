"""The review: what the program finds by itself in 10,000 and 100,000 records.

The peer is reading the same bundle: what a reader waits for in any case. A hostile case is one in
which every party is called alike and every word is near to a name.
"""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest

from caseviewer.bundle.quiet import collector_off
from caseviewer.documents.opening import begin
from caseviewer.formatting.review_table import review_table
from caseviewer.model.opened import OpenedCase
from caseviewer.review.reviewing import review
from tests import generator
from tests.benchmarks.conftest import SEED
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench, in_turn, timed

ROUNDS = {10_000: 7, 100_000: 3}
GOAL = {10_000: 1.0, 100_000: 1.0}


@pytest.fixture(scope="module", params=ROUNDS, ids=lambda records: f"{records:,}")
def records(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture(scope="module")
def path(records: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("review") / "case.json"
    made.write_bytes(generator.data(records, SEED))
    return made


def test_review(bench: Bench, path: Path, records: int) -> None:
    opened = begin(path).opened
    opened.index.mentions("")  # made ready before a case is shown
    ours, theirs = in_turn(
        ROUNDS[records], lambda: _reviewed(opened), lambda: timed(lambda: begin(path))
    )
    bench.keep(ours)
    note = f"{middle(ours) * 1000:,.0f} ms against {middle(theirs) * 1000:,.0f} ms"
    ratio = middle(ours) / middle(theirs)
    what = f"{records:,} records: review ÷ reading the file"
    bench.tell(what, ratio, "×", goal=GOAL[records], note=note)


def test_others_have_their_turn(bench: Bench, path: Path, records: int) -> None:
    opened = begin(path).opened
    opened.index.mentions("")
    turns = [time.perf_counter()]
    with collector_off():  # as in the window, where what was read is frozen
        review(opened.case, opened.index, lambda: turns.append(time.perf_counter()))
    waits = [after - before for before, after in pairwise(turns)]
    bench.keep(waits[:1000])
    note = f"{len(waits):,} turns, 99 of 100 within {share(waits, 0.99) * 1000:.1f} ms"
    bench.tell(f"{records:,} records: longest wait for a turn", max(waits) * 1000, "ms", note=note)


def test_list(bench: Bench, path: Path, records: int) -> None:
    opening = begin(path)
    opened = opening.check()
    samples = [timed(lambda: review_table(opened)) for _ in range(5)]
    bench.keep(samples)
    rows = len(review_table(opened).rows)
    what = f"{records:,} records: the list of the review, {rows:,} rows"
    bench.tell(what, middle(samples) * 1000, "ms")


def test_hostile(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(_alike(20_000))
    opened = begin(path).opened
    opened.index.mentions("")
    ours, theirs = in_turn(3, lambda: _reviewed(opened), lambda: timed(lambda: begin(path)))
    bench.keep(ours)
    note = f"{middle(ours) * 1000:,.0f} ms against {middle(theirs) * 1000:,.0f} ms"
    ratio = middle(ours) / middle(theirs)
    bench.tell("20,000 names that are all alike: review ÷ reading the file", ratio, "×", note=note)


def _reviewed(opened: OpenedCase) -> float:
    with collector_off():
        return timed(lambda: review(opened.case, opened.index))


def _alike(count: int) -> bytes:
    """Half parties, half events; each name and each word starts and ends alike."""
    value = generator.bundle(9, SEED)
    words = [f"Abc{_letters(at)}xyz" for at in range(count)]
    value["parties"] += [
        {"id": f"n{at}", "kind": "state", "identity": "named", "name": word}
        for at, word in enumerate(words[: count // 2])
    ]
    value["chronology"] += [
        {"id": f"w{at}", "kind": "other", "title": f"{word}q {word}", "standing": "alleged"}
        for at, word in enumerate(words[count // 2 :])
    ]
    return json.dumps(value).encode()


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))
