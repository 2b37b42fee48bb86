"""Processes share the jobs; one that dies costs one case, and is told."""

import sys
import time
from collections import Counter, deque
from contextlib import closing
from pathlib import Path

import pytest

from caseviewer.search.library import crew
from caseviewer.search.library.crew import Crew, CrewError
from caseviewer.search.library.entries import Entry, Job, Outcome, entry_of
from tests.search.library.kit import go_on, write_cases

JOBS = [Job(f"/cases/{at}") for at in range(12)]

ANSWERING = """
import os, sys, time
sys.path.insert(0, os.getcwd())
from caseviewer.search.library.entries import Entry, Job, Outcome
for line in sys.stdin.buffer:
    job = Job.from_line(line)
    {deed}
    sys.stdout.buffer.write(Entry(Outcome.READ, job.path).to_bytes())
    sys.stdout.buffer.flush()
"""


def answering(deed: str = "pass") -> list[str]:
    """A process that answers each job at once, after some deed."""
    return [sys.executable, "-c", ANSWERING.format(deed=deed)]


def answered(command: list[str], count: int = 2) -> list[tuple[Job, Entry]]:
    return list(Crew(count, command).entries(JOBS, go_on))


def test_cases_are_read_as_this_process_would(tmp_path: Path) -> None:
    jobs = [Job(str(path)) for path in write_cases(tmp_path, 5)]
    found = dict(Crew(2).entries(jobs, go_on))
    assert found == {job: entry_of(job, lambda: False) for job in jobs}


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_job_is_answered_once(count: int) -> None:
    found = answered(answering(), count)
    assert Counter(job for job, _ in found) == Counter(JOBS)
    assert all(entry.fault == job.path for job, entry in found)


def test_no_jobs_need_no_process() -> None:
    assert list(Crew(2, ["/no/such/program"]).entries([], go_on)) == []


@pytest.mark.parametrize(
    "deed",
    [
        "job.path == '/cases/5' and os._exit(3)",
        "job.path == '/cases/5' and os.kill(os.getpid(), 9)",
        "job.path == '/cases/5' and sys.stdout.buffer.write(b'no entry\\n')",
        "job.path == '/cases/5' and (os.write(1, b'{'), os._exit(0))",
    ],
)
def test_a_death_costs_one_case(deed: str) -> None:
    found = answered(answering(deed))
    assert Counter(job for job, _ in found) == Counter(JOBS)
    broken = {job.path: entry for job, entry in found if entry.outcome is Outcome.BROKEN}
    assert list(broken) == ["/cases/5"]
    assert "broke down" in broken["/cases/5"].fault


def test_a_process_that_ends_before_it_is_given_a_job_is_a_death_too() -> None:
    found = answered([sys.executable, "-c", "raise SystemExit"], 1)
    assert all(entry.outcome is Outcome.BROKEN for _, entry in found)
    assert len(found) == len(JOBS)


def test_too_many_deaths_end_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_MOST_DEATHS", 3)
    with pytest.raises(CrewError, match="broke down 4 times"):
        answered(answering("os._exit(1)"))


def test_a_process_that_cannot_be_started_is_told() -> None:
    with pytest.raises(CrewError, match="could not be started: No such file"):
        answered(["/no/such/program"])


def test_the_work_can_be_given_up_while_a_case_is_read() -> None:
    began = time.monotonic()
    left = iter(range(3))
    found = list(
        Crew(2, answering("time.sleep(60)")).entries(JOBS, lambda: next(left, None) is not None)
    )
    assert found == []
    assert time.monotonic() - began < 30


def test_the_work_can_be_given_up_while_entries_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_WAITING", 1)
    with closing(Crew(2, answering()).entries(JOBS, go_on)) as entries:
        next(entries)
        time.sleep(0.5)


def test_a_process_that_is_started_as_the_work_ends_is_ended() -> None:
    team = Crew(1, answering())
    team._over = True
    process = team._started()
    assert process.wait(30) == -9
    for stream in crew._streams(process):
        stream.close()


def test_a_death_at_the_end_of_the_work_is_no_fault() -> None:
    team = Crew(1, answering())
    team._buried(deque())
    team._over = True
    team._buried(deque([JOBS[0]]))
    assert team._results.empty()
