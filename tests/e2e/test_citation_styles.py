"""Citation styles by keys and clicks: chosen, added, found, remembered, and refused."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.citations.styles import OUR_STYLES
from caseviewer.formatting.page import Tab
from caseviewer.ui import desk as desk_module
from caseviewer.ui.dialogs.find_style import FindStyle
from caseviewer.ui.main_window import MainWindow
from tests.citations.small import small_xml
from tests.e2e.citing import (
    FOREIGN,
    REPORT,
    STYLE,
    bar,
    choose_in_box,
    click_style,
    marked,
    ready,
    row,
    wait,
)
from tests.ui.kit import (
    ABDUSSAMATOV,
    LONG,
    bring_to_front,
    clipboard,
    delete_later,
    open_in,
    page_of,
    press,
    running,
    tab_of,
    write,
)

pytestmark = pytest.mark.usefixtures("something_before")


def test_another_style_is_chosen_in_the_bar_and_by_the_menu_and_remembered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    names = list(OUR_STYLES)
    with running(qapp, tmp_path) as program:
        window = ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))
        seen = {row(window): page_of(window, Tab.CITATIONS).toPlainText()}
        choose_in_box(bar(window).style_box, names.index("oscola"))
        wait(qtbot, window)
        assert marked(window) == [OUR_STYLES["oscola"]]
        seen[row(window)] = page_of(window, Tab.CITATIONS).toPlainText()
        click_style(window, OUR_STYLES["chicago-note"])
        wait(qtbot, window)
        assert bar(window).style_box.currentText() == OUR_STYLES["chicago-note"]
        assert marked(window) == [OUR_STYLES["chicago-note"]]
        seen[row(window)] = page_of(window, Tab.CITATIONS).toPlainText()
        assert len(seen) == len(set(seen.values())) == 3
        assert tab_of(window, Tab.CITATIONS).pane.list.selected_rows() == [0]
        bring_to_front(qtbot, window)
        press("F6", "Ctrl+Shift+C")
        assert OUR_STYLES["chicago-note"] in window.notice.text
    with running(qapp, tmp_path) as program:
        window = ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))
        assert marked(window) == [OUR_STYLES["chicago-note"]]
        assert bar(window).style_box.currentText() == OUR_STYLES["chicago-note"]
        assert row(window) in seen


def test_a_style_that_looks_around_is_added(
    qtbot: QtBot, small_window: MainWindow, asked: list[str]
) -> None:
    asked.append(str(FOREIGN / "author-date.csl"))
    press("Ctrl+Alt+D")
    wait(qtbot, small_window)
    assert bar(small_window).style_box.currentText() == "author-date"
    press("Ctrl+Shift+C")
    assert clipboard().text() == row(small_window) != REPORT


def test_a_style_of_another_hand_is_added_and_remembered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, asked: list[str]
) -> None:
    name = "french-note"
    path = shutil.copy(FOREIGN / f"{name}.csl", tmp_path)
    asked.append(str(path))
    with running(qapp, tmp_path / "preferences") as program:
        window = ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))
        press("Ctrl+Alt+D")
        wait(qtbot, window)
        assert bar(window).style_box.currentText() == name
        assert marked(window) == [name]
        text = row(window)
        assert text != REPORT
        press("Ctrl+Shift+C")
        assert clipboard().text() == text
    with running(qapp, tmp_path / "preferences") as program:
        window = ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))
        assert bar(window).style_box.currentText() == name
        assert row(window) == text
    Path(path).unlink()
    with running(qapp, tmp_path / "preferences") as program:
        window = ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))
        words = f"The style “{name}.csl” cannot be used. There is no such file."
        assert window.notice.text == words
        assert bar(window).style_box.currentText() == STYLE
        assert row(window) == REPORT
        choose_in_box(bar(window).style_box, len(OUR_STYLES))
        assert window.notice.text == words
        assert bar(window).style_box.currentText() == STYLE, "the old one, as it stays in use"
        assert row(window) == REPORT
        assert marked(window) == [STYLE]


def test_a_broken_style_is_told_with_its_line_and_the_old_one_stays(
    qtbot: QtBot, small_window: MainWindow, tmp_path: Path, asked: list[str]
) -> None:
    path = tmp_path / "<b>broken.csl"
    path.write_bytes(small_xml().replace(b"<layout>", b"<layout>\n<nonsense/>"))
    asked.append(str(path))
    press("Ctrl+Alt+D")
    assert small_window.notice.text.startswith("The style “<b>broken.csl” cannot be used.")
    assert "“nonsense” is no element of CSL (line " in small_window.notice.text
    assert row(small_window) == REPORT
    assert bar(small_window).style_box.currentText() == STYLE
    assert bar(small_window).style_box.count() == len(OUR_STYLES)
    asked.append("")
    press("Ctrl+Alt+D")
    assert row(small_window) == REPORT


def test_a_style_is_found_by_its_name(
    qtbot: QtBot, small_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("law-review", "law-journal", "medicine"):
        (tmp_path / f"{name}.csl").write_bytes(small_xml())
    monkeypatch.setattr(desk_module, "styles_folder", lambda: tmp_path)
    press("Ctrl+Alt+F")
    (dialog,) = small_window.findChildren(FindStyle)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=LONG)
    dialog.field.setFocus()
    write("law rev")
    press("Return")
    delete_later()
    wait(qtbot, small_window)
    bring_to_front(qtbot, small_window)
    assert bar(small_window).style_box.currentText() == "law-review"
    assert row(small_window).endswith("26 June 2012")


def test_without_the_extra_a_word_says_how_to_get_the_styles(
    small_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "styles_folder", lambda: None)
    press("Ctrl+Alt+F")
    assert small_window.notice.text == (
        "The styles to search are not installed. To install them: pip install 'caseviewer[styles]'"
    )
    assert small_window.findChildren(FindStyle) == []
