import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.views.start_page import StartPage


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    return made


def button(page: StartPage, words: str) -> QPushButton:
    (found,) = [item for item in page.findChildren(QPushButton) if words in item.text()]
    return found


def labels(page: StartPage) -> list[str]:
    return [item.text() for item in page.findChildren(PlainLabel) if item.parent() is not None]


def test_a_file_and_a_folder_can_be_asked_for(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.file_wanted):
        QTest.mouseClick(button(page, "Open a case file"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.folder_wanted):
        QTest.mouseClick(button(page, "Open a case folder"), Qt.MouseButton.LeftButton)


def test_without_recent_files_and_samples_their_heads_are_left_out(page: StartPage) -> None:
    assert not {"Recent files", "Sample cases"} & set(labels(page))


def test_recent_files_and_samples_are_buttons(qtbot: QtBot, page: StartPage) -> None:
    page.show_entries([("a & b", "/a/case.json")], [("Halvek", "/s/halvek")])
    assert {"Recent files", "Sample cases"} <= set(labels(page))
    chosen: list[str] = []
    page.path_chosen.connect(chosen.append)
    recent = button(page, "a && b")
    assert recent.accessibleName() == "a & b"
    assert recent.accessibleDescription() == "/a/case.json"
    QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
    button(page, "Halvek").click()
    assert chosen == ["/a/case.json", "/s/halvek"]


def test_another_size_of_text_lays_the_page_out_anew(page: StartPage) -> None:
    page.show_entries([("recent one", "/a")], [])
    narrow = page._page_width()
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    page.setFont(font)
    page.redraw()
    assert page._page_width() > narrow
    assert button(page, "recent one").accessibleDescription() == "/a"
    assert page.focusProxy() is button(page, "Open a case file")


def test_the_library_is_a_line_that_says_how_many_cases_it_holds(
    qtbot: QtBot, page: StartPage
) -> None:
    assert button(page, "Library").text() == "Library… (Ctrl+L)"
    page.show_library("412 cases")
    assert button(page, "Library").text() == "Library: 412 cases (Ctrl+L)"
    page.show_entries([], [])
    assert button(page, "Library").text() == "Library: 412 cases (Ctrl+L)"
    page.show_library("")
    with qtbot.waitSignal(page.library_wanted):
        QTest.mouseClick(button(page, "Library…"), Qt.MouseButton.LeftButton)
