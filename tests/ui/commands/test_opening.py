import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.bundle.reader import ReadingStopped
from caseviewer.documents.opening import Opening, open_case
from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.model import as_at
from caseviewer.model import opened as model
from caseviewer.model.case import Case
from caseviewer.model.chronology import in_order
from caseviewer.model.events import Event
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.ui.background import Job, wait_for_all
from caseviewer.ui.commands import opening
from caseviewer.ui.commands.opening import Opener, Watcher
from caseviewer.ui.session import Session
from tests.builders import bundle, write
from tests.model.known import day
from tests.ui.kit import ABDUSSAMATOV, HALVEK, LONG, deliver


class Told:
    """An opener, and all that it tells."""

    def __init__(self) -> None:
        self.opener = Opener()
        self.started: list[str] = []
        self.opened: list[OpenedCase] = []
        self.refused: list[tuple[str, str]] = []
        self.progress: list[tuple[int, int]] = []
        self.opener.started.connect(self.started.append)
        self.opener.opened.connect(self.opened.append)
        self.opener.refused.connect(lambda path, words: self.refused.append((path, words)))
        self.opener.progressed.connect(lambda *numbers: self.progress.append(numbers))


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    return Told()


def test_a_case_is_read_beside_the_window(qtbot: QtBot, told: Told) -> None:
    told.opener.open(str(HALVEK))
    assert told.opener.busy
    assert told.started == [str(HALVEK)]
    qtbot.waitUntil(lambda: bool(told.opened), timeout=LONG)
    assert not told.opener.busy
    assert told.opened[0].case.title.startswith("A lawyer held out of reach")
    assert told.refused == []
    assert told.progress
    assert all(0 <= done <= total for done, total in told.progress)


