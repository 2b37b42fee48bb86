"""A refresh tells what the folders hold, and loses nothing, whatever becomes of them."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library import crew, refreshing
from caseviewer.search.library.refreshing import refresh
from caseviewer.search.library.settings import Decided
from caseviewer.search.library.store import open_writing, writer_lock
from caseviewer.search.library.values import Ending, Progress, Reach, Step
from tests.builders import bundle
from tests.search.library.kit import OLD, Shelf, contents, counts, grow_old, write_case, write_cases


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_new_cases_are_read_once(shelf: Shelf) -> None:
    write_cases(shelf.cases, 3)
    assert counts(shelf.refresh()) == {"added": 3}
    assert shelf.titles() == ["The case of 0", "The case of 1", "The case of 2"]
    assert counts(shelf.refresh()) == {"unchanged": 3}


def test_nothing_of_what_is_unchanged_is_opened(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 3)
    shelf.refresh()
    monkeypatch.setattr(refreshing, "entry_of", lambda *_: pytest.fail("a case was opened"))
    assert counts(shelf.refresh()) == {"unchanged": 3}


def test_a_changed_case_is_read_again_and_nothing_of_the_old_one_is_left(shelf: Shelf) -> None:
    write_case(shelf.cases / "one", bundle(title="An unmistakable title"))
    shelf.refresh()
    assert shelf.matching('"unmistakable"') == 1
    write_case(shelf.cases / "one", bundle(title="Another one"))
    assert counts(shelf.refresh()) == {"changed": 1}
    assert shelf.titles() == ["Another one"]
    assert shelf.matching('"unmistakable"') == 0
    held = b"".join(path.read_bytes() for path in shelf.store.paths if path.exists())
    for words in (b"unmistakable", b"Unmistakable"):
        assert words not in held, "it is nowhere in the file"


def test_a_case_keeps_its_key_when_it_changes(shelf: Shelf) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    before = shelf.column("key")
    write_case(shelf.cases / "000", bundle(title="Changed"))
    shelf.refresh()
    assert shelf.column("key") == before


def test_a_touched_case_is_hashed_and_not_parsed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write_cases(shelf.cases, 1)
    shelf.refresh()
    os.utime(path, (OLD + 5, OLD + 5))
    monkeypatch.setattr(
        "caseviewer.search.library.entries.extract", lambda *_: pytest.fail("it was parsed")
    )
    assert counts(shelf.refresh()) == {"unchanged": 1}
    assert shelf.column("mtime_ns") == [str(path.stat().st_mtime_ns)]
    monkeypatch.setattr(refreshing, "entry_of", lambda *_: pytest.fail("it was opened"))
    assert counts(shelf.refresh()) == {"unchanged": 1}


def test_times_that_no_clock_tells_are_times(shelf: Shelf) -> None:
    late, early = write_cases(shelf.cases, 2)
    os.utime(late, ns=(0, 2**63 + 5))
    os.utime(early, ns=(0, -(2**40)))
    assert counts(shelf.refresh()) == {"added": 2}
    assert counts(shelf.refresh()) == {"unchanged": 2}


def test_a_case_is_read_again_when_its_document_comes_changes_or_goes(shelf: Shelf) -> None:
    folder = shelf.cases / "one"
    write_case(folder, bundle())
    shelf.refresh()
    assert shelf.matching('"vicuna"') == 0
    write_case(folder, bundle(), document="A vicuna.")
    assert counts(shelf.refresh()) == {"changed": 1}
    assert shelf.matching('"vicuna"') == 1
    (folder / "documents" / "report.txt").write_text("An okapi.")
    assert counts(shelf.refresh()) == {"changed": 1}
    assert (shelf.matching('"vicuna"'), shelf.matching('"okapi"')) == (0, 1)
    shutil.rmtree(folder / "documents")
    assert counts(shelf.refresh()) == {"changed": 1}
    assert shelf.matching('"okapi"') == 0


def test_a_case_that_is_gone_is_taken_out(shelf: Shelf) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    shutil.rmtree(shelf.cases / "000")
    assert counts(shelf.refresh()) == {"removed": 1, "unchanged": 1}
    assert shelf.titles() == ["The case of 1"]
    fresh = Shelf(shelf.cases.parent, "fresh")
    fresh.refresh()
    assert contents(shelf.store.path) == contents(fresh.store.path)


def test_a_folder_that_vanishes_keeps_its_cases(shelf: Shelf) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    away = shelf.cases.rename(shelf.cases.with_name("elsewhere"))
    done = shelf.refresh()
    assert counts(done) == {"away": 2}
    assert any("was not found" in told and "Its 2 cases stay" in told for told in done.told), (
        done.told
    )
    assert shelf.matching('"case of 1"') == 1
    away.rename(shelf.cases)
    assert counts(shelf.refresh()) == {"unchanged": 2}
    assert set(shelf.column("reach")) == {Reach.HERE}


def test_an_empty_folder_that_held_cases_may_be_a_disk_that_is_not_connected(shelf: Shelf) -> None:
    write_cases(shelf.cases, 1)
    shelf.refresh()
    shutil.rmtree(shelf.cases)
    shelf.cases.mkdir()
    done = shelf.refresh()
    assert counts(done) == {"away": 1}
    assert any("is its disk connected?" in told for told in done.told)


def test_a_folder_that_may_not_be_looked_into_keeps_its_cases(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    inner = shelf.cases / "000"
    write_case(inner / "deeper", bundle(title="One more"))  # no longer a folder with a case alone
    scan = os.scandir

    def refuse(folder: str) -> Any:
        if folder == str(inner):
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr("os.scandir", refuse)
    done = shelf.refresh()
    assert counts(done) == {"unchanged": 1, "away": 1}
    assert any("may not be read by you" in told and "Its case stays" in told for told in done.told)


def test_a_case_that_breaks_is_told_and_its_last_good_words_are_dropped(shelf: Shelf) -> None:
    (path,) = write_cases(shelf.cases, 1)
    shelf.refresh()
    path.write_text('{"format": "casebundle", oh no')
    done = shelf.refresh()
    assert counts(done) == {"changed": 1, "broken": 1}
    assert any(str(path) in told and "line 1" in told for told in done.told)
    assert shelf.column("row") == [""]
    assert shelf.matching('"case"') == 0
    assert counts(shelf.refresh()) == {"unchanged": 1, "broken": 1}
    path.chmod(0o600)  # whatever it was that hindered, it is tried again each time
    write_case(path.parent, bundle(title="Mended"))
    assert counts(shelf.refresh()) == {"changed": 1}
    assert shelf.titles() == ["Mended"]


def test_many_broken_cases_are_counted(shelf: Shelf) -> None:
    for path in write_cases(shelf.cases, 23):
        path.write_text("[")
    told = shelf.refresh().told
    assert (len(told), told[-1]) == (21, "3 more cannot be opened.")


def test_what_the_reader_no_longer_wants_goes(shelf: Shelf) -> None:
    write_cases(shelf.cases, 1)
    assert counts(shelf.refresh()) == {"added": 1}
    shelf.folders = ()
    assert counts(shelf.refresh()) == {"removed": 1}


def test_a_case_may_pass_to_another_folder_of_the_library(shelf: Shelf) -> None:
    write_cases(shelf.cases / "inner", 1)
    assert counts(shelf.refresh()) == {"added": 1}
    shelf.folders = (str(shelf.cases / "inner"),)
    assert counts(shelf.refresh()) == {"unchanged": 1}
    assert shelf.column("folder") == [str(shelf.cases / "inner").encode()]


def test_a_case_below_two_folders_is_listed_once(shelf: Shelf) -> None:
    write_cases(shelf.cases / "inner", 1)
    shelf.folders = (str(shelf.cases), str(shelf.cases / "inner"))
    assert counts(shelf.refresh()) == {"added": 1}


def test_a_folder_with_more_than_is_looked_at_loses_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 4)
    shelf.refresh()
    monkeypatch.setattr("caseviewer.search.library.walking.MOST_CASES", 2)
    done = shelf.refresh()
    assert counts(done) == {"unchanged": 4}
    assert any("holds more than is looked at" in told for told in done.told)


def test_switched_off_nothing_is_touched(shelf: Shelf) -> None:
    write_cases(shelf.cases, 1)
    done = shelf.refresh(on=False)
    assert done.ending is Ending.OFF
    assert not shelf.store.folder.exists()


# Ended early --------------------------------------------------------------------------------


def test_stopped_work_is_kept_and_gone_on_with(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "_BATCH_SECONDS", 0)
    write_cases(shelf.cases, 5)
    asked = 0

    def may_go_on() -> bool:
        nonlocal asked
        asked += 1
        return len(shelf.titles() if shelf.store.exists() and asked > 20 else ()) < 2

    done = shelf.refresh(may_go_on)
    assert done.ending is Ending.STOPPED
    assert 0 < len(shelf.titles()) < 5
    assert counts(shelf.refresh())["added"] == 5 - len(shelf.column("key")[:0]) - done.added


@pytest.mark.parametrize("after", range(0, 60, 7))
def test_it_may_be_stopped_at_any_question(shelf: Shelf, after: int) -> None:
    write_cases(shelf.cases, 3)
    left = iter(range(after))
    done = shelf.refresh(lambda: next(left, None) is not None)
    assert done.ending in {Ending.STOPPED, Ending.DONE}
    shelf.refresh()
    assert len(shelf.titles()) == 3


def test_two_programs_do_not_write_at_once(shelf: Shelf) -> None:
    write_cases(shelf.cases, 1)
    with writer_lock(shelf.store) as mine:
        assert mine
        done = shelf.refresh()
    assert done.ending is Ending.BUSY
    assert "Another program" in done.told[0]
    assert counts(shelf.refresh()) == {"added": 1}


def test_a_full_disk_is_told_and_what_was_written_stays(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    write_cases(shelf.cases / "more", 200)
    opened = open_writing

    def small(store: Any) -> Any:
        connection, told = opened(store)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 40}")
        return connection, told

    monkeypatch.setattr(refreshing, "open_writing", small)
    done = shelf.refresh()
    assert done.ending is Ending.FULL
    assert "is full" in done.told[-1]
    assert shelf.titles()[:2] == ["The case of 0", "The case of 1"]
    monkeypatch.undo()
    assert shelf.refresh().ending is Ending.DONE
    assert len(shelf.titles()) == 202


def test_a_folder_that_cannot_be_written_is_told(shelf: Shelf) -> None:
    shelf.store.folder.write_text("a file")
    done = shelf.refresh()
    assert done.ending is Ending.FAILED
    assert str(shelf.store.folder) in done.told[0]


# By other processes -------------------------------------------------------------------------


@pytest.mark.parametrize("one_worker", [0, 1 << 30])
def test_much_is_read_by_other_processes(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, one_worker: int
) -> None:
    write_cases(shelf.cases, 5)
    expected = Shelf(shelf.cases.parent, "by itself")
    expected.refresh()
    monkeypatch.setattr(refreshing, "_FEW_BYTES", 0)
    monkeypatch.setattr(refreshing, "_ONE_WORKER_BYTES", one_worker)
    monkeypatch.setattr(refreshing, "entry_of", lambda *_: pytest.fail("it was read here"))
    assert counts(shelf.refresh()) == {"added": 5}
    assert contents(shelf.store.path) == contents(expected.store.path)


def test_processes_that_cannot_be_started_are_told(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 1)
    monkeypatch.setattr(refreshing, "_FEW_BYTES", 0)
    monkeypatch.setattr(crew, "worker_command", lambda: ["/no/such/python"])
    done = shelf.refresh()
    assert done.ending is Ending.FAILED
    assert "could not be started" in done.told[-1]


def test_progress_is_told(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "_TOLD_SECONDS", 0)
    write_cases(shelf.cases, 2)
    told: list[Progress] = []
    refresh(shelf.store, Decided(folders=shelf.folders), told.append, lambda: True)
    assert [one.step for one in told] == [
        Step.LOOKING, Step.READING, Step.READING, Step.READING, Step.TIDYING,
    ]  # fmt: skip
    assert [(one.done, one.total, one.name) for one in told[1:4]] == [
        (0, 2, ""), (1, 2, "000"), (2, 2, "001"),
    ]  # fmt: skip
    assert told[3].seconds_left == 0


def test_folders_with_a_case_alone_are_not_read_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cases(shelf.cases, 2)
    shelf.refresh()
    scanned: list[str] = []
    scan = os.scandir

    def watched(folder: str) -> Any:
        scanned.append(folder)
        return scan(folder)

    monkeypatch.setattr("os.scandir", watched)
    assert counts(shelf.refresh()) == {"unchanged": 2}
    assert scanned == [str(shelf.cases)]
    (shelf.cases / "000" / "documents").mkdir()
    scanned.clear()
    shelf.refresh()
    assert scanned[:2] == [str(shelf.cases), str(shelf.cases / "000")]
    grow_old(shelf.cases / "000")
