import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.exporting import docx_file
from caseviewer.exporting.head import Chosen
from caseviewer.exporting.paper import ExportError
from caseviewer.formatting.page import Tab
from caseviewer.ui import messages
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import exporting
from caseviewer.ui.commands.exporting import Exporting
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.session import Session
from tests.ui.kit import HALVEK, LONG, case_view, go, pane_of, press, tab_of, write


class Desk:
    """The command with all that it works on, and what it tells."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.chosen: Chosen | None = None
        self.exporting = Exporting(self.window, session, lambda: self.chosen)
        self.said: list[str] = []
        self.warned: list[str] = []
        self.told: list[str] = []
        self.slow: list[str] = []
        self.exporting.said.connect(self.told.append)
        self.exporting.warned.connect(self.told.append)
        self.exporting.said.connect(self.said.append)
        self.exporting.warned.connect(self.warned.append)
        self.exporting.slow.connect(lambda words, _: self.slow.append(words))

    def export(self) -> str:
        """Export, and what was told in the end."""
        before = len(self.told)
        self.exporting.handlers()["export_chronology"]()
        self.qtbot.waitUntil(lambda: len(self.told) > before, timeout=LONG)
        return self.told[-1]


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Iterator[Desk]:
    yield Desk(qtbot, session)
    wait_for_all()


class Where:
    """Answers the question where to, and writes down the names that are proposed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.proposed: list[str] = []
        self._monkeypatch = monkeypatch

    def answer(self, path: object, kind: str = "") -> None:
        def ask(_: QWidget, name: str) -> tuple[str, str]:
            self.proposed.append(name)
            return str(path), kind

        self._monkeypatch.setattr(messages, "ask_where_to_export", ask)


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Where:
    return Where(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("name", "kind", "written", "start"),
    [
        ("a.csv", "Word (*.docx)", "a.csv", b"\xef\xbb\xbf"),
        ("a.HTML", "Word (*.docx)", "a.HTML", b"<!DOCTYPE"),
        ("a", "Markdown (*.md)", "a.md", b"# A lawyer"),
        ("a.b", "Table for spreadsheets (*.csv)", "a.b.csv", b"\xef\xbb\xbf"),
        ("a", "", "a.docx", b"PK"),
    ],
)
def test_the_chronology_is_written_as_the_name_or_the_kind_says(
    desk: Desk, where: Where, name: str, kind: str, written: str, start: bytes
) -> None:
    where.answer(where.folder / name, kind)
    assert desk.export() == f"Exported: 68 events and 9 deadlines to “{written}”."
    assert (where.folder / written).read_bytes().startswith(start)
    assert [Path(one).name for one in where.proposed] == ["halvek-v-valdrasia-chronology.docx"]
    assert desk.warned == []


def test_a_question_that_is_left_writes_nothing(desk: Desk, where: Where) -> None:
    where.answer("")
    desk.exporting.export()
    assert wait_for_all()
    assert (desk.said, desk.warned) == ([], [])


def test_without_a_case_nothing_is_asked(qtbot: QtBot, where: Where) -> None:
    desk = Desk(qtbot, Session())
    where.answer("/a")
    desk.exporting.export()
    assert where.proposed == []


def test_chosen_rows_are_exported_and_the_notice_says_how_many(
    desk: Desk, tmp_path: Path, session: Session, where: Where
) -> None:
    assert session.opened is not None
    where.answer(tmp_path / "a.md")
    desk.chosen = Chosen(frozenset({session.opened.case.chronology[3].id}), "Standing: alleged")
    assert desk.export() == "Exported: 1 of 68 events and 0 of 9 deadlines to “a.md”."
    assert "- **Chosen by:** Standing: alleged\n" in (tmp_path / "a.md").read_text("utf-8")


def test_a_list_without_rows_is_not_exported(desk: Desk, where: Where) -> None:
    where.answer("/a.md")
    desk.chosen = Chosen(frozenset(), "x")
    assert desk.export() == "The list shows no rows, so nothing was exported."
    assert where.proposed == []


def test_nothing_is_written_into_the_case(desk: Desk, where: Where) -> None:
    where.answer(HALVEK / "a.csv")
    assert "nothing is ever written" in desk.export()
    assert not (HALVEK / "a.csv").exists()


