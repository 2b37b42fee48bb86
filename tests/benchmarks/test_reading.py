"""Reading.

The peer is `orjson.loads` of the same bytes, in the same process and in turn. Memory is
measured in fresh processes, above what the process had before.
"""

import json
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import orjson
import pytest

from caseviewer.bundle.quiet import collector_off
from caseviewer.bundle.reader import read
from caseviewer.bundle.report import Report
from caseviewer.bundle.structure import RecordReader
from caseviewer.model.references import Kind
from tests.benchmarks.conftest import CaseFile
from tests.benchmarks.figures import middle
from tests.benchmarks.measuring import Bench, Run, in_turn, run, timed

SIZES = pytest.mark.parametrize(("records", "rounds"), [(1_000, 20), (10_000, 7), (100_000, 3)])


@SIZES
def test_whole_reading(bench: Bench, case_file: CaseFile, records: int, rounds: int) -> None:
    path = case_file(records)
    data = path.read_bytes()
    ours, theirs, library = in_turn(
        rounds,
        lambda: timed(lambda: read(path)),
        lambda: _without_collector(lambda: orjson.loads(data)),
        lambda: _without_collector(lambda: json.loads(data)),
    )
    bench.keep(ours)
    note = f"{_ms(ours)} against {_ms(theirs)}; the standard library's json {_ms(library)}"
    ratio = middle(ours) / middle(theirs)
    bench.tell(f"{records:,} records: whole reading ÷ orjson", ratio, "×", note=note)


@SIZES
def test_validation(bench: Bench, case_file: CaseFile, records: int, rounds: int) -> None:
    data = case_file(records).read_bytes()
    theirs: list[float] = []
    ours: list[float] = []
    for _ in range(rounds + 1):
        with collector_off():
            start = time.perf_counter()
            plain = orjson.loads(data)
            theirs.append(time.perf_counter() - start)
            ours.append(timed(partial(_validate, plain)))
            del plain
    bench.keep(ours[1:])
    ratio = middle(ours[1:]) / middle(theirs[1:])
    note = f"{_ms(ours[1:])} against {_ms(theirs[1:])}"
    bench.tell(f"{records:,} records: validation ÷ orjson", ratio, "×", goal=2.5, note=note)


@SIZES
def test_memory(bench: Bench, case_file: CaseFile, records: int, rounds: int) -> None:
    path = case_file(records)
    ours, theirs = _memory("ours", path), _memory("orjson", path)
    if ours is None or theirs is None:
        bench.leave_out("Memory of reading: this system does not tell it.")
        pytest.skip("this system does not tell how much memory a process uses")
    bench.keep([0.0])
    note = f"kept {ours[1]:.1f} ×; orjson at most {theirs[0]:.1f} ×, kept {theirs[1]:.1f} ×"
    what = f"{records:,} records: most memory ÷ size of the file"
    bench.tell(what, ours[0], "×", goal=5.5, note=note)


@SIZES
def test_window_while_opening(
    bench: Bench, case_file: CaseFile, records: int, rounds: int, home: Path
) -> None:
    path = case_file(records)
    runs = [_opened_anew(path, home) for _ in range(min(rounds, 3))]
    bench.keep([one.values["idle"] for one in runs])
    for phase, words in _PHASES.items():
        longest = [one.values[phase] for one in runs]
        blocks = middle([one.values.get(f"{phase}_blocks", longest[0] > 0.016) for one in runs])
        what = f"{records:,} records: window blocked {words}"
        note = f"{blocks:.0f} times for more than 16 ms"
        bench.tell(what, middle(longest) * 1000, "ms", goal=16, note=note)
    _tell_times(bench, records, [one.values for one in runs], _validation_time(path))


def _opened_anew(path: Path, home: Path) -> Run:
    """An opening by somebody who has opened nothing before: no tab is remembered."""
    for left in home.iterdir():
        shutil.rmtree(left)
    return run("opening", str(path))


_PHASES = {
    "loading": "by loading the program behind the first painting",
    "reading": "while reading",
    "showing": "while showing the case",
    "list": "while showing the chronology",
}


def _tell_times(
    bench: Bench, records: int, runs: list[dict[str, float]], validation: float
) -> None:
    for mark, words in (("painted", "case painted"), ("idle", "on screen and idle")):
        seconds = middle([values[mark] for values in runs])
        bench.tell(f"{records:,} records: {words}", seconds * 1000, "ms", note=_PEERS)
    painted = middle([values["painted"] for values in runs])
    what = f"{records:,} records: case painted ÷ whole validation"
    bench.tell(what, painted / validation, "×", goal=0.15 if records >= 100_000 else None)
    bench.leave_out("Other programs that open as many records (gramps, tellico): none is asked.")


_PEERS = "from the first painting of the window on"


def _memory(who: str, path: Path) -> tuple[float, float] | None:
    """At most, and kept: as multiples of the file's size. None where it is not told."""
    found = run("reading", who, str(path)).values
    if not found["most"]:
        return None
    size = path.stat().st_size / 1024
    return (found["most"] - found["before"]) / size, (found["kept"] - found["before"]) / size


def _validate(plain: dict[str, list[object]]) -> RecordReader:
    reader = RecordReader(Report(), lambda remark: remark, lambda _: None)
    for kind in Kind:
        reader.read(kind, plain[kind.value])
    return reader


def _validation_time(path: Path) -> float:
    plain = orjson.loads(path.read_bytes())
    return _without_collector(partial(_validate, plain))


def _without_collector(step: Callable[[], object]) -> float:
    with collector_off():
        return timed(step)


def _ms(samples: list[float]) -> str:
    return f"{middle(samples) * 1000:,.1f} ms"
