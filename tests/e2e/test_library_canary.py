"""A library of hostile cases: nothing in them is run, opened, contacted or changed by indexing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseviewer.bundle.container import LIMIT
from caseviewer.places import samples
from caseviewer.search.library import refreshing
from caseviewer.search.library.library import Library
from caseviewer.search.library.library_lines import answer_lines, list_lines
from caseviewer.search.library.values import Ending, Reach
from tests.builders import bundle
from tests.e2e.hostile import hostile_name, write_hostile
from tests.e2e.watching import AVAILABLE, READER, Watch, calls_to_other_machines_and_programs
from tests.search.library.kit import go_on, no_progress, write_case

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="only Linux tells that a file was opened")

HALVEK = samples()[1]


class Trap:
    """A folder with a hostile case, ways out of it, and a file that nobody may open."""

    def __init__(self, folder: Path) -> None:
        self.canary = folder / "canary.case.json"
        self.canary.write_text("a canary")
        self.cases = folder / "cases"
        self.bundle = self.cases / hostile_name()
        write_hostile(HALVEK, self.bundle, self.canary)
        (self.cases / "link.case.json").symlink_to(self.canary)
        (self.cases / "linked").symlink_to(folder)
        (self.cases / "inside").mkdir()
        (self.cases / "inside" / "case.json").symlink_to(self.canary)
        self.watch = Watch(self.canary)
        self.library = Library(folder / "settings", folder / "index")
        assert self.library.add_folder(self.cases) == ""

    def state(self) -> dict[str, tuple[int, bytes]]:
        """What lies in the bundle, and when it was last written."""
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in (self.bundle, *self.bundle.rglob("*"))
        }


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trap]:
    made = Trap(tmp_path)
    before = made.state()
    monkeypatch.chdir(tmp_path)  # names without a folder lead to the canary too
    with made.watch:
        yield made
        assert not made.watch.touched(), "the canary was opened"
        assert made.state() == before
        made.canary.read_bytes()
        assert made.watch.touched(), "the watch does not work"
    made.library.close()


def test_indexing_runs_and_contacts_nothing_but_the_reader_of_documents(
    trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "_FEW_BYTES", 1 << 30)
    with calls_to_other_machines_and_programs() as calls:
        done = trap.library.refresh(no_progress, go_on)
        assert (done.ending, done.added, done.broken) == (Ending.DONE, 1, 0)
        assert trap.library.search("canary").cases
        assert list(trap.library.records())
    assert set(calls) == {READER}


def test_other_processes_are_as_careful(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "_FEW_BYTES", 0)
    monkeypatch.setattr(refreshing, "_ONE_WORKER_BYTES", 0)
    with calls_to_other_machines_and_programs() as calls:
        done = trap.library.refresh(no_progress, go_on)
    assert (done.ending, done.added, done.broken) == (Ending.DONE, 1, 0)
    assert set(calls) == {"subprocess.Popen"}, "the processes that read"


def test_what_is_told_of_it_cannot_steer_a_terminal(trap: Trap) -> None:
    trap.library.refresh(no_progress, go_on)
    rows = trap.library.cases()
    answer = trap.library.search("canary")
    for line in (*list_lines(rows), *answer_lines(answer, ("", ""))):
        assert line.isprintable() or set(filter(lambda sign: not sign.isprintable(), line)) <= {" "}
        assert "\u202e" not in line


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"[" * 1_000_000, id="deep"),
        pytest.param(b"\xff\xfe" * 1_000, id="no text"),
        pytest.param(b'{"format": "casebundle", "a": NaN}', id="no JSON"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, id="ZIP"),
        pytest.param(None, id="too large"),
    ],
)
def test_a_file_that_does_harm_is_refused_and_others_are_read(
    tmp_path: Path, content: bytes | None
) -> None:
    write_case(tmp_path / "cases" / "good", bundle())
    bad = tmp_path / "cases" / "bad.case.json"
    bad.write_bytes(content or b"")
    if content is None:
        os.truncate(bad, LIMIT + 1)
    library = Library(tmp_path / "settings", tmp_path / "index")
    library.add_folder(tmp_path / "cases")
    done = library.refresh(no_progress, go_on)
    assert (done.ending, done.added, done.broken) == (Ending.DONE, 2, 1)
    (broken,) = (row for row in library.cases() if row.reach is Reach.BROKEN)
    assert broken.path == str(bad)
    assert broken.fault in done.told[0]
    assert library.search("crossing").cases
    library.close()
