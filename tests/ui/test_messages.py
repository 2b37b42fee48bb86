from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui import messages


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("answer", ["/a/case.json", ""])
def test_the_answer_to_which_file_is_its_path(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[tuple[object, ...]] = []

    def ask(*args: object) -> tuple[str, str]:
        asked.append(args)
        return answer, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    assert messages.ask_for_file(parent) == answer
    assert asked == [
        (parent, "Open a case file", "", "Case files (*.json);;All files (*)"),
    ]


@pytest.mark.parametrize("answer", ["/a/style.csl", ""])
def test_the_answer_to_which_style_is_its_path(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[object] = []

    def ask(*args: object) -> tuple[str, str]:
        asked.extend(args)
        return answer, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    assert messages.ask_for_style(parent) == answer
    assert asked == [
        parent, "Add a citation style", "", "Citation styles (*.csl);;All files (*)",
    ]  # fmt: skip


def test_the_answer_to_where_to_export_is_a_path_and_a_kind(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(*args: object) -> tuple[str, str]:
        asked.extend(args)
        return "/a/b.md", "Markdown (*.md)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert messages.ask_where_to_export(parent, "/d/a-chronology.docx") == (
        "/a/b.md", "Markdown (*.md)",
    )  # fmt: skip
    assert asked == [
        parent, "Export the chronology", "/d/a-chronology.docx",
        "Word (*.docx);;Web page (*.html);;Table for spreadsheets (*.csv);;Markdown (*.md)",
    ]  # fmt: skip


def test_the_answer_to_which_folder_is_its_path(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/a")
    assert messages.ask_for_folder(parent) == "/a"
    assert messages.ask_for_library_folder(parent) == "/a"


def test_the_answer_to_where_to_save_a_picture_is_a_path_and_a_kind(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(*args: object) -> tuple[str, str]:
        asked.extend(args)
        return "/a/b", "Picture (*.png)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert messages.ask_where_to_save_picture(parent, "timeline") == ("/a/b", "Picture (*.png)")
    assert asked == [
        parent, "Save the picture", "timeline.svg", "Drawing (*.svg);;Picture (*.png)",
    ]  # fmt: skip


def test_the_answers_to_which_notes_are_paths(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(*args: object) -> tuple[str, str]:
        asked.extend(args)
        return "/a/b.json", "Web Annotations (*.json)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    assert messages.ask_where_to_export_notes(parent, "/d/a-notes.json") == "/a/b.json"
    assert messages.ask_for_notes(parent) == "/a/b.json"
    assert asked == [
        parent, "Export my notes", "/d/a-notes.json", "Web Annotations (*.json)",
        parent, "Import notes", "", "Web Annotations (*.json *.jsonld);;All files (*)",
    ]  # fmt: skip


def test_no_visited_folder_is_written_into_settings_that_programs_share(home: Path) -> None:
    messages.keep_no_folder_history()
    settings = QSettings(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "QtProject", "filedialog"
    )
    settings.setValue("history", "file:///secret")
    settings.sync()
    assert list(home.rglob("*.conf")) == []
    assert settings.fileName().startswith("/dev/null")
