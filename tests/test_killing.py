"""Programs are killed where they are meant to be, and their death is checked."""

from pathlib import Path

import pytest

from tests.killing import (
    Death,
    kill_at_random,
    killed_after,
    moments,
    python_program,
    seconds_of,
)

COUNTING = """
import sys, time
from pathlib import Path
print("before", flush=True)
print("ready", flush=True)
for number in range(20):
    Path(sys.argv[1]).write_text(str(number))
    time.sleep(0.02)
print("done", flush=True)
"""

ASKING = """
import os
print("measured by:", [name for name in os.environ if "COVERAGE" in name], flush=True)
print("ready", flush=True)
"""


def test_a_program_is_killed_in_the_midst_of_its_work(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    death = killed_after(python_program(COUNTING, str(mark)), 0.1)
    assert death.killed
    assert (death.output, death.errors) == ("before\n", "")
    assert 0 <= int(mark.read_text()) < 19


def test_a_program_that_is_done_before_is_not_killed(tmp_path: Path) -> None:
    death = killed_after(python_program(COUNTING, str(tmp_path / "mark")), 30)
    assert not death.killed
    assert death.output == "before\ndone\n"


def test_a_program_that_fails_by_itself_is_no_death(tmp_path: Path) -> None:
    failing = python_program("print('ready', flush=True); raise SystemExit('no good')")
    with pytest.raises(AssertionError, match="no good"):
        killed_after(failing, 30)
    with pytest.raises(AssertionError, match="no good"):
        seconds_of(failing)


def test_a_program_that_is_never_ready_is_told() -> None:
    with pytest.raises(AssertionError, match="before it was ready"):
        killed_after(python_program("raise SystemExit('no start')"), 1)


def test_time_is_taken_from_ready_on() -> None:
    slow = "import time; time.sleep(0.5); print('ready', flush=True); time.sleep(0.05)"
    assert seconds_of(python_program(slow)) < 0.5


def test_each_death_is_prepared_and_checked(tmp_path: Path) -> None:
    seen: list[object] = []
    deaths = kill_at_random(
        python_program(COUNTING, str(tmp_path / "mark")),
        seen.append,
        kills=3,
        seed=1,
        prepare=lambda: seen.append("prepared"),
    )
    assert seen[0] == "prepared", "before the run that is measured"
    assert seen[1::2] == ["prepared"] * 3
    assert seen[2::2] == deaths
    assert [death.number for death in deaths] == [0, 1, 2]
    assert all(isinstance(death, Death) for death in deaths)
    assert any(death.killed for death in deaths)


def test_moments_are_spread_over_the_whole_run_and_come_again() -> None:
    found = moments(10, 5.0, seed=3)
    assert found == moments(10, 5.0, seed=3)
    assert found != moments(10, 5.0, seed=4)
    assert [int(moment / 0.5) for moment in sorted(found)] == list(range(10))
    assert found != sorted(found)


def test_a_program_that_may_be_killed_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERAGE_PROCESS_START", "/nowhere")
    death = killed_after(python_program(ASKING), 30)
    assert death.output == "measured by: []\n"
