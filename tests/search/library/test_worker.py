"""The process that reads cases answers each job, and ends when nobody listens."""

import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from caseviewer.search.library import worker
from caseviewer.search.library.entries import Job, Outcome, entry_of, read_entry
from caseviewer.search.library.worker import main
from tests.search.library.kit import write_cases


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """The collector as it was: a worker owns its process, and a test does not."""
    yield
    gc.unfreeze()
    gc.enable()


def test_each_job_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_BETWEEN_COLLECTIONS", 2)
    jobs = [Job(str(path)) for path in write_cases(tmp_path, 2)] + [Job("/no/such.case.json")]
    answered = io.BytesIO()
    main(io.BytesIO(b"".join(job.to_line() for job in jobs)), answered)
    answered.seek(0)
    found = [read_entry(answered) for _ in jobs]
    assert found == [entry_of(job, lambda: False) for job in jobs]
    assert [one.outcome for one in found] == [Outcome.READ, Outcome.READ, Outcome.BROKEN]
    assert answered.read() == b""


def test_it_ends_when_nobody_listens(tmp_path: Path) -> None:
    class Closed(io.BytesIO):
        tried = 0

        @override
        def write(self, _: object) -> int:
            self.tried += 1
            raise BrokenPipeError

    closed = Closed()
    jobs = b"".join(Job(str(path)).to_line() for path in write_cases(tmp_path, 2))
    main(io.BytesIO(jobs), closed)
    assert closed.tried == 1