def test_only_the_name_that_was_asked_about_is_written_over(
    desk: Desk, tmp_path: Path, where: Where
) -> None:
    target = tmp_path / "a.md"
    target.write_text("before", "utf-8")
    where.answer(tmp_path / "a", "Markdown (*.md)")
    assert desk.export() == "“a.md” is there already and was left as it is."
    where.answer(target)
    assert desk.export().startswith("Exported: ")
    assert target.read_text("utf-8") != "before"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ExportError("No room."), "No room."),
        (KeyError("x"), "The program failed while it exported (KeyError), which is a fault of the"),
    ],
)
def test_what_goes_wrong_is_told(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    words: str,
    where: Where,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(exporting, "chronology_bytes", fail)
    where.answer(tmp_path / "a.md")
    assert desk.export().startswith(words)
    assert list(tmp_path.glob("a*")) == []


def test_slow_work_is_shown_and_can_be_stopped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Where
) -> None:
    go_on = threading.Event()

    def slow(*_: object) -> bytes:
        go_on.wait(LONG / 1000)
        return b"late"

    stops: list[object] = []
    desk.exporting.slow.connect(lambda _, stop: stops.append(stop))
    monkeypatch.setattr(exporting, "chronology_bytes", slow)
    where.answer(tmp_path / "a.md")
    desk.exporting.export()
    desk.qtbot.waitUntil(lambda: bool(stops), timeout=LONG)
    assert desk.slow == ["Writing the chronology…"]
    stops[0]()  # type: ignore[operator]
    go_on.set()
    assert wait_for_all()
    assert desk.said == ["The export was stopped."]
    assert list(tmp_path.glob("a*")) == []


# Through the window.


def notice(window: MainWindow) -> str:
    return window.notice.text


def test_ctrl_e_exports_what_the_list_shows(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, where: Where
) -> None:
    where.answer(tmp_path / "a.md")
    press("Ctrl+E")
    qtbot.waitUntil(lambda: notice(window).startswith("Exported: 68 events"), timeout=LONG)
    go(window, Tab.CHRONOLOGY)
    assert tab_of(window, Tab.CHRONOLOGY).narrowed() is None
    press("Ctrl+Shift+F")
    write("Halvek")
    pane = pane_of(window, Tab.CHRONOLOGY)
    qtbot.waitUntil(lambda: pane.narrowed() is not None, timeout=LONG)
    shown = pane.narrowed()
    assert shown is not None
    press("Ctrl+E")
    qtbot.waitUntil(lambda: " of 68 events" in notice(window), timeout=LONG)
    text = (tmp_path / "a.md").read_text("utf-8")
    assert "- **Chosen by:** “Halvek” in the filter\n" in text
    rows = [line for line in text.splitlines() if line.startswith(("| E", "| D"))]
    assert len(rows) == len(shown.ids) > 0


def test_a_choice_in_the_list_of_another_case_is_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    go(window, Tab.CHRONOLOGY)
    pane = pane_of(window, Tab.CHRONOLOGY)
    pane.filter.setText("Halvek")
    qtbot.waitUntil(lambda: pane.narrowed() is not None, timeout=LONG)
    assert case_view(window).narrowed(Tab.CHRONOLOGY) is not None
    go(window, Tab.OVERVIEW)
    assert case_view(window).narrowed(Tab.OVERVIEW) is None
    assert case_view(window).narrowed(Tab.PARTIES) is None
    other = Path(shutil.copytree(HALVEK, tmp_path / "other"))
    first = window.desk.session.opened
    window.desk.opener.open(str(other))
    qtbot.waitUntil(lambda: window.desk.session.opened is not first, timeout=LONG)
    window.desk.session.go(window.desk.session.location.target)
    assert case_view(window).narrowed(Tab.CHRONOLOGY) is None


def test_a_slow_export_can_be_stopped_in_the_notice(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, where: Where
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(docx_file, "run_pandoc", lambda *_: go_on.wait(LONG / 1000) and b"")
    where.answer(where.folder / "a.docx")
    press("Ctrl+E")
    qtbot.waitUntil(lambda: notice(window) == "Writing the chronology…", timeout=LONG)
    (stop,) = [one for one in window.notice.findChildren(QPushButton) if one.text() == "Stop"]
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert notice(window) == "The export was stopped."
    go_on.set()
    assert wait_for_all()
    assert list(where.folder.glob("a*")) == []


def test_closing_the_window_gives_the_export_up(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Where
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(docx_file, "run_pandoc", lambda *_: go_on.wait(LONG / 1000) and b"")
    where.answer(tmp_path / "a.docx")
    press("Ctrl+E")
    window.close()
    go_on.set()
    assert wait_for_all()
    assert not (tmp_path / "a.docx").exists()
