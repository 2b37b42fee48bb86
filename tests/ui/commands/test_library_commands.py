from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui import messages
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands.library_commands import LibraryCommands, failure_words
from tests.ui.kit import LONG
from tests.ui.library.shelf import Shelf


class Set:
    """The commands, and what they told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.shelf = Shelf()
        self.commands = LibraryCommands(self.window, self.shelf)
        self.said: list[str] = []
        self.warned: list[tuple[str, str, object]] = []
        self.begun: list[bool] = []
        self.changed: list[bool] = []
        self.commands.said.connect(self.said.append)
        self.commands.warned.connect(lambda *words: self.warned.append(words))
        self.commands.begun.connect(lambda: self.begun.append(True))
        self.commands.changed.connect(self.changed.append)

    def wait(self, times: int = 1) -> None:
        self.qtbot.waitUntil(lambda: len(self.changed) == times, timeout=LONG)


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Set]:
    yield Set(qtbot)
    wait_for_all()


def test_a_folder_is_asked_for_and_added(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "ask_for_library_folder", lambda _: "/cases/new")
    made.commands.add_folder()
    made.wait()
    assert made.shelf.asked == [("add", "/cases/new")]
    assert (made.begun, made.changed, made.warned) == ([True], [True], [])


def test_a_question_that_is_left_changes_nothing(
    made: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_for_library_folder", lambda _: "")
    made.commands.add_folder()
    assert made.shelf.asked == made.begun == []


def test_a_folder_that_cannot_be_added_is_told_why(
    made: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_for_library_folder", lambda _: "/gone")
    made.shelf.fault = "“/gone” is not a folder that is here, and was not added."
    made.commands.add_folder()
    made.wait()
    assert made.warned == [(made.shelf.fault, "", None)]
    assert made.changed == [False]


def test_a_folder_is_forgotten_and_can_be_added_again(made: Set) -> None:
    made.commands.forget_folder("/cases")
    made.wait()
    ((words, action, again),) = made.warned
    assert words.startswith("“cases” is forgotten")
    assert action == "Add it again"
    assert callable(again)
    again()
    made.wait(2)
    assert made.shelf.asked == [("forget", "/cases"), ("add", str(Path("/cases")))]
    assert made.changed == [False, True]


def test_the_index_is_erased_only_after_a_question(made: Set) -> None:
    made.commands.ask_to_erase(made.shelf.state())
    ((words, action, erase),) = made.warned
    assert "4 cases" in words
    assert action == "Erase"
    assert made.shelf.asked == []
    assert callable(erase)
    erase()
    made.wait()
    assert made.shelf.asked == ["erase"]
    assert made.said == ["The index is erased. F5 indexes your folders again."]


@pytest.mark.parametrize("on", [True, False])
def test_the_library_is_switched_and_indexed_when_it_is_used_again(made: Set, on: bool) -> None:
    made.commands.switch(on=on)
    made.wait()
    assert made.shelf.asked == [("switch", on)]
    assert made.changed == [on]


def test_a_fault_of_the_program_is_told(made: Set) -> None:
    made.shelf.error = RuntimeError("ours")
    made.commands.switch(on=True)
    made.wait()
    assert made.warned == [(failure_words(made.shelf.error), "", None)]
    assert "RuntimeError" in made.warned[0][0]
    assert made.changed == [False]


def test_what_nobody_waits_for_tells_nothing(made: Set) -> None:
    made.commands.switch(on=False)
    made.commands.stop()
    wait_for_all()
    made.qtbot.wait(10)
    assert made.changed == []
