import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui import messages
from caseviewer.ui.commands.file_commands import FileCommands
from caseviewer.ui.commands.opening import Opener
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from tests.ui.kit import HALVEK
from tests.ui.some_windows import SomeWindows


class Reader(Opener):
    """Writes down what it is asked to read."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def open(self, path: str) -> None:  # type: ignore[explicit-override]
        self.asked.append(path)


class Desk:
    """The commands with all that they work on."""

    def __init__(self, qtbot: QtBot, session: Session, preferences: Preferences) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.windows, self.reader, self.preferences = SomeWindows(), Reader(), preferences
        self.files = FileCommands(self.window, self.windows, session, preferences, self.reader)
        self.said: list[str] = []
        self.files.said.connect(self.said.append)
        self.changes: list[bool] = []
        self.files.recent_changed.connect(lambda: self.changes.append(True))
        self.do = self.files.handlers()


@pytest.fixture
def desk(qtbot: QtBot, session: Session, preferences: Preferences) -> Desk:
    return Desk(qtbot, session, preferences)


@pytest.mark.parametrize(
    ("command", "question"), [("open", "ask_for_file"), ("open_folder", "ask_for_folder")]
)
def test_what_is_chosen_is_opened_and_a_left_question_opens_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, command: str, question: str
) -> None:
    monkeypatch.setattr(messages, question, lambda _: "")
    desk.do[command]()
    assert desk.windows.asked == []
    monkeypatch.setattr(messages, question, lambda _: "/a/case.json")
    desk.do[command]()
    assert desk.windows.asked == [["/a/case.json"]]


def test_windows_are_opened_and_closed(desk: Desk) -> None:
    desk.window.show()
    desk.do["new_window"]()
    desk.do["library"]()
    desk.do["quit"]()
    desk.do["close"]()
    assert desk.windows.asked == ["new", "library", "quit"]
    assert desk.window.isHidden()


def test_reload_reads_the_open_case_again(desk: Desk, session: Session) -> None:
    desk.do["reload"]()
    assert desk.reader.asked == [str(HALVEK)]


def test_without_a_case_there_is_nothing_to_reload(qtbot: QtBot, preferences: Preferences) -> None:
    desk = Desk(qtbot, Session(), preferences)
    desk.do["reload"]()
    assert desk.reader.asked == []


def test_recent_files_are_forgotten(desk: Desk) -> None:
    desk.preferences.add_recent("/a")
    desk.do["forget_recent"]()
    assert desk.preferences.get("recent") == []
    assert desk.said == ["The recent files are forgotten."]
    assert desk.changes == [True]


def test_turning_the_recent_list_off_forgets_it_and_turning_it_on_starts_anew(
    desk: Desk,
) -> None:
    desk.preferences.add_recent("/a")
    desk.do["remember_recent"]()
    assert desk.preferences.get("recent") == []
    assert desk.preferences.get("remember_recent") is False
    desk.do["remember_recent"]()
    assert desk.preferences.get("remember_recent") is True
    assert desk.said == [
        "Recent files are forgotten and no longer remembered.",
        "Recent files are remembered from now on.",
    ]
    assert desk.changes == [True, True]
