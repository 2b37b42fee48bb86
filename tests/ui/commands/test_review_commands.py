from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.review_table import review_table
from caseviewer.formatting.seen import case_digest, is_seen
from caseviewer.formatting.table import Item
from caseviewer.ui.commands.review_commands import ReviewCommands
from caseviewer.ui.seen_store import SeenStore
from caseviewer.ui.session import Session
from tests.ui.kit import ABDUSSAMATOV, HALVEK, clipboard, opened_sample

CASE = opened_sample(ABDUSSAMATOV)
ROWS = review_table(CASE).rows
GAPS = CASE.case.gaps


class Rows:
    """A tab of the review with rows of the test's own."""

    def __init__(self, *rows: Item) -> None:
        self.rows = rows

    def open_points(self) -> tuple[Item, ...]:
        return self.rows

    def seen_wanted(self) -> tuple[Item, ...]:
        return self.rows

    def seen_name(self) -> str:
        return f"these {len(self.rows)}"


class Made:
    """The commands of a window; what they say is kept."""

    def __init__(self, folder: Path, session: Session) -> None:
        self.session = session
        self.store = SeenStore(folder)
        self.front: object = Rows(*GAPS)
        self.commands = ReviewCommands(session, self.store, lambda: self.front)
        self.said: list[str] = []
        self.warned: list[str] = []
        self.commands.said.connect(self.said.append)
        self.commands.warned.connect(self.warned.append)

    def do(self, name: str) -> None:
        self.commands.handlers()[name]()

    def kept(self) -> dict[str, str]:
        return self.store.read(case_digest(CASE))[0]


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Made:
    QGuiApplication.clipboard().setText("before")
    found = Made(tmp_path / "seen", Session())
    found.session.swap_in(CASE)
    return found


def test_rows_are_copied_as_numbered_questions(made: Made) -> None:
    made.do("copy_questions")
    assert made.said == ["Copied: 5 questions."]
    assert clipboard().text().split("\n")[4].startswith("5. For the secretariat")
    assert "<ol><li>" in clipboard().html()


@pytest.mark.parametrize("front", [None, object(), Rows()])
def test_elsewhere_nothing_is_copied_or_marked(made: Made, front: object) -> None:
    made.front = front
    made.do("copy_questions")
    made.do("mark_seen")
    assert clipboard().text() == "before"
    assert made.said == [
        "There is nothing to ask here: go to Review. Nothing was copied.",
        "Rows of Review can be marked as seen; none is selected.",
    ]
    assert not made.store.folder.exists()


def test_without_a_case_nothing_happens(qtbot: QtBot, tmp_path: Path) -> None:
    found = Made(tmp_path, Session())
    for name in ("copy_questions", "forget_seen"):
        found.do(name)
    assert found.said == []
    found.session.case_changed.emit()
    assert found.session.marks == {}


def test_marking_is_kept_and_turns_back(made: Made) -> None:
    made.do("mark_seen")
    assert [is_seen(CASE, row, made.session.marks) for row in GAPS] == [True] * 5
    assert made.kept() == made.session.marks
    made.front = Rows(*ROWS[:1], *GAPS)
    made.do("mark_seen")  # not all of them were seen
    assert len(made.kept()) == 6
    made.do("mark_seen")
    assert made.session.marks == made.kept() == {}
    assert made.warned == []
    assert made.said == [
        "Marked as seen: these 5.", "Marked as seen: these 6.", "Marked as not seen: these 6.",
    ]  # fmt: skip


def test_what_another_window_marked_stays_marked(made: Made) -> None:
    other = Made(made.store.folder, Session())
    other.session.swap_in(CASE)
    other.front = Rows(*ROWS[:1])
    made.do("mark_seen")
    other.do("mark_seen")
    assert len(made.kept()) == 6


def test_marks_are_there_when_the_case_is_opened_again(made: Made) -> None:
    made.do("mark_seen")
    again = Made(made.store.folder, Session())
    again.session.swap_in(CASE)
    assert again.session.marks == made.session.marks
    again.session.swap_in(opened_sample(HALVEK))
    assert again.session.marks == {}


def test_what_was_seen_can_be_forgotten(made: Made) -> None:
    made.do("mark_seen")
    made.do("forget_seen")
    assert made.session.marks == {}
    assert not made.store.folder.exists()
    assert made.said[1:] == ["Forgotten: what you marked as seen in this case."]


def test_a_broken_file_is_told_and_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    store = SeenStore(tmp_path)
    store.path(case_digest(CASE)).write_text("{")
    found = Made(tmp_path, Session())
    found.session.swap_in(CASE)
    assert len(found.warned) == 1
    found.do("mark_seen")
    assert len(found.kept()) == 5


def test_what_cannot_be_kept_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    found = Made(blocked / "seen", Session())
    found.session.swap_in(CASE)
    found.warned.clear()
    found.do("mark_seen")
    assert len(found.session.marks) == 5
    found.do("forget_seen")
    assert len(found.warned) == 2
    assert found.said == []
