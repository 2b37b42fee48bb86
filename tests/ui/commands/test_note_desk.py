from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.notes import store as storing
from caseviewer.notes.merging import Put
from caseviewer.ui.commands.note_desk import NoteDesk
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.unsaved_bar import UnsavedBar
from tests.formatting.making import opened
from tests.notes.making import note, star
from tests.ui.kit import clipboard
from tests.ui.some_windows import SomeWindows

FULL = "1 change to your notes is not saved: No space left on device."


class Windows(SomeWindows):
    def __init__(self) -> None:
        super().__init__()
        self.refreshed = 0

    @override
    def refresh_notes(self) -> None:
        self.refreshed += 1


class Made:
    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.window, self.windows = QWidget(), Windows()
        qtbot.addWidget(self.window)
        self.session, self.preferences = Session(), Preferences(folder)
        self.desk = NoteDesk(
            self.window, self.windows, self.session, self.preferences, lambda: None
        )
        self.said: list[str] = []
        self.warned: list[tuple[str, str, object]] = []
        self.desk.said.connect(self.said.append)
        self.desk.warned.connect(lambda *warning: self.warned.append(warning))
        self.bar = UnsavedBar()
        qtbot.addWidget(self.bar)
        self.desk.serve(self.bar)
        self.session.swap_in(opened())

    def do(self, name: str) -> None:
        self.desk.handlers()[name]()


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Made:
    return Made(qtbot, tmp_path)


def fail(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_what_is_written_is_told_to_the_other_windows(made: Made) -> None:
    made.desk.keeping.change([Put(star())])
    assert made.windows.refreshed == 1
    made.do("show_notes")
    assert made.windows.refreshed == 2
    made.desk.look()
    assert made.session.notes_hidden
    assert made.bar.isHidden()


def test_the_warning_stands_until_it_is_saved(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(storing, "write_whole", fail)
        made.desk.keeping.change([Put(note("A text."))])
        assert made.bar.words.text() == FULL
        assert not made.bar.isHidden()
        made.bar.again.click()
        assert not made.bar.isHidden()
        made.bar.copy.click()
        assert clipboard().text() == "A text."
        assert made.said == ["Copied: the text that is not saved."]
    made.bar.again.click()
    assert made.bar.isHidden()
    assert made.desk.may_close()


def test_a_star_has_no_text_to_copy(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "write_whole", fail)
    made.desk.keeping.change([Put(star())])
    assert not made.bar.isHidden()
    assert made.bar.copy.isHidden()


def test_hidden_the_warning_goes_but_closing_asks(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "write_whole", fail)
    made.desk.keeping.change([Put(note("A text."))])
    made.do("show_notes")
    assert made.bar.isHidden()
    assert not made.desk.may_close()
    made.do("show_notes")
    assert not made.bar.isHidden()
    assert made.bar.words.text() == FULL


def test_a_window_with_unsaved_notes_closes_only_when_that_is_wished(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "write_whole", fail)
    made.desk.keeping.change([Put(note("A text."))])
    made.window.show()
    assert not made.desk.may_close()
    ((words, button, do),) = made.warned
    assert words == f"{FULL} If this window is closed now, that is lost."
    assert button == "Close all the same"
    assert callable(do)
    do()
    assert not made.window.isVisible()
    assert made.desk.may_close()


def test_a_window_tries_once_more_before_it_closes(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(storing, "write_whole", fail)
        made.desk.keeping.change([Put(star())])
    assert made.desk.may_close()
    assert made.desk.keeping.waiting == 0


def test_that_notes_are_hidden_is_said_once(made: Made) -> None:
    made.desk.tell_when_hidden()
    assert made.said == []
    made.do("show_notes")
    made.said.clear()
    made.desk.tell_when_hidden()
    made.desk.tell_when_hidden()
    assert made.said == ["Your notes are hidden; Ctrl+Shift+H shows them."]


def test_faults_and_questions_are_told_where_the_window_tells_them(
    qtbot: QtBot, tmp_path: Path, made: Made
) -> None:
    made.desk.keeping.change([Put(star())])
    made.desk.keeping.change([Put(note())])
    shelf = made.desk.keeping.shelf
    assert shelf is not None
    made.desk.keeping.store.path(shelf.key).write_bytes(b"{")
    made.desk.look()
    assert made.warned[-1][0].startswith("The file of your notes on this case could not be read.")
    made.do("forget_notes")
    assert made.warned[-1][1] == "Forget it"


def test_before_there_is_a_bar_nothing_fails(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = NoteDesk(window, Windows(), Session(), Preferences(tmp_path), lambda: None)
    desk.handlers()["show_notes"]()
    assert desk.may_close()
