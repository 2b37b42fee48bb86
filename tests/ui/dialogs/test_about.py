import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.clip import plain_page
from caseviewer.release import program_version
from caseviewer.ui.dialogs import about
from tests.ui.kit import delete_later

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_it_names_the_program_its_version_and_its_promises() -> None:
    text = plain_page(about.about_page())
    assert text.startswith("Case Viewer\n")
    assert program_version() in text
    assert "contacts nobody" in text


def test_every_part_that_the_program_needs_has_its_licence_named() -> None:
    needs = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    text = plain_page(about.about_page()).lower()
    packages = [need.split(">")[0] for need in needs]
    names = [
        package.removesuffix("-Essentials").removesuffix("_binary").lower() for package in packages
    ]
    assert [name for name in names if name not in text] == []


def test_a_program_that_was_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "program_version", str)
    assert "Version not installed" in plain_page(about.about_page())


def test_it_opens_on_top_of_the_window(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = about.show_about(parent)
    assert dialog.windowTitle() == "About Case Viewer"
    dialog.close()
    delete_later()
