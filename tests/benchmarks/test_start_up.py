"""Starting.

*c* is a window of PySide6 with an empty tab widget, from the start of its process to its
first painting. Both sides start in fresh processes, in turn.
"""

from tests.benchmarks.figures import middle
from tests.benchmarks.measuring import ROOT, Bench, Run, run

ROUNDS = 15
SAMPLE = ROOT / "cases" / "abdussamatov-v-kazakhstan"


def _bare() -> Run:
    return run("bare_window")


def _ours() -> Run:
    return run("our_window", str(SAMPLE))


def test_first_painting(bench: Bench) -> None:
    _bare()
    _ours()  # both once for the caches of the system
    rounds = [(_bare(), _ours()) for _ in range(ROUNDS)]
    bare = middle([theirs.painted("painted") for theirs, _ in rounds])
    shell = middle([ours.painted("painted") for _, ours in rounds])
    case = middle([ours.painted("case") for _, ours in rounds])
    bench.keep([ours.painted("case") for _, ours in rounds])
    bench.tell("*c*: bare window painted", bare * 1000, "ms", note=f"middle of {ROUNDS} starts")
    bench.tell("window painted", shell / bare, "c", goal=0.95, note=f"{shell * 1000:.0f} ms")
    bench.tell("first sample on screen", case / bare, "c", goal=1.45, note=f"{case * 1000:.0f} ms")
    _tell_memory(bench, rounds)


def _tell_memory(bench: Bench, rounds: list[tuple[Run, Run]]) -> None:
    bare = middle([theirs.values["pss"] for theirs, _ in rounds])
    ours = middle([run.values["pss"] for _, run in rounds])
    if not bare:
        bench.leave_out("Memory of a small case: this system does not tell it.")
        return
    note = f"{ours / 1000:.0f} MB against {bare / 1000:.0f} MB, shared memory counted in part"
    bench.tell("memory of the first sample ÷ bare window", ours / bare, "×", goal=1.4, note=note)
