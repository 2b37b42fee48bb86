"""List or picture, and saving the picture."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui import messages
from caseviewer.ui.commands import picture_commands
from caseviewer.ui.commands.picture_commands import PictureCommands
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.picture_file import PaintedPicture
from tests.ui.kit import HALVEK, opened_sample

NO_PICTURE = "No picture is shown here. The tabs Parties and Chronology have one each."


class Tabbed:
    """A tab with a picture."""

    def __init__(self) -> None:
        self.toggled = 0

    def toggle_picture(self) -> None:
        self.toggled += 1

    def painted_picture(self) -> PaintedPicture:
        def paint(painter: QPainter) -> None:
            painter.drawLine(0, 0, 10, 10)

        return PaintedPicture("parties", "Parties", QSizeF(20, 20), paint)


class Made:
    """The commands of a window in front of a tab of the test's own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.session = Session(self.window)
        self.front: object = Tabbed()
        self.commands = PictureCommands(self.window, self.session, lambda: self.front)
        self.said: list[str] = []
        self.warned: list[str] = []
        self.commands.said.connect(self.said.append)
        self.commands.warned.connect(self.warned.append)


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    found = Made(qtbot)
    found.session.swap_in(opened_sample())
    return found


Answer = Callable[..., None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What is answered when a place is asked for."""

    def give(path: object, kind: str = "") -> None:
        monkeypatch.setattr(messages, "ask_where_to_save_picture", lambda *_: (str(path), kind))

    return give


def test_the_tab_parties_comes_to_the_front_for_its_picture(made: Made) -> None:
    made.commands.handlers()["parties_picture"]()
    assert made.session.location.tab is Tab.PARTIES
    assert isinstance(made.front, Tabbed)
    assert made.front.toggled == 1
    made.commands.toggle()
    assert made.front.toggled == 2


def test_without_a_tab_nothing_is_changed(made: Made) -> None:
    made.front = None
    made.session.go(Target(tab=Tab.PARTIES))
    made.commands.toggle()
    made.commands.handlers()["save_picture"]()
    assert made.said == [NO_PICTURE]


def test_without_a_case_nothing_is_saved(qtbot: QtBot) -> None:
    found = Made(qtbot)
    found.commands.save()
    assert found.said == [
        "No picture is shown here. The tabs Parties and Chronology have one each."
    ]


@pytest.mark.parametrize(
    ("name", "saved", "start"),
    [
        ("a.svg", "a.svg", b"<?xml"),
        ("a.PNG", "a.PNG", b"\x89PNG"),
        ("a", "a.png", b"\x89PNG"),
        ("a.b", "a.b.png", b"\x89PNG"),
    ],
)
def test_a_picture_is_saved_by_its_ending_or_as_the_chosen_kind(
    made: Made, answer: Answer, tmp_path: Path, name: str, saved: str, start: bytes
) -> None:
    answer(tmp_path / name, "Picture (*.png)")
    made.commands.save()
    assert (tmp_path / saved).read_bytes().startswith(start)
    assert made.said == [f"Saved: {saved}."]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [saved]


def test_only_the_file_that_was_asked_about_is_written_over(
    made: Made, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "a.svg"
    file.write_bytes(b"mine")
    answer(tmp_path / "a", "Drawing (*.svg)")
    made.commands.save()
    assert file.read_bytes() == b"mine"
    assert made.said == []
    assert made.warned[0].startswith("“a.svg” ")
    answer(file, "Drawing (*.svg)")
    made.commands.save()
    assert file.read_bytes().startswith(b"<?xml")


def test_a_question_that_is_left_saves_nothing(made: Made, answer: Answer) -> None:
    answer("")
    made.commands.save()
    assert (made.said, made.warned) == ([], [])


@pytest.mark.parametrize(
    ("place", "name"),
    [("a.svg", "a.svg"), ("documents/a.png", "a.png"), ("case.json", "case.json.svg")],
)
def test_nothing_is_written_into_a_bundle(
    made: Made, answer: Answer, tmp_path: Path, place: str, name: str
) -> None:
    folder = tmp_path / "bundle"
    shutil.copytree(HALVEK, folder)
    before = sorted(folder.rglob("*"))
    opened = replace(opened_sample(), path=folder, case_file=folder / "case.json")
    made.session.swap_in(opened)
    answer(folder / place)
    made.commands.save()
    (told,) = made.warned
    assert told.startswith(f"“{name}” would lie in the case’s own folder")
    assert sorted(folder.rglob("*")) == before


def test_the_case_file_that_was_opened_alone_is_not_written_over(
    made: Made, answer: Answer, tmp_path: Path
) -> None:
    """Its folder is the reader's: a picture may lie beside it."""
    file = tmp_path / "my.svg"
    file.write_bytes(b"{}")
    made.session.swap_in(replace(opened_sample(), path=file, case_file=file))
    answer(file)
    made.commands.save()
    assert file.read_bytes() == b"{}"
    answer(tmp_path / "other.svg")
    made.commands.save()
    assert made.said == ["Saved: other.svg."]


def test_what_goes_wrong_is_told(made: Made, answer: Answer, tmp_path: Path) -> None:
    answer(tmp_path / "nowhere" / "a.svg")
    made.commands.save()
    assert made.warned == ["“a.svg” could not be written: No such file or directory."]


def test_a_picture_too_large_is_told(
    made: Made, answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(picture_commands, "picture_bytes", fail)
    answer(tmp_path / "a.png")
    made.commands.save()
    assert made.warned == ["“a.png” was not saved: it is too large."]


def test_a_file_is_written_whole_or_not_at_all(
    made: Made, answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    answer(tmp_path / "a.svg")
    made.commands.save()
    assert made.warned == ["“a.svg” could not be written: No space left on device."]
    assert not [path for path in tmp_path.iterdir() if path.is_file()]