def test_what_the_lists_ask_for_was_made_beside_the_window(
    qtbot: QtBot, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def sort(case: Case) -> tuple[Event, ...]:
        threads.append(threading.current_thread())
        return in_order(case)

    monkeypatch.setattr(model, "in_order", sort)
    told.opener.open(str(HALVEK))
    qtbot.waitUntil(lambda: bool(told.opened), timeout=LONG)
    assert table_for(told.opened[0], Tab.CHRONOLOGY).rows
    assert threads
    assert threading.main_thread() not in threads


def test_the_first_deadlines_are_counted_beside_the_window(
    qtbot: QtBot, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    monkeypatch.setattr(
        opening, "deadline_window", lambda *_: threads.append(threading.current_thread())
    )
    told.opener.open(str(HALVEK))
    qtbot.waitUntil(lambda: bool(told.opened), timeout=LONG)
    assert len(threads) == len(told.opened[0].case.deadlines)
    assert threading.main_thread() not in threads


def test_what_cannot_be_opened_is_refused_in_words(
    qtbot: QtBot, told: Told, tmp_path: Path
) -> None:
    path = str(tmp_path / "none.json")
    told.opener.open(path)
    qtbot.waitUntil(lambda: bool(told.refused), timeout=LONG)
    assert told.refused[0][0] == path
    assert "was not found" in told.refused[0][1]
    assert not told.opener.busy


def reading(monkeypatch: pytest.MonkeyPatch, work: Callable[..., Any]) -> None:
    monkeypatch.setattr(opening, "begin", work)


def test_a_fault_of_the_program_is_said_to_be_one(
    qtbot: QtBot, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("secret of the case")

    reading(monkeypatch, fail)
    told.opener.open("/a")
    qtbot.waitUntil(lambda: bool(told.refused), timeout=LONG)
    words = told.refused[0][1]
    assert words.startswith("The program failed on it (KeyError), which is a fault of the program")
    assert "secret" not in words


def test_what_was_given_up_tells_nothing(
    qtbot: QtBot, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = threading.Event()

    def wait(*_: object, should_stop: Callable[[], bool], **__: object) -> None:
        started.set()
        while not should_stop():
            pass
        raise ReadingStopped

    reading(monkeypatch, wait)
    told.opener.open("/a")
    assert started.wait(5)
    told.opener.stop()
    assert not told.opener.busy
    assert wait_for_all()
    deliver()
    assert (told.opened, told.refused) == ([], [])
    told.opener.stop()  # giving up nothing is no mistake


def test_a_case_is_shown_before_its_documents_are_checked() -> None:
    job = Job(partial(opening._read, str(HALVEK), {}, Standpoint()))
    seen: list[tuple[OpenedCase, Opening | None]] = []
    job.finished.connect(seen.append)
    job.run()
    opened, left = seen[0]
    assert opened.checked is Checked.UNDER_WAY
    assert opened.documents == ()
    assert left is not None
    assert left.check().documents


def test_a_case_without_documents_has_nothing_left_to_check(
    qtbot: QtBot, told: Told, tmp_path: Path
) -> None:
    left: list[Opening] = []
    told.opener.left.connect(left.append)
    told.opener.open(str(write(tmp_path, bundle())))
    qtbot.waitUntil(lambda: bool(told.opened), timeout=LONG)
    assert told.opened[0].checked is Checked.DONE
    told.opener.open(str(HALVEK))
    qtbot.waitUntil(lambda: bool(left), timeout=LONG)
    assert told.opened[-1].checked is Checked.UNDER_WAY


def test_the_readers_copies_are_asked_for_at_each_reading(qtbot: QtBot, tmp_path: Path) -> None:
    copies: dict[str, str] = {}
    opener = Opener(copies=lambda: copies)
    left: list[Opening] = []
    opener.left.connect(left.append)
    raw = bundle()
    copy = tmp_path / "mine.txt"
    copy.write_bytes(b"mine")
    copies[raw["sources"][0]["document"]["sha256"]] = str(copy)
    opener.open(str(write(tmp_path, raw)))
    qtbot.waitUntil(lambda: bool(left), timeout=LONG)
    assert left[0].check().documents[0].copy == copy


@pytest.mark.parametrize("path", [str(HALVEK), "/nowhere.json"])
def test_what_had_ended_when_it_was_given_up_is_not_shown_after_all(
    qtbot: QtBot, told: Told, path: str
) -> None:
    told.opener.open(path)
    assert wait_for_all()  # its word is on the way to the window
    told.opener.stop()
    deliver()
    assert (told.opened, told.refused, told.progress) == ([], [], [])


def test_a_new_wish_replaces_the_one_under_way(qtbot: QtBot, told: Told, tmp_path: Path) -> None:
    small = write(tmp_path, bundle())
    told.opener.open(str(HALVEK))
    assert wait_for_all()
    told.opener.open(str(small))
    qtbot.waitUntil(lambda: bool(told.opened), timeout=LONG)
    deliver()
    assert [str(item.path) for item in told.opened] == [str(small)]


# Watching


class Watched:
    """A case on disk that a watcher looks at."""

    def __init__(self, folder: Path) -> None:
        self.path = write(folder, bundle())
        self.watcher = Watcher()
        self.told: list[bool] = []
        self.watcher.file_changed.connect(lambda: self.told.append(True))
        self.watcher.watch(open_case(self.path))


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_a_file_that_is_written_in_place_is_noticed(qtbot: QtBot, watched: Watched) -> None:
    with watched.path.open("a", encoding="utf-8") as stream:
        stream.write(" ")
    qtbot.waitUntil(lambda: watched.told == [True], timeout=LONG)


def test_a_file_that_is_replaced_is_noticed(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    other = write(tmp_path, bundle(title="Another"), "other.tmp")
    other.replace(watched.path)
    qtbot.waitUntil(lambda: watched.told == [True], timeout=LONG)


def test_a_file_that_goes_away_is_noticed(qtbot: QtBot, watched: Watched) -> None:
    watched.path.unlink()
    qtbot.waitUntil(lambda: watched.told == [True], timeout=LONG)


def test_a_change_is_told_once_until_the_file_is_read_again(watched: Watched) -> None:
    watched.path.write_text("{}", "utf-8")
    watched.watcher.look()
    watched.watcher.look()
    assert watched.told == [True]
    watched.path.write_text("{ }", "utf-8")
    watched.watcher.look()
    assert watched.told == [True, True], "another change is told again"
    watched.told.clear()
    watched.told.append(True)
    write(watched.path.parent, bundle())
    watched.watcher.watch(open_case(watched.path))
    watched.watcher.look()
    assert watched.told == [True]
    watched.path.write_text("{}", "utf-8")
    watched.watcher.look()
    assert watched.told == [True, True]


def test_what_did_not_change_the_file_is_not_told(
    qtbot: QtBot, watched: Watched, tmp_path: Path
) -> None:
    (tmp_path / "neighbour").write_text("", "utf-8")
    qtbot.waitUntil(watched.watcher._settle.isActive, timeout=LONG)
    qtbot.waitUntil(lambda: not watched.watcher._settle.isActive(), timeout=LONG)
    assert watched.told == []


def test_a_watcher_without_a_case_tells_nothing(qtbot: QtBot) -> None:
    watcher = Watcher()
    with qtbot.assertNotEmitted(watcher.file_changed):
        watcher.look()


@pytest.mark.parametrize(("beside", "found"), [(1, True), (10_000, False)])
def test_what_was_known_of_a_long_case_is_found_beside_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, beside: int, found: bool
) -> None:
    monkeypatch.setattr(opening, "BESIDE", beside)
    threads: list[threading.Thread] = []

    def find(*args: Any) -> Any:
        threads.append(threading.current_thread())
        return as_at.known_at(*args)

    monkeypatch.setattr(model, "known_at", find)
    session = Session()
    session.swap_in(open_case(HALVEK))
    session.take(Standpoint(as_at=day("2016-03-20")))
    opener = Opener(standing=session.standing_in)
    opener.opened.connect(session.swap_in)
    opener.left.connect(lambda left: session.show_checks(left.check()))
    threads.clear()
    opener.open(str(HALVEK))
    before = session.whole
    qtbot.waitUntil(lambda: session.whole is not before, timeout=LONG)
    assert session.standpoint.as_at == day("2016-03-20")
    assert (threading.main_thread() not in threads) is found
    assert len(threads) == 1
    opener.open(str(ABDUSSAMATOV))
    qtbot.waitUntil(lambda: session.standpoint.as_at is None, timeout=LONG)
    assert len(threads) == 1
